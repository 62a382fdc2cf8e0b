"""WebVTT files (.vtt; W3C WebVTT): blocks between blank lines, each a cue, a note, a style or a region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.documents.lines import spans_of_lines
from vyzov_i18n.documents.references import keep_references
from vyzov_i18n.documents.timing import Times, is_timing, read_timing, report_overlap

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

_HEADER: Final = re.compile(r"WEBVTT(?:[ \t]|\Z)")
_NO_CUE: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|\Z)")
_TAG: Final = re.compile(r"<[^<>]*+>")
_VOICE: Final = re.compile(r"<v(?>(?:\.[^ \t<>]*+)?)[ \t]++")


def read_vtt(draft: Draft) -> None:
    """Make a cue of each block that has times; the name of a voice (`<v Zhenya>`) is part of its text."""
    reader = _Reader(draft)
    lines = spans_of_lines(draft.source)
    start, end = next(lines, (0, 0))
    if _HEADER.match(draft.source[start:end]):
        reader.ignore()
    else:
        advice = "write WEBVTT on the first line and leave the next one blank"
        draft.report(
            "missing-signature",
            "the file does not begin with WEBVTT",
            (start, end),
            severity=Severity.ERROR,
            help=advice,
        )
        reader.read_line(start, end)
    for start, end in lines:
        reader.read_line(start, end)
    reader.end_block(len(draft.source))


class _Reader:
    """Where the reading stands: between blocks, in one that is ignored, behind the name of a cue, or in its text."""

    __slots__ = ("_draft", "_is_ignoring", "_name", "_text", "_times")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._is_ignoring = False
        self._name: tuple[int, int] | None = None
        self._text: int | None = None
        self._times = Times()

    def ignore(self) -> None:
        """Read nothing up to the next blank line or cue."""
        self._is_ignoring = True

    def read_line(self, start: int, end: int) -> None:
        """Go on by a line."""
        line = self._draft.source[start:end]
        if not line or line.isspace():
            self.end_block(start)
        elif is_timing(line) or ("-->" in line and self._text is None):
            self._begin(start, end)
        elif self._text is None and not self._is_ignoring:
            if self._name or _NO_CUE.match(line):
                self._report_name()
                self.ignore()
            else:
                self._name = (start, end)

    def end_block(self, end: int) -> None:
        """The block ends, and with it the cue's text, if it is a cue."""
        self._report_name()
        self._is_ignoring = False
        if self._text is not None:
            self._draft.skip(self._text)
            _keep_text(self._draft, end)
            self._draft.close_cue(self._times.start, self._times.end)
            self._text = None

    def _begin(self, start: int, end: int) -> None:
        self._name = None
        self.end_block(start)
        times = read_timing(self._draft, start, end)
        report_overlap(self._draft, self._times, times, (start, end))
        self._times, self._text = times, end

    def _report_name(self) -> None:
        if self._name:
            advice = "a cue has a line with its times before its text; a remark begins with NOTE"
            self._draft.report("stray-text", "this text has no times of its own", self._name, help=advice)
        self._name = None


def _keep_text(draft: Draft, end: int) -> None:
    for tag in _TAG.finditer(draft.source, draft.at, end):
        keep_references(draft, tag.start())
        if voice := _VOICE.match(draft.source, draft.at, tag.end()):
            draft.skip(voice.end())
            keep_references(draft, tag.end() - 1)
            draft.skip(tag.end())
        draft.hide(tag.end())
    keep_references(draft, end)
