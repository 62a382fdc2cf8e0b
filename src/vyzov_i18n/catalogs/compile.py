"""Compile the PO files of a gettext tree to MO files: each whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from vyzov_i18n.catalogs.defects import find_defects, locate_finding
from vyzov_i18n.catalogs.files import read_if_there, write_atomically
from vyzov_i18n.catalogs.mo import is_compiled, write_mo
from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.model import Catalog


class Compilation(msgspec.Struct, frozen=True):
    """What compiling did: the MO files it wrote, those that were up to date, and everything it found.

    A file with a finding of severity error was not compiled; its old MO file is as it was.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a file could not be compiled."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def compile_catalogs(path: str) -> Compilation:
    """Compile every `.po` file in the folder and below it, or the one file, to the `.mo` file beside it.

    The same catalog always gives the same bytes. Fuzzy and incomplete entries are left out, and a finding of
    severity info says so. Every defect of every file is found in one go.
    """
    written: list[str] = []
    unchanged: list[str] = []
    findings: list[Diagnostic] = []
    for source in _find_sources(path, findings):
        target = f"{source[:-3]}.mo"
        try:
            (written if _compile(source, target, findings) else unchanged).append(target)
        except CatalogError as error:
            findings += error.findings
        except OSError as error:
            message = f"the file cannot be written: {error.strerror or error}"
            findings.append(Diagnostic(rule="unwritable-file", message=message, path=target))
    return Compilation(tuple(written), tuple(unchanged), tuple(findings))


def _compile(source: str, target: str, findings: list[Diagnostic]) -> bool:
    """Compile one file; tell whether the MO file had to be written."""
    catalog = read_po(source)
    defects = [*catalog.findings, *find_defects(catalog)]
    if any(defect.severity is Severity.ERROR for defect in defects):
        raise CatalogError(defects)
    data = write_mo(catalog)
    is_changed = data != read_if_there(target)
    if is_changed:
        write_atomically(target, data)
    else:
        os.utime(target)  # or the PO file would go on being taken for newer
    findings += [*defects, *_tell_left_out(catalog)]
    return is_changed


def _tell_left_out(catalog: Catalog) -> Iterator[Diagnostic]:
    for entry in catalog.messages():
        if is_compiled(entry) or not any(entry.translations):
            continue
        reason = "fuzzy" if entry.is_fuzzy else "an incomplete plural"
        message = f"left out, because it is {reason}: “{entry.message}”"
        yield locate_finding(catalog, entry, "msgid", "left-out", message, Severity.INFO)


def _find_sources(path: str, findings: list[Diagnostic]) -> Iterator[str]:
    """The PO files, sorted."""
    if os.path.isfile(path) and path.endswith(".po"):
        yield path
        return
    if not os.path.isdir(path):
        findings.append(Diagnostic(rule="unreadable-file", message="no such folder or .po file", path=path))
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".po"):
                yield os.path.join(folder, name)
