"""Amounts of a currency: "1 500,00 ₽", "$5", "5.00 US dollars" (UTS 35, part 3, "Currencies")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from vyzov_i18n.messages.formats.measure_words import NUMBER, filled
from vyzov_i18n.messages.formats.number_patterns import affixes_of, grouping_of
from vyzov_i18n.messages.formats.numbers import NumberFormatter, number_symbols
from vyzov_i18n.messages.formats.supplement import section

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale
    from babel.numbers import NumberPattern

    from vyzov_i18n.messages.formats.numbers import NumberStyle
    from vyzov_i18n.messages.functions.base import Part

CurrencyDisplay: TypeAlias = Literal["symbol", "narrowSymbol", "name", "code", "never"]
CurrencySign: TypeAlias = Literal["standard", "accounting"]

_SIGN_AND_SPACES: Final = re.compile(r"\s*¤\s*")


class CurrencyNameFormatter:
    """Formats amounts followed by the currency's name. Made by `currency_formatter`; shared by threads."""

    __slots__ = ("_currency", "_numbers", "locale")

    def __init__(self, locale: Locale, currency: str, numbers: NumberFormatter) -> None:
        self.locale = locale
        self._currency = currency
        self._numbers = numbers

    def format(self, number: int | Decimal) -> str:
        """The amount as text."""
        return self._pattern(number).replace(NUMBER, self._numbers.format(number), 1)

    def parts(self, number: int | Decimal) -> list[Part]:
        """The same text in parts: those of the number, currency and literal."""
        return filled(self._pattern(number), self._numbers.parts(number), "currency")

    def _pattern(self, number: int | Decimal) -> str:
        category = self._numbers.plural(number)
        return name_pattern(self.locale, category, currency_name(self.locale, self._currency, category))


@lru_cache(maxsize=512)
def currency_formatter(
    locale: Locale,
    currency: str,
    style: NumberStyle,
    display: CurrencyDisplay = "symbol",
    sign: CurrencySign = "standard",
) -> NumberFormatter | CurrencyNameFormatter:
    """The formatter of an ISO 4217 code, in upper case. Without digit options the currency decides on the digits.

    Babel has no narrow symbols: narrowSymbol is the symbol.
    """
    pattern = locale.decimal_formats[None] if display == "name" else _symbol_pattern(locale, display, sign)
    symbols = number_symbols(locale, style, money=True)
    precision = currency_precision(currency)
    numbers = NumberFormatter(
        locale,
        symbols,
        affixes_of(pattern, symbols, currency if display == "code" else currency_symbol(locale, currency)),
        grouping_of(locale, pattern, style.use_grouping),
        style.digit_options(precision, precision),
        sign_display=style.sign_display,
    )
    return CurrencyNameFormatter(locale, currency, numbers) if display == "name" else numbers


def _symbol_pattern(locale: Locale, display: CurrencyDisplay, sign: CurrencySign) -> NumberPattern:
    pattern: NumberPattern = locale.currency_formats[sign]
    if display != "never":
        return pattern
    from babel.numbers import parse_pattern

    return parse_pattern(_SIGN_AND_SPACES.sub("", pattern.pattern))


def currency_precision(currency: str) -> int:
    """How many fraction digits amounts of the currency have."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


def currency_symbol(locale: Locale, currency: str) -> str:
    """The symbol of the currency in the locale, else its code."""
    symbol: str = locale.currency_symbols.get(currency, currency)
    return symbol


def currency_name(locale: Locale, currency: str, category: str) -> str:
    """The name of the currency after a number of that plural category, else its code."""
    names = section(locale, "currency_names_plural").get(currency, {})
    name: str = names.get(category) or names.get("other") or locale.currencies.get(currency, currency)
    return name


def name_pattern(locale: Locale, category: str, name: str) -> str:
    """The pattern `{0} name` of amounts in that plural category."""
    patterns = section(locale, "currency_unit_patterns")
    pattern: str = patterns.get(category) or patterns["other"]
    return pattern.replace("{1}", name)
