"""Every fact of the film stands in the fact sheet, with all of its claims, sources and circumstances."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import vyzov_i18n
from vyzov_i18n.built_in import film
from vyzov_i18n.summaries.fact_sheet import ClaimRow, FactRow, Qualifier, Role
from vyzov_i18n.summaries.labels import QUALIFIERS

if TYPE_CHECKING:
    from tests.conftest import FilmFolder

    from vyzov_i18n.film.facts import Claim

LOCALES = ("en", "ar", "de", "ru", "sr", "sr-Latn")
FACTS = tuple(film().fact)
CREDITS = ("director", "writer", "cast")
RENAMED = ("person/nailya-malakhova", "person/oleg-artemyev", "character/oleg-ivanov", "character/zhenya-belyaeva")
DISPUTES = [
    "title",
    "genre",
    "first-of-its-kind",
    "running-time",
    "accident",
    "operation",
    "heroines-profession",
    "daughter",
    "conflict",
    "filming-length",
    "other-cosmonaut",
    "director-jobs",
    "director-weight-loss",
    "space-footage",
    "budget",
    "shortlist",
    "trailer",
    "release",
    "person/nailya-malakhova",
    "character/oleg-ivanov",
]


def row(locale: str, row_id: str) -> FactRow:
    return next(row for row in vyzov_i18n.facts(locale) if row.id == row_id)


def values(row: FactRow) -> list[str]:
    return [claim.value for claim in row.claims]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fact_has_a_row_after_the_credits_and_before_the_names(locale: str) -> None:
    ids = [row.id for row in vyzov_i18n.facts(locale)]
    assert ids == ["title", "original-title", *CREDITS, *FACTS, *RENAMED]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("fact_id", FACTS)
def test_a_row_has_everything_that_the_fact_has(fact_id: str, locale: str) -> None:
    found, fact = row(locale, fact_id), film().fact[fact_id]
    claims: tuple[Claim[Any], ...] = fact.claims
    for told, claim in zip(found.claims, claims, strict=True):
        assert told.value
        assert told.accepted is claim.accepted
        assert bool(told.note) is bool(claim.note)
        publishers = dict.fromkeys(film().source[name].publisher for name in claim.sources)
        assert len(told.sources) == len(publishers)
        assert set(told.sources) >= set(filter(None, publishers))
    assert found.value == next((told.value for told in found.claims if told.accepted), None)
    assert len(found.qualifiers) == sum(getattr(fact, name) is not None for name in QUALIFIERS)
    assert found.opinion is fact.opinion


@pytest.mark.parametrize("locale", LOCALES)
def test_no_two_claims_of_a_fact_read_the_same(locale: str) -> None:
    for found in vyzov_i18n.facts(locale):
        assert len(set(values(found))) == len(found.claims)


def test_labels_and_statements_are_translated() -> None:
    for english, russian in zip(vyzov_i18n.facts("en"), vyzov_i18n.facts("ru"), strict=True):
        assert re.search("[А-Яа-я]", russian.label)
        assert not re.search("[А-Яа-я]", english.label)
        for claim in russian.claims:
            assert not claim.note or re.search("[А-Яа-я]", claim.note)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sheet_is_printed_as_a_native_would(locale: str) -> None:
    texts = [text for row in vyzov_i18n.facts(locale) for text in (row.label, *values(row))]
    texts += [claim.note or "" for row in vyzov_i18n.facts(locale) for claim in row.claims]
    for text in texts:
        if locale == "ar":  # names stand in isolates there
            text = re.sub("[\u2066\u2067\u2069]", "", text)
        assert not re.search(r"[\u2066-\u2069{}\"'·]|  |\d-\d|^\s|\s$", text)
        if locale == "ru":
            assert not re.search(r"\d [а-яё%]|\d \d|[^\u00a0]—", text)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_disputes_are_the_facts_whose_claims_differ(locale: str) -> None:
    disputes = vyzov_i18n.disputes(locale)
    assert [row.id for row in disputes] == DISPUTES
    assert all(row.disputed and not row.opinion for row in disputes)
    assert disputes == tuple(row for row in vyzov_i18n.facts(locale) if row.disputed)


@pytest.mark.parametrize("fact_id", FACTS)
def test_a_dispute_is_one_of_values(fact_id: str) -> None:
    fact = film().fact[fact_id]
    differ = any(claim.value != fact.claims[0].value for claim in fact.claims)
    assert (fact_id in DISPUTES) is (differ and not fact.opinion)


@pytest.mark.parametrize(
    ("locale", "label", "claims"),
    [
        (
            "en",
            "Budget",
            [
                "more than 1 billion Russian rubles",
                "more than 1 billion",
                "1.1 billion Russian rubles",
                "about 1.155 billion Russian rubles",
                "about 905 million Russian rubles",
            ],
        ),
        (
            "ru",
            "Бюджет",
            [
                "более 1 миллиарда рублей",
                "более 1 миллиарда",
                "1,1 миллиарда рублей",
                "около 1,155 миллиарда рублей",
                "около 905 миллионов рублей",
            ],
        ),
    ],
)
def test_budget(locale: str, label: str, claims: list[str]) -> None:
    found = row(locale, "budget")
    assert found.label == label
    assert [value.replace("\u00a0", " ") for value in values(found)] == claims
    assert found.value == found.claims[0].value
    assert found.claims[3] == ClaimRow(found.claims[3].value, ("Wikipedia",), accepted=False)


@pytest.mark.parametrize(
    ("fact_id", "english", "russian"),
    [
        ("genre", ["space drama", "drama", "sci-fi"], ["космическая драма", "драма", "научная фантастика"]),
        ("feature-length", ["yes"], ["да"]),
        ("country", ["Russia"], ["Россия"]),
        ("running-time", ["164 minutes", "165 minutes"], ["164 минуты", "165 минут"]),
        ("filming", ["October 5\u2009–\u200917, 2021"], ["5–17 октября 2021 года"]),
        ("filming-length", ["12 days", "2 weeks", "a few weeks"], ["12 дней", "2 недели", "несколько недель"]),
        (
            "space-footage",
            ["about 30–40 minutes", "about 35 minutes", "35–40 minutes", "50 minutes"],
            ["примерно 30–40 минут", "примерно 35 минут", "35–40 минут", "50 минут"],
        ),
        ("share-nauka", ["about 30%"], ["около 30 %"]),
        ("share-zvezda", ["a third"], ["треть"]),
        ("share-other-modules", ["about 30%"], ["около 30 %"]),
        (
            "director-weight-loss",
            ["15 kilograms", "about 9.5 kilograms", "10 kilograms"],
            ["15 килограммов", "примерно 9,5 килограмма", "10 килограммов"],
        ),
        ("entries", ["3,000", "about 3,000"], ["3 000", "около 3 000"]),
        ("shortlist", ["20–30", "20", "30"], ["20–30", "20", "30"]),
        (
            "trailer",
            ["January 1, 2023", "by January 2, 2023"],
            ["1 января 2023 года", "не позднее 2 января 2023 года"],
        ),
        ("premiere", ["April 12, 2023"], ["12 апреля 2023 года"]),
        (
            "release",
            ["April 20, 2023", "April 12, 2023", "April 2023"],
            ["20 апреля 2023 года", "12 апреля 2023 года", "апрель 2023 года"],
        ),
        ("release-serbia", ["April 20, 2023"], ["20 апреля 2023 года"]),
        (
            "earlier-films",
            ["“The Nerd’s Confession,” “Salyut-7,” “Text,” and “Son of a Rich”"],
            ["«Как поднять миллион. Исповедь Z@drota», «Салют-7», «Текст» и «Холоп»"],
        ),
        ("person/nailya-malakhova", ["Nailya Malakhova", "Ilya Malakhova"], ["Наиля Малахова", "Ilya Malakhova"]),
        ("title", ["The Challenge", "Challenge", "The Defiance"], ["Вызов", "Challenge", "The Defiance"]),
        ("original-title", ["Вызов", "Vyzov"], ["Вызов", "Vyzov"]),
    ],
)
def test_claims_in_both_languages(fact_id: str, english: list[str], russian: list[str]) -> None:
    for locale, expected in (("en", english), ("ru", russian)):
        assert [value.replace("\u00a0", " ") for value in values(row(locale, fact_id))] == expected


def test_sources_and_qualifiers() -> None:
    flight = row("ru", "spaceflight")
    assert flight.claims[0].sources == ("FirstShowing.net", "TASS", "parabolicarc.com")
    assert flight.qualifiers == (
        Qualifier("дата", "октябрь 2021\u00a0года"),
        Qualifier("корабль", "«Союз\u00a0МС-19»"),
        Qualifier("корабль на обратном пути", "«Союз\u00a0МС-18»"),
    )
    assert row("en", "premiere").qualifiers == (Qualifier("place", "Moscow"),)
    assert row("en", "release").qualifiers == (Qualifier("country", "Russia"),)
    assert row("ru", "share-nauka").qualifiers == (Qualifier("место", "«Наука»"),)


def test_a_forbidden_name_is_told_with_its_reason() -> None:
    defiance = row("en", "title").claims[2]
    assert (defiance.value, defiance.note) == ("The Defiance", "machine translation of the Russian title")
    assert not defiance.accepted


def test_opinions_have_no_value_and_are_no_dispute() -> None:
    reception = row("en", "reception")
    assert reception.opinion
    assert not reception.disputed
    assert reception.value is None
    assert len(reception.claims) == 2


def test_the_cast_in_billing_order() -> None:
    assert vyzov_i18n.cast("ru")[0] == Role("Юлия Пересильд", "Евгения (Женя) Беляева")
    assert [role.person for role in vyzov_i18n.cast("en")] == [
        "Yulia Peresild",
        "Miloš Biković",
        "Vladimir Mashkov",
        "Alyona Mordovina",
        "Tatyana Dogileva",
        "Sergey Burunov",
    ]
    assert [role.character for role in vyzov_i18n.cast("en")[1:]] == [None] * 5


@pytest.mark.parametrize(
    ("kind", "claim", "english", "russian"),
    [
        ("count", '{ amount = 1200 }, hedge = "at-most"', "at most 1,200", "не более 1 200"),
        ("count", '{ amount = 1200 }, hedge = "less-than"', "less than 1,200", "менее 1 200"),
        ("range", '{ low = 2, high = 3, unit = "hour" }', "2–3 hours", "2–3 часа"),
        ("share", '{ percent = 12.5 }, hedge = "more-than"', "more than 12.5%", "более 12,5 %"),
        ("share", '{ fraction = "1/2" }', "half", "половина"),
        ("mass", '{ amount = 1 }, hedge = "at-least"', "at least 1 kilogram", "не менее 1 килограмма"),
        ("duration", '{ unit = "day" }', "a few days", "несколько дней"),
        ("money", '{ amount = 21, currency = "USD" }', "21 US dollars", "21 доллар"),
        ("date", '"2023-04", hedge = "by"', "by April 2023", "не позднее апреля 2023 года"),
        ("date", '"2023"', "2023", "2023 год"),
        ("interval", '{ start = "2021-10", end = "2022-01" }', "October 2021\u2009–\u2009January 2022", None),
        ("flag", "false", "no", "нет"),
        ("country", '"RS"', "Serbia", "Сербия"),
    ],
)
def test_values_of_every_kind(kind: str, claim: str, english: str, russian: str | None, lighthouse: FilmFolder) -> None:
    lighthouse.append(
        f'[fact.other]\nkind = "{kind}"\nlabel = "Other"\nclaims = [{{ value = {claim}, sources = ["press"] }}]'
    )
    lighthouse.translate("ru", "film", "label/other", "Other", "Другое")
    for locale, expected in (("en", english), ("ru", russian or "октябрь 2021 года — январь 2022 года")):
        localized = lighthouse.localize(locale)
        found = next(row for row in localized.facts() if row.id == "other")
        assert [value.replace("\u00a0", " ") for value in values(found)] == [expected]
    assert lighthouse.findings == []
