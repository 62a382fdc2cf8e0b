"""How near a word is to a form of a name: the same, with a wrong ending, or spelled in another way."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Likeness(IntEnum):
    """How a word and a form of a name compare."""

    SAME = 0
    ENDING = 1  # the stem of the name with an ending that no form has
    ROMANIZATION = 2  # another way to write the same Cyrillic name in Latin letters
    MISSPELLING = 3


_LATIN: Final = re.compile("[a-z]")
_ZH: Final = re.compile("zh")
_DOUBLED: Final = re.compile(r"(.)\1+")
_ROMANIZATIONS: Final = (  # from the systems in use: BGN/PCGN, ISO 9, GOST, the German, French and Serbian ones
    (re.compile("shch|schtsch|chtch|š[cč]|shc"), "щ"),
    (re.compile("sch|sh|š"), "ш"),
    (re.compile("zh|ž"), "ж"),
    (re.compile("tsch|tch|ch|č|ć"), "ч"),
    (re.compile("ts|tz|c(?=[eiy])"), "ц"),
    (re.compile("kh|ck|q|c"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("w|ff?\\Z"), "v"),
    (re.compile("x"), "ks"),
    (re.compile("[iyj]?[yj]u|iu|ioo|yoo"), "ю"),
    (re.compile("[iyj]?[yj]a|ia"), "я"),
    (re.compile("[iyj]?[yj][eo]|i[eo]|ё"), "e"),
    (re.compile("[iyj]+"), "i"),
)
_STEM: Final = 3
_SHORTEST: Final = 3
_ENDING: Final = re.compile(  # of nouns and adjectives in the singular, of surnames made of others
    "(?:[аеиоуыэюяьй]|[оеё]м|[оеыи]й|[оеё]ю|ью|ому|ему|ого|его|ым|им|ам|ям|ами|ями|ах|ях|ов|ев|[ое]в(?:а|у|е|ой|ым)|"
    "[aeiou]|om|em|oj|og|im|ama|ima|ov|ev|[oe]v(?:a|u|e|oj|im))"
)
_ALIKE: Final = ({"ш", "щ"}, {"е", "э"}, {"и", "й"}, {"c", "k"}, {"c", "s"}, {"ц", "с"}, {"u", "y"})
_VOWELS: Final = re.compile("[аеиоуыэюяйьъaeiouyj]")
_VOWELS_TELL: Final = 6  # letters of a word whose consonants tell it
_DIGITS: Final = re.compile(r"\d+")
_MOST_LETTERS: Final = ((9, 2), (4, 1))  # from that length on, so many letters may differ
_PATRONYMIC: Final = re.compile("(?:[оеё]вич|[оеё]вн|ичн)(?:|а|у|ем|е|ы|ой|ою|и)|(?:[oe]vich|[oe]vna)")


@lru_cache(maxsize=1 << 14)
def romanization_key(word: str) -> str:
    """What the romanizations of one Cyrillic name have in common; `word` is folded."""
    key = "".join(c for c in unicodedata.normalize("NFD", word) if c in "\u030c\u0301" or not unicodedata.combining(c))
    key = unicodedata.normalize("NFC", key)
    for pattern, letter in _ROMANIZATIONS:
        key = pattern.sub(letter, key)
    return _DOUBLED.sub(r"\1", key)


def compare(word: str, form: str, stem: str | None) -> Likeness | None:
    """How a folded word compares with a folded form of a name; None where they are different words.

    `stem` is what all forms of the name begin with, None in a language without cases.
    """
    if word == form:
        return Likeness.SAME
    if _DIGITS.findall(word) != _DIGITS.findall(form):
        return None  # another ship
    if _LATIN.search(form) and (
        romanization_key(word) == romanization_key(form) or _ZH.sub("j", word) == _ZH.sub("j", form)
    ):
        return Likeness.ROMANIZATION
    if is_patronymic(word) and not is_patronymic(form):
        return None
    if stem is not None and len(stem) >= _STEM and word.startswith(stem):
        return Likeness.ENDING if _ENDING.fullmatch(word, len(stem)) else None
    return Likeness.MISSPELLING if _is_misspelled(word, form) else None


def is_patronymic(word: str) -> bool:
    """Whether a folded word has the ending of a Russian patronymic."""
    found = _PATRONYMIC.search(word)
    return found is not None and found.end() == len(word)


def needs_no_yo(text: str, spellings: Iterable[str]) -> bool:
    """Whether a name has a ё where every spelling of it has an е; the other way round it is left out at will."""
    letters = _letters(text)
    return "ё" in letters and not any(_fits(letters, _letters(spelling)) for spelling in spellings)


def has_other_vowels(word: str, form: str) -> bool:
    """Whether two folded words differ in their vowels alone."""
    return _VOWELS.sub("", word) == _VOWELS.sub("", form)


def is_near(text: str, other: str, most: int) -> bool:
    """Whether two texts differ in at most so many letters: one more, less, other, or two exchanged."""
    from rapidfuzz.distance import OSA

    return abs(len(text) - len(other)) <= most and OSA.distance(text, other, score_cutoff=most) <= most


def _is_misspelled(word: str, form: str) -> bool:
    length = max(len(word), len(form))
    most = next((most for least, most in _MOST_LETTERS if length >= least), 0)
    if not most or min(len(word), len(form)) < _SHORTEST or (word[0] != form[0] and {word[0], form[0]} not in _ALIKE):
        return False
    if length >= _VOWELS_TELL and has_other_vowels(word, form):
        most = 2
    return is_near(word, form, most)


def distance(words: Sequence[str], others: Sequence[str]) -> int:
    """In how many letters the words of two names differ, one by one."""
    from rapidfuzz.distance import OSA

    return sum(OSA.distance(word, other) for word, other in zip(words, others, strict=True))


def _letters(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFC", text.casefold()) if letter.isalpha())


def _fits(letters: str, spelling: str) -> bool:
    if len(letters) != len(spelling):
        return False
    return all(one == other or one != "ё" for one, other in zip(letters, spelling, strict=True))
