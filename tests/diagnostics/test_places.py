"""Offsets in a text become lines and columns."""

from __future__ import annotations

import pytest

from vyzov_i18n.diagnostics.places import Place, Source


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 0, Place(1, 1, 1, 1)),
        (0, 2, Place(1, 1, 1, 3)),
        (3, 6, Place(2, 1, 2, 4)),
        (1, 8, Place(1, 2, 3, 2)),
        (8, 8, Place(3, 2, 3, 2)),
    ],
)
def test_lines_and_columns_count_from_one_and_the_end_is_exclusive(start: int, end: int, place: Place) -> None:
    assert Source("аб\n𝄞бв\nг").place(start, end) == place


def test_an_offset_behind_a_final_newline_is_the_start_of_the_next_line() -> None:
    assert Source("a\n").place(2, 2) == Place(2, 1, 2, 1)
