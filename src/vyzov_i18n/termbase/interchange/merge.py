"""Bring a termbase into the catalogs of a film, as proposals that a person reviews in any PO editor.

A concept is one of the film by its id, else by its preferred English term. What the catalogs lack comes in marked
fuzzy, with a comment telling where from; it counts once the mark is removed. What they have otherwise stays, and is
told; so is a concept that the film does not have.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.files import write_atomically
from vyzov_i18n.catalogs.po import decode_po
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.edits import unified_diff
from vyzov_i18n.errors import LocaleError
from vyzov_i18n.film.model import CONCEPT_TABLES
from vyzov_i18n.locales import lookup, parse_tag
from vyzov_i18n.localizer import locale_folders
from vyzov_i18n.termbase.interchange.merging import Merger
from vyzov_i18n.termbase.interchange.model import ConceptRecord, Termbase, TermRecord
from vyzov_i18n.termbase.interchange.proposals import Change, Proposals
from vyzov_i18n.termbase.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.film.model import FilmFacts

_SOURCE_LANGUAGE: Final = "en"  # of film.toml


class Merge(msgspec.Struct, frozen=True):
    """What a merge would do: the catalogs that change, and what a person should know. Nothing is written yet."""

    changes: tuple[Change, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def diff(self) -> str:
        """The changes as a unified diff; empty where there are none."""
        return "".join(
            unified_diff(change.path, decode_po(change.before), decode_po(change.after)) for change in self.changes
        )


def merge_termbase(termbase: Termbase, film: FilmFacts, folder: str | os.PathLike[str]) -> Merge:
    """What a termbase has to add to the catalogs of a film folder. Raises CatalogError for one that cannot be read."""
    name = os.path.basename(termbase.path) if termbase.path else "a termbase"
    return _Merge(film, os.fspath(folder), f"From {name}.", termbase.path).merge(termbase)


def add_term(
    film: FilmFacts, folder: str | os.PathLike[str], concept: str, locale: str, text: str, status: Status | str
) -> Merge:
    """What adding a term by hand changes in the catalogs; it counts at once.

    Raises KeyError where the film has no such concept, LocaleError where it does not have the locale, ValueError on an
    empty text or another status, and CatalogError.
    """
    film.concept(concept)
    if not text.strip():
        raise ValueError("a term needs a text")
    tags = tuple(locale_folders(os.fspath(folder)))
    if parse_tag(locale) not in tags:
        raise LocaleError(f"the film has no catalogs in {locale}", locale, tags)
    term = TermRecord(text=" ".join(text.split()), status=Status(status))
    record = ConceptRecord(id=concept, terms={parse_tag(locale): (term,)})
    return _Merge(film, os.fspath(folder), None, None).merge(Termbase(concepts=(record,)))


def write_merge(merge: Merge) -> None:
    """Write the catalogs of a merge, each as a whole or not at all. Raises OSError."""
    for change in merge.changes:
        write_atomically(change.path, change.after)


class _Merge:
    """Finds the concept and the catalogs for everything in a termbase."""

    __slots__ = ("_film", "_findings", "_folder", "_folders", "_ids", "_mergers", "_origin", "_path")

    def __init__(self, film: FilmFacts, folder: str, origin: str | None, path: str | None) -> None:
        self._film = film
        self._folder = folder
        self._folders = locale_folders(folder)
        self._origin = origin
        self._path = path
        self._ids: dict[str, list[str]] = {}
        for concept_id, concept in film.concepts():
            self._ids.setdefault(concept.name, []).append(concept_id)
        self._mergers: dict[str, Merger | None] = {}
        self._findings: list[Diagnostic] = []

    def merge(self, termbase: Termbase) -> Merge:
        for record in termbase.concepts:
            concept = self._find_concept(record)
            for locale, terms in record.terms.items() if concept else ():
                merger = self._merger(locale)
                if merger and concept:
                    merger.merge(concept, self._film.concept(concept), terms)
        mergers = list(dict.fromkeys(merger for merger in self._mergers.values() if merger))
        changes = (change for merger in mergers for change in merger.proposals.changes())
        findings = (finding for merger in mergers for finding in merger.findings)
        return Merge(tuple(changes), (*self._findings, *findings))

    def _find_concept(self, record: ConceptRecord) -> str | None:
        names = list(_names(record))
        if any(record.id in ids for ids in self._ids.values()):
            return record.id
        found = list(dict.fromkeys(concept for name in names for concept in self._ids.get(name, ())))
        if len(found) == 1:
            return found[0]
        name = next(iter(names), record.id)
        if found:
            message = f"{name!r} may be {' or '.join(found)}: the entry is left out"
            self._report("ambiguous-concept", message, "give the entry the id of one of them", record.line)
        else:
            message = f"the film has no concept for {name!r}: the entry is left out"
            self._report("concept-not-in-film", message, f"add it to film.toml: {_as_toml(record, name)}", record.line)
        return None

    def _merger(self, locale: str) -> Merger | None:
        if locale not in self._mergers:
            tag = self._answering(locale)
            folder = tag and os.path.join(self._folder, self._folders[tag], "LC_MESSAGES")
            if tag is None or folder is None:
                message = f"the film has no catalogs in {locale}: its terms are left out"
                self._report("terms-without-catalog", message, f"run: vyzov-i18n add-locale {locale}", None)
                self._mergers[locale] = None
            elif tag in self._mergers:
                self._mergers[locale] = self._mergers[tag]
            else:
                merger = Merger(Proposals(folder, self._origin), tag == _SOURCE_LANGUAGE)
                self._mergers[locale] = self._mergers[tag] = merger
        return self._mergers[locale]

    def _answering(self, locale: str) -> str | None:
        """The locale of the film that terms in that one belong to: itself, or the language without the region."""
        try:
            tag = lookup(locale, self._folders).tag
        except LocaleError:
            return None
        return tag if f"{locale}-".startswith(f"{tag}-") else None

    def _report(self, rule: str, message: str, advice: str, line: int | None) -> None:
        found = Diagnostic(
            rule=rule, message=message, severity=Severity.WARNING, path=self._path, line=line, help=advice
        )
        self._findings.append(found)


def _names(record: ConceptRecord) -> Iterator[str]:
    """The preferred English terms of a concept."""
    for locale, terms in record.terms.items():
        if locale.partition("-")[0] == _SOURCE_LANGUAGE:
            yield from (term.text for term in terms if term.status is Status.PREFERRED)


def _as_toml(record: ConceptRecord, name: str) -> str:
    """A table of `film.toml` for a concept, as a proposal."""
    table = record.category if record.category in CONCEPT_TABLES else "term"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain)) or "name"
    return f"[{table}.{slug}] name = {json.dumps(name, ensure_ascii=False)}"
