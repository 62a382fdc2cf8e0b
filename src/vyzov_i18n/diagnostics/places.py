"""Where something stands in a file: from offsets in its text to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

import msgspec

_LINE_FEED: Final = re.compile("\n")


class Place(msgspec.Struct, frozen=True):
    """A stretch of a file: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Source:
    """The text of a file and where its lines start; `line_end` matches what ends a line."""

    __slots__ = ("_line_end", "_starts", "text")

    def __init__(self, text: str, line_end: re.Pattern[str] = _LINE_FEED) -> None:
        self.text = text
        self._line_end = line_end
        self._starts: list[int] | None = None

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to before `end`."""
        line, column = self._position(start)
        end_line, end_column = self._position(end)
        return Place(line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        if self._starts is None:
            self._starts = [0]
            self._starts += (found.end() for found in self._line_end.finditer(self.text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
