"""Names and terms in the form that a message asks for."""

from __future__ import annotations

import pytest

from vyzov_i18n.catalogs.lexicon import Lexicon
from vyzov_i18n.errors import MessageError
from vyzov_i18n.messages import Message
from vyzov_i18n.messages.terms import MissingForm, Term

HEADERS = {
    "X-Grammatical-Cases": "nominative genitive accusative prepositional",
    "X-Grammatical-Genders": "masculine feminine neuter",
    "X-Quotation-Marks": "« » „ “",
    "X-Quoted-Categories": "film module ship",
}
ISS = "Международная космическая станция"
ENTRIES: dict[tuple[str | None, str], str | tuple[str, ...]] = {
    ("accusative|person/yulia-peresild", "Юлия Пересильд"): "Юлию Пересильд",
    ("genitive|place/iss", ISS): "Международной космической станции",
    ("gender|place/iss", ISS): "feminine",
    ("short|place/iss", ISS): "МКС",
    ("short.indeclinable|place/iss", ISS): "yes",
    ("preposition|place/iss", ISS): "на",
    ("prepositional|place/nauka", "Наука"): "Науке",
    ("gender|term/drama", "драма"): "feminine",
    ("feminine|term/russian", "российский"): "российская",
    ("accusative.masculine|term/russian", "российский"): "российский",
    ("genitive|person/old", "старое имя"): "старого имени",
}


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon([ENTRIES], [HEADERS])


@pytest.fixture
def errors() -> list[MessageError]:
    return []


def _term(lexicon: Lexicon, concept: str, base: str, category: str = "person", gender: str | None = None) -> Term:
    return Term(concept, base, lexicon, category=category, direction="ltr", natural_gender=gender)


def _format(source: str, errors: list[MessageError], **arguments: object) -> str:
    return Message(source, "ru", bidi="none", on_error=errors.append).format(arguments)


def test_case_from_the_lexicon(lexicon: Lexicon, errors: list[MessageError]) -> None:
    star = _term(lexicon, "person/yulia-peresild", "Юлия Пересильд")
    assert _format("Выбрали {$star :vyzov:term case=accusative}.", errors, star=star) == "Выбрали Юлию Пересильд."
    assert errors == []


def test_a_missing_form_is_reported_and_the_base_form_stands_in(lexicon: Lexicon, errors: list[MessageError]) -> None:
    star = _term(lexicon, "person/yulia-peresild", "Юлия Пересильд")
    assert _format("{$star :vyzov:term case=instrumental}", errors, star=star) == "Юлия Пересильд"
    (error,) = errors
    assert isinstance(error, MissingForm)
    assert (error.type, error.slot, error.concept) == ("missing-form", "instrumental", "person/yulia-peresild")


def test_a_missing_form_is_reported_each_time(lexicon: Lexicon, errors: list[MessageError]) -> None:
    message = Message("{$star :vyzov:term case=dative}", "ru", on_error=errors.append)
    star = _term(lexicon, "person/yulia-peresild", "Юлия Пересильд")
    message.format(star=star)
    message.format(star=star)
    assert [error.type for error in errors] == ["missing-form", "missing-form"]


def test_forms_of_another_base_form_do_not_count(lexicon: Lexicon, errors: list[MessageError]) -> None:
    renamed = _term(lexicon, "person/old", "новое имя")
    assert _format("{$name :vyzov:term case=genitive}", errors, name=renamed) == "новое имя"
    assert [error.type for error in errors] == ["missing-form"]


def test_a_short_form_may_be_indeclinable(lexicon: Lexicon, errors: list[MessageError]) -> None:
    iss = _term(lexicon, "place/iss", ISS, "station")
    assert _format("на {$iss :vyzov:term form=short case=prepositional}", errors, iss=iss) == "на МКС"
    assert _format("борт {$iss :vyzov:term case=genitive}", errors, iss=iss) == "борт Международной космической станции"
    assert errors == []


