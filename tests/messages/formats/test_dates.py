"""Dates and times against recorded answers of ICU, and by example."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from vyzov_i18n.film.values import PartialDate
from vyzov_i18n.messages.formats.dates import (
    FIELDS,
    LENGTHS,
    date_formatter,
    datetime_formatter,
    style_formatter,
    time_formatter,
)

RECORD = json.loads((Path(__file__).parent / "data" / "icu_dates.json").read_text(encoding="utf-8"))
DAY = date(2021, 10, 5)
TIMES = (datetime(2021, 10, 5, 9, 5, 7), datetime(2021, 10, 5, 15, 45, 30))

# Locales whose data, not whose algorithm, differ between Babel and ICU, both of CLDR 47.
DIFFERENT_DATA = {
    # CLDR has patterns or names of these as drafts below "contributed": Babel takes them, ICU's build leaves them out.
    "draft": """
        af-NA en-JM eo eo-001 gaa gaa-GH gv gv-IM ie ie-EE kab kab-DZ kl kl-GL kw kw-GB lij lij-IT nds nds-DE nds-NL
        oc oc-ES oc-FR prg prg-PL szl szl-PL uz-Arab uz-Arab-AF yi yi-UA
    """,
    # CLDR has a second pattern marked alt="variant", which Babel takes for the pattern.
    "variant": "en-CA en-HK",
    # A date format has digits of its own (numbers="M=romanlow"), which Babel drops.
    "digits": "haw haw-US",
}


def answers(*kinds: str) -> Iterator[tuple[Locale, str, str, list[str]]]:
    for style, by_answer in RECORD["answers"].items():
        kind, width = style.split(" ")
        if kind in kinds:
            for answer, tags in by_answer.items():
                for tag in tags.split(" "):
                    yield Locale.parse(tag, sep="-"), kind, width, answer.split("|")


def written(locale: Locale, kind: str, width: str) -> list[str]:
    if kind == "time":
        texts = [time_formatter(locale, width).format(time) for time in TIMES]
    elif kind == "style":
        texts = [style_formatter(locale, width).format(DAY)]
    else:
        texts = [date_formatter(locale, kind, width).format(DAY)]
    return [text.replace("\u202f", " ") for text in texts]  # as V8 does in a single date


def test_icu_has_answered_for_many_locales_with_babels_cldr() -> None:
    assert RECORD["cldr"] == "47.0"
    assert len(list(answers("style"))) > 4 * 850


def test_equal_to_icu_in_every_locale() -> None:
    """All fields at all lengths, CLDR's date styles and times: what differs is the data of the locales named above."""
    expected = {tag for tags in DIFFERENT_DATA.values() for tag in tags.split()}
    found = {
        str(locale).replace("_", "-")
        for locale, kind, width, answer in answers(*FIELDS, "style", "time")
        if written(locale, kind, width) != answer[: len(TIMES) if kind == "time" else 1]
    }
    assert found == expected


@pytest.mark.parametrize(
    ("tag", "fields", "length", "text"),
    [
        ("ru", "year-month-day", "long", "20 апреля 2023\u202fг."),
        ("ru", "month-day", "long", "20 апреля"),
        ("ru", "year-month", "long", "апрель 2023\u202fг."),
        ("ru", "month", "long", "апрель"),
        ("ru", "year", "long", "2023"),
        ("en", "year-month-day-weekday", "long", "Thursday, April 20, 2023"),
        ("en-GB", "year-month-day", "long", "20 April 2023"),
        ("en", "year-month-day", "short", "4/20/2023"),
        ("cs", "month-day", "long", "20. dubna"),
        ("my", "day", "long", "၂၀"),
        ("ar-EG", "year", "long", "٢٠٢٣"),
    ],
)
def test_texts(tag: str, fields: str, length: str, text: str) -> None:
    assert date_formatter(Locale.parse(tag, sep="-"), fields, length).format(date(2023, 4, 20)) == text


@pytest.mark.parametrize(
    ("value", "fields", "text"),
    [
        ("2023-04-20", "year-month-day", "20 апреля 2023\u202fг."),
        ("2023-04", "year-month-day", "апрель 2023\u202fг."),
        ("2023", "year-month-day", "2023"),
        ("2023-04", "month-day", "апрель"),
        ("2023-04", "day", "апрель 2023\u202fг."),
        ("2023", "month-day", "2023"),
        ("2023-04", "year", "2023"),
        ("2023-04-20", "weekday", "четверг"),
    ],
)
def test_partial_dates_show_what_is_known(value: str, fields: str, text: str) -> None:
    formatter = date_formatter(Locale("ru"), fields, "long")
    assert formatter.format(PartialDate.of(value)) == text
    assert "".join(part["value"] for part in formatter.parts(PartialDate.of(value))) == text


