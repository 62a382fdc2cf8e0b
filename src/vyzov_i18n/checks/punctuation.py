"""Dashes, dots, and the punctuation at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.orthography import DASHES, QUOTATION_MARKS, WITHOUT_END_PUNCTUATION
from vyzov_i18n.checks.passages import DIGIT, MASK, Passage, find_in_passage, masked_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vyzov_i18n.checks.passages import Passages
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic

_HYPHEN: Final = re.compile(
    r" - (?:(?<=[^\W\d_]...)(?=[^\W\d_«„“(])"
    rf"|(?<=[)»“”…!?{MASK}]...)(?=[^\W\d_«„“(])|(?<=[^\W\d_)»]...)(?={MASK}))"
)
_RANGE: Final = re.compile(r"(?<![\w.,+-])\d+(-)\d+(?![\w-])")
_PARTIAL_DATE: Final = re.compile(r"\d{4}-\d\d")
_THREE_DOTS: Final = re.compile(r"\.\.\.(?<![./\\]...)(?![./\\])")
_CLOSERS: Final = " \t\n\r\u00a0\u200e\u200f\"'»”“’›)]}）」』”*_`|"
_KINDS: Final = {
    **dict.fromkeys(".。．｡।॥۔።။។៕։᠃", "a full stop"),
    **dict.fromkeys("…⋯", "an ellipsis"),
    **dict.fromkeys(":：፥፦៖᠄", "a colon"),
    **dict.fromkeys("?？؟፧", "a question mark"),
    **dict.fromkeys("!！", "an exclamation mark"),
}
_GREEK: Final = {";": "a question mark", "\u037e": "a question mark"}
_AFTER_WORDS: Final = _CLOSERS + "".join(_KINDS)
_LONGEST_ABBREVIATION: Final = 3
_SPOKEN_OF: Final = re.compile(r"(?:[(\[„]|(?<![^\s(\[])[“‘«]).\Z")  # a mark that the text speaks of: “:”, not „a“:
_MARKS_OF_ACCELERATORS: Final = ("_", "&")
_MINOR: Final = frozenset({"a full stop", "an exclamation mark", ""})


def check_punctuation(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """Check hyphens that should be dashes, and dots that should be an ellipsis."""
    dash = DASHES.get(subject.language or "")
    if dash or (subject.domain and subject.language in QUOTATION_MARKS):
        for passage, found in passages.search(_HYPHEN):
            if subject.domain or not re.search(r"\s-\s", passage.unit.source):
                message = "a hyphen stands where a dash should"
                yield find_in_passage(
                    subject,
                    "hyphen-as-dash",
                    passage,
                    found.span(),
                    message,
                    suggestion=dash,
                    is_minor=not subject.domain,
                )
    if subject.domain:
        for passage, found in passages.search(_RANGE):
            if not _PARTIAL_DATE.fullmatch(found[0]):
                message = "a hyphen stands between the ends of a range"
                yield find_in_passage(subject, "hyphen-in-range", passage, found.span(1), message, suggestion="–")
    for passage, found in passages.search(_THREE_DOTS):
        if subject.domain or "…" in passage.unit.source:
            yield find_in_passage(
                subject, "three-dots", passage, found.span(), "three dots instead of an ellipsis", suggestion="…"
            )


def check_ends(subject: Subject) -> Iterator[Diagnostic]:
    """Check that translations end with the punctuation of their sources, each in its script."""
    if subject.language in WITHOUT_END_PUNCTUATION:
        return
    kinds = _KINDS | _GREEK if subject.language == "el" else _KINDS
    for unit in subject.units:
        if subject.is_messages:
            yield from _check_message_ends(subject, unit, kinds)
        elif _may_differ(unit.source[-1], unit.target[-1]) and (
            _kind_of(unit.source, kinds) != _kind_of(unit.target, kinds)
        ):
            yield from _compare_ends(subject, Passage(unit, 0, unit.target), unit.source, kinds)


def _may_differ(source: str, target: str) -> bool:
    """Whether texts with these last characters need a closer look; most do not."""
    if source.isalnum() and target.isalnum():
        return False
    return source != target or source == "." or source in _CLOSERS


def _check_message_ends(subject: Subject, unit: Unit, kinds: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Each pattern has to end as some pattern of the source does."""
    sources, targets = _patterns(subject, unit.source), _patterns(subject, unit.target)
    known = {_kind_of(source, kinds) for _, source in sources}
    for start, target in targets:
        if sources and _kind_of(target, kinds) not in known and not target.endswith((MASK, DIGIT)):
            yield from _compare_ends(subject, Passage(unit, start, target), sources[0][1], kinds)


def _patterns(subject: Subject, text: str) -> list[tuple[int, str]]:
    model = subject.model(text)
    return (
        [(variant.pattern.start, masked_pattern(variant.pattern, text)) for variant in model.variants] if model else []
    )


def _compare_ends(subject: Subject, passage: Passage, source: str, kinds: Mapping[str, str]) -> Iterator[Diagnostic]:
    wanted, found = _kind_of(source, kinds), _kind_of(passage.text, kinds)
    is_minor = {wanted, found} <= _MINOR
    if is_minor and not (source.count(" ") > 1 and _ends_with_word(source) and _ends_with_word(passage.text)):
        return
    end = len(passage.text.rstrip(_CLOSERS))
    if end:
        message = f"the source ends with {wanted or 'no punctuation'}, the translation with {found or 'none'}"
        yield find_in_passage(
            subject,
            "changed-end-punctuation",
            passage,
            (end - 1, end),
            message,
            is_minor=is_minor and not subject.domain,
        )


def _ends_with_word(text: str) -> bool:
    """Whether the last word is longer than most abbreviations, whose full stop belongs to them."""
    word = text.rstrip(_AFTER_WORDS).rpartition(" ")[2]
    return len(word) > _LONGEST_ABBREVIATION and "." not in word


def _kind_of(text: str, kinds: Mapping[str, str]) -> str:
    """The punctuation that a text ends with, inside or outside of quotation marks and brackets."""
    bare = text.rstrip(_CLOSERS)
    if bare[-2:-1] in _MARKS_OF_ACCELERATORS and text.endswith(")"):  # …: (_S), as scripts without capitals have it
        bare = bare[:-3].rstrip(_CLOSERS)
    if bare.endswith("..."):
        return "an ellipsis"
    return "" if _SPOKEN_OF.search(bare, max(0, len(bare) - 3)) else kinds.get(bare[-1:], "")
