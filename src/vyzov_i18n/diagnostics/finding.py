"""A finding: what is wrong, where it stands, what to do. Data, never an exception."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding weighs: an error fails a command, a warning fails it under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """One finding.

    `rule` names the bad pattern in kebab case. `line`, `column`, `end_line` and `end_column` count from 1,
    columns in characters, the end exclusive; None where the finding belongs to a whole file or to no file.
    `text` is what stands there, `help` what to do, `suggestion` the text that would be right (or None).
    """

    rule: str
    message: str
    severity: Severity = Severity.ERROR
    path: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    text: str | None = None
    help: str | None = None
    suggestion: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        headline = f"{self.severity.value}[{self.rule}]: {self.message}"
        lines = [f"{place}: {headline}" if place else headline]
        if self.help:
            lines.append(f"  help: {self.help}")
        return "\n".join(lines)


def to_json(findings: Iterable[Diagnostic]) -> str:
    """The findings as one JSON object `{"findings": [...]}`, every key present."""
    import json

    # Not msgspec's encoder: it refuses paths that are not UTF-8.
    document = {"findings": [msgspec.to_builtins(finding) for finding in findings]}
    return json.dumps(document, ensure_ascii=False, indent=2)