def test_a_partial_date_in_a_style_keeps_its_length() -> None:
    assert style_formatter(Locale("en"), "full").format(PartialDate(2023, 4)) == "April 2023"


@pytest.mark.parametrize(
    ("tag", "fields", "text"),
    [
        ("ru", "year-month-day", "20\u00a0апреля 2023\u00a0г."),
        ("en", "year-month-day", "April\u00a020, 2023"),
        ("en", "year-month", "April 2023"),
        ("en-GB", "year-month-day-weekday", "Thursday, 20\u00a0April 2023"),
        ("es", "year-month-day", "20\u00a0de abril de 2023"),
        ("de", "year-month-day", "20.\u00a0April 2023"),
        ("sr", "year-month-day", "20.\u00a0април 2023."),
        ("lv", "year-month-day", "2023.\u00a0gada 20.\u00a0aprīlis"),
        ("hu", "year-month-day", "2023. április\u00a020."),
        ("ja", "year-month-day", "2023年4月20日"),
    ],
)
def test_tight_dates_do_not_break_after_a_number(tag: str, fields: str, text: str) -> None:
    formatter = date_formatter(Locale.parse(tag, sep="-"), fields, "long", tight=True)
    assert formatter.format(date(2023, 4, 20)) == text


def test_parts_are_named_after_ecma_402() -> None:
    assert date_formatter(Locale("en"), "year-month-day", "long").parts(date(2023, 4, 20)) == [
        {"type": "month", "value": "April"},
        {"type": "literal", "value": " "},
        {"type": "day", "value": "20"},
        {"type": "literal", "value": ", "},
        {"type": "year", "value": "2023"},
    ]


def test_the_month_can_stand_in_another_form() -> None:
    formatter = date_formatter(Locale("ru"), "year-month", "long")
    assert formatter.format_with_month(PartialDate(2023, 4), {4: "апреле"}.get) == "апреле 2023\u202fг."
    assert formatter.format_with_month(PartialDate(2023, 5), {4: "апреле"}.get) == "май 2023\u202fг."


def test_a_month_in_digits_has_no_other_form() -> None:
    def refuse(month: int) -> str:
        raise AssertionError("no name was needed")

    assert date_formatter(Locale("ru"), "year-month", "short").format_with_month(DAY, refuse) == "10.2021"


@pytest.mark.parametrize(
    ("tag", "hour12", "text"),
    [("en", None, "3:04 PM"), ("en", False, "15:04"), ("ru", None, "15:04"), ("ru", True, "3:04\u202fPM")],
)
def test_hour_cycles(tag: str, hour12: bool | None, text: str) -> None:
    assert time_formatter(Locale(tag), "minute", hour12).format(datetime(2006, 1, 2, 15, 4, 5)) == text


@pytest.mark.parametrize(("hour", "text"), [(0, "12 AM"), (11, "11 AM"), (12, "12 PM")])
def test_midnight_and_noon_are_twelve(hour: int, text: str) -> None:
    assert time_formatter(Locale("en"), "hour").format(datetime(2006, 1, 2, hour)) == text


def test_a_date_with_its_time() -> None:
    formatter = datetime_formatter(Locale("en"), "year-month-day", "medium", "second")
    assert formatter.format(datetime(2006, 1, 2, 15, 4, 5)) == "Jan 2, 2006, 3:04:05 PM"
    formatter = datetime_formatter(Locale("ru"), "month-day-weekday", "long", "minute")
    assert formatter.format(datetime(2006, 1, 2, 15, 4, 5)) == "понедельник, 2 января, 15:04"


@pytest.mark.parametrize("value", [date(1, 1, 1), date(999, 12, 31), date(9999, 12, 31)])
def test_every_year_python_knows(value: date) -> None:
    assert date_formatter(Locale("en"), "year").format(value) == str(value.year)


def test_names_do_not_depend_on_the_locale_that_was_asked_before() -> None:
    """Babel's own `Locale.months` gives Italian the English names once they were used."""
    for tag, month in (("en", "October"), ("it", "ottobre"), ("sv", "oktober"), ("sw", "Oktoba")):
        assert Locale(tag).months["stand-alone"]["wide"][10]
        assert date_formatter(Locale(tag), "month", "long").format(DAY) == month


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("fields", FIELDS)
def test_formatters_are_made_once(fields: str, length: str) -> None:
    formatters: list[Any] = [date_formatter(Locale("ru"), fields, length) for _ in range(2)]
    assert formatters[0] is formatters[1]
