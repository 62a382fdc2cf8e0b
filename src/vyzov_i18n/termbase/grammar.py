"""What a language's lexicon tells of the words around names: quotation marks, class words, what prepositions govern."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.termbase.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vyzov_i18n.catalogs.lexicon import Lexicon

_CATEGORY: Final = "category/"
_PREPOSITION: Final = "preposition/"


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """The grammar of one locale as far as names need it.

    `quotation_marks` are the outer opening and closing mark, then the inner ones. `required_quotes` are the categories
    whose names never stand without them in running text. `class_words` are, by category, the folded words for what a
    thing is; `government` the cases that a folded preposition governs.
    """

    locale: str
    cases: tuple[str, ...] = ()
    quotation_marks: tuple[str, ...] = ()
    required_quotes: frozenset[str] = frozenset()
    class_words: Mapping[str, frozenset[str]] = {}
    government: Mapping[str, frozenset[str]] = {}


def read_grammar(locale: str, lexicon: Lexicon) -> Grammar:
    """The grammar that the catalogs of a lexicon hold."""
    return Grammar(
        locale=locale,
        cases=lexicon.cases,
        quotation_marks=lexicon.quotation_marks,
        required_quotes=lexicon.required_quotes,
        class_words={
            concept.removeprefix(_CATEGORY): _class_words(lexicon, concept) for concept in lexicon.concepts(_CATEGORY)
        },
        government={
            fold(concept.removeprefix(_PREPOSITION)): frozenset(
                (lexicon.word(f"government|{concept}") or "").split(),
            )
            for concept in lexicon.concepts(_PREPOSITION)
        },
    )


def _class_words(lexicon: Lexicon, concept: str) -> frozenset[str]:
    """The folded forms of the words for a category."""
    return frozenset(fold(form) for form in (lexicon.word(f"class-words|{concept}") or "").split())
