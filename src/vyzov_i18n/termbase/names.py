"""The names of a glossary, ready to be told from what is nearly one of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vyzov_i18n.termbase.model import Category, Status
from vyzov_i18n.termbase.shapes import Cases, Shape
from vyzov_i18n.termbase.similarity import Likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.termbase.glossary import Glossary


class Reading(NamedTuple):
    """One word of a text as one word of a name: which, how near, in which cases."""

    shape: int
    position: int
    likeness: Likeness
    cases: Cases


class Names:
    """The names of one locale of a glossary, word by word.

    `shapes` are those of several words, `single` those of one. `read` tells what a folded word may be.
    """

    def __init__(self, glossary: Glossary, locale: str) -> None:
        grammar = glossary.grammars[locale]
        terms = [
            term
            for concept in glossary.concepts
            if concept.category is not Category.PHRASE
            for term in concept.terms.get(locale, ())
            if term.status in (Status.PREFERRED, Status.ADMITTED)
        ]
        shapes = [Shape(term, has_cases=bool(grammar.cases)) for term in terms]
        self.shapes = [shape for shape in shapes if shape.length > 1]
        self.single = [shape for shape in shapes if shape.length == 1 and shape.is_place_or_work]
        self.class_words = grammar.class_words
        self.government = grammar.government
        self.first_case = next(iter(grammar.cases), None)
        self.roles = [_roles(glossary, shape.term.concept) for shape in self.shapes]
        self.common = _common(self.shapes)
        self.read = lru_cache(maxsize=1 << 15)(self._read_word)
        self.read_single = lru_cache(maxsize=1 << 15)(self._read_single)

    def _read_word(self, word: str) -> tuple[Reading, ...]:
        """What a folded word may be."""
        return tuple(
            Reading(number, position, *found)
            for number, shape in enumerate(self.shapes)
            for position in range(shape.length)
            if (found := shape.read(word, position)) is not None
        )

    def _read_single(self, word: str) -> tuple[tuple[Shape, Likeness, Cases], ...]:
        """The names of one word that a folded word nearly is."""
        return tuple(
            (shape, *found)
            for shape in self.single
            if (found := shape.read(word, 0))
            and found[0] in (Likeness.ROMANIZATION, Likeness.MISSPELLING)
            and shape.is_told_apart([word])
        )


def _roles(glossary: Glossary, concept: str) -> frozenset[str]:
    """The terms that the definition of a concept uses: what a person is."""
    found = glossary.find(glossary.concept(concept).definition or "")
    return frozenset(match.concept for match in found if match.concept.startswith("term/"))


def _common(shapes: Sequence[Shape]) -> frozenset[int]:
    """The shapes of people whose surname is made of a given name: Иванов."""
    givens = {words[0] for shape in shapes if shape.is_person for _, words in shape.rows}
    made = re.compile(f"(?:{'|'.join(map(re.escape, givens))})(?:[оео]в|[oe]v|ин|in)[аa]?") if givens else None
    people = ((number, shape) for number, shape in enumerate(shapes) if shape.is_person)
    return frozenset(number for number, shape in people if made and made.fullmatch(shape.rows[0][1][-1]))
