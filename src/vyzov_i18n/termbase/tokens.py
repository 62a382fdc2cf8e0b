"""The words of a text, folded, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.termbase.folding import HYPHENS, fold_word
from vyzov_i18n.termbase.words import GAP, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKEN: Final = re.compile(rf"{WORD.pattern}(?>(?:[{HYPHENS}]{WORD.pattern})*)")
_JOINER: Final = "\u2060"  # stands for the tags of a document


class Token(NamedTuple):
    """A word of a text, folded, and where it stands."""

    start: int
    end: int
    word: str
    is_capitalized: bool


def read_tokens(text: str) -> list[Token]:
    """The words of a text; those with a hyphen are one."""
    return [_token(found) for found in _TOKEN.finditer(text)]


def are_together(text: str, window: Sequence[Token]) -> bool:
    """Whether only spaces and light markup stand between the words."""
    return all(GAP.fullmatch(text, first.end, second.start) for first, second in pairwise(window))


class Stretches:
    """Stretches of a text: start and end of each."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)

    def covers(self, position: int) -> bool:
        """Whether one of them holds the character at that offset."""
        index = bisect_right(self._stretches, position, key=lambda stretch: stretch[0]) - 1
        return index >= 0 and position < self._stretches[index][1]

    def add(self, start: int, end: int) -> None:
        """Add one."""
        insort(self._stretches, (start, end))


def _token(found: re.Match[str]) -> Token:
    word = found[0].rstrip(_JOINER)
    return Token(found.start(), found.start() + len(word), fold_word(word), word[0].isupper())
