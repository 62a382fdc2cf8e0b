"""Tests of sharing out work among processes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.shares import CAN_FORK, share_out

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system has no fork")


def with_process(items: Sequence[int]) -> tuple[int, list[int]]:
    return os.getpid(), list(items)


def test_each_process_has_its_share() -> None:
    results = share_out(with_process, range(5), 3)
    assert [share for _, share in results] == [[0, 3], [1, 4], [2]]
    assert len({process for process, _ in results}) == 3
    assert results[0][0] == os.getpid()


def test_the_share_of_a_process_that_dies_is_done_here() -> None:
    here = os.getpid()

    def work(items: Sequence[int]) -> tuple[int, list[int]]:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return with_process(items)

    assert share_out(work, range(4), 2) == [(here, [0, 2]), (here, [1, 3])]


def test_an_error_here_waits_for_the_others() -> None:
    here = os.getpid()

    def work(items: Sequence[int]) -> Sequence[int]:
        if os.getpid() == here:
            raise KeyboardInterrupt
        return items

    with pytest.raises(KeyboardInterrupt):
        share_out(work, range(4), 2)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
