"""The markup within a paragraph of Markdown (CommonMark 0.31, "Inlines")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from typing import TYPE_CHECKING, Final

from vyzov_i18n.documents import elements
from vyzov_i18n.documents.addresses import WEB
from vyzov_i18n.documents.references import REFERENCE, keep_references, put_reference
from vyzov_i18n.documents.tags import TAG_START, Tag, read_tag, readable_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.documents.draft import Draft

_MARKUP: Final = re.compile(
    rf"""
    (?P<escape>     \\(?:[!-/:-@\[-`{{-~]|(?=[\r\n])) )
    | (?P<code>      `++ )
    | (?P<tag>       < )
    | (?P<reference> {REFERENCE.pattern} )
    | (?P<note>      \[\^[^\[\]\s]++\] )
    | (?P<opening>   !?\[ )
    | (?P<closing>   \](?:
          \( \s*+ (?:<[^<>\r\n]*+>|[^\s()<]*+(?>(?:\([^\s()]*+\)[^\s()]*+)*))
             (?>(?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?) \s*+ \)
          | \[[^\[\]]*+\] ) )
    | (?P<address>   {WEB.pattern} )
    | (?P<emphasis>  \*++|_++|~~ )
    """,
    re.VERBOSE,
)
_BACKTICKS: Final = re.compile("`++")
_AUTOLINK: Final = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[\w.+-]{1,64}@)[^<>\s]*+>")


class Paragraph:
    """A stretch of Markdown: where it starts and ends, and the islands in it (prefixes of lines) that are no text."""

    __slots__ = ("end", "islands", "start")

    def __init__(self, start: int, end: int, islands: Sequence[tuple[int, int]] = ()) -> None:
        self.start = start
        self.end = end
        self.islands = islands


def read_inline(draft: Draft, paragraph: Paragraph) -> None:
    """Keep the text of a paragraph, and go over its markup."""
    _Reader(draft, paragraph).read()


class _Reader:
    __slots__ = ("_backticks", "_draft", "_end", "_islands", "_missing")

    def __init__(self, draft: Draft, paragraph: Paragraph) -> None:
        self._draft = draft
        self._end = paragraph.end
        self._islands = deque(paragraph.islands)
        self._backticks: dict[int, list[int]] | None = None
        self._missing: set[str] = set()  # what is not to be found up to the end, so that it is not looked for again

    def read(self) -> None:
        """Go through the paragraph."""
        readers: dict[str | None, Callable[[re.Match[str]], None]] = {
            "escape": self._read_escape,
            "code": self._read_code,
            "tag": self._read_angle,
            "reference": self._read_reference,
            "opening": self._read_opening,
            "emphasis": self._read_emphasis,
        }
        at = self._draft.at
        while found := _MARKUP.search(self._draft.source, at, self._end):
            if found.lastgroup != "address":  # which may hold what looks like markup
                readers.get(found.lastgroup, self._hide)(found)
            at = max(found.end(), self._draft.at)
        self._keep(self._end)

    def _keep(self, end: int) -> None:
        """Text up to `end`, without the islands."""
        draft = self._draft
        while self._islands and self._islands[0][0] < end:
            start, stop = self._islands.popleft()
            draft.keep(start)
            draft.hide(min(stop, end))
        draft.keep(end)

    def _hide(self, found: re.Match[str]) -> None:
        self._keep(found.start())
        self._draft.hide(found.end())

    def _read_escape(self, found: re.Match[str]) -> None:
        self._keep(found.start())
        self._draft.hide(found.start() + 1)

    def _read_reference(self, found: re.Match[str]) -> None:
        if found[0].endswith(";"):
            self._keep(found.start())
            put_reference(self._draft, found)

    def _read_opening(self, found: re.Match[str]) -> None:
        if not self._is_word(found.start() - 1):  # else a bracket in the middle of a word, as in text[1]
            self._hide(found)

    def _read_emphasis(self, found: re.Match[str]) -> None:
        before, after = found.start() - 1, found.end()
        is_within_word = self._is_word(before) and self._is_word(after)
        if found[0][0] == "_" and is_within_word:
            return
        if not (self._is_space(before) and self._is_space(after)):
            self._hide(found)

    def _read_code(self, found: re.Match[str]) -> None:
        starts = self._find_backticks().get(len(found[0]), [])
        index = bisect_left(starts, found.end())
        if index < len(starts):
            self._keep(found.start())
            self._draft.skip(starts[index] + len(found[0]))

    def _find_backticks(self) -> dict[int, list[int]]:
        """Where the runs of backticks start, by their length."""
        if self._backticks is None:
            self._backticks = {}
            for found in _BACKTICKS.finditer(self._draft.source, self._draft.at, self._end):
                self._backticks.setdefault(len(found[0]), []).append(found.start())
        return self._backticks

    def _read_angle(self, found: re.Match[str]) -> None:
        source, start = self._draft.source, found.start()
        if autolink := _AUTOLINK.match(source, start, self._end):
            self._keep(start)
            self._draft.skip(autolink.end())
        elif source.startswith("<!--", start):
            end = self._find("-->", start)
            if end is not None:
                self._keep(start)
                self._draft.hide(end + 3)
        elif ">" not in self._missing:
            tag = read_tag(source, start, self._end)
            if tag:
                self._keep(start)
                self._read_tag(tag)
            elif TAG_START.match(source, start, self._end):
                self._missing.add(">")

    def _read_tag(self, tag: Tag) -> None:
        draft = self._draft
        for start, end in readable_spans(tag):
            draft.skip(start)
            keep_references(draft, end)
            draft.skip(end + 1)
        if tag.name in elements.BLOCKS or tag.name in elements.OBJECTS:
            draft.skip(tag.end)
        draft.hide(tag.end)
        if tag.name in elements.HIDDEN and not tag.is_end:
            closing = self._find(f"</{tag.name}", tag.end)
            draft.skip(tag.end if closing is None else closing)

    def _find(self, text: str, start: int) -> int | None:
        found = -1 if text in self._missing else self._draft.source.find(text, start, self._end)
        if found == -1:
            self._missing.add(text)
            return None
        return found

    def _is_word(self, offset: int) -> bool:
        return self._draft.source[max(offset, 0) : offset + 1].isalnum()

    def _is_space(self, offset: int) -> bool:
        character = self._draft.source[max(offset, 0) : offset + 1]
        return not character or character.isspace()
