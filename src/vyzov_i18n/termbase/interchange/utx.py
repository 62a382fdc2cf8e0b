"""UTX, the glossaries of the AAMT: written as version 1.11, read as 1.00 to 1.20.

Two languages, a row a pair of terms, cells apart by tabs. A row with the preferred terms of both languages comes first,
then each other term beside the preferred one of the other language; the status of the row is that of the new term.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import LocaleError, TermbaseError
from vyzov_i18n.locales import parse_tag
from vyzov_i18n.termbase.interchange.table_reading import read_table
from vyzov_i18n.termbase.interchange.tables import Row
from vyzov_i18n.termbase.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.termbase.interchange.model import ConceptRecord, Termbase, TermRecord

_STATUSES: Final = {
    Status.PREFERRED: "approved",
    Status.ADMITTED: "provisional",
    Status.DEPRECATED: "non-standard",
    Status.FORBIDDEN: "forbidden",
}
_COLUMNS: Final = "#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tconcept ID"
_EMPTY: Final = "-"
_FIRST: Final = re.compile(r"#\s*UTX(?:-S)?[\s\d.]*;?\s*([\w-]+)(?:/([\w-]+))?")


def write_utx(termbase: Termbase) -> bytes:
    """The termbase as UTX 1.11 in UTF-8; it must have been fitted to the format."""
    locales = termbase.locales or ("en", "und")
    header = f"#UTX 1.11; {'/'.join(locales)}; copyright: see the film's catalogs; license: see the film's catalogs"
    rows = [row for concept in termbase.concepts for row in _rows(concept, *locales)]
    return "".join(f"{line}\r\n" for line in (header, _COLUMNS, *rows)).encode()


def parse_utx(text: str, path: str | None) -> Termbase:
    """The termbase in the text of a UTX file. Raises TermbaseError for what is none."""
    lines = text.replace("\r\n", "\n").split("\n")
    first = _FIRST.match(lines[0])
    header = next((line for line in lines[1:] if line.startswith("#") and "\t" in line), None)
    if first is None or header is None:
        message = "the file is no UTX: it needs a first line with #UTX, and a line that names the columns"
        raise TermbaseError([Diagnostic(rule="no-utx", message=message, path=path, line=1, column=1)])
    names = [name.strip() for name in header.lstrip("#").split("\t")]
    return read_table(names, _read_rows(lines), path, _read_pair(first, path))


def _rows(concept: ConceptRecord, source: str, target: str) -> Iterator[str]:
    first, other = concept.preferred(source), concept.preferred(target)
    if first is None or other is None:
        return
    yield _row(first, other, Status.PREFERRED, concept.id)
    for term in concept.terms[source]:
        if term is not first:
            yield _row(term, other, term.status, concept.id)
    for term in concept.terms[target]:
        if term is not other:
            yield _row(first, term, term.status, concept.id)


def _row(source: TermRecord, target: TermRecord, status: Status, concept_id: str) -> str:
    parts = (source.part_of_speech or _EMPTY, target.part_of_speech or _EMPTY)
    return "\t".join((source.text, target.text, *parts, _STATUSES[status], concept_id))


def _read_rows(lines: list[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            cells = (cell.strip(" ") for cell in line.split("\t"))
            yield Row(["" if cell == _EMPTY else cell for cell in cells], number)


def _read_pair(first: re.Match[str], path: str | None) -> tuple[str, str] | None:
    if first[2] is None:
        return None
    try:
        return parse_tag(first[1]), parse_tag(first[2])
    except LocaleError as error:
        message = f"the first line names no two languages: {error}"
        raise TermbaseError([Diagnostic(rule="no-utx", message=message, path=path, line=1, column=1)]) from error
