"""The glossary over more text than one machine holds: `find` and `check` as PySpark functions (the extra `spark`).

The rows are those that the library gives for each text or file, in its order. They travel as Arrow batches, and each
Python process of an executor builds the automaton of a glossary once. The executors need this package and its extra.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec

from vyzov_i18n.documents import read_document
from vyzov_i18n.documents.read import SUFFIXES
from vyzov_i18n.errors import DocumentError, LocaleError
from vyzov_i18n.termbase.files import Checkers, check_document
from vyzov_i18n.termbase.search import find_in_document

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import Match

Row: TypeAlias = dict[str, Any]
Work: TypeAlias = Callable[..., Iterable[Row]]

PLACE: Final = {"line": "int", "column": "int", "end_line": "int", "end_column": "int"}
MATCH: Final = {
    "start": "bigint",
    "end": "bigint",
    "text": "string",
    "concept": "string",
    "locale": "string",
    "status": "string",
    "cases": "array<string>",
    "numbers": "array<string>",
    "is_quoted": "boolean",
    "look_alike": "boolean",
}
"""The columns of a match, those of `Match`; `cases` and `numbers` are all that its form may be."""
FINDING: Final = {
    "rule": "string",
    "severity": "string",
    "message": "string",
    **PLACE,
    "text": "string",
    "help": "string",
    "suggestion": "string",
}
"""The columns of a finding, those of `Diagnostic`."""

_REMEMBERED: Final = 4  # glossaries in one process


def find_terms(df: DataFrame, column: str, glossary: Glossary, *, locale: str | None = None) -> DataFrame:
    """The terms in a column of texts, a row each: the other columns of the text's row, then those of `MATCH`.

    Each text stands for itself, as in `Glossary.find`; null has no terms. Raises ValueError for a column that is not
    there, or where another has the name of one of a match: select those that tell the rows apart.
    """
    return _map_column(df, column, partial(_find_in_text, locale=locale), glossary, MATCH)


def check_terms(df: DataFrame, column: str, glossary: Glossary, locale: str | None = None) -> DataFrame:
    """What is wrong in a column of texts, a row a finding: the other columns of its row, then those of `FINDING`.

    Each text is checked as `Glossary.check` does. Raises ValueError as `find_terms`, and LocaleError for a locale that
    the glossary lacks.
    """
    _require(glossary, locale)
    return _map_column(df, column, partial(_check_text, locale=locale), glossary, FINDING)


def find_in_files(spark: SparkSession, folder: str, glossary: Glossary, *, locale: str | None = None) -> DataFrame:
    """The terms in the text and subtitle files of a folder and below: `path`, the columns of `MATCH`, the place.

    A file that cannot be read is a row whose `error` tells why, all else but the path null.
    """
    work = partial(_find_in_file, locale=locale)
    return _map_files(spark, folder, work, glossary, {**MATCH, **PLACE, "error": "string"})


def check_files(spark: SparkSession, folder: str, glossary: Glossary, locale: str | None = None) -> DataFrame:
    """What is wrong in the text and subtitle files of a folder and below: `path`, then the columns of `FINDING`.

    A file that cannot be read is a finding. Raises LocaleError for a locale that the glossary lacks.
    """
    _require(glossary, locale)
    return _map_files(spark, folder, partial(_check_file, locale=locale), glossary, FINDING)


def _require(glossary: Glossary, locale: str | None) -> None:
    if locale is not None and locale not in glossary.locales:
        message = f"the glossary has no locale {locale!r}; it has {', '.join(glossary.locales)}"
        raise LocaleError(message, locale, glossary.locales)


def _map_column(df: DataFrame, column: str, work: Work, glossary: Glossary, added: Mapping[str, str]) -> DataFrame:
    if column not in df.columns:
        raise ValueError(f"there is no column {column!r}, only {', '.join(df.columns)}")
    kept = [name for name in df.columns if name != column]
    if twice := [name for name in kept if name in added]:
        raise ValueError(f"columns of the result have the names {', '.join(twice)} too: rename or drop those given")
    return _map(df, [column], kept, work, glossary, added)


def _map_files(spark: SparkSession, folder: str, work: Work, glossary: Glossary, added: Mapping[str, str]) -> DataFrame:
    suffixes = ("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in suffix) for suffix in SUFFIXES)
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    files = files.option("pathGlobFilter", f"*{{{','.join(suffixes)}}}")
    return _map(files.load(folder).select("path", "content"), ["path", "content"], ["path"], work, glossary, added)


def _map(
    df: DataFrame, read: list[str], kept: list[str], work: Work, glossary: Glossary, added: Mapping[str, str]
) -> DataFrame:
    """A data frame of the columns `kept`, and of those `added` by `work`, which gets the values of those `read`."""
    from pyspark.sql.types import StructType

    columns: Any = StructType.fromDDL(", ".join(f"`{name}` {kind}" for name, kind in added.items()))
    fields = [df.schema[name] for name in kept]
    return df.mapInArrow(
        partial(_map_batches, read, kept, work, pickle.dumps(glossary), added), StructType([*fields, *columns.fields])
    )


def _map_batches(
    read: list[str],
    kept: list[str],
    work: Work,
    glossary: bytes,
    added: Mapping[str, str],
    batches: Iterator[pyarrow.RecordBatch],
) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow

    schema = _arrow_schema(added)
    for batch in batches:
        origins: list[int] = []
        rows: list[Row] = []
        for index, values in enumerate(zip(*(batch.column(name).to_pylist() for name in read), strict=True)):
            rows += work(glossary, *values)
            origins += [index] * (len(rows) - len(origins))
        found = pyarrow.RecordBatch.from_pylist(rows, schema=schema)
        same = batch.select(kept).take(pyarrow.array(origins, pyarrow.int64()))
        yield pyarrow.RecordBatch.from_arrays([*same.columns, *found.columns], names=[*kept, *schema.names])


def _arrow_schema(columns: Mapping[str, str]) -> pyarrow.Schema:
    import pyarrow

    kinds = {
        "bigint": pyarrow.int64(),
        "int": pyarrow.int32(),
        "boolean": pyarrow.bool_(),
        "string": pyarrow.string(),
        "array<string>": pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])


@lru_cache(maxsize=_REMEMBERED)
def _checkers(glossary: bytes) -> Checkers:
    """The checkers of a pickled glossary, and the glossary itself: made once in a process, whatever it is given."""
    return Checkers(pickle.loads(glossary))


def _find_in_text(glossary: bytes, text: str | None, *, locale: str | None) -> Iterator[Row]:
    matches = _checkers(glossary).glossary.find(text or "", locale=locale)
    return map(_match_row, matches)


def _check_text(glossary: bytes, text: str | None, *, locale: str | None) -> Iterator[Row]:
    findings = _checkers(glossary).glossary.check(text, locale) if text else ()
    return (msgspec.to_builtins(finding) for finding in findings)


def _find_in_file(glossary: bytes, path: str, content: bytes, *, locale: str | None) -> Iterator[Row]:
    try:
        document = read_document(path, content)
    except DocumentError as error:
        yield {"error": str(error)}
        return
    for found in find_in_document(document, _checkers(glossary).glossary, locale=locale):
        yield {**_match_row(found.match), **{name: getattr(found, name) for name in PLACE}}


def _check_file(glossary: bytes, path: str, content: bytes, *, locale: str | None) -> Iterator[Row]:
    try:
        document = read_document(path, content)
    except DocumentError as error:
        yield from (msgspec.to_builtins(finding) for finding in error.findings)
        return
    for finding in check_document(document, _checkers(glossary), locale=locale):
        yield msgspec.to_builtins(finding)


def _match_row(match: Match) -> Row:
    return {
        **{name: getattr(match, name) for name in MATCH if hasattr(match, name)},
        "status": match.status.value,
        "cases": list(dict.fromkeys(form.case for form in match.forms if form.case)),
        "numbers": list(dict.fromkeys(form.number for form in match.forms if form.number)),
    }
