"""Dates and times in a locale's words: CLDR's patterns through Babel, compiled once and cheap to call.

Fields and lengths are those of MessageFormat 2's `:date` and `:datetime` (LDML 48, part 9); a formatter writes what
ICU writes for the same fields, with the digits of the locale's default numbering system. Only the Gregorian
calendar is known.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.film.values import PartialDate, Precision
from vyzov_i18n.messages.formats.date_patterns import CompiledPattern
from vyzov_i18n.messages.formats.pattern_generator import pattern_generator
from vyzov_i18n.messages.formats.skeletons import tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from babel import Locale

FIELDS: Final = (
    "weekday",
    "day-weekday",
    "month-day",
    "month-day-weekday",
    "year-month-day",
    "year-month-day-weekday",
    "year",
    "month",
    "day",
    "year-month",
)
LENGTHS: Final = ("long", "medium", "short")
PRECISIONS: Final = ("hour", "minute", "second")
STYLES: Final = ("full", "long", "medium", "short")

_MONTH_RUNS: Final = {"long": "MMMM", "medium": "MMM", "short": "M"}


class DateFormatter:
    """Writes dates of one locale with certain fields at a certain length."""

    __slots__ = ("_coarser", "_compiled", "format_day")

    def __init__(self, compiled: CompiledPattern, coarser: Callable[[Precision], DateFormatter]) -> None:
        self._compiled = compiled
        self._coarser = coarser
        self.format_day = compiled.format

    @property
    def pattern(self) -> str:
        """The CLDR pattern behind the formatter."""
        return self._compiled.source

    def format(self, value: date | PartialDate) -> str:
        """The date's text; a partial date shows the fields it has, never an invented one."""
        if isinstance(value, PartialDate):
            if value.day is None:
                return self._for(value).format_day(value.first_day)
            value = value.first_day
        return self.format_day(value)

    def parts(self, value: date | PartialDate) -> list[dict[str, str]]:
        """The same text cut into `{"type": …, "value": …}`."""
        if isinstance(value, PartialDate):
            return self._for(value)._compiled.parts(value.first_day)
        return self._compiled.parts(value)

    def format_with_month(self, value: date | PartialDate, name: Callable[[int], str | None]) -> str:
        """The date's text with the month in the form that `name` has for its number («апреле»); None keeps it."""
        if isinstance(value, PartialDate):
            return self._for(value)._compiled.format_with_month(value.first_day, name)
        return self._compiled.format_with_month(value, name)

    def _for(self, value: PartialDate) -> DateFormatter:
        return self if value.day is not None else self._coarser(value.precision)


class TimeFormatter:
    """Writes times, or dates with times, of one locale."""

    __slots__ = ("format", "parts", "pattern")

    def __init__(self, compiled: CompiledPattern) -> None:
        self.pattern = compiled.source
        self.format = compiled.format
        self.parts = compiled.parts


@cache
def date_formatter(
    locale: Locale, fields: str = "year-month-day", length: str = "medium", *, tight: bool = False
) -> DateFormatter:
    """The formatter for one of `FIELDS` at one of `LENGTHS`; made once.

    `tight` puts a no-break space between a number and the word that belongs to it, as prose wants it.
    """
    pattern = pattern_generator(locale).pattern(date_skeleton(fields, length))
    return DateFormatter(
        CompiledPattern(pattern, locale, tight=tight),
        lambda precision: date_formatter(locale, known_fields(fields, precision), length, tight=tight),
    )


@cache
def style_formatter(locale: Locale, style: str = "medium") -> DateFormatter:
    """The formatter of one of CLDR's date styles: full, long, medium, short; made once."""
    length = "long" if style == "full" else style
    return DateFormatter(
        CompiledPattern(locale.date_formats[style].pattern, locale),
        lambda precision: date_formatter(locale, known_fields("year-month-day", precision), length),
    )


@cache
def time_formatter(locale: Locale, precision: str = "minute", hour12: bool | None = None) -> TimeFormatter:
    """The formatter of times to one of `PRECISIONS`; `hour12` None keeps the locale's own cycle. Made once."""
    pattern = pattern_generator(locale).pattern(time_skeleton(locale, precision, hour12))
    return TimeFormatter(CompiledPattern(pattern, locale))


@cache
def datetime_formatter(
    locale: Locale,
    fields: str = "year-month-day",
    length: str = "medium",
    precision: str = "minute",
    hour12: bool | None = None,
) -> TimeFormatter:
    """The formatter of a date together with a time; made once."""
    skeleton = date_skeleton(fields, length) + time_skeleton(locale, precision, hour12)
    return TimeFormatter(CompiledPattern(pattern_generator(locale).pattern(skeleton), locale))


def date_skeleton(fields: str, length: str) -> str:
    """The CLDR skeleton for fields at a length: "yMMMMd" for year-month-day, long."""
    names = fields.split("-")
    runs = {"year": "y", "month": _MONTH_RUNS[length], "weekday": "EEEE" if length == "long" else "E", "day": "d"}
    return "".join(run for name, run in runs.items() if name in names)


def time_skeleton(locale: Locale, precision: str, hour12: bool | None) -> str:
    """The CLDR skeleton for a time to the hour, minute or second: "Hm" or "hm"."""
    if hour12 is None:
        hour12 = any(is_field and run[0] in "hK" for run, is_field in tokens(locale.time_formats["short"].pattern))
    return ("h" if hour12 else "H") + {"hour": "", "minute": "m", "second": "ms"}[precision]


def known_fields(fields: str, precision: Precision) -> str:
    """Those of the fields that a partial date has; all that it has where it has none of them."""
    known = ("year",) if precision is Precision.YEAR else ("year", "month")
    return "-".join(name for name in known if name in fields.split("-")) or "-".join(known)
