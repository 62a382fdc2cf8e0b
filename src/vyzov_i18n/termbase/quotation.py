"""Quotation marks around names: missing where the language wants them, or those of another language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.termbase.contexts import CLOSING_QUOTES, OPENING_QUOTES, class_word
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.model import Status, Usage

if TYPE_CHECKING:
    from vyzov_i18n.termbase.grammar import Grammar
    from vyzov_i18n.termbase.model import Match

_STRAIGHT: Final = "\"'＂"
_OPENING: Final = re.compile(f"([{OPENING_QUOTES}])[ \u00a0\u202f]?\\Z")
_CLOSING: Final = re.compile(f"[ \u00a0\u202f]?([{CLOSING_QUOTES}])")
_ALONE_BEFORE: Final = re.compile(r"(?:\A|[\n\r:|\t>#•])[ \t\u2060]*(?:[-–—*] )?\Z")
_ALONE_AFTER: Final = re.compile(r"[ \t\u2060]*(?:\Z|[\n\r|\t(,;/])")
_FAR: Final = 80


def check_quotation(text: str, match: Match, grammar: Grammar) -> Issue | None:
    """What is wrong with the quotation marks of a name found in a text of that grammar's language."""
    term = match.term
    if not (term.is_quoted and match.forms[0].usage is Usage.FULL and term.status is not Status.FORBIDDEN):
        return None
    if not match.is_quoted:
        is_required = term.kind in grammar.required_quotes and term.status is Status.PREFERRED
        return _missing(text, match, grammar) if is_required else None
    return _wrong(text, match, grammar)


def _missing(text: str, match: Match, grammar: Grammar) -> Issue | None:
    if _is_inside_quotes(text, match.start) or _stands_alone(text, match):
        return None
    if (
        match.term.contexts
        and match.term.kind != "film"
        and not class_word(match.term, text, match.start, match.end, grammar)
    ):
        return None  # деревня Звезда
    opening, closing = grammar.quotation_marks[:2]
    return Issue(
        rule="missing-quotation-marks",
        start=match.start,
        end=match.end,
        message=f"“{match.text}” stands without quotation marks",
        concept=match.concept,
        suggestion=f"{opening}{match.text}{closing}",
    )


def _wrong(text: str, match: Match, grammar: Grammar) -> Issue | None:
    before = _OPENING.search(text, max(0, match.start - 2), match.start)
    after = _CLOSING.match(text, match.end)
    if before is None or after is None:
        return None
    opening, closing, start, end = before[1], after[1], before.start(), after.end()
    marks = [mark.strip() for mark in grammar.quotation_marks]
    is_own = opening in marks[::2] and closing in marks[1::2]
    is_outer = opening == marks[0] or not grammar.required_quotes
    if is_own and (is_outer or _is_inside_quotes(text, start)):
        return None
    if opening in _STRAIGHT and not grammar.required_quotes:
        return None  # plain text of a language that has them in plain text
    right_opening, right_closing = grammar.quotation_marks[:2]
    return Issue(
        rule="wrong-quotation-marks",
        start=start,
        end=end,
        message=f"the language writes {right_opening}{match.text}{right_closing}",
        concept=match.concept,
        suggestion=f"{right_opening}{match.text}{right_closing}",
    )


def _is_inside_quotes(text: str, start: int) -> bool:
    """Whether what starts there is a part of something in quotation marks: «Международный проект Вызов»."""
    before = text[max(0, start - _FAR) : start].rpartition("\n")[2]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in ("«»", "„“", "“”"))


def _stands_alone(text: str, match: Match) -> bool:
    """Whether it is a heading, a table's cell or a value after its label, where no quotation marks are needed."""
    before = _ALONE_BEFORE.search(text, max(0, match.start - _FAR), match.start)
    return bool(before and _ALONE_AFTER.match(text, match.end))
