"""A catalog as the rules see it: its translations with their sources, its language, the film it belongs to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.strings import raw_spans
from vyzov_i18n.checks.documentation import RULES
from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.messages.model import Text
from vyzov_i18n.messages.parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.model import Catalog, Entry
    from vyzov_i18n.checks.rendering import Rendering
    from vyzov_i18n.diagnostics.places import Place
    from vyzov_i18n.films import Film
    from vyzov_i18n.messages.model import MessageModel

_LONGEST_QUOTE: Final = 80


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A translation and what it translates: `part` is msgstr or msgstr[n], `source` the msgid or msgid_plural."""

    entry: Entry
    part: str
    source: str
    target: str


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A run of words in a translation, `start` its offset there: all of it, or what stands between placeholders."""

    unit: Unit
    start: int
    text: str


class Subject:
    """A catalog under check.

    `tag` is its language (BCP 47), None if it cannot be told. `film` is the film whose folder it stands in, `domain`
    its domain there (film, summary, lexicon), None for catalogs of other projects. `is_messages` tells that its texts
    are MessageFormat 2 messages.
    """

    def __init__(
        self, catalog: Catalog, tag: str | None = None, film: Film | None = None, domain: str | None = None
    ) -> None:
        self.catalog = catalog
        self.tag = tag
        self.language = tag.partition("-")[0] if tag else None
        self.film = film
        self.domain = domain
        self.is_messages = domain in ("film", "summary")
        self._models: dict[str, MessageModel | MessageSyntaxError] = {}
        self._last_spans: tuple[tuple[int, int], list[tuple[int, int]] | None] | None = None

    @property
    def text(self) -> str:
        """The whole file, for a rule to look whether it has anything to do at all."""
        return self.catalog.source.text if self.catalog.source else ""

    @property
    def is_lexicon(self) -> bool:
        """Whether the translations are forms of words."""
        return self.domain == "lexicon"

    @cached_property
    def units(self) -> list[Unit]:
        """The translations that a compiled catalog would hold, each form of a plural by itself."""
        units: list[Unit] = []
        for entry in self.catalog.entries:
            if entry.obsolete or entry.is_fuzzy or entry.is_header:
                continue
            if entry.plural is None:
                if entry.translations[0]:
                    units.append(Unit(entry, "msgstr", entry.message, entry.translations[0]))
            elif all(entry.translations):
                sources = (entry.message, *[entry.plural] * (len(entry.translations) - 1))
                units += (
                    Unit(entry, f"msgstr[{index}]", source, target)
                    for index, (source, target) in enumerate(zip(sources, entry.translations, strict=True))
                )
        return units

    @cached_property
    def rendering(self) -> Rendering | None:
        """The film told with this catalog; None for a catalog that stands in no film folder."""
        from vyzov_i18n.checks.rendering import render

        if self.film is None or self.tag is None or self.domain is None:
            return None
        return render(self.film, self.tag, self.domain, self.catalog)

    def model(self, text: str) -> MessageModel | None:
        """The message that a text is; None where it is not well-formed."""
        found = self.parsed(text)
        return None if isinstance(found, MessageSyntaxError) else found

    def parsed(self, text: str) -> MessageModel | MessageSyntaxError:
        """The message that a text is, or why it is none."""
        found = self._models.get(text)
        if found is None:
            try:
                found = parse(text)
            except MessageSyntaxError as error:
                found = error
            self._models[text] = found
        return found

    def stretches(self, unit: Unit) -> Iterator[Stretch]:
        """The words of a translation, without placeholders and the syntax of messages."""
        if not self.is_messages:
            yield Stretch(unit, 0, unit.target)
            return
        model = self.model(unit.target)
        for variant in model.variants if model else ():
            for part in variant.pattern.parts:
                if isinstance(part, Text) and part.value:
                    yield Stretch(unit, part.start, unit.target[part.start : part.end])

    def find(
        self,
        rule: str,
        unit: Unit,
        message: str,
        start: int = 0,
        end: int | None = None,
        *,
        help: str | None = None,
        suggestion: str | None = None,
    ) -> Diagnostic:
        """A finding at the characters from `start` to before `end` of a translation, all of it without them.

        A name that has forms in the lexicon gets no suggestion: to change it alone would lose them.
        """
        end = len(unit.target) if end is None else end
        quote = unit.target[start:end][:_LONGEST_QUOTE]
        place = self._place(unit, start, end)
        if suggestion is None or not self._has_forms(unit):
            return self._finding(rule, message, place, quote, help, suggestion)
        by_hand = f"write “{suggestion}” by hand, and correct the msgid of each form of this name in lexicon.po with it"
        return self._finding(rule, message, place, quote, by_hand, None)

    def find_in(
        self, rule: str, entry: Entry, part: str, message: str, *, help: str | None = None, text: str | None = None
    ) -> Diagnostic:
        """A finding at a whole part of an entry: msgid, msgstr of the header."""
        return self._finding(rule, message, self.catalog.place(entry, part), text, help, None)

    def find_in_file(self, rule: str, message: str, *, help: str | None = None) -> Diagnostic:
        """A finding about the catalog as a whole."""
        return self._finding(rule, message, None, None, help, None)

    def _has_forms(self, unit: Unit) -> bool:
        """Whether a translation is what entries of the lexicon are forms of."""
        if self.domain != "film" or self.rendering is None:
            return False
        return bool(self.rendering.lexicon.slots(unit.entry.context or "", unit.target))

    def _finding(
        self, rule: str, message: str, place: Place | None, text: str | None, help: str | None, suggestion: str | None
    ) -> Diagnostic:
        documented = RULES[rule]
        return Diagnostic(
            rule=rule,
            message=message,
            severity=documented.severity,
            path=self.catalog.path,
            text=text,
            help=documented.instead if help is None else help,
            suggestion=suggestion,
            **(msgspec.structs.asdict(place) if place else {}),
        )

    def _place(self, unit: Unit, start: int, end: int) -> Place | None:
        span = unit.entry.spans.get(unit.part) if unit.entry.spans else None
        source = self.catalog.source
        if span is None or source is None:
            return None
        spans = self._raw_spans_of(source.text, span, len(unit.target))
        if not spans:
            return source.place(*span)
        last = spans[min(max(end, start + 1), len(spans)) - 1]
        return source.place(span[0] + spans[min(start, len(spans) - 1)][0], span[0] + last[1])

    def _raw_spans_of(self, text: str, span: tuple[int, int], length: int) -> list[tuple[int, int]] | None:
        """Those of the translation that the last finding was in are kept: a long one may have many."""
        if self._last_spans is None or self._last_spans[0] != span:
            self._last_spans = span, raw_spans(text[slice(*span)], length)
        return self._last_spans[1]
