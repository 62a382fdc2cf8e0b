"""Whether a span of a text begins and ends where words do.

The rules of Unicode Standard Annex 29 (word boundaries), and where it leaves the choice to the application:

- an underscore joins words (`my_film`), unless it is emphasis (`_film_`);
- a hyphen joins when both neighbours begin with a capital or a digit (Иванов-Петров, МКС-66); it does not in
  МКС-экспедиция or экс-Иванов;
- an apostrophe joins (O'Brien), except that of a possessive (Ivanov's), of an elision (l'ISS) and, after a name, of a
  Turkish suffix (Ivanov'un);
- Arabic and Hebrew prefixes (و, ال, ב) may stand before a word, Korean particles (는, 에서) after it;
- scripts without spaces have no boundaries.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from vyzov_i18n.termbase.folding import APOSTROPHES, IGNORABLES, fold_word
from vyzov_i18n.termbase.words import (
    LONGEST,
    WORD,
    WORD_BACK,
    is_letter,
    is_unspaced,
    skip_ignorables,
    step_back,
    word_start,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 64  # characters looked at on either side
_OPEN = frozenset(' \n\t\r\u00a0([{<>«„“”»"*/:;!?—')
CLOSED = frozenset(' \n\t\r\u00a0)]}<>»“”"*/:;!?—…')
_HYPHENS = "-\u2010\u2011"
_ELISIONS = re.compile("[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|all|dall|dell|nell|sull|un|quell|quest|bell|sant|gl")
_IGNORABLE = re.compile(f"[{IGNORABLES}]+")
_SEMITIC = re.compile("[\u05d0-\u05ea\u0620-\u064a]")
_PREFIX_LETTERS = re.compile("(?>(?:[وفبكلساוהבלמשכ][\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670]*+){1,4})")
_PREFIXES = re.compile("[وف]?(?:[بكلس]?(?:ال)?|لل)|[והבלמשכ]{1,3}")
_POSSESSIVE = re.compile("[sS](?!\\w)")
_SUFFIX = re.compile("(?=[a-zçğıöşü]*[aeıioöuü])[a-zçğıöşü]{1,6}(?!\\w)")

_PARTICLES = re.compile(
    "[은는이가을를의에께와과로도만나들씨님]|에서|에게|께서|으로|까지|부터|처럼|보다|이나|라고|라는|이다|였다|이라고|이라는|이었다|입니다"
)
LONGEST_PARTICLE = 3


def particles(word: str) -> list[int]:
    """The sizes of what may be a Korean particle written together with the word before it."""
    return [
        size
        for size in range(1, LONGEST_PARTICLE + 1)
        if len(word) > size and _PARTICLES.fullmatch(word, len(word) - size)
    ]


def begins(text: str, start: int) -> bool:
    """Whether a word begins at `start`, an offset where a letter, digit or mark of punctuation stands."""
    if start == 0 or text[start - 1] in _OPEN or not is_letter(text[start]):
        return True
    head = _before(text, start)
    if not head:
        return True
    joint, first = head[-1], text[start]
    if is_letter(joint):
        return is_unspaced(head) or is_unspaced(first) or _is_prefix(_last_word(head), first)
    if joint == "_":
        return not is_letter(head.rstrip("_")[-1:] or " ")
    neighbour = _last_word(head[:-1])
    return not neighbour or not _joins(joint, neighbour, first) or (joint in APOSTROPHES and _elides(neighbour))


def ends(text: str, word: int, end: int) -> bool:
    """Whether the word that begins at `word` ends at `end`."""
    if end == len(text) or text[end] in CLOSED or not is_letter(text[end - 1]):
        return True
    tail = _after(text, end)
    if not tail:
        return True
    joint = tail[0]
    if is_letter(joint):
        return is_unspaced(text[word:end]) or is_unspaced(joint) or _is_particle(tail)
    if joint == "_":
        return not is_letter(tail.lstrip("_")[:1] or " ")
    if not is_letter(tail[1:2] or " "):
        return True
    return not _joins(joint, text[word:end], tail[1]) or (joint in APOSTROPHES and _is_suffix(tail[1:], text[word]))


def word_starts(text: str, offset: int, last: int) -> Iterator[int]:
    """Where the word may begin that the character at `offset` belongs to or follows, or that a hyphen there divides.

    In scripts without spaces every letter before it, back to `last`, may begin the word.
    """
    end = offset if text[offset] in _HYPHENS else offset + 1
    start = word_start(text, end)
    if start < end:
        yield start
        yield from _inner_starts(text, start)
    elif is_unspaced(_before(text, end)):
        yield from takewhile(lambda before: before >= last, step_back(text, end, _REACH))
    else:
        yield from step_back(text, offset, 1)


def _inner_starts(text: str, start: int) -> Iterator[int]:
    """Where a word begins after the prefixes that it may have, the letters of which are few."""
    if prefixes := _PREFIX_LETTERS.match(text, start):
        inner_starts = range(start + 1, min(prefixes.end() + 1, len(text)))
        yield from (inner for inner in inner_starts if begins(text, inner))


def _before(text: str, start: int) -> str:
    """What stands before an offset, without the characters without width."""
    if run := _IGNORABLE.match(text[max(0, start - LONGEST) : start][::-1]):
        start -= run.end()
    return _IGNORABLE.sub("", text[max(0, start - _REACH) : start])


def _after(text: str, end: int) -> str:
    end = skip_ignorables(text, end)
    return _IGNORABLE.sub("", text[end : end + _REACH])


def _joins(joint: str, before: str, after: str) -> bool:
    """Whether a mark joins the word `before` it to the word that begins with the letter `after` it."""
    if joint in _HYPHENS:
        return _is_prominent(before[0]) and _is_prominent(after)
    if joint in ".,":
        return before[-1].isdigit() and after.isdigit()
    return joint in APOSTROPHES


def _is_prominent(character: str) -> bool:
    return character.isupper() or character.isdigit()


def _last_word(head: str) -> str:
    found = WORD_BACK.match(head[::-1])
    return found.group()[::-1] if found else ""


def _elides(word: str) -> bool:
    return _ELISIONS.fullmatch(fold_word(word)) is not None


def _is_prefix(before: str, first: str) -> bool:
    return _SEMITIC.match(first) is not None and _PREFIXES.fullmatch(fold_word(before)) is not None


def _is_particle(tail: str) -> bool:
    word = WORD.match(tail)
    return word is not None and _PARTICLES.fullmatch(word.group()) is not None


def _is_suffix(tail: str, first: str) -> bool:
    return _POSSESSIVE.match(tail) is not None or (first.isupper() and _SUFFIX.match(tail) is not None)
