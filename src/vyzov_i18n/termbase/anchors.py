"""Where in a text a form may stand: a fast search that misses nothing and leaves the judgement to the matcher.

Of every form one word is its anchor, or two words with a space between them are its joint. One automaton searches for
the anchors, or where they are long for their beginnings, and for the letters on both sides of the joints, in the bytes
of UTF-8 with upper and lower case mapped to one; and for what may hide a word, or divide the words of a joint but is no
single space.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import ahocorasick_rs

from vyzov_i18n.termbase.folding import fold_word
from vyzov_i18n.termbase.hiding import hiding, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 16  # characters: what is searched at once stays in the processor's cache
_OVERLAP = 16  # characters: nothing that is searched for is longer
_LONGEST = 12  # characters of an anchor
_SPELLINGS = 16  # of an anchor, in bytes
_SIDE = 6  # characters of a joint on either side of its space
_SIDE_SPELLINGS = 4
_HYPHEN = 0x2D
_SPACE = 0x20
_FILLER = 0x22  # a quotation mark, markup, or the first byte of signs that are no letters
_CORNER = "「".encode()[:2]  # the beginning of the Chinese and Japanese ones
_OGHAM_SPACE = "\u1680".encode()
_PLAIN = tuple(zip("ёЁѐЀѝЍ", "еЕеЕиИ", strict=True))
_SPACED = 0xD5  # letters that begin with a lower byte stand in the middle of a word after another such letter
_ENDING = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CYRILLIC = frozenset({0xD0, 0xD1})  # the first bytes of letters only
_BEGINNING = _ENDING | _CYRILLIC


def _classes() -> bytes:
    """Map bytes of UTF-8 so that the cases of basic Latin and Cyrillic letters come out the same, and fillers of gaps.

    Bytes stay as many, so that letters keep their places; that other letters come out the same too does no harm.
    """
    table = bytearray(range(256))
    table[0x41:0x5B] = range(0x61, 0x7B)
    table[0x90:0xA0] = range(0xB0, 0xC0)
    table[0xA0:0xB0] = range(0x80, 0x90)
    table[0xD1] = 0xD0
    for byte in b"\t\n\x1c\x1d\x1e\x1f":
        table[byte] = _SPACE
    for byte in (*b"\r'*_~`<{", 0xC2, 0xCA, 0xE2, 0xEF, 0xF3):
        table[byte] = _FILLER
    return bytes(table)


_CLASSES = _classes()


class Anchors:
    """The automaton of some words and some pairs of words, folded, without spaces."""

    def __init__(self, words: set[str], joints: set[tuple[str, str]]) -> None:
        whole, begun = _anchors(words)
        divided = (hyphen.encode() + end for hyphen, end in product("-\u2010", (b"\n", b"\r")))
        alphabet = "".join(words.union(*joints))
        hidden = (*hiding(alphabet), *passages(), *divided, _OGHAM_SPACE, *_joints(joints))
        self._whole = len(whole)
        self._hidden = len(whole) + len(begun)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [*whole, *begun, *sorted({found.translate(_CLASSES) for found in hidden})],
            implementation=ahocorasick_rs.Implementation.DFA,
        )

    def find(self, text: str) -> Iterator[tuple[int, bool]]:
        """Every offset where an anchor may begin, or (True) of a character of a word that is hidden or at a joint."""
        for start in range(0, len(text), _CHUNK):
            chunk = text[start : start + _CHUNK + _OVERLAP]
            for letter, plain in _PLAIN:
                chunk = chunk.replace(letter, plain)
            for offset, hidden in self._find(chunk):
                yield start + offset, hidden

    def _find(self, chunk: str) -> Iterator[tuple[int, bool]]:
        raw = chunk.encode("utf-8", "surrogatepass")
        found = self._automaton.find_matches_as_indexes(raw.translate(_CLASSES), overlapping=True)
        whole, hiding = self._whole, self._hidden
        offset = position = 0
        for pattern, start, end in found:
            if pattern >= hiding:
                if raw[start] == _HYPHEN and raw[end - 1] == _SPACE:
                    continue
            elif raw[start] < _SPACED and ((pattern < whole and _goes_on(raw, end)) or _is_inside(raw, start)):
                continue
            if start >= position:
                offset += len(raw[position:start].decode("utf-8", "surrogatepass"))
            else:
                offset -= len(raw[start:position].decode("utf-8", "surrogatepass"))
            position = start
            yield offset, pattern >= hiding


def _is_inside(raw: bytes, start: int) -> bool:
    """Whether a Latin or Cyrillic letter or a digit stands before a byte offset."""
    return start > 0 and (raw[start - 1] in _ENDING or (start > 1 and raw[start - 2] in _CYRILLIC))


def _goes_on(raw: bytes, end: int) -> bool:
    """Whether a Latin or Cyrillic letter or a digit stands at a byte offset."""
    return end < len(raw) and raw[end] in _BEGINNING


def _anchors(words: set[str]) -> tuple[list[bytes], list[bytes]]:
    """Of all words that are short the whole, and of the others the shortest beginnings that they have among them."""
    spelled = sorted(beginning for word in words for beginning in _beginnings(word))
    begun: list[bytes] = []
    for spelling, whole in spelled:
        if not whole and not (begun and spelling.startswith(begun[-1])):
            begun.append(spelling)
    return sorted({spelling for spelling, whole in spelled if whole}), begun


def _beginnings(word: str) -> Iterator[tuple[bytes, bool]]:
    """The beginning of a word in both cases, as it stands in the mapped bytes, and whether it is the whole word."""
    spellings, size = _spellings(word[:_LONGEST], _SPELLINGS)
    return ((b"".join(spelling), size == len(word)) for spelling in spellings)


def _joints(joints: set[tuple[str, str]]) -> Iterator[bytes]:
    """The letters at the joints, with a space between them; those before the joints, with anything else behind them."""
    space = bytes((_SPACE,))
    others = bytes((_FILLER,)), _CORNER
    for before, after in {(before[: -_SIDE - 1 : -1], after[:_SIDE]) for before, after in joints}:
        for left in _spellings(before, _SIDE_SPELLINGS)[0]:
            end = b"".join(reversed(left))
            yield from (end + gap for gap in (*others, *(space + other for other in (space, *others))))
            yield from (end + space + b"".join(right) for right in _spellings(after, _SIDE_SPELLINGS)[0])


def _spellings(letters: str, most: int) -> tuple[set[tuple[bytes, ...]], int]:
    """As many letters as have at most `most` spellings in the mapped bytes: these, letter by letter, and how many."""
    spellings: set[tuple[bytes, ...]] = {()}
    for size, letter in enumerate(letters):
        longer = {(*begun, way) for begun, way in product(spellings, _ways(letter))}
        if len(longer) > most:
            return spellings, size
        spellings = longer
    return spellings, len(letters)


@lru_cache(maxsize=1 << 12)
def _ways(character: str) -> set[bytes]:
    """The characters that fold to one, as they stand in the mapped bytes; of those that hide words, none."""
    cases = {character, character.lower(), character.upper(), character.title()}
    return {case.encode().translate(_CLASSES) for case in cases if len(case) == 1 and fold_word(case) == character}
