"""Names that are right and stand in the wrong case: after a preposition, or after the word for what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.termbase.contexts import OPENING_QUOTES
from vyzov_i18n.termbase.folding import fold_word
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.model import Status

if TYPE_CHECKING:
    from vyzov_i18n.termbase.grammar import Grammar
    from vyzov_i18n.termbase.model import Match

_FAR: Final = 60
_BEFORE: Final = re.compile(rf"(\w+(?:-\w+)*)[\s\u2060]+([{OPENING_QUOTES}]?)[*_\u2060]*\Z")


def check_case(text: str, match: Match, grammar: Grammar) -> Issue | None:
    """What is wrong with the case of a name found in a text of that grammar's language."""
    cases = {form.case for form in match.forms}
    if not grammar.cases or match.term.status is Status.FORBIDDEN or None in cases:
        return None
    found = _BEFORE.search(text, max(0, match.start - _FAR), match.start)
    if found is None:
        return None
    word, quote = fold_word(found[1]), found[2]
    if quote and match.term.is_quoted and word in grammar.class_words.get(match.term.kind, ()):
        wanted = frozenset(grammar.cases[:1])
        reason = f"after “{found[1]}” the name stays as it is"
    elif word in grammar.government:
        wanted = grammar.government[word]
        reason = f"“{found[1]}” wants the {' or '.join(case for case in grammar.cases if case in wanted)}"
    else:
        return None
    return None if cases & wanted else _issue(match, wanted, reason)


def _issue(match: Match, wanted: frozenset[str], reason: str) -> Issue:
    first = match.forms[0]
    texts = {
        form.text
        for case in wanted
        if (form := match.term.form(case, first.number, first.usage) or match.term.form(case, usage=first.usage))
    }
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
