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
    thing is; `government` the cases that a folded preposition governs,
    `function_words` folded frequent words that are no names.
    """

    locale: str
    cases: tuple[str, ...] = ()
    quotation_marks: tuple[str, ...] = ()
    required_quotes: frozenset[str] = frozenset()
    class_words: Mapping[str, frozenset[str]] = {}
    government: Mapping[str, frozenset[str]] = {}
    function_words: frozenset[str] = frozenset()


def read_grammar(locale: str, lexicon: Lexicon) -> Grammar:
    """The grammar that the catalogs of a lexicon hold."""
    return Grammar(
        locale=locale,
        cases=lexicon.cases,
        quotation_marks=lexicon.quotation_marks,
        required_quotes=lexicon.required_quotes,
        class_words={
            concept.removeprefix(_CATEGORY): _words(lexicon, f"class-words|{concept}")
            for concept in lexicon.concepts(_CATEGORY)
        },
        government={
            fold(concept.removeprefix(_PREPOSITION)): _words(lexicon, f"government|{concept}")
            for concept in lexicon.concepts(_PREPOSITION)
        },
        function_words=_words(lexicon, "function-words|language"),
    )


def _words(lexicon: Lexicon, context: str) -> frozenset[str]:
    """The folded words of an entry."""
    return frozenset(fold(word) for word in (lexicon.word(context) or "").split())
