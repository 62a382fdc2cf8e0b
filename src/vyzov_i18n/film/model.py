"""The shape of `film.toml`: concepts with names, facts with sourced claims, credits and summary lines.

A *concept* (person, character, place, ship, organization, work, term) has an id that is unique in its table; its
concept id is `table/id`, as in `person/yulia-peresild`. A *fact* holds claims side by side; at most one is accepted.
"""

# Annotations are values here, not strings: msgspec would compile each string at the first film that is loaded.
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Generic, Self, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from vyzov_i18n.film.values import (
    Count,
    Duration,
    Hedge,
    Hedged,
    Interval,
    Mass,
    Money,
    PartialDate,
    Range,
    Share,
)

V = TypeVar("V")

ID_PATTERN = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z"
Id: TypeAlias = Annotated[
    str, Meta(pattern=ID_PATTERN, description="an id of lower-case letters, digits and hyphens such as 'klim-shipenko'")
]
ConceptId: TypeAlias = Annotated[
    str,
    Meta(pattern=ID_PATTERN.replace("^", r"^[a-z]+/"), description="a concept id such as 'person/klim-shipenko'"),
]
Country: TypeAlias = Annotated[
    str, Meta(pattern=r"^[A-Z]{2}\Z", description="a country code of ISO 3166-1 alpha-2 such as 'RU'")
]
Text: TypeAlias = Annotated[str, Meta(min_length=1, description="a string that is not empty")]
Ids: TypeAlias = tuple[Id, ...]


class NameStatus(StrEnum):
    """How a name that is not the preferred one stands (ISO 30042 administrative status)."""

    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


class Gender(StrEnum):
    """The natural gender of a person or character; a lexicon may set the grammatical one apart from it."""

    FEMALE = "female"
    MALE = "male"


class Length(StrEnum):
    """The summary lengths; `LIMITS` of the summaries gives their characters."""

    LOGLINE = "logline"
    SHORT = "short"
    MEDIUM = "medium"
    FULL = "full"


class Paragraph(StrEnum):
    """The paragraphs of a full summary, in their order."""

    OPENING = "opening"
    STORY = "story"
    FILMING = "filming"
    PEOPLE = "people"
    RELEASE = "release"


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What every table of `film.toml` has in common: immutable, named fields, no unknown keys."""


class Source(_Record, frozen=True, kw_only=True):
    """Where a claim comes from; what is unknown of it is left out, never guessed. ValueError without any name."""

    publisher: Text | None = None
    title: Text | None = None
    author: Text | None = None
    published: PartialDate | None = None
    address: Text | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        if not (self.publisher or self.title):
            raise ValueError("a source needs a publisher or a title")


class OtherName(_Record, frozen=True, kw_only=True):
    """A name that some source gives to a concept and that is not the preferred one."""

    name: Text
    status: NameStatus
    sources: Ids = ()
    note: Text | None = None


class Concept(_Record, frozen=True, kw_only=True):
    """A thing with a name: `name` is the English wording, `note` tells the translator who or what it is."""

    name: Text
    note: Text | None = None
    sources: Ids = ()
    other_names: tuple[OtherName, ...] = ()


class Person(Concept, frozen=True, kw_only=True):
    """A person."""

    gender: Gender | None = None


class Character(Person, frozen=True, kw_only=True):
    """A character of the film; `profession` is a term's id."""

    profession: Id | None = None


class PlaceKind(StrEnum):
    """What kind of place it is; a language may quote the names of some kinds."""

    CITY = "city"
    COUNTRY = "country"
    STATION = "station"
    MODULE = "module"
    STUDIO = "studio"
    OTHER = "place"


class Place(Concept, frozen=True, kw_only=True):
    """A place."""

    kind: PlaceKind = PlaceKind.OTHER


class OriginalTitle(Concept, frozen=True, kw_only=True):
    """The title in the film's own language (BCP 47), never translated."""

    language: Text


class Claim(_Record, Generic[V], frozen=True, kw_only=True):
    """What sources say: a value, how they hedge it, whether the summaries use it."""

    value: V
    sources: Annotated[tuple[Id, ...], Meta(min_length=1)]
    accepted: bool = False
    hedge: Hedge | None = None
    note: Text | None = None

    @property
    def hedged_value(self) -> V | Hedged:
        """The value, wrapped in `Hedged` where the sources hedge it."""
        return self.value if self.hedge is None else Hedged(self.value, self.hedge)


