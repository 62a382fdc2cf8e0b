"""Letters of one script that look like letters of another, where a typist or an OCR program swaps them.

Of the confusables of Unicode Technical Standard 39 those that are one glyph in ordinary type, in the three scripts that
share them. Case counts: B looks like В, b does not look like в.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import permutations
from typing import TYPE_CHECKING

from vyzov_i18n.termbase.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = {
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Latin": re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}
_MIXED = re.compile(
    "|".join(rf"{one.pattern}[\u0300-\u036f]*+{other.pattern}" for one, other in permutations(LETTERS.values(), 2))
)
_GLYPHS = {  # one column a glyph, a space where the script has no such letter
    "Cyrillic": "АВЕНІЈКМОРСТУХЅԌԚԜГПФаеоріјсухѕһԁԛԝк  ",
    "Latin": "ABEHIJKMOPCTYXSGQW   aeopijcyxshdqw vu",
    "Greek": "ΑΒΕΗΙͿΚΜΟΡϹΤΥΧ    ΓΠΦα ορι ϲγχ     κνυ",
}
_SHARED = re.compile(rf"[{''.join(_GLYPHS.values()).replace(' ', '')}\d]+")
_INTO = {
    script: str.maketrans(
        {
            other: own
            for others in _GLYPHS.values()
            for own, other in zip(glyphs, others, strict=True)
            if " " not in (own, other)
        }
    )
    for script, glyphs in _GLYPHS.items()
}


def readings(word: str) -> tuple[str, ...]:
    """Read a word where letters of two scripts meet in each of its scripts; the folded words."""
    if not _MIXED.search(unicodedata.normalize("NFD", word)):
        return ()
    scripts = [script for script, letters in LETTERS.items() if letters.search(word)]
    return tuple(fold_word(read) for script in scripts for read in respell(word, script))


def imitations(word: str) -> Iterator[str]:
    """Spell a word of one script in each of the others, case kept, where every letter has a look-alike there."""
    scripts = [script for script, letters in LETTERS.items() if letters.search(word)]
    if len(scripts) == 1 and _SHARED.fullmatch(word):
        for script in LETTERS.keys() - scripts:
            yield from respell(word, script)


def respell(word: str, script: str) -> Iterator[str]:
    """Spell a word in one script alone, case kept; nothing where a letter of it has no look-alike there."""
    read = unicodedata.normalize("NFD", word).translate(_INTO[script])
    if not any(letters.search(read) for other, letters in LETTERS.items() if other != script):
        yield unicodedata.normalize("NFC", read)
