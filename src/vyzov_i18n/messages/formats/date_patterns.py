"""Date patterns, compiled: literal texts and getters of fields in a flat tuple."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.messages.formats.calendar_names import era_name, month_names, weekday_names
from vyzov_i18n.messages.formats.digits import native_digits, native_numerals
from vyzov_i18n.messages.formats.skeletons import tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from babel import Locale

    Getter = Callable[[Any], str]

_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
_GAP: Final = re.compile("([.]?)[ \N{NARROW NO-BREAK SPACE}]([^\\W\\d_])?")
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
    "M": (attrgetter("month"), 13),
    "L": (attrgetter("month"), 13),
    "d": (attrgetter("day"), 32),
    "H": (attrgetter("hour"), 24),
    "k": (lambda value: value.hour or 24, 25),
    "h": (lambda value: value.hour % 12 or 12, 13),
    "K": (lambda value: value.hour % 12, 12),
    "m": (attrgetter("minute"), 60),
    "s": (attrgetter("second"), 62),
}


class CompiledPattern:
    """A CLDR date pattern ready to be called; `source` is the pattern; `format` writes a value."""

    __slots__ = ("_kinds", "_month_name", "_pieces", "format", "source")

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
        only = self._pieces[0] if len(self._pieces) == 1 else ""
        self.format: Getter = self._joined if isinstance(only, str) else only

    def _joined(self, value: date | time) -> str:
        return "".join([piece if piece.__class__ is str else piece(value) for piece in self._pieces])  # type: ignore[operator]

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
        """No line may break between a number and its word: 20 апреля, 20. April, 2023 г., April 20."""
        fields = ["word" if place == self._month_name else kind for place, kind in enumerate(self._kinds)]
        for place, piece in enumerate(pieces[1:], start=1):
            gap = _GAP.match(piece) if isinstance(piece, str) else None
            if gap and _joins(gap, fields[place - 1], (*fields, "")[place + 1]):
                pieces[place] = gap[1] + _NO_BREAK_SPACE + gap.string[gap.end(1) + 1 :]
        return pieces


def _joins(gap: re.Match[str], before: str, after: str) -> bool:
    """Whether a space, or a full stop and a space, stands between a number and what belongs to it."""
    stop, letter = gap.groups()
    if letter or gap.end() < len(gap.string):
        return bool(letter) and before in ("day", "year")
    if stop:
        return before == "day" and after in ("word", "month")
    return (before, after) in (("day", "word"), ("year", "word"), ("word", "day"))


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
