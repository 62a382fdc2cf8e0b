"""Check a text, or a text with its translation, against a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vyzov_i18n.termbase.folding import fold
from vyzov_i18n.termbase.inflection import check_case
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.misnamings import Misnamings
from vyzov_i18n.termbase.model import PartOfSpeech, Status, Usage
from vyzov_i18n.termbase.names import Names
from vyzov_i18n.termbase.quotation import check_quotation
from vyzov_i18n.termbase.similarity import is_near, needs_no_yo, romanization_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import Match, Term

_ASIDE: Final = 20
_VARIANT: Final = 2  # letters in which two spellings of one name differ at most


class TextChecker:
    """Checks texts in one locale of a glossary."""

    def __init__(self, glossary: Glossary, locale: str) -> None:
        self.glossary = glossary
        self.locale = locale
        self._grammar = glossary.grammars[locale]
        self._names = Names(glossary, locale)

    def check(self, text: str, *, introduced: set[str] | None = None) -> list[Issue]:
        """What is wrong with the names and terms of a text, in their order.

        `introduced` are the concepts named so far, for a text that comes in parts.
        """
        matches = self.glossary.find(text, introduced=introduced, locale=self.locale)
        own = [match for match in matches if match.locale == self.locale]
        issues = [
            *(issue for match in matches if (issue := self._check_status(match))),
            *(issue for match in own if (issue := self._check_yo(match))),
            *(issue for match in own if (issue := check_case(text, match, self._grammar))),
            *(issue for match in own if (issue := check_quotation(text, match, self._grammar))),
            *_mixed_variants(text, own),
            *Misnamings(self._names, text, matches).find(),
        ]
        return sorted(issues, key=lambda issue: (issue.start, issue.end, issue.rule))

    def _check_yo(self, match: Match) -> Issue | None:
        spellings = [meaning.form.text for meaning in self.glossary.lookup(match.text)]
        if match.look_alike or not needs_no_yo(match.text, spellings):
            return None
        message = f"“{match.text}” is written with an е"
        return _about(match, "wrong-name", message, match.forms[0].text)

    def _check_status(self, match: Match) -> Issue | None:
        preferred = self.glossary.concept(match.concept).preferred(match.locale)
        right = _in_same_form(match, preferred) if preferred else None
        if match.look_alike:
            own = next(form.text for form in match.forms)
            return _about(match, "look-alike", f"“{match.text}” has letters of another script", own)
        if match.status is Status.FORBIDDEN:
            return _about(match, "forbidden-term", _told(f"“{match.text}” is wrong", match.term), right)
        if match.status is Status.DEPRECATED:
            return _about(match, "deprecated-term", _told(f"“{match.text}” is better not used", match.term), right)
        return None


def missing_terms(
    glossary: Glossary,
    source: Sequence[Match],
    target: Iterable[Match],
    *,
    target_locale: str,
    told: Collection[str] = (),
) -> Iterator[tuple[Match, Term]]:
    """The terms of a source text that its translation lacks in every form, each once, with the term that is missing.

    `told` are concepts of which the translation has something else wrong already.
    """
    present = {match.concept for match in target} | set(told)
    for match in source:
        concept = glossary.concept(match.concept)
        preferred = concept.preferred(target_locale)
        if preferred is None or match.concept in present or match.locale == target_locale:
            continue
        if (
            match.term.part_of_speech is not PartOfSpeech.ADJECTIVE
            and preferred.part_of_speech is not PartOfSpeech.ADJECTIVE
        ):
            present.add(match.concept)
            yield match, preferred


def _mixed_variants(text: str, matches: Iterable[Match]) -> Iterator[Issue]:
    """Names that a text spells in two ways that a glossary admits: each of those that are not the preferred one."""
    used: dict[str, dict[str, Match]] = {}
    for match in matches:
        if match.status in (Status.PREFERRED, Status.ADMITTED) and match.forms[0].usage is not Usage.GIVEN:
            used.setdefault(match.concept, {}).setdefault(match.term.text, match)
    for spellings in used.values():
        first = next(iter(spellings.values()))
        for match in list(spellings.values())[1:]:
            is_aside = "(" in text[max(0, match.start - _ASIDE) : match.start]  # (also Milos Bikovic)
            if _is_same_name(first.term.text, match.term.text) and not is_aside:
                message = f"“{match.text}” stands beside “{first.text}” for the same"
                kept = first if first.status is Status.PREFERRED else match
                other = match if kept is first else first
                yield _about(other, "mixed-variants", message, _in_same_form(other, kept.term))


def _is_same_name(name: str, other: str) -> bool:
    one, two = (fold(text).replace("-", " ") for text in (name, other))
    return one != two and (romanization_key(one) == romanization_key(two) or is_near(one, two, _VARIANT))


def _in_same_form(match: Match, term: Term) -> str | None:
    form = match.forms[0]
    found = term.form(form.case, form.number, form.usage) or (term.forms[0] if form.case is None else None)
    return found.text if found else None


def _about(match: Match, rule: str, message: str, suggestion: str | None) -> Issue:
    right = suggestion or match.term.text
    return Issue(
        rule=rule,
        start=match.start,
        end=match.end,
        message=message,
        concept=match.concept,
        help=f"write “{right}”",
        suggestion=suggestion,
    )


def _told(message: str, term: Term) -> str:
    return f"{message} ({term.note})" if term.note else message
