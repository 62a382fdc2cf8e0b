"""Correct names and terms in files where exactly one text is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vyzov_i18n.checks.fixes import Fix, fix, is_fixable
from vyzov_i18n.checks.runner import Films
from vyzov_i18n.checks.terms.catalogs import check_catalog
from vyzov_i18n.checks.terms.files import CATALOG
from vyzov_i18n.documents import encode, read_document
from vyzov_i18n.termbase.files import Checkers, fix_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary


def fix_files(findings: Iterable[Diagnostic], glossary: Glossary, *, locale: str | None = None) -> dict[str, Fix]:
    """The files that change where these findings are corrected, by path; what a correction brings up is corrected too.

    Nothing is written. Raises OSError, CatalogError and DocumentError where a file cannot be read, or its charset lacks
    a character of the right text.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        if finding.path is not None and is_fixable(finding):
            by_path.setdefault(finding.path, []).append(finding)
    catalogs = {path: found for path, found in by_path.items() if path.endswith(CATALOG)}
    checkers = Checkers(glossary)
    fixes = _fix_catalogs(catalogs, checkers)
    for path, found in by_path.items():
        if path not in catalogs:
            fixes[path] = _fix_text(path, {finding.rule for finding in found}, checkers, locale)
    return {path: fixed for path, fixed in sorted(fixes.items()) if fixed.before != fixed.after}


def _fix_catalogs(by_path: dict[str, list[Diagnostic]], checkers: Checkers) -> dict[str, Fix]:
    films = Films()
    films.load(by_path)
    return {
        path: fix(path, found, films.film_of(path), lambda catalog, film: check_catalog(catalog, checkers, film))
        for path, found in by_path.items()
    }


def _fix_text(path: str, rules: set[str], checkers: Checkers, locale: str | None) -> Fix:
    document = read_document(path)
    fixed = fix_document(document, checkers, rules, locale=locale)
    return Fix(document.source, fixed.source, encode(fixed, fixed.source))
