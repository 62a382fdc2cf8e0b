"""The names of a translation against those of the concepts and facts that it tells of."""

from __future__ import annotations

import re
from collections import Counter
from functools import reduce
from itertools import islice
from operator import and_, or_
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.checks.romanization import is_similar, says_enough, similarity, sound
from vyzov_i18n.checks.tellings import read_tellings
from vyzov_i18n.termbase.model import Category, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vyzov_i18n.checks.entry_facts import EntryFacts
    from vyzov_i18n.checks.rendering import Rendering
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.checks.tellings import Telling
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.film.model import FilmFacts
    from vyzov_i18n.termbase.model import Match

# Kinds of names that may be taken for one another.
_GROUPS: Final = {
    "person": "people",
    "character": "people",
    "place": "places",
    "ship": "places",
    "organization": "organizations",
    "film": "works",
    "work": "works",
}
_PEOPLE: Final = ("person", "character")  # a title may well be the name of a place, translated
_TRANSCRIBED: Final = ("person", "character", "place", "ship", "organization")
_NUMBERED: Final = (*_TRANSCRIBED, "work")
_OTHER_NAMES: Final = ("admitted", "deprecated", "forbidden")
_TERM: Final = "term/"
_LONGEST: Final = 200  # characters of a name
_MOST: Final = 100  # findings of a variant
_MOST_WORDS: Final = 1000  # words of a sentence among which a name is looked for
_LIKE: Final = 0.8
_MUCH_MORE: Final = 0.25
_MENTIONS: Final = (Usage.SURNAME, Usage.GIVEN, Usage.INITIAL)
_WORD: Final = re.compile(r"\w{3,}")


class _Mention(NamedTuple):
    """A name in a translation, itself or as a variable: the concepts that it may be of."""

    concepts: frozenset[str]
    start: int
    end: int


class _Named(NamedTuple):
    """Whom a source names, and how often at most; whom its facts are about; how often at least each variant does."""

    counts: Counter[str]
    of_facts: set[str]
    required: Counter[str]


