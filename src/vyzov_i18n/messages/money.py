"""Sums of money in running text: "1 миллиард рублей", "1.5 million US dollars", "20 500 euros"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.messages.compact import CompactPatterns
from vyzov_i18n.messages.currencies import currency_name, currency_precision, name_pattern
from vyzov_i18n.messages.measure_words import filled, glued
from vyzov_i18n.messages.number_patterns import joined, text_parts
from vyzov_i18n.messages.numbers import NumberStyle, number_formatter
from vyzov_i18n.messages.plurals import cardinal
from vyzov_i18n.messages.rounding import scaled

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale

    from vyzov_i18n.messages.functions.base import Part
    from vyzov_i18n.messages.measure_words import MeasureWords

_MILLION: Final = 6
_MANTISSA_FRACTION: Final = 3  # 1.155 billion reads well, 1.1555 billion does not


class MoneyFormatter:
    """Formats sums with a word for the million or more, and the currency's name. Made by `money_formatter`."""

    __slots__ = ("_currency", "_mantissas", "_patterns", "_sums", "locale")

    def __init__(self, locale: Locale, currency: str | None) -> None:
        precision = currency_precision(currency) if currency else 2
        whole_or_exact = NumberStyle(
            minimum_fraction_digits=precision, maximum_fraction_digits=precision, trailing_zero_display="stripIfInteger"
        )
        self.locale = locale
        self._currency = currency
        self._sums = number_formatter(locale, whole_or_exact)
        self._mantissas = number_formatter(locale, NumberStyle())
        self._patterns = CompactPatterns(locale, "long")

    def format(self, amount: int | Decimal, words: MeasureWords | None = None) -> str:
        """The sum as text, with a word of `words` in place of CLDR's where they have one."""
        return joined(self.parts(amount, words))

    def parts(self, amount: int | Decimal, words: MeasureWords | None = None) -> list[Part]:
        """The same text in parts: those of a number, compact (the magnitude's word), currency and literal."""
        exponent = self._exponent(amount)
        if not exponent:
            category = self._sums.plural(amount)
            return self._named(self._sums.parts(amount), category, words, no_break=True)
        mantissa = scaled(amount, -exponent)
        category = cardinal(self.locale, self._mantissas.digits(mantissa), exponent)
        return self._named(self._magnitude(mantissa, exponent, words), category, words)

    def _exponent(self, amount: int | Decimal) -> int:
        """The power of ten that a word stands for; 0 where the sum is written out in digits."""
        power = len(self._sums.digits(amount).whole) - 1
        exponent = self._patterns.shift(power)
        mantissa = scaled(amount, _MANTISSA_FRACTION - exponent)
        return exponent if exponent >= _MILLION and mantissa == int(mantissa) else 0

    def _magnitude(self, mantissa: int | Decimal, exponent: int, words: MeasureWords | None) -> list[Part]:
        digits = self._mantissas.digits(mantissa)
        category = cardinal(self.locale, digits)
        pattern = self._patterns.pattern(exponent + len(digits.whole) - 1, category)
        number = self._mantissas.parts(mantissa)
        base = (pattern.prefix[0] + pattern.suffix[0]).strip()
        word = words.find(category, f"magnitude/{exponent}", base) if words else None
        if word is not None:
            return [*number, *text_parts(f"\xa0{word}", "compact")]
        return filled(glued(f"{pattern.prefix[0]}{{0}}{pattern.suffix[0]}"), number, "compact")

    def _named(
        self, number: list[Part], category: str, words: MeasureWords | None, *, no_break: bool = False
    ) -> list[Part]:
        if self._currency is None:
            return number
        name = currency_name(self.locale, self._currency, category)
        word = words.find(category, f"currency/{self._currency}", name) if words else None
        pattern = name_pattern(self.locale, category, word or name)
        return filled(glued(pattern) if no_break else pattern, number, "currency")


@lru_cache(maxsize=128)
def money_formatter(locale: Locale, currency: str | None = None) -> MoneyFormatter:
    """The formatter of sums in a currency (ISO 4217), or in one that is not known."""
    return MoneyFormatter(locale, currency)
