"""Spaces: doubled ones, those before punctuation, those where a line must not break, those at the ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.orthography import DASHES, HIGH_PUNCTUATION, JOINING_NUMBERS, QUOTATION_MARKS
from vyzov_i18n.checks.passages import MASK, Passage, find_in_passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.passages import Passages
    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

_DOUBLE: Final = re.compile(r"  (?<=\S  )(?=\S)")  # more of them are layout
_LONGEST_LABEL: Final = 40
_LABEL: Final = re.compile(r"(?:^|\n)\s*+\S+(?: \S+)?[:=]\Z")
# Behind a mark that the text speaks of stands what it is about, or the next mark.
_BEFORE_LOW: Final = re.compile(rf" [,.،](?<=[\w)»”{MASK}] .)(?=\s|\Z)(?!\s++[{MASK},.:;!?،؟؛])")
_BEFORE_HIGH: Final = re.compile(r" [!?:;؟؛](?<=[^\W\d_] .)(?=\s|\Z)(?!\s++[,.:;!?،؟؛])")
_BREAKING_DASH: Final = re.compile(" (?<=\\S )(?=— )")
_BREAKING_NUMBER: Final = re.compile(r"(?<![\w.,\u00a0\u202f-])\d[\d.,\u00a0\u202f]*+( )(?=[^\W\d_]{3})")
_BREAKING_INITIALS: Final = re.compile(r"(?<!\w)[А-ЯЁІЇЄҐЎ]\.(?: ?[А-ЯЁІЇЄҐЎ]\.)?( )(?=[А-ЯЁІЇЄҐЎ][а-яёіїєґў])")
_BREAKING_HIGH: Final = re.compile(r" ([:;!?»])(?<=\S .)(?=[\s.,)»]|\Z)")
_BREAKING_GUILLEMET: Final = re.compile("« (?=\\S)")
_UNSPACED_HIGH: Final = re.compile(rf"([:;!?])(?<=[)»{MASK}].|[^\W\d_].)(?=\s|\Z)")
_NO_BREAK: Final = re.compile("[\u00a0\u202f]")
_OUTER: Final = " \t\u00a0"
_WIDE: Final = "：。，、！？）」』；"


def check_spaces(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """Check the spaces within the texts."""
    for passage, found in passages.search(_DOUBLE):
        if "  " not in passage.unit.source and not _is_column(passage.text, *found.span()):
            yield find_in_passage(subject, "double-space", passage, found.span(), "two spaces in a row", suggestion=" ")
    if subject.language in QUOTATION_MARKS:
        yield from _check_punctuation(subject, passages)
    if subject.language in HIGH_PUNCTUATION:
        yield from _check_high_punctuation(subject, passages)
    if subject.domain:
        yield from _check_no_breaks(subject, passages)


def _is_column(text: str, start: int, end: int) -> bool:
    """Whether the spaces stand between a label and its value, which may be aligned with those of other lines."""
    return text.startswith(MASK, end) and _LABEL.search(text, max(0, start - _LONGEST_LABEL), start) is not None


def _check_punctuation(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    patterns = (_BEFORE_LOW,) if subject.language in HIGH_PUNCTUATION else (_BEFORE_LOW, _BEFORE_HIGH)
    for pattern in patterns:
        for passage, found in passages.search(pattern):
            mark = found[0][1:]
            if found[0] not in passage.unit.source:
                message = f"a space before “{mark}”"
                yield find_in_passage(
                    subject, "space-before-punctuation", passage, found.span(), message, suggestion=mark
                )


def _check_high_punctuation(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """In other projects only where the catalog has no-break spaces at all: many do without."""
    if not subject.domain and not _NO_BREAK.search(passages.text):
        return
    spaces = HIGH_PUNCTUATION[subject.language or ""]
    patterns = (_BREAKING_HIGH, _UNSPACED_HIGH) if subject.domain else (_BREAKING_HIGH,)
    for pattern in patterns:
        for passage, found in passages.search(pattern):
            message = f"“{found[1]}” wants a no-break space before it"
            right = f"{spaces[found[1]]}{found[1]}"
            yield _report_break(subject, passage, found.span(), message, right)
    for passage, found in passages.search(_BREAKING_GUILLEMET):
        yield _report_break(subject, passage, found.span(), "“«” wants a no-break space after it", "«\u00a0")


def _check_no_breaks(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    if DASHES.get(subject.language or "", "").startswith("\u00a0"):
        for passage, found in passages.search(_BREAKING_DASH):
            yield _report_break(subject, passage, found.span(), "a line may begin with the dash", "\u00a0")
        for passage, found in passages.search(_BREAKING_INITIALS):
            yield _report_break(subject, passage, found.span(1), "a line may break after the initials", "\u00a0")
    if subject.language in JOINING_NUMBERS:
        for passage, found in passages.search(_BREAKING_NUMBER):
            message = "a line may break between the number and what it counts"
            yield _report_break(subject, passage, found.span(1), message, "\u00a0")


def _report_break(
    subject: Subject, passage: Passage, span: tuple[int, int], message: str, suggestion: str
) -> Diagnostic:
    is_minor = subject.domain is None
    return find_in_passage(
        subject, "missing-no-break-space", passage, span, message, suggestion=suggestion, is_minor=is_minor
    )


def check_outer_spaces(subject: Subject) -> Iterator[Diagnostic]:
    """Check that translations begin and end with a space where their sources do."""
    for unit in subject.units:
        source, target = unit.source, unit.target
        if (source[0] in _OUTER) != (target[0] in _OUTER) and not _is_layout(source[:2], target[:2]):
            message = _message("begins", source[0] in _OUTER)
            yield subject.find("changed-outer-space", unit, message, 0, 1)
        if (
            (source[-1] in _OUTER) != (target[-1] in _OUTER)
            and target[-1] not in _WIDE
            and not _is_layout(source[-2:], target[-2:])
        ):
            message = _message("ends", source[-1] in _OUTER)
            yield subject.find("changed-outer-space", unit, message, len(target) - 1, len(target))


def _is_layout(source: str, target: str) -> bool:
    """Whether one of them is moved into a column by several spaces."""
    return source.isspace() or target.isspace()


def _message(verb: str, is_in_source: bool) -> str:
    with_, other = ("the source", "the translation") if is_in_source else ("the translation", "the source")
    return f"{with_} {verb} with a space, {other} does not"
