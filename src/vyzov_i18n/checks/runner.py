"""Check catalogs: find the files, tell their language and their film, let every family of rules look at each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from vyzov_i18n.catalogs.defects import find_defects
from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.catalogs.shares import CAN_FORK, share_out
from vyzov_i18n.catalogs.tree import find_sources
from vyzov_i18n.checks import (
    characters,
    consistency,
    facts,
    formats,
    headers,
    lengths,
    lexicon,
    markup,
    messages,
    plurals,
    typography,
)
from vyzov_i18n.checks.documentation import RULES
from vyzov_i18n.checks.subject import Subject
from vyzov_i18n.checks.suppression import suppress
from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import CatalogError, FilmError, LocaleError
from vyzov_i18n.film.load import FILE_NAME
from vyzov_i18n.films import Film
from vyzov_i18n.locales import babel_locale, parse_tag

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.model import Catalog

Family: TypeAlias = Callable[[Subject], Iterable[Diagnostic]]
Paths: TypeAlias = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]

FAMILIES: Final[tuple[Family, ...]] = (
    headers.check,
    messages.check,
    formats.check,
    plurals.check,
    lexicon.check,
    characters.check,
    typography.check,
    markup.check,
    consistency.check,
    facts.check,
    lengths.check,
)
_DOMAINS: Final = ("film", "summary", "lexicon")
LOOKED_FOR: Final = frozenset(name for name, rule in RULES.items() if rule.scope != "text")
_FEWEST_FOR_FORKS: Final = 16


def check(
    paths: Paths = "locale", *, processes: int = 1, track: Callable[[Sequence[str]], Iterable[str]] = iter
) -> tuple[Diagnostic, ...]:
    """What is wrong in catalogs: `.po` files, or folders, every `.po` in them and below. Sorted by file and place.

    Catalogs below a folder with a `film.toml` are held against that film too. A file that cannot be read, or has no
    language, is a finding. `processes` is how many of them share the work; the files that each of them checks pass
    through `track`, which may show how far that is.
    """
    sources, findings = find_catalogs(paths)
    films = Films()
    films.load(sources)
    findings += films.findings

    def check_share(share: Sequence[str]) -> list[Diagnostic]:
        return [finding for path in track(share) for finding in check_file(path, films.film_of(path))]

    if processes > 1 and CAN_FORK and len(sources) >= _FEWEST_FOR_FORKS:
        findings += [finding for share in share_out(check_share, sources, processes) for finding in share]
    else:
        findings += check_share(sources)
    return tuple(sorted(findings, key=place_of))


def find_catalogs(paths: Paths) -> tuple[list[str], list[Diagnostic]]:
    """The `.po` files of these paths, each once, and a finding for what cannot be read."""
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    trees = [find_sources(os.fspath(path)) for path in given]
    findings = [finding for tree in trees for finding in tree.findings]
    return list(dict.fromkeys(source.path for tree in trees for source in tree.sources)), findings


def check_file(path: str, film: Film | None = None) -> Iterator[Diagnostic]:
    """What is wrong in one catalog, held against the film whose folder it stands in."""
    try:
        catalog = read_po(path)
    except CatalogError as error:
        yield from error.findings
        return
    yield from catalog.findings
    yield from check_catalog(catalog, film)


def check_catalog(catalog: Catalog, film: Film | None = None) -> Iterator[Diagnostic]:
    """What is wrong in a catalog that was read."""
    subject = subject_of(catalog, film)
    yield from suppress(subject, _findings_in(subject), LOOKED_FOR)


def subject_of(catalog: Catalog, film: Film | None = None) -> Subject:
    """A catalog as rules see it, of the film whose folder it stands in."""
    return Subject(catalog, _tag_of(catalog), film, _domain_of(catalog, film))


def _findings_in(subject: Subject) -> Iterator[Diagnostic]:
    yield from find_defects(subject.catalog)
    for family in FAMILIES:
        yield from family(subject)


class Films:
    """The films of the folders that catalogs stand in, each loaded once."""

    def __init__(self) -> None:
        self.findings: list[Diagnostic] = []
        self._films: dict[str, Film | None] = {}

    def load(self, paths: Iterable[str]) -> None:
        """Load the films of these catalogs; what is wrong with them is in `findings`."""
        for folder in sorted({_film_folder(path) for path in paths}):
            if os.path.isfile(os.path.join(folder, FILE_NAME)):
                try:
                    self._films[folder] = Film.load(folder)
                except FilmError as error:
                    self.findings += error.findings

    def film_of(self, path: str) -> Film | None:
        """The film that a catalog belongs to; None for one of another project, and where the film is broken."""
        return self._films.get(_film_folder(path))


def _film_folder(path: str) -> str:
    """The folder in which `film.toml` would stand: that of <folder>/<locale>/LC_MESSAGES/<domain>.po."""
    return os.path.normpath(os.path.join(path, "..", "..", ".."))


def _domain_of(catalog: Catalog, film: Film | None) -> str | None:
    domain = os.path.basename(catalog.path or "").removesuffix(".po")
    is_ours = film is not None or catalog.fields.get("Project-Id-Version", "").startswith("vyzov-i18n")
    return domain if is_ours and domain in _DOMAINS else None


def _tag_of(catalog: Catalog) -> str | None:
    """The language that the header names, else the name of the locale folder or of the file."""
    folders = os.path.normpath(catalog.path or "").split(os.sep)
    names = [catalog.fields.get("Language", ""), *folders[-3:-1][:1], folders[-1].removesuffix(".po")]
    return next((tag for name in names if (tag := _known_tag(name))), None)


def _known_tag(name: str) -> str | None:
    try:
        tag = parse_tag(name)
        babel_locale(tag)
    except LocaleError:
        return None
    return tag


def place_of(finding: Diagnostic) -> tuple[str, int, int, str]:
    """By what findings are sorted: file, line, column, rule."""
    return finding.path or "", finding.line or 0, finding.column or 0, finding.rule
