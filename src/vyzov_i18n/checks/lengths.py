"""Sentences against the lengths of the summaries that they are for, with the values that the film gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Find sentences that are longer than a whole summary may be."""
    rendering = subject.rendering if subject.is_messages else None
    if rendering is None or not rendering.long_sentences:
        return
    units = {(unit.entry.context, unit.entry.message, unit.target): unit for unit in subject.units}
    for sentence in rendering.long_sentences:
        origin = sentence.origin
        unit = units.get((origin.context, origin.msgid, sentence.message))
        if unit and origin.domain == subject.domain and origin.path == subject.catalog.path:
            limit = f"a {sentence.summary} summary has {sentence.limit} at most"
            yield subject.find("long-sentence", unit, f"the sentence has {sentence.size} characters; {limit}")