def test_what_has_no_short_form_keeps_its_full_one(lexicon: Lexicon, errors: list[MessageError]) -> None:
    module = _term(lexicon, "place/nauka", "Наука", "module")
    assert _format("в {$module :vyzov:term form=short case=prepositional}", errors, module=module) == "в «Науке»"
    assert errors == []


def test_apposition_keeps_the_nominative(lexicon: Lexicon, errors: list[MessageError]) -> None:
    module = _term(lexicon, "place/nauka", "Наука", "module")
    source = "в модуле {$module}, но в {$module :vyzov:term case=prepositional}"
    assert _format(source, errors, module=module) == "в модуле «Наука», но в «Науке»"


@pytest.mark.parametrize(
    ("quotes", "text"),
    [("auto", "«Наука»"), ("always", "«Наука»"), ("never", "Наука")],
    ids=["auto", "always", "never"],
)
def test_quotation_marks(lexicon: Lexicon, errors: list[MessageError], quotes: str, text: str) -> None:
    module = _term(lexicon, "place/nauka", "Наука", "module")
    assert _format(f"{{$module :vyzov:term quotes={quotes}}}", errors, module=module) == text


def test_quotation_marks_inside_become_the_inner_ones(lexicon: Lexicon, errors: list[MessageError]) -> None:
    film = _term(lexicon, "film/title", "Тайна «Востока»", "film")
    assert _format("{$film}", errors, film=film) == "«Тайна „Востока“»"


def test_an_adjective_agrees_with_a_term(lexicon: Lexicon, errors: list[MessageError]) -> None:
    country = _term(lexicon, "term/russian", "российский", "term")
    genre = _term(lexicon, "term/drama", "драма", "term")
    source = (
        "{$country :vyzov:term agree=$genre} {$genre}, {$country :vyzov:term agree=masculine case=accusative} прокат"
    )
    assert _format(source, errors, country=country, genre=genre) == "российская драма, российский прокат"
    assert errors == []


GENDER = ".local $g = {$who :vyzov:gender} .match $g feminine {{сняла}} masculine {{снял}} plural {{сняли}} * {{сняло}}"


def test_gender_is_the_natural_one_where_the_lexicon_tells_none(lexicon: Lexicon, errors: list[MessageError]) -> None:
    woman = _term(lexicon, "person/anna", "Анна", gender="female")
    man = _term(lexicon, "person/ivan", "Иван", gender="male")
    assert _format(GENDER, errors, who=woman) == "сняла"
    assert _format(GENDER, errors, who=man) == "снял"
    assert _format(GENDER, errors, who=[woman, man]) == "сняли"
    assert _format(GENDER, errors, who=[woman]) == "сняла"
    assert errors == []


def test_an_unknown_gender_is_reported(lexicon: Lexicon, errors: list[MessageError]) -> None:
    assert _format(GENDER, errors, who=_term(lexicon, "person/x", "Икс")) == "сняло"
    assert [error.type for error in errors] == ["missing-form"]


def test_a_list_passes_the_case_on(lexicon: Lexicon, errors: list[MessageError]) -> None:
    people = [
        _term(lexicon, "person/yulia-peresild", "Юлия Пересильд"),
        _term(lexicon, "place/nauka", "Наука", "module"),
    ]
    assert _format("{$people :vyzov:list}", errors, people=people) == "Юлия Пересильд и «Наука»"
    assert _format("{$people :vyzov:list type=or case=prepositional}", errors, people=people[1:]) == "«Науке»"


def test_the_preposition_of_a_noun(lexicon: Lexicon, errors: list[MessageError]) -> None:
    iss, moscow = _term(lexicon, "place/iss", ISS, "station"), _term(lexicon, "place/moscow", "Москва", "city")
    source = "{$place :vyzov:preposition default=в}"
    assert _format(source, errors, place=iss) == "на"
    assert _format(source, errors, place=moscow) == "в"
    assert _format("{$place :vyzov:preposition}", errors, place=moscow) == "{$place}"
    assert [error.type for error in errors] == ["missing-form"]


