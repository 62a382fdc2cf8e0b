"""A film, and the film in one locale: the objects that users hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

import msgspec

from vyzov_i18n.film.load import load_facts
from vyzov_i18n.film.model import TITLE, FilmFacts, Length
from vyzov_i18n.localizer import Localizer, built_in_folder, film_locales
from vyzov_i18n.messages.validation import find_problem
from vyzov_i18n.summaries.planner import Planner, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.localizer import Origin
    from vyzov_i18n.summaries.fact_sheet import FactRow, Role
    from vyzov_i18n.summaries.planner import Told
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.interchange.merge import Merge


class Explanation(msgspec.Struct, frozen=True):
    """Where a sentence of a summary comes from.

    `facts` are the ids of the facts and credits it rests on, `sources` who claims them, `rules` the functions applied.
    """

    name: str
    text: str
    origin: Origin
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    rules: tuple[str, ...]


class Film(FilmFacts, frozen=True, kw_only=True):
    """The facts of a film and the folder they and their catalogs come from."""

    folder: str

    @classmethod
    def load(cls, folder: str | os.PathLike[str]) -> Self:
        """The film of a folder that holds `film.toml` and `<tag>/LC_MESSAGES`; the path of the file will do.

        Raises FilmError with every defect.
        """
        path = os.fspath(folder)
        facts = load_facts(path, find_problem)
        if os.path.isfile(path):
            path = os.path.dirname(path)
        fields = {name: getattr(facts, name) for name in facts.__struct_fields__}
        return cls(**fields, folder=path)

    @property
    def locales(self) -> tuple[str, ...]:
        """The BCP 47 tags that the film has catalogs for."""
        return tuple(film_locales(self.folder))

    def glossary(self, *locales: str) -> Glossary:
        """The film's names and terms in these locales, the source language first; in all it has, without any.

        What a locale has no word for is left out there. Raises LocaleError.
        """
        from vyzov_i18n.termbase.glossary import read_glossary

        folders = self._folders()
        localizers = [Localizer(self, folders, tag) for tag in locales or self.locales]
        return read_glossary(self, {localizer.tag: localizer for localizer in localizers})

    def add_term(self, concept: str, locale: str, text: str, status: str = "admitted", *, write: bool = True) -> Merge:
        """Add a name of a concept to the catalogs of a locale; it counts at once, in glossaries made from then on.

        `status` is preferred, admitted, deprecated or forbidden. What the catalogs have is never overwritten: the
        findings tell where it differs. Nothing is written if `write` is false. Raises KeyError on an unknown concept,
        LocaleError, ValueError, CatalogError and OSError.
        """
        from vyzov_i18n.termbase.interchange.merge import add_term, write_merge

        merge = add_term(self, self.folder, concept, locale, text, status)
        if write:
            write_merge(merge)
        return merge

    def merge_termbase(self, path: str | os.PathLike[str], *, write: bool = True) -> Merge:
        """Bring the terms of a file (TBX, CSV, UTX) into the catalogs, fuzzy until a person has read them.

        As `add_term`; raises TermbaseError where the file cannot be read.
        """
        from vyzov_i18n.termbase.interchange.files import read_termbase
        from vyzov_i18n.termbase.interchange.merge import merge_termbase, write_merge

        merge = merge_termbase(read_termbase(os.fspath(path)), self, self.folder)
        if write:
            write_merge(merge)
        return merge

    def localize(
        self, locale: str | Sequence[str], on_diagnostic: Callable[[Diagnostic], None] | None = None
    ) -> LocalizedFilm:
        """The film in the locale that answers `locale`: a tag, several, or an Accept-Language value.

        `on_diagnostic` gets every finding (a missing translation, a broken message) once; without it they are logged.
        Raises LocaleError.
        """
        return LocalizedFilm(Localizer(self, self._folders(), locale, on_diagnostic))

    def _folders(self) -> list[str]:
        return list(dict.fromkeys((self.folder, built_in_folder())))


class LocalizedFilm:
    """A film in one locale. Results are computed once; all methods may be called from several threads."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
        self._planner = Planner(localizer)
        self._summaries: dict[str, str] = {}

    @property
    def locale(self) -> str:
        """The tag that texts follow, as asked for."""
        return self._localizer.tag

    @property
    def catalog_locale(self) -> str:
        """The tag whose catalogs answer."""
        return self._localizer.match.tag

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found while texts were made: fallbacks, missing forms, broken messages."""
        return tuple(self._localizer.diagnostics)

    def summary(self, length: str = "full") -> str:
        """The summary of that length: logline and short (at most 190 characters), medium (400), full (4000).

        Raises ValueError on another length.
        """
        found = self._summaries.get(length)
        if found is None:
            found = self._summaries[length] = self.render(length)
        return found

    def render(self, length: str = "full") -> str:
        """The same as `summary`, formatted anew."""
        text, _ = self._planner.render(Length(length))
        return text

    def explain(self, length: str = "full") -> tuple[Explanation, ...]:
        """Sentence by sentence, where the summary of that length comes from."""
        _, paragraphs = self._planner.render(Length(length))
        return tuple(self._explanation(told, text) for paragraph in paragraphs for told, text in paragraph)

    def title(self) -> str:
        """The film's title, without quotation marks."""
        return self._localizer.term(TITLE).base

    def cast(self) -> tuple[Role, ...]:
        """The cast in billing order."""
        from vyzov_i18n.summaries.fact_sheet import cast_rows

        return cast_rows(self._localizer)

    def facts(self) -> tuple[FactRow, ...]:
        """Every fact with its claims and sources."""
        from vyzov_i18n.summaries.fact_sheet import fact_rows

        return fact_rows(self._localizer)

    def disputes(self) -> tuple[FactRow, ...]:
        """The facts whose claims differ."""
        from vyzov_i18n.summaries.fact_sheet import disputed_rows

        return disputed_rows(self._localizer)

    def release_date(self, length: str = "long") -> str | None:
        """The date of the release in the film's country, None if unknown.

        `length` is a CLDR date length (short, medium, long, full), or "prose" for the form that running text takes.
        """
        return self._date("release", length)

    def premiere_date(self, length: str = "long") -> str | None:
        """The date of the premiere; as `release_date`."""
        return self._date("premiere", length)

    def filming_dates(self, length: str = "long") -> str | None:
        """The interval of the filming, None if unknown; `length` is short, medium, long or "prose"."""
        from vyzov_i18n.summaries.fact_sheet import format_interval

        claim = self._localizer.film.accepted("filming")
        return None if claim is None else format_interval(self._localizer, claim.value, length)

    def _date(self, fact_id: str, length: str) -> str | None:
        from vyzov_i18n.summaries.fact_sheet import format_date

        claim = self._localizer.film.accepted(fact_id)
        return None if claim is None else format_date(self._localizer, claim.value, length)

    def _explanation(self, told: Told, text: str) -> Explanation:
        from vyzov_i18n.summaries.fact_sheet import source_names

        film = self._localizer.film
        sources = source_names(self._localizer, (name for fact in told.facts for name in film.sources_of(fact)))
        return Explanation(told.name, text, told.localized.origin, told.facts, sources, rules_of(told.localized))
