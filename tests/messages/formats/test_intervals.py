"""Intervals against recorded answers of ICU (`Intl.DateTimeFormat#formatRange`), and by example."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from vyzov_i18n.film.values import Interval, PartialDate
from vyzov_i18n.messages.formats.dates import FIELDS
from vyzov_i18n.messages.formats.intervals import greatest_difference, interval_formatter

RECORD = json.loads((Path(__file__).parent / "data" / "icu_dates.json").read_text(encoding="utf-8"))


def between(start: str, end: str) -> Interval:
    return Interval(PartialDate.of(start), PartialDate.of(end))


START = "2021-10-05"
INTERVALS = tuple(between(START, end) for end in ("2021-10-17", "2021-12-17", "2022-12-17"))

# Locales whose data, not whose algorithm, differ between Babel and ICU, both of CLDR 47.
DIFFERENT_DATA = {
    # CLDR has patterns or names of these as drafts below "contributed": Babel takes them, ICU's build leaves them out.
    "draft": """
        ckb ckb-IQ ckb-IR en-BE en-BW en-BZ en-JM en-MT en-PK en-SG en-ZA en-ZW eo eo-001 es-EC es-HN es-PE es-PR
        gaa gaa-GH ie ie-EE it-CH kab kab-DZ kl kl-GL lij lij-IT nds nds-DE nds-NL oc oc-ES oc-FR
        prg prg-PL szl szl-PL vmw vmw-MZ
    """,
    # Babel lacks the locale's own pattern for the fallback ("{0} a el {1}").
    "fallback": "es-AR es-CL es-CO os os-GE os-RU ug ug-CN yi yi-UA zh-Hans-HK zh-Hans-MO zh-Hans-SG",
    # CLDR has a second pattern marked alt="variant", which Babel takes for the pattern.
    "variant": "en-CA",
    # ICU does not see that L and M are one field, finds no second half in "LLL تا MMM y" and loses the end.
    "split": "fa fa-AF fa-IR",
}


def answers() -> Iterator[tuple[Locale, str, str, list[str]]]:
    for style, by_answer in RECORD["answers"].items():
        fields, length = style.split(" ")
        if fields in FIELDS:
            for answer, tags in by_answer.items():
                for tag in tags.split(" "):
                    yield Locale.parse(tag, sep="-"), fields, length, answer.split("|")[1:]


def written(locale: Locale, fields: str, length: str) -> list[str]:
    formatter = interval_formatter(locale, fields, length)
    single = formatter.format(between(START, START))
    texts = [formatter.format(interval) for interval in INTERVALS]
    return [text.replace("\u202f", " ") if text == single else text for text in texts]  # as V8 does in a single date


def test_icu_has_answered_for_many_locales_with_babels_cldr() -> None:
    assert RECORD["cldr"] == "47.0"
    assert len(list(answers())) > 20 * 850


def test_equal_to_icu_in_every_locale() -> None:
    """All fields at all lengths and differences: what differs is the data of the locales named above."""
    expected = {tag for tags in DIFFERENT_DATA.values() for tag in tags.split()}
    found = {
        str(locale).replace("_", "-")
        for locale, fields, length, answer in answers()
        if written(locale, fields, length) != answer
    }
    assert found == expected


@pytest.mark.parametrize(
    ("tag", "start", "end", "text"),
    [
        ("ru", "2021-10-05", "2021-10-17", "5–17 октября 2021\u202fг."),
        ("ru", "2021-10-05", "2021-12-17", "5 октября – 17 декабря 2021\u202fг."),
        ("ru", "2021-12-30", "2022-01-02", "30 декабря 2021\u202fг. – 2 января 2022\u202fг."),
        ("ru", "2021-10-05", "2021-10-05", "5 октября 2021\u202fг."),
        ("ru", "2021-10", "2021-12", "октябрь 2021\u202fг. – декабрь 2021\u202fг."),
        ("ru", "2021-10", "2021-10", "октябрь 2021\u202fг."),
        ("ru", "2021", "2022", "2021–2022"),
        ("ru", "2021", "2021", "2021"),
        ("en", "2021-10-05", "2021-10-17", "October 5\u2009–\u200917, 2021"),
        ("en", "2021-10", "2021-12", "October\u2009–\u2009December 2021"),
        ("de", "2021-10-05", "2021-10-17", "5.–17. Oktober 2021"),
        ("ja", "2021-10-05", "2021-10-17", "2021/10/05～2021/10/17"),
        ("eu", "2021-10-05", "2021-10-17", "2021(e)ko urria 5–17"),
        ("fa", "2021-10", "2021-12", "اکتبر تا دسامبر ۲۰۲۱"),
    ],
)
def test_long_texts(tag: str, start: str, end: str, text: str) -> None:
    assert interval_formatter(Locale(tag), length="long").format(between(start, end)) == text


def test_ends_of_different_precision_are_written_at_the_coarser_one() -> None:
    interval = between("2021-10-05", "2021-12")
    assert interval_formatter(Locale("en"), length="long").format(interval) == "October\u2009–\u2009December 2021"
    assert greatest_difference(interval) == "month"


def test_a_difference_in_a_field_that_is_not_shown_makes_one_date() -> None:
    assert interval_formatter(Locale("en"), "year-month", "long").format(INTERVALS[0]) == "October 2021"


def test_a_difference_above_the_fields_is_shown() -> None:
    """October 5 to December 17 of the next year cannot do without the years."""
    text = "October 5, 2021\u2009–\u2009December 17, 2022"
    assert interval_formatter(Locale("en"), "month-day", "long").format(INTERVALS[2]) == text


@pytest.mark.parametrize(
    ("start", "end", "difference"),
    [
        ("2021-10-05", "2021-10-05", "none"),
        ("2021-10-05", "2021-10-17", "day"),
        ("2021-10-05", "2021-11-05", "month"),
        ("2021-10-05", "2022-10-05", "year"),
        ("2021-10", "2021-10-17", "none"),
        ("2021", "2021-10-17", "none"),
    ],
)
def test_greatest_difference(start: str, end: str, difference: str) -> None:
    assert greatest_difference(between(start, end)) == difference


@pytest.mark.parametrize(
    ("tag", "end", "text"),
    [
        ("de", "2021-10-17", "5.–17.\u00a0Oktober 2021"),
        ("de", "2021-12-17", "5.\u00a0Oktober\u2009–\u200917.\u00a0Dezember 2021"),
        ("cs", "2021-12-17", "5.\u00a010.\u2009–\u200917.\u00a012. 2021"),
        ("ru", "2022-01-02", "5\u00a0октября 2021\u00a0г. – 2\u00a0января 2022\u00a0г."),
    ],
)
def test_tight_intervals_do_not_break_after_a_number(tag: str, end: str, text: str) -> None:
    assert interval_formatter(Locale(tag), length="long", tight=True).format(between(START, end)) == text
