"""Intervals of days in a locale's words, as ICU's DateIntervalFormat and `Intl.DateTimeFormat#formatRange` write them.

CLDR has interval patterns for a few skeletons ("yMMMd"), one for each greatest difference of the two dates (day, month,
year; UTS 35, part 4, "Element intervalFormats"). For other skeletons the nearest one is taken and its fields widened.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.film.values import PartialDate
from vyzov_i18n.messages.formats.date_patterns import CompiledPattern
from vyzov_i18n.messages.formats.dates import date_formatter, known_fields
from vyzov_i18n.messages.formats.pattern_generator import pattern_generator
from vyzov_i18n.messages.formats.skeletons import Skeleton, quote, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from babel import Locale

    from vyzov_i18n.film.values import Interval, Precision

    Patterns = Mapping[str, Mapping[str, str]]

DIFFERENCES: Final = ("none", "day", "month", "year")

_DIFFERENCE_LETTERS: Final = {"day": "d", "month": "M", "year": "y"}
_LEVELS: Final = {"y": 10, "M": 20, "L": 20, "d": 30, "E": 30, "c": 30, "e": 30}
_OTHER_FIELDS, _OTHER_KIND_OF_MONTH = 0x1000, 0x100


def greatest_difference(interval: Interval) -> str:
    """The largest field in which the ends differ, one of `DIFFERENCES`, as far as both of them are known."""
    return _difference(interval.start, interval.end)


class IntervalFormatter:
    """Writes intervals of one locale with certain fields at a certain length."""

    __slots__ = ("_coarser", "_end", "_fallback", "_halves", "_shown", "_single")

    def __init__(
        self, locale: Locale, single: str, coarser: Callable[[Precision], IntervalFormatter], *, tight: bool = False
    ) -> None:
        # ICU starts from the fields of the single date's pattern, not from those that were asked for: Russian writes
        # "октябрь", not "октября", where no day is shown, and CLDR has no interval pattern for that form.
        skeleton = str(Skeleton(single))
        end = pattern_generator(locale).pattern(skeleton)
        patterns = _interval_patterns(_available(locale), _normalized(skeleton))
        self._coarser = coarser
        self._fallback: str = locale.interval_formats[None]
        self._single = CompiledPattern(single, locale, tight=tight)
        self._end = CompiledPattern(end, locale, tight=tight)
        self._shown = frozenset(name for name, letter in _DIFFERENCE_LETTERS.items() if not _is_finer(letter, end))
        self._halves = {
            name: [CompiledPattern(half, locale, tight=tight) for half in _split(patterns[letter])]
            for name, letter in _DIFFERENCE_LETTERS.items()
            if letter in patterns
        }

    def format(self, interval: Interval) -> str:
        """The interval's text; a single date where the ends do not differ in any field that is shown.

        Ends of different precision are both written at the coarser one.
        """
        coarsest = min(interval.start, interval.end, key=_known_parts)
        if coarsest.day is None:
            return self._coarser(coarsest.precision).format_days(*_blurred(interval, coarsest))
        return self.format_days(interval.start, interval.end)

    def format_days(self, start: PartialDate, end: PartialDate) -> str:
        """As `format`, of two dates of one precision that is enough for the fields."""
        difference = _difference(start, end)
        first, last = start.first_day, end.first_day
        if halves := self._halves.get(difference):
            return halves[0].format(first) + halves[1].format(last)
        if difference not in self._shown:
            return self._single.format(first)
        return self._fallback.format(self._end.format(first), self._end.format(last))


@cache
def interval_formatter(
    locale: Locale, fields: str = "year-month-day", length: str = "medium", *, tight: bool = False
) -> IntervalFormatter:
    """The formatter for one of `dates.FIELDS` at one of `dates.LENGTHS`; made once.

    `tight` is that of `date_formatter`.
    """
    return IntervalFormatter(
        locale,
        date_formatter(locale, fields, length).pattern,
        lambda precision: interval_formatter(locale, known_fields(fields, precision), length, tight=tight),
        tight=tight,
    )


def _known_parts(value: PartialDate) -> int:
    return 1 + (value.month is not None) + (value.day is not None)


def _blurred(interval: Interval, coarsest: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Both ends with no more parts than the coarsest one has."""
    knows_month, knows_day = coarsest.month is not None, coarsest.day is not None
    start, end = (
        PartialDate(day.year, day.month if knows_month else None, day.day if knows_day else None)
        for day in (interval.start, interval.end)
    )
    return start, end


