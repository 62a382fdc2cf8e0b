"""How far long work is, for a person who waits."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, TypeVar

import click

from vyzov_i18n.cli.options import has_colour, is_quiet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ItemT = TypeVar("_ItemT")

_FEWEST: Final = 200  # fewer are done before the eye has found the bar
_PROCESS: Final = os.getpid()


def track(items: Sequence[_ItemT]) -> Iterator[_ItemT]:
    """The items; a bar on standard error grows with them, where that is a terminal and they are many.

    In a forked process there is none: it is the parent that shows how far the work is.
    """
    if len(items) < _FEWEST or os.getpid() != _PROCESS or is_quiet() or not has_screen():
        yield from items
        return
    with click.progressbar(items, label="Reading", file=sys.stderr, color=has_colour()) as bar:
        yield from bar


def has_screen() -> bool:
    """Whether standard error is a terminal on which a line can be drawn anew."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
