"""The making of a document: its source is gone through once, each stretch told what it is."""

from __future__ import annotations

import re
from array import array
from io import StringIO
from typing import Final

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.places import Source
from vyzov_i18n.documents.addresses import find_addresses
from vyzov_i18n.documents.lines import LINE_END
from vyzov_i18n.documents.model import Kind, Segment
from vyzov_i18n.errors import DocumentError

JOINER: Final = "\u2060"
_MOST_SEGMENTS: Final = 1_000_000
_MOST_FINDINGS: Final = 1_000
_LONGEST_EXCERPT: Final = 80
_FLAT: Final = str.maketrans("\t\n\f\r", "    ")
_CONTROL: Final = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f]")


class Draft:
    """A document in the making.

    Every stretch starts at `at`, where the last one ended, so that the text comes out as long as the source. What was
    kept since the last call of `close` becomes a segment by the next.
    """

    __slots__ = ("_first", "_last", "_text", "at", "findings", "lines", "path", "references", "segments", "source")

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.lines = Source(source, LINE_END)
        self.at = 0
        self.segments: list[Segment] = []
        self.findings: list[Diagnostic] = []
        self.references = array("Q")
        self._text = StringIO(newline="\n")
        self._first: int | None = None
        self._last = 0

    @property
    def has_text(self) -> bool:
        """Whether anything visible was kept since the last segment."""
        return self._first is not None

    def keep(self, end: int, *, flat: bool = False) -> None:
        """Running text up to `end`; `flat` where its line breaks are mere spaces."""
        if end <= self.at:
            return
        piece = self.source[self.at : end]
        piece = clean(piece.translate(_FLAT) if flat else piece)
        visible = piece.replace(JOINER, " ").rstrip()
        if visible:
            self._saw(self.at + len(visible) - len(visible.lstrip()), self.at + len(visible))
        self._write(piece, end)

    def put(self, text: str, end: int) -> None:
        """Characters up to `end` that stand for those of `text`, which are not more."""
        self.references.extend((self.at, end))
        text = clean(text[: end - self.at])
        if text.strip():
            self._saw(self.at, end)
        self._write(text.ljust(end - self.at, JOINER), end)

    def hide(self, end: int) -> None:
        """Inline markup up to `end`: the words on its two sides belong together."""
        self._write(JOINER * (end - self.at), end)

    def skip(self, end: int) -> None:
        """What is no running text, up to `end`: nothing reaches across it."""
        self._write(_gap(end - self.at), end)

    def close(self, kind: Kind = Kind.PARAGRAPH, language: str | None = None) -> None:
        """Make a segment of what was kept since the last one, if any of it is visible."""
        if self._first is not None:
            self._add(Segment(self._first, self._last, kind, language))

    def close_cue(self, start_time: int | None, end_time: int | None) -> None:
        """Make a cue of what was kept since the last one, even if it is nothing."""
        start, end = (self.at, self.at) if self._first is None else (self._first, self._last)
        self._add(Segment(start, end, Kind.CUE, None, start_time, end_time))

    def report(
        self,
        rule: str,
        message: str,
        span: tuple[int, int],
        *,
        severity: Severity = Severity.WARNING,
        help: str | None = None,
    ) -> None:
        """Add a finding about a stretch of the source; a thousand are enough."""
        if len(self.findings) == _MOST_FINDINGS:
            rest = "there are more findings than are listed"
            self.findings.append(
                Diagnostic(rule="too-many-findings", message=rest, severity=Severity.WARNING, path=self.path)
            )
        if len(self.findings) > _MOST_FINDINGS:
            return
        place = self.lines.place(*span)
        self.findings.append(
            Diagnostic(
                rule=rule,
                message=message,
                severity=severity,
                path=self.path,
                line=place.line,
                column=place.column,
                end_line=place.end_line,
                end_column=place.end_column,
                text=self.source[span[0] : min(span[1], span[0] + _LONGEST_EXCERPT)],
                help=help,
            )
        )

    def report_controls(self) -> None:
        """Tell of control characters, which can garble a terminal, at the first of them."""
        if found := _CONTROL.search(self.source):
            message = f"the file has control characters, here U+{ord(found[0]):04X}"
            self.report("control-in-text", message, found.span(), help="remove them")

    def finish(self) -> str:
        """The text, once the source is gone through."""
        self.skip(len(self.source))
        return self._text.getvalue()

    def _add(self, segment: Segment) -> None:
        if len(self.segments) == _MOST_SEGMENTS:
            message = f"the file has more than {_MOST_SEGMENTS} segments"
            raise DocumentError(
                [Diagnostic(rule="too-many-segments", message=message, path=self.path, help="split it")]
            )
        self.segments.append(segment)
        self._first = None

    def _saw(self, start: int, end: int) -> None:
        if self._first is None:
            self._first = start
        self._last = end

    def _write(self, text: str, end: int) -> None:
        if end > self.at:
            self._text.write(text)
            self.at = end


def clean(text: str) -> str:
    """As long a text with line feeds for line ends, gaps for addresses and word joiners for control characters."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if _CONTROL.search(text):
        text = _CONTROL.sub(JOINER, text)
    pieces: list[str] = []
    done = 0
    for start, end in find_addresses(text):
        pieces += (text[done:start], _gap(end - start))
        done = end
    return "".join(pieces) + text[done:] if pieces else text


def _gap(length: int) -> str:
    return "\u2029" if length == 1 else "\n" * length
