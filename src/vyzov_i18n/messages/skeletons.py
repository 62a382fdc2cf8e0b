"""From a skeleton to a pattern: "Matching Skeletons" of UTS 35, part 4, in the order of ICU's pattern generator.

A skeleton names the fields of a date or time and their widths ("yMMMMd"); a pattern is what a locale writes for it
("d MMMM y"). Where CLDR has no pattern for the very skeleton, the nearest one is taken and its fields widened.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from babel import Locale

_LETTER: Final = re.compile("[A-Za-z]")
_TOKEN: Final = re.compile(r"''|'((?:[^']|'')+)'|(([A-Za-z])\3*)|[^A-Za-z']+")

# A field's kind is a number, so that the distance of two skeletons is a sum of differences (ICU's `dtTypes`).
_NARROW, _SHORTER, _SHORT, _LONG, _NUMERIC, _DELTA = -0x101, -0x102, -0x103, -0x104, 0x100, 0x10
_EXTRA, _MISSING = 0x10000, 0x1000


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
_FIELDS: Final = range(16)
_YEAR, _MONTH, _WEEKDAY, _DAY_PERIOD, _HOUR, _SECOND = 1, 3, 6, 10, 11, 13
_DATE_FIELDS: Final = range(_DAY_PERIOD)
_TIME_FIELDS: Final = range(_DAY_PERIOD, 16)
_CANONICAL: Final = "GyQMwWEDFdaHmsSv"


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


class Skeleton:
    """The fields of a skeleton or pattern: `runs[field]` its letters, `kinds[field]` their kind or 0."""

    __slots__ = ("base", "kinds", "runs")

    def __init__(self, text: str) -> None:
        runs: dict[int, str] = {}
        kinds = [0] * len(_FIELDS)
        bases: dict[int, str] = {}
        for run, is_field in tokens(text):
            if is_field and run[0] in _LETTERS:
                field, widths = _LETTERS[run[0]]
                least, kind = next(width for width in reversed(widths) if width[0] <= len(run))
                runs[field], kinds[field] = run, kind + len(run) if kind > 0 else kind
                bases[field] = run[0] * least
        self._settle_day_period(runs, kinds, bases)
        self.runs = runs
        self.kinds = tuple(kinds)
        self.base = "".join(bases[field] for field in sorted(bases))

    @staticmethod
    def _settle_day_period(runs: dict[int, str], kinds: list[int], bases: dict[int, str]) -> None:
        """Twelve hours bring a day period with them, twenty-four have none."""
        if _HOUR not in runs:
            return
        if runs[_HOUR][0] not in "hK":
            runs.pop(_DAY_PERIOD, None)
            bases.pop(_DAY_PERIOD, None)
            kinds[_DAY_PERIOD] = 0
        elif _DAY_PERIOD not in runs:
            runs[_DAY_PERIOD] = bases[_DAY_PERIOD] = "a"
            kinds[_DAY_PERIOD] = _SHORT

    def __str__(self) -> str:
        return "".join(self.runs[field] for field in sorted(self.runs))

    def width(self, field: int) -> int:
        """How many letters the field has; 0 where it is absent."""
        return len(self.runs.get(field, ""))


class _Candidate:
    """A pattern of the locale under its skeleton; `declared` unless the skeleton was read off the pattern."""

    __slots__ = ("declared", "pattern", "skeleton")

    def __init__(self, skeleton: Skeleton, pattern: str, declared: bool) -> None:
        self.skeleton = skeleton
        self.pattern = pattern
        self.declared = declared


class PatternGenerator:
    """The patterns of one locale, found by skeleton."""

    __slots__ = ("_candidates", "_exact", "_joints")

    def __init__(self, locale: Locale) -> None:
        found: dict[tuple[str, tuple[int, ...]], _Candidate] = {}
        _add_standard(found, [*_CANONICAL, *_standard_patterns(locale)])
        _add_declared(found, {key: str(value) for key, value in locale.datetime_skeletons.items()})
        # ICU files its patterns by the first letter of the skeleton, and the first of equally near ones wins.
        self._candidates = sorted(found.values(), key=lambda candidate: candidate.skeleton.base[0])
        self._exact = {candidate.skeleton.kinds: candidate for candidate in reversed(self._candidates)}
        self._joints = {width: str(joint) for width, joint in locale.datetime_formats.items()}

    def pattern(self, skeleton: str) -> str:
        """The locale's pattern for the skeleton.

        Raises LookupError where a field would have to be appended: Babel carries no append items, and CLDR's root
        has patterns for all fields that dates and times here ask for.
        """
        wanted = Skeleton(skeleton)
        if candidate := self._exact.get(wanted.kinds):
            return _widen(candidate, wanted)
        candidate, complete = self._nearest(wanted, _FIELDS)
        if complete:
            return _widen(candidate, wanted)
        date, time = (self._part(wanted, fields) for fields in (_DATE_FIELDS, _TIME_FIELDS))
        if not (date and time):
            return date or time
        return self._joints[_joint_width(wanted)].replace("{1}", date).replace("{0}", time)

    def _part(self, wanted: Skeleton, fields: range) -> str:
        if not any(wanted.kinds[field] for field in fields):
            return ""
        candidate, _ = self._nearest(wanted, fields)
        if any(wanted.kinds[field] and not candidate.skeleton.kinds[field] for field in fields):
            raise LookupError(f"no pattern has all the fields of {str(wanted)!r}")
        return _widen(candidate, wanted)

    def _nearest(self, wanted: Skeleton, fields: range) -> tuple[_Candidate, bool]:
        """The nearest candidate, and whether it has exactly the fields that are wanted."""
        kinds = [wanted.kinds[field] if field in fields else 0 for field in _FIELDS]
        best, best_missing = min(
            ((candidate, _distance(kinds, candidate.skeleton.kinds)) for candidate in self._candidates),
            key=lambda pair: (pair[1][0], -pair[1][1]),
        )
        return best, best_missing[0] < _MISSING


def _distance(wanted: Iterable[int], offered: tuple[int, ...]) -> tuple[int, int]:
    """How far apart the two are, and a bit mask of the fields that the offer lacks."""
    distance = missing = 0
    for field, (mine, theirs) in enumerate(zip(wanted, offered, strict=True)):
        if mine == theirs:
            continue
        if mine == 0:
            distance += _EXTRA
        elif theirs == 0:
            distance += _MISSING
            missing |= 1 << field
        else:
            distance += abs(mine - theirs)
    return distance, missing


def _standard_patterns(locale: Locale) -> Iterator[str]:
    for width in ("full", "long", "medium", "short"):
        yield locale.date_formats[width].pattern
        yield locale.time_formats[width].pattern


def _add_standard(found: dict[tuple[str, tuple[int, ...]], _Candidate], patterns: Iterable[str]) -> None:
    bases = set()
    for pattern in patterns:
        skeleton = Skeleton(pattern)
        if skeleton.base not in bases:
            bases.add(skeleton.base)
            found[skeleton.base, skeleton.kinds] = _Candidate(skeleton, pattern, declared=False)


def _add_declared(found: dict[tuple[str, tuple[int, ...]], _Candidate], patterns: dict[str, str]) -> None:
    for key in sorted(patterns):
        skeleton = Skeleton(key)
        place = skeleton.base, skeleton.kinds
        known = found.get(place)
        if known is None:
            found[place] = _Candidate(skeleton, patterns[key], declared=True)
        elif not (known.declared and known.skeleton.runs == skeleton.runs):
            known.pattern, known.declared = patterns[key], True


def _joint_width(wanted: Skeleton) -> str:
    month = wanted.width(_MONTH)
    if month == 4:
        return "full" if wanted.width(_WEEKDAY) else "long"
    return "medium" if month == 3 else "short"


def _widen(candidate: _Candidate, wanted: Skeleton) -> str:
    """The candidate's pattern with its fields at the widths that are wanted."""
    return "".join(
        _widen_field(run, candidate, wanted) if is_field else quote(run) for run, is_field in tokens(candidate.pattern)
    )


def _widen_field(run: str, candidate: _Candidate, wanted: Skeleton) -> str:
    field, widths = _LETTERS.get(run[0], (None, ()))
    if field is None or field not in wanted.runs:
        return run
    asked = wanted.runs[field]
    width = 3 if asked[0] == "E" and len(asked) < 3 else len(asked)
    if _HOUR <= field <= _SECOND:
        width = len(run)  # the locale's own habit: 9:05 or 09:05
    elif candidate.declared and asked[0] not in "ce":
        declared = candidate.skeleton
        numeric = next(kind for least, kind in reversed(widths) if least <= len(run)) > 0
        if declared.width(field) == width or numeric != (declared.kinds[field] > 0):
            width = len(run)
    keeps_letter = field in (_HOUR, _MONTH, _WEEKDAY) or (field == _YEAR and asked[0] != "Y")
    letter = run[0] if keeps_letter else asked[0]
    return ("e" if letter == "E" and width < 3 else letter) * width


@cache
def pattern_generator(locale: Locale) -> PatternGenerator:
    """The generator of the locale; made once."""
    return PatternGenerator(locale)
