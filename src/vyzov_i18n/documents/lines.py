"""The lines of a text, which end with LF, CR or both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"([^\r\n]*+)(?:\r\n|\r|\n)|([^\r\n]++)\Z")
LINE_END: Final = re.compile(r"\r\n|\r|\n")


def spans_of_lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of each line from `start` on, its line end left out."""
    for found in _LINE.finditer(text, start):
        yield found.span(found.lastindex or 0)
