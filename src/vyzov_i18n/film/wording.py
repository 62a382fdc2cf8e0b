"""The words of `film.toml` that translators translate: the entries of the gettext domain `film`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from vyzov_i18n.film.facts import TextFact
from vyzov_i18n.film.model import ORIGINAL_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.film.concepts import Concept
    from vyzov_i18n.film.facts import Fact
    from vyzov_i18n.film.model import FilmFacts, Line


class Wording(msgspec.Struct, frozen=True):
    """One entry: its context (a concept id, `claim/…`, `label/…` or `line/…`), its English text, its comments."""

    context: str
    text: str
    comments: tuple[str, ...] = ()


def wordings(film: FilmFacts) -> Iterator[Wording]:
    """Every name, label, statement and line of a film, in the order of the file."""
    for concept_id, concept in film.concepts():
        yield Wording(concept_id, concept.name, _comments(film, concept.note, concept.sources))
        yield from _other_names(concept_id, concept)
    if film.original_title is not None:
        yield from _other_names(ORIGINAL_TITLE, film.original_title)
    for fact_id, fact in film.fact.items():
        yield from _of_fact(film, fact_id, fact)
    for line in film.line:
        yield Wording(f"line/{line.id}", line.text, _line_comments(line))


def claim_context(fact_id: str) -> str:
    """The context of the statements of a fact."""
    return f"claim/{fact_id}"


def _other_names(concept_id: str, concept: Concept) -> Iterator[Wording]:
    for other in concept.other_names:
        if other.note:
            yield Wording(f"note/{concept_id}", other.note, (f"Note on the name “{other.name}”.",))


def _of_fact(film: FilmFacts, fact_id: str, fact: Fact) -> Iterator[Wording]:
    if fact.label:
        yield Wording(f"label/{fact_id}", fact.label, ("Label in a table of facts.",))
    for claim in fact.claims:
        if isinstance(fact, TextFact):
            yield Wording(claim_context(fact_id), str(claim.value), _comments(film, fact.note, claim.sources))
        if claim.note:
            yield Wording(f"note/{fact_id}", claim.note, ("Note on one of the claims of this fact.",))


def _comments(film: FilmFacts, note: str | None, sources: Iterable[str]) -> tuple[str, ...]:
    named = ", ".join(film.source[name].publisher or f"“{film.source[name].title}”" for name in sources)
    return tuple(comment for comment in (note, f"Source: {named}" if named else None) if comment)


def _line_comments(line: Line) -> tuple[str, ...]:
    *others, last = (length.value for length in line.lengths)
    use = f"Sentence of the {', '.join(others)} and {last} summaries." if others else f"Sentence of the {last} summary."
    return (use, line.note) if line.note else (use,)
