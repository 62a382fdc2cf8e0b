"""Characters that hide a word from a search for its letters in either case: data.

A character hides a word when `folding` drops it, joins it to another one or makes other letters of it than its lower
case. Look-alikes hide a word too: the places where a word passes from one script to another.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from vyzov_i18n.termbase.folding import IGNORABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIDING = (  # letters, and the characters that stand for some of them or are joined to them, as classes
    (
        r"\w",
        f"{IGNORABLES}\u0300-\u036f\uff10-\uff19\U0001d7ce-\U0001d7ff\U0001fbf0-\U0001fbf9"
        "\u10fc\u2d6f\ua770\ua7f2-\ua7f9\uab5c-\uab69\U00010780-\U000107bf",
    ),
    (
        "[a-z]",
        "ªºßİıŉſ\u0132\u0133\u013f\u0140\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d9b-\u1dbf"
        "\u1e9a\u1e9b\u1e9e\u2071\u207f\u2090-\u209c\u2100-\u2189\u2c7c\u2c7d\ufb00-\ufb06\uff21-\uff5a"
        "\U0001d400-\U0001d7cb",
    ),
    (
        "[\u0370-\u03ff]",
        "µ\u0374\u037a\u0386\u0388-\u0390\u03ac-\u03b0\u03c2\u03cc-\u03ce\u03d0-\u03d6\u03f0-\u03f5\u03f9\u1d5d-\u1d6a"
        "\u1dbf\u1f00-\u1fff\u2126\u213c-\u213f\U0001d6a8-\U0001d7cb",
    ),
    ("[\u0400-\u04ff]", "\u1c80-\u1c88\u1d2b\u1d78\ua69c\ua69d"),
    ("[\u0531-\u0586]", "\u0587\ufb13-\ufb17"),
    ("[\u05d0-\u05ea]", "\u0591-\u05c7\u2135-\u2138\ufb1d-\ufb4f"),
    (
        "[\u0620-\u06ff]",
        "\u0610-\u061a\u0640\u064b-\u0655\u0670\u0675-\u0678\ufb50-\ufdff\ufe70-\ufefc\U0001ee00-\U0001eebb",
    ),
    (
        "[\u0900-\u0dff\u0f00-\u109f\u1b00-\u1b7f]",
        "\u093c\u0958-\u095f\u09bc\u09be\u09d7\u09dc-\u09df\u0a33\u0a36\u0a3c\u0a59-\u0a5e\u0b3c\u0b3e\u0b56\u0b57\u0b5c"
        "\u0b5d\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u0f43\u0f4d\u0f52\u0f57\u0f5c\u0f69"
        "\u0f71-\u0f81\u0f93\u0f9d\u0fa2\u0fa7\u0fac\u0fb5\u0fb7\u0fb9\u102e\u1b35",
    ),
    ("[\u0e01-\u0eff]", "\u0e33\u0e4d\u0eb3\u0ecd\u0edc\u0edd"),
    ("[\u1100-\u11ff\uac00-\ud7a3]", "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc"),
    ("[\u3041-\u30ff]", "\u3099\u309a\u309f\u30ff\uff66-\uff9f"),
    ("[\u3400-\u9fff\U00020000-\U000323af]", "\u3038-\u303a\uf900-\ufaff\U0002f800-\U0002fa1d"),
)

_BLOCKS = {  # the letters where scripts meet, by their bytes in UTF-8: the first byte, and those that follow it
    "Latin": [*"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", *map(chr, range(0xC0, 0x180))],
    "Greek": [*map(chr, range(0x370, 0x400))],
    "Cyrillic": [*map(chr, range(0x400, 0x500))],
}


def hiding(alphabet: str) -> Iterator[bytes]:
    """The characters that may hide words of an alphabet, as the beginnings of their bytes in UTF-8."""
    for letters, hidden in _HIDING:
        if re.search(letters, alphabet):
            for first, last in re.findall("(.)(?:-(.))?", hidden):
                yield from _beginnings(ord(first), ord(last or first))


def _beginnings(first: int, last: int) -> set[bytes]:
    """The bytes of a range of characters; of long ranges without the last byte, which takes in a few more."""
    whole = last - first < 64
    return {chr(point).encode()[: None if whole else -1] for point in (*range(first, last, 1 if whole else 64), last)}


def passages() -> Iterator[bytes]:
    """The places where a word passes from one script to another: a letter and the first byte of the next."""
    for script, letters in _BLOCKS.items():
        leads = {letter.encode()[:1] for other, others in _BLOCKS.items() if other != script for letter in others}
        yield from (letter.encode() + lead for letter, lead in product(letters, leads))
