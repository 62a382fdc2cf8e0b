"""Compact notation, "1,2 млн" and "1,2 миллиона": the plural is that of the rounded number (UTS 35, part 3)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import msgspec

from vyzov_i18n.messages.formats.number_patterns import affixes_of, grouping_of, joined
from vyzov_i18n.messages.formats.numbers import NumberFormatter, NumberStyle, number_symbols
from vyzov_i18n.messages.formats.rounding import scaled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from babel import Locale
    from babel.numbers import NumberPattern

    from vyzov_i18n.messages.functions.base import Part

CompactDisplay: TypeAlias = Literal["short", "long"]

_ONE: Final = "1"  # beside the plural categories CLDR has patterns for exactly one
_HIGHEST: Final = 14  # CLDR's patterns go from 10^3 to 10^14
# Two digits while the mantissa has one before the decimal sign, else none after it (ECMA-402, "compact-rounding").
_ROUNDING: Final = {
    "maximum_fraction_digits": 0,
    "minimum_significant_digits": 1,
    "maximum_significant_digits": 2,
    "rounding_priority": "morePrecision",
}


class CompactPatterns:
    """The compact patterns of a locale, by power of ten and plural category."""

    __slots__ = ("_by_category", "_least", "_shifts", "plain")

    def __init__(self, locale: Locale, display: CompactDisplay) -> None:
        formats = locale.compact_decimal_formats
        self._by_category: Mapping[str, Mapping[str, NumberPattern]] = (
            formats[display] if display in formats else formats["short"]
        )
        self.plain: NumberPattern = locale.decimal_formats[None]
        self._shifts = {power: _shift(self._by_category["other"], power) for power in range(3, _HIGHEST + 1)}
        self._least = min(self._shifts)

    def shift(self, power: int) -> int:
        """By how many powers of ten a number of that magnitude is cut: 3 of the 4 in 12 thousand."""
        return self._shifts[min(power, _HIGHEST)] if power >= self._least else 0

    def pattern(self, power: int, *categories: str) -> NumberPattern:
        """The pattern of numbers of that magnitude whose mantissa has that category; the first that CLDR has."""
        if not self.shift(power):
            return self.plain
        key = str(10 ** min(power, _HIGHEST))
        listed = (self._by_category.get(category, {}) for category in categories)
        found = next((patterns[key] for patterns in listed if key in patterns), None)
        return found or self._by_category["other"][key]


def _shift(patterns: Mapping[str, NumberPattern], power: int) -> int:
    pattern = patterns.get(str(10**power))
    zeros = pattern.int_prec[0] if pattern else 0
    has_word = pattern is not None and any(text.strip() for text in (pattern.prefix[0], pattern.suffix[0]))
    return power - zeros + 1 if has_word else 0


def has_digits(pattern: NumberPattern) -> bool:
    """Whether the number itself is written: Italian has a bare "mille" for 1000."""
    return bool(pattern.int_prec[1])


class CompactFormatter:
    """Formats numbers in compact notation. Made by `compact_formatter`; shared by threads."""

    __slots__ = ("_formatters", "_mantissas", "_patterns", "_style", "_symbols", "locale")

    def __init__(self, locale: Locale, style: NumberStyle, display: CompactDisplay) -> None:
        self.locale = locale
        self._style = style
        self._patterns = CompactPatterns(locale, display)
        self._symbols = number_symbols(locale, style)
        self._formatters: dict[str, NumberFormatter] = {}
        self._mantissas = self._formatter(self._patterns.plain)

    def format(self, number: int | Decimal) -> str:
        """The number as text."""
        return joined(self.parts(number))

    def parts(self, number: int | Decimal) -> list[Part]:
        """The same text in parts: those of a number, and compact."""
        power, mantissa = self._mantissa(number)
        category = self._mantissas.plural(mantissa)
        exact = (_ONE,) if self._mantissas.format(mantissa) == self._mantissas.format(1) else ()
        pattern = self._patterns.pattern(power, *exact, category)
        parts = self._formatter(pattern).parts(mantissa)
        return parts if has_digits(pattern) else [part for part in parts if part["type"] not in ("integer", "literal")]

    def _mantissa(self, number: int | Decimal) -> tuple[int, int | Decimal]:
        """The magnitude of the number once it is rounded (999 999 is a million), and what stands before its word."""
        power = len(self._mantissas.digits(number).whole) - 1
        mantissa = scaled(number, -self._patterns.shift(power))
        power = self._patterns.shift(power) + len(self._mantissas.digits(mantissa).whole) - 1
        return power, scaled(number, -self._patterns.shift(power))

    def _formatter(self, pattern: NumberPattern) -> NumberFormatter:
        formatter = self._formatters.get(pattern.pattern)
        if formatter is None:
            formatter = self._formatters[pattern.pattern] = self._made(pattern)
        return formatter

    def _made(self, pattern: NumberPattern) -> NumberFormatter:
        style = self._style
        grouping = "min2" if style.use_grouping == "auto" else style.use_grouping
        return NumberFormatter(
            self.locale,
            self._symbols,
            affixes_of(pattern, self._symbols, text_type="compact"),
            grouping_of(self.locale, self._patterns.plain, grouping),
            style.digit_options(),
            sign_display=style.sign_display,
        )


@lru_cache(maxsize=128)
def compact_formatter(locale: Locale, style: NumberStyle, display: CompactDisplay = "short") -> CompactFormatter:
    """The compact formatter of a locale; without digit options in `style`, ECMA-402's compact rounding applies."""
    if style.digit_options() == NumberStyle().digit_options():
        style = msgspec.structs.replace(style, **_ROUNDING)
    return CompactFormatter(locale, style, display)
