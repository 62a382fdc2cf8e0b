"""Two subtitle files of the same film side by side, their cues paired by time."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.documents.model import Document

Group: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]

# How many cues are looked at that start before a moment: subtitles show a few at once, so this bounds hostile files.
_MOST_AT_ONCE: Final = 64


class _Cue(msgspec.Struct, frozen=True, gc=False):
    """A cue by its number among those of both files."""

    number: int
    start: int
    end: int


def align(source: Document, target: Document) -> list[Group]:
    """The cues of two subtitle documents in groups that are shown together: their indexes in `segments` of each.

    A cue belongs with the one of the other file that is on screen in the middle of its time (where there are several,
    the one most like it in time), so that a group is as small as the times allow. One side of a group is empty where a
    cue has no counterpart or no times. The groups are in the order of their times, those without any come last.
    """
    count = len(source.segments)
    sources, targets = _cues(source, 0), _cues(target, count)
    leaders = list(range(count + len(target.segments)))
    for one, other in (*_pair(sources, targets), *_pair(targets, sources)):
        leaders[_find(leaders, one)] = _find(leaders, other)
    starts = {cue.number: cue.start for cue in sources + targets}
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for number in sorted(range(len(leaders)), key=lambda number: (number not in starts, starts.get(number, 0), number)):
        group = groups.setdefault(_find(leaders, number), ([], []))
        group[number >= count].append(number if number < count else number - count)
    return [(tuple(sorted(first)), tuple(sorted(second))) for first, second in groups.values()]


def _cues(document: Document, first: int) -> list[_Cue]:
    """The cues that have times, by their start; one that ends before it starts lasts no time."""
    cues = [
        _Cue(number, segment.start_time, max(segment.start_time, segment.end_time))
        for number, segment in enumerate(document.segments, first)
        if segment.start_time is not None and segment.end_time is not None
    ]
    return sorted(cues, key=lambda cue: cue.start)


def _pair(cues: list[_Cue], others: list[_Cue]) -> Iterator[tuple[int, int]]:
    """The numbers of each cue and of its partner among the others."""
    starts = [other.start for other in others]
    for cue in cues:
        middle = (cue.start + cue.end) // 2
        last = bisect_right(starts, middle)
        shown = [other for other in others[max(0, last - _MOST_AT_ONCE) : last] if other.end > middle]
        if shown:
            yield cue.number, max(shown, key=lambda other: _likeness(cue, other)).number


def _likeness(cue: _Cue, other: _Cue) -> float:
    """The share of the time of both in which both are shown."""
    both = min(cue.end, other.end) - max(cue.start, other.start)
    either = max(cue.end, other.end) - min(cue.start, other.start)
    return both / either


def _find(leaders: list[int], number: int) -> int:
    while leaders[number] != number:
        leaders[number] = leaders[leaders[number]]
        number = leaders[number]
    return number
