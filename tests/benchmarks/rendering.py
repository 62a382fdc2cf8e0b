"""What a summary costs in a running program: formatted anew against the hand-written one, and asked for again."""

from __future__ import annotations

from tests.benchmarks import handwritten
from tests.benchmarks.measure import Figure, duration, repeated, speed

import vyzov_i18n

ROUNDS = 41


def full_summary() -> Figure:
    """The full Russian summary formatted anew, against the same text from gettext, str.format and Babel."""
    film = vyzov_i18n.localize("ru")
    words = handwritten.load_words()
    _compare(film.render("full"), handwritten.render(words))
    return speed(repeated(lambda: film.render("full")), repeated(lambda: handwritten.render(words)), ROUNDS, target=5)


def repeated_summary() -> Figure:
    """`summary("ru")` asked for once more."""
    return duration(repeated(lambda: vyzov_i18n.summary("ru")), ROUNDS, target=2e-6)


def _compare(ours: str, peer: str) -> None:
    """Raise ValueError unless the texts are the same, character for character."""
    if ours == peer:
        return
    place = next((place for place, (mine, other) in enumerate(zip(ours, peer, strict=False)) if mine != other), None)
    start = max(0, min(len(ours), len(peer)) if place is None else place - 30)
    raise ValueError(
        f"the texts differ, bring handwritten.py and handwritten.po up to date: {ours[start : start + 60]!r} against "
        f"{peer[start : start + 60]!r}"
    )
