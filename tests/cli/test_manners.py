"""Tests of how commands behave towards their caller: quiet, colour, bars, what would be written."""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.cli.progress import track

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result
    from tests.cli.conftest import Ran

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=%s\\n"\n\n'
BROKEN = HEADER % "UTF-8" + 'msgid "слово\nmsgstr "word"\n'


@pytest.fixture
def on_terminal(run: Callable[..., Ran]) -> Callable[..., tuple[Ran, str]]:
    """Run the program with its standard error on a terminal; also what is seen there."""

    def run_there(*arguments: str | Path, **variables: str) -> tuple[Ran, str]:
        ours, theirs = pty.openpty()
        seen = bytearray()

        def read() -> None:
            with suppress(OSError):  # on Linux the end of a terminal is an error
                while data := os.read(ours, 4096):
                    seen.extend(data)

        reader = threading.Thread(target=read)
        reader.start()
        try:
            with open(theirs, "wb") as stderr:
                ran = run(*arguments, stderr=stderr, variables={"TERM": "xterm", **variables})
        finally:
            reader.join()
            os.close(ours)
        return ran, seen.decode("utf-8").replace("\r\n", "\n")

    return run_there


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "a.po"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_findings_have_colour_on_a_terminal(broken: Path, on_terminal: Callable[..., tuple[Ran, str]]) -> None:
    ran, seen = on_terminal("compile", broken)
    assert (ran.code, ran.out) == (1, "0 compiled, 0 up to date, 1 refused\n")
    assert seen == (
        f"\x1b[1m{broken}:5:7\x1b[0m: \x1b[1;31merror[unterminated-string]\x1b[0m: "
        "the text lacks its closing quotation mark\n"
        '\x1b[1;34m5 |\x1b[0m msgid "слово\n'
        "\x1b[1;34m  |\x1b[0m       \x1b[1;31m^^^^^^\x1b[0m\n"
    )


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_there_is_no_colour_where_it_is_not_wanted(
    variables: dict[str, str], broken: Path, on_terminal: Callable[..., tuple[Ran, str]]
) -> None:
    _, seen = on_terminal("compile", broken, **variables)
    assert seen.endswith('5 | msgid "слово\n  |       ^^^^^^\n')
    assert "\x1b" not in seen


def test_an_empty_no_color_is_none(broken: Path, on_terminal: Callable[..., tuple[Ran, str]]) -> None:
    assert "\x1b[1;31m" in on_terminal("compile", broken, NO_COLOR="")[1]


def test_there_is_no_colour_where_there_is_no_terminal(broken: Path, run: Callable[..., Ran]) -> None:
    assert "\x1b" not in run("compile", broken, variables={"TERM": "xterm"}).err