@pytest.mark.parametrize(
    ("base", "article"), [("epic", "an"), ("drama", "a"), ("Épopée", "an"), ("“action” film", "an")]
)
def test_selection_by_the_initial_sound(lexicon: Lexicon, errors: list[MessageError], base: str, article: str) -> None:
    source = ".local $i = {$genre :vyzov:initial} .match $i vowel {{an}} * {{a}}"
    assert _format(source, errors, genre=_term(lexicon, "term/genre", base, "term")) == article


@pytest.mark.parametrize("function", ["term", "gender", "list", "preposition", "initial"])
def test_what_is_no_term_is_a_bad_operand(errors: list[MessageError], function: str) -> None:
    assert _format(f"{{$x :vyzov:{function}}}", errors, x="text") == "{$x}"
    assert [error.type for error in errors] == ["bad-operand"]


def test_several_terms_where_one_is_needed(lexicon: Lexicon, errors: list[MessageError]) -> None:
    people = [_term(lexicon, "person/a", "А"), _term(lexicon, "person/b", "Б")]
    assert _format("{$people :vyzov:term}", errors, people=people) == "{$people}"
    assert [error.type for error in errors] == ["bad-operand"]


def test_a_foreign_name_has_no_forms(lexicon: Lexicon, errors: list[MessageError]) -> None:
    foreign = Term("person/yulia-peresild", "Юлия Пересильд", lexicon, category="person", direction="ltr", foreign=True)
    assert _format("{$name :vyzov:term case=accusative}", errors, name=foreign) == "Юлия Пересильд"
    assert errors == []


def test_a_message_can_say_it_without_the_missing_form(lexicon: Lexicon, errors: list[MessageError]) -> None:
    source = (
        ".local $names = {$who :vyzov:list case=accusative} .match $names "
        "missing {{роль получила {$who :vyzov:list}}} * {{выбрали {$names}}}"
    )
    known = _term(lexicon, "person/yulia-peresild", "Юлия Пересильд")
    unknown = _term(lexicon, "person/anna", "Анна Мельник")
    assert _format(source, errors, who=[known]) == "выбрали Юлию Пересильд"
    assert errors == []
    assert _format(source, errors, who=[unknown]) == "роль получила Анна Мельник"
    assert [error.type for error in errors] == ["missing-form"]


@pytest.mark.parametrize("gender", ["masculine", "feminine"])
def test_the_base_form_of_an_adjective_agrees_with_nothing(
    lexicon: Lexicon, errors: list[MessageError], gender: str
) -> None:
    """It may be that of the first gender (französisch is not: ein französischer Film); the lexicon has to say so."""
    country = _term(lexicon, "term/french", "французский", "term")
    source = (
        f".local $c = {{$country :vyzov:term agree={gender}}} .match $c missing {{{{фильм}}}} * {{{{{{$c}} фильм}}}}"
    )
    assert _format(source, errors, country=country) == "фильм"
    assert [str(error) for error in errors] == [
        f"the lexicon has no entry '{gender}|term/french' for “французский”; the base form is used"
    ]


def test_a_foreign_adjective_agrees_with_nothing(lexicon: Lexicon, errors: list[MessageError]) -> None:
    foreign = Term("term/russian", "Russian", lexicon, category="term", direction="ltr", foreign=True)
    source = ".local $c = {$country :vyzov:term agree=masculine} .match $c missing {{фильм}} * {{{$c} фильм}}"
    assert _format(source, errors, country=foreign) == "фильм"
    assert errors == []


def test_a_name_that_runs_the_other_way_is_isolated_in_a_list(lexicon: Lexicon) -> None:
    arabic = Term("person/a", "يان", lexicon, category="person", direction="rtl")
    names = [arabic, _term(lexicon, "person/b", "Анна")]
    assert Message("{$names :vyzov:list}", "ru").format(names=names) == "\u2067يان\u2069 и Анна"
