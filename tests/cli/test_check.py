"""Tests of the command that checks catalogs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.checks.documentation import RULES
from vyzov_i18n.cli.findings import report
from vyzov_i18n.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result
    from tests.cli.conftest import Ran

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: other 1.0\\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\\n"
"Last-Translator: A Person\\n"
"Language-Team: A Team\\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
ERROR = '#, c-format\nmsgid "%d b"\nmsgstr "%s б"\n'
WARNING = 'msgid "a b"\nmsgstr "а  б"\n'


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog with an error and a warning, in the working directory."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ru.po"
    path.write_text(f"{HEADER}{ERROR}\n{WARNING}", encoding="utf-8")
    return path


def test_findings_are_told_with_their_line_and_their_count(catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name)
    lines = result.stdout.splitlines()
    assert result.stderr == ""
    assert result.exit_code == 1
    error, warning = (line for line in lines if line.startswith("ru.po:"))
    assert error.startswith("ru.po:14:9: error[")
    assert warning.startswith("ru.po:17:10: warning[double-space]: ")
    assert '14 | msgstr "%s б"\n   |         ^^\n' in result.stdout
    assert lines[-1] == "1 error, 1 warning in 1 catalog; --fix corrects 1 of them"


def test_a_sound_catalog_has_no_findings(catalog: Path, invoke: Callable[..., Result]) -> None:
    catalog.write_text(HEADER, encoding="utf-8")
    result = invoke("check", ".", catalog.name)
    assert (result.exit_code, result.output) == (0, "no findings in 2 catalogs\n")


def test_a_catalog_that_cannot_be_read_is_a_finding(catalog: Path, invoke: Callable[..., Result]) -> None:
    catalog.write_text('msgid "a\n', encoding="utf-8")
    result = invoke("check", catalog.name)
    assert result.exit_code == 1
    assert result.stdout.startswith("ru.po:1:7: error[unterminated-string]: ")


def test_warnings_fail_where_it_is_strict(catalog: Path, invoke: Callable[..., Result]) -> None:
    assert invoke("check", catalog.name, "--select", "double-space").exit_code == 0
    assert invoke("check", catalog.name, "--select", "double-space", "--strict").exit_code == 1


def rules(result: Result) -> list[str]:
    return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]


def test_rules_can_be_selected_and_ignored(catalog: Path, invoke: Callable[..., Result]) -> None:
    error, warning = rules(invoke("check", catalog.name, "--json"))
    assert warning == "double-space"
    assert rules(invoke("check", catalog.name, "--json", "--select", error)) == [error]
    assert rules(invoke("check", catalog.name, "--json", "--select", error, "--select", warning)) == [error, warning]
    assert rules(invoke("check", catalog.name, "--json", "--ignore", error)) == [warning]


def test_json_has_every_field(catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name, "--format", "json", "--select", "double-space")
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding == {
        "rule": "double-space",
        "message": finding["message"],
        "severity": "warning",
        "path": "ru.po",
        "line": 17,
        "column": 10,
        "end_line": 17,
        "end_column": 12,
        "text": "  ",
        "help": finding["help"],
        "suggestion": " ",
    }


def test_sarif_tells_of_every_rule(catalog: Path, invoke: Callable[..., Result]) -> None:
    run = json.loads(invoke("check", catalog.name, "--format", "sarif").stdout)["runs"][0]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == RULES.keys()
    assert [result["level"] for result in run["results"]] == ["error", "warning"]


def test_github_gets_a_command_a_finding(catalog: Path, invoke: Callable[..., Result]) -> None:
    lines = invoke("check", catalog.name, "--format", "github").stdout.splitlines()
    assert [line.partition(",col")[0] for line in lines] == [
        "::error file=ru.po,line=14,endLine=14",
        "::warning file=ru.po,line=17,endLine=17",
    ]


def test_findings_can_be_written_to_a_file(catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name, "--json", "--output", "findings.json")
    assert (result.exit_code, result.stdout) == (1, "1 error, 1 warning in 1 catalog; --fix corrects 1 of them\n")
    written = json.loads((catalog.parent / "findings.json").read_text(encoding="utf-8"))
    assert len(written["findings"]) == 2
    assert sorted(path.name for path in catalog.parent.iterdir()) == ["findings.json", "ru.po"]


def test_with_quiet_only_errors_are_told(catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name, "--quiet")
    assert "double-space" not in result.output
    assert "catalog" not in result.output
    assert result.stdout.count("error[") == 1


DIFF = '--- a/ru.po\n+++ b/ru.po\n@@ -14,4 +14,4 @@\n msgstr "%s б"\n \n msgid "a b"\n-msgstr "а  б"\n+msgstr "а б"\n'


def test_fixes_are_shown_and_made(catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name, "--fix")
    assert result.stdout.startswith(DIFF)
    assert result.stdout.endswith("1 error in 1 catalog\n")
    assert result.exit_code == 1
    assert catalog.read_text(encoding="utf-8") == f"{HEADER}{ERROR}\n{WARNING}".replace("а  б", "а б")


def test_a_dry_run_shows_fixes_and_makes_none(catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name, "--fix", "--dry-run", "--select", "double-space")
    assert result.stdout.startswith(DIFF)
    assert result.stdout.endswith("1 warning in 1 catalog; --fix corrects 1 of them\n")
    assert catalog.read_text(encoding="utf-8") == f"{HEADER}{ERROR}\n{WARNING}"


def test_a_rule_that_is_ignored_fixes_nothing(catalog: Path, invoke: Callable[..., Result]) -> None:
    assert not invoke("check", catalog.name, "--fix", "--ignore", "double-space").stdout.startswith("---")
    assert catalog.read_text(encoding="utf-8") == f"{HEADER}{ERROR}\n{WARNING}"


def test_the_diff_does_not_stand_in_data(catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name, "--fix", "--json")
    assert result.stderr == DIFF
    assert len(json.loads(result.stdout)["findings"]) == 1


def test_all_rules_are_listed(invoke: Callable[..., Result]) -> None:
    lines = invoke("check", "--rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)
    (line,) = (line for line in lines if line.startswith("swapped-name "))
    assert line.split(maxsplit=2)[1:] == ["error", RULES["swapped-name"].what]


def test_a_rule_is_explained(invoke: Callable[..., Result]) -> None:
    assert (
        invoke("check", "--explain", "swapped-name").stdout == f"swapped-name (error)\n\n{RULES['swapped-name'].text}\n"
    )
    assert invoke("check", "--explain", "double-space").stdout.startswith(
        "double-space (warning, corrected by --fix)\n"
    )


def test_a_fix_in_sarif_is_written_as_the_catalog_is(tmp_path: Path) -> None:
    finding = Diagnostic(
        rule="look-alike-letter",
        message="m",
        path="x/ru.po",
        line=1,
        column=1,
        end_line=1,
        end_column=3,
        suggestion='a"b',
    )
    text = tmp_path / "findings.sarif"
    report([finding], "sarif", str(text), "1 catalog")
    assert r'"text": "a\\\"b"' in text.read_text("utf-8")


@pytest.mark.parametrize("form", ["text", "sarif", "github"])
def test_json_and_another_format_contradict_each_other(form: str, catalog: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("check", catalog.name, "--json", "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"--json and --format {form} exclude each other." in result.stderr


def test_a_file_that_cannot_be_written_is_named_as_it_was_given(catalog: Path, run: Callable[..., Ran]) -> None:
    ran = run("check", catalog.name, "--output", "none/found.txt")
    assert (ran.code, ran.err) == (2, "Error: none/found.txt: No such file or directory\n")


def test_fixing_removes_what_a_killed_run_left_behind(catalog: Path, invoke: Callable[..., Result]) -> None:
    (catalog.parent / ".ru.po.999999999-0123abcd.tmp").touch()
    invoke("check", catalog.name, "--fix")
    assert [path.name for path in catalog.parent.iterdir()] == ["ru.po"]