def test_the_line_of_a_finding_is_read_in_the_charset_of_its_file(
    tmp_path: Path, invoke: Callable[..., Result]
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes((HEADER % "KOI8-R" + 'msgid "слово\nmsgstr "word"\n').encode("koi8-r"))
    assert invoke("compile", path).stderr.endswith('5 | msgid "слово\n  |       ^^^^^^\n')


def test_bytes_that_are_no_characters_are_shown(tmp_path: Path, invoke: Callable[..., Result]) -> None:
    path = tmp_path / "a.po"
    path.write_bytes((HEADER % "UTF-8").encode() + b'msgid "a\xff"\nmsgstr "b"\n')
    assert invoke("compile", path).stderr.endswith('5 | msgid "a<0xFF>"\n  |         ^^^^^^\n')


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(200):
        (tmp_path / f"{number}.po").write_text(HEADER % "UTF-8" + 'msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    return tmp_path


def test_a_bar_grows_while_much_is_read(many: Path, on_terminal: Callable[..., tuple[Ran, str]]) -> None:
    ran, seen = on_terminal("compile", many)
    assert (ran.code, ran.out) == (0, "200 compiled, 0 up to date\n")
    assert seen.count("Reading") > 10
    assert "100%" in seen


@pytest.mark.parametrize(("arguments", "variables"), [(["-q"], {}), ([], {"TERM": "dumb"})], ids=str)
def test_there_is_no_bar_where_it_is_not_wanted(
    arguments: list[str], variables: dict[str, str], many: Path, on_terminal: Callable[..., tuple[Ran, str]]
) -> None:
    ran, seen = on_terminal("compile", many, *arguments, **variables)
    assert (ran.code, "Reading" in seen) == (0, False)


def test_there_is_no_bar_without_a_terminal(many: Path, run: Callable[..., Ran]) -> None:
    assert "Reading" not in run("compile", many).err


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_all_that_is_tracked_comes_through(count: int) -> None:
    assert list(track(range(count))) == list(range(count))


def test_a_quiet_command_that_writes_says_nothing(folder: Path, invoke: Callable[..., Result]) -> None:
    for arguments in (("extract", folder), ("update", folder), ("add-locale", "cs", folder), ("compile", folder)):
        result = invoke(*arguments, "--quiet")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (folder / "cs/LC_MESSAGES/film.mo").exists()


def test_a_quiet_command_tells_of_errors(broken: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("compile", broken, "-q")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{broken}:5:7: error[unterminated-string]: ")
    assert "warning" not in result.stderr


def test_a_quiet_command_that_reads_prints_what_was_asked_for(folder: Path, invoke: Callable[..., Result]) -> None:
    invoke("add-locale", "cs", folder)
    loud = invoke("summary", "--locale", "cs", "--film", folder)
    quiet = invoke("summary", "--locale", "cs", "--film", folder, "-q")
    assert "no cs translation" in loud.stderr
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, loud.stdout, "")


def test_the_environments_locale_is_a_note_that_can_be_silenced(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("cast", "--film", folder, "-q", env={"LC_ALL": "fr_FR.UTF-8"})
    assert (result.stdout, result.stderr) == ("Daria Tkachenko\n", "")


COMPILED = """\
would write {folder}/en/LC_MESSAGES/film.mo
would write {folder}/en/LC_MESSAGES/lexicon.mo
would write {folder}/ru/LC_MESSAGES/film.mo
would write {folder}/ru/LC_MESSAGES/lexicon.mo
4 to compile, 0 up to date
"""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["compile"], COMPILED),
        (["extract"], "would write {folder}/film.pot\nwould write {folder}/summary.pot\n"),
        (
            ["update"],
            "would change {folder}/film.pot\n"
            "would change {folder}/summary.pot\n"
            "would change {folder}/en/LC_MESSAGES/film.po\n"
            "would change {folder}/ru/LC_MESSAGES/film.po\n"
            "would change {folder}/ru/LC_MESSAGES/lexicon.po: 6 new\n",
        ),
        (
            ["add-locale", "cs"],
            "would write {folder}/cs/LC_MESSAGES/film.po\n"
            "would write {folder}/cs/LC_MESSAGES/summary.po\n"
            "would write {folder}/cs/LC_MESSAGES/lexicon.po\n",
        ),
    ],
    ids=lambda value: value[0],
)
def test_a_dry_run_tells_what_would_be_written_and_writes_nothing(
    arguments: list[str], told: str, folder: Path, invoke: Callable[..., Result]
) -> None:
    before = files_of(folder)
    result = invoke(*arguments, folder, "--dry-run")
    assert (result.exit_code, result.stdout) == (0, told.format(folder=folder))
    assert files_of(folder) == before
    assert not (folder / "cs").exists()
    paths = [line.removeprefix("would write ") for line in result.stdout.splitlines() if line.startswith("would write")]
    invoke(*arguments, folder)
    assert {path for path in paths if not Path(path).exists()} == set()


def test_a_dry_run_of_a_broken_catalog_fails_as_the_run_would(broken: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("compile", broken, "--dry-run")
    assert (result.exit_code, result.stdout) == (1, "0 to compile, 0 up to date, 1 refused\n")


def test_a_dry_run_as_json(folder: Path, invoke: Callable[..., Result]) -> None:
    documents = [
        json.loads(invoke(*arguments, folder, "--dry-run", "--json").stdout)
        for arguments in (["compile"], ["extract"], ["update"], ["add-locale", "cs"])
    ]
    compiled, extracted, updated, added = documents
    assert [Path(path).name for path in compiled["written"]] == ["film.mo", "lexicon.mo"] * 2
    assert compiled["findings"] == []
    assert extracted == {"written": [f"{folder}/film.pot", f"{folder}/summary.pot"]}
    assert updated["changes"][0] == {"path": f"{folder}/film.pot", "new": 0, "revived": 0, "fuzzy": 0, "obsolete": 0}
    assert (added["tag"], added["kept"], added["plurals"]["categories"]) == ("cs", [], ["one", "few", "other"])
    assert [Path(path).name for path in added["written"]] == ["film.po", "summary.po", "lexicon.po"]


def test_update_check_as_json_fails_where_something_would_change(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("update", folder, "--check", "--json")
    assert (result.exit_code, len(json.loads(result.stdout)["changes"])) == (1, 5)
