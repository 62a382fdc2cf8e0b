"""Tests of the process: streams, errors, exit codes. Each runs the real program."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

SHORT = (
    "«Смотритель маяка „Север“»\u00a0— драма режиссёра Анны Мельник. "
    "Фильм вышел в прокат в\u00a0апреле 2023\u00a0года.\n"
)
INTERRUPTED = """
import os, signal
from vyzov_i18n import built_in
built_in.film = lambda: os.kill(os.getpid(), signal.SIGINT)
"""


@pytest.fixture
def deaf_pipe() -> int:
    """The end for writing of a pipe that nobody reads from."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "koi8-r:strict"},
    ],
    ids=str,
)
def test_output_is_utf_8(variables: dict[str, str], folder: Path, run: Callable[..., Ran]) -> None:
    ran = run("summary", "--film", folder, "--locale", "ru", "--length", "short", variables=variables)
    assert ran == (0, SHORT, "")


def test_errors_are_utf_8(folder: Path, run: Callable[..., Ran]) -> None:
    variables = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    (folder / "film.toml").write_text("«", encoding="utf-8")
    ran = run("summary", "--film", folder, variables=variables)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{folder}/film.toml:1:1: error[toml-syntax]: ")


def test_a_path_that_is_no_utf_8_is_shown_escaped(folder: Path, run: Callable[..., Ran]) -> None:
    odd = os.fsencode(folder.parent) + b"/odd-\xff"
    try:
        os.rename(folder, odd)
    except OSError:
        pytest.skip("this file system has no names that are not UTF-8")
    with open(odd + b"/ru/LC_MESSAGES/lexicon.po", "a", encoding="utf-8") as file:
        file.write('\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n')
    ran = run("explain", "--film", os.fsdecode(odd), "--locale", "ru", "--length", "short", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["locale"] == "ru"
    (finding,) = json.loads(run("compile", os.fsdecode(odd + b"/ru/LC_MESSAGES/lexicon.po"), "--json").out)["findings"]
    assert finding["path"].endswith("/odd-\udcff/ru/LC_MESSAGES/lexicon.po")
    os.unlink(odd + b"/film.toml")
    assert run("summary", "--film", os.fsdecode(odd)).err.startswith(f"{folder.parent}/odd-<0xFF>/film.toml: error")


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("xx", "no locale answers 'xx'; available: en, ar, de, ru, sr, sr-Latn"),
        ("ru-Latn", "no locale answers 'ru-Latn'; available: en, ar, de, ru, sr, sr-Latn; did you mean 'ru'?"),
        ("russian", "no locale answers 'russian'; available: en, ar, de, ru, sr, sr-Latn; did you mean 'ru'?"),
        ("", "no locale answers ''; available: en, ar, de, ru, sr, sr-Latn"),
        (
            "../../etc",
            "malformed locale tag '../../etc', position 1: a language has 2, 3 or 5 to 8 Latin letters; "
            "available: en, ar, de, ru, sr, sr-Latn",
        ),
    ],
)
def test_a_locale_that_nothing_answers_is_an_error(locale: str, message: str, run: Callable[..., Ran]) -> None:
    assert run("summary", "--locale", locale) == (2, "", f"Error: {message}\n")


def test_all_errors_of_a_film_are_told(folder: Path, run: Callable[..., Ran]) -> None:
    toml = folder / "film.toml"
    text = toml.read_text(encoding="utf-8")
    text = text.replace('person = "daria-tkachenko"', 'person = "daria-tkachenk"').replace('"writer"', '"writr"')
    toml.write_text(text.replace('"2023-04"', '"2023-13"'), encoding="utf-8")
    ran = run("summary", "--film", folder, "--locale", "ru")
    assert (ran.code, ran.out) == (2, "")
    assert re.findall("film.toml:(.*)", ran.err) == [
        "33:11: error[unknown-reference]: cast[0].person: no person 'daria-tkachenk'; did you mean 'daria-tkachenko'?",
        "42:8: error[invalid-value]: crew[1].job: expected 'director', 'writer', 'producer', 'composer', "
        "'cinematographer' or 'editor', got 'writr'; did you mean 'writer'?",
        '56:21: error[invalid-value]: fact.release.claims[0].value: expected a date such as 2023-04-12, "2023-04" or '
        "\"2023\", got '2023-13'",
    ]


