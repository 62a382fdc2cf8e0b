"""Findings for people: a headline, the line of the source with carets under the place, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics.display import measure, measure_character, show
from vyzov_i18n.diagnostics.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vyzov_i18n.diagnostics.finding import Diagnostic

_WIDTH: Final = 100
_WIDTH_BEHIND: Final = 70  # of it for the place and what follows, so that what leads to it is seen too
_CUT: Final = "…"
_COLOURS: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_BOLD: Final = "1"
_BLUE: Final = "1;34"
_GREEN: Final = "1;32"


def render_text(findings: Iterable[Diagnostic], sources: Callable[[str], str | None], *, colour: bool) -> str:
    """The findings one after the other, each ending with a line feed.

    `sources` gives the text of a file by its path, None where it cannot: then a finding is told without its line.
    `colour` adds the escape sequences of ECMA-48. Nothing that a finding or a source holds reaches the terminal as a
    control or bidirectional character.
    """
    renderer = _Renderer(sources, colour)
    return "".join(f"{line}\n" for finding in findings for line in renderer.lines(finding))


class _Renderer:
    __slots__ = ("_colour", "_file", "_lines", "_sources")

    def __init__(self, sources: Callable[[str], str | None], colour: bool) -> None:
        self._sources = sources
        self._colour = colour
        self._file: str | None = None
        self._lines: list[str] = []

    def lines(self, finding: Diagnostic) -> list[str]:
        told = finding.suggestion and finding.suggestion in finding.message
        advice = (("help", _BLUE, finding.help), ("suggestion", _GREEN, None if told else finding.suggestion))
        return [
            self._headline(finding),
            *self._excerpt(finding),
            *(f"  {self._paint(name, style)}: {show(text)}" for name, style, text in advice if text),
        ]

    def _headline(self, finding: Diagnostic) -> str:
        place = ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part is not None)
        weight = self._paint(f"{finding.severity.value}[{finding.rule}]", _COLOURS[finding.severity])
        headline = f"{weight}: {show(finding.message)}"
        return f"{self._paint(show(place), _BOLD)}: {headline}" if place else headline

    def _excerpt(self, finding: Diagnostic) -> list[str]:
        source = self._source_line(finding)
        if source is None:
            return []
        gutter = str(finding.line)
        bar, blank = self._paint(f"{gutter} |", _BLUE), self._paint(f"{' ' * len(gutter)} |", _BLUE)
        if finding.column is None:
            return [f"{bar} {show(source[:_WIDTH])}"]
        shown, carets = _point(source, finding.column - 1, _end(finding, finding.column, source))
        return [f"{bar} {shown}", f"{blank} {self._paint(carets, _COLOURS[finding.severity], indented=True)}"]

    def _source_line(self, finding: Diagnostic) -> str | None:
        if finding.path is None or finding.line is None:
            return None
        if finding.path != self._file:  # the findings of a file stand together, and a tree of files may be large
            text = self._sources(finding.path)
            self._file, self._lines = finding.path, [] if text is None else text.split("\n")
        return self._lines[finding.line - 1].removesuffix("\r") if finding.line <= len(self._lines) else None

    def _paint(self, text: str, style: str, *, indented: bool = False) -> str:
        if not self._colour:
            return text
        indent = text[: len(text) - len(text.lstrip())] if indented else ""
        return f"{indent}\x1b[{style}m{text.removeprefix(indent)}\x1b[0m"


def _end(finding: Diagnostic, column: int, source: str) -> int:
    """The offset in the line behind the place; its end where the place goes on in further lines."""
    if finding.end_line is not None and finding.line != finding.end_line:
        return len(source)
    return column if finding.end_column is None else finding.end_column - 1


def _point(source: str, start: int, end: int) -> tuple[str, str]:
    """What is shown of a line, and carets under the characters from `start` to before `end`, one at least."""
    start = min(start, len(source))
    first, last = _window(source, start)
    head, tail = _CUT if first else "", _CUT if last < len(source) else ""
    indent = " " * (len(head) + measure(source[first:start]))
    carets = "^" * max(1, measure(source[start : min(end, last)]))
    return f"{head}{show(source[first:last])}{tail}", indent + carets


def _window(source: str, start: int) -> tuple[int, int]:
    """The part of a line that is shown; no more of a line is looked at, however long."""
    last = start + _fit(source[start : start + _WIDTH], _WIDTH_BEHIND)
    before = source[max(0, start - _WIDTH) : start]
    first = start - _fit(before[::-1], _WIDTH - measure(source[start:last]))
    if first == 0:
        last = _fit(source[:_WIDTH], _WIDTH)
    return first, last


def _fit(text: str, room: int) -> int:
    """How many characters of a text, from its start, have room in so many columns."""
    for count, character in enumerate(text):
        room -= measure_character(character)
        if room < 0:
            return count
    return len(text)
