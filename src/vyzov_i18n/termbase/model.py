"""The glossary as data: concept, language, terms, forms (ISO 30042:2019, the levels of a concept entry)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping


class Category(StrEnum):
    """What kind of thing a concept is."""

    PERSON = "person"
    CHARACTER = "character"
    PLACE = "place"
    SHIP = "ship"
    ORGANIZATION = "organization"
    WORK = "work"
    PHRASE = "phrase"


class Status(StrEnum):
    """How a term stands (ISO 30042 administrative status); a forbidden one is wrong, a deprecated one outdated."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


class PartOfSpeech(StrEnum):
    """The part of speech of a term (TBX-Basic picklist)."""

    PROPER_NOUN = "properNoun"
    NOUN = "noun"
    ADJECTIVE = "adjective"


class Usage(StrEnum):
    """In which shape a form gives a name."""

    FULL = "full"
    SHORT = "short"  # МКС
    SURNAME = "surname"  # a later mention: Пересильд
    GIVEN = "given"  # a later mention: Женя
    INITIAL = "initial"  # Ю. Пересильд
    INVERTED = "inverted"  # Пересильд Юлия


class Context(StrEnum):
    """Where a word that is also a common noun stands for the concept."""

    CAPITALIZED = "capitalized"  # and not the first word of a sentence
    QUOTED = "quoted"
    CLASS_WORD = "class-word"  # after what it is: фильм «Вызов», модуль «Наука»


class Form(msgspec.Struct, frozen=True):
    """One spelling of a term. Case and number are CLDR's names, None where the language has none of them."""

    text: str
    case: str | None = None
    number: str | None = None
    gender: str | None = None
    usage: Usage = Usage.FULL


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A term of one language, with all its forms; the first of them is `text` itself.

    `kind` is what the thing is, as a lexicon names it in X-Quoted-Categories (film, module, station, person).
    `contexts` are the places where it counts, any of them; none means everywhere. `case_sensitive` tells that its first
    letters must be as written. `is_quoted` tells that it stands in the language's quotation marks.
    """

    concept: str
    locale: str
    text: str
    kind: str = ""
    status: Status = Status.PREFERRED
    part_of_speech: PartOfSpeech = PartOfSpeech.NOUN
    gender: str | None = None
    number: str | None = None
    indeclinable: bool = False
    case_sensitive: bool = False
    is_quoted: bool = False
    contexts: tuple[Context, ...] = ()
    forms: tuple[Form, ...] = ()
    note: str | None = None
    sources: tuple[str, ...] = ()

    def form(self, case: str | None, number: str | None = None, usage: Usage = Usage.FULL) -> Form | None:
        """The form of that case, number and usage; None where the lexicon lacks it."""
        wanted = (case, number or self.forms[0].number, usage)
        return next((form for form in self.forms if (form.case, form.number, form.usage) == wanted), None)


class ConceptEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A concept with its terms by locale (BCP 47), the preferred term of each first.

    `definition` tells who or what it is, `sources` who names it.
    """

    id: str
    category: Category
    definition: str | None = None
    sources: tuple[str, ...] = ()
    terms: Mapping[str, tuple[Term, ...]] = {}

    def preferred(self, locale: str) -> Term | None:
        """The preferred term of a locale; None where it has none."""
        return next((term for term in self.terms.get(locale, ()) if term.status is Status.PREFERRED), None)


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A term found in a text: `text[start:end]`, in characters of the original.

    `term` is the term, `forms` the forms it may be (one spelling may serve several cases). `is_quoted` tells that it
    stands in quotation marks, `look_alike` that some of its letters are of another script.
    """

    start: int
    end: int
    text: str
    term: Term
    forms: tuple[Form, ...]
    is_quoted: bool = False
    look_alike: bool = False

    @property
    def concept(self) -> str:
        """The id of the concept."""
        return self.term.concept

    @property
    def locale(self) -> str:
        """The locale of the term."""
        return self.term.locale

    @property
    def status(self) -> Status:
        """The status of the term."""
        return self.term.status


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What a word form is: the concept, the term it is a form of, its case and number, what each language prefers."""

    concept: ConceptEntry
    term: Term
    form: Form
    preferred: Mapping[str, str]
