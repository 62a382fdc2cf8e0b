"""Numbers, percentages, currencies, units and ranges against recorded answers of ICU (`Intl.NumberFormat`)."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import pytest
from babel import Locale

from vyzov_i18n.messages.formats.compact import compact_formatter
from vyzov_i18n.messages.formats.currencies import currency_formatter
from vyzov_i18n.messages.formats.numbers import NumberStyle, number_formatter
from vyzov_i18n.messages.formats.units import range_formatter, unit_formatter

RECORD = json.loads((Path(__file__).parent / "data" / "icu_numbers.json").read_text(encoding="utf-8"))
CASE = re.compile(r"(?P<style>.*?) (?P<amounts>-?[\d.]+(?: -?[\d.]+)?)\Z")

# What Babel's data lack or have otherwise, although both are of CLDR 47.
DIFFERENT_DATA = {
    # CLDR has a currency pattern for each numbering system; Babel keeps the one of Latin digits.
    "ar-EG": {"RUB code -1234.5", "EUR symbol -1234.5", "EUR accounting -5", "EUR signed 5"},
    "fa": {
        "EUR symbol 1", "EUR symbol 5", "EUR symbol -1234.5", "EUR symbol 12345.678", "EUR signed 5",
        "JPY symbol 12345.678",
    },
}  # fmt: skip

# Babel resolves the alias of accounting to standard for the locale, or for its parent where that was loaded first.
NOT_COMPARED = {("de-CH", "EUR accounting -5"), ("es-MX", "EUR accounting -5")}

STYLES = {
    "decimal": NumberStyle(),
    "decimal min2": NumberStyle(use_grouping="min2"),
    "decimal signed": NumberStyle(sign_display="exceptZero"),
    "decimal significant": NumberStyle(minimum_significant_digits=2, maximum_significant_digits=3),
    "decimal half-even": NumberStyle(rounding_mode="halfEven", maximum_fraction_digits=0),
    "percent": NumberStyle(style="percent"),
    "percent signed": NumberStyle(style="percent", sign_display="always"),
}


class Formatter(Protocol):
    def format(self, *amounts: Any) -> str: ...
    def parts(self, *amounts: Any) -> list[dict[str, Any]]: ...


def formatter(locale: Locale, style: str, count: int) -> Formatter:
    name, _, kind = style.partition(" ")
    if count == 2:
        return range_formatter(locale, (kind and name) or None, NumberStyle(), kind or "long")  # type: ignore[arg-type]
    if style in STYLES:
        return number_formatter(locale, STYLES[style])
    if name == "compact":
        return compact_formatter(locale, NumberStyle(), kind)
    if name.isupper():
        return money(locale, name, kind)
    return unit_formatter(locale, name, NumberStyle(), kind)


def money(locale: Locale, currency: str, kind: str) -> Formatter:
    if kind == "accounting":
        return currency_formatter(locale, currency, NumberStyle(), sign="accounting")
    if kind == "signed":
        return currency_formatter(locale, currency, NumberStyle(sign_display="always"))
    display, _, whole = kind.partition(" ")
    style = NumberStyle(maximum_fraction_digits=0) if whole else NumberStyle()
    return currency_formatter(locale, currency, style, display)


def number(text: str) -> int | Decimal:
    return Decimal(text) if "." in text else int(text)


def cases(tag: str) -> Iterator[tuple[str, Formatter, list[int | Decimal], str]]:
    locale = Locale.parse(tag, sep="-")
    for case, answer in RECORD["locales"][tag].items():
        match = CASE.match(case)
        assert match
        amounts = [number(text) for text in match["amounts"].split()]
        yield case, formatter(locale, match["style"], len(amounts)), amounts, answer


def test_icu_has_answered_for_many_locales_with_babels_cldr() -> None:
    assert RECORD["cldr"] == "47.0"
    assert len(RECORD["locales"]) > 30
    assert all(len(answers) > 150 for answers in RECORD["locales"].values())


@pytest.mark.parametrize("tag", RECORD["locales"])
def test_equal_to_icu(tag: str) -> None:
    """Every style and number: what differs is named above."""
    found = {
        case
        for case, made, amounts, answer in cases(tag)
        if made.format(*amounts) != answer and (tag, case) not in NOT_COMPARED
    }
    assert found == DIFFERENT_DATA.get(tag, set())


@pytest.mark.parametrize("tag", RECORD["locales"])
def test_the_parts_make_up_the_text(tag: str) -> None:
    for case, made, amounts, _ in cases(tag):
        assert "".join(part["value"] for part in made.parts(*amounts)) == made.format(*amounts), case
