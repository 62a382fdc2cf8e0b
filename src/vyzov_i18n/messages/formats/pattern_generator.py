"""From a skeleton to a pattern: "Matching Skeletons" of UTS 35, part 4, in the order of ICU's pattern generator.

Where CLDR has no pattern for the very skeleton, the nearest one is taken and its fields widened.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.messages.formats.skeletons import (
    DAY_PERIOD,
    FIELDS,
    HOUR,
    MONTH,
    SECOND,
    WEEKDAY,
    YEAR,
    Skeleton,
    field_of,
    quote,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from babel import Locale

_EXTRA, _MISSING = 0x10000, 0x1000
_DATE_FIELDS: Final = range(DAY_PERIOD)
_TIME_FIELDS: Final = range(DAY_PERIOD, 16)
_CANONICAL: Final = "GyQMwWEDFdaHmsSv"


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
        candidate, complete = self._nearest(wanted, FIELDS)
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
        kinds = [wanted.kinds[field] if field in fields else 0 for field in FIELDS]
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
    month = wanted.width(MONTH)
    if month == 4:
        return "full" if wanted.width(WEEKDAY) else "long"
    return "medium" if month == 3 else "short"


def _widen(candidate: _Candidate, wanted: Skeleton) -> str:
    """The candidate's pattern with its fields at the widths that are wanted."""
    return "".join(
        _widen_field(run, candidate, wanted) if is_field else quote(run) for run, is_field in tokens(candidate.pattern)
    )


def _widen_field(run: str, candidate: _Candidate, wanted: Skeleton) -> str:
    found = field_of(run)
    if found is None or found[0] not in wanted.runs:
        return run
    field, kind, _ = found
    asked = wanted.runs[field]
    width = 3 if asked[0] == "E" and len(asked) < 3 else len(asked)
    if HOUR <= field <= SECOND:
        width = len(run)  # the locale's own habit: 9:05 or 09:05
    elif candidate.declared and asked[0] not in "ce":
        declared = candidate.skeleton
        if declared.width(field) == width or (kind > 0) != (declared.kinds[field] > 0):
            width = len(run)
    keeps_letter = field in (HOUR, MONTH, WEEKDAY) or (field == YEAR and asked[0] != "Y")
    letter = run[0] if keeps_letter else asked[0]
    return ("e" if letter == "E" and width < 3 else letter) * width


@cache
def pattern_generator(locale: Locale) -> PatternGenerator:
    """The generator of the locale; made once."""
    return PatternGenerator(locale)
