"""Findings as annotations of GitHub: workflow commands in the log of a job (GitHub Docs, "Workflow commands")."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics.display import show
from vyzov_i18n.diagnostics.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vyzov_i18n.diagnostics.finding import Diagnostic

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_PROPERTY_ESCAPES: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def to_github(findings: Iterable[Diagnostic]) -> str:
    """A command a line for each finding, each line ended by a line feed."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Diagnostic) -> str:
    lines = [show(text).replace("%", "%25") for text in (finding.message, finding.help) if text]
    properties = ",".join(f"{name}={value}" for name, value in _properties(finding).items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{'%0A'.join(lines)}"


def _properties(finding: Diagnostic) -> dict[str, str]:
    """What is known of the place; columns only within one line, as GitHub wants it."""
    values: dict[str, str | int | None] = {
        "file": finding.path and PurePath(finding.path).as_posix(),
        "line": finding.line,
        "endLine": finding.end_line,
    }
    if finding.end_line in (finding.line, None):
        values |= {"col": finding.column, "endColumn": finding.end_column}
    values["title"] = finding.rule
    return {name: str(value).translate(_PROPERTY_ESCAPES) for name, value in values.items() if value is not None}
