"""Plural categories of numbers as they are formatted (UTS 35, part 3, "Language Plural Rules")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel import Locale

    from vyzov_i18n.messages.rounding import Digits

_COMPACT_MILLIONS: Final = "e != 0..5"
_MILLION: Final = 6


def cardinal(locale: Locale, digits: Digits, exponent: int = 0) -> str:
    """The category of a number by its visible digits.

    With an `exponent` the digits are the mantissa of a compact notation ("1,5" of 1,5 млн), and the category is that of
    the whole number.
    """
    rule = locale.plural_form
    if exponent:
        if exponent >= _MILLION and _COMPACT_MILLIONS in rule.rules.get("many", ""):
            return "many"
        whole = digits.whole + digits.fraction[:exponent].ljust(exponent, "0")
        return rule(digits._replace(whole=whole, fraction=digits.fraction[exponent:]).value)
    return rule(digits.value)


def ordinal(locale: Locale, digits: Digits) -> str:
    """The ordinal category of a number by its visible digits."""
    return locale.ordinal_form(digits.value)
