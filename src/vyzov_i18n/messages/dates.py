"""Dates and times in a locale's words: CLDR's patterns through Babel, compiled once and cheap to call.

Fields and lengths are those of MessageFormat 2's `:date` and `:datetime` (LDML 48, part 9); a formatter writes what
ICU writes for the same fields, with the digits of the locale's default numbering system. Only the Gregorian
calendar is known.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.facts.values import PartialDate, Precision
from vyzov_i18n.messages.calendar_names import era_name, month_names, weekday_names
from vyzov_i18n.messages.digits import native_digits, native_numerals
from vyzov_i18n.messages.skeletons import pattern_generator, tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from babel import Locale

    Getter = Callable[[Any], str]

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

_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
_MONTH_RUNS: Final = {"long": "MMMM", "medium": "MMM", "short": "M"}
_KINDS: Final = {
    **dict.fromkeys("GyYur", "year"),
    "G": "era",
    **dict.fromkeys("ML", "month"),
    **dict.fromkeys("Ece", "weekday"),
    "d": "day",
    "a": "dayPeriod",
    **dict.fromkeys("hHkK", "hour"),
    "m": "minute",
    "s": "second",
}
_NUMBERS: Final[dict[str, tuple[Callable[[Any], int], int]]] = {
    "M": (lambda value: value.month, 13),
    "L": (lambda value: value.month, 13),
    "d": (lambda value: value.day, 32),
    "H": (lambda value: value.hour, 24),
    "k": (lambda value: value.hour or 24, 25),
    "h": (lambda value: value.hour % 12 or 12, 13),
    "K": (lambda value: value.hour % 12, 12),
    "m": (lambda value: value.minute, 60),
    "s": (lambda value: value.second, 62),
}


class CompiledPattern:
    """A CLDR date pattern ready to be called; `source` is the pattern."""

    __slots__ = ("_kinds", "_month_name", "_pieces", "source")

    def __init__(self, source: str, locale: Locale, *, tight: bool = False) -> None:
        self.source = source
        kinds: list[str] = []
        pieces: list[str | Getter] = []
        month_name = None
        for is_field, run in groupby(tokens(source), key=itemgetter(1)):
            if not is_field:
                kinds.append("literal")
                pieces.append("".join(text for text, _ in run))
                continue
            for text, _ in run:
                if text[0] in "ML" and len(text) > 2:
                    month_name = len(pieces)
                kinds.append(_KINDS[text[0]])
                pieces.append(_getter(text, locale))
        self._kinds = tuple(kinds)
        self._month_name = month_name
        self._pieces = tuple(self._tighten(pieces) if tight else pieces)

    def format(self, value: date | time) -> str:
        """The value's fields in the pattern's order."""
        return "".join([piece if isinstance(piece, str) else piece(value) for piece in self._pieces])

    def parts(self, value: date | time) -> list[dict[str, str]]:
        """The same text cut into `{"type": …, "value": …}`, types as in ECMA-402's formatToParts."""
        texts = (piece if isinstance(piece, str) else piece(value) for piece in self._pieces)
        return [{"type": kind, "value": text} for kind, text in zip(self._kinds, texts, strict=True)]

    def format_with_month(self, value: date, name: Callable[[int], str | None]) -> str:
        """As `format`, the month in the form that `name` has for its number; a month in digits stays."""
        if self._month_name is None or (form := name(value.month)) is None:
            return self.format(value)
        parts = self.parts(value)
        parts[self._month_name]["value"] = form
        return "".join(part["value"] for part in parts)

    def _tighten(self, pieces: list[str | Getter]) -> list[str | Getter]:
        """No line may break between a number and its word: 20 апреля, 2023 г., April 20."""
        fields = ["word" if place == self._month_name else kind for place, kind in enumerate(self._kinds)]
        for place, piece in enumerate(pieces[1:], start=1):
            if isinstance(piece, str) and piece[0] in " \N{NARROW NO-BREAK SPACE}":
                before, after = fields[place - 1], (*fields, "")[place + 1]
                is_word = len(piece) > 1 and piece[1].isalpha()
                numbered = before in ("day", "year") and (is_word or (len(piece) == 1 and after == "word"))
                if numbered or (len(piece) == 1 and before == "word" and after == "day"):
                    pieces[place] = _NO_BREAK_SPACE + piece[1:]
        return pieces


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


@cache
def _getter(run: str, locale: Locale) -> Getter:
    letter, width = run[0], len(run)
    if letter in "ML" and width > 2:
        months = month_names(locale, letter, width)
        return lambda value: months[value.month]
    if letter in "Ece":
        weekdays = weekday_names(locale, letter, width)
        return lambda value: weekdays[value.weekday()]
    if letter == "G":
        era = era_name(locale, width)
        return lambda value: era
    if letter == "a":
        return _day_period(locale)
    if letter in "yY":  # a few locales have the week's year by mistake, which would be wrong around New Year
        return _year(width, native_digits(locale))
    number, limit = _NUMBERS[letter]
    numerals = native_numerals(locale, limit, width)
    return lambda value: numerals[number(value)]


def _year(width: int, digits: dict[int, str] | None) -> Getter:
    if width == 1 and digits is None:
        return lambda value: str(value.year)
    modulus = 100 if width == 2 else 10_000
    return lambda value: f"{value.year % modulus:0{width}}".translate(digits or {})


def _day_period(locale: Locale) -> Getter:
    names = locale.day_periods["format"]
    am, pm = (names["wide"].get(half) or names["abbreviated"][half] for half in ("am", "pm"))  # ICU's order
    return lambda value: am if value.hour < 12 else pm
