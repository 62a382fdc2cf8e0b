"""Words, and what may stand between the words of a term, as regular expressions.

Words are those of Unicode Standard Annex 29 where spaces divide them: letters, digits and marks. In the scripts without
spaces every letter with its marks is a word. The underscore, the apostrophe and the hyphen are no part of a word here:
whether they join is for `boundaries` to say.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from vyzov_i18n.termbase.folding import APOSTROPHES, IGNORABLES, NOTE_NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4096
"""The characters that a term may span in a text, markup included."""

_SHORT = 64  # characters; few words are longer
_MOST_FILLERS = 32  # marks and tags in a row; more of them divide words, so that no row of them is read again and again

QUOTATION_MARKS = '"«»‹›„“”‟‚‛「」『』〝〞〟＂'
QUOTES = QUOTATION_MARKS + APOSTROPHES
EMPHASIS = "*_~`"

UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"  # Thai, Lao
    "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3\u19e0-\u19ff"  # Myanmar, Khmer
    "\u3005-\u3007\u3031-\u3035\u303b\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af"  # ideographs
)
"""Letters of the scripts that are written without spaces, as a class of a regular expression."""


def _marks() -> str:
    """All combining marks, as a class of a regular expression."""
    blocks = (range(0x300, 0x3100), range(0xA66F, 0xFE30), range(0x101FD, 0x1E950))
    points = (point for block in blocks for point in block if unicodedata.category(chr(point))[0] == "M")
    runs = (list(run) for _, run in groupby(enumerate(points), lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


_LETTER = rf"[^\W_{UNSPACED}{NOTE_NUMBERS}{APOSTROPHES}]"
_TRAIL = f"[{_marks()}{IGNORABLES}]"
_SPACE = r"[^\S\n\r\v\f\x85\u2028\u2029]"


def _gap(fillers: str, line_break: str) -> str:
    fill = rf"(?:[{IGNORABLES}]++|[{re.escape(QUOTES + EMPHASIS)}]|{fillers})"
    rest = rf"(?>(?:{_SPACE}++|{fill}){{0,{_MOST_FILLERS}}})"
    return rf"(?>{fill}{{0,{_MOST_FILLERS}}})(?:{_SPACE}{rest}(?>(?:{line_break}{rest})?)|{line_break}{rest})"


_GAP_BACK = _gap(r">[^<>]{1,300}+<|\}[^{}]{1,101}+(?<=\\)\{", r"(?:\n\r?|[\r\x85\u2028])")

GAP = re.compile(_gap(r"<[^<>]{1,300}+>|\{\\[^{}]{0,100}+\}", r"(?:\r?\n|[\r\x85\u2028])"))
"""What divides the words of a term: spaces, at most one line break, and among them quotation marks and light markup."""

WORD = re.compile(rf"{_LETTER}++(?>(?:{_TRAIL}++{_LETTER}*+)*)")
TOKEN = re.compile(rf"{WORD.pattern}|[{UNSPACED}]{_TRAIL}*+|[^\s{IGNORABLES}]")
"""A word, a letter of a script without spaces, or any other mark; it may end in characters without width."""

HYPHENATION = re.compile(rf"(?:[-\u2010]|(?<=\u00ad))\r?\n{_SPACE}*+({WORD.pattern})")
"""The rest of a word that is divided at the end of a line."""

BROKEN_LINE = re.compile(rf"\r?\n{_SPACE}*+")
"""The end of a line after a hyphen that the word has anyway."""

WORD_BACK = re.compile(rf"(?>(?:{_TRAIL}*+{_LETTER}++)+)")
TOKEN_BACK = re.compile(
    rf"(?:{_GAP_BACK}|[{IGNORABLES}]*+)(?:{WORD_BACK.pattern}|{_TRAIL}*+[{UNSPACED}]|[^\s{IGNORABLES}])"
)
"""`WORD`, and `GAP` and `TOKEN`, in a text that is read backwards."""

_DIVIDED = re.compile(rf"{_SPACE}*+\n\r?[-\u2010\u00ad]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_PART = re.compile(rf"{_LETTER}|[{UNSPACED}]|{_TRAIL}")
_IGNORABLE = re.compile(f"[{IGNORABLES}]*+")
_IGNORABLE_END = re.compile(f"[{IGNORABLES}]++\\Z")


def skip_ignorables(text: str, position: int) -> int:
    """The offset after the characters without width at `position`."""
    return _IGNORABLE.match(text, position).end()  # type: ignore[union-attr]  # it matches the empty string


def is_letter(character: str) -> bool:
    """Whether a character is part of a word: a letter, digit or mark, not the number of a note."""
    return _PART.match(character) is not None


def is_unspaced(run: str) -> bool:
    """Whether the last letter of a run, marks aside, is of a script without spaces."""
    letter = next((character for character in reversed(run) if unicodedata.category(character)[0] != "M"), "")
    return _UNSPACED.match(letter) is not None


def trim(word: str) -> str:
    """A word without the characters without width at its end."""
    return word if word[-1].isalnum() else _IGNORABLE_END.sub("", word)


def step_back(text: str, start: int, count: int) -> Iterator[int]:
    """The offsets of `count` words and marks before `start`, the nearest first; more where lines divide words."""
    head = text[max(0, start - LONGEST) : start][::-1]
    position = 0
    while count > 0 and (match := TOKEN_BACK.match(head, position)):
        count += 2 * (_DIVIDED.match(head, position) is not None) - 1
        position = match.end()
        yield start - position


def word_start(text: str, end: int) -> int:
    """The offset where the word begins of which the character before `end` is a part; `end` where there is none."""
    for reach in (_SHORT, LONGEST):
        match = WORD_BACK.match(text[max(0, end - reach) : end][::-1])
        if not match or match.end() < reach:
            break
    return end - match.end() if match else end
