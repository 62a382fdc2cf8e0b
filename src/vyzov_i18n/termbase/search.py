"""Find the terms of a glossary in files of any length and number."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.shares import CAN_FORK, share_out
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.places import Place, Source
from vyzov_i18n.documents import Format, iter_chunks, read_document
from vyzov_i18n.documents.lines import LINE_END
from vyzov_i18n.documents.read import SUFFIXES, find_format
from vyzov_i18n.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from vyzov_i18n.documents import Document
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import Match

_FEWEST_FOR_FORKS: Final = 4


class FileMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A term found in a file.

    `match` has its offsets in characters of the decoded file without its byte order mark, and as its text what stands
    there, markup included. `line`, `column`, `end_line` and `end_column` count from 1, columns in characters, the end
    exclusive.
    """

    path: str
    match: Match
    line: int
    column: int
    end_line: int
    end_column: int


def find_in_file(
    path: str, glossary: Glossary, *, locale: str | None = None, report: Callable[[Diagnostic], None] | None = None
) -> Iterator[FileMatch]:
    """The terms in a text or subtitle file, as `Glossary.find_in_file` tells.

    Plain text is read a piece at a time, cut behind a paragraph; other formats are read whole.
    """
    if find_format(path) is Format.TEXT:
        yield from _find_in_text(path, glossary, locale, report)
        return
    document = read_document(path)
    if report:
        for finding in document.findings:
            report(finding)
    yield from find_in_document(document, glossary, locale=locale)


def find_in_document(document: Document, glossary: Glossary, *, locale: str | None = None) -> Iterator[FileMatch]:
    """The terms in a document that was read."""
    for match in glossary.find(document.text, locale=locale):
        start, end = document.span(match.start, match.end)
        yield _located(document.path, match, start, document.source[start:end], document.lines.place(start, end))


def find_in_files(
    paths: Iterable[str | os.PathLike[str]],
    glossary: Glossary,
    *,
    locale: str | None = None,
    processes: int = 1,
    track: Callable[[Sequence[str]], Iterable[str]] = iter,
    report: Callable[[Diagnostic], None] | None = None,
) -> Iterator[FileMatch]:
    """The terms in files and folders, as `Glossary.find_in_files` tells."""
    findings: list[Diagnostic] = []
    files = [file for path in paths for file in _list_files(os.fspath(path), findings)]
    _tell(findings, report)

    def search(path: str) -> tuple[list[FileMatch], list[Diagnostic]]:
        return _search(path, glossary, locale)

    if processes > 1 and CAN_FORK and len(files) >= _FEWEST_FOR_FORKS:
        shares = share_out(lambda share: [search(path) for path in track(share)], files, processes)
        results: Iterable[tuple[list[FileMatch], list[Diagnostic]]] = (
            shares[index % processes][index // processes] for index in range(len(files))
        )
    else:
        results = map(search, track(files))
    for matches, findings in results:
        _tell(findings, report)
        yield from matches


def _search(path: str, glossary: Glossary, locale: str | None) -> tuple[list[FileMatch], list[Diagnostic]]:
    findings: list[Diagnostic] = []
    try:
        return list(find_in_file(path, glossary, locale=locale, report=findings.append)), findings
    except DocumentError as error:
        return [], [*findings, *error.findings]
    except OSError as error:
        return [], [*findings, _unreadable(path, error)]


def _tell(findings: Sequence[Diagnostic], report: Callable[[Diagnostic], None] | None) -> None:
    for finding in findings:
        if report:
            report(finding)
        elif finding.severity is Severity.ERROR:
            raise DocumentError([finding])


def _list_files(path: str, findings: list[Diagnostic]) -> list[str]:
    """The file itself; of a folder those that can be read, by their suffixes, in order."""
    if not os.path.isdir(path):
        return [path]
    tree = os.walk(path, onerror=lambda error: findings.append(_unreadable(error.filename, error)))
    return sorted(
        os.path.join(folder, name)
        for folder, _, names in tree
        for name in names
        if os.path.splitext(name)[1].lower() in SUFFIXES
    )


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return Diagnostic(rule="unreadable-file", message=error.strerror or str(error), path=path)


def _find_in_text(
    path: str, glossary: Glossary, locale: str | None, report: Callable[[Diagnostic], None] | None
) -> Iterator[FileMatch]:
    introduced: set[str] = set()
    column = 1
    for chunk in iter_chunks(path, report=report):
        lines = Source(chunk.source, LINE_END)
        for match in glossary.find(chunk.text, introduced=introduced, locale=locale):
            place = _moved(lines.place(match.start, match.end), chunk.line, column)
            text = chunk.source[match.start : match.end]
            yield _located(path, match, chunk.offset + match.start, text, place)
        column = _last_column(chunk.source, column)


def _last_column(text: str, column: int) -> int:
    """The column behind a text that begins at that one."""
    line_end = max(text.rfind("\n"), text.rfind("\r"))
    return column + len(text) if line_end < 0 else len(text) - line_end


def _moved(place: Place, line: int, column: int) -> Place:
    """The place in the file of what stands there in a piece that begins at that line and column."""
    return Place(
        place.line + line - 1,
        place.column + (column - 1 if place.line == 1 else 0),
        place.end_line + line - 1,
        place.end_column + (column - 1 if place.end_line == 1 else 0),
    )


def _located(path: str, match: Match, start: int, text: str, place: Place) -> FileMatch:
    original = msgspec.structs.replace(match, start=start, end=start + len(text), text=text)
    return FileMatch(path=path, match=original, **msgspec.structs.asdict(place))
