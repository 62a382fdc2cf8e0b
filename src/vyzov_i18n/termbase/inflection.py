"""Names that are right and stand in the wrong case: after a preposition, or after the word for what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.termbase.contexts import OPENING_QUOTES
from vyzov_i18n.termbase.folding import fold, fold_word
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.model import Status
from vyzov_i18n.termbase.similarity import distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.termbase.grammar import Grammar
    from vyzov_i18n.termbase.model import Form, Match

_FAR: Final = 60
_WORD: Final = r"\w+(?:-\w+)*"
_BEFORE: Final = re.compile(
    rf"(?:(?:({_WORD})\s+)?({_WORD})\s+)?({_WORD})[\s\u2060]+([{OPENING_QUOTES}]?)[*_\u2060]*\Z"
)


def check_case(text: str, match: Match, grammar: Grammar) -> Issue | None:
    """What is wrong with the case of a name found in a text of that grammar's language."""
    cases = {form.case for form in match.forms}
    if not grammar.cases or match.term.status is Status.FORBIDDEN or None in cases:
        return None
    found = _BEFORE.search(text, max(0, match.start - _FAR), match.start)
    if found is None:
        return None
    word, quote = found[3], found[4]
    governor = _find_governor(found.groups()[:3], grammar)
    if quote and match.term.is_quoted and fold_word(word) in grammar.class_words.get(match.term.kind, ()):
        wanted = frozenset(grammar.cases[:1])
        reason = f"after “{word}” the name stays as it is"
    elif governor is not None:
        wanted = grammar.government[governor]
        reason = f"“{governor}” wants the {' or '.join(case for case in grammar.cases if case in wanted)}"
    else:
        return None
    if match.is_quoted and grammar.cases[0] in cases and "accusative" in wanted and _names_somebody(match):
        return None  # a title may stand as a thing where its word would name somebody: на «Холоп»
    return None if cases & wanted else _issue(match, wanted, reason)


def _names_somebody(match: Match) -> bool:
    """Whether the word of a title is animate: its accusative is its genitive."""
    accusative, genitive = (match.term.form(case) for case in ("accusative", "genitive"))
    return accusative is not None and genitive is not None and accusative.text == genitive.text


def _find_governor(words: Sequence[str | None], grammar: Grammar) -> str | None:
    """What governs a name after these words: the longest that the grammar knows ("вместе с" before "с")."""
    known = [fold_word(word) for word in words if word]
    phrases = (" ".join(known[first:]) for first in range(len(known)))
    return next((phrase for phrase in phrases if phrase in grammar.government), None)


def _issue(match: Match, wanted: frozenset[str], reason: str) -> Issue:
    texts = {form.text for case in wanted if (form := _form_like(match, case))}
    suggestion = next(iter(texts)) if len(texts) == 1 else None
    return Issue(
        rule="wrong-case",
        start=match.start,
        end=match.end,
        message=f"“{match.text}” stands in the wrong case: {reason}",
        concept=match.concept,
        help=f"write “{suggestion}”" if suggestion else f"right are {', '.join(sorted(texts))}",
        suggestion=suggestion,
    )


def _form_like(match: Match, case: str) -> Form | None:
    """The form of that case that is most like the one in the text: of as many words, of the same given name."""
    first = match.forms[0]
    words = fold(first.text).split()
    forms = [form for form in match.term.forms if form.case == case and form.usage is first.usage]
    forms = [form for form in forms if form.number == first.number] or forms
    alike = [form for form in forms if len(form.text.split()) == len(words)] or forms
    return min(
        alike,
        key=lambda form: distance(fold(form.text).split()[: len(words)], words[: len(form.text.split())]),
        default=None,
    )
