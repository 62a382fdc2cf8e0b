"""Concepts gathered from rows, each of which tells a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vyzov_i18n.termbase.interchange.model import ConceptRecord, TermRecord
from vyzov_i18n.termbase.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Collector:
    """Gathers concepts; those with the same id are one."""

    __slots__ = ("_concepts", "_known", "_terms")

    def __init__(self) -> None:
        self._concepts: dict[str, dict[str, Any]] = {}
        self._terms: dict[str, dict[str, list[dict[str, Any]]]] = {}
        self._known: set[tuple[str, str, str]] = set()

    def add_concept(self, concept_id: str, fields: Mapping[str, Any], line: int) -> None:
        """Add what is told of a concept; what is known of it already stays."""
        known = self._concepts.setdefault(concept_id, {"line": line})
        known |= {name: value for name, value in fields.items() if name not in known}
        self._terms.setdefault(concept_id, {})

    def add_term(self, concept_id: str, locale: str, fields: dict[str, Any]) -> None:
        """Add a term of a concept."""
        self._terms[concept_id].setdefault(locale, []).append(fields)
        self._known.add((concept_id, locale, fields["text"]))

    def add_translations(self, concept_id: str, terms: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Add the terms of a row, one of each language in turn, the target last; those already there stay as they are.

        A status that is not the preferred one is that of the target, or of the only term that is new: the other one
        stands there only to be translated.
        """
        new = [(locale, term) for locale, term in terms if (concept_id, locale, term["text"]) not in self._known]
        for place, (locale, fields) in enumerate(new, 1):
            if place < len(new) and fields.get("status") is not Status.PREFERRED:
                fields.pop("status", None)
            self.add_term(concept_id, locale, fields)

    def concepts(self) -> Iterator[ConceptRecord]:
        """The concepts in the order they came."""
        for concept_id, fields in self._concepts.items():
            terms = {locale: settle(given) for locale, given in self._terms[concept_id].items()}
            yield ConceptRecord(id=concept_id, terms=terms, **fields)


def settle(terms: Iterable[Mapping[str, Any]]) -> tuple[TermRecord, ...]:
    """Terms of one language from their fields, each with a status: where none is preferred, the first without one is.

    All others without a status are admitted.
    """
    given = list(terms)
    is_open = all(fields.get("status") is not Status.PREFERRED for fields in given)
    settled = []
    for fields in given:
        default = Status.PREFERRED if is_open else Status.ADMITTED
        is_open = is_open and "status" in fields
        settled.append(TermRecord(**{"status": default, **fields}))
    return tuple(settled)
