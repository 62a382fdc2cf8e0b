"""Tests of drafting the empty slots of a Russian lexicon."""

from __future__ import annotations

import sys
from typing import Final

import pytest

from vyzov_i18n.catalogs.drafting import can_draft, draft_forms, draft_lexicon
from vyzov_i18n.catalogs.lexicon_slots import lexicon_template
from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.update import update_catalog
from vyzov_i18n.errors import ExtraError
from vyzov_i18n.film.concepts import Character, Concept, Gender, Person, Place

HEADER: Final = Entry(
    "",
    translations=(
        "Content-Type: text/plain; charset=UTF-8\n"
        "X-Grammatical-Cases: nominative genitive dative accusative instrumental prepositional\n"
        "X-Grammatical-Genders: masculine feminine neuter\n",
    ),
)
CONCEPTS: Final = {
    "person/star": Person(name="Star", gender=Gender.FEMALE, note="A woman."),
    "person/nobody": Person(name="Nobody"),
    "character/hero": Character(name="Hero", gender=Gender.MALE),
    "place/nauka": Place(name="Nauka"),
    "term/coat": Concept(name="coat"),
}


def lexicon(*entries: Entry) -> Catalog:
    return Catalog(entries=[HEADER, *entries])


def slots(**words: str) -> Catalog:
    """A lexicon with the empty slots of these words, by the concept's name."""
    contexts = {concept.partition("/")[2]: concept for concept in CONCEPTS}
    film = [Entry(name, contexts[name], translations=(word,)) for name, word in words.items()]
    return update_catalog(lexicon(), lexicon_template(lexicon(), Catalog(entries=film), NOTES))


NOTES: Final = {concept_id: concept.note for concept_id, concept in CONCEPTS.items()}


def forms(catalog: Catalog) -> dict[str | None, str]:
    return {entry.context: entry.translations[0] for entry in catalog.messages()}


def test_every_draft_is_fuzzy_and_tells_where_it_is_from() -> None:
    drafted = draft_lexicon(slots(star="Анна Иванова", nauka="Наука"), CONCEPTS)
    assert all(entry.is_fuzzy for entry in drafted.messages())
    comments = {entry.context: entry.comments for entry in drafted.messages()}
    assert comments["dative|person/star"] == (
        "# Drafted by pytrovich and pymorphy3.\n#. Form: dative.\n#. A woman.\n#, fuzzy"
    )
    assert comments["dative|place/nauka"] == "# Drafted by pymorphy3.\n#. Form: dative.\n#, fuzzy"


def test_names_and_words_get_their_forms() -> None:
    assert forms(draft_lexicon(slots(star="Анна Иванова", nauka="Наука"), CONCEPTS)) == {
        "genitive|person/star": "Анны Ивановой",
        "dative|person/star": "Анне Ивановой",
        "accusative|person/star": "Анну Иванову",
        "instrumental|person/star": "Анной Ивановой",
        "prepositional|person/star": "Анне Ивановой",
        "genitive|place/nauka": "Науки",
        "dative|place/nauka": "Науке",
        "accusative|place/nauka": "Науку",
        "instrumental|place/nauka": "Наукой",
        "prepositional|place/nauka": "Науке",
        "gender|place/nauka": "feminine",
    }


def test_a_form_that_is_there_stays_as_it_is() -> None:
    kept = Entry("Анна Иванова", "genitive|person/star", translations=("Анны",))
    fuzzy = Entry("Анна Иванова", "dative|person/star", translations=("Анне",), comments="#, fuzzy")
    empty = Entry("Анна Иванова", "accusative|person/star", translations=("",), comments="# mine")
    drafted = draft_lexicon(lexicon(kept, fuzzy, empty), CONCEPTS)
    assert drafted.entries[1:3] == [kept, fuzzy]
    assert (drafted.entries[3].translations, drafted.entries[3].comments) == (
        ("Анну Иванову",),
        "# mine\n# Drafted by pytrovich and pymorphy3.\n#, fuzzy",
    )


