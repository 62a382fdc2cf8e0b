"""The fields of date patterns and skeletons (UTS 35, part 4, "Date Field Symbol Table").

A pattern is what a locale writes ("d MMMM y"), a skeleton names its fields and their widths from the largest to the
smallest ("yMMMMd").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER: Final = re.compile("[A-Za-z]")
_TOKEN: Final = re.compile(r"''|'((?:[^']|'')+)'|(([A-Za-z])\3*)|[^A-Za-z']+")

# A field's kind is a number, so that the distance of two skeletons is a sum of differences (ICU's `dtTypes`).
_NARROW, _SHORTER, _SHORT, _LONG, _NUMERIC, _DELTA = -0x101, -0x102, -0x103, -0x104, 0x100, 0x10


def _text(delta: int) -> tuple[tuple[int, int], ...]:
    return ((3, _SHORT + delta), (4, _LONG + delta), (5, _NARROW + delta))


def _number(delta: int = 0) -> tuple[tuple[int, int], ...]:
    return ((1, _NUMERIC + delta),)


def _name(delta: int = 0) -> tuple[tuple[int, int], ...]:
    return ((1, _SHORT + delta), (4, _LONG + delta), (5, _NARROW + delta))


# Pattern letter -> (field, ((least width, kind), ...)); fields in CLDR's order, from the era to the zone.
_LETTERS: Final[dict[str, tuple[int, tuple[tuple[int, int], ...]]]] = {
    "G": (0, _name()),
    "y": (1, _number()),
    "Y": (1, _number(_DELTA)),
    "u": (1, _number(2 * _DELTA)),
    "r": (1, _number(3 * _DELTA)),
    "Q": (2, (*_number(), *_text(0))),
    "q": (2, (*_number(_DELTA), *_text(-_DELTA))),
    "M": (3, (*_number(), *_text(0))),
    "L": (3, (*_number(_DELTA), *_text(-_DELTA))),
    "w": (4, _number()),
    "W": (5, _number()),
    "E": (6, (*_name(), (6, _SHORTER))),
    "c": (6, (*_number(2 * _DELTA), *_text(-2 * _DELTA), (6, _SHORTER - 2 * _DELTA))),
    "e": (6, (*_number(_DELTA), *_text(-_DELTA), (6, _SHORTER - _DELTA))),
    "D": (7, _number()),
    "F": (8, _number()),
    "d": (9, _number()),
    "a": (10, _name()),
    "b": (10, _name(-_DELTA)),
    "B": (10, _name(-3 * _DELTA)),
    "H": (11, _number(10 * _DELTA)),
    "k": (11, _number(11 * _DELTA)),
    "h": (11, _number()),
    "K": (11, _number(_DELTA)),
    "m": (12, _number()),
    "s": (13, _number()),
    "S": (14, _number()),
    "v": (15, ((1, _SHORT - 2 * _DELTA), (4, _LONG - 2 * _DELTA))),
    "z": (15, _name()[:2]),
}
FIELDS: Final = range(16)
YEAR, MONTH, WEEKDAY, DAY_PERIOD, HOUR, SECOND = 1, 3, 6, 10, 11, 13


def tokens(pattern: str) -> Iterator[tuple[str, bool]]:
    """The pattern's parts in order: (a run of one field letter, True) or (literal text without its quotes, False)."""
    for match in _TOKEN.finditer(pattern):
        quoted, field = match.group(1), match.group(2)
        if field:
            yield field, True
        elif quoted:
            yield quoted.replace("''", "'"), False
        else:
            yield match.group().replace("''", "'"), False


def quote(text: str) -> str:
    """Literal text as a pattern writes it."""
    escaped = text.replace("'", "''")
    return f"'{escaped}'" if _LETTER.search(text) else escaped


def field_of(run: str) -> tuple[int, int, int] | None:
    """The field of a run of letters, its kind and the least width of that kind; None of an unknown letter.

    Kinds are positive where the field is written in digits, negative where it is a text.
    """
    found = _LETTERS.get(run[0])
    if found is None:
        return None
    field, widths = found
    least, kind = next(width for width in reversed(widths) if width[0] <= len(run))
    return field, kind + len(run) if kind > 0 else kind, least


class Skeleton:
    """The fields of a skeleton or pattern: `runs[field]` its letters, `kinds[field]` their kind or 0."""

    __slots__ = ("base", "kinds", "runs")

    def __init__(self, text: str) -> None:
        runs: dict[int, str] = {}
        kinds = [0] * len(FIELDS)
        bases: dict[int, str] = {}
        for run, is_field in tokens(text):
            if is_field and (found := field_of(run)):
                field, kind, least = found
                kinds[field] = kind
                runs[field], bases[field] = run, run[0] * least
        self._settle_day_period(runs, kinds, bases)
        self.runs = runs
        self.kinds = tuple(kinds)
        self.base = "".join(bases[field] for field in sorted(bases))

    @staticmethod
    def _settle_day_period(runs: dict[int, str], kinds: list[int], bases: dict[int, str]) -> None:
        """Twelve hours bring a day period with them, twenty-four have none."""
        if HOUR not in runs:
            return
        if runs[HOUR][0] not in "hK":
            runs.pop(DAY_PERIOD, None)
            bases.pop(DAY_PERIOD, None)
            kinds[DAY_PERIOD] = 0
        elif DAY_PERIOD not in runs:
            runs[DAY_PERIOD] = bases[DAY_PERIOD] = "a"
            kinds[DAY_PERIOD] = _SHORT

    def __str__(self) -> str:
        return "".join(self.runs[field] for field in sorted(self.runs))

    def width(self, field: int) -> int:
        """How many letters the field has; 0 where it is absent."""
        return len(self.runs.get(field, ""))
