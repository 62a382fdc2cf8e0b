"""SubRip files (.srt): a number, a line with two times, the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.documents.lines import spans_of_lines
from vyzov_i18n.documents.timing import Times, is_timing, read_timing, report_overlap

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

_MARKUP: Final = re.compile(r"</?+[ ]?+[A-Za-z][^<>\r\n]*+>|\{\\[^{}\r\n]*+\}|\{/?[biusBIUS]\}")
_STRAY: Final = re.compile(r"(?>\r\n|\r|\n)[ \t]*+(?>\r\n|\r|\n)[ \t\r\n]*+(?=\S)")


def read_srt(draft: Draft) -> None:
    """Make a cue of each timing line and what follows it, up to the number of the next one."""
    reader = _Reader(draft)
    number = None  # where a line starts that may be the number of a cue
    for start, end in spans_of_lines(draft.source):
        line = draft.source[start:end]
        if is_timing(line):
            reader.begin(start if number is None else number, start, end)
        number = start if line.strip().isdecimal() else None
    reader.end(len(draft.source))


class _Reader:
    __slots__ = ("_draft", "_text", "_times")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._times: Times | None = None
        self._text = 0

    def begin(self, head: int, start: int, end: int) -> None:
        """A cue begins: its number stands at `head`, its times from `start` to `end`."""
        self.end(head)
        times = read_timing(self._draft, start, end)
        if self._times:
            report_overlap(self._draft, self._times, times, (start, end))
        self._times, self._text = times, end

    def end(self, end: int) -> None:
        """The cue that has begun, if any, ends with its text."""
        draft = self._draft
        text = draft.source[self._text : end].rstrip()
        if self._times is None:
            if text:
                self._report_stray(len(text) - len(text.lstrip()))
            draft.skip(end)
            return
        if stray := _STRAY.search(text):
            self._report_stray(self._text + stray.end())
        draft.skip(self._text)
        for found in _MARKUP.finditer(draft.source, self._text, end):
            draft.keep(found.start())
            draft.hide(found.end())
        draft.keep(end)
        draft.close_cue(self._times.start, self._times.end)

    def _report_stray(self, start: int) -> None:
        end = self._draft.source.find("\n", start)
        span = (start, end if end != -1 else len(self._draft.source))
        advice = "a cue has a number, a line with its times, and its text without blank lines"
        self._draft.report("stray-text", "this text has no times of its own", span, help=advice)