def _difference(start: PartialDate, end: PartialDate) -> str:
    if start.year != end.year:
        return "year"
    if start.month is None or end.month is None:
        return "none"
    if start.month != end.month:
        return "month"
    return "none" if start.day is None or end.day is None or start.day == end.day else "day"


@cache
def _available(locale: Locale) -> Patterns:
    """The locale's interval patterns, whole, by skeleton and the letter of the greatest difference."""
    # Babel quotes each literal anew and so writes 'de' 'su' as 'de ''su': two quotes are a seam, no apostrophe.
    return {
        skeleton: {letter: "".join(halves).replace("''", "") for letter, halves in patterns.items()}
        for skeleton, patterns in sorted(pair for pair in locale.interval_formats.items() if pair[0])
    }


def _interval_patterns(available: Patterns, wanted: str) -> dict[str, str]:
    """The pattern for each greatest difference ("d", "M", "y") that the nearest skeleton serves."""
    nearest = _nearest(available, wanted)
    if nearest is None:
        return {}
    found = {}
    best, exact = nearest
    for letter in "dMy":
        if _is_finer(letter, best):
            continue
        source, is_exact, pattern = best, exact, available.get(best, {}).get(letter)
        if pattern is None:
            # October 5 to December 17 cannot show as two bare days: the field that differs joins the skeleton.
            wider = letter + best
            pattern = available.get(wider, {}).get(letter)
            if pattern is None and exact and (other := _nearest(available, wider)):
                source, is_exact = other
                pattern = available[source].get(letter)
            if letter == "M" and pattern:
                wanted, best = letter + wanted, wider
        if pattern:
            found[letter] = pattern if is_exact else _widened(pattern, source, wanted)
    return found


def _normalized(skeleton: str) -> str:
    """The skeleton with the widths that CLDR's interval skeletons tell apart."""
    widths = Counter(skeleton)
    for letter, least in (("M", 3), ("E", 4), ("d", 3)):
        if 0 < widths[letter] < least:
            widths[letter] = 1
    return "".join(widths.elements())


def _nearest(available: Patterns, wanted: str) -> tuple[str, bool] | None:
    """The nearest skeleton, and whether its widths are the wanted ones; None where the fields are not the same."""
    widths = Counter(wanted)
    distance, best = min((_distance(widths, Counter(skeleton)), skeleton) for skeleton in available)
    return None if distance >= _OTHER_FIELDS else (best, distance == 0)


def _distance(wanted: Mapping[str, int], offered: Mapping[str, int]) -> int:
    distance = 0
    for letter in wanted.keys() | offered.keys():
        mine, theirs = wanted.get(letter, 0), offered.get(letter, 0)
        if not (mine and theirs):
            distance += _OTHER_FIELDS
        elif letter == "M" and (mine > 2) != (theirs > 2):
            distance += _OTHER_KIND_OF_MONTH
        else:
            distance += abs(mine - theirs)
    return distance


def _widened(pattern: str, skeleton: str, wanted: str) -> str:
    """The pattern of `skeleton` with its fields at the widths of `wanted`, where they are wider."""
    own, asked = Counter(skeleton), Counter(wanted)

    def widen(run: str) -> str:
        letter = "M" if run[0] == "L" else run[0]
        return run[0] * asked[letter] if own[letter] == len(run) < asked[letter] else run

    return "".join(widen(text) if is_field else quote(text) for text, is_field in tokens(pattern))


def _split(pattern: str) -> tuple[str, str]:
    """The half for the start and the half for the end: the second one begins where a field comes again."""
    halves: tuple[list[str], list[str]] = ([], [])
    seen: set[str] = set()
    second = False
    for text, is_field in tokens(pattern):
        if is_field:
            letter = "M" if text[0] == "L" else text[0]
            second = second or letter in seen
            seen.add(letter)
        halves[second].append(text if is_field else quote(text))
    return "".join(halves[0]), "".join(halves[1])


def _is_finer(letter: str, pattern: str) -> bool:
    """Whether the field is smaller than all fields of the pattern."""
    return all(_LEVELS[letter] > _LEVELS.get(run[0], 0) for run, is_field in tokens(pattern) if is_field)
