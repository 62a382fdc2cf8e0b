"""From defects by key path to diagnostics by line and column, in the order of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.film.positions import LineIndex, Node, locate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vyzov_i18n.film.defects import Defect
    from vyzov_i18n.film.positions import Span

_MOST_CHARACTERS: Final = 200


def report(defects: Iterable[Defect], text: str, file: str) -> tuple[Diagnostic, ...]:
    """The diagnostics of a TOML text that `tomllib` accepts, sorted by their places."""
    root, lines = locate(text), LineIndex(text)
    placed = sorted(((_span(defect, root, text), defect) for defect in defects), key=lambda pair: pair[0])
    return tuple(_diagnostic(defect, span, text, lines, file) for span, defect in placed)


def _diagnostic(defect: Defect, span: Span, text: str, lines: LineIndex, file: str) -> Diagnostic:
    (line, column), (end_line, end_column) = (lines.place(offset) for offset in span)
    return Diagnostic(
        rule=defect.rule,
        message=defect.message,
        path=file,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=text[slice(*span)][:_MOST_CHARACTERS] or None,
        suggestion=defect.suggestion,
    )


def _span(defect: Defect, root: Node, text: str) -> Span:
    """The characters a defect is about: what its suggestion would replace, where it has one."""
    node = root.find(defect.path)
    start, end = node.key if defect.on_key and node.key else node.value
    if defect.variable is not None:
        variable = re.compile(rf"\${re.escape(defect.variable)}(?![\w.-])").search(text, start, end)
        return (variable.start() + 1, variable.end()) if variable else (start, end)
    if defect.suggestion and text[start] in "\"'" and text[start] != text[start + 1]:
        return start + 1, end - 1
    return start, end
