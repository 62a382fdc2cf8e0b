"""Drafts for the empty slots of a Russian lexicon: each marked fuzzy until a person has confirmed it.

They come from the libraries of the extra `draft`, which are never needed to use a lexicon. A form that is there is not
touched, and where the libraries are not sure the slot stays empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.lexicon_slots import INDECLINABLE, new_slot, split_context
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.catalogs.russian.morphology import CASES, load_library
from vyzov_i18n.film.concepts import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vyzov_i18n.catalogs.model import Catalog, Entry
    from vyzov_i18n.film.concepts import Concept, Gender

LANGUAGE: Final = "ru"
_LIBRARIES: Final = ("pymorphy3", "pytrovich")
_OF_NAMES: Final = "Drafted by pytrovich and pymorphy3."
_OF_WORDS: Final = "Drafted by pymorphy3."
_FUZZY: Final = "fuzzy"
_YES: Final = "yes"
_SHORT: Final = "short"


class _Word(msgspec.Struct, frozen=True):
    """What the forms of some slots are of: a concept's name, or (`prefix` is "short.") its short form."""

    concept: str
    prefix: str
    base: str


def can_draft(tag: str) -> bool:
    """Whether forms can be drafted in the language of the locale."""
    return tag.partition("-")[0] == LANGUAGE


def draft_forms(text: str, *, category: str, gender: Gender | None = None) -> dict[str, str]:
    """The slots of a Russian name or term that can be filled for certain: its cases, and `gender` of what is no person.

    What is the same in every case gets only `indeclinable`: “yes” (and its gender). `category` is the table of
    `film.toml` (person, character, place, term …), `gender` that of the person; without it a name gets no forms.
    Raises ExtraError where a library of the extra `draft` is not installed.
    """
    if category in ("person", "character"):
        from vyzov_i18n.catalogs.russian.names import decline_name

        names = zip(CASES, decline_name(text, gender), strict=True) if gender else ()
        forms = {case: form for case, form in names if form is not None}
    else:
        from vyzov_i18n.catalogs.russian.phrases import decline_phrase

        forms = decline_phrase(text, is_place=category == "place")
    if any(forms.get(case) != text for case in CASES):
        return forms
    return {INDECLINABLE: _YES} | {slot: form for slot, form in forms.items() if slot not in CASES}


def draft_lexicon(lexicon: Catalog, concepts: Mapping[str, Concept]) -> Catalog:
    """The Russian lexicon with its empty slots for these concepts drafted.

    The empty case slots of a word that does not decline give way to the one slot that says so. Raises ExtraError where
    a library is not installed, even if there is nothing to draft.
    """
    for library in _LIBRARIES:
        load_library(library)
    drafted: dict[int, Entry | None] = {}
    for word, slots in _find_slots(lexicon, concepts).items():
        drafted |= _draft_word(word, slots, lexicon, concepts[word.concept])
    entries = [drafted.get(id(entry), entry) for entry in lexicon.entries]
    return msgspec.structs.replace(lexicon, entries=[entry for entry in entries if entry is not None])


def _find_slots(lexicon: Catalog, concepts: Iterable[str]) -> dict[_Word, dict[str, Entry]]:
    """The entries of each word by what can be drafted of it."""
    known = frozenset(concepts)
    found: dict[_Word, dict[str, Entry]] = {}
    for entry in lexicon.messages():
        slot, concept = split_context(entry)
        prefix = f"{_SHORT}." if slot.startswith(f"{_SHORT}.") else ""
        feature = slot.removeprefix(prefix)
        if concept in known and feature in (*CASES, "gender"):
            found.setdefault(_Word(concept, prefix, entry.message), {})[feature] = entry
    return found


def _draft_word(word: _Word, slots: Mapping[str, Entry], lexicon: Catalog, concept: Concept) -> dict[int, Entry | None]:
    """The entries that take the place of some of those of a word, by the identity of the old one."""
    by_context = {entry.context: entry for entry in lexicon.entries if entry.message == word.base}
    key = f"{word.prefix}{INDECLINABLE}|{word.concept}"
    if key in by_context:
        return {}
    short = by_context.get(f"{_SHORT}|{word.concept}")
    text = word.base if not word.prefix else short.translations[0] if short else ""
    category = word.concept.partition("/")[0]
    gender = concept.gender if isinstance(concept, Person) else None
    forms = draft_forms(text, category=category, gender=gender)
    comment = _OF_NAMES if isinstance(concept, Person) else _OF_WORDS
    empty = {slot: entry for slot, entry in slots.items() if not any(entry.translations)}
    drafted: dict[int, Entry | None] = {
        id(entry): _fill(entry, forms[slot], comment) for slot, entry in empty.items() if slot in forms
    }
    cases = [entry for slot, entry in slots.items() if slot in CASES]
    if INDECLINABLE in forms and cases and all(_is_untouched(entry) for entry in cases):
        slot = new_slot(f"{word.prefix}{INDECLINABLE}", word.concept, word.base, concept.note)
        drafted |= dict.fromkeys(map(id, cases)) | {id(cases[0]): _fill(slot, _YES, comment)}
    return drafted


def _is_untouched(entry: Entry) -> bool:
    return not any(entry.translations) and not entry.notes.comments


def _fill(entry: Entry, form: str, comment: str) -> Entry:
    notes = entry.notes
    flags = dict.fromkeys((_FUZZY, *notes.flags))
    marked = Notes((*notes.comments, comment), notes.extracted, notes.references, tuple(flags))
    return msgspec.structs.replace(entry, translations=(form,), comments=str(marked))
