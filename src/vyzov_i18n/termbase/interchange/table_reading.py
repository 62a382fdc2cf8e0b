"""Read termbases from tables: CSV of ours and of others, and UTX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import LocaleError, TermbaseError
from vyzov_i18n.locales import parse_tag
from vyzov_i18n.termbase.interchange.collecting import Collector
from vyzov_i18n.termbase.interchange.columns import (
    LANGUAGE,
    SOURCE,
    TARGET,
    TERM,
    Column,
    find_side,
    read_column,
)
from vyzov_i18n.termbase.interchange.model import Termbase
from vyzov_i18n.termbase.interchange.tables import FORM_PREFIX, YES, read_rows
from vyzov_i18n.termbase.interchange.texts import on_one_line
from vyzov_i18n.termbase.interchange.vocabulary import read_gender, read_part_of_speech, read_status
from vyzov_i18n.termbase.model import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.termbase.interchange.tables import Row

_Fields: TypeAlias = dict[str, Any]

_MOST_FINDINGS: Final = 100
_FLAGS: Final = ("indeclinable", "case_sensitive", "is_quoted")
_LISTS: Final = ("sources", "contexts", "concept_sources")
_CONCEPT_FIELDS: Final = {
    "category": "category",
    "definition": "definition",
    "concept_note": "note",
    "concept_sources": "sources",
}
_VOCABULARY: Final = {"part_of_speech": read_part_of_speech, "gender": read_gender, "status": read_status}
_GENDERS: Final = ("masculine", "feminine", "neuter", "common", "animate", "inanimate", "personal")
_NUMBERS: Final = ("singular", "dual", "plural", "zero", "one", "two", "few", "many", "other")


def parse_csv(text: str, path: str | None, pair: tuple[str, str] | None = None) -> Termbase:
    """The termbase in the text of a CSV file; `pair` are the locales of columns named `source` and `target`.

    Raises TermbaseError for what is no table, or has no column of terms.
    """
    rows = read_rows(text, path)
    header = next(rows, None)
    return read_table(header.cells if header else [], rows, path, pair)


def read_table(names: Sequence[str], rows: Iterator[Row], path: str | None, pair: tuple[str, str] | None) -> Termbase:
    """The termbase in the rows of a table whose columns have these names. Raises TermbaseError."""
    reader = _Reader(names, path, pair)
    for row in rows:
        reader.add(row)
    return Termbase(concepts=tuple(reader.collector.concepts()), path=path, findings=tuple(reader.findings))


class _Reader:
    __slots__ = ("_columns", "_path", "collector", "findings")

    def __init__(self, names: Sequence[str], path: str | None, pair: tuple[str, str] | None) -> None:
        self._path = path
        self.findings: list[Diagnostic] = []
        self.collector = Collector()
        sides = dict(zip((SOURCE, TARGET), pair or (), strict=False))
        self._columns = [read_column(name, sides) for name in names]
        self._check(names)

    def add(self, row: Row) -> None:
        """Add a row; cells beyond the last column and rows without a term are told."""
        cells = [(column, cell) for column, cell in zip(self._columns, row.cells, strict=False) if column and cell]
        if any(row.cells[len(self._columns) :]):
            self._report("surplus-cells", "the row has more cells than there are columns", row.line)
        if not any(row.cells):
            return
        shared = self._read_fields([(column.field, cell) for column, cell in cells if column.locale is None], row.line)
        concept = {_CONCEPT_FIELDS[name]: shared.pop(name) for name in _CONCEPT_FIELDS if name in shared}
        concept_id = shared.pop("id", None) or f"row-{row.line}"
        tag = shared.pop(LANGUAGE, None)
        terms = list(self._read_terms(cells, row.line))
        if terms:
            self._add_wide(concept_id, concept, shared, terms, row.line)
        elif tag and TERM in shared:
            self._add_one(concept_id, concept, shared, tag, row.line)
        else:
            self._report("row-without-term", "the row has no term that could be read", row.line)

    def _add_one(self, concept_id: str, concept: _Fields, fields: _Fields, tag: str, line: int) -> None:
        """Add the term of a row that has one, with its language."""
        try:
            locale = parse_tag(tag)
        except LocaleError as error:
            self._report("malformed-language", f"the term is left out: {error}", line)
            return
        self.collector.add_concept(concept_id, concept, line)
        self.collector.add_term(concept_id, locale, fields)

    def _add_wide(
        self, concept_id: str, concept: _Fields, shared: _Fields, terms: list[tuple[str, _Fields]], line: int
    ) -> None:
        """Add the terms of a row that has a column for each language; what it says else is of all of them."""
        shared.pop(TERM, None)
        note = {"note": shared.pop("note")} if "note" in shared else {}
        self.collector.add_concept(concept_id, {**note, **concept}, line)
        self.collector.add_translations(concept_id, [(locale, {**shared, **fields}) for locale, fields in terms])

    def _read_terms(self, cells: list[tuple[Column, str]], line: int) -> Iterator[tuple[str, _Fields]]:
        """The terms of the columns of languages; each has the fields of its language that come next to it."""
        for locale in dict.fromkeys(column.locale for column, _ in cells if column.locale):
            own = [(column.field, cell) for column, cell in cells if column.locale == locale]
            fields = self._read_fields([(name, cell) for name, cell in own if name != TERM], line)
            fields.pop("definition", None)
            for name, cell in own:
                if name == TERM:
                    yield locale, {**fields, TERM: on_one_line(cell)}

    def _read_fields(self, cells: list[tuple[str, str]], line: int) -> _Fields:
        fields: _Fields = {}
        forms = tuple(form for name, cell in cells if name.startswith(FORM_PREFIX) for form in _read_forms(name, cell))
        if forms:
            fields["forms"] = forms
        for name, cell in cells:
            value = self._read_value(name, cell, line)
            if value is not None and name not in fields and not name.startswith(FORM_PREFIX):
                fields[name] = value
        return fields

    def _read_value(self, name: str, cell: str, line: int) -> Any:
        if name in _VOCABULARY:
            value = _VOCABULARY[name](cell)
            if value is None:
                self._report("unknown-value", f"{cell!r} is no {name.replace('_', ' ')} that is known", line)
            return value
        if name in _FLAGS:
            return cell.casefold() in (YES, "true", "1")
        if name in _LISTS:
            return tuple(filter(None, cell.split("\n")))
        return on_one_line(cell) if name == TERM else cell

    def _check(self, names: Sequence[str]) -> None:
        known = {column.field for column in self._columns if column}
        is_wide = any(column and column.locale and column.field == TERM for column in self._columns)
        if not is_wide and not {TERM, LANGUAGE} <= known:
            raise TermbaseError([self._no_terms(any(map(find_side, names)))])
        for name, column in zip(names, self._columns, strict=True):
            if column is None and name:
                self._report("skipped-column", f"the column {name!r} is not known and left out", 1, Severity.INFO)

    def _no_terms(self, has_sides: bool) -> Diagnostic:
        message = "the first row names no columns of terms: a language each, or `language` and `term`"
        advice = "name the columns by their languages, as in: en,ru,definition"
        if has_sides:
            message = "the table has a source and a target, and does not say in which languages"
            advice = "name the two languages"
        return Diagnostic(rule="no-term-column", message=message, path=self._path, line=1, column=1, help=advice)

    def _report(self, rule: str, message: str, line: int, severity: Severity = Severity.WARNING) -> None:
        if len(self.findings) < _MOST_FINDINGS:
            found = Diagnostic(rule=rule, message=message, severity=severity, path=self._path, line=line, column=1)
            self.findings.append(found)


def _read_forms(name: str, cell: str) -> Iterator[Form]:
    """The forms in a cell, whose column names their features: `form:genitive.singular`."""
    case = gender = number = None
    for feature in filter(None, name.removeprefix(FORM_PREFIX).split(".")):
        if feature in _NUMBERS:
            number = feature
        elif feature in _GENDERS:
            gender = feature
        else:
            case = feature
    yield from (Form(text, case, number, gender) for text in filter(None, cell.split("\n")))
