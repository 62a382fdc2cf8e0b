"""Numbers and percentages in a locale's digits: CLDR's patterns through Babel, compiled once and cheap to call.

Options and parts have the names of ECMA-402 (Intl.NumberFormat); patterns follow UTS 35, part 3. Numbers are int or
Decimal, never float.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from vyzov_i18n.errors import BadOption
from vyzov_i18n.messages.formats.number_patterns import UseGrouping, affixes_of, grouping_of, symbols_of
from vyzov_i18n.messages.formats.plurals import plural_rules
from vyzov_i18n.messages.formats.rounding import (
    MAX_EXPONENT,
    DigitOptions,
    Rounder,
    RoundingMode,
    RoundingPriority,
    scaled,
)

if TYPE_CHECKING:
    from babel import Locale

    from vyzov_i18n.messages.formats.number_patterns import Affixes, Grouping, Sign, Symbols
    from vyzov_i18n.messages.formats.rounding import Digits
    from vyzov_i18n.messages.functions.base import Part

SignDisplay = Literal["auto", "always", "never", "exceptZero", "negative"]

_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*)(?P<fraction>\.\d+)?(?:[eE](?P<exponent>[-+]?\d+))?", re.ASCII)
_MAX_SIGNIFICANT: Final = 21  # of ECMA-402, where a message names only the fewest significant digits
_COMMON: Final = 10**15


def parse_number(literal: str) -> int | Decimal:
    """The value of a number literal of MessageFormat 2 (the number grammar of JSON).

    Raises ValueError on any other text, and on a number of more than `MAX_EXPONENT` digits.
    """
    match = _NUMBER.fullmatch(literal)
    if match is None:
        raise ValueError(f"{_excerpt(literal)} is not a number")
    exponent = match["exponent"]
    if len(literal) > MAX_EXPONENT or (exponent and not -MAX_EXPONENT <= int(exponent) <= MAX_EXPONENT):
        raise ValueError(f"the number {_excerpt(literal)} has more than {MAX_EXPONENT} digits")
    return Decimal(literal) if exponent or match["fraction"] else int(literal)


def _excerpt(literal: str) -> str:
    return repr(literal if len(literal) <= 40 else literal[:40] + "…")


class NumberStyle(msgspec.Struct, frozen=True, kw_only=True):
    """How a number is to look, after ECMA-402. A digit option that is None takes the default of the style.

    `numbering_system` is a CLDR identifier ("latn", "arab"), None for the locale's own.
    """

    style: Literal["decimal", "percent"] = "decimal"
    minimum_integer_digits: int | None = None
    minimum_fraction_digits: int | None = None
    maximum_fraction_digits: int | None = None
    minimum_significant_digits: int | None = None
    maximum_significant_digits: int | None = None
    sign_display: SignDisplay = "auto"
    use_grouping: UseGrouping = "auto"
    numbering_system: str | None = None
    rounding_mode: RoundingMode = "halfExpand"
    rounding_priority: RoundingPriority = "auto"
    trailing_zero_display: Literal["auto", "stripIfInteger"] = "auto"

    def digit_options(self, least: int = 0, most: int = 3) -> DigitOptions:
        """The digit options with defaults filled in; `least` and `most` are those of the fraction digits."""
        low, high = self.minimum_fraction_digits, self.maximum_fraction_digits
        if low is None:
            low = least if high is None else min(least, high)
        return DigitOptions(
            minimum_integer=self.minimum_integer_digits or 1,
            fraction=(low, max(most, low) if high is None else high),
            significant=self._significant(),
            mode=self.rounding_mode,
            priority=self.rounding_priority,
            strip_if_integer=self.trailing_zero_display == "stripIfInteger",
        )

    def _significant(self) -> tuple[int, int] | None:
        low, high = self.minimum_significant_digits, self.maximum_significant_digits
        if low is None and high is None:
            return None
        low = low or 1
        return low, max(_MAX_SIGNIFICANT, low) if high is None else high


class NumberFormatter:
    """Formats numbers by one pattern. Made by `number_formatter`; shared by threads."""

    __slots__ = (
        "_affixes",
        "_exponent",
        "_group",
        "_grouped_from",
        "_grouping",
        "_prefix",
        "_rounder",
        "_sign_display",
        "_suffix",
        "_symbols",
        "plurals",
    )

    def __init__(
        self,
        locale: Locale,
        symbols: Symbols,
        affixes: dict[Sign, Affixes],
        grouping: Grouping,
        digits: DigitOptions,
        *,
        sign_display: SignDisplay = "auto",
        exponent: int = 0,
    ) -> None:
        self.plurals = plural_rules(locale)
        self._symbols = symbols
        self._affixes = affixes
        self._grouping = grouping
        self._rounder = Rounder(digits)
        self._sign_display = sign_display
        self._exponent = exponent
        self._group = symbols.group
        _, _, self._prefix, self._suffix = affixes[""]
        self._grouped_from = _first_grouped(self, digits)

    def format(self, number: int | Decimal) -> str:
        """The number as text. BadOperand where it is not finite or has too many digits."""
        if type(number) is int and 0 <= number < _COMMON and self._grouped_from is not None:
            plain = f"{number}" if number < self._grouped_from else f"{number:,}".replace(",", self._group)
            return f"{self._prefix}{plain}{self._suffix}"
        digits = self.digits(number)
        affixes = self._affixes[self._sign(digits)]
        return f"{affixes.prefix}{self.plain(digits)}{affixes.suffix}"

    def parts(self, number: int | Decimal) -> list[Part]:
        """The same text in parts: integer, group, decimal, fraction, minusSign, percentSign, literal and so on."""
        digits = self.digits(number)
        affixes = self._affixes[self._sign(digits)]
        return [*map(dict, affixes.before), *self._digit_parts(digits), *map(dict, affixes.after)]

    def plural(self, number: int | Decimal) -> str:
        """The cardinal category of the number as formatted: rounded, with its visible fraction digits."""
        if type(number) is int and 0 <= number < _COMMON and self._grouped_from is not None:
            return self.plurals.cardinal(f"{number}", "")
        _, whole, fraction = self.digits(number)
        return self.plurals.cardinal(whole, fraction)

    def ordinal(self, number: int | Decimal) -> str:
        """The ordinal category of the number as formatted."""
        _, whole, fraction = self.digits(number)
        return self.plurals.ordinal(whole, fraction)

    def digits(self, number: int | Decimal) -> Digits:
        """The number scaled and rounded."""
        return self._rounder.digits(scaled(number, self._exponent) if self._exponent else number)

    def plain(self, digits: Digits) -> str:
        """The digits without sign and affixes."""
        whole = self._group.join(self._grouping.groups(digits.whole))
        return self._symbols.native(f"{whole}{self._symbols.decimal}{digits.fraction}" if digits.fraction else whole)

    def _digit_parts(self, digits: Digits) -> list[Part]:
        native = self._symbols.native
        parts: list[Part] = []
        for group in self._grouping.groups(digits.whole):
            parts += [{"type": "group", "value": self._group}, {"type": "integer", "value": native(group)}]
        if digits.fraction:
            parts.append({"type": "decimal", "value": self._symbols.decimal})
            parts.append({"type": "fraction", "value": native(digits.fraction)})
        return parts[1:]

    def _sign(self, digits: Digits) -> Sign:
        display = self._sign_display
        if display == "never" or (display in ("exceptZero", "negative") and digits.is_zero):
            return ""
        if digits.negative:
            return "-"
        return "+" if display in ("always", "exceptZero") else ""


def _first_grouped(formatter: NumberFormatter, options: DigitOptions) -> int | None:
    """From where on the short way groups; None where integers need more than their digits in groups of three."""
    grouping = formatter._grouping
    plain = DigitOptions(fraction=(0, options.fraction[1]), mode=options.mode)
    is_common = options == plain and formatter._exponent == 0 and formatter._symbols.digits is None
    if not is_common or formatter._sign_display in ("always", "exceptZero"):
        return None
    if grouping.primary == grouping.secondary == 3:
        return int(10 ** (grouping.least - 1))
    return _COMMON if grouping.primary >= len(str(_COMMON)) else None


@lru_cache(maxsize=512)
def number_formatter(locale: Locale, style: NumberStyle) -> NumberFormatter:
    """The formatter of a locale and a style. Raises BadOption on an unknown numbering system."""
    return _formatter(locale, style, exponent=2 if style.style == "percent" else 0)


@lru_cache(maxsize=512)
def percentage_formatter(locale: Locale, style: NumberStyle) -> NumberFormatter:
    """As `number_formatter` of the style percent, but for numbers that count hundredths already: 30 is 30 %."""
    return _formatter(locale, msgspec.structs.replace(style, style="percent"), exponent=0)


def _formatter(locale: Locale, style: NumberStyle, exponent: int) -> NumberFormatter:
    percent = style.style == "percent"
    pattern = (locale.percent_formats if percent else locale.decimal_formats)[None]
    symbols = number_symbols(locale, style)
    return NumberFormatter(
        locale,
        symbols,
        affixes_of(pattern, symbols),
        grouping_of(locale, pattern, style.use_grouping),
        style.digit_options(most=0 if percent else 3),
        sign_display=style.sign_display,
        exponent=exponent,
    )


def number_symbols(locale: Locale, style: NumberStyle, *, money: bool = False) -> Symbols:
    """The symbols that a style asks for. Raises BadOption on an unknown numbering system."""
    try:
        return symbols_of(locale, style.numbering_system, money=money)
    except ValueError as error:
        raise BadOption(str(error)) from None
