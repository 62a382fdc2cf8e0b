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
_SPACED = 0xD5  # the first byte of a letter before which a letter means the middle of a word


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
        anchors = _shortest({spelling for word in {word[:_LONGEST] for word in words} for spelling in _spellings(word)})
        alphabet = "".join(set().union(*words))
        hidden = {
            found.translate(_CLASSES)
            for found in (*hiding(alphabet), *passages(), b"-\n", b"-\r", "\u2010\n".encode(), "\u2010\r".encode())
        }
        self._anchors = len(anchors)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [*anchors, *hidden], implementation=ahocorasick_rs.Implementation.DFA
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
        anchors = self._anchors
        for pattern, start, _ in self._automaton.find_matches_as_indexes(raw.translate(_CLASSES), overlapping=True):
            if pattern < anchors and _continues(raw, start):
                continue
            offset += (
                len(raw[position:start].decode("utf-8", "surrogatepass"))
                if start >= position
                else -len(raw[start:position].decode("utf-8", "surrogatepass"))
            )
            position = start
            yield offset, pattern >= anchors


def _continues(raw: bytes, start: int) -> bool:
    """Whether a letter of Latin, Greek or Cyrillic stands before a letter of a script with spaces, at a byte offset."""
    before = raw[start - 1 : start]
    return raw[start] < _SPACED and (before.isalnum() or (start > 1 and 0xCE <= raw[start - 2] < 0xD2))


def _spellings(word: str) -> set[bytes]:
    """The beginning of a word in both cases, as it stands in the mapped bytes."""
    spellings = {b""}
    for character in word:
        longer = {begun + way for begun, way in product(spellings, _ways(character))}
        if len(longer) > _SPELLINGS:
            break
        spellings = longer
    return spellings


@lru_cache(maxsize=1 << 12)
def _ways(character: str) -> set[bytes]:
    """The characters that fold to one, as they stand in the mapped bytes; of those that hide words, none."""
    cases = {character, character.lower(), character.upper(), character.title()}
    return {case.encode().translate(_CLASSES) for case in cases if len(case) == 1 and fold_word(case) == character}


def _shortest(spellings: Iterable[bytes]) -> list[bytes]:
    """Those of which no other one is the beginning."""
    kept: list[bytes] = []
    for spelling in sorted(spellings):
        if not kept or not spelling.startswith(kept[-1]):
            kept.append(spelling)
    return kept
