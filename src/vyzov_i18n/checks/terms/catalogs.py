"""The names and terms of a catalog: each translation beside its source, and by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.runner import subject_of
from vyzov_i18n.checks.suppression import suppress
from vyzov_i18n.diagnostics.limits import shorten_quotes
from vyzov_i18n.messages.model import Text
from vyzov_i18n.termbase.checking import missing_terms
from vyzov_i18n.termbase.documentation import RULES
from vyzov_i18n.termbase.files import advice
from vyzov_i18n.termbase.languages import find_locale
from vyzov_i18n.termbase.model import Usage
from vyzov_i18n.termbase.translations import missing_issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.model import Catalog
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film
    from vyzov_i18n.termbase.files import Checkers
    from vyzov_i18n.termbase.issues import Issue
    from vyzov_i18n.termbase.model import Match

_MENTIONS: Final = (Usage.SURNAME, Usage.GIVEN)
_PLACEHOLDER: Final = "\ufffc"  # OBJECT REPLACEMENT CHARACTER: something stands there, and nothing reaches across it
_GAP: Final = "\n"


def check_catalog(catalog: Catalog, checkers: Checkers, film: Film | None = None) -> Iterator[Diagnostic]:
    """What is wrong with the names and terms of a catalog that was read, whose sources are in the first locale.

    A term in a source has to stand in its translation in some form, or as a variable. The entries that name the terms
    themselves are not held against them, nor is a lexicon. `film` is that of the folder the catalog stands in.
    """
    subject = subject_of(catalog, film)
    if subject.is_lexicon:
        return
    locale = find_locale(subject.tag, checkers.glossary.locales) if subject.tag else None
    if locale is None:
        message = f"the language {subject.tag!r} is none of the glossary ({', '.join(checkers.glossary.locales)})"
        yield subject.find_in_file("unchecked-language", message)
        return
    yield from suppress(subject, _Translations(subject, checkers, locale).check(), RULES.keys())


class _Translations:
    """The translations of one catalog."""

    def __init__(self, subject: Subject, checkers: Checkers, locale: str) -> None:
        self._subject = subject
        self._checker = checkers.of(locale)
        self._glossary = self._checker.glossary
        self._source, self._locale = checkers.glossary.locales[0], locale
        self._concepts = {concept.id for concept in self._glossary.concepts}
        self._by_variable: dict[str, set[str]] = {}
        for concept in self._concepts:
            self._by_variable.setdefault(concept.rpartition("/")[2], set()).add(concept)

    def check(self) -> Iterator[Diagnostic]:
        """The findings of every translation but those of the terms themselves."""
        for unit in self._subject.units:
            if self._subject.domain != "film" or unit.entry.context not in self._concepts:
                for issue in self._issues(unit):
                    yield self._finding(unit, issue)

    def _issues(self, unit: Unit) -> Iterator[Issue]:
        named = self._find(unit.source, self._source)
        known = {match.concept for match in named}
        issues = [
            issue for text in self._patterns(unit.target) for issue in self._checker.check(text, introduced=set(known))
        ]
        yield from issues
        whole = [match for match in named if match.forms[0].usage not in _MENTIONS]
        if whole and self._locale != self._source:
            found = self._find(unit.target, self._locale)
            told = self._variables(unit.target) | {issue.concept for issue in issues}
            for match, term in missing_terms(self._glossary, whole, found, target_locale=self._locale, told=told):
                yield missing_issue(match, term, 0, len(unit.target))

    def _find(self, text: str, locale: str) -> list[Match]:
        """The terms in a text in which everybody may be known already."""
        return [
            match
            for pattern in self._patterns(text)
            for match in self._glossary.find(pattern, locale=locale, introduced=set(self._concepts))
        ]

    def _patterns(self, text: str) -> Iterator[str]:
        """The text; each of the patterns of a message, as long a text, without placeholders and all around it."""
        if not self._subject.is_messages:
            yield text
            return
        model = self._subject.model(text)
        for variant in model.variants if model else ():
            words = "".join(
                text[part.start : part.end] if isinstance(part, Text) else _PLACEHOLDER * (part.end - part.start)
                for part in variant.pattern.parts
            )
            yield _GAP * variant.pattern.start + words

    def _variables(self, text: str) -> set[str]:
        """The concepts that the variables of a message stand for."""
        model = self._subject.model(text) if self._subject.is_messages else None
        names = {variable.name for variable in model.variables()} if model else set()
        return {concept for name in names for concept in self._by_variable.get(name, ())}

    def _finding(self, unit: Unit, issue: Issue) -> Diagnostic:
        return self._subject.find(
            issue.rule,
            unit,
            shorten_quotes(issue.message),
            issue.start,
            issue.end,
            help=advice(issue, self._glossary),
            suggestion=issue.suggestion,
        )
