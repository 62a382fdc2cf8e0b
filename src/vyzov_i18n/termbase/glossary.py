"""The glossary of a film: look a form up, find the terms in a text, say them in the other language."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from vyzov_i18n.termbase.contexts import CLOSING_QUOTES, OPENING_QUOTES, counts, is_quoted
from vyzov_i18n.termbase.entries import read_entries
from vyzov_i18n.termbase.folding import fold
from vyzov_i18n.termbase.grammar import Grammar, read_grammar
from vyzov_i18n.termbase.matcher import Hit, Matcher
from vyzov_i18n.termbase.model import ConceptEntry, Form, Match, Meaning, Status, Term, Usage
from vyzov_i18n.termbase.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.film.model import FilmFacts
    from vyzov_i18n.localizer import Localizer
    from vyzov_i18n.termbase.files import Checkers
    from vyzov_i18n.termbase.search import FileMatch

_RANK: Final = {status: rank for rank, status in enumerate(Status)}
_AROUND: Final = f" \t\n{OPENING_QUOTES}{CLOSING_QUOTES}"
_MENTIONS: Final = (Usage.SURNAME, Usage.GIVEN)


class Candidate(NamedTuple):
    """What a spelling may be: a form of a term."""

    term: Term
    form: Form


class TermTranslation(msgspec.Struct, frozen=True):
    """A term found in a text and what stands for it in the other language, in the same case if that has it."""

    match: Match
    term: Term
    form: Form


class Glossary:
    """The terms of a film in some locales.

    `concepts` are its entries, `locales` their languages, the source language first. It never changes, may be used
    from several threads, and can be pickled.
    """

    def __init__(self, concepts: Sequence[ConceptEntry], grammars: Mapping[str, Grammar]) -> None:
        self.concepts = tuple(concepts)
        self.grammars = dict(grammars)
        self.locales = tuple(grammars)
        self._by_id = {concept.id: concept for concept in concepts}
        self._checkers: Checkers | None = None
        self._candidates = _group(self.concepts, self.locales)
        self._spellings = list(self._candidates.values())
        self._matcher = Matcher(
            [Pattern(group[0].form.text, all(one.term.case_sensitive for one in group)) for group in self._spellings]
        )

    def concept(self, concept_id: str) -> ConceptEntry:
        """The entry of a concept. KeyError if there is none."""
        return self._by_id[concept_id]

    def lookup(self, text: str) -> tuple[Meaning, ...]:
        """What a name or term is, in whatever form: one meaning for each form that it may be."""
        return tuple(
            Meaning(
                concept=self._by_id[term.concept],
                term=term,
                form=form,
                preferred={
                    tag: found.text for tag in self.locales if (found := self._by_id[term.concept].preferred(tag))
                },
            )
            for term, form in self._candidates.get(fold(text.strip(_AROUND)), ())
        )

    def find(self, text: str, *, introduced: set[str] | None = None, locale: str | None = None) -> list[Match]:
        """The terms in a text, in any form, in their order; the longest where they overlap.

        A surname or given name alone counts after the name has stood in full. `introduced` holds the concepts named
        so far, for a text that comes in parts; it is added to. A word that is a term in several locales is one of
        `locale`, or of the first.
        """
        known = set() if introduced is None else introduced
        found = []
        for hit in self._matcher.find(text):
            match = self._match(text, hit, known, locale)
            if match is not None:
                found.append(match)
                if match.forms[0].usage not in _MENTIONS:
                    known.add(match.concept)
        return found

    def find_in_file(
        self,
        path: str | os.PathLike[str],
        *,
        locale: str | None = None,
        report: Callable[[Diagnostic], None] | None = None,
    ) -> Iterator[FileMatch]:
        """The terms in a text or subtitle file, in their order; plain text of any length takes little memory.

        `report` gets what was odd in the file and yet read. Raises OSError, and DocumentError where it cannot be read.
        """
        from vyzov_i18n.termbase.search import find_in_file

        return find_in_file(os.fspath(path), self, locale=locale, report=report)

    def find_in_files(
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        locale: str | None = None,
        processes: int = 1,
        track: Callable[[Sequence[str]], Iterable[str]] = iter,
        report: Callable[[Diagnostic], None] | None = None,
    ) -> Iterator[FileMatch]:
        """The terms in files, and in the text and subtitle files of folders and below, in the order of the paths.

        `processes` is how many of them share the work: forks, for a caller without threads. The files of each pass
        through `track`, which may show how far that is. `report` gets what is wrong with a file; without it the first
        one that cannot be read raises DocumentError.
        """
        from vyzov_i18n.termbase.search import find_in_files

        return find_in_files(paths, self, locale=locale, processes=processes, track=track, report=report)

    def translate_terms(self, text: str, target: str | None = None) -> list[TermTranslation]:
        """What stands for each term of a text in the target locale (the last one), in the case it has in the text.

        Terms of the target locale itself are left out, and terms it has no word for. KeyError on an unknown locale.
        """
        locale = self.locales[-1] if target is None else self.grammars[target].locale
        return [
            TermTranslation(match, preferred, _same_form(match, preferred))
            for match in self.find(text)
            if match.locale != locale and (preferred := self._by_id[match.concept].preferred(locale))
        ]

    def restrict(self, *locales: str) -> Glossary:
        """The glossary in some of its locales. KeyError for another."""
        wanted = dict.fromkeys(locales)
        concepts = [
            msgspec.structs.replace(
                concept, terms={tag: terms for tag, terms in concept.terms.items() if tag in wanted}
            )
            for concept in self.concepts
        ]
        return Glossary(concepts, {tag: self.grammars[tag] for tag in wanted})

    def check(self, text: str, locale: str | None = None) -> tuple[Diagnostic, ...]:
        """What is wrong with the names and terms of a plain text, in their order; lines and columns from 1.

        `locale` is its language, told by its script and words without it. KeyError for one that the glossary lacks.
        """
        from vyzov_i18n.termbase.files import Checkers, check_text

        self._checkers = self._checkers or Checkers(self)
        return tuple(check_text(text, self._checkers, locale=locale))

    def __reduce__(self) -> tuple[type[Glossary], tuple[Sequence[ConceptEntry], Mapping[str, Grammar]]]:
        return Glossary, (self.concepts, self.grammars)

    def _match(self, text: str, hit: Hit, introduced: set[str], locale: str | None) -> Match | None:
        start, end = hit.start, hit.end
        candidates = [
            candidate
            for candidate in self._spellings[hit.pattern]
            if (candidate.form.usage not in _MENTIONS or candidate.term.concept in introduced)
            and counts(candidate.term, text, start, end, self.grammars[candidate.term.locale])
        ]
        if not candidates:
            return None
        term = next((one.term for one in candidates if one.term.locale == locale), candidates[0].term)
        return Match(
            start=start,
            end=end,
            text=text[start:end],
            term=term,
            forms=tuple(form for other, form in candidates if other is term),
            is_quoted=is_quoted(text, start, end),
            look_alike=hit.look_alike,
        )


def read_glossary(film: FilmFacts, localizers: Mapping[str, Localizer]) -> Glossary:
    """The glossary of a film in the locales of the localizers, by tag, the source language first."""
    grammars = {tag: read_grammar(tag, localizer.lexicon) for tag, localizer in localizers.items()}
    return Glossary(tuple(read_entries(film, localizers)), grammars)


def _group(concepts: Iterable[ConceptEntry], locales: Sequence[str]) -> dict[str, list[Candidate]]:
    """The candidates for each folded spelling: the better status and the earlier locale first."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in sorted(_candidates(concepts), key=lambda one: _order(one, locales)):
        groups.setdefault(fold(candidate.form.text), []).append(candidate)
    return groups


def _candidates(concepts: Iterable[ConceptEntry]) -> Iterator[Candidate]:
    for concept in concepts:
        for terms in concept.terms.values():
            for term in terms:
                yield from (Candidate(term, form) for form in term.forms)


def _order(candidate: Candidate, locales: Sequence[str]) -> tuple[bool, int, int]:
    term, form = candidate
    return form.usage in _MENTIONS, locales.index(term.locale), _RANK[term.status]


def _same_form(match: Match, term: Term) -> Form:
    """The form of a term that stands as the match does; its base form where it has none such."""
    wanted, first = match.forms[0], term.forms[0]
    tries = (
        (wanted.case, wanted.number, wanted.usage),
        (wanted.case, None, wanted.usage),
        (first.case, None, wanted.usage),
        (wanted.case, wanted.number, Usage.FULL),
        (wanted.case, None, Usage.FULL),
    )
    return next((form for one in tries if (form := term.form(*one))), first)
