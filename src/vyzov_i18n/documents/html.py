"""HTML files: the text of their blocks, and of the attributes that people read (HTML, "Parsing HTML documents").

Our own tokenizer: the parsers at hand do not tell where attributes stand, or repair a broken file out of its places.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from vyzov_i18n.documents import elements
from vyzov_i18n.documents.model import Kind
from vyzov_i18n.documents.references import keep_references
from vyzov_i18n.documents.tags import TAG_START, Tag, read_tag, readable_spans

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

_RAW_END: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in elements.RAW}
_DEEPEST: Final = 10_000  # browsers stop at 512
_LANGUAGE: Final = re.compile(r"[A-Za-z0-9-]{1,35}")


def read_html(draft: Draft) -> None:
    """Make a segment of each stretch of text in one block and one language, and of each `alt` and `title`."""
    reader = _Reader(draft)
    size = len(draft.source)
    while (start := draft.source.find("<", draft.at)) != -1:
        reader.keep(start)
        reader.read_markup(start)
    reader.keep(size)
    reader.close()


class _Reader:
    """The elements that are open, and what they mean for the text in them."""

    __slots__ = ("_counts", "_draft", "_had_break", "_hidden", "_languages", "_open")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._open: list[str] = []
        self._languages: list[str | None] = [None]
        self._counts: Counter[str] = Counter()
        self._hidden = 0
        self._had_break = False

    def keep(self, end: int) -> None:
        """Text up to `end`, unless it is hidden."""
        draft = self._draft
        if self._hidden:
            draft.skip(end)
        elif end > draft.at:
            if self._had_break and not draft.source[draft.at : end].isspace():
                self._had_break = False
            keep_references(draft, end, flat=not self._counts["pre"])

    def close(self) -> None:
        """The block ends here."""
        if self._draft.has_text:
            self._draft.close(self._kind(), self._languages[-1])
        self._had_break = False

    def read_markup(self, start: int) -> None:
        """Read what begins with `<`: a tag, a comment, or a mere character."""
        source = self._draft.source
        if source.startswith("<!--", start):
            self._hide(source.find("-->", start + 2) + 3, start)
        elif source.startswith(("<!", "<?"), start):
            self._hide(source.find(">", start) + 1, start)
        elif not TAG_START.match(source, start):
            self.keep(start + 1)
        elif tag := read_tag(source, start, len(source)):
            self._read_tag(tag)
        else:
            self._hide(0, start)

    def _kind(self) -> Kind:
        if any(self._counts[name] for name in elements.HEADINGS):
            return Kind.HEADING
        return Kind.CELL if any(self._counts[name] for name in elements.CELLS) else Kind.PARAGRAPH

    def _hide(self, end: int, start: int) -> None:
        if end > start:
            self._draft.hide(end)
            return
        span = (start, min(start + 40, len(self._draft.source)))
        advice = "close it; nothing behind it was read"
        self._draft.report("unclosed-markup", "the tag or comment has no end", span, help=advice)
        self._draft.skip(len(self._draft.source))

    def _read_tag(self, tag: Tag) -> None:
        if tag.name == "br":
            self._break(tag.end)
        elif tag.is_end:
            self._end_element(tag)
        else:
            self._begin_element(tag)

    def _break(self, end: int) -> None:
        """A line ends, which a name may go across; at the second one in a row, a paragraph."""
        if self._hidden or self._had_break:
            self.close()
            self._draft.skip(end)
        else:
            self._draft.put("\n", end)
        self._had_break = True

    def _begin_element(self, tag: Tag) -> None:
        is_block = tag.name in elements.BLOCKS
        if is_block:
            self.close()
            while self._open and self._open[-1] in elements.IMPLIED_END.get(tag.name, elements.PARAGRAPH):
                self._pop()
        language = self._language_of(tag)
        if language != self._languages[-1]:
            self.close()
        self._read_attributes(tag, language)
        self._pass(tag)
        if tag.name not in elements.VOID and len(self._open) < _DEEPEST:
            self._push(tag.name, language)
        if raw_end := _RAW_END.get(tag.name):
            found = raw_end.search(self._draft.source, tag.end)
            self._draft.skip(found.start() if found else len(self._draft.source))

    def _end_element(self, tag: Tag) -> None:
        while self._counts[tag.name]:
            if self._open[-1] in elements.BLOCKS or self._languages[-1] != self._languages[-2]:
                self.close()
            if self._pop() == tag.name:
                break
        if tag.name in elements.BLOCKS:
            self.close()
        self._pass(tag)

    def _pass(self, tag: Tag) -> None:
        """Go over a tag; words on the two sides of an inline one belong together."""
        if self._hidden or tag.name in elements.BLOCKS or tag.name in elements.OBJECTS:
            self._draft.skip(tag.end)
        else:
            self._draft.hide(tag.end)

    def _read_attributes(self, tag: Tag, language: str | None) -> None:
        for start, end in readable_spans(tag):
            if not self._hidden:
                self.close()
                self._draft.skip(start)
                keep_references(self._draft, end, flat=True)
                self._draft.close(Kind.ATTRIBUTE, language)
                self._draft.skip(end + 1)

    def _language_of(self, tag: Tag) -> str | None:
        """The language of an element: its own, else that of the one around it."""
        span = tag.attributes.get("lang") or tag.attributes.get("xml:lang")
        if span is None:
            return self._languages[-1]
        language = self._draft.source[slice(*span)].strip()
        return language if _LANGUAGE.fullmatch(language) else None

    def _push(self, name: str, language: str | None) -> None:
        self._open.append(name)
        self._languages.append(language)
        self._counts[name] += 1
        self._hidden += name in elements.HIDDEN

    def _pop(self) -> str:
        name = self._open.pop()
        self._languages.pop()
        self._counts[name] -= 1
        self._hidden -= name in elements.HIDDEN
        return name
