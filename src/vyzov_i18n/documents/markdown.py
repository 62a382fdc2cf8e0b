"""Markdown files: the text of their blocks (CommonMark 0.31; tables, footnotes and front matter as on GitHub)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.documents.inline import Paragraph, read_inline
from vyzov_i18n.documents.lines import spans_of_lines
from vyzov_i18n.documents.model import Kind

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

_FRONT_MATTER: Final = re.compile(r"---[ \t]*+\r?\n")
_FRONT_MATTER_END: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*+\r?$", re.MULTILINE)
_CONTAINERS: Final = re.compile(r"(?>(?:[ \t]*+(?:>|[-+*](?=[ \t]|\Z)|\d{1,9}[.)](?=[ \t]|\Z)))*)")
_LIST_MARKER: Final = re.compile(r"[-+*.)]")
_TASK: Final = re.compile(r"\[[ xX]\][ \t]++|\[\^[^\[\]\s]++\]:[ \t]*+")
_RULE: Final = re.compile(r"[ \t>]*+([-*_])(?>(?:[ \t]*+\1){2,})[ \t]*+")
_HEADING: Final = re.compile(r"#{1,6}(?=[ \t]|\Z)[ \t]*+")
_CLOSING_HASHES: Final = re.compile(r"(?:\A|[ \t])#++[ \t]*+\Z")
_UNDERLINE: Final = re.compile(r"(?:=++|-++)[ \t]*+")
_FENCE: Final = re.compile(r"(`{3,}+)[^`]*+\Z|(~{3,}+)")
_RAW: Final = re.compile(r"<(script|pre|style|textarea)(?=[ \t>]|\Z)|<!--", re.IGNORECASE)
_DEFINITION: Final = re.compile(r"\[(?!\^)[^\[\]]++\]:")
_PIPE: Final = re.compile(r"\\.|\|")
_TAB: Final = 4


def read_markdown(draft: Draft) -> None:
    """Make a segment of each paragraph, heading and cell; code, front matter and link definitions are no text."""
    beginning = _FRONT_MATTER.match(draft.source)
    if beginning and (ending := _FRONT_MATTER_END.search(draft.source, beginning.end())):
        draft.skip(ending.end())
    reader = _Reader(draft)
    for start, end in spans_of_lines(draft.source, draft.at):
        reader.read_line(start, end)
    reader.flush()


class _Line(msgspec.Struct, frozen=True):
    """A line: where it starts, its content and where it ends; how deep it is quoted, whether it begins a list item."""

    start: int
    content: int
    end: int
    text: str
    quotes: int
    is_item: bool
    indent: int


class _Reader:
    """The block that is open: a paragraph of some lines, a table, a fence or raw HTML."""

    __slots__ = ("_draft", "_fence", "_in_table", "_lines", "_list_indent", "_raw_end")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._lines: list[_Line] = []
        self._in_table = False
        self._fence = ""
        self._raw_end = ""
        self._list_indent = 0

    def read_line(self, start: int, end: int) -> None:
        """Go on by a line."""
        text = self._draft.source[start:end]
        if self._fence:
            self._read_code(text)
        elif self._raw_end:
            self._read_raw(text)
        elif _RULE.fullmatch(text):
            self.flush(Kind.HEADING if self._lines and "-" in text else Kind.PARAGRAPH)
        else:
            self._read_content(_parse_line(start, end, text))

    def flush(self, kind: Kind = Kind.PARAGRAPH) -> None:
        """The paragraph or table that is open ends here."""
        if self._lines:
            first, *others = self._lines
            islands = [(line.start, line.content) for line in others]
            self._read_text(Paragraph(first.content, self._lines[-1].end, islands), kind)
        self._lines = []
        self._in_table = False

    def _read_content(self, line: _Line) -> None:
        if not line.text.strip():
            self.flush()
        elif self._is_code(line):
            return
        elif not self._begin_block(line):
            self._read_paragraph_line(line)

    def _is_code(self, line: _Line) -> bool:
        """Whether this is a line of indented code, which cannot break into a paragraph."""
        if self._lines or self._in_table:
            return False
        if line.is_item:
            self._list_indent = line.indent
            return False
        if line.indent < self._list_indent:
            self._list_indent = 0
        return line.indent >= self._list_indent + _TAB

    def _begin_block(self, line: _Line) -> bool:
        """Whether the line is a block of its own or begins one that is no paragraph."""
        if fence := _FENCE.match(line.text):
            self.flush()
            self._fence = fence[1] or fence[2]
        elif raw := _RAW.match(line.text):
            self.flush()
            self._raw_end = f"</{raw[1].lower()}" if raw[1] else "-->"
            self._read_raw(line.text[raw.end() :])
        elif heading := _HEADING.match(line.text):
            self.flush()
            self._read_heading(line, heading.end())
        elif self._lines and _UNDERLINE.fullmatch(line.text):
            self.flush(Kind.HEADING)
        elif self._lines and _is_delimiter_row(line.text):
            self._begin_table()
        else:
            return not self._lines and _DEFINITION.match(line.text) is not None
        return True

    def _read_paragraph_line(self, line: _Line) -> None:
        if self._in_table:
            self._read_row(line)
            return
        if self._lines and (line.is_item or line.quotes > self._lines[-1].quotes):
            self.flush()
        if line.is_item:
            self._list_indent = line.indent
        self._lines.append(line)

    def _read_heading(self, line: _Line, start: int) -> None:
        hashes = _CLOSING_HASHES.search(line.text, start)
        end = line.content + hashes.start() if hashes else line.end
        self._read_text(Paragraph(line.content + start, end), Kind.HEADING)

    def _begin_table(self) -> None:
        header = self._lines.pop()
        self.flush()
        self._read_row(header)
        self._in_table = True

    def _read_row(self, line: _Line) -> None:
        start = line.content
        for found in _PIPE.finditer(line.text):
            if found[0] == "|":
                self._read_text(Paragraph(start, line.content + found.start()), Kind.CELL)
                start = line.content + found.end()
        self._read_text(Paragraph(start, line.end), Kind.CELL)

    def _read_text(self, paragraph: Paragraph, kind: Kind) -> None:
        self._draft.skip(paragraph.start)
        read_inline(self._draft, paragraph)
        self._draft.close(kind)

    def _read_code(self, text: str) -> None:
        text = text.lstrip(" \t>").rstrip()
        if text.startswith(self._fence) and not text.strip(self._fence[0]):
            self._fence = ""

    def _read_raw(self, text: str) -> None:
        if self._raw_end in text.lower():
            self._raw_end = ""


def _parse_line(start: int, end: int, text: str) -> _Line:
    containers = _CONTAINERS.match(text)
    prefix = containers[0] if containers else ""
    rest = text[len(prefix) :]
    content = len(text) - len(rest.lstrip(" \t"))
    gap = len(text[len(prefix) : content].expandtabs(_TAB))
    is_item = _LIST_MARKER.search(prefix) is not None
    if is_item and gap > _TAB:
        return _Line(start, end, end, "", prefix.count(">"), is_item, len(prefix) + 1)
    if task := _TASK.match(text, content):
        content = task.end()
    return _Line(
        start=start,
        content=start + content,
        end=end,
        text=text[content:],
        quotes=prefix.count(">"),
        is_item=is_item,
        indent=len(prefix) + gap if is_item or not prefix else gap - 1,
    )


def _is_delimiter_row(text: str) -> bool:
    return "-" in text and "|" in text and not text.strip("|:- \t")
