"""Findings as workflow commands of GitHub."""

from __future__ import annotations

from typing import Any

import pytest

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.github import to_github


def command(**fields: Any) -> str:
    return to_github([Diagnostic(**{"rule": "odd-word", "message": "odd", **fields})])


def test_a_finding_is_an_annotation_of_its_place() -> None:
    place = {"line": 3, "column": 9, "end_line": 3, "end_column": 12}
    assert command(path="ru/a.po", **place, help="Look again.") == (
        "::error file=ru/a.po,line=3,endLine=3,col=9,endColumn=12,title=odd-word::odd%0ALook again.\n"
    )


@pytest.mark.parametrize(
    ("severity", "name"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_the_severity_is_the_command(severity: Severity, name: str) -> None:
    assert command(severity=severity) == f"::{name} title=odd-word::odd\n"


def test_columns_are_told_within_one_line_only() -> None:
    text = command(path="a.po", line=3, column=9, end_line=4, end_column=2)
    assert text == "::error file=a.po,line=3,endLine=4,title=odd-word::odd\n"


def test_what_would_end_a_property_or_the_command_is_escaped() -> None:
    text = command(path="a,b:c%\r\n.po", message="100%\r\n::error::x", help="a:b,c")
    assert text == "::error file=a%2Cb%3Ac%25%0D%0A.po,title=odd-word::100%25<U+000D><U+000A>::error::x%0Aa:b,c\n"


def test_each_finding_is_a_line() -> None:
    finding = Diagnostic(rule="odd", message="no")
    assert to_github([finding, finding]) == "::error title=odd::no\n" * 2
    assert to_github([]) == ""
