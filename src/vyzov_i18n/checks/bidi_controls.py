"""Controls of the bidirectional algorithm (Unicode Standard Annex 9): overrides, embeddings and isolates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.checks.orthography import RIGHT_TO_LEFT
from vyzov_i18n.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.passages import Passage, Passages
    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

_CONTROL: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES: Final = "\u202d\u202e"
_EMBEDDINGS: Final = "\u202a\u202b"
_ISOLATES: Final = "\u2066\u2067\u2068"
_CLOSES: Final = {
    **dict.fromkeys(_ISOLATES, "\u2069"),
    **dict.fromkeys(_EMBEDDINGS + _OVERRIDES, "\u202c"),
}


def check_bidi_controls(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """Find overrides, controls without their partner and, in a film, embeddings; the source may have the same.

    Embeddings are a habit of editors of right-to-left languages: in other projects a warning there.
    """
    for passage in passages.with_match(_CONTROL):
        controls = _CONTROL.findall(passage.text)
        if controls != _CONTROL.findall(passage.unit.source):
            yield from _check_passage(subject, passage)


def _check_passage(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    unpaired = set(_find_unpaired(passage.text))
    for found in _CONTROL.finditer(passage.text):
        reason = None
        if found[0] in _OVERRIDES:
            reason = "turns every letter after it around"
        elif found.start() in unpaired:
            reason = "has no partner in the text, and reorders what follows it"
        elif found[0] in _EMBEDDINGS and subject.domain:
            reason = "is an embedding, which reorders its neighbours; an isolate does not"
        if reason:
            start = passage.start + found.start()
            message = f"the bidirectional control U+{ord(found[0]):04X} {reason}"
            finding = subject.find("bidi-control", passage.unit, message, start, start + 1)
            is_habit = found[0] in _EMBEDDINGS and subject.language in RIGHT_TO_LEFT and not subject.domain
            yield msgspec.structs.replace(finding, severity=Severity.WARNING) if is_habit else finding


def _find_unpaired(text: str) -> Iterator[int]:
    opened: list[tuple[str, int]] = []
    for found in _CONTROL.finditer(text):
        if found[0] in _CLOSES:
            opened.append((_CLOSES[found[0]], found.start()))
        elif opened and opened[-1][0] == found[0]:
            opened.pop()
        else:
            yield found.start()
    yield from (start for _, start in opened)
