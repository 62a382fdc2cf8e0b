"""The README's examples do what it says."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)
COMMANDS = [
    (command, output)
    for session in SESSIONS
    for command, output in re.findall(r"^\$ (vyzov-i18n .*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
]


def test_python_examples() -> None:
    tests = doctest.DocTestParser().get_doctest(TEXT, {}, "README.md", str(README), 0)
    assert len(tests.examples) > 5
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert runner.run(tests, out=report.append).failed == 0, "".join(report)


def test_there_are_console_examples() -> None:
    assert len(COMMANDS) >= 3


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[command for command, _ in COMMANDS])
def test_console_examples(command: str, output: str) -> None:
    code = "import sys; from vyzov_i18n.cli import main; sys.argv[0] = 'vyzov-i18n'; main()"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *shlex.split(command)[1:]],
        cwd=README.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert " ".join(run.stdout.split()) == " ".join(output.split())
    assert run.stderr == ""


def test_the_two_commands_of_the_newcomer() -> None:
    commands = re.findall(r"^python3 -m venv .*$", TEXT, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("vyzov-i18n summary --locale ru")
    assert commands[1].endswith("-m pytest")
