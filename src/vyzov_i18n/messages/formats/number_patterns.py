"""CLDR's number patterns, compiled: symbols, affixes and grouping of one locale (UTS 35, part 3, "Number Patterns")."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

import msgspec

from vyzov_i18n.messages.formats.digits import digit_table
from vyzov_i18n.messages.formats.supplement import minimum_grouping_digits

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

    from vyzov_i18n.messages.functions.base import Part

Sign: TypeAlias = Literal["", "-", "+"]
UseGrouping: TypeAlias = Literal["auto", "always", "never", "min2"]

_AFFIX_TOKENS: Final = re.compile(r"'(?P<quoted>[^']*)'|(?P<symbol>[-+%¤])|(?P<text>[^-+%¤']+)")
_COMPACT_TOKENS: Final = re.compile(r"\s+|\S+(?:\s+\S+)*")
_SYMBOL_TYPES: Final = {"-": "minusSign", "+": "plusSign", "%": "percentSign", "¤": "currency"}
_UNGROUPED: Final = 1000  # what Babel calls the group size of a pattern without groups


class Symbols(msgspec.Struct, frozen=True):
    """The signs and digits that a locale writes numbers with."""

    decimal: str
    group: str
    signs: dict[str, str]
    digits: dict[int, str] | None

    def native(self, digits: str) -> str:
        """The ASCII digits in the digits of the numbering system."""
        return digits if self.digits is None else digits.translate(self.digits)


def symbols_of(locale: Locale, numbering_system: str | None = None, *, money: bool = False) -> Symbols:
    """The symbols of a numbering system, by default the locale's own. ValueError where its digits are unknown."""
    system: str = numbering_system or locale.default_numbering_system
    digits = digit_table(system)
    known = locale.number_symbols
    table = known["latn"]
    if system in known and "decimal" in known[system]:
        table = known[system]
    decimal, group = table["decimal"], table["group"]
    if money:
        decimal, group = table.get("currencyDecimal", decimal), table.get("currencyGroup", group)
    signs = {"-": table["minusSign"], "+": table["plusSign"], "%": table["percentSign"]}
    return Symbols(decimal, group, signs, digits)


class Grouping(NamedTuple):
    """Where group separators stand: sizes of the last and of the other groups, and the fewest digits to group."""

    primary: int
    secondary: int
    least: int

    def groups(self, whole: str) -> list[str]:
        """The digits of an integer in groups, the leftmost first."""
        if len(whole) < self.least:
            return [whole]
        groups = [whole[-self.primary :]]
        rest = whole[: -self.primary]
        while rest:
            groups.append(rest[-self.secondary :])
            rest = rest[: -self.secondary]
        return groups[::-1]


def grouping_of(locale: Locale, pattern: NumberPattern, use: UseGrouping) -> Grouping:
    """The grouping of a pattern in a locale, as ECMA-402's useGrouping modifies it."""
    primary, secondary = pattern.grouping
    if use == "never" or primary == _UNGROUPED:
        return Grouping(_UNGROUPED, _UNGROUPED, 10**9)
    before = {"auto": minimum_grouping_digits(locale), "always": 1}.get(use, 2)
    return Grouping(primary, secondary, primary + before)


class Affixes(NamedTuple):
    """What stands before and after the digits of a number with a certain sign, as parts and as text."""

    before: list[Part]
    after: list[Part]
    prefix: str
    suffix: str


def affixes_of(
    pattern: NumberPattern, symbols: Symbols, currency: str = "", text_type: str = "literal"
) -> dict[Sign, Affixes]:
    """The affixes of a pattern for numbers without a sign, with a minus and with a plus.

    `currency` stands for ¤; texts that are no spaces become parts of `text_type`.
    """
    (positive, negative), (positive_end, negative_end) = pattern.prefix, pattern.suffix
    has_minus = "-" in negative or "-" in negative_end
    plus = (negative, negative_end) if has_minus else (f"-{positive}", positive_end)
    sides: dict[Sign, tuple[str, str]] = {"": (positive, positive_end), "-": (negative, negative_end), "+": plus}
    values = {**symbols.signs, "¤": currency}
    result: dict[Sign, Affixes] = {}
    for sign, (start, end) in sides.items():
        if sign == "+":
            start, end = start.replace("-", "+"), end.replace("-", "+")
        before, after = _parts(start, values, text_type), _parts(end, values, text_type)
        _space_currency(before, after)
        result[sign] = Affixes(before, after, joined(before), joined(after))
    return result


def _parts(affix: str, values: dict[str, str], text_type: str) -> list[Part]:
    parts: list[Part] = []
    text = ""
    for token in _AFFIX_TOKENS.finditer(affix):
        symbol = token["symbol"]
        if symbol is None:
            text += token["text"] or token["quoted"] or "'"
        else:
            parts += text_parts(text, text_type)
            text = ""
            parts.append({"type": _SYMBOL_TYPES[symbol], "value": values[symbol]})
    return [part for part in parts + text_parts(text, text_type) if part["value"]]


def text_parts(text: str, text_type: str) -> list[Part]:
    """A text as parts of a type, the spaces around it as literals."""
    if text_type == "literal":
        return [{"type": "literal", "value": text}] if text else []
    return [
        {"type": "literal" if piece.isspace() else text_type, "value": piece} for piece in _COMPACT_TOKENS.findall(text)
    ]


def _space_currency(before: list[Part], after: list[Part]) -> None:
    """Put a no-break space between a currency's letters and a digit (UTS 35, part 3, currencySpacing)."""
    if before and before[-1]["type"] == "currency" and _needs_space(before[-1]["value"][-1]):
        before.append({"type": "literal", "value": "\xa0"})
    if after and after[0]["type"] == "currency" and _needs_space(after[0]["value"][0]):
        after.insert(0, {"type": "literal", "value": "\xa0"})


def _needs_space(character: str) -> bool:
    return unicodedata.category(character)[0] not in "SZ"


def joined(parts: list[Part]) -> str:
    """The text that the parts make up."""
    return "".join(part["value"] for part in parts)
