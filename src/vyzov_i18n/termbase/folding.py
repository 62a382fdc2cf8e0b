"""The equality of words: what a reader takes for the same word folds to the same string.

Unicode's compatibility caseless matching (The Unicode Standard, 3.13, D146) with what running text adds to it:
characters without width are dropped, marks that are written or left out at will (the accent of вы́зов, the dots of ё,
Hebrew points, Arabic vowels) too, hyphens, apostrophes and spaces are each of one kind.
"""

from __future__ import annotations

import re
import unicodedata

IGNORABLES = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
    "\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
"""Characters without width or letter of their own, as a class of a regular expression."""

NOTE_NUMBERS = (
    "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215f"
    "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
)
"""Superscripts, fractions and circled numbers, which are no part of a word, as a class of a regular expression."""

HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
APOSTROPHES = "'\u2018\u2019\u02bc\u02b9\uff07"

_UNSEEN = re.compile(f"[{IGNORABLES}]+")
_OPTIONAL_MARKS = re.compile(
    "(?<=[аиоуыэюяієѣ])[\u0300\u0301]+|(?<=е)[\u0300\u0301\u0308]+|(?<=[іιυ]\u0308)[\u0300\u0301\u0342]+"
    "|(?<=[αεηιουωρ])[\u0300\u0301\u0313\u0314\u0342]+|(?<=i)\u0307+"
    "|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670]+"
)
_LETTERS = re.compile(rf"[^\W_{NOTE_NUMBERS}]+")
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[\x00-\x7fА-Яа-яЁё]*")
_KINDS = str.maketrans(dict.fromkeys(HYPHENS[1:], "-") | dict.fromkeys(APOSTROPHES[1:], "'") | {"ı": "i"})


def fold_word(word: str) -> str:
    """Fold one word or mark; a run of them if no spaces stand at its ends."""
    if word.isascii():
        return word.lower()
    if _PLAIN.fullmatch(word):
        return word.lower().replace("ё", "е")
    seen = _UNSEEN.sub("", word).translate(_KINDS)
    caseless = _LETTERS.sub(_decompose, _LETTERS.sub(_decompose, seen).casefold()).translate(_KINDS)
    return unicodedata.normalize("NFC", _OPTIONAL_MARKS.sub("", unicodedata.normalize("NFD", caseless)))


def _decompose(letters: re.Match[str]) -> str:
    return unicodedata.normalize("NFKD", letters.group())


def fold(text: str) -> str:
    """Fold a text, runs of spaces to one: two spellings of a term are equal when this gives the same string."""
    return _SPACES.sub(" ", fold_word(text)).strip()
