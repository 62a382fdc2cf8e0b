"""The timing lines of SubRip and WebVTT, and the times of every subtitle format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.diagnostics import Severity

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

_TIME: Final = re.compile(r"(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?>(?:[.,](\d{1,3}))?)", re.ASCII)
_BEGUN_TIME: Final = re.compile(r"\d:\d|\A[ \t]*+\d")
_ROUGH_TIME: Final = r"[ \t]*+(?:\d{1,6}:)?\d{1,2}:\d{1,2}[.,:]\d{1,3}"
_TWO_TIMES: Final = re.compile(rf"{_ROUGH_TIME}[ \t]*+(?>(?:[-–—=]{{1,3}}+>?+|→)?){_ROUGH_TIME}", re.ASCII)


class Times(msgspec.Struct, frozen=True):
    """When a cue is shown, in milliseconds; None for what cannot be read."""

    start: int | None = None
    end: int | None = None


def parse_time(text: str) -> int | None:
    """The milliseconds of `1:02:03.45`, `01:02:03,450` or `02:03.450`; None where it is no time."""
    found = _TIME.fullmatch(text.strip(" \t"))
    if not found or int(found[2]) > 59 or int(found[3]) > 59:
        return None
    seconds = (int(found[1] or 0) * 60 + int(found[2])) * 60 + int(found[3])
    return seconds * 1000 + int((found[4] or "").ljust(3, "0"))


def is_timing(line: str) -> bool:
    """Whether a line is meant to give the times of a cue, however badly."""
    return ("-->" in line and _BEGUN_TIME.search(line) is not None) or _TWO_TIMES.match(line) is not None


def read_timing(draft: Draft, start: int, end: int) -> Times:
    """The times on a timing line; what is wrong with it is reported."""
    line = draft.source[start:end]
    before, arrow, after = line.partition("-->")
    if not arrow:
        advice = "write it as 00:01:02,500 --> 00:01:04,000"
        draft.report(
            "missing-arrow", "the two times are not joined by -->", (start, end), severity=Severity.ERROR, help=advice
        )
        times = [found[0] for found in _TIME.finditer(line)][:2]
        return Times(*map(parse_time, times))
    after_start = start + len(before) + len(arrow)
    after_start += len(after) - len(after.lstrip(" \t"))
    after_end = after_start + len((after.split() or [""])[0])
    return read_times(draft, (start, start + len(before.rstrip(" \t"))), (after_start, after_end))


def read_times(draft: Draft, start: tuple[int, int], end: tuple[int, int]) -> Times:
    """The times that stand at two places; what is wrong with them is reported."""
    times = Times(_read_time(draft, start), _read_time(draft, end))
    if times.start is not None and times.end is not None and times.end < times.start:
        draft.report("end-before-start", "the cue ends before it starts", (start[0], end[1]), severity=Severity.ERROR)
    return times


def _read_time(draft: Draft, span: tuple[int, int]) -> int | None:
    time = parse_time(draft.source[slice(*span)])
    if time is None:
        advice = "write hours, minutes, seconds and their fraction, 00:01:02,500"
        draft.report("bad-time", "this is no time", span, severity=Severity.ERROR, help=advice)
    return time


def report_overlap(draft: Draft, previous: Times, times: Times, span: tuple[int, int]) -> None:
    """Tell of a cue that comes before the previous one has gone."""
    if previous.end is not None and times.start is not None and times.start < previous.end:
        draft.report("overlapping-cues", "the cue starts before the previous one ends", span, severity=Severity.INFO)
