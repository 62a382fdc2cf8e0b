"""The documentation of rules: how it is loaded, and that every rule has one."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import msgspec
import pytest

from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.diagnostics.rules import Rule, load_rules

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = """
[straight-quotes]
severity = "warning"
what = "A straight quotation mark."
why = "It is a typist's makeshift."
example = 'msgstr "the \\"Challenge\\""'
instead = "Write “ and ”."
fixable = true
"""


def test_a_table_is_a_rule_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(_TABLE, encoding="utf-8")
    assert load_rules(path) == {
        "straight-quotes": Rule(
            name="straight-quotes",
            severity=Severity.WARNING,
            what="A straight quotation mark.",
            why="It is a typist's makeshift.",
            example='msgstr "the \\"Challenge\\""',
            instead="Write “ and ”.",
            fixable=True,
            scope="catalog",
        )
    }


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("fixable = 'yes'", "Expected `bool`"),
        ("colour = 'red'", "unknown field"),
        ("severity = 'fatal'", "Invalid enum value"),
    ],
)
def test_what_is_wrong_with_a_table_is_raised(tmp_path: Path, table: str, problem: str) -> None:
    path = tmp_path / "rules.toml"
    key = table.partition(" ")[0]
    kept = [line for line in _TABLE.splitlines() if not line.startswith(key)]
    path.write_text("\n".join([*kept, table]), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match=problem):
        load_rules(path)


def test_a_file_that_is_no_toml_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text("[", encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        load_rules(path)


def test_a_rule_reads_as_text_and_as_markdown() -> None:
    rule = Rule(name="odd", severity=Severity.ERROR, what="What.", why="Why.", example="```\nb\n", instead="That.")
    assert rule.text == "What.\n\nWhy.\n\nExample:\n    ```\n    b\n\nInstead:\nThat."
    assert rule.markdown == "What.\n\nWhy.\n\n**Example**\n\n    ```\n    b\n\n**Instead**\n\nThat."
