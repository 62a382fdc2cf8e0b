"""Finding all forms of all terms in a text at once, longest first.

A form is a row of words with or without a space between them. A text is searched for the first word of any form, and
the words that follow are read for as long as some form goes on so.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vyzov_i18n.termbase.anchors import Anchors
from vyzov_i18n.termbase.boundaries import CLOSED, begins, ends, particles, word_starts
from vyzov_i18n.termbase.folding import fold_word
from vyzov_i18n.termbase.look_alikes import readings
from vyzov_i18n.termbase.patterns import Index, Pattern
from vyzov_i18n.termbase.words import (
    BROKEN_LINE,
    GAP,
    HYPHENATION,
    LONGEST,
    QUOTATION_MARKS,
    TOKEN,
    skip_ignorables,
    step_back,
    trim,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence


_REMEMBERED = 64  # characters of the words whose readings are kept


class Hit(NamedTuple):
    """A form found from `start` to `end`, character offsets into the text as it was given.

    `pattern` is the index of the form. With `look_alike` letters of another script were read as what they look like.
    """

    pattern: int
    start: int
    end: int
    look_alike: bool


class _Reading(NamedTuple):
    """What has been read of a form: its folded words as the key, and where they stand."""

    key: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    look_alike: bool = False

    def end(self) -> int:
        return self.spans[-1][1]


class _First(NamedTuple):
    """A word that some form begins with, read in one way: its key, the form that it is alone, whether some go on."""

    key: str
    pattern: int | None
    goes_on: bool


class Matcher:
    """Finds the forms given, whatever hides them: case, accents, soft hyphens, line breaks, markup between the words.

    What is equal is said in `folding`, what may divide words in `words.GAP`, where a hit may begin and end in
    `boundaries`. Safe to share between threads, and to pickle.

    Raises ValueError for a pattern without a letter or digit.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = tuple(patterns)
        self._index = Index(self._patterns)
        self._anchors = Anchors(self._index.anchors(), self._index.joints())
        self._ways = lru_cache(maxsize=1 << 16)(self._read_word)
        self._reach = lru_cache(maxsize=1 << 16)(self._reach_of)
        self._joint_reach = lru_cache(maxsize=1 << 16)(self._joint_reach_of)
        self._first = lru_cache(maxsize=1 << 16)(self._read_first)

    def __reduce__(self) -> tuple[type[Matcher], tuple[tuple[Pattern, ...]]]:
        return Matcher, (self._patterns,)

    def find(self, text: str) -> list[Hit]:
        """Find the forms in a text: leftmost first, the longest of those that begin there, none overlapping.

        Of patterns that are equal when folded, the lowest index that the case allows is reported; hits without
        look-alikes go before hits with them.
        """
        hits: list[Hit] = []
        position = 0
        for start in sorted(self._starts(text)):
            if start >= position and (hit := self._longest(text, start)):
                hits.append(hit if hit.start >= position else hit._replace(start=start))
                position = hit.end
        return hits

    def _starts(self, text: str) -> set[int]:
        """The offsets where a form may begin."""
        starts: set[int] = set()
        seen = last = 0
        longest = self._index.longest_word
        for offset, hidden in self._anchors.find(text):
            if not hidden:
                word = TOKEN.match(text, offset, offset + longest)
                if word and (reach := self._reach(word[0])) >= 0:
                    starts.add(offset)
                    if reach:
                        starts.update(self._starts_before(text, offset, reach))
            elif offset >= seen:
                seen = skip_ignorables(text, offset)
                for start in word_starts(text, offset, last):
                    if word := TOKEN.match(text, start):
                        starts.update(self._hidden_starts(text, word))
                        seen = max(seen, word.end())
                last = offset
        return starts

    def _hidden_starts(self, text: str, word: re.Match[str]) -> Iterator[int]:
        start, end = word.span()
        if end - start > LONGEST:
            return
        reach = self._joint_reach(word[0]) if end - start < _REMEMBERED else self._joint_reach_of(word[0])
        if hyphenation := HYPHENATION.match(text, end, start + LONGEST):
            reach = max(reach, self._index.joint_reach(fold_word(word[0] + hyphenation[1])))
        if reach >= 0:
            yield start
        if reach > 0:
            yield from self._starts_before(text, start, reach)

    def _starts_before(self, text: str, start: int, reach: int) -> Iterator[int]:
        """Of the words that stand up to `reach` words before `start`, those of forms."""
        for before in step_back(text, start, reach):
            word = TOKEN.match(text, before, before + _REMEMBERED)
            if word and (word.end() == before + _REMEMBERED or self._reach(word[0]) >= 0):
                yield before

    def _reach_of(self, word: str) -> int:
        """How many words may stand before a word in the forms that it is the anchor of; -1 for no word of a form."""
        return max(self._index.reach(spelled) for spelled, _, _ in self._read_word(word))

    def _joint_reach_of(self, word: str) -> int:
        return max(self._index.joint_reach(spelled) for spelled, _, _ in self._read_word(word))

    def _longest(self, text: str, start: int) -> Hit | None:
        if not begins(text, start):
            return None
        word = TOKEN.match(text, start, start + _REMEMBERED)
        end = word.end() if word else start
        if start < end < len(text) and end - start < _REMEMBERED and (first := self._first(text[start:end])):
            after = text[end]
            closed = after in CLOSED or (after in ".," and not text[end - 1].isdigit())
            if closed and not (first.goes_on and self._goes_on_so(text, first.key, end)):
                return None if first.pattern is None else Hit(first.pattern, start, end, False)
        for reading in sorted(self._readings(text, start), key=lambda reading: (-reading.end(), reading.look_alike)):
            if ends(text, reading.spans[-1][0], reading.end()):
                words = [text[slice(*span)] for span in reading.spans]
                pattern = next(self._index.spelled(reading.key, words), None)
                if pattern is not None:
                    return Hit(pattern, *self._span(text, pattern, start, reading.end()), reading.look_alike)
        return None

    def _read_first(self, word: str) -> _First | None:
        """How a word begins forms; None where it may be read in several ways, or the form has quotation marks."""
        ways = [way for way in self._read_word(word) if self._index.is_known(way[0])]
        if len(ways) != 1 or ways[0][2] or ways[0][1] != len(word) or not word[-1].isalnum():
            return None
        key = ways[0][0]
        pattern = next(self._index.spelled(key, [word]), None) if self._index.is_form(key) else None
        if pattern is not None and any(self._index.quotes(pattern)):
            return None
        return _First(key, pattern, self._index.goes_on(key))

    def _goes_on_so(self, text: str, key: str, position: int) -> bool:
        """Whether some form may go on behind a key with the mark or gap at `position`."""
        if self._index.is_known(key + text[position]):
            return True
        gap = GAP.match(text, position, position + LONGEST)
        word = gap and TOKEN.match(text, gap.end(), gap.end() + _REMEMBERED)
        if not gap or not word:
            return False
        if word.end() == gap.end() + _REMEMBERED or HYPHENATION.match(text, word.end()):
            return True
        return any(self._index.is_known(f"{key} {way}") for way, _, _ in self._ways(word[0]))

    def _span(self, text: str, pattern: int, start: int, end: int) -> tuple[int, int]:
        """A hit takes in the quotation marks at its ends where the pattern has them there itself."""
        opens, closes = self._index.quotes(pattern)
        start -= opens and start > 0 and text[start - 1] in QUOTATION_MARKS
        end += closes and end < len(text) and text[end] in QUOTATION_MARKS
        return start, end

    def _readings(self, text: str, start: int) -> Iterator[_Reading]:
        """Every row of words from `start` that is a form, whatever follows it."""
        pending = list(self._read(text, _Reading(), start, ""))
        while pending:
            reading = pending.pop()
            if self._index.is_form(reading.key):
                yield reading
            if self._index.goes_on(reading.key) and reading.end() - start < LONGEST:
                pending += self._read(text, reading, skip_ignorables(text, reading.end()), "")
                if gap := GAP.match(text, reading.end(), start + LONGEST):
                    pending += self._read(text, reading, gap.end(), " ")
                if reading.key[-1] == "-" and (broken := BROKEN_LINE.match(text, reading.end(), start + LONGEST)):
                    pending += self._read(text, reading, broken.end(), "")

    def _read(self, text: str, reading: _Reading, position: int, glue: str) -> Iterator[_Reading]:
        """Every way to read on from `position` by one word that some form has there."""
        for word, end, look_alike in self._words(text, position):
            key = f"{reading.key}{glue}{word}"
            if word and self._index.is_known(key):
                yield _Reading(key, (*reading.spans, (position, end)), reading.look_alike or look_alike)

    def _words(self, text: str, position: int) -> Iterator[tuple[str, int, bool]]:
        """Every way to read the word at `position`: folded, where it ends, and whether by look-alikes."""
        if not (match := TOKEN.match(text, position, position + LONGEST)):
            return
        ways = self._ways if len(match[0]) < _REMEMBERED else self._read_word
        for word, size, look_alike in ways(match[0]):
            yield word, position + size, look_alike
        if hyphenation := HYPHENATION.match(text, match.end(), position + LONGEST):
            rest = trim(hyphenation[1])
            yield fold_word(match[0] + rest), hyphenation.start(1) + len(rest), False

    def _read_word(self, word: str) -> tuple[tuple[str, int, bool], ...]:
        word = trim(word)
        size = len(word)
        ways = [(fold_word(word), size, False), *((imitated, size, True) for imitated in self._index.imitated(word))]
        if not word.isascii():
            ways += [(read, size, True) for read in readings(word)]
            ways += [(fold_word(word[:-particle]), size - particle, False) for particle in particles(word)]
        return tuple(ways)
