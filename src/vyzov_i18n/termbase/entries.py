"""The concept entries of a film, from its facts and its catalogs: the words stand there and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.film.concepts import Person
from vyzov_i18n.film.model import TITLE
from vyzov_i18n.termbase.forms import forms_of, with_mentions
from vyzov_i18n.termbase.model import Category, ConceptEntry, Context, Form, PartOfSpeech, Status, Term, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vyzov_i18n.film.concepts import Concept, OtherName
    from vyzov_i18n.film.model import FilmFacts
    from vyzov_i18n.localizer import Localizer
    from vyzov_i18n.messages.terms import Term as Name

_CATEGORIES: Final = {"film": Category.WORK, "term": Category.PHRASE}
_PEOPLE: Final = (Category.PERSON, Category.CHARACTER)
_NATURAL_GENDERS: Final = {"female": "feminine", "male": "masculine"}
_CONTEXTS: Final = {context.value: context for context in Context}
_OTHER: Final = (Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN)


def read_entries(film: FilmFacts, localizers: Mapping[str, Localizer]) -> Iterator[ConceptEntry]:
    """The entries of all concepts in these locales, in the order of the film; a locale without a name has no terms."""
    for concept_id, concept in film.concepts():
        category = _category(concept_id)
        yield ConceptEntry(
            id=concept_id,
            category=category,
            definition=concept.note,
            sources=_name_sources(film, concept.sources),
            terms={
                tag: terms
                for tag, localizer in localizers.items()
                if (terms := tuple(_terms(localizer, concept_id, concept, category)))
            },
        )


def _category(concept_id: str) -> Category:
    table = concept_id.partition("/")[0]
    return _CATEGORIES.get(table) or Category(table)


def _name_sources(film: FilmFacts, ids: Iterable[str]) -> tuple[str, ...]:
    sources = (film.source[name] for name in ids)
    return tuple(source.publisher or source.title or "" for source in sources)


def _terms(localizer: Localizer, concept_id: str, concept: Concept, category: Category) -> Iterator[Term]:
    name = localizer.term(concept_id)
    if name.foreign:
        return
    slots = localizer.lexicon.slots(concept_id, name.base)
    forms = list(forms_of(name.base, slots, localizer.lexicon.cases, localizer.lexicon.genders))
    preferred = _term(localizer, name, concept, category, slots, forms, Status.PREFERRED)
    yield preferred
    known = {form.text for form in preferred.forms}
    for text, status, note, sources in _other_names(localizer, concept_id, concept, slots):
        if text not in known:
            known.add(text)
            other = [Form(text, forms[0].case, forms[0].number), *_other_forms(localizer, slots, status, text)]
            term = _term(localizer, name, concept, category, slots, other, status)
            yield msgspec.structs.replace(term, note=note, sources=sources)


def _term(
    localizer: Localizer,
    name: Name,
    concept: Concept,
    category: Category,
    slots: Mapping[str, str],
    forms: Sequence[Form],
    status: Status,
) -> Term:
    words = slots.get("context", "").split() if status is not Status.FORBIDDEN else ()
    contexts = tuple(_CONTEXTS[word] for word in words if word in _CONTEXTS)  # of others the linter tells
    forms = list(with_mentions(forms, _usages(category, status)))
    gender = slots.get("gender")
    if gender is None and isinstance(concept, Person) and concept.gender:
        gender = _NATURAL_GENDERS[concept.gender.value]
    first = next(iter(forms))
    return Term(
        concept=name.concept,
        locale=localizer.tag,
        text=first.text,
        kind=name.category,
        status=status,
        part_of_speech=_part_of_speech(category, forms),
        gender=gender,
        number=first.number,
        indeclinable=slots.get("indeclinable", "no") != "no",
        case_sensitive=bool(contexts) or (category is not Category.PHRASE and " " not in first.text),
        is_quoted=localizer.lexicon.is_quoted(name.category),
        contexts=contexts,
        forms=tuple(dict.fromkeys(forms)),
        note=slots.get("note"),
        sources=_name_sources(localizer.film, concept.sources),
    )


def _usages(category: Category, status: Status) -> tuple[Usage, ...]:
    """How else a person may be named; of another name than the preferred one only the surname is sure to be one."""
    if category not in _PEOPLE or status in (Status.DEPRECATED, Status.FORBIDDEN):
        return ()
    if status is not Status.PREFERRED:
        return (Usage.SURNAME,)
    given = (Usage.GIVEN,) if category is Category.CHARACTER else ()
    return (Usage.SURNAME, Usage.INITIAL, Usage.INVERTED, *given)


def _part_of_speech(category: Category, forms: Sequence[Form]) -> PartOfSpeech:
    if category is not Category.PHRASE:
        return PartOfSpeech.PROPER_NOUN
    return PartOfSpeech.ADJECTIVE if any(form.gender for form in forms) else PartOfSpeech.NOUN


def _other_names(
    localizer: Localizer, concept_id: str, concept: Concept, slots: Mapping[str, str]
) -> Iterator[tuple[str, Status, str | None, tuple[str, ...]]]:
    """The names a lexicon lists, a line each, and those of `film.toml` in the language of `film.toml`."""
    film = localizer.film
    told = {other.name: other for other in _told_names(film, concept_id, concept)}
    for status in _OTHER:
        for text in slots.get(status.value, "").splitlines():
            other = told.get(text)
            yield text, status, other.note if other else None, _name_sources(film, other.sources) if other else ()
    if localizer.tag.partition("-")[0] == "en":
        for other in told.values():
            yield other.name, Status(other.status.value), other.note, _name_sources(film, other.sources)


def _other_forms(localizer: Localizer, slots: Mapping[str, str], status: Status, text: str) -> Iterator[Form]:
    """The case forms of another name: the line of `forbidden.genitive` where the name is that line of `forbidden`."""
    names = slots.get(status.value, "").splitlines()
    for case in localizer.lexicon.cases[1:]:
        lines = slots.get(f"{status.value}.{case}", "").splitlines()
        if text in names and names.index(text) < len(lines):
            yield Form(lines[names.index(text)], case, slots.get("number", "singular"))


def _told_names(film: FilmFacts, concept_id: str, concept: Concept) -> Iterator[OtherName]:
    yield from concept.other_names
    if concept_id == TITLE and film.original_title is not None:
        yield from film.original_title.other_names