class NameCheck:
    """Checks the names in the translations of one catalog."""

    def __init__(self, subject: Subject, rendering: Rendering, film: FilmFacts, facts: EntryFacts) -> None:
        self._subject = subject
        self._tag = subject.tag or ""
        self._rendering = rendering
        self._glossary = rendering.glossary
        self._film = film
        self._facts = facts
        self._meanings: dict[tuple[str, str, Usage], frozenset[str]] = {}
        self._all = {concept for concept, _ in film.concepts()}
        self._known = {
            concept: names
            for concept in sorted(self._all)
            if concept.partition("/")[0] in _TRANSCRIBED
            and (
                names := tuple(
                    name
                    for name in (*self._names(concept), rendering.base(concept))
                    if name and len(name) <= _LONGEST and says_enough(name)
                )
            )
        }
        self._known_words = {concept: self._words(concept) or names for concept, names in self._known.items()}

    def check_name(self, unit: Unit, concept: str) -> Iterator[Diagnostic]:
        """Whether a name, or a form of it, is that of another concept."""
        text = unit.target
        if len(text) > _LONGEST or concept.startswith(_TERM):
            return
        names = (*self._names(concept), *self._words(concept))
        own = max((similarity(text, name) or 0.0 for name in (unit.source, *names)), default=0.0)
        other, likeness = self._nearest(text, concept)
        title = self._title(concept)
        if other is not None and likeness >= _LIKE and likeness - own >= _MUCH_MORE:
            message = f"“{text}” is the name of {self._title(other)}, not of {title}"
            yield self._subject.find("swapped-name", unit, message, help=f"write the name of {title} ({concept})")
        elif concept.partition("/")[0] in _NUMBERED and (wrong := _other_digits(unit)):
            message = f"“{wrong[0]}” is not the number in the name of {title}"
            yield self._subject.find(
                "wrong-number", unit, message, *wrong.span(), help=f"the source has “{unit.source}”"
            )

    def check_sentence(self, unit: Unit) -> Iterator[Diagnostic]:
        """Whether the sentence names whom its source names."""
        if unit.source == unit.target:
            return
        sources = read_tellings(self._subject.model(unit.source), unit.source)
        targets = read_tellings(self._subject.model(unit.target), unit.target)
        if not sources or not targets:
            return
        wanted = [self._count(telling) for telling in sources]
        if not any(wanted):
            return
        variables = frozenset().union(*(telling.variables for telling in sources))
        facts = self._facts.facts(unit.entry.context, variables)
        source = _Named(reduce(or_, wanted), self._facts.concepts(facts), reduce(and_, wanted))
        found = [list(self._mentions(telling, self._tag)) for telling in targets]
        swapped = [one for mentions in found for one in islice(self._compare(unit, mentions, source), _MOST)]
        yield from swapped
        if not swapped:
            yield from self._find_missing(unit, sources, [mention for mentions in found for mention in mentions])

    def _compare(self, unit: Unit, mentions: list[_Mention], source: _Named) -> Iterator[Diagnostic]:
        """Names that the source does not have, or not so often, in the place of names that it has."""
        present = Counter(concept for mention in mentions for concept in mention.concepts)
        seen: Counter[str] = Counter()
        for mention in mentions:
            seen.update(mention.concepts)
            if any(seen[concept] <= source.counts[concept] for concept in mention.concepts):
                continue
            if mention.concepts & (source.of_facts - source.counts.keys()):
                continue
            group = _group(next(iter(mention.concepts)))
            missing = sorted(concept for concept in source.required - present if _group(concept) == group)
            if missing:
                text = unit.target[mention.start : mention.end]
                named = ", ".join(map(self._title, missing))
                message = f"“{text}” names {self._title(min(mention.concepts))}, but the source {named}"
                remedy = f"name {named} ({', '.join(missing)})"
                yield self._subject.find("swapped-name", unit, message, mention.start, mention.end, help=remedy)

    def _find_missing(self, unit: Unit, sources: list[Telling], found: list[_Mention]) -> Iterator[Diagnostic]:
        """Names that the source has literally, and the translation in no form."""
        present = {concept for mention in found for concept in mention.concepts}
        matches = [match for telling in sources for run in telling.runs for match in self._find(run.text, "en")]
        for concept in dict.fromkeys(match.concept for match in matches):
            preferred = self._glossary.concept(concept).preferred(self._tag)
            if preferred is None or concept in present or not _group(concept):
                continue
            names = (preferred.text, self._title(concept))
            if not any(_is_like(unit.target, name) for name in names):
                message = f"the translation does not name {self._title(concept)}, as its source does"
                yield self._subject.find("missing-name", unit, message, help=f"name it: {preferred.text}")

    def _count(self, telling: Telling) -> Counter[str]:
        return Counter(concept for mention in self._mentions(telling, "en") for concept in mention.concepts)

    def _mentions(self, telling: Telling, locale: str) -> Iterator[_Mention]:
        for use in telling.uses:
            for concept in self._rendering.concepts.get(use.name, ()):
                if _group(concept):
                    yield _Mention(frozenset((concept,)), use.start, use.end)
        for run in telling.runs:
            for match in self._find(run.text, locale):
                yield _Mention(self._meant(match), run.start + match.start, run.start + match.end)

    def _find(self, text: str, locale: str) -> list[Match]:
        matches = self._glossary.find(text, introduced=set(self._all), locale=locale)
        return [match for match in matches if _group(match.concept)]

    def _meant(self, match: Match) -> frozenset[str]:
        key = match.text, match.concept, match.forms[0].usage
        if key not in self._meanings:
            self._meanings[key] = self._read_meanings(match)
        return self._meanings[key]

    def _read_meanings(self, match: Match) -> frozenset[str]:
        """The concepts of a name; a surname or given name alone may be that of several people."""
        found = {match.concept, *(meaning.concept.id for meaning in self._glossary.lookup(match.text))}
        if match.forms[0].usage in _MENTIONS:
            found.update(
                concept.id
                for concept in self._glossary.concepts
                if concept.category in (Category.PERSON, Category.CHARACTER)
                for term in concept.terms.get(match.locale, ())
                if any(match.text in form.text for form in term.forms)
            )
        return frozenset(found)

    def _nearest(self, text: str, concept: str) -> tuple[str | None, float]:
        """The other concept whose name sounds most like the text, and how much so; of equals one of the same kind."""
        likely = _TRANSCRIBED if concept.partition("/")[0] in _TRANSCRIBED else _PEOPLE
        known = self._known_words if concept.startswith(_PEOPLE) and len(text.split()) == 1 else self._known
        rows = [
            (max(similarity(text, name) or 0.0 for name in names), _group(other) == _group(concept), other)
            for other, names in known.items()
            if other != concept and other.startswith(likely)
        ]
        likeness, _, other = max(rows, default=(0.0, False, None))
        return other, likeness

    def _names(self, concept: str) -> tuple[str, ...]:
        found = self._film.concept(concept)
        return (found.name, *(other.name for other in found.other_names))

    def _words(self, concept: str) -> tuple[str, ...]:
        """The given names and surnames of people."""
        if not concept.startswith(_PEOPLE):
            return ()
        return tuple(word for name in self._names(concept) for word in name.split() if says_enough(word))

    def _title(self, concept: str) -> str:
        return self._film.concept(concept).name


def concept_of(context: str, concepts: Mapping[str, object] | Iterable[str]) -> str | None:
    """The concept whose name an entry of `film.po` is, or a form of it in `lexicon.po`; None for any other entry."""
    slot, _, concept = context.rpartition("|")
    return concept if concept in concepts and slot.rpartition(".")[2] not in _OTHER_NAMES else None


def _group(concept: str) -> str | None:
    return _GROUPS.get(concept.partition("/")[0])


def _is_like(text: str, name: str) -> bool:
    """Whether a word of the text sounds like one of the name."""
    words = list(dict.fromkeys(_WORD.findall(text)))[:_MOST_WORDS]
    return any(is_similar(word, part) for part in _WORD.findall(name) for word in words)


def _other_digits(unit: Unit) -> re.Match[str] | None:
    """The number in a name that is not that of its source, where both have one."""
    source, target = sound(unit.source), sound(unit.target)
    wanted = source.digits if source else "".join(filter(str.isdecimal, unit.source))
    if not wanted or target is None or target.digits in (wanted, ""):
        return None
    return re.search(r"\d+", unit.target)
