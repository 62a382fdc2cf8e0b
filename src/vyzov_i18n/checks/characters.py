"""Characters that a reader cannot see, or takes for others: look-alikes, invisible and control ones, mojibake."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.checks.bidi_controls import check_bidi_controls
from vyzov_i18n.checks.look_alike_letters import check_look_alikes
from vyzov_i18n.checks.mojibake import check_mojibake
from vyzov_i18n.checks.orthography import RIGHT_TO_LEFT, USING_JOINERS, USING_ZERO_WIDTH_SPACES
from vyzov_i18n.checks.passages import MASK, passages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.passages import Passage
    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

_DIRECTION_MARKS: Final = "\u061c\u200e\u200f"


class _Unwanted(msgspec.Struct, frozen=True):
    """Characters that have no place in a translation, but in `languages` and where the source has them too."""

    rule: str
    pattern: re.Pattern[str]
    reason: str
    languages: frozenset[str] = frozenset()
    suggestion: str | None = None


_UNWANTED: Final = (
    _Unwanted("control-character", re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]"), "a control character"),
    _Unwanted("replacement-character", re.compile("\ufffd+"), "what stood here was lost in a conversion"),
    _Unwanted(
        "private-use-character",
        re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"),
        "no standard says what this character is",
    ),
    _Unwanted("soft-hyphen", re.compile("\u00ad"), "a soft hyphen, which hides the word from searches"),
    _Unwanted(
        "invisible-character",
        re.compile("[\u200c\u200d](?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff].)"),
        "an invisible character",
        USING_JOINERS | USING_ZERO_WIDTH_SPACES,
        "",
    ),
    _Unwanted("invisible-character", re.compile("\u200b"), "an invisible character", USING_ZERO_WIDTH_SPACES, ""),
    _Unwanted(
        "invisible-character", re.compile("[\u034f\u180e\u2061-\u2064\ufeff]"), "an invisible character", suggestion=""
    ),
    _Unwanted("invisible-character", re.compile(f"[{_DIRECTION_MARKS}]"), "a direction mark", RIGHT_TO_LEFT, ""),
)
_ANY_UNWANTED: Final = re.compile(
    "[\x01-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2061-\u2064\ue000-\uf8ff\ufeff\ufffd"
    "\U000f0000-\U0010fffd]"
)
_RIGHT_TO_LEFT_LETTER: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WORD: Final = re.compile(rf"[^\s{MASK}]+")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the characters of the translations."""
    passages = passages_of(subject)
    for passage in passages.with_match(_ANY_UNWANTED):
        yield from _check_unwanted(subject, passage)
    if passages.text.isascii():
        return
    yield from check_bidi_controls(subject, passages)
    yield from check_look_alikes(subject, passages)
    yield from check_mojibake(subject, passages)
    if not unicodedata.is_normalized("NFC", passages.text):
        for passage in passages.that(lambda text: not unicodedata.is_normalized("NFC", text)):
            yield from _check_normalization(subject, passage)


def _check_unwanted(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    for unwanted in _UNWANTED:
        if subject.language in unwanted.languages:
            continue
        for found in unwanted.pattern.finditer(passage.text):
            if found[0] in passage.unit.source or _is_direction_mark_in_place(found[0], passage.text):
                continue
            start, end = passage.start + found.start(), passage.start + found.end()
            message = f"{describe(found[0][0])}: {unwanted.reason}"
            yield subject.find(unwanted.rule, passage.unit, message, start, end, suggestion=unwanted.suggestion)


def _is_direction_mark_in_place(character: str, text: str) -> bool:
    return character in _DIRECTION_MARKS and _RIGHT_TO_LEFT_LETTER.search(text) is not None


def _check_normalization(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    """Letters that are taken apart though there is one character for them; another order of marks is let be."""
    for found in _WORD.finditer(passage.text):
        composed = unicodedata.normalize("NFC", found[0])
        if len(composed) < len(found[0]):
            start, end = passage.start + found.start(), passage.start + found.end()
            message = "a letter and its mark are two characters where Unicode has one (NFC)"
            yield subject.find("decomposed-letter", passage.unit, message, start, end, suggestion=composed)


def describe(character: str) -> str:
    """A character by its number and its name in Unicode."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"
