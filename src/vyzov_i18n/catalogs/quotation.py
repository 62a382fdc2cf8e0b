"""Quotation marks as the header of a lexicon names them, and the setting of texts in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TypeAlias

    Marks: TypeAlias = tuple[str, str, str, str]

_STRAIGHT: Final = re.compile('"([^"]*)"')
_SPACES: Final = "[ \u00a0\u202f]"


def read_marks(value: str) -> Marks | None:
    """The marks in `X-Quotation-Marks`: opening and closing, then the inner ones; None where they are not four.

    Ordinary spaces stand between them; a no-break space (U+00A0, U+202F) belongs to the mark beside it.
    """
    marks = [mark for mark in re.split("[ \t]+", value) if mark]
    if len(marks) != 4 or not all(map(str.strip, marks)):
        return None
    return marks[0], marks[1], marks[2], marks[3]


class Quotation:
    """Sets texts in the four marks of a language."""

    __slots__ = ("_closing", "_core", "_inner", "_opening", "marks")

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self._core = marks[0].strip()
        self._opening = re.compile(_loosen(marks[0]))
        self._closing = re.compile(_loosen(marks[1]))
        self._inner = marks[2:]

    def quote(self, text: str) -> str:
        """The text in quotation marks, those inside it turned into the inner ones.

        A text that stands in quotation marks as a whole is left as it is.
        """
        inner = text
        if self._core in text:
            if self._is_quoted(text):
                return text
            inner = self._opening.sub(lambda _: self._inner[0], text)
            inner = self._closing.sub(lambda _: self._inner[1], inner)
        if '"' in inner:
            inner = _STRAIGHT.sub(lambda found: found[1].join(self._inner), inner)
        return f"{self.marks[0]}{inner}{self.marks[1]}"

    def _is_quoted(self, text: str) -> bool:
        start = self._opening.match(text)
        end = self._closing.search(text, start.end()) if start else None
        return end is not None and end.end() == len(text)


def _loosen(mark: str) -> str:
    """A pattern of a mark; where spaces belong to it, with whatever spaces an author has written, or without."""
    before = f"(?<!{_SPACES}){_SPACES}*+" if mark[0].isspace() else ""
    after = f"{_SPACES}*+" if mark[-1].isspace() else ""
    return f"{before}{re.escape(mark.strip())}{after}"
