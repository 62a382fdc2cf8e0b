"""Sources and concepts: what a film speaks of, each with its names.

A *concept* (person, character, place, ship, organization, work, term) has an id that is unique in its table; its
concept id is `table/id`, as in `person/yulia-peresild`.
"""

# Annotations are values here, not strings: msgspec would compile each string at the first film that is loaded.
from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from vyzov_i18n.film.values import PartialDate

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


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What every table of `film.toml` has in common: immutable, named fields, no unknown keys."""


class Source(Record, frozen=True, kw_only=True):
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


class OtherName(Record, frozen=True, kw_only=True):
    """A name that some source gives to a concept and that is not the preferred one."""

    name: Text
    status: NameStatus
    sources: Ids = ()
    note: Text | None = None


class Concept(Record, frozen=True, kw_only=True):
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
