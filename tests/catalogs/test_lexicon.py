"""What a language needs to use the words of a film: forms, quotation marks, initials; and the lexicons we ship."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.catalogs.lexicon import Lexicon
from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.localizer import built_in_folder

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.mo import Translations

LOCALE = Path(built_in_folder())
RUSSIAN_MARKS = {"X-Quotation-Marks": "« » „ “"}
ENGLISH_MARKS = {"X-Quotation-Marks": "“ ” ‘ ’"}
CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")
NAUKA: Translations = {("genitive|place/nauka", "Наука"): "Науки", ("dative|place/nauka", "Наука"): ""}
# What a lexicon has beside the concepts of the film: measure words, and words about words.
GENERAL = ("unit", "currency", "magnitude", "month", "category", "preposition", "language")

RUSSIAN_FORMS = {
    str(entry.context): entry.translations[0]
    for entry in read_po(str(LOCALE / "ru" / "LC_MESSAGES" / "lexicon.po")).messages()
}


def lexicon(*entries: Translations, **header: str) -> Lexicon:
    return Lexicon(list(entries), [{f"X-{name.replace('_', '-')}": value for name, value in header.items()}])


class TestForms:
    def test_a_form_belongs_to_a_slot_a_concept_and_a_base(self) -> None:
        found = lexicon(NAUKA)
        assert found.form("genitive", "place/nauka", "Наука") == "Науки"
        assert found.form("genitive", "place/nauka", "Модуль") is None
        assert found.form("genitive", "place/zvezda", "Наука") is None

    def test_an_empty_form_is_missing(self) -> None:
        assert lexicon(NAUKA).form("dative", "place/nauka", "Наука") is None

    def test_what_the_first_catalog_lacks_the_next_may_have(self) -> None:
        further: Translations = {
            ("genitive|place/nauka", "Наука"): "науки",
            ("prepositional|place/nauka", "Наука"): "Науке",
        }
        found = lexicon(NAUKA, further)
        assert found.form("genitive", "place/nauka", "Наука") == "Науки"
        assert found.form("prepositional", "place/nauka", "Наука") == "Науке"

    def test_a_measure_word_is_found_whatever_its_base(self) -> None:
        found = lexicon({("many|currency/RUB", "рубль"): "рублей"})
        assert found.word("many|currency/RUB") == "рублей"
        assert found.word("few|currency/RUB") is None

    def test_the_header_names_cases_and_genders(self) -> None:
        found = lexicon(Grammatical_Cases="nominative genitive", Grammatical_Genders="feminine masculine")
        assert found.cases == ("nominative", "genitive")
        assert found.genders == ("feminine", "masculine")
        assert lexicon().cases == ()

    def test_the_first_header_that_has_a_field_counts(self) -> None:
        headers = [{"X-Quoted-Categories": ""}, {"X-Quoted-Categories": "film ship"}, {"X-Quoted-Categories": "work"}]
        found = Lexicon([], headers)
        assert found.is_quoted("ship")
        assert not found.is_quoted("work")


class TestQuotation:
    def test_the_header_names_the_marks(self) -> None:
        assert Lexicon([], [RUSSIAN_MARKS]).quote("маяк «Север»") == "«маяк „Север“»"
        assert Lexicon([], [ENGLISH_MARKS]).quote("маяк «Север»") == "“маяк «Север»”"

    @pytest.mark.parametrize("marks", ["", "«", "« » „"])
    def test_without_four_marks_the_root_locale_has_them(self, marks: str) -> None:
        assert lexicon(Quotation_Marks=marks).quote("x") == "“x”"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("“Text”, “Salyut-7”.", "“Text,” “Salyut-7.”"),
            ("“Who’s There?”.", "“Who’s There?”"),
            ("“Who’s There?”, and", "“Who’s There?,” and"),
            ("“the ‘North’”.", "“the ‘North.’”"),
            ("“Text”; “Text”:", "“Text”; “Text”:"),
            ("(“Text”)", "(“Text”)"),
            ("a, b.", "a, b."),
        ],
    )
    def test_american_punctuation_stands_inside(self, text: str, expected: str) -> None:
        punctuate = Lexicon([], [{**ENGLISH_MARKS, "X-Punctuation-Inside-Quotes": "en en-US"}]).punctuator("en-US")
        assert punctuate is not None
        assert punctuate(text) == expected

    def test_elsewhere_it_is_left_alone(self) -> None:
        assert Lexicon([], [{**ENGLISH_MARKS, "X-Punctuation-Inside-Quotes": "en"}]).punctuator("en-GB") is None
        assert Lexicon([], [RUSSIAN_MARKS]).punctuator("ru") is None


class TestInitial:
    ENGLISH = Lexicon([], [read_po(str(LOCALE / "en" / "LC_MESSAGES" / "lexicon.po")).fields])

    @pytest.mark.parametrize(
        "text",
        ["epic", "Italian", "hour-long", "honest", "8-part", "11th", "unimportant", "FBI", "X-ray", "Österreich"],
    )
    def test_an(self, text: str) -> None:
        assert self.ENGLISH.initial(text) == "vowel"

    @pytest.mark.parametrize("text", ["drama", "Russian", "European", "unique", "Ukrainian", "US", "one-off", "TV", ""])
    def test_a(self, text: str) -> None:
        assert self.ENGLISH.initial(text) == "consonant"

    def test_a_language_without_rules_goes_by_its_letters(self) -> None:
        assert lexicon().initial("«Опера»") == "vowel"
        assert lexicon().initial("Ёлки") == "vowel"
        assert lexicon().initial("драма") == "consonant"
        assert lexicon().initial("…") == "consonant"


@pytest.mark.parametrize("locale", ["ar", "de", "en", "ru", "sr", "sr_Latn"])
class TestShippedLexicons:
    def test_every_base_is_that_of_the_film(self, locale: str) -> None:
        """The msgid of a form is the word as it stands in `film.po` of the same language, or its short form."""
        folder = LOCALE / locale / "LC_MESSAGES"
        bases = {
            str(entry.context): entry.translations[0]
            for entry in read_po(str(folder / "film.po")).messages()
            if not str(entry.context).startswith(("claim/", "label/", "note/", "line/"))
        }
        forms = list(read_po(str(folder / "lexicon.po")).messages())
        assert len(forms) >= 9
        for entry in forms:
            slot, _, concept = str(entry.context).partition("|")
            if concept.partition("/")[0] not in GENERAL:
                assert (slot, concept, entry.message) == (slot, concept, bases[concept])

    def test_every_form_is_there_and_explained(self, locale: str) -> None:
        for entry in read_po(str(LOCALE / locale / "LC_MESSAGES" / "lexicon.po")).messages():
            assert entry.is_translated
            assert entry.notes.extracted
            assert entry.plural is None


class TestRussianLexicon:
    @pytest.mark.parametrize("concept", [name for name, _ in film().concepts()])
    def test_every_name_has_all_cases_or_never_declines(self, concept: str) -> None:
        for prefix in ("short.", "") if f"short|{concept}" in RUSSIAN_FORMS else ("",):
            there = {case for case in CASES if f"{prefix}{case}|{concept}" in RUSSIAN_FORMS}
            is_adjective = f"feminine|{concept}" in RUSSIAN_FORMS
            if f"{prefix}indeclinable|{concept}" in RUSSIAN_FORMS:
                assert there == set()
            elif is_adjective:
                genders = ("masculine", "feminine", "neuter", "plural")
                assert all(f"{case}.{gender}|{concept}" in RUSSIAN_FORMS for case in CASES for gender in genders)
            else:
                assert there == set(CASES)

    def test_names_that_do_not_decline_stay(self) -> None:
        """Feminine surnames that end in a consonant, and the surnames in -ко and -дзе."""
        assert RUSSIAN_FORMS["genitive|person/yulia-peresild"] == "Юлии Пересильд"
        assert RUSSIAN_FORMS["genitive|person/klim-shipenko"] == "Клима Шипенко"
        assert RUSSIAN_FORMS["dative|person/bakur-bakuradze"] == "Бакуру Бакурадзе"
        assert RUSSIAN_FORMS["instrumental|person/milos-bikovic"] == "Милошем Биковичем"
        assert RUSSIAN_FORMS["prepositional|person/alyona-mordovina"] == "Алёне Мордовиной"

    @pytest.mark.parametrize("month", range(1, 13))
    def test_every_month_has_the_cases_that_sentences_need(self, month: int) -> None:
        for case in ("genitive", "accusative", "prepositional"):
            assert f"{case}|month/{month}" in RUSSIAN_FORMS

    def test_genders_are_those_of_the_header(self) -> None:
        genders = {text for context, text in RUSSIAN_FORMS.items() if context.startswith("gender|")}
        assert genders
        assert genders <= {"masculine", "feminine", "neuter"}