def test_a_film_without_film_toml(tmp_path: Path, run: Callable[..., Ran]) -> None:
    message = (
        f"{tmp_path}/film.toml: error[missing-file]: no such file\n"
        "  help: a film's folder holds film.toml and beside it a folder for each language\n"
    )
    assert run("summary", "--film", tmp_path) == (2, "", message)
    assert run("extract", tmp_path) == (2, "", message)


@pytest.mark.parametrize("command", [("summary", "--film"), ("extract",)], ids=" ".join)
def test_film_toml_that_cannot_be_read(command: tuple[str, ...], tmp_path: Path, run: Callable[..., Ran]) -> None:
    (tmp_path / "film.toml").mkdir()
    ran = run(*command, tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{tmp_path}/film.toml: error[unreadable-file]: cannot be read: ")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read and write anything")
def test_a_folder_that_cannot_be_read(folder: Path, run: Callable[..., Ran]) -> None:
    folder.chmod(0)
    ran = run("summary", "--film", folder)
    folder.chmod(0o755)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_a_template_that_cannot_be_written(folder: Path, run: Callable[..., Ran]) -> None:
    (folder / "film.pot").mkdir()
    assert run("extract", folder) == (2, "", f"Error: {folder}/film.pot: Is a directory\n")


def test_findings_of_severity_error_end_with_1(folder: Path, run: Callable[..., Ran]) -> None:
    (folder / "ru/LC_MESSAGES/film.po").write_text('msgid "first', encoding="utf-8")
    ran = run("compile", folder)
    assert (ran.code, ran.out) == (1, "3 compiled, 0 up to date, 1 refused\n")
    assert ran.err.startswith(f"{folder}/ru/LC_MESSAGES/film.po:1:7: error[unterminated-string]: ")


@pytest.mark.parametrize("arguments", [("summary", "--locale", "ru"), ("facts", "--json"), ("--help",)], ids=" ".join)
def test_a_reader_that_goes_away_is_no_error(
    arguments: tuple[str, ...], deaf_pipe: int, run: Callable[..., Ran]
) -> None:
    assert run(*arguments, stdout=deaf_pipe) == (0, "", "")


def test_errors_that_nobody_reads(deaf_pipe: int, run: Callable[..., Ran]) -> None:
    assert run("nonsense", stdout=deaf_pipe, stderr=deaf_pipe) == (0, "", "")


@pytest.mark.parametrize("descriptors", [(0,), (1,), (2,), (0, 1, 2)], ids=str)
def test_a_closed_stream_is_no_error(descriptors: tuple[int, ...], folder: Path, run: Callable[..., Ran]) -> None:
    def close() -> None:
        for descriptor in descriptors:
            os.close(descriptor)

    ran = run("cast", "--film", folder, preexec_fn=close)
    assert ran == (0, "" if 1 in descriptors else "Daria Tkachenko\n", "")


def test_a_wrong_call_without_standard_error(run: Callable[..., Ran]) -> None:
    assert run("nonsense", preexec_fn=lambda: os.close(2)) == (2, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_an_error(run: Callable[..., Ran]) -> None:
    with open("/dev/full", "wb") as full:
        assert run("summary", stdout=full) == (2, "", "Error: the output: No space left on device\n")


def test_an_interruption_is_quiet(run: Callable[..., Ran]) -> None:
    assert run("summary", before=INTERRUPTED) == (130, "", "")


def test_standard_input_is_not_read(folder: Path, run: Callable[..., Ran]) -> None:
    silent, kept_open = os.pipe()
    try:
        assert run("cast", "--film", folder, stdin=silent) == (0, "Daria Tkachenko\n", "")
    finally:
        os.close(silent)
        os.close(kept_open)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_that_completes_in_a_shell(shell: str, run: Callable[..., Ran]) -> None:
    ran = run(variables={"_VYZOV_I18N_COMPLETE": f"{shell}_source"})
    assert ran.code == 0
    assert f"_VYZOV_I18N_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vyzov-i18n s", "plain,summary\nplain,stats\n"),
        ("vyzov-i18n cast --locale ", "plain,en\nplain,ar\nplain,de\nplain,ru\nplain,sr\nplain,sr-Latn\n"),
        ("vyzov-i18n summary --length ", "plain,logline\nplain,short\nplain,medium\nplain,full\n"),
    ],
)
def test_completion_in_bash(words: str, expected: str, run: Callable[..., Ran]) -> None:
    variables = {
        "_VYZOV_I18N_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    assert run(variables=variables) == (0, expected, "")
