"""How much is told of hostile input."""

from __future__ import annotations

import pytest

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.limits import limit, shorten_quotes


@pytest.mark.parametrize(
    ("sentence", "shortened"),
    [
        (f"“{'ы' * 80}” is wrong", f"“{'ы' * 80}” is wrong"),
        (f"“{'ы' * 300_000}” is wrong: “Вызов”", f"“{'ы' * 79}…” is wrong: “Вызов”"),
        (f"“{'a b' * 100} without an end", f"“{'a b' * 100} without an end"),
        ("x" * 200, "x" * 200),
    ],
)
def test_what_is_quoted_is_cut(sentence: str, shortened: str) -> None:
    assert shorten_quotes(sentence) == shortened


def test_of_each_rule_a_thousand_findings_are_listed() -> None:
    many = [Diagnostic(rule="many", message=str(number), path="a.txt") for number in range(1002)]
    last = Diagnostic(rule="few", message="the last", path="a.txt")
    assert list(limit([*many, last], "a.txt")) == [
        *many[:1000],
        last,
        Diagnostic(
            rule="too-many-findings",
            message="of 1002 findings of the rule many the first 1000 are listed",
            severity=Severity.WARNING,
            path="a.txt",
        ),
    ]
