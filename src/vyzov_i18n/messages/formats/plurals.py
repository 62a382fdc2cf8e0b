"""Plural categories of numbers as they are formatted (UTS 35, part 3, "Language Plural Rules")."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel import Locale
    from babel.plural import PluralRule

# Babel knows no operand e: by this rule of the Romance languages every million in compact notation is "many".
_COMPACT_MANY: Final = "e not in 0..5"
_MILLION: Final = 6


class PluralRules:
    """The categories of a locale's numbers, by their ASCII digits before and after the decimal sign.

    Made by `plural_rules`.
    """

    __slots__ = ("_compact_many", "cardinal", "ordinal")

    cardinal: Callable[[str, str], str]
    ordinal: Callable[[str, str], str]

    def __init__(self, locale: Locale) -> None:
        self.cardinal = _by_digits(locale.plural_form)
        self.ordinal = _by_digits(locale.ordinal_form)
        self._compact_many = _COMPACT_MANY in locale.plural_form.rules.get("many", "")

    def compact(self, whole: str, fraction: str, exponent: int) -> str:
        """The cardinal category of a number in compact notation whose mantissa has these digits: "1,5" of 1,5 млн."""
        if self._compact_many and exponent >= _MILLION:
            return "many"
        return self.cardinal(whole + fraction[:exponent].ljust(exponent, "0"), fraction[exponent:])


@lru_cache(maxsize=128)
def plural_rules(locale: Locale) -> PluralRules:
    """The plural rules of a locale."""
    return PluralRules(locale)


def _by_digits(rule: PluralRule) -> Callable[[str, str], str]:
    @lru_cache(maxsize=1024)
    def category(whole: str, fraction: str) -> str:
        return rule(Decimal(f"{whole}.{fraction}" if fraction else whole))

    return category