class _Fact(_Record, tag_field="kind", frozen=True, kw_only=True):
    """What every fact has; the qualifiers tell where, when and with what it holds.

    `label` names a fact that the library does not know by its id. `opinion` keeps a fact out of every summary.
    """

    label: Text | None = None
    note: Text | None = None
    opinion: bool = False
    country: Country | None = None
    adjective: Id | None = None
    place: Id | None = None
    date: PartialDate | None = None
    ship: Id | None = None
    return_ship: Id | None = None
    person: Id | None = None


class DateFact(_Fact, tag="date", frozen=True, kw_only=True):
    """A day, month or year."""

    claims: tuple[Claim[PartialDate], ...]


class IntervalFact(_Fact, tag="interval", frozen=True, kw_only=True):
    """From one date to another."""

    claims: tuple[Claim[Interval], ...]


class CountFact(_Fact, tag="count", frozen=True, kw_only=True):
    """A whole number of things."""

    claims: tuple[Claim[Count], ...]


class RangeFact(_Fact, tag="range", frozen=True, kw_only=True):
    """A number or quantity between two others."""

    claims: tuple[Claim[Range], ...]


class ShareFact(_Fact, tag="share", frozen=True, kw_only=True):
    """A part of a whole."""

    claims: tuple[Claim[Share], ...]


class MoneyFact(_Fact, tag="money", frozen=True, kw_only=True):
    """An amount of money."""

    claims: tuple[Claim[Money], ...]


class MassFact(_Fact, tag="mass", frozen=True, kw_only=True):
    """A mass."""

    claims: tuple[Claim[Mass], ...]


class DurationFact(_Fact, tag="duration", frozen=True, kw_only=True):
    """A length of time."""

    claims: tuple[Claim[Duration], ...]


class FlagFact(_Fact, tag="flag", frozen=True, kw_only=True):
    """Something that is so or is not."""

    claims: tuple[Claim[bool], ...]


class CountryFact(_Fact, tag="country", frozen=True, kw_only=True):
    """A country, as its ISO 3166-1 alpha-2 code."""

    claims: tuple[Claim[Country], ...]


class ConceptsFact(_Fact, tag="concepts", frozen=True, kw_only=True):
    """One or more concepts, in their order, by concept id."""

    claims: tuple[Claim[Annotated[tuple[ConceptId, ...], Meta(min_length=1)]], ...]


class TextFact(_Fact, tag="text", frozen=True, kw_only=True):
    """A statement: an English MessageFormat 2 message whose variables are ids of this film."""

    claims: tuple[Claim[Text], ...]


Fact: TypeAlias = (
    DateFact
    | IntervalFact
    | CountFact
    | RangeFact
    | ShareFact
    | MoneyFact
    | MassFact
    | DurationFact
    | FlagFact
    | CountryFact
    | ConceptsFact
    | TextFact
)


class CastMember(_Record, frozen=True, kw_only=True):
    """Who plays whom; the order of the list is the billing order."""

    person: Id
    character: Id | None = None
    sources: Ids = ()


class Job(StrEnum):
    """The crew jobs that summaries speak of."""

    DIRECTOR = "director"
    WRITER = "writer"
    PRODUCER = "producer"
    COMPOSER = "composer"
    CINEMATOGRAPHER = "cinematographer"
    EDITOR = "editor"


class CrewMember(_Record, frozen=True, kw_only=True):
    """Who did what; the order of the list is the credit order."""

    job: Job
    person: Id
    sources: Ids = ()


class Line(_Record, frozen=True, kw_only=True):
    """A sentence of this film only: an English MessageFormat 2 message whose variables are ids of this film.

    It is used in `lengths`, in `paragraph`, and only while every fact of `facts` and every line of `after` stands.
    `importance` (1 to 100) decides what goes first when a text is too long.
    """

    id: Id
    text: Text
    lengths: Annotated[tuple[Length, ...], Meta(min_length=1)]
    paragraph: Paragraph = Paragraph.STORY
    facts: Ids = ()
    after: Ids = ()
    importance: Annotated[int, Meta(ge=1, le=100, description="an integer from 1 to 100")] = 50
    note: Text | None = None


