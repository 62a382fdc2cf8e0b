"""Timing that a noisy machine can't sway: ours and the peer's by turns, and the median of what the rounds say."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from timeit import Timer
from typing import Literal, NamedTuple, TypeAlias

Clock: TypeAlias = Callable[[], float]
Relation: TypeAlias = Literal["at most", "at least", "below"]


class Figure(NamedTuple):
    """What a benchmark found. Times are medians, in seconds; `value` is what `relation` holds against `target`.

    `unit` tells what `value` is: "of the peer's time", "times faster", "s", "MB", "MB/s".
    """

    ours: float
    peer: float | None
    value: float
    unit: str
    relation: Relation
    target: float

    @property
    def reached(self) -> bool:
        """Whether the target was reached."""
        if self.relation == "at least":
            return self.value >= self.target
        return self.value < self.target if self.relation == "below" else self.value <= self.target


def slowness(ours: Clock, peer: Clock, rounds: int, target: float) -> Figure:
    """Our time as a share of the peer's: the median of the rounds' ratios, at most `target`."""
    pairs = alternate(ours, peer, rounds)
    ratio = median(mine / other for mine, other in pairs)
    return Figure(*_medians(pairs), ratio, "of the peer's time", "at most", target)


def speed(ours: Clock, peer: Clock, rounds: int, target: float) -> Figure:
    """How many times faster ours is: the median of the rounds' ratios, at least `target`."""
    pairs = alternate(ours, peer, rounds)
    ratio = median(other / mine for mine, other in pairs)
    return Figure(*_medians(pairs), ratio, "times faster", "at least", target)


def duration(ours: Clock, rounds: int, target: float) -> Figure:
    """Our time alone, below `target` seconds."""
    ours()
    time = median(ours() for _ in range(rounds))
    return Figure(time, None, time, "s", "below", target)


def alternate(ours: Clock, peer: Clock, rounds: int) -> list[tuple[float, float]]:
    """The times of both in each round, after one round that only warms up; who goes first changes each time."""
    ours(), peer()
    pairs = []
    for number in range(rounds):
        if number % 2:
            other, mine = peer(), ours()
        else:
            mine, other = ours(), peer()
        pairs.append((mine, other))
    return pairs


def clock(work: Callable[[], object], timer: Clock = perf_counter) -> Clock:
    """A clock of work that takes long enough to be done once.

    With `process_time` for a timer other work on the machine counts less, for what is done in this process alone.
    """

    def measure() -> float:
        start = timer()
        work()
        return timer() - start

    return measure


def repeated(call: Callable[[], object], seconds: float = 0.01) -> Clock:
    """A clock of one call, measured over as many as take about `seconds`, with the collector off."""
    timer = Timer(call)
    timer.timeit(3)
    count = max(1, int(seconds / (timer.timeit(3) / 3)))
    return lambda: timer.timeit(count) / count


def _medians(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    return median(mine for mine, _ in pairs), median(other for _, other in pairs)
