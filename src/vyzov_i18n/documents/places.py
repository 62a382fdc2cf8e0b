"""Where the characters of a text stand, in lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"([^\r\n]*+)(?:\r\n|\r|\n)|([^\r\n]++)\Z")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Place(msgspec.Struct, frozen=True):
    """A stretch of a file: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class LineIndex:
    """Where the lines of a text start; a line ends with LF, CR or both."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to before `end`."""
        return Place(*self._position(start), *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        if self._starts is None:
            self._starts = [0]
            self._starts += (found.end() for found in _LINE_END.finditer(self._text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def spans_of_lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of each line from `start` on, its line end left out."""
    for found in _LINE.finditer(text, start):
        yield found.span(found.lastindex or 0)
