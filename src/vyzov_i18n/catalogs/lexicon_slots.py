"""The entries that a lexicon should have: the forms it has, on the words as `film.po` now has them, and empty slots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.model import Entry
from vyzov_i18n.catalogs.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vyzov_i18n.catalogs.model import Catalog

INDECLINABLE: Final = "indeclinable"
_GENDER: Final = "gender"
_PEOPLE: Final = ("person/", "character/")  # their gender is not a matter of grammar
_NOTES: Final = {
    _GENDER: "Grammatical gender, by its CLDR name.",
    "number": "“plural”: a noun without a singular.",
    "short": "Short form.",
    INDECLINABLE: "“yes”: the same in every case.",
    f"short.{INDECLINABLE}": "Indeclinable short form: “yes”.",
    "preposition": "The preposition of place this noun takes.",
    "initial": "How the word begins to the ear: “vowel” or “consonant”.",
    "context": "Where the word stands for this: “capitalized” (and not first in its sentence), “quoted”, “class-word”.",
    "quotes": "Whether the name stands in quotation marks: “yes” or “no”.",
    "admitted": "Other names that may stand, each on a line.",
    "deprecated": "Names better not used, each on a line.",
    "forbidden": "Wrong names that sources use, each on a line.",
}


def lexicon_template(lexicon: Catalog, film: Catalog, concepts: Mapping[str, str | None]) -> list[Entry]:
    """What the lexicon should hold, given the film's catalog in the same language and the note on each concept.

    The notes become comments. A form stands on the base form that `film` has, where it is translated; forms of a
    concept that the film has no more are left out. A concept without any form gets a slot for each case and for the
    gender, if the header names such; so does every concept that declines, for a case that no form has yet. The
    concepts stand in their order, so that what is new or revived gets a place beside its own.
    """
    bases = {entry.context: entry.translations[0] for entry in film.messages() if entry.is_translated}
    retired = {entry.context for entry in film.entries} - concepts.keys()
    wanted = [
        _rebase(entry, bases, concepts)
        for entry in lexicon.entries
        if not entry.is_header and _stays(entry, bases, retired)
    ]
    order = {concept: index for index, concept in enumerate(concepts)}
    entries = [*wanted, *_find_empty(lexicon, wanted, bases, concepts)]
    return sorted(entries, key=lambda entry: order.get(split_context(entry)[1], len(order)))


def _stays(entry: Entry, bases: Mapping[str | None, str], retired: set[str | None]) -> bool:
    """An obsolete form comes back only with the word that it is a form of."""
    concept = split_context(entry)[1]
    return concept not in retired and (not entry.obsolete or bases.get(concept) == entry.message)


def _rebase(entry: Entry, bases: Mapping[str | None, str], concepts: Mapping[str, str | None]) -> Entry:
    slot, concept = split_context(entry)
    if concept in concepts:
        return new_slot(slot, concept, bases.get(concept, entry.message), concepts[concept])
    notes = Notes(extracted=entry.notes.extracted, references=entry.notes.references)
    return Entry(entry.message, entry.context, entry.plural, comments=str(notes))


def new_slot(slot: str, concept: str, base: str, note: str | None) -> Entry:
    """An empty slot of a concept, on its word; the note is on the concept."""
    features = slot.replace("short", "short form").replace(".", ", ")
    first = _NOTES.get(slot, f"Form: {features}.")
    comments = Notes(extracted=(first, *([note] if note else [])))
    return Entry(base, f"{slot}|{concept}", comments=str(comments))


def _find_empty(
    lexicon: Catalog, wanted: Iterable[Entry], bases: Mapping[str | None, str], concepts: Mapping[str, str | None]
) -> Iterator[Entry]:
    used = {split_context(entry) for entry in wanted}
    known = {concept for _, concept in used}
    slots = {slot for slot, concept in used if concept in concepts}
    for concept, note in concepts.items():
        for slot in _features(lexicon.fields) if concept in bases else ():
            is_wanted = concept not in known or slot not in slots
            is_idle = concept.startswith(_PEOPLE) if slot == _GENDER else (INDECLINABLE, concept) in used
            if is_wanted and not is_idle:
                yield new_slot(slot, concept, bases[concept], note)


def _features(fields: Mapping[str, str]) -> list[str]:
    """The slots that a word of the language has: its cases but the first, that of the base form, and its gender."""
    cases = fields.get("X-Grammatical-Cases", "").split()[1:]
    return [*cases, _GENDER] if fields.get("X-Grammatical-Genders") else cases


def split_context(entry: Entry) -> tuple[str, str]:
    """The slot and the concept that an entry of a lexicon is of."""
    slot, _, concept = (entry.context or "").partition("|")
    return slot, concept
