"""The functions `:date`, `:time`, `:datetime`, `vyzov:date` and `vyzov:interval`, through messages."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import pytest

from vyzov_i18n.errors import MessageError
from vyzov_i18n.film.values import Hedge, Hedged, Interval, PartialDate
from vyzov_i18n.messages import Message

DAY = date(2023, 4, 20)
MOMENT = datetime(2006, 1, 2, 15, 4, 6)
FILMING = Interval(PartialDate(2021, 10, 5), PartialDate(2021, 10, 17))
RELEASE = """
.input {$release :vyzov:date}
.match $release
day {{вышел {$release :vyzov:date fields=month-day length=long} {$release :date fields=year} года}}
month {{вышел в {$release :vyzov:date fields=month case=prepositional} {$release :date fields=year} года}}
* {{вышел в {$release :date fields=year} году}}
"""


def format_and_report(source: str, locale: str, /, words: dict[str, str] | None = None, **arguments: Any) -> Any:
    errors: list[MessageError] = []
    lookups = {} if words is None else {"words": words.get}
    message = Message(source, locale, on_error=errors.append, lookups=lookups, bidi="none")
    return message.format(**arguments), [error.type for error in errors]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{|2006-01-02| :date}", "Jan 2, 2006"),
        ("{|2006-01-02T15:04:06| :date length=long}", "January 2, 2006"),
        ("{|2006-01-02| :date fields=month-day-weekday length=long}", "Monday, January 2"),
        ("{|2006-01-02T15:04:06| :time}", "3:04 PM"),
        ("{|2006-01-02T15:04:06| :time precision=second}", "3:04:06 PM"),
        ("{|2006-01-02T15:04:06| :time hour12=false}", "15:04"),
        ("{|2006-01-02| :time}", "12:00 AM"),
        ("{|2006-01-02T15:04:06| :datetime}", "Jan 2, 2006, 3:04 PM"),
        ("{|2006-01-02T15:04:06| :datetime dateLength=long timePrecision=second}", "January 2, 2006, 3:04:06 PM"),
        ("{|2006-01-02T15:04:06Z| :datetime timeZone=|+03:00|}", "Jan 2, 2006, 6:04 PM"),
        ("{|2006-01-02T23:04:06Z| :date timeZone=|+03:00|}", "Jan 3, 2006"),
        ("{|2006-01-02T15:04:06| :time timeZone=|+03:00|}", "3:04 PM"),
        ("{|2006-01-02T15:04:06+05:00| :time timeZone=input}", "3:04 PM"),
    ],
)
def test_literals(source: str, text: str) -> None:
    assert format_and_report(source, "en-US") == (text, [])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (".local $d = {|2006-01-02| :date length=long} {{{$d}}}", "January 2, 2006"),
        (".local $d = {|2006-01-02| :datetime dateLength=long timePrecision=second} {{{$d :date}}}", "January 2, 2006"),
        (".local $d = {|2006-01-02T15:04:06| :datetime timePrecision=second} {{{$d :time}}}", "3:04:06 PM"),
        (".local $d = {|2006-01-02| :date length=long} {{{$d :datetime}}}", "January 2, 2006, 12:00 AM"),
        (".local $d = {|2006-01-02| :date length=long} {{{$d :date length=short}}}", "1/2/2006"),
        (".local $d = {|2006-01-02T15:04:06| :time hour12=false} {{{$d :time precision=second}}}", "15:04:06"),
    ],
)
def test_options_are_inherited(source: str, text: str) -> None:
    assert format_and_report(source, "en-US") == (text, [])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (DAY, "20 апреля 2023\u202fг."),
        (datetime(2023, 4, 20, 12), "20 апреля 2023\u202fг."),
        (PartialDate(2023, 4, 20), "20 апреля 2023\u202fг."),
        (PartialDate(2023, 4), "апрель 2023\u202fг."),
        (Hedged(PartialDate(2023), Hedge.ABOUT), "2023"),
    ],
)
def test_values(value: object, text: str) -> None:
    assert format_and_report("{$day :date length=long}", "ru", day=value) == (text, [])


def test_a_value_without_a_function_is_formatted_by_its_type() -> None:
    values: dict[str, Any] = {"a": DAY, "b": PartialDate(2023, 4), "c": time(12, 5), "d": MOMENT}
    text = "20 апр. 2023\u202fг.; апр. 2023\u00a0г.; 12:05; 2 янв. 2006\u202fг., 15:04"
    assert format_and_report("{$a}; {$b}; {$c}; {$d}", "ru", **values) == (text, [])


def test_a_zone_moves_a_time_that_has_one() -> None:
    moment = MOMENT.replace(tzinfo=timezone(timedelta(hours=2)))
    assert format_and_report("{$t :time timeZone=UTC}", "ru", t=moment) == ("13:04", [])


@pytest.mark.parametrize(
    "expression",
    ["date", "time", "datetime", "vyzov:date", "vyzov:interval"],
)
@pytest.mark.parametrize("value", [True, 5, "horse", "2006-13-02", "2006-01-02T25:00:00", None])
def test_bad_operands(expression: str, value: object) -> None:
    assert format_and_report(f"{{$x :{expression}}}", "en", x=value) == ("{$x}", ["bad-operand"])


@pytest.mark.parametrize("name", ["datetime", "date"])
def test_a_time_alone_is_no_date(name: str) -> None:
    assert format_and_report(f"{{$x :{name}}}", "en", x=time(12)) == ("{$x}", ["bad-operand"])


def test_a_month_alone_has_no_time() -> None:
    assert format_and_report("{$x :datetime}", "en", x=PartialDate(2023, 4)) == ("{$x}", ["bad-operand"])


@pytest.mark.parametrize(
    "option",
    [
        "fields=day-month",
        "length=full",
        "calendar=hebrew",
        "timeZone=|Europe/Atlantis|",
        "timeZone=|../../etc/passwd|",
        "timeZone=|+99:00|",
        "timeZone=||",
    ],
)
def test_bad_options_are_reported_and_ignored(option: str) -> None:
    assert format_and_report(f"{{|2006-01-02| :date {option}}}", "en") == ("Jan 2, 2006", ["bad-option"])


@pytest.mark.parametrize("option", ["precision=day", "hour12=maybe", "hour12=|12|"])
def test_bad_options_of_times(option: str) -> None:
    assert format_and_report(f"{{$t :time {option}}}", "en", t=MOMENT) == ("3:04 PM", ["bad-option"])


def test_dates_do_not_select() -> None:
    assert format_and_report(".input {$d :date} .match $d 1 {{one}} * {{other}}", "en", d=DAY)[1] == ["bad-selector"]


@pytest.mark.parametrize(
    ("release", "text"),
    [
        ("2023-04-20", "вышел 20\u00a0апреля 2023 года"),
        ("2023-04", "вышел в апреле 2023 года"),
        ("2023", "вышел в 2023 году"),
    ],
)
def test_a_release_as_a_russian_translator_writes_it(release: str, text: str) -> None:
    words = {"prepositional|month/4": "апреле"}
    assert format_and_report(RELEASE, "ru", words=words, release=PartialDate.of(release)) == (text, [])


def test_a_missing_case_form_is_reported_and_the_base_form_stands() -> None:
    answer = format_and_report(RELEASE, "ru", release=PartialDate(2023, 4))
    assert answer == ("вышел в апрель 2023 года", ["missing-form"])


def test_a_case_makes_the_month_long() -> None:
    words = {"genitive|month/4": "апреля"}
    assert format_and_report("с {$d :vyzov:date fields=year-month case=genitive}", "ru", words=words, d=DAY) == (
        "с апреля 2023\u00a0г.",
        [],
    )


def test_an_unknown_key_of_a_date_is_reported() -> None:
    source = ".input {$d :vyzov:date} .match $d week {{w}} day {{d}} * {{o}}"
    assert format_and_report(source, "en", d=DAY) == ("d", ["bad-variant-key"])


def test_an_interval_is_written_as_icu_does() -> None:
    source = "{$when :vyzov:interval fields=year-month-day length=long}"
    assert format_and_report(source, "ru", when=FILMING) == ("5–17\u00a0октября 2021\u00a0г.", [])
    assert format_and_report(source, "en", when=FILMING) == ("October\u00a05\u2009–\u200917, 2021", [])
    assert format_and_report(source, "de", when=FILMING) == ("5.–17.\u00a0Oktober 2021", [])


def test_an_interval_by_its_ends() -> None:
    source = """.input {$when :vyzov:interval length=long}
        {{с {$when :vyzov:interval part=start fields=day} по {$when :vyzov:interval part=end fields=month-day}}}"""
    assert format_and_report(source, "ru", when=FILMING) == ("с 5 по 17\u00a0октября", [])


@pytest.mark.parametrize(
    ("end", "text"), [("2021-10-05", "none"), ("2021-10-06", "day"), ("2021-11-01", "month"), ("2022-01-01", "other")]
)
def test_an_interval_selects_on_its_greatest_difference(end: str, text: str) -> None:
    source = ".input {$i :vyzov:interval} .match $i none {{none}} day {{day}} month {{month}} * {{other}}"
    assert format_and_report(source, "en", i=Interval(PartialDate(2021, 10, 5), PartialDate.of(end))) == (text, [])


def test_parts_of_a_date() -> None:
    parts = Message("{$d :date fields=month-day length=long}", "en", bidi="none").format_to_parts(d=DAY)
    assert parts == [
        {
            "type": "datetime",
            "locale": "en",
            "dir": "ltr",
            "parts": [
                {"type": "month", "value": "April"},
                {"type": "literal", "value": " "},
                {"type": "day", "value": "20"},
            ],
        }
    ]
