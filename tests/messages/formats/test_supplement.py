"""The tables of what Babel lacks, against recorded answers of ICU in every locale."""

import json
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from vyzov_i18n.messages.formats.supplement import minimum_grouping_digits, range_category, range_separator

RECORD = json.loads((Path(__file__).parent / "data" / "icu_numbers.json").read_text(encoding="utf-8"))["supplement"]


def answers(table: str) -> Iterator[tuple[Locale, str]]:
    for answer, names in RECORD[table].items():
        for name in names.split():
            yield Locale.parse(name), answer


def test_minimum_grouping_digits() -> None:
    expected = {str(locale): answer for locale, answer in answers("grouping")}
    assert len(expected) > 850
    assert {name: str(minimum_grouping_digits(Locale.parse(name))) for name in expected} == expected


def test_range_separators() -> None:
    expected = {str(locale): answer for locale, answer in answers("separators")}
    assert len(expected) > 850
    assert {name: range_separator(Locale.parse(name)) for name in expected} == expected


def test_plural_ranges() -> None:
    found, expected = {}, {}
    for locale, answer in answers("plural_ranges"):
        for pair, category in json.loads(answer).items():
            low, high = pair.split("+")
            expected[str(locale), pair] = category
            found[str(locale), pair] = range_category(locale, low, high)
    assert len(expected) > 700
    assert found == expected
