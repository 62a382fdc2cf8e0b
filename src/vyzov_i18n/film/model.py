"""The shape of `film.toml`: concepts with names, facts with sourced claims, credits and lines of summaries."""

# Annotations are values here, not strings: msgspec would compile each string at the first film that is loaded.
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Self

import msgspec
from msgspec import Meta

from vyzov_i18n.film.concepts import (
    Character,
    Concept,
    Id,
    Ids,
    OriginalTitle,
    Person,
    Place,
    Record,
    Source,
    Text,
)
from vyzov_i18n.film.facts import Claim, Fact, accepted_claim


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


class CastMember(Record, frozen=True, kw_only=True):
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


class CrewMember(Record, frozen=True, kw_only=True):
    """Who did what; the order of the list is the credit order."""

    job: Job
    person: Id
    sources: Ids = ()


class Line(Record, frozen=True, kw_only=True):
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


class FilmFacts(Record, frozen=True, kw_only=True):
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
