"""A text or subtitle file as its running text, every character where it stands in the file."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.diagnostics.places import Place, Source


class Format(StrEnum):
    """The kinds of files that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    SRT = "srt"
    VTT = "vtt"
    ASS = "ass"


class Kind(StrEnum):
    """What a segment is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"
    ATTRIBUTE = "attribute"
    CUE = "cue"


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A paragraph, a cue or the like: where it starts and ends in its document, in characters.

    `language` is the BCP 47 tag that the file gives it. A cue has its `start_time` and `end_time` in milliseconds, None
    where they cannot be read; its text may be empty, that of other segments never is.
    """

    start: int
    end: int
    kind: Kind = Kind.PARAGRAPH
    language: str | None = None
    start_time: int | None = None
    end_time: int | None = None


class Document(msgspec.Struct, kw_only=True):
    """A file that was read.

    `source` is the decoded file without its byte order mark, line ends as they are. `text` is as long and holds the
    running text at the same offsets: inline markup in it is U+2060 WORD JOINER, what parts two stretches of text (a
    block's edge, a time, code, an address) is line feeds, or U+2029 for a single character. `segments` are in the
    order of the file and do not overlap. `references` holds start and end, by turns, of what stands for characters
    that are not its own, such as `&laquo;`; its text is those, filled up with word joiners.
    """

    path: str
    format: Format
    source: str
    text: str
    lines: Source
    segments: list[Segment]
    references: Sequence[int] = ()
    charset: str = "utf-8"
    mark: bytes = b""
    findings: tuple[Diagnostic, ...] = ()

    def text_of(self, segment: Segment) -> str:
        """The running text of a segment."""
        return self.text[segment.start : segment.end]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `source` that a stretch of `text` comes from: no character reference is cut in two."""
        first, last = bisect_left(self.references, start + 1), bisect_left(self.references, end)
        return (
            self.references[first - 1] if first % 2 else start,
            self.references[last] if last % 2 else end,
        )

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of `text` stands in the file."""
        return self.lines.place(*self.span(start, end))

    def segment_at(self, offset: int) -> int | None:
        """The index of the segment that holds a character; None between segments."""
        index = bisect_left(self.segments, offset + 1, key=lambda segment: segment.start) - 1
        return index if index >= 0 and offset < self.segments[index].end else None
