"""A finding as a line of text and as JSON."""

from __future__ import annotations

import json

from vyzov_i18n.diagnostics import Diagnostic, Severity, to_json


def test_a_finding_is_one_headline_and_its_help() -> None:
    finding = Diagnostic(rule="bad-escape", message="no", path="a.po", line=3, column=5, help="double it")
    assert str(finding) == "a.po:3:5: error[bad-escape]: no\n  help: double it"


def test_a_finding_of_no_file_has_no_place() -> None:
    assert str(Diagnostic(rule="untold", message="no", severity=Severity.INFO)) == "info[untold]: no"


def test_every_key_is_in_the_json() -> None:
    finding = Diagnostic(rule="bad-escape", message="«нет»", path="a.po", line=3)
    text = to_json([finding])
    assert "«нет»" in text
    assert json.loads(text) == {
        "findings": [
            {
                "rule": "bad-escape",
                "message": "«нет»",
                "severity": "error",
                "path": "a.po",
                "line": 3,
                "column": None,
                "end_line": None,
                "end_column": None,
                "text": None,
                "help": None,
                "suggestion": None,
            }
        ]
    }
