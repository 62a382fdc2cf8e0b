"""Termbases as tables: CSV (RFC 4180), with a comma, semicolon or tab between the cells.

Ours has a row a term, and a column for each combination of case, gender and number (`form:genitive.singular`); a cell
with several values has them on lines of their own. A cell that a spreadsheet would take for a formula begins with an
apostrophe. Other people's tables have a row a term as well, or a row a concept with a column a language; the columns
are known by their names in the first row.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import TermbaseError
from vyzov_i18n.termbase.interchange.capacity import features, features_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.termbase.interchange.model import ConceptRecord, Termbase, TermRecord

CONCEPT_COLUMNS: Final = ("concept", "category", "definition", "concept_note", "concept_sources")
TERM_COLUMNS: Final = (
    *("language", "term", "status", "part_of_speech", "gender", "number", "type", "note", "sources", "kind"),
    *("indeclinable", "case_sensitive", "is_quoted", "contexts"),
)
FORM_PREFIX: Final = "form:"
YES: Final = "yes"
_DELIMITERS: Final = ",;\t"
_SPACE: Final = " \t\r\n"
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED: Final = re.compile(r"'+[=+\-@\t\r]")


class Row(NamedTuple):
    """The cells of a row, and the line it begins in."""

    cells: list[str]
    line: int


def write_csv(termbase: Termbase) -> bytes:
    """The termbase as CSV in UTF-8 with a byte order mark, for Excel; it must have been fitted to the format."""
    forms = features_of(termbase)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([*CONCEPT_COLUMNS, *TERM_COLUMNS, *(f"{FORM_PREFIX}{'.'.join(form)}" for form in forms)])
    for concept in termbase.concepts:
        for locale, terms in concept.terms.items():
            for term in terms:
                cells = (*_concept_cells(concept), *_term_cells(locale, term), *_form_cells(term, forms))
                writer.writerow(map(_escape, cells))
    return file.getvalue().encode("utf-8-sig")


def read_rows(text: str, path: str | None) -> Iterator[Row]:
    """The rows, the first of which names the columns. Raises TermbaseError for what is no table."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_sniff(text), strict=True)
    line = 1
    try:
        for cells in reader:
            yield Row([_unescape(cell).strip(_SPACE) for cell in cells], line)
            line = reader.line_num + 1
    except csv.Error as error:
        advice = (
            "save the table as CSV anew: a cell with quotation marks in it stands between such marks, those doubled"
        )
        message = f"the row cannot be read: {error}"
        found = Diagnostic(rule="broken-table", message=message, path=path, line=line, column=1, help=advice)
        raise TermbaseError([found]) from error


def _concept_cells(concept: ConceptRecord) -> tuple[str | None, ...]:
    return concept.id, concept.category, concept.definition, concept.note, "\n".join(concept.sources)


def _term_cells(locale: str, term: TermRecord) -> tuple[str | None, ...]:
    return (
        locale,
        term.text,
        term.status.value,
        *(term.part_of_speech, term.gender, term.number, term.type, term.note),
        "\n".join(term.sources),
        term.kind,
        *(YES if flag else None for flag in (term.indeclinable, term.case_sensitive, term.is_quoted)),
        "\n".join(term.contexts),
    )


def _form_cells(term: TermRecord, forms: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for wanted in forms:
        yield "\n".join(form.text for form in term.forms if features(form) == wanted)


def _escape(cell: str | None) -> str:
    text = cell or ""
    return f"'{text}" if _FORMULA.match(text) else text


def _unescape(cell: str) -> str:
    return cell[1:] if _ESCAPED.match(cell) else cell


def _sniff(text: str) -> str:
    """The delimiter that the first row has most of."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
