"""Whether a word that is also a common noun stands for its concept: by its capital, its marks, its neighbour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.termbase.folding import fold
from vyzov_i18n.termbase.model import Context

if TYPE_CHECKING:
    from vyzov_i18n.termbase.grammar import Grammar
    from vyzov_i18n.termbase.model import Term

OPENING_QUOTES: Final = "«„“‚‘\"'‹「『＂"
CLOSING_QUOTES: Final = "»“”’‘\"'›」』＂"
_MARKUP: Final = "*_\u2060"  # emphasis; the word joiners that stand for the tags of a document
_FAR: Final = 60
_OPENED: Final = re.compile(rf"[{OPENING_QUOTES}{_MARKUP}]\s*\Z")
_CLOSED: Final = re.compile(rf"[.,!?…]?[{CLOSING_QUOTES}{_MARKUP}]")
_SENTENCE_START: Final = re.compile(
    rf"(?:\A|[.!?…:\n\r\t|\u2028\u2029])[\s{OPENING_QUOTES}{CLOSING_QUOTES}{_MARKUP}()\[\]—–•·#>-]*\Z"
)
_SEQUEL: Final = re.compile(r"[ \u00a0][2-9](?!\w)")  # another film: «Холоп 2»
_WORD: Final = re.compile(r"\w[\w'’-]*")
_WORD_BEFORE: Final = re.compile(rf"(\w[\w'’-]*)[\s{OPENING_QUOTES}{_MARKUP}]+\Z")
_WORD_AFTER: Final = re.compile(rf"[\s{CLOSING_QUOTES}{_MARKUP}]+(\w[\w'’-]*)")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether quotation marks, or marks of emphasis, stand around the words."""
    return bool(_OPENED.search(text, max(0, start - _FAR), start) and _CLOSED.match(text, end))


def counts(term: Term, text: str, start: int, end: int, grammar: Grammar | None) -> bool:
    """Whether the words from `start` to before `end` stand for the term's concept."""
    if term.is_quoted and _SEQUEL.match(text, end):
        return False
    if not term.contexts:
        return True
    return (
        (Context.QUOTED in term.contexts and is_quoted(text, start, end))
        or (Context.CAPITALIZED in term.contexts and _is_capitalized_for_itself(text, start, end))
        or (Context.CLASS_WORD in term.contexts and class_word(term, text, start, end, grammar) is not None)
    )


def class_word(term: Term, text: str, start: int, end: int, grammar: Grammar | None) -> str | None:
    """The neighbour that tells what it is ("фильм", "module"), as it stands in the text; None without one."""
    words = grammar.class_words.get(term.kind, frozenset()) if grammar else frozenset()
    neighbours = (_WORD_BEFORE.search(text, max(0, start - _FAR), start), _WORD_AFTER.match(text, end))
    return next((found[1] for found in neighbours if found and fold(found[1]) in words), None)


def starts_sentence(text: str, start: int) -> bool:
    """Whether a word that starts there may be the first of its sentence, or of its line."""
    return bool(_SENTENCE_START.search(text, max(0, start - _FAR), start))


def _is_capitalized_for_itself(text: str, start: int, end: int) -> bool:
    """Whether a capital letter in the words is there for the name: not for the sentence, nor for a shouted line."""
    words = [found for found in _WORD.finditer(text, start, end) if found[0][0].isupper()]
    if not words or text[start:end].isupper():
        return False
    return len(words) > 1 or not starts_sentence(text, words[0].start())
