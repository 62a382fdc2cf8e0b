"""Translations in a film folder against the facts of the film: names, numbers and dates that are not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vyzov_i18n.checks.entry_facts import EntryFacts
from vyzov_i18n.checks.fact_names import NameCheck, concept_of
from vyzov_i18n.checks.fact_quantities import QuantityCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the catalogs of a film against its facts; those of other projects have none."""
    film, rendering = subject.film, subject.rendering
    if film is None or rendering is None:
        return
    facts = EntryFacts(film)
    names = NameCheck(subject, rendering, film, facts)
    quantities = QuantityCheck(subject, rendering, facts)
    concepts = {concept for concept, _ in film.concepts()}
    for unit in subject.units:
        concept = concept_of(unit.entry.context or "", concepts)
        if concept is not None:
            yield from names.check_name(unit, concept)
        elif subject.is_messages:
            yield from names.check_sentence(unit)
            yield from quantities.check(unit)