class FilmFacts(_Record, frozen=True, kw_only=True):
    """Everything `film.toml` holds, frozen and checked."""

    format: Annotated[int, Meta(ge=1, le=1, description="1, the only format so far")]
    title: Concept
    original_title: OriginalTitle | None = None
    source: Mapping[Id, Source]
    person: Mapping[Id, Person] = {}
    character: Mapping[Id, Character] = {}
    place: Mapping[Id, Place] = {}
    ship: Mapping[Id, Concept] = {}
    organization: Mapping[Id, Concept] = {}
    work: Mapping[Id, Concept] = {}
    term: Mapping[Id, Concept] = {}
    cast: tuple[CastMember, ...] = ()
    crew: tuple[CrewMember, ...] = ()
    fact: Mapping[Id, Fact] = {}
    line: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        for table in ("source", "fact", *CONCEPT_TABLES):
            msgspec.structs.force_setattr(self, table, MappingProxyType(dict(getattr(self, table))))

    def concepts(self) -> Iterator[tuple[str, Concept]]:
        """Every named thing as (concept id, concept), the title first, then in the order of the file."""
        yield TITLE, self.title
        for table in CONCEPT_TABLES:
            for name, concept in getattr(self, table).items():
                yield f"{table}/{name}", concept

    def concept(self, concept_id: str) -> Concept:
        """The concept of that id; KeyError if there is none."""
        if concept_id == TITLE:
            return self.title
        table, _, name = concept_id.partition("/")
        if table not in CONCEPT_TABLES:
            raise KeyError(concept_id)
        concept: Concept = getattr(self, table)[name]
        return concept

    def accepted(self, fact_id: str) -> Claim[Any] | None:
        """The claim of a fact that summaries use, or None if the fact is missing, unresolved or an opinion."""
        fact = self.fact.get(fact_id)
        return None if fact is None else accepted_claim(fact)

    def crew_of(self, job: Job) -> tuple[CrewMember, ...]:
        """The members of the crew with that job, in credit order."""
        return tuple(member for member in self.crew if member.job is job)

    def sources_of(self, name: str) -> tuple[Id, ...]:
        """The sources of an accepted fact, of the title or original title, or of a credit ("cast", or a job)."""
        if name == "title":
            return self.title.sources
        if name == "original-title":
            return self.original_title.sources if self.original_title else ()
        claim = self.accepted(name)
        members = [member for member in self.crew if member.job == name] if name != "cast" else self.cast
        return claim.sources if claim else tuple(source for member in members for source in member.sources)

    def without(self, *ids: str) -> Self:
        """The film without these facts, and without the lines that rest on them. KeyError on an unknown id."""
        if unknown := set(ids) - self.fact.keys():
            raise KeyError(", ".join(sorted(unknown)))
        facts = {name: fact for name, fact in self.fact.items() if name not in ids}
        gone = {line.id for line in self.line if set(ids) & facts_of(line, self.fact)}
        return msgspec.structs.replace(self, fact=facts, line=_lines_without(self.line, gone))


TITLE = "film/title"
ORIGINAL_TITLE = "film/original-title"
CONCEPT_TABLES = ("person", "character", "place", "ship", "organization", "work", "term")
_VARIABLE = re.compile(r"\$([^\W\d][\w.-]*)")
_LOCAL = re.compile(r"\.local\s+\$([^\W\d][\w.-]*)")


def accepted_claim(fact: Fact) -> Claim[Any] | None:
    """The claim that summaries use, or None where none is accepted or the fact is an opinion."""
    return None if fact.opinion else next((claim for claim in fact.claims if claim.accepted), None)


def facts_of(line: Line, facts: Mapping[str, Fact]) -> set[str]:
    """The ids of the facts that a line rests on: those it names and those its text uses as variables."""
    return {*line.facts, *(name for name in variables_of(line.text) if name in facts)}


def variables_of(text: str) -> tuple[str, ...]:
    """The names of the variables that an English message of `film.toml` takes, in their order, each once."""
    local = set(_LOCAL.findall(text))
    return tuple(dict.fromkeys(name for name in _VARIABLE.findall(text) if name not in local))


def _lines_without(lines: tuple[Line, ...], gone: set[str]) -> tuple[Line, ...]:
    """The lines that still stand once `gone` are, following `after`."""
    while more := {line.id for line in lines if line.id not in gone and gone & set(line.after)}:
        gone = gone | more
    return tuple(line for line in lines if line.id not in gone)
