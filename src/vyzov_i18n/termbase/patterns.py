"""The forms that a text is searched for, indexed by their folded words."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

import msgspec

from vyzov_i18n.termbase.boundaries import LONGEST_PARTICLE
from vyzov_i18n.termbase.folding import fold_word
from vyzov_i18n.termbase.look_alikes import imitations
from vyzov_i18n.termbase.words import (
    EMPHASIS,
    QUOTATION_MARKS,
    QUOTES,
    TOKEN,
    is_letter,
    is_unspaced,
    skip_ignorables,
    trim,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_LEAST_BEFORE, _LEAST_AFTER = 4, 3  # letters of the words at a joint


class Pattern(msgspec.Struct, frozen=True):
    """A form as it is spelled in a catalog.

    With `case_sensitive` every word of a hit begins with a capital where the pattern's does, and with none where the
    pattern's does not, and a word of capitals stays one; a hit that is all in capitals, two letters at least, is right
    too.
    """

    text: str
    case_sensitive: bool = False


class Index:
    """The forms by key: their folded words, with a space where spaces may stand."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        self._forms: dict[str, list[int]] = {}
        self._stems: set[str] = set()
        self._anchors: set[str] = set()
        self._joints: set[tuple[str, str]] = set()
        self._reach: dict[str, int] = {}
        self._joint_reach: dict[str, int] = {}
        self._imitated: dict[str, set[str]] = {}
        for index, pattern in enumerate(patterns):
            self._add(index, pattern)
        self.longest_word = max(map(len, self._reach), default=0) + LONGEST_PARTICLE + 1
        """Characters; a longer word is not the anchor of any pattern, unless in characters that hide it."""

    def _add(self, index: int, pattern: Pattern) -> None:
        spelled = list(words(pattern.text))
        parts = [(glue, fold_word(word)) for glue, word in spelled]
        if not any(is_letter(word[0]) for _, word in parts):
            raise ValueError(f"pattern {index}, {pattern.text!r}, has no letter or digit")
        key = ""
        for part in parts:
            self._stems.add(key)
            key += "".join(part)
        self._forms.setdefault(key, []).append(index)
        looks = self._add_imitations(spelled) if sum(map(str.isalpha, key)) >= 2 else [set() for _ in parts]
        if joint := _joint(parts):
            before, after = ({parts[position][1], *looks[position]} for position in (joint - 1, joint))
            self._joints.update(product(before, after))
            for position in (joint - 1, joint):
                _put_reach(self._joint_reach, parts[position][1], position)
        else:
            position, anchor = _anchor(parts)
            self._anchors |= {anchor, *looks[position]}
            _put_reach(self._reach, parts[position][1], position)

    def _add_imitations(self, spelled: Sequence[tuple[str, str]]) -> list[set[str]]:
        """Note how each word may be imitated; the imitations, folded, word by word."""
        looks: list[set[str]] = []
        for _, word in spelled:
            looks.append(set())
            for imitation in imitations(word):
                self._imitated.setdefault(imitation, set()).add(fold_word(word))
                looks[-1].add(fold_word(imitation))
        return looks

    def anchors(self) -> set[str]:
        """Words, folded, one of which every pattern has that has no joint."""
        return self._anchors

    def joints(self) -> set[tuple[str, str]]:
        """Words, folded, that stand side by side in patterns, with a space between them; one pair of each pattern."""
        return self._joints

    def reach(self, word: str) -> int:
        """How many words and marks patterns have before `word` at most where it is their anchor.

        0 where no pattern has any, or begins with the word without its being the anchor; -1 where none has it so.
        """
        return self._reach.get(word, 0 if self.is_known(word) else -1)

    def joint_reach(self, word: str) -> int:
        """The same of an anchor or a word at a joint."""
        return max(self.reach(word), self._joint_reach.get(word, -1))

    def is_form(self, key: str) -> bool:
        """Whether the key is that of a pattern."""
        return key in self._forms

    def goes_on(self, key: str) -> bool:
        """Whether some pattern has words after those of the key."""
        return key in self._stems

    def is_known(self, key: str) -> bool:
        """Whether some pattern begins with the words of the key."""
        return key in self._forms or key in self._stems

    def imitated(self, word: str) -> set[str]:
        """The words of patterns, folded, that `word` spells with the letters of another script."""
        return self._imitated.get(word, set())

    def spelled(self, key: str, spelling: Sequence[str]) -> Iterator[int]:
        """The patterns of a key, in their order, whose case rule allows the words as a text spells them."""
        for index in self._forms[key]:
            pattern = self._patterns[index]
            if not pattern.case_sensitive or _keeps_case(pattern.text, spelling):
                yield index

    def quotes(self, pattern: int) -> tuple[bool, bool]:
        """Whether a pattern begins and ends with a quotation mark of its own."""
        text = self._patterns[pattern].text.strip()
        return text[0] in QUOTATION_MARKS, text[-1] in QUOTATION_MARKS


def _put_reach(reach: dict[str, int], word: str, position: int) -> None:
    reach[word] = max(position, reach.get(word, 0))


def words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a pattern, each after a space or the empty string: what may divide it from the word before.

    Quotation marks and emphasis next to a space or at the ends are left out: a text may have them there or not.
    """
    pieces = [piece for raw in text.split() if (piece := raw.strip(QUOTES + EMPHASIS))]
    for number, piece in enumerate(pieces):
        glue = " " if number else ""
        position = skip_ignorables(piece, 0)
        while match := TOKEN.match(piece, position):
            yield glue, trim(match.group())
            glue = ""
            position = skip_ignorables(piece, match.end())


def _anchor(parts: Sequence[tuple[str, str]]) -> tuple[int, str]:
    """The longest word of a pattern, a number rather than others, and its position; unspaced letters count as one."""
    runs: list[tuple[int, str]] = []
    for position, (glue, word) in enumerate(parts):
        if position and not glue and is_unspaced(word) and is_unspaced(parts[position - 1][1]):
            runs[-1] = (runs[-1][0], runs[-1][1] + word)
        elif is_letter(word[0]):
            runs.append((position, word))
    return max(runs, key=lambda run: (len(run[1]), run[1].isdigit()))


def _joint(parts: Sequence[tuple[str, str]]) -> int:
    """The position of the second of two long words with a space between them; 0 where there are none."""
    for position, ((_, before), (glue, word)) in enumerate(pairwise(parts), 1):
        if (
            glue
            and len(before) >= _LEAST_BEFORE
            and len(word) >= _LEAST_AFTER
            and not is_unspaced(before)
            and not is_unspaced(word)
        ):
            return position
    return 0


def _keeps_case(pattern: str, spelling: Sequence[str]) -> bool:
    return _is_capitals("".join(spelling)) or all(
        _is_spelled(own, word) for (_, own), word in zip(words(pattern), spelling, strict=False)
    )


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(character.isupper() for character in text) >= 2


def _is_spelled(own: str, word: str) -> bool:
    if _is_capitals(own):
        return word.isupper()
    return own[0].isupper() == word[0].isupper()
