"""A film told with the catalog under check: what went wrong on the way, and how long its sentences are."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from vyzov_i18n.catalogs.load import LoadedCatalog
from vyzov_i18n.catalogs.mo import is_compiled
from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.errors import CatalogError
from vyzov_i18n.film.model import Length
from vyzov_i18n.localizer import SOURCE_LOCALE, Localizer, built_in_folder, locale_folders
from vyzov_i18n.messages.terms import Term
from vyzov_i18n.summaries.fact_sheet import fact_rows
from vyzov_i18n.summaries.planner import Planner
from vyzov_i18n.summaries.sentences import LIMITS, PHRASES
from vyzov_i18n.summaries.variables import film_variables, sentence_variables
from vyzov_i18n.termbase.glossary import read_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.catalogs.mo import Translations
    from vyzov_i18n.catalogs.model import Catalog
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.films import Film
    from vyzov_i18n.localizer import Origin
    from vyzov_i18n.termbase.glossary import Glossary


class Failure(msgspec.Struct, frozen=True):
    """An error while a message was formatted; `text` is the message."""

    error: MessageError
    origin: Origin
    text: str


class LongSentence(msgspec.Struct, frozen=True):
    """A sentence that alone is longer than the summary it is for; `size` is its length in characters."""

    origin: Origin
    message: str
    size: int
    limit: int
    summary: Length


class Rendering:
    """Every fact and every summary of a film in one locale, told once.

    `variables` are the names that messages can use, `concepts` those of them that hold names, with the ids of these;
    `failures` has each error once.
    """

    def __init__(self, localizer: _Localizer) -> None:
        of_film = film_variables(localizer)
        of_sentences = sentence_variables(localizer, of_film)
        self.lexicon = localizer.lexicon
        self.variables = frozenset((*of_film, *of_sentences, *PHRASES))
        self.concepts = {name: ids for name, value in (of_film | of_sentences).items() if (ids := _concepts(value))}
        fact_rows(localizer)
        self.long_sentences = tuple(_long_sentences(Planner(localizer)))
        self.failures = tuple(localizer.failures)
        self._localizer = localizer

    @cached_property
    def glossary(self) -> Glossary:
        """The names and terms of the film in English and in this locale."""
        localizer = self._localizer
        return read_glossary(localizer.film, {SOURCE_LOCALE: localizer.english, localizer.tag: localizer})

    def base(self, concept: str) -> str | None:
        """The name of a concept as `film.po` has it; None where it is not translated. KeyError if it is unknown."""
        term = self._localizer.term(concept)
        return None if term.foreign else term.base


def render(film: Film, tag: str, domain: str, catalog: Catalog) -> Rendering | None:
    """The film told with a catalog of the locale in the place of the one on the disk; None where that has another."""
    folders = tuple(dict.fromkeys(os.path.normpath(folder) for folder in (film.folder, built_in_folder())))
    if tag not in locale_folders(folders[0]):
        return None
    return Rendering(_Localizer(film, folders, tag, domain, catalog))


def _concepts(value: object) -> tuple[str, ...]:
    """The ids of the concepts whose names a variable holds."""
    values = value if isinstance(value, tuple) else (value,)
    return tuple(name.concept for name in values if isinstance(name, Term))


def _long_sentences(planner: Planner) -> Iterator[LongSentence]:
    for length in Length:
        for told, text in (sentence for paragraph in planner.tell(length) for sentence in paragraph):
            if len(text) > LIMITS[length]:
                localized = told.localized
                yield LongSentence(localized.origin, localized.message.source, len(text), LIMITS[length], length)


class _Localizer(Localizer):
    """Reads one catalog from memory, others from their sources, and keeps the errors of messages as they are."""

    def __init__(self, film: Film, folders: Sequence[str], tag: str, domain: str, catalog: Catalog) -> None:
        self.failures: list[Failure] = []
        self._checked = (folders[0], locale_folders(folders[0])[tag], domain)
        self._catalog = catalog
        super().__init__(film, folders, tag, _ignore)

    def load_catalog(self, folder: str, name: str, domain: str) -> LoadedCatalog | None:
        """The source of a catalog, also where it was compiled since: it is the sources that are checked."""
        if (folder, name, domain) == self._checked:
            return _loaded(self._catalog)
        path = os.path.join(folder, name, "LC_MESSAGES", f"{domain}.po")
        if not os.path.isfile(path):
            return super().load_catalog(folder, name, domain)
        try:
            return _loaded(read_po(path))
        except CatalogError:  # told where that file is checked
            return None

    def report_error(self, error: MessageError, origin: Origin, text: str) -> None:
        failure = Failure(error, origin, text)
        if all((str(known.error), known.origin) != (str(error), origin) for known in self.failures):
            self.failures.append(failure)


def _loaded(catalog: Catalog) -> LoadedCatalog:
    entries: Translations = {
        entry.key: entry.translations[0] if entry.plural is None else entry.translations
        for entry in catalog.messages()
        if is_compiled(entry)
    }
    header = catalog.header
    return LoadedCatalog(catalog.path or "", entries, header.translations[0] if header else "", _ignore)


def _ignore(finding: Diagnostic) -> None:
    """The rules say it with a place, or the loading of the catalogs did."""
