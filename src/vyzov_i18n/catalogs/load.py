"""Load the catalogs of a folder: `<folder>/<locale>/LC_MESSAGES/<domain>.mo`, or the `.po` beside it.

The `.mo` answers where it is fresh; the `.po` where the `.mo` is missing, older or broken, as in an editable install.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vyzov_i18n.catalogs.controls import without_controls
from vyzov_i18n.catalogs.header import GERMANIC, PluralRule, parse_fields, parse_plural_rule
from vyzov_i18n.catalogs.mo import is_compiled, read_mo
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vyzov_i18n.catalogs.mo import Translations

    Report = Callable[[Diagnostic], None]


class LoadedCatalog:
    """The translations of one domain in one locale, ready to be asked.

    `path` is the file that answers, `entries` maps (msgctxt or None, msgid) to the translation, a tuple of all its
    forms for a plural; `headers` are the header's fields by name.
    """

    __slots__ = ("_has_complained", "_header", "_report", "_rule", "entries", "headers", "path")

    def __init__(self, path: str, entries: Translations, header: str, report: Report) -> None:
        self.path = path
        self.entries = without_controls(entries, path, report)
        self.headers = parse_fields(header)
        self._header = header
        self._report = report
        self._rule: PluralRule | None = None
        self._has_complained = False

    def plural(self, number: int) -> int:
        """The index of the plural form for a number; the rule of English and German where the header has none."""
        if self._rule is None:
            self._rule = self._parse_rule()
        index = self._rule.choose(number)
        if index is None:
            self._complain("plural-rule", f"the plural expression has no form for the number {number}")
        return index or 0

    def _complain(self, rule: str, message: str) -> None:
        """Report what is wrong with the plural rule, once."""
        if not self._has_complained:
            self._has_complained = True
            self._report(Diagnostic(rule=rule, message=message, path=self.path))

    def _parse_rule(self) -> PluralRule:
        try:
            rule = parse_plural_rule(self._header) or self._default_rule()
        except ValueError as error:
            self._complain("plural-rule", str(error))
            rule = GERMANIC
        counts = {len(forms) for forms in self.entries.values() if isinstance(forms, tuple)} - {rule.count}
        if not counts:
            return rule
        self._complain(
            "plural-form-count", f"the header announces {rule.count} plural forms, an entry has {min(counts)}"
        )
        return rule.limited(min(rule.count, *counts))

    def _default_rule(self) -> PluralRule:
        """The rule of a header without one. Raises ValueError where the field is there and holds none."""
        if "Plural-Forms" in self.headers:
            raise ValueError("Plural-Forms holds no rule such as nplurals=2; plural=(n != 1);")
        return GERMANIC


def available_locales(folder: str) -> list[str]:
    """The names of the locale folders that hold a catalog, sorted; none where there is no such folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [name for name in names if _holds_catalog(os.path.join(folder, name, "LC_MESSAGES"))]


def load_catalog(folder: str, locale: str, domain: str, report: Report) -> LoadedCatalog | None:
    """The catalog of a domain in one of the `available_locales`; None where it has none, or none that can be used.

    `report` gets a finding for everything that is not as it should be: a broken file, a stale `.mo` that has to do.
    """
    base = os.path.join(folder, locale, "LC_MESSAGES", domain)
    compiled, written = _modified(f"{base}.mo"), _modified(f"{base}.po")
    if compiled is not None and (written is None or compiled >= written):
        return _load_mo(f"{base}.mo", report) or (_load_po(f"{base}.po", report) if written is not None else None)
    found = _load_po(f"{base}.po", report) if written is not None else None
    if found is None and compiled is not None:
        found = _load_mo(f"{base}.mo", report)
        if found is not None:
            report(_stale(found.path))
    return found


def _load_mo(path: str, report: Report) -> LoadedCatalog | None:
    try:
        return LoadedCatalog(path, *read_mo(path), report)
    except CatalogError as error:
        _report_all(error.findings, report)
        return None


def _load_po(path: str, report: Report) -> LoadedCatalog | None:
    from vyzov_i18n.catalogs.po import read_po

    try:
        catalog = read_po(path)
    except CatalogError as error:
        _report_all(error.findings, report)
        return None
    _report_all(catalog.findings, report)
    header = catalog.header
    entries: Translations = {
        entry.key: entry.translations[0] if entry.plural is None else entry.translations
        for entry in catalog.messages()
        if is_compiled(entry)
    }
    return LoadedCatalog(path, entries, header.translations[0] if header else "", report)


def _report_all(findings: Iterable[Diagnostic], report: Report) -> None:
    for finding in findings:
        report(finding)


def _stale(path: str) -> Diagnostic:
    return Diagnostic(
        rule="stale-catalog",
        severity=Severity.WARNING,
        message="older than the .po beside it, and used because that one cannot be read",
        path=path,
        help="correct the .po and compile it",
    )


def _modified(path: str) -> int | None:
    """When the file was last modified, in nanoseconds; None where there is none."""
    try:
        return os.stat(path).st_mtime_ns
    except (OSError, ValueError):
        return None


def _holds_catalog(folder: str) -> bool:
    try:
        return any(name.endswith((".po", ".mo")) for name in os.listdir(folder))
    except OSError:
        return False
