"""Tests of what a lexicon should hold."""

from __future__ import annotations

from typing import Final

from vyzov_i18n.catalogs.lexicon_slots import lexicon_template
from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.update import update_catalog

CONCEPTS: Final = {"film/title": "The title.", "person/star": None}
FILM: Final = [Entry("The Challenge", "film/title", translations=("Вызов",)), Entry("Star", "person/star")]
FEATURES: Final = "X-Grammatical-Cases: nominative genitive dative\nX-Grammatical-Genders: masculine feminine\n"


def lexicon(*entries: Entry, header: str = "Language: ru\n") -> Catalog:
    content = "Content-Type: text/plain; charset=UTF-8\n"
    return Catalog(entries=[Entry("", translations=(content + header,)), *entries])


def film(*entries: Entry) -> Catalog:
    return Catalog(entries=list(entries or FILM))


def form(slot: str, base: str, text: str = "", *, obsolete: bool = False) -> Entry:
    return Entry(base, slot, translations=(text,), obsolete=obsolete)


def wanted(lexicon: Catalog, film: Catalog) -> list[tuple[str | None, str]]:
    return [entry.key for entry in lexicon_template(lexicon, film, CONCEPTS)]


def test_a_form_stands_on_the_word_as_the_film_has_it() -> None:
    before = lexicon(form("genitive|film/title", "Вызовы", "Вызовов"), form("many|unit/kilogram", "кг", "кг"))
    template = lexicon_template(before, film(), CONCEPTS)
    assert [entry.key for entry in template] == [("genitive|film/title", "Вызов"), ("many|unit/kilogram", "кг")]
    changed = update_catalog(before, template).entries[1]
    assert (changed.message, changed.translations, changed.is_fuzzy) == ("Вызов", ("Вызовов",), True)
    assert changed.previous is not None
    assert changed.previous.message == "Вызовы"


def test_a_word_that_is_fuzzy_or_missing_leaves_its_forms_alone() -> None:
    before = lexicon(form("genitive|film/title", "Вызовы"), form("genitive|person/star", "Звезда"))
    fuzzy = Entry("The Challenge", "film/title", translations=("Вызов",), comments="#, fuzzy")
    assert wanted(before, film(fuzzy, FILM[1])) == [entry.key for entry in before.messages()]


def test_forms_of_a_concept_that_is_gone_go_and_come_back_with_it() -> None:
    gone = Entry("Nauka", "ship/nauka", translations=("Наука",), obsolete=True)
    before = lexicon(form("genitive|ship/nauka", "Наука", "Науки"))
    assert wanted(before, film(*FILM, gone)) == []
    kept = lexicon(form("genitive|film/title", "Вызов", "Вызова", obsolete=True))
    assert wanted(kept, film()) == [("genitive|film/title", "Вызов")]


def test_a_form_of_an_older_word_does_not_come_back() -> None:
    kept = lexicon(form("genitive|film/title", "Вызовы", "Вызовов", obsolete=True))
    assert wanted(kept, film()) == []


def test_a_translated_word_without_forms_gets_a_slot_for_each_case_but_the_first_and_its_gender() -> None:
    template = lexicon_template(lexicon(header=FEATURES), film(), CONCEPTS)
    assert [(entry.key, entry.comments) for entry in template] == [
        (("genitive|film/title", "Вызов"), "#. Form: genitive.\n#. The title."),
        (("dative|film/title", "Вызов"), "#. Form: dative.\n#. The title."),
        (("gender|film/title", "Вызов"), "#. Grammatical gender, by its CLDR name.\n#. The title."),
    ]


def test_people_get_no_gender_slot() -> None:
    star = Entry("Star", "person/star", translations=("Звезда",))
    assert wanted(lexicon(header=FEATURES), film(star)) == [
        ("genitive|person/star", "Звезда"),
        ("dative|person/star", "Звезда"),
    ]


def test_a_word_that_has_forms_is_left_to_the_translator() -> None:
    """It may be an adjective, whose forms have a gender too."""
    before = lexicon(
        form("genitive|person/star", "Звезда"), form("dative.feminine|film/title", "Вызов"), header=FEATURES
    )
    star = Entry("Star", "person/star", translations=("Звезда",))
    assert [key for key in wanted(before, film(FILM[0], star)) if key[0] == "genitive|film/title"] == []


def test_a_case_that_no_word_has_yet_is_given_to_all() -> None:
    before = lexicon(form("genitive|film/title", "Вызов"), header=FEATURES)
    assert wanted(before, film()) == [
        ("genitive|film/title", "Вызов"),
        ("dative|film/title", "Вызов"),
        ("gender|film/title", "Вызов"),
    ]


def test_a_language_without_cases_and_genders_gets_no_slots() -> None:
    assert wanted(lexicon(header="X-Grammatical-Cases: \nX-Grammatical-Genders: \n"), film()) == []
