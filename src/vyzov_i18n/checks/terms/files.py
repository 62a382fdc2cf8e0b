"""Files and folders held against a glossary: catalogs, articles, subtitles; and the pairs of subtitle files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.catalogs.shares import CAN_FORK, share_out
from vyzov_i18n.checks.runner import Films, place_of
from vyzov_i18n.checks.terms.catalogs import check_catalog
from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.diagnostics.limits import limit
from vyzov_i18n.documents import read_document
from vyzov_i18n.documents.read import SUFFIXES
from vyzov_i18n.errors import CatalogError, DocumentError
from vyzov_i18n.termbase import translations
from vyzov_i18n.termbase.files import Checkers, check_file
from vyzov_i18n.termbase.languages import find_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from vyzov_i18n.documents import Document
    from vyzov_i18n.films import Film
    from vyzov_i18n.termbase.glossary import Glossary

CATALOG: Final = ".po"
_FEWEST_FOR_FORKS: Final = 4


def check_files(
    paths: Sequence[str | os.PathLike[str]],
    glossary: Glossary,
    *,
    locale: str | None = None,
    processes: int = 1,
    track: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> tuple[Diagnostic, ...]:
    """What is wrong with the names and terms in files, and in those of folders and below. Sorted by file and place.

    Read are `.po`, `.txt`, `.md`, `.html`, `.srt`, `.vtt`, `.ass`, and what else `read_document` knows. A file that
    cannot be read is a finding. `locale` is the language of the texts, told for each without it; a catalog has its own.
    `processes` is how many of them share the work; the files that each of them checks pass through `track`, which may
    show how far that is. KeyError for a locale that the glossary lacks.
    """
    files, findings = find_files(paths)
    films = Films()
    films.load([path for path in files if path.endswith(CATALOG)])
    checkers = Checkers(glossary)
    if locale is not None:
        checkers.of(locale)

    def check_share(share: Sequence[str]) -> list[Diagnostic]:
        return [finding for path in track(share) for finding in _check(path, checkers, locale, films.film_of(path))]

    if processes > 1 and CAN_FORK and len(files) >= _FEWEST_FOR_FORKS:
        findings += [finding for share in share_out(check_share, files, processes) for finding in share]
    else:
        findings += check_share(files)
    return tuple(sorted(findings, key=place_of))


def check_pair(
    source: str,
    target: str,
    glossary: Glossary,
    *,
    source_locale: str | None = None,
    target_locale: str | None = None,
) -> tuple[Diagnostic, ...]:
    """What is wrong in a subtitle file, held against that of its source. Sorted by file and place.

    The locales are told as for one file where they are not given. Raises OSError, and DocumentError where a file cannot
    be read or is in no language of the glossary; KeyError for a locale that the glossary lacks.
    """
    first, second = read_document(source), read_document(target)
    findings = translations.check_pair(
        first,
        second,
        Checkers(glossary),
        source_locale=source_locale or _language_of(first, glossary),
        target_locale=target_locale or _language_of(second, glossary),
    )
    return tuple(sorted(limit(findings, target), key=place_of))


def find_files(paths: Sequence[str | os.PathLike[str]]) -> tuple[list[str], list[Diagnostic]]:
    """The files that can be checked, each once and sorted within its folder, and a finding for what cannot be read.

    A file that is named is among them whatever its type. Links to folders are not followed.
    """
    found: list[str] = []
    findings: list[Diagnostic] = []

    def tell(error: OSError) -> None:
        reason = f"the folder cannot be read: {error.strerror}"
        findings.append(Diagnostic(rule="unreadable-file", message=reason, path=error.filename))

    for path in (os.fspath(path) for path in paths):
        tree = os.walk(path, onerror=tell) if os.path.isdir(path) else [("", [], [path])]
        for folder, folders, names in tree:
            folders.sort()
            found += (os.path.join(folder, name) for name in sorted(names) if not folder or _is_readable(name))
    return list(dict.fromkeys(found)), findings


def _is_readable(name: str) -> bool:
    suffix = os.path.splitext(name)[1].lower()
    return suffix == CATALOG or suffix in SUFFIXES


def _check(path: str, checkers: Checkers, locale: str | None, film: Film | None) -> Iterator[Diagnostic]:
    try:
        if path.endswith(CATALOG):
            yield from limit(check_catalog(read_po(path), checkers, film), path)
        else:
            yield from limit(check_file(path, checkers, locale=locale), path)
    except (CatalogError, DocumentError) as error:
        yield from error.findings
    except OSError as error:
        yield Diagnostic(rule="unreadable-file", message=error.strerror or str(error), path=path)


def _language_of(document: Document, glossary: Glossary) -> str:
    """The locale of a document. Raises DocumentError where it is none of the glossary."""
    language = find_language(glossary, document.text, path=document.path)
    if language.locale is not None:
        return language.locale
    message = f"the language of the file is none of the glossary ({', '.join(glossary.locales)})"
    raise DocumentError([Diagnostic(rule="unchecked-language", message=message, path=document.path)])
