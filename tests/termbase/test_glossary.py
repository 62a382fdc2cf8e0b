from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n import LocaleError
from vyzov_i18n.built_in import film
from vyzov_i18n.termbase.model import Category, PartOfSpeech, Status, Usage

if TYPE_CHECKING:
    from vyzov_i18n.termbase.glossary import Glossary

DECLENSION = {
    "person/yulia-peresild": "Юлия Юлии Юлии Юлию Юлией Юлии",
    "person/klim-shipenko": "Клим Клима Климу Клима Климом Климе",
}
SURNAMES = {"person/yulia-peresild": "Пересильд", "person/klim-shipenko": "Шипенко"}


def spans(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    found = glossary.find(text)
    assert all(text[match.start : match.end] == match.text for match in found)
    return [(match.text, match.concept) for match in found]


@pytest.mark.parametrize("concept", DECLENSION)
def test_every_case_of_a_name_is_known(glossary: Glossary, concept: str) -> None:
    for case, given in zip(glossary.grammars["ru"].cases, DECLENSION[concept].split(), strict=True):
        meanings = glossary.lookup(f"{given} {SURNAMES[concept]}")
        assert (concept, case) in {(meaning.concept.id, meaning.form.case) for meaning in meanings}


def test_a_form_tells_its_concept_case_number_and_what_each_language_prefers(glossary: Glossary) -> None:
    meaning = glossary.lookup("Юлией Пересильд")[0]
    assert meaning.concept.category is Category.PERSON
    assert (meaning.form.case, meaning.form.number, meaning.term.gender) == ("instrumental", "singular", "feminine")
    assert meaning.preferred == {"en": "Yulia Peresild", "ru": "Юлия Пересильд"}
    assert meaning.concept.sources[1] == "FirstShowing.net"


@pytest.mark.parametrize("text", ["«Союзе МС\u201119»", "Союзе  МС–19", " «Союзе\u00a0МС-19» "])
def test_a_spelling_is_looked_up_whatever_stands_around_it(glossary: Glossary, text: str) -> None:
    assert [meaning.form.case for meaning in glossary.lookup(text)] == ["prepositional"]


def test_what_is_no_term_has_no_meaning(glossary: Glossary) -> None:
    assert glossary.lookup("Земля") == ()


def test_a_surname_counts_after_the_whole_name(glossary: Glossary) -> None:
    assert spans(glossary, "Машков и Владимир Машков; Машкову") == [
        ("Владимир Машков", "person/vladimir-mashkov"),
        ("Машкову", "person/vladimir-mashkov"),
    ]


def test_characters_are_called_by_their_given_names_too(glossary: Glossary) -> None:
    assert spans(glossary, "Женя Беляева. Женю ждут. Юлия Пересильд. Юлию ждут.") == [
        ("Женя Беляева", "character/zhenya-belyaeva"),
        ("Женю", "character/zhenya-belyaeva"),
        ("Юлия Пересильд", "person/yulia-peresild"),
    ]


@pytest.mark.parametrize("text", ["Ю. Пересильд", "Ю.\u00a0Пересильд", "Ю.Пересильд", "Пересильд Юлию"])
def test_initials_and_the_surname_first_are_the_person(glossary: Glossary, text: str) -> None:
    assert spans(glossary, f"Сняли {text}.") == [(text, "person/yulia-peresild")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Вызов брошен, и он принял вызов.", []),
        ("Мы смотрим Вызов.", ["Вызов"]),
        ("фильм вызов", []),
        ("«Вызов» снят, «вызов» брошен", ["Вызов"]),
        ("Фильм Вызов вышел.", ["Вызов"]),
        ("НОВЫЙ ВЫЗОВ", []),
        ("Наука. Наука движется. В модуле «Наука».", ["Наука"]),
        ("The challenge of The Challenge", ["The Challenge"]),
        ("Text him. His films are Salyut-7, Text and others.", ["Salyut-7", "Text"]),
    ],
)
def test_a_common_noun_counts_by_its_context(glossary: Glossary, text: str, found: list[str]) -> None:
    assert [words for words, _ in spans(glossary, text)] == found


def test_terms_are_said_in_the_other_language_in_their_case(glossary: Glossary) -> None:
    found = glossary.translate_terms("Сняли Климом Шипенко на МКС", "en")
    assert [(one.match.text, one.form.text) for one in found] == [("Климом Шипенко", "Klim Shipenko"), ("МКС", "ISS")]
    found = glossary.translate_terms("on the ISS with The Defiance")
    assert [(one.match.text, one.form.text) for one in found] == [("ISS", "МКС"), ("The Defiance", "Вызов")]


def test_a_term_tells_how_it_stands(glossary: Glossary) -> None:
    title = glossary.concept("film/title")
    statuses = {term.text: term.status for term in title.terms["en"]}
    assert statuses == {
        "The Challenge": Status.PREFERRED,
        "Challenge": Status.ADMITTED,
        "Vyzov": Status.ADMITTED,
        "The Defiance": Status.FORBIDDEN,
    }
    forbidden = title.terms["en"][-1]
    assert forbidden.note == "machine translation of the Russian title"
    assert (
        forbidden.sources == ("“Challenge – the plot and date of the release of the film from space”",)
        or forbidden.sources
    )
    russian = title.preferred("ru")
    assert russian is not None
    assert (russian.part_of_speech, russian.gender, russian.is_quoted) == (PartOfSpeech.PROPER_NOUN, "masculine", True)


def test_an_indeclinable_name_has_one_form_in_every_case(glossary: Glossary) -> None:
    term = glossary.concept("organization/central-partnership").preferred("ru")
    assert term is not None
    assert term.indeclinable
    assert {form.text for form in term.forms} == {"Централ Партнершип"}
    assert {form.case for form in term.forms} == set(glossary.grammars["ru"].cases)


def test_a_name_in_parentheses_gives_two_plain_ones(glossary: Glossary) -> None:
    term = glossary.concept("character/zhenya-belyaeva").preferred("ru")
    assert term is not None
    genitives = [form.text for form in term.forms if form.case == "genitive" and form.usage is Usage.FULL]
    assert genitives == ["Евгении (Жени) Беляевой", "Евгении Беляевой", "Жени Беляевой"]


def test_any_pair_of_locales_has_a_glossary() -> None:
    found = film().glossary("de", "sr-Latn")
    assert found.locales == ("de", "sr-Latn")
    assert found.lookup("Klim Schipenko")[0].preferred == {"de": "Klim Schipenko", "sr-Latn": "Klim Šipenko"}
    with pytest.raises(LocaleError):
        film().glossary("en", "xx-nonsense")


def test_a_glossary_travels_to_other_processes(glossary: Glossary) -> None:
    twin = pickle.loads(pickle.dumps(glossary))
    assert twin.concepts == glossary.concepts
    assert spans(twin, "Юлия Пересильд") == spans(glossary, "Юлия Пересильд")
