"""Build templates (.pot): from the marks in Python source, or from any other source of messages."""

from __future__ import annotations

import ast
import os
import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.catalogs.model import Key

# The functions that mark a message, as Babel's extractor wants them: which argument is the context ("c"), which the
# message, which the plural.
KEYWORDS: Final = {"N_": None, "NN_": (1, 2), "NP_": ((1, "c"), 2), "NNP_": ((1, "c"), 2, 3)}

_NOTE: Final = re.compile(r"^[ \t]*#[ \t]*Translators:[ \t]*(.*(?:\n[ \t]*#.*)*)", re.MULTILINE)
_FIELDS: Final = (
    "Report-Msgid-Bugs-To: ",
    "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
    "Language-Team: LANGUAGE <LL@li.org>",
    "Language: ",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
)


def extract_marks(paths: Iterable[str], root: str) -> list[Entry]:
    """The marked messages of Python modules, in the order of the source; references are relative to `root`.

    A comment that starts with "Translators:" speaks for the expression that begins in the line after it, and for
    the elements that follow that one in a tuple. Raises CatalogError for modules that cannot be read.
    """
    entries: list[Entry] = []
    findings: list[Diagnostic] = []
    for path in paths:
        try:
            with open(path, "rb") as file:
                entries += _extract_module(file.read(), os.path.relpath(path, root).replace(os.sep, "/"))
        except (OSError, SyntaxError, ValueError) as error:
            line = error.lineno if isinstance(error, SyntaxError) else None
            findings.append(Diagnostic(rule="unreadable-module", message=str(error), path=path, line=line))
    if findings:
        raise CatalogError(findings)
    return entries


def build_template(entries: Iterable[Entry], project: str) -> Catalog:
    """The template of these messages, in their order and without dates: the same messages give the same file.

    Entries of the same key become one that has the comments, references and flags of all. Raises CatalogError where
    two of them differ in their plural.
    """
    merged: dict[Key, Entry] = {}
    for entry in entries:
        merged[entry.key] = _empty(_merge(merged[entry.key], entry) if entry.key in merged else entry)
    fields = "".join(f"{field}\n" for field in (f"Project-Id-Version: {project}", *_FIELDS))
    return Catalog(entries=[Entry(message="", translations=(fields,)), *merged.values()], charset="utf-8")


def _extract_module(source: bytes, reference: str) -> list[Entry]:
    from io import BytesIO

    from babel.messages.extract import extract

    notes = _find_notes(source.decode())
    entries: list[Entry] = []
    for line, messages, _, context in extract("python", BytesIO(source), KEYWORDS):
        message, *plural = (messages,) if isinstance(messages, str) else messages
        entries.append(
            Entry(
                message=message,
                context=context,
                plural=plural[0] if plural else None,
                comments=str(Notes(extracted=_note_at(notes, line), references=(reference,))),
            )
        )
    return entries


def _find_notes(source: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """The translator comments with the first and last line that each speaks for."""
    starts: dict[int, tuple[str, ...]] = {}
    for found in _NOTE.finditer(source):
        lines = tuple(line.strip().lstrip("#").strip() for line in found[1].split("\n"))
        starts[source.count("\n", 0, found.end()) + 2] = lines
    ends = dict.fromkeys(starts, 0)
    for first, last in _spans(ast.parse(source)):
        if first in ends:
            ends[first] = max(ends[first], last)
    return [(first, ends[first], lines) for first, lines in starts.items()]


def _spans(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """The first and last line of each node; an element of a tuple reaches to the end of the tuple."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.expr, ast.stmt)):
            yield node.lineno, node.end_lineno or node.lineno
        if isinstance(node, ast.Tuple):
            for element in node.elts:
                yield element.lineno, node.end_lineno or node.lineno


def _note_at(notes: list[tuple[int, int, tuple[str, ...]]], line: int) -> tuple[str, ...]:
    """The comment that speaks for a line: the nearest above it."""
    return next((lines for first, last, lines in reversed(notes) if first <= line <= last), ())


def _merge(first: Entry, second: Entry) -> Entry:
    if None not in (first.plural, second.plural) and first.plural != second.plural:
        message = f"the message “{first.message}” is marked with two plurals"
        raise CatalogError([Diagnostic(rule="differing-plurals", message=message, text=second.plural)])
    ours, theirs = first.notes, second.notes
    notes = Notes(
        _unite(ours.comments, theirs.comments),
        _unite(ours.extracted, theirs.extracted),
        _unite(ours.references, theirs.references),
        _unite(ours.flags, theirs.flags),
    )
    plural = second.plural if first.plural is None else first.plural
    return Entry(message=first.message, context=first.context, plural=plural, comments=str(notes))


def _unite(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


def _empty(entry: Entry) -> Entry:
    return Entry(
        message=entry.message,
        context=entry.context,
        plural=entry.plural,
        translations=("",) if entry.plural is None else ("", ""),
        comments=entry.comments,
    )
