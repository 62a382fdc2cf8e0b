"""Quotation marks: straight ones, those of another language, those without a partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.orthography import QUOTATION_MARKS, USING_ZERO_WIDTH_SPACES
from vyzov_i18n.checks.passages import Passage, find_in_passage, mask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.passages import Passages
    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

# Not the gershayim of Hebrew abbreviations, nor a mark in quotation marks.
_GERSHAYIM: Final = "(?!(?<=[א-ת].)[א-ת](?![א-ת]))"
_STRAIGHT: Final = re.compile(f"\"{_GERSHAYIM}(?!(?<=[«„“‘'].)[»“”’'])")
_LONE: Final = re.compile(r"\"(?:(?<=\d.)|(?<=[\s(].)(?=[\s)]))")
_STRAIGHT_APOSTROPHE: Final = re.compile(r"'(?<=[^\W\d_].)(?=[^\W\d_])")
_WITH_OTHER_APOSTROPHES: Final = frozenset({"he", "uk"})
_TYPOGRAPHIC: Final = re.compile(f"[«»“„‟]|”{_GERSHAYIM}")
_CANDIDATE: Final = re.compile('[«»“”„‟"]')
_BEFORE_OPENING: Final = "([{/«„“‘‚—–-"
_AFTER_CLOSING: Final = re.compile(r"\Z|[\s)\]}/».,;:!?…”“’—–-]")


def check_quotation(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """Check the double quotation marks, and in a film the apostrophes."""
    pairs = QUOTATION_MARKS.get(subject.tag or "") or QUOTATION_MARKS.get(subject.language or "", ())
    for passage in passages.with_match(_CANDIDATE):
        straight = _straight_marks(passage.text)
        if _is_unbalanced(passage.text) and not _is_unbalanced(mask(passage.unit.source)):
            yield from _report_unbalanced(subject, passage)
        elif straight and (subject.domain or (pairs and _writes_typographic(passage.unit.source))):
            yield from _check_straight(subject, passage, straight, pairs)
        if pairs and subject.language not in USING_ZERO_WIDTH_SPACES:  # there no space tells opening from closing
            yield from _check_marks(subject, passage, pairs)
    if subject.domain and subject.language not in _WITH_OTHER_APOSTROPHES:
        for passage, found in passages.search(_STRAIGHT_APOSTROPHE):
            message = "a typewriter's apostrophe"
            yield find_in_passage(subject, "straight-quotes", passage, found.span(), message, suggestion="’")


def _check_straight(
    subject: Subject, passage: Passage, marks: list[re.Match[str]], pairs: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        start, end = opening.start(), closing.end()
        is_pair = _opens(passage.text, start) and _closes(passage.text, closing.start())
        inner = passage.unit.target[passage.start + start + 1 : passage.start + end - 1]
        suggestion = f"{pairs[0][0]}{inner}{pairs[0][1]}" if pairs and is_pair else None
        message = "typewriter's quotation marks"
        yield find_in_passage(
            subject,
            "straight-quotes",
            passage,
            (start, end),
            message,
            suggestion=suggestion,
            is_minor=subject.domain is None,
        )


def _check_marks(subject: Subject, passage: Passage, pairs: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Marks that stand where only an opening or only a closing one can, and are none of the language there."""
    for found in _TYPOGRAPHIC.finditer(passage.text):
        opens, closes = _opens(passage.text, found.start()), _closes(passage.text, found.start())
        if opens == closes:
            continue
        if all(found[0] != pair[0 if opens else 1] for pair in pairs):
            place = "before" if opens else "after"
            message = f"the language writes {pairs[0][0]}…{pairs[0][1]}, not {found[0]} {place} a quotation"
            yield find_in_passage(subject, "foreign-quotation-marks", passage, found.span(), message)


def _is_unbalanced(text: str) -> bool:
    marks = _TYPOGRAPHIC.findall(text)
    return len(marks) % 2 == 1 or marks.count("«") != marks.count("»") or len(_straight_marks(text)) % 2 == 1


def _straight_marks(text: str) -> list[re.Match[str]]:
    """The straight quotation marks; if they are odd, without those of inches or seconds and those spoken of."""
    marks = list(_STRAIGHT.finditer(text))
    return [mark for mark in marks if not _LONE.match(text, mark.start())] if len(marks) % 2 else marks


def _writes_typographic(text: str) -> bool:
    return '"' not in text and _TYPOGRAPHIC.search(text) is not None


def _report_unbalanced(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    straight = _straight_marks(passage.text)
    marks = straight if len(straight) % 2 else list(_TYPOGRAPHIC.finditer(passage.text))
    message = "one of the quotation marks lacks its partner"
    yield find_in_passage(subject, "unbalanced-quotes", passage, marks[-1].span(), message)


def _opens(text: str, at: int) -> bool:
    return _is_before_opening(text, at) and not _AFTER_CLOSING.match(text, at + 1)


def _closes(text: str, at: int) -> bool:
    return not _is_before_opening(text, at) and bool(_AFTER_CLOSING.match(text, at + 1))


def _is_before_opening(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
