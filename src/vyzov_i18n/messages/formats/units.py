"""Amounts of a unit, and ranges of them: "30–40 minutes" (UTS 35, part 2, "Unit Elements", and part 3)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from vyzov_i18n.errors import BadOption
from vyzov_i18n.messages.formats.measure_words import NO_BREAK_SPACE, NUMBER, filled, glued
from vyzov_i18n.messages.formats.numbers import number_formatter
from vyzov_i18n.messages.formats.supplement import range_category, range_separator, section

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale

    from vyzov_i18n.messages.formats.measure_words import MeasureWords
    from vyzov_i18n.messages.formats.numbers import NumberFormatter, NumberStyle
    from vyzov_i18n.messages.functions.base import Part

UnitDisplay: TypeAlias = Literal["short", "long", "narrow"]

_FALLBACKS: Final[dict[UnitDisplay, tuple[UnitDisplay, ...]]] = {
    "long": ("long", "short"),
    "short": ("short",),
    "narrow": ("narrow", "short"),
}


class UnitFormatter:
    """Formats amounts of one unit, or of none. Made by `unit_formatter`; shared by threads."""

    __slots__ = ("_concept", "_numbers", "_patterns")

    def __init__(self, numbers: NumberFormatter, concept: str, patterns: dict[str, str]) -> None:
        self._numbers = numbers
        self._concept = concept
        self._patterns = patterns

    def format(self, number: int | Decimal, words: MeasureWords | None = None) -> str:
        """The amount as text, with a word of `words` in place of CLDR's where they have one."""
        return self.pattern(self._numbers.plural(number), words).replace(NUMBER, self._numbers.format(number), 1)

    def parts(self, number: int | Decimal, words: MeasureWords | None = None) -> list[Part]:
        """The same text in parts: those of the number, unit and literal."""
        return filled(self.pattern(self._numbers.plural(number), words), self._numbers.parts(number), "unit")

    def pattern(self, category: str, words: MeasureWords | None) -> str:
        """The pattern around a number of that plural category."""
        pattern = self._patterns.get(category) or self._patterns["other"]
        word = words.find(category, self._concept, pattern) if words and self._concept else None
        return pattern if word is None else f"{NUMBER}{NO_BREAK_SPACE}{word}"


class RangeFormatter:
    """Formats ranges of amounts, with the unit once. Made by `range_formatter`; shared by threads."""

    __slots__ = ("_categories", "_locale", "_numbers", "_separator", "_units")

    def __init__(self, locale: Locale, numbers: NumberFormatter, units: UnitFormatter) -> None:
        self._locale = locale
        self._numbers = numbers
        self._units = units
        self._separator = range_separator(locale)
        self._categories: dict[tuple[str, str], str] = {}

    def format(self, low: int | Decimal, high: int | Decimal, words: MeasureWords | None = None) -> str:
        """The range as text; a single amount where both ends look the same."""
        start, end = self._numbers.format(low), self._numbers.format(high)
        if start == end:
            return self._units.format(high, words)
        return self._pattern(low, high, words).replace(NUMBER, f"{start}{self._separator}{end}", 1)

    def parts(self, low: int | Decimal, high: int | Decimal, words: MeasureWords | None = None) -> list[Part]:
        """The same text in parts, of which those of one end have the `source` startRange or endRange."""
        start, end = self._numbers.parts(low), self._numbers.parts(high)
        if start == end:
            return self._units.parts(high, words)
        ends = [
            *({**part, "source": "startRange"} for part in start),
            {"type": "literal", "value": self._separator},
            *({**part, "source": "endRange"} for part in end),
        ]
        return filled(self._pattern(low, high, words), ends, "unit")

    def _pattern(self, low: int | Decimal, high: int | Decimal, words: MeasureWords | None) -> str:
        ends = self._numbers.plural(low), self._numbers.plural(high)
        category = self._categories.get(ends)
        if category is None:
            category = self._categories[ends] = range_category(self._locale, *ends)
        return self._units.pattern(category, words)


@lru_cache(maxsize=512)
def unit_formatter(
    locale: Locale, unit: str | None, style: NumberStyle, display: UnitDisplay = "short", *, no_break: bool = False
) -> UnitFormatter:
    """The formatter of a CLDR unit identifier ("minute", "meter-per-second"), or of plain numbers where it is None.

    With `no_break` the number and its unit never stand on two lines. Raises BadOption on a unit that CLDR lacks.
    """
    numbers = number_formatter(locale, style)
    if unit is None:
        return UnitFormatter(numbers, "", {"other": NUMBER})
    patterns = unit_patterns(locale, unit, display)
    if patterns is None:
        raise BadOption(f"CLDR has no unit {unit!r}")
    if no_break:
        patterns = {category: glued(pattern) for category, pattern in patterns.items()}
    return UnitFormatter(numbers, f"unit/{unit}", patterns)


def range_formatter(
    locale: Locale, unit: str | None, style: NumberStyle, display: UnitDisplay = "short", *, no_break: bool = False
) -> RangeFormatter:
    """The formatter of ranges of a unit. Arguments and errors as `unit_formatter`."""
    units = unit_formatter(locale, unit, style, display, no_break=no_break)
    return RangeFormatter(locale, number_formatter(locale, style), units)


def unit_patterns(locale: Locale, unit: str, display: UnitDisplay) -> dict[str, str] | None:
    """The patterns of a unit by plural category, from the first display that has them; None for an unknown unit.

    A unit such as meter-per-day, which CLDR does not list, is made of its two units.
    """
    patterns = _listed(locale, unit, display)
    numerator, per, denominator = unit.partition("-per-")
    if patterns or not per:
        return patterns
    amounts, each = _listed(locale, numerator, display), _listed(locale, denominator, display)
    if not amounts or not each or "per" not in each:
        return None
    return {category: each["per"].replace("{0}", pattern) for category, pattern in amounts.items()}


def _listed(locale: Locale, unit: str, display: UnitDisplay) -> dict[str, str] | None:
    known = section(locale, "unit_patterns")
    name = next((name for name in known if name == unit or name.partition("-")[2] == unit), None)
    if name is None:
        return None
    table: dict[str, str] = {}
    for source in reversed(_FALLBACKS[display]):
        table = {**table, **known[name].get(source, {})}
    return table if "other" in table else None
