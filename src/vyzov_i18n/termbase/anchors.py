"""Where in a text a form may stand: a fast search that misses nothing and leaves the judgement to the matcher.

Of every form one word is its anchor. The beginnings of the anchors are searched for by one automaton, in the bytes of
UTF-8 with upper and lower case mapped to one; by the same automaton the characters that may hide an anchor.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import ahocorasick_rs

from vyzov_i18n.termbase.folding import fold_word
from vyzov_i18n.termbase.hiding import hiding, passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CHUNK = 1 << 16  # characters: what is searched at once stays in the processor's cache
_OVERLAP = 16  # characters: nothing that is searched for is longer
_LONGEST = 8  # characters of an anchor
_SPELLINGS = 16  # of an anchor, in bytes
_PLAIN = tuple(zip("ёЁѐЀѝЍ", "еЕеЕиИ", strict=True))
_SPACED = 0xD5  # letters that begin with a lower byte stand in the middle of a word after another such letter
_ENDING = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CYRILLIC = frozenset({0xD0, 0xD1})  # the first bytes of letters only
_BEGINNING = _ENDING | _CYRILLIC
_HYPHEN = 0x2D


def _classes() -> bytes:
    """Map bytes of UTF-8 so that the cases of basic Latin and Cyrillic letters come out the same.

    Leading bytes stay leading bytes of as many, so that letters keep their places; that other letters come out the same
    too does no harm.
    """
    table = bytearray(range(256))
    table[0x41:0x5B] = range(0x61, 0x7B)
    table[0x90:0xA0] = range(0xB0, 0xC0)
    table[0xA0:0xB0] = range(0x80, 0x90)
    table[0xD1] = 0xD0
    return bytes(table)


_CLASSES = _classes()


class Anchors:
    """The automaton of some words, folded, without spaces."""

    def __init__(self, words: Iterable[str]) -> None:
        words = set(words)
        whole, begun = _anchors(words)
        divided = (hyphen.encode() + end for hyphen, end in product("-\u2010", (b"\n", b"\r")))
        hidden = (*hiding("".join(words)), *passages(), *divided)
        self._whole = len(whole)
        self._hidden = len(whole) + len(begun)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [*whole, *begun, *{found.translate(_CLASSES) for found in hidden}],
            implementation=ahocorasick_rs.Implementation.DFA,
        )

    def find(self, text: str) -> Iterator[tuple[int, bool]]:
        """Every offset where an anchor may begin, or where (True) a character may hide one in its word."""
        for start in range(0, len(text), _CHUNK):
            chunk = text[start : start + _CHUNK + _OVERLAP]
            for letter, plain in _PLAIN:
                chunk = chunk.replace(letter, plain)
            for offset, hidden in self._find(chunk):
                yield start + offset, hidden

    def _find(self, chunk: str) -> Iterator[tuple[int, bool]]:
        raw = chunk.encode("utf-8", "surrogatepass")
        offset = position = 0
        for pattern, start, end in self._automaton.find_matches_as_indexes(raw.translate(_CLASSES), overlapping=True):
            hidden = pattern >= self._hidden
            if hidden:
                if raw[start] == _HYPHEN and not (start and (raw[start - 1] > 0x7F or raw[start - 1] in _ENDING)):
                    continue
            elif raw[start] < _SPACED and (_is_inside(raw, start) or (pattern < self._whole and _goes_on(raw, end))):
                continue
            if start >= position:
                offset += len(raw[position:start].decode("utf-8", "surrogatepass"))
            else:
                offset -= len(raw[start:position].decode("utf-8", "surrogatepass"))
            position = start
            yield offset, hidden


def _is_inside(raw: bytes, start: int) -> bool:
    """Whether a Latin or Cyrillic letter or a digit stands before a byte offset."""
    return start > 0 and (raw[start - 1] in _ENDING or (start > 1 and raw[start - 2] in _CYRILLIC))


def _goes_on(raw: bytes, end: int) -> bool:
    """Whether a Latin or Cyrillic letter or a digit stands at a byte offset."""
    return end < len(raw) and raw[end] in _BEGINNING


def _anchors(words: set[str]) -> tuple[list[bytes], list[bytes]]:
    """The shortest beginnings that all words have among them: those that are whole words, and the others."""
    kept: list[bytes] = []
    begun: set[bytes] = set()
    for spelling, whole in sorted(beginning for word in words for beginning in _beginnings(word)):
        if not kept or not spelling.startswith(kept[-1]):
            kept.append(spelling)
        elif spelling != kept[-1]:
            begun.add(kept[-1])
        if not whole:
            begun.add(kept[-1])
    return [spelling for spelling in kept if spelling not in begun], sorted(begun)


def _beginnings(word: str) -> Iterator[tuple[bytes, bool]]:
    """The beginning of a word in both cases, as it stands in the mapped bytes, and whether it is the whole word."""
    spellings, size = {b""}, 0
    for character in word[:_LONGEST]:
        longer = {begun + way for begun, way in product(spellings, _ways(character))}
        if len(longer) > _SPELLINGS:
            break
        spellings, size = longer, size + 1
    return ((spelling, size == len(word)) for spelling in spellings)


@lru_cache(maxsize=1 << 12)
def _ways(character: str) -> set[bytes]:
    """The characters that fold to one, as they stand in the mapped bytes; of those that hide words, none."""
    cases = {character, character.lower(), character.upper(), character.title()}
    return {case.encode().translate(_CLASSES) for case in cases if len(case) == 1 and fold_word(case) == character}
