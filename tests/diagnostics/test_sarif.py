"""Findings as a SARIF log that keeps to the schema of OASIS."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema.validators import validator_for

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.rules import Rule
from vyzov_i18n.diagnostics.sarif import to_sarif

_DATA = Path(__file__).parent / "data"
_SCHEMA = json.loads((_DATA / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
_VALIDATOR = validator_for(_SCHEMA)(_SCHEMA)

_RULES = {
    "odd-word": Rule(
        name="odd-word", severity=Severity.WARNING, what="An odd word.", why="Odd.", example="xyz", instead="abc"
    ),
    "untold": Rule(name="untold", severity=Severity.INFO, what="Untold.", why="Lost.", example="-", instead="+"),
}


def parse(*findings: Diagnostic) -> dict[str, Any]:
    """The run of the log of these findings, after the log was held against the schema."""
    log = json.loads(to_sarif(findings, _RULES, "1.2.3"))
    _VALIDATOR.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def finding(**fields: Any) -> Diagnostic:
    return Diagnostic(**{"rule": "odd-word", "message": "odd", "path": "ru/a.po", **fields})


def result(**fields: Any) -> dict[str, Any]:
    return dict(parse(finding(**fields))["results"][0])


def fingerprints(*findings: Diagnostic) -> list[str]:
    return [one["partialFingerprints"]["findingHash/v1"] for one in parse(*findings)["results"]]


def test_the_schema_refuses_what_is_no_log() -> None:
    assert not _VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]})


def test_the_tool_documents_its_rules() -> None:
    run = parse()
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("vyzov-i18n", "1.2.3")
    assert driver["rules"][0] == {
        "id": "odd-word",
        "shortDescription": {"text": "An odd word."},
        "fullDescription": {"text": "Odd."},
        "help": {"text": _RULES["odd-word"].text, "markdown": _RULES["odd-word"].markdown},
        "defaultConfiguration": {"level": "warning"},
    }
    assert driver["rules"][1]["defaultConfiguration"] == {"level": "note"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == []


def test_a_finding_is_a_result_with_its_place_and_fix() -> None:
    place = {"line": 3, "column": 9, "end_line": 3, "end_column": 12}
    found = result(**place, severity=Severity.WARNING, text="кот", help="Look again.", suggestion="кошка")
    fingerprint = found.pop("partialFingerprints")["findingHash/v1"]
    assert len(fingerprint) == 32
    region = {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 12}
    artifact = {"uri": "ru/a.po", "uriBaseId": "%SRCROOT%"}
    assert found == {
        "ruleId": "odd-word",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "odd\nLook again."},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": {**region, "snippet": {"text": "кот"}}}}
        ],
        "fixes": [
            {
                "description": {"text": "Replace it by: кошка"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": "кошка"}}],
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_the_severity_is_a_level(severity: Severity, level: str) -> None:
    assert result(severity=severity)["level"] == level


def test_a_finding_of_no_file_has_no_location() -> None:
    assert "locations" not in result(path=None)


def test_a_finding_of_a_whole_file_has_no_region() -> None:
    assert "region" not in result()["locations"][0]["physicalLocation"]


def test_a_rule_without_documentation_has_no_index() -> None:
    found = result(rule="brand-new")
    assert found["ruleId"] == "brand-new"
    assert "ruleIndex" not in found


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("./ru/../ru/a.po", {"uri": "ru/a.po", "uriBaseId": "%SRCROOT%"}),
        ("вызов/a b#1%.po", {"uri": "%D0%B2%D1%8B%D0%B7%D0%BE%D0%B2/a%20b%231%25.po", "uriBaseId": "%SRCROOT%"}),
        ("c:d.po", {"uri": "c%3Ad.po", "uriBaseId": "%SRCROOT%"}),
        ("\udcff.po", {"uri": "%FF.po", "uriBaseId": "%SRCROOT%"}),
        ("/tmp/a b.po", {"uri": "file:///tmp/a%20b.po"}),
    ],
)
def test_a_path_is_a_uri(path: str, artifact: dict[str, str]) -> None:
    assert result(path=path)["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def test_a_quotation_that_is_not_all_of_the_place_is_no_snippet() -> None:
    found = result(line=1, column=1, end_line=1, end_column=100, text="the start of it")
    assert "snippet" not in found["locations"][0]["physicalLocation"]["region"]


def test_a_suggestion_without_a_place_is_no_fix() -> None:
    assert "fixes" not in result(line=3, suggestion="кошка")


def test_a_fingerprint_stays_when_the_finding_moves() -> None:
    before = finding(line=3, column=1, message="already defined in line 1")
    after = finding(line=30, column=7, message="already defined in line 28")
    assert fingerprints(before) == fingerprints(after)


def test_fingerprints_tell_findings_apart() -> None:
    found = [
        finding(text="кот"),
        finding(text="кот"),
        finding(text="кит"),
        finding(path="b.po"),
        finding(rule="untold"),
    ]
    assert len(set(fingerprints(*found))) == 5


_numbers = st.none() | st.integers(min_value=1)
_texts = st.none() | st.text(st.characters(codec=None), max_size=20)


@settings(max_examples=50, deadline=None)
@given(
    fields=st.fixed_dictionaries(
        {
            "message": st.text(st.characters(codec=None)),
            "path": st.none() | st.binary(max_size=20).map(os.fsdecode),
            **dict.fromkeys(("text", "help", "suggestion"), _texts),
        }
    ),
    line=_numbers,
    column=_numbers,
)
def test_whatever_is_found_keeps_to_the_schema(
    fields: dict[str, str | None], line: int | None, column: int | None
) -> None:
    result(**fields, line=line, column=column, end_line=line, end_column=column)
