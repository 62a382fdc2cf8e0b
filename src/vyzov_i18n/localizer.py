"""A film in one locale: its names as terms, its messages compiled, everything that fell back told.

The film folder answers first, then the package's own folder: it has the sentences (`summary`) that every film shares,
and measure words and months in its lexicons. The words of the film (`film`) are its own only.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import msgspec

from vyzov_i18n.catalogs.header import REVIEW_FIELD
from vyzov_i18n.catalogs.lexicon import Lexicon
from vyzov_i18n.catalogs.load import available_locales, load_catalog
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import LocaleError
from vyzov_i18n.film.concepts import Person, Place
from vyzov_i18n.film.model import TITLE
from vyzov_i18n.film.values import Count, Hedged
from vyzov_i18n.locales import Match, babel_locale, direction, lookup, parse_tag, to_posix
from vyzov_i18n.messages import Message
from vyzov_i18n.messages.terms import MissingForm, Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from babel.core import Locale

    from vyzov_i18n.catalogs.load import LoadedCatalog
    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.film.concepts import Concept
    from vyzov_i18n.film.model import FilmFacts
    from vyzov_i18n.messages.functions.base import Direction

SOURCE_LOCALE: Final = "en"


class Origin(msgspec.Struct, frozen=True):
    """Where a text comes from: its gettext key, the locale and the file that answered.

    `fallback` tells that the locale asked for had no translation and the English source stands in.
    """

    domain: str
    context: str
    msgid: str
    locale: str
    path: str | None
    fallback: bool


class Localized:
    """A compiled message and where it comes from; `format` formats it and punctuates as the locale does."""

    __slots__ = ("_punctuate", "direction", "message", "origin")

    def __init__(self, message: Message, origin: Origin, punctuate: Callable[[str], str] | None) -> None:
        self.message = message
        self.origin = origin
        self.direction: Direction = direction(origin.locale)
        self._punctuate = punctuate

    def format(self, arguments: Mapping[str, Any]) -> str:
        """The text; a name that ends in a full stop ends its sentence too."""
        text = self.message.format(arguments)
        if self._punctuate is not None:
            text = self._punctuate(text)
        return text[:-1] if text.endswith("..") and not text.endswith("...") else text

    def phrase(self, arguments: Mapping[str, Any]) -> Phrase:
        """The text as an argument of another message."""
        return Phrase(self.format(arguments), self.direction)


class Localizer:
    """The catalogs of a film in the locale that answers the request.

    `tag` is the locale asked for, which numbers and dates follow; `match.tag` the one whose catalogs answer.
    `diagnostics` holds what was found, each once, in the order of finding.
    """

    def __init__(
        self,
        film: FilmFacts,
        folders: Sequence[str],
        requested: str | Sequence[str],
        on_diagnostic: Callable[[Diagnostic], None] | None = None,
    ) -> None:
        self.film = film
        self._folders = folders
        self.diagnostics: list[Diagnostic] = []
        self._known: set[Diagnostic] = set()
        self._on_diagnostic = on_diagnostic or log_diagnostic
        names = {folder: locale_folders(folder, self.report) for folder in folders}
        self.match = lookup(requested, _english_first(names[folders[0]]))
        self.tag = self.match.tag if self.match.requested == "*" else self.match.requested
        self.locale: Locale = babel_locale(self.tag)
        self.direction: Direction = direction(self.tag)
        self._chain = _chain(self.match)
        self._catalogs = {
            "film": self._load("film", {folders[0]: names[folders[0]]}),
            "summary": self._load("summary", names),
            "lexicon": self._load("lexicon", names),
        }
        lexicons = self._catalogs["lexicon"]
        self.lexicon = Lexicon([found.entries for found in lexicons], [found.headers for found in lexicons])
        if self.lexicon.has_odd_marks:
            self.report(_odd_marks(lexicons[0].path))
        self._punctuate = self.lexicon.punctuator(self.tag)
        self._lookups = {"words": self.lexicon.word}
        self._terms: dict[str, Term] = {}
        self._messages: dict[tuple[str, str, str, int | None], Localized] = {}

    @cached_property
    def english(self) -> Localizer:
        """The same film in English, which stands in where a translation is missing: its names, forms and marks."""
        return Localizer(self.film, self._folders, SOURCE_LOCALE, self.report)

    def report(self, finding: Diagnostic) -> None:
        """Record a finding, and pass it on the first time."""
        if finding not in self._known:
            self._known.add(finding)
            self.diagnostics.append(finding)
            self._on_diagnostic(finding)

    def term(self, concept_id: str) -> Term:
        """The name of a concept in this locale, or its English name where the catalogs lack it. KeyError if unknown."""
        found = self._terms.get(concept_id)
        if found is None:
            found = self._terms[concept_id] = self._new_term(concept_id, self.film.concept(concept_id))
        return found

    def phrase(self, text: str, language: str | None = None) -> Phrase:
        """A text ready to be an argument, in this locale or another language (BCP 47)."""
        return Phrase(text, self.direction if language is None else _direction_of(language))

    def message(self, domain: str, context: str, msgid: str, plural: str | None = None, count: Any = None) -> Localized:
        """The translation of a message, compiled; the English source where there is none."""
        catalog, text, index = self._find(domain, context, msgid, plural, count)
        key = (domain, context, msgid, index)
        found = self._messages.get(key)
        if found is None:
            found = self._messages[key] = self._compile(domain, context, msgid, catalog, text)
        return found

    def text(self, domain: str, context: str, msgid: str) -> str:
        """The translation of a text without variables; the English source where there is none."""
        return self.message(domain, context, msgid).format({})

    def load_catalog(self, folder: str, name: str, domain: str) -> LoadedCatalog | None:
        """The catalog of a domain in a locale folder of that name; who checks a catalog puts it in here."""
        return load_catalog(folder, name, domain, self.report)

    def report_error(self, error: MessageError, origin: Origin, text: str) -> None:
        """Record what went wrong while the message `text` was formatted."""
        if isinstance(error, MissingForm):
            lexicon = next((found.path for found in self._catalogs["lexicon"]), None)
            self.report(_missing_form(error, origin, lexicon))
        else:
            self.report(_broken(error, origin, text))

    def _load(self, domain: str, names: Mapping[str, Mapping[str, str]]) -> list[LoadedCatalog]:
        """The catalogs of a domain in the chain, from these folders; `names` are their locale folders by tag."""
        found = (
            self.load_catalog(folder, tags[tag], domain)
            for folder, tags in names.items()
            for tag in self._chain
            if tag in tags
        )
        catalogs = [catalog for catalog in found if catalog is not None]
        if not catalogs and not self._is_english():
            message = f"no usable catalog {domain} for {self._chain[0]}; the English stands in"
            self._report_fallback("missing-catalog", message, f"add {self._name_of(domain)}", path=next(iter(names)))
        return catalogs

    def _new_term(self, concept_id: str, concept: Concept) -> Term:
        catalog, text, _ = self._find("film", concept_id, concept.name, None, None)
        foreign = catalog is None and not self._is_english()
        return Term(
            concept_id,
            text,
            self.lexicon,
            category=_category(concept_id, concept),
            direction=direction(SOURCE_LOCALE) if foreign else self.direction,
            natural_gender=concept.gender.value if isinstance(concept, Person) and concept.gender else None,
            foreign=foreign,
        )

    def _find(
        self, domain: str, context: str, msgid: str, plural: str | None, count: Any
    ) -> tuple[LoadedCatalog | None, str, int | None]:
        """The catalog that answers, its text, and which plural form that is."""
        for catalog in self._catalogs[domain]:
            found = catalog.entries.get((context, msgid))
            if isinstance(found, str) and found:
                return catalog, found, None
            if found and plural is not None:
                index = catalog.plural(_number(count))
                return catalog, found[index], index
        if self._catalogs[domain] and not self._is_english():
            message = f"no {self._chain[0]} translation of “{msgid}” ({context}) in {domain}; the English stands in"
            remedy = f"translate the entry in {self._name_of(domain)} and compile"
            self._report_fallback("untranslated", message, remedy, text=msgid)
        if plural is None:
            return None, msgid, None
        index = int(_number(count) != 1)
        return None, (msgid, plural)[index], index

    def _compile(self, domain: str, context: str, msgid: str, catalog: LoadedCatalog | None, text: str) -> Localized:
        answered = catalog is not None or self._is_english()
        speaker = self if answered else self.english
        origin = Origin(domain, context, msgid, speaker.match.tag, catalog.path if catalog else None, not answered)

        def report(error: MessageError) -> None:
            self.report_error(error, origin, text)

        message = Message(text, speaker.tag, lookups=speaker._lookups, on_error=report)
        return Localized(message, origin, speaker._punctuate)

    def _is_english(self) -> bool:
        return self._chain[0].partition("-")[0] == SOURCE_LOCALE

    def _name_of(self, domain: str) -> str:
        """Where the catalog of a domain stands in a film folder."""
        return f"{to_posix(self._chain[0])}/LC_MESSAGES/{domain}.po"

    def _report_fallback(
        self, rule: str, message: str, help: str, *, path: str | None = None, text: str | None = None
    ) -> None:
        self.report(Diagnostic(rule=rule, severity=Severity.WARNING, path=path, message=message, text=text, help=help))


def built_in_folder() -> str:
    """The folder of the built-in film: beside the modules in an installed package, `locale/` in a source tree."""
    here = os.path.dirname(__file__)
    installed = os.path.join(here, "locale")
    return installed if os.path.isdir(installed) else os.path.normpath(os.path.join(here, "..", "..", "locale"))


def film_locales(folder: str, report: Callable[[Diagnostic], None] | None = None) -> list[str]:
    """The tags of the locales a film folder speaks: English, the language of `film.toml`, then its own folders."""
    return _english_first(locale_folders(folder, report))


def locale_folders(folder: str, report: Callable[[Diagnostic], None] | None = None) -> dict[str, str]:
    """The names of the locale folders by their tag; `report` gets a finding for a folder of another name."""
    names: dict[str, str] = {}
    for name in available_locales(folder):
        try:
            names.setdefault(parse_tag(name), name)
        except LocaleError as error:
            if report is not None:
                report(_stray_folder(os.path.join(folder, name), error))
    return names


def review_state(folder: str, tag: str, report: Callable[[Diagnostic], None]) -> str | None:
    """What the header of `film` says of the review by a native speaker ("pending", "done"); None if nothing."""
    name = locale_folders(folder).get(tag)
    catalog = load_catalog(folder, name, "film", report) if name else None
    return (catalog.headers.get(REVIEW_FIELD) or None) if catalog else None


def log_diagnostic(finding: Diagnostic) -> None:
    """Pass a finding to the logger `vyzov_i18n`, at the level of its severity."""
    import logging

    levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}
    logging.getLogger("vyzov_i18n").log(levels[finding.severity], "%s", finding)


def _english_first(tags: Iterable[str]) -> list[str]:
    """The locales of a film, English before the others: it is what answers “any”."""
    return sorted({SOURCE_LOCALE, *tags}, key=lambda tag: (tag != SOURCE_LOCALE, tag))


def _direction_of(language: str) -> Direction | None:
    """The direction of a language that a film names; None where CLDR does not know it, so that the text decides."""
    try:
        return direction(language)
    except LocaleError:
        return None


def _odd_marks(path: str) -> Diagnostic:
    return Diagnostic(
        rule="quotation-marks",
        message="X-Quotation-Marks needs four marks, opening and closing, then the inner ones",
        path=path,
        help="write them with spaces between, as in: X-Quotation-Marks: « » „ “",
    )


def _stray_folder(path: str, error: LocaleError) -> Diagnostic:
    return Diagnostic(
        rule="stray-folder",
        severity=Severity.WARNING,
        message=f"the folder holds catalogs and is passed over: {error}",
        path=path,
        help="name it after a locale, such as pt_BR, or move it away",
    )


def _chain(match: Match) -> tuple[str, ...]:
    """The available locales of the chain that are of the answer's language: names are not mixed from two languages."""
    language = match.tag.partition("-")[0]
    return tuple(tag for tag in match.chain if tag.partition("-")[0] == language)


def _category(concept_id: str, concept: Concept) -> str:
    if concept_id == TITLE:
        return "film"
    return concept.kind.value if isinstance(concept, Place) else concept_id.partition("/")[0]


def _number(count: Any) -> int:
    value = count.value if isinstance(count, Hedged) else count
    return value.amount if isinstance(value, Count) else int(value)


def _missing_form(error: MissingForm, origin: Origin, lexicon: str | None) -> Diagnostic:
    return Diagnostic(
        rule=error.type,
        severity=Severity.WARNING,
        path=lexicon,
        message=f"{error} (in {origin.domain}, {origin.context})",
        text=error.base,
        help=f"add the entry '{error.slot}|{error.concept}' to lexicon.po",
    )


def _broken(error: MessageError, origin: Origin, text: str) -> Diagnostic:
    return Diagnostic(
        rule=error.type,
        path=origin.path,
        message=f"{error} (in {origin.domain}, {origin.context})",
        text=text[error.start : error.end] or text,
        help="correct the message",
    )
