"""How a name sounds, roughly, whatever the script and the romanization: enough to tell two names apart.

«Шкаплеров», Shkaplerov, Schkaplerow, Škaplerov and شكابليروف come out the same or nearly so. Known are the Latin,
Cyrillic, Greek, Arabic and Hebrew scripts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SIMILAR: Final = 0.8
_LEAST: Final = 4  # letters of a name that says enough

# One letter a letter, so that rows of equal length can be read together; sibilants are all s.
_CYRILLIC: Final = dict(
    zip("абвгґдђеёєжзиіїйјклљмнњопрстћуўфхцчџшщэюя", "abvggdseeessiiiiikllmnnoprstsuuvhssssseua", strict=True)
) | dict.fromkeys("ъьʼ", "")
_GREEK: Final = dict(zip("αβγδεζηθικλμνοπρσςτυφχω", "abgdesitiklmnoprsstivho", strict=True)) | {"ξ": "ks", "ψ": "ps"}
_ARABIC: Final = dict(zip("بپتثجچحخدذرزژسشصضطظغفڤقكکگل", "bbttsshhddrsssssdtskvvkkkkl", strict=True)) | dict(
    zip("من", "mn", strict=True)
)
_HEBREW: Final = dict(zip("בגדזחטכךלמםנןספףצץקרשת", "bkdshtkklmmnnsbbsskrst", strict=True))
_LETTERS: Final = {**_CYRILLIC, **_GREEK, **_ARABIC, **_HEBREW}
_SILENT: Final = frozenset("ءآأؤإئاةهويىعאהויע")
_ABJADS: Final = frozenset(_ARABIC) | frozenset(_HEBREW) | _SILENT

_DIGRAPHS: Final = (
    (re.compile("s(?:h|ch|tch|hch)|tsch|tch|z[hs]|cz|t[sz]|ds|dj"), "s"),
    (re.compile("ch|kh"), "h"),
    (re.compile("ph"), "v"),
    (re.compile("th"), "t"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("ck|c|q"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("[wf]"), "v"),
    (re.compile("[jy]"), "i"),
)
_GLIDE: Final = re.compile("i+(?=[aeou])")
_DOUBLED: Final = re.compile(r"(\D)\1+")
_SIBILANTS: Final = str.maketrans(dict.fromkeys("čćšžđ", "s") | {"ł": "l", "ı": "i", "ø": "o", "ß": "s", "æ": "e"})
_VOWELS: Final = re.compile("[aeiou]+")
_SPACES: Final = re.compile(r"[\W_]+")


class Sound:
    """The sound of a name: its letters, without vowels where the script writes none, and its digits."""

    __slots__ = ("digits", "has_vowels", "letters")

    def __init__(self, letters: str, digits: str, has_vowels: bool) -> None:
        self.letters = letters
        self.digits = digits
        self.has_vowels = has_vowels

    def consonants(self) -> str:
        """The letters as an abjad would write them."""
        bare = _VOWELS.sub("", self.letters) if self.has_vowels else self.letters
        return _DOUBLED.sub(r"\1", bare.replace("p", "b").replace("g", "k"))


@lru_cache(maxsize=4096)
def sound(name: str) -> Sound | None:
    """The sound of a name; None where a letter is of a script that is not known here."""
    letters, digits, has_vowels = [], [], True
    for character in unicodedata.normalize("NFC", name.casefold()).translate(_SIBILANTS):
        if character.isdecimal():
            digits.append(str(unicodedata.decimal(character)))
        elif character in _ABJADS:
            has_vowels = False
            letters.append(_LETTERS.get(character, ""))
        elif character.isalpha():
            letter = _letter(character)
            if letter is None:
                return None
            letters.append(letter)
    return Sound(_fold("".join(letters)), "".join(digits), has_vowels)


def similarity(name: str, other: str) -> float | None:
    """How alike two names sound, from 0 to 1; 0 where their digits differ, None where it cannot be told."""
    one, two = sound(name), sound(other)
    if one is None or two is None:
        return None
    if one.digits != two.digits:
        return 0.0
    from difflib import SequenceMatcher

    if one.has_vowels and two.has_vowels:
        return SequenceMatcher(None, one.letters, two.letters, autojunk=False).ratio()
    return SequenceMatcher(None, one.consonants(), two.consonants(), autojunk=False).ratio()


def says_enough(name: str) -> bool:
    """Whether a name is long enough to be known by its sound."""
    found = sound(name)
    return found is not None and len(found.letters) + len(found.digits) >= _LEAST


def is_similar(name: str, other: str) -> bool:
    """Whether two names may be spellings of one."""
    return (similarity(name, other) or 0.0) >= _SIMILAR


def _letter(character: str) -> str | None:
    if character.isascii():
        return character
    if character in _LETTERS:
        return _LETTERS[character]
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else _LETTERS.get(base)


def _fold(letters: str) -> str:
    for pattern, letter in _DIGRAPHS:
        letters = pattern.sub(letter, letters)
    return _DOUBLED.sub(r"\1", _GLIDE.sub("", letters))