def test_what_is_not_certain_stays_empty() -> None:
    drafted = draft_lexicon(slots(hero="Юрий Коваль", nobody="Иван Иванов"), CONCEPTS)
    assert [entry.context for entry in drafted.messages() if not any(entry.translations)] == [
        *(f"{case}|person/nobody" for case in ("genitive", "dative", "accusative", "instrumental", "prepositional")),
        "instrumental|character/hero",
    ]


def test_what_is_the_same_in_every_case_gets_one_slot_that_says_so() -> None:
    drafted = draft_lexicon(slots(star="Эдит Пиаф", coat="пальто"), CONCEPTS)
    assert forms(drafted) == {
        "indeclinable|person/star": "yes",
        "indeclinable|term/coat": "yes",
        "gender|term/coat": "neuter",
    }
    (slot, *_) = drafted.messages()
    assert slot.comments == (
        "# Drafted by pytrovich and pymorphy3.\n#. “yes”: the same in every case.\n#. A woman.\n#, fuzzy"
    )


def test_an_update_does_not_bring_the_slots_of_an_indeclinable_back() -> None:
    drafted = draft_lexicon(slots(star="Эдит Пиаф"), CONCEPTS)
    film = Catalog(entries=[Entry("Star", "person/star", translations=("Эдит Пиаф",))])
    again = update_catalog(drafted, lexicon_template(drafted, film, NOTES))
    assert forms(again) == {"indeclinable|person/star": "yes"}
    assert draft_lexicon(again, CONCEPTS).entries == again.entries


@pytest.mark.parametrize(
    "entry",
    [
        Entry("Эдит Пиаф", "indeclinable|person/star", translations=("yes",)),
        Entry("Эдит Пиаф", "genitive|person/star", translations=("Эдит Пиафы",)),
        Entry("Эдит Пиаф", "genitive|person/star", translations=("",), comments="# a question"),
    ],
)
def test_the_slots_of_an_indeclinable_stay_where_a_person_has_left_something(entry: Entry) -> None:
    before = lexicon(entry, Entry("Эдит Пиаф", "dative|person/star", translations=("",)))
    assert draft_lexicon(before, CONCEPTS).entries == before.entries


def test_a_short_form_gets_forms_of_its_own() -> None:
    before = lexicon(
        Entry("Анна Иванова", "short|person/star", translations=("Иванова",)),
        Entry("Анна Иванова", "short.genitive|person/star", translations=("",)),
        Entry("Эдит Пиаф", "short|person/star", translations=("Пиаф",)),
        Entry("Эдит Пиаф", "short.genitive|person/star", translations=("",)),
    )
    drafted = [(entry.context, entry.translations[0]) for entry in draft_lexicon(before, CONCEPTS).messages()]
    assert drafted == [
        ("short|person/star", "Иванова"),
        ("short.genitive|person/star", "Ивановой"),
        ("short|person/star", "Пиаф"),
        ("short.indeclinable|person/star", "yes"),
    ]


def test_other_slots_and_obsolete_entries_are_left_alone() -> None:
    before = lexicon(
        Entry("Наука", "preposition|place/nauka", translations=("",)),
        Entry("Наука", "genitive.plural|place/nauka", translations=("",)),
        Entry("год", "genitive|unit/year", translations=("",)),
        Entry("Наука", "genitive|place/nauka", translations=("",), obsolete=True),
        Entry("Наука", None, translations=("",)),
    )
    assert draft_lexicon(before, CONCEPTS).entries == before.entries


@pytest.mark.parametrize(("tag", "can"), [("ru", True), ("ru-KZ", True), ("rue", False), ("de", False), ("sr", False)])
def test_only_russian_is_drafted(tag: str, can: bool) -> None:
    assert can_draft(tag) is can


def test_a_name_without_a_gender_has_no_forms() -> None:
    assert draft_forms("Иван Иванов", category="person") == {}


@pytest.mark.parametrize("library", ["pymorphy3", "pytrovich"])
def test_without_a_library_the_extra_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraError) as caught:
        draft_lexicon(lexicon(), CONCEPTS)
    told = f"drafting Russian forms needs {library}; install it with: pip install 'vyzov-i18n[draft]'"
    assert (str(caught.value), caught.value.extra) == (told, "draft")
