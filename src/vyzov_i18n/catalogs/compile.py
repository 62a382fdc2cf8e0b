"""Compile the PO files of a gettext tree to MO files: each whole or not at all, and only what has changed."""

from __future__ import annotations

import os
import time
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from vyzov_i18n.catalogs.defects import find_defects, locate_finding
from vyzov_i18n.catalogs.files import read_if_there, remove_leftovers, write_atomically
from vyzov_i18n.catalogs.memory import UNSETTLED, Record, digest_of, is_settled, load_records, save_records
from vyzov_i18n.catalogs.mo import is_compiled, write_mo
from vyzov_i18n.catalogs.po import parse_po, read_bytes
from vyzov_i18n.catalogs.shares import share_out
from vyzov_i18n.catalogs.tree import Source, find_sources, find_stamp
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from vyzov_i18n.catalogs.model import Catalog
    from vyzov_i18n.catalogs.tree import Stamp

    Task: TypeAlias = tuple[Source, Record | None]

_LEAST_SHARE: Final = 500_000  # bytes of PO files; of less a second process makes no gain


class Compilation(msgspec.Struct, frozen=True):
    """What compiling did: the MO files it wrote, those that were up to date, and everything it found.

    A file with a finding of severity error was not compiled; its old MO file is as it was.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a file could not be compiled, or, where nothing is written, is stale."""
        return _has_error(self.findings)


class _Draft(NamedTuple):
    """A PO file that was read: its digest, what was found in it, and the MO file, None where the one there can stay."""

    source: Source
    digest: bytes = b""
    findings: Sequence[Diagnostic] = ()
    compiled: bytes | None = None


class _Outcome(NamedTuple):
    """What became of a PO file; without a record it is read again the next time."""

    source: Source
    is_written: bool = False
    findings: Sequence[Diagnostic] = ()
    record: Record | None = None


