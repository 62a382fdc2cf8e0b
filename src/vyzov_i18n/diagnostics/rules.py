"""What each rule is for: what it finds, why that is bad, an example, what to write instead."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import msgspec

from vyzov_i18n.diagnostics.finding import Severity

if TYPE_CHECKING:
    import os


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The documentation of one rule.

    `severity` is that of its findings, of the gravest where they differ; `example` breaks the rule, `instead` tells
    what to write or do. `fixable` tells whether a finding comes with the text that would be right. `scope` is what the
    rule looks at: any gettext `catalog`, a compiled one (`mo`), any `file`, a `film`, a MessageFormat 2 `message`, a
    Python `module`, a `summary`, a `text` held against a glossary.
    """

    name: str
    severity: Severity
    what: str
    why: str
    example: str
    instead: str
    fixable: bool = False
    scope: str = "catalog"

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return f"{self.what}\n\n{self.why}\n\nExample:\n{_indented(self.example)}\n\nInstead:\n{self.instead}"

    @property
    def markdown(self) -> str:
        """All of it as Markdown (CommonMark), without a heading."""
        return f"{self.what}\n\n{self.why}\n\n**Example**\n\n{_indented(self.example)}\n\n**Instead**\n\n{self.instead}"


def load_rules(path: str | os.PathLike[str]) -> dict[str, Rule]:
    """The rules of a TOML file, in which each is a table under its name.

    The file is a part of the program: what is wrong with it raises msgspec.ValidationError or tomllib.TOMLDecodeError.
    """
    with open(path, "rb") as file:
        tables = tomllib.load(file)
    return msgspec.convert({name: {"name": name, **table} for name, table in tables.items()}, dict[str, Rule])


def _indented(example: str) -> str:
    """As a code block, which no character of the example can end."""
    return "\n".join(f"    {line}" for line in example.rstrip("\n").split("\n"))
