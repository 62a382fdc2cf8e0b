"""Every date, figure and name in a text is that of the accepted claim: change the claim and the text changes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.film.facts import CountryFact, FlagFact, TextFact
from vyzov_i18n.film.values import Count, Duration, Interval, Mass, Money, PartialDate, Range, Share

if TYPE_CHECKING:
    from tests.conftest import Blunders
    from tests.summaries.conftest import Change, Localize

    from vyzov_i18n.films import Film

# Fact, new value, what the English and the Russian text then say, what they said before and no longer say.
CHANGES: tuple[tuple[str, Any, str, str, tuple[str, ...]], ...] = (
    ("genre", ("term/drama",), "a Russian drama", "российская драма", ("space drama", "космическая драма")),
    ("running-time", Duration(171), "171 minutes", "171 минута", ("164",)),
    ("running-time", Duration(Decimal("1.5"), "hour"), "1.5 hours", "1,5 часа", ("164",)),
    (
        "filming",
        Interval(PartialDate(2021, 11, 3), PartialDate(2021, 12, 19)),
        "from November 3 to December 19, 2021",
        "с 3 ноября по 19 декабря 2021 года",
        ("October", "октябр"),
    ),
    (
        "filming",
        Interval(PartialDate(2021, 12, 30), PartialDate(2022, 1, 4)),
        "January 4, 2022",
        "с 30 декабря 2021 года по 4 января 2022 года",
        ("October 5", "5 по 17"),
    ),
    (
        "filming",
        Interval(PartialDate(2020, 2, 29), PartialDate(2020, 2, 29)),
        "February 29, 2020",
        "29 февраля 2020 года",
        ("17",),
    ),
    ("filming-place", ("place/zvezda",), "Filming in Zvezda", "Съёмки в «Звезде»", ("Filming on", "Съёмки на")),
    (
        "director-jobs",
        ("term/director", "term/sound-recordist"),
        "director and sound recordist",
        "режиссёра и звукооператора",
        ("make-up", "гримёр"),
    ),
    ("director-weight-loss", Mass(21), "21 kilograms", "21 килограмм", ("15",)),
    ("director-weight-loss", Mass(Decimal("9.5")), "9.5 kilograms", "9,5 килограмма", ("15",)),
    ("space-footage", Range(41, 52, "minute"), "41–52 minutes", "41–52 минуты", ("30–40",)),
    ("space-footage", Range(35, 35, "minute"), "35 minutes", "35 минут", ("30–40",)),
    ("share-nauka", Share(percent=25), "bout 25%", "коло 25 %", ()),
    ("share-zvezda", Share(percent=44), "44%", "44 %", ("a third", "another third", "треть")),
    ("share-other-modules", Share(percent=Decimal("12.5")), "about 12.5%", "около 12,5 %", ()),
    ("budget", Money(1_500_000, "USD"), "1.5 million US dollars", "1,5 миллиона долларов", ("billion", "миллиард")),
    (
        "budget",
        Money(5_000_000_000, "RUB"),
        "5 billion Russian rubles",
        "5 миллиардов рублей",
        ("1 billion", "1 миллиард"),
    ),
    ("entries", Count(21), "drew 21 entries", "поступила 21 заявка", ("3,000", "3 000")),
    ("shortlist", Range(7, 9), "shortlist of 7–9 candidates", "из 7–9 претенденток", ("20–30",)),
    (
        "earlier-films",
        ("work/text", "work/salyut-7"),
        "“Text” and “Salyut-7.”",
        "«Текст» и «Салют-7».",
        ("Nerd", "Исповедь", "Холоп", "Rich"),
    ),
    ("premiere", PartialDate(2023, 3, 28), "March 28, 2023", "28 марта 2023 года", ("April 12", "12 апреля")),
    ("premiere", PartialDate(2023, 3), "in March 2023", "в марте 2023 года", ("April 12", "12 апреля")),
    ("premiere", PartialDate(2022), "in 2022", "в 2022 году", ("April 12", "12 апреля")),
    ("release", PartialDate(2023, 5, 4), "May 4", "4 мая", ("April 20", "20 апреля")),
    ("release", PartialDate(2023, 8), "in August 2023", "в августе 2023 года", ("April 20", "20 апреля")),
    ("release", PartialDate(2024), "in 2024", "в 2024 году", ("April 20", "20 апреля")),
    ("release", PartialDate(2024, 1, 1), "January 1, 2024", "1 января 2024 года", ("April 20", "20 апреля")),
    (
        "distributor",
        ("organization/central-partnership",),
        "Central Partnership",
        "«Централ Партнершип»",
        (),
    ),
)
# What no sentence says by its value: lines were written for these claims, or there is no sentence.
UNCHANGEABLE = {
    "trailer",
    "heroines-profession",
    "spaceflight",
    "commander",
}


def test_the_changes_are_of_all_facts_with_values() -> None:
    kinds = (TextFact, CountryFact, FlagFact)
    facts = {name for name, fact in film().fact.items() if film().accepted(name) and not isinstance(fact, kinds)}
    assert facts == {change[0] for change in CHANGES} | UNCHANGEABLE


@pytest.mark.parametrize("change", CHANGES, ids=[f"{change[0]}-{change[2]}" for change in CHANGES])
def test_the_text_says_what_the_claim_says(
    change: tuple[str, Any, str, str, tuple[str, ...]],
    challenge: Film,
    with_claim: Change,
    localize: Localize,
    blunders: Blunders,
) -> None:
    fact_id, value, english, russian, former = change
    changed = with_claim(challenge, fact_id, value=value)
    for locale, expected in (("en", english), ("ru", russian)):
        text = localize(changed, locale).summary()
        plain = text.replace("\u00a0", " ")
        assert expected in plain
        assert [words for words in former if words in plain] == []
        assert blunders(locale, text) == {}
