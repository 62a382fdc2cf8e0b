"""Tests of the commands that work on catalogs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: test\\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\\n"
"Last-Translator: tests\\n"
"Language-Team: Russian\\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
GOOD = 'msgid "word"\nmsgstr "слово"\n'
FUZZY = '#, fuzzy\nmsgid "word"\nmsgstr "слово"\n'
BROKEN = 'msgid "word\nmsgstr "слово"\n'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return tmp_path / "tree"


def write(tree: Path, name: str, text: str) -> Path:
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + text, encoding="utf-8")
    return path


def test_compile_tells_how_many_files_it_wrote(tree: Path, invoke: Callable[..., Result]) -> None:
    write(tree, "ru/LC_MESSAGES/a.po", GOOD)
    write(tree, "ru/LC_MESSAGES/b.po", GOOD)
    assert invoke("compile", tree).output == "2 compiled, 0 up to date\n"
    (tree / "ru/LC_MESSAGES/a.mo").unlink()
    assert invoke("compile", tree).output == "1 compiled, 1 up to date\n"


def test_compile_of_one_file(tree: Path, invoke: Callable[..., Result]) -> None:
    write(tree, "a.po", GOOD)
    write(tree, "b.po", GOOD)
    result = invoke("compile", tree / "a.po")
    assert (result.exit_code, result.output) == (0, "1 compiled, 0 up to date\n")
    assert sorted(path.name for path in tree.iterdir()) == ["a.mo", "a.po", "b.po"]


def test_compile_refuses_a_broken_file_and_writes_nothing_for_it(tree: Path, invoke: Callable[..., Result]) -> None:
    broken = write(tree, "a.po", BROKEN)
    write(tree, "b.po", GOOD)
    result = invoke("compile", tree)
    assert result.exit_code == 1
    assert result.stdout == "1 compiled, 0 up to date, 1 refused\n"
    assert result.stderr == (
        f"{broken}:12:7: error[unterminated-string]: the text lacks its closing quotation mark\n"
        '12 | msgid "word\n'
        "   |       ^^^^^\n"
    )
    assert sorted(path.name for path in tree.glob("*.?o")) == ["a.po", "b.mo", "b.po"]


def test_a_finding_that_is_no_error_does_not_look_like_one(tree: Path, invoke: Callable[..., Result]) -> None:
    fuzzy = write(tree, "a.po", FUZZY)
    result = invoke("compile", tree)
    assert (result.exit_code, result.stdout) == (0, "1 compiled, 0 up to date\n")
    assert result.stderr == (
        f'{fuzzy}:13:7: info[left-out]: left out, because it is fuzzy: “word”\n13 | msgid "word"\n   |       ^^^^^^\n'
    )


def test_a_finding_cannot_command_the_terminal(tree: Path, invoke: Callable[..., Result]) -> None:
    write(tree, "a.po", FUZZY.replace("word", "\x1b]0;owned\x07\x9bword"))
    message, line, _ = invoke("compile", tree).stderr.splitlines()
    assert message.endswith("fuzzy: “<U+001B>]0;owned<U+0007><U+009B>word”")
    assert line == '13 | msgid "<U+001B>]0;owned<U+0007><U+009B>word"'


def test_compile_check_writes_nothing_and_fails_where_a_mo_is_stale(tree: Path, invoke: Callable[..., Result]) -> None:
    write(tree, "a.po", GOOD)
    write(tree, "b.po", GOOD)
    write(tree, "c.po", BROKEN)
    result = invoke("compile", tree, "--check")
    assert (result.exit_code, result.stdout) == (1, "2 stale, 0 up to date, 1 refused\n")
    assert f"{tree}/a.mo: error[stale-catalog]: it is missing\n  help: compile it\n" in result.stderr
    assert sorted(path.name for path in tree.iterdir()) == ["a.po", "b.po", "c.po"]
    (tree / "c.po").unlink()
    invoke("compile", tree)
    result = invoke("compile", tree, "--check")
    assert (result.exit_code, result.output) == (0, "0 stale, 2 up to date\n")
    write(tree, "b.po", GOOD.replace("слово", "речь"))
    result = invoke("compile", tree, "--check")
    assert (result.exit_code, result.stdout) == (1, "1 stale, 1 up to date\n")
    assert result.stderr == (
        f"{tree}/b.mo: error[stale-catalog]: it is not what its .po file gives\n  help: compile it\n"
    )


def test_compile_as_json_prints_nothing_else(tree: Path, invoke: Callable[..., Result]) -> None:
    broken = write(tree, "a.po", BROKEN)
    result = invoke("compile", tree, "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    assert json.loads(result.stdout) == {
        "written": [],
        "unchanged": [],
        "findings": [
            {
                "rule": "unterminated-string",
                "message": "the text lacks its closing quotation mark",
                "severity": "error",
                "path": str(broken),
                "line": 12,
                "column": 7,
                "end_line": 12,
                "end_column": 12,
                "text": '"word',
                "help": None,
                "suggestion": None,
            }
        ],
    }


def test_compile_as_json_without_findings(tree: Path, invoke: Callable[..., Result]) -> None:
    write(tree, "a.po", GOOD)
    result = invoke("compile", tree, "--json")
    document = {"written": [f"{tree}/a.mo"], "unchanged": [], "findings": []}
    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (0, document, "")


def test_extract_tells_what_it_wrote(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("extract", folder)
    assert result.output == f"wrote {folder}/film.pot\nwrote {folder}/summary.pot\n"
    assert 'msgctxt "film/title"' in (folder / "film.pot").read_text(encoding="utf-8")
    assert invoke("extract", folder).output == "nothing changed\n"
