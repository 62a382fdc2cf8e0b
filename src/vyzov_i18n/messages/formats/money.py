"""Sums of money in running text: "1 миллиард рублей", "1.5 million US dollars", "20 500 euros"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.messages.formats.compact import CompactPatterns, has_digits
from vyzov_i18n.messages.formats.currencies import currency_name, currency_precision, name_pattern
from vyzov_i18n.messages.formats.measure_words import NO_BREAK_SPACE, NUMBER, filled, glued
from vyzov_i18n.messages.formats.numbers import NumberStyle, number_formatter
from vyzov_i18n.messages.formats.plurals import plural_rules
from vyzov_i18n.messages.formats.rounding import scaled

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale

    from vyzov_i18n.messages.formats.measure_words import MeasureWords
    from vyzov_i18n.messages.formats.numbers import NumberFormatter
    from vyzov_i18n.messages.functions.base import Part

_MILLION: Final = 6
_NAME: Final = "{1}"
_MANTISSA_FRACTION: Final = 3  # 1.155 billion reads well, 1.1555 billion does not


class MoneyFormatter:
    """Formats sums with a word for the million or more, and the currency's name. Made by `money_formatter`."""

    __slots__ = ("_currency", "_locale", "_magnitudes", "_mantissas", "_names", "_plurals", "_shifts", "_sums")

    def __init__(self, locale: Locale, currency: str | None) -> None:
        precision = currency_precision(currency) if currency else 2
        whole_or_exact = NumberStyle(
            minimum_fraction_digits=precision, maximum_fraction_digits=precision, trailing_zero_display="stripIfInteger"
        )
        self._locale = locale
        self._currency = currency
        self._plurals = plural_rules(locale)
        self._sums = number_formatter(locale, whole_or_exact)
        self._mantissas = number_formatter(locale, NumberStyle())
        self._shifts = CompactPatterns(locale, "long")
        self._magnitudes: dict[tuple[int, str], str] = {}
        self._names: dict[str, tuple[str, str]] = {}

    def format(self, amount: int | Decimal, words: MeasureWords | None = None) -> str:
        """The sum as text, with a word of `words` in place of CLDR's where they have one."""
        numbers, number, magnitude, name = self._plan(amount, words)
        return name.replace(NUMBER, magnitude.replace(NUMBER, numbers.format(number), 1), 1)

    def parts(self, amount: int | Decimal, words: MeasureWords | None = None) -> list[Part]:
        """The same text in parts: those of a number, compact (the magnitude's word), currency and literal."""
        numbers, number, magnitude, name = self._plan(amount, words)
        return filled(name, filled(magnitude, numbers.parts(number), "compact"), "currency")

    def _plan(
        self, amount: int | Decimal, words: MeasureWords | None
    ) -> tuple[NumberFormatter, int | Decimal, str, str]:
        """What formats the number, the number, and the patterns of the magnitude and of the currency around it."""
        exponent = self._exponent(amount)
        if not exponent:
            return self._sums, amount, NUMBER, glued(self._name(self._sums.plural(amount), words))
        mantissa = scaled(amount, -exponent)
        _, whole, fraction = self._mantissas.digits(mantissa)
        magnitude = self._magnitude(exponent + len(whole) - 1, self._plurals.cardinal(whole, fraction), exponent, words)
        return self._mantissas, mantissa, magnitude, self._name(self._plurals.compact(whole, fraction, exponent), words)

    def _exponent(self, amount: int | Decimal) -> int:
        """The power of ten that a word stands for; 0 where the sum is written out in digits."""
        exponent = self._shifts.shift(len(self._sums.digits(amount).whole) - 1)
        thousandths = scaled(amount, _MANTISSA_FRACTION - exponent)
        return exponent if exponent >= _MILLION and thousandths == int(thousandths) else 0

    def _magnitude(self, power: int, category: str, exponent: int, words: MeasureWords | None) -> str:
        pattern = self._magnitudes.get((power, category))
        if pattern is None:
            compact = self._shifts.pattern(power, category)
            number = NUMBER if has_digits(compact) else ""
            pattern = self._magnitudes[power, category] = glued(f"{compact.prefix[0]}{number}{compact.suffix[0]}")
        word = words.find(category, f"magnitude/{exponent}", pattern) if words else None
        return pattern if word is None else f"{NUMBER}{NO_BREAK_SPACE}{word}"

    def _name(self, category: str, words: MeasureWords | None) -> str:
        if self._currency is None:
            return NUMBER
        if category not in self._names:
            name = currency_name(self._locale, self._currency, category)
            self._names[category] = name, name_pattern(self._locale, category, _NAME)
        name, pattern = self._names[category]
        word = words.find(category, f"currency/{self._currency}", name) if words else None
        return pattern.replace(_NAME, name if word is None else word)


@lru_cache(maxsize=128)
def money_formatter(locale: Locale, currency: str | None = None) -> MoneyFormatter:
    """The formatter of sums in a currency (ISO 4217), or in one that is not known."""
    return MoneyFormatter(locale, currency)