def compile_catalogs(
    path: str | os.PathLike[str],
    *,
    check: bool = False,
    processes: int = 1,
    track: Callable[[Sequence[Task]], Iterable[Task]] = iter,
) -> Compilation:
    """Compile every `.po` file in the folder and below it, or the one file, to the `.mo` file beside it.

    The same catalog always gives the same bytes. Fuzzy and incomplete entries are left out, and a finding of
    severity info says so. Every defect of every file is found in one go. What has not changed since the last run is
    not read again, for the folder keeps a record of it. With `check` nothing is written, and an MO file that would be
    is an error. Up to that many `processes` share the reading of much; they are forks, for a caller without threads.
    What each of them reads passes through `track`, which may show how far that is.
    """
    now = time.time_ns()
    path = os.fspath(path)
    tree = find_sources(path)
    records = load_records(path)
    outcomes: list[_Outcome] = []
    tasks: list[Task] = []
    for source in tree.sources:
        record = records.get(_name(source, path))
        if record and record.source == source.stamp and record.target == source.target_stamp:
            outcomes.append(_Outcome(source, findings=_placed(record.findings, source.path), record=record))
        else:
            tasks.append((source, record))
    size = sum(source.stamp.size for source, _ in tasks)

    def read_all(share: Sequence[Task]) -> list[_Draft]:
        return [_read(*task) for task in track(share)]

    for drafts in share_out(read_all, tasks, max(1, min(processes, size // _LEAST_SHARE))):
        outcomes += [_examine(draft) if check else _settle(draft, now) for draft in drafts]
    if tasks:
        outcomes.sort(key=lambda outcome: outcome.source.path)
    if not check:
        remove_leftovers(tree.leftovers)
        if tasks or len(outcomes) < len(records):
            save_records(path, {_name(each.source, path): each.record for each in outcomes if each.record})
    return _sum_up(outcomes, tree.findings)


def _sum_up(outcomes: Sequence[_Outcome], findings: Sequence[Diagnostic]) -> Compilation:
    compiled = [outcome for outcome in outcomes if not _has_error(outcome.findings)]
    return Compilation(
        tuple(outcome.source.target for outcome in compiled if outcome.is_written),
        tuple(outcome.source.target for outcome in compiled if not outcome.is_written),
        (*findings, *chain.from_iterable(outcome.findings for outcome in outcomes)),
    )


def _read(source: Source, record: Record | None) -> _Draft:
    """Read one file, and compile it unless it is the one that the record tells of."""
    try:
        data = read_bytes(source.path)
        digest = digest_of(data)
        if record and record.digest == digest and record.target == source.target_stamp:
            return _Draft(source, digest, _placed(record.findings, source.path))
        findings, compiled = _render(data, source.path)
        if source.target_stamp and compiled == read_if_there(source.target):
            compiled = None
    except CatalogError as error:
        return _Draft(source, findings=error.findings)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return _Draft(source, findings=[Diagnostic(rule="unreadable-file", message=message, path=source.target)])
    return _Draft(source, digest, findings, compiled)


def _examine(draft: _Draft) -> _Outcome:
    """What is to be said of a file without writing it."""
    if draft.compiled is None:
        return _Outcome(draft.source, findings=draft.findings)
    message = "it is not what its .po file gives" if draft.source.target_stamp else "it is missing"
    stale = Diagnostic(rule="stale-catalog", message=message, path=draft.source.target, help="compile it")
    return _Outcome(draft.source, findings=[*draft.findings, stale])


def _settle(draft: _Draft, now: int) -> _Outcome:
    """Write the MO file where it is another than the one there."""
    source, digest, findings, compiled = draft
    try:
        if compiled is not None:
            write_atomically(source.target, compiled, durable=False)
        target = source.target_stamp if _has_error(findings) else _freshen(source)
    except OSError as error:
        message = f"the file cannot be written: {error.strerror or error}"
        finding = Diagnostic(rule="unwritable-file", message=message, path=source.target)
        return _Outcome(source, findings=[finding])
    stamp = source.stamp if is_settled(source.stamp, now) else UNSETTLED
    record = Record(digest, stamp, target, _placed(findings, None)) if digest else None
    return _Outcome(source, compiled is not None, findings, record)


def _render(data: bytes, path: str) -> tuple[Sequence[Diagnostic], bytes | None]:
    """What is found in a PO file, and the MO file, where none of it is an error."""
    try:
        catalog = parse_po(data, path)
        defects = [*catalog.findings, *find_defects(catalog)]
        if _has_error(defects):
            return defects, None
        return [*defects, *_tell_left_out(catalog)], write_mo(catalog)
    except CatalogError as error:
        return error.findings, None


def _freshen(source: Source) -> Stamp | None:
    """Make the MO file no older than the PO file, or that would go on being read instead; the stamp it then has."""
    modified = source.stamp.modified
    stamp = find_stamp(source.target)
    if stamp is None or stamp.modified >= modified:
        return stamp
    os.utime(source.target, ns=(modified, modified))
    return find_stamp(source.target)


def _tell_left_out(catalog: Catalog) -> Iterator[Diagnostic]:
    for entry in catalog.messages():
        if is_compiled(entry) or not any(entry.translations):
            continue
        reason = "fuzzy" if entry.is_fuzzy else "an incomplete plural"
        message = f"left out, because it is {reason}: “{entry.message}”"
        yield locate_finding(catalog, entry, "msgid", "left-out", message, Severity.INFO)


def _placed(findings: Sequence[Diagnostic], path: str | None) -> tuple[Diagnostic, ...]:
    """The findings with another path: records have none, for a folder has many names."""
    return tuple([msgspec.structs.replace(finding, path=path) for finding in findings])


def _has_error(findings: Sequence[Diagnostic]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _name(source: Source, folder: str) -> str:
    """The path of a PO file in the folder."""
    return source.path[len(folder) :].lstrip(os.sep)
