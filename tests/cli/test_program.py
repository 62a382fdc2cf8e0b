"""Tests of the program's face: its help, its commands, what it says to a slip of the pen."""

from __future__ import annotations

import re
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from vyzov_i18n.cli.program import COMMANDS, program

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

ROOT = Path(__file__).parents[2]
EMPTY = Path(__file__).parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

HELP = """\
Usage: vyzov-i18n [OPTIONS] COMMAND [ARGS]...

  The facts of a film, told as a native editor would.

  Examples:
    vyzov-i18n summary --locale ru
    vyzov-i18n facts --locale ru --disputes
    vyzov-i18n compile locale
    vyzov-i18n check locale

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
  summary     Print the film's summary.
  facts       Print the film's facts, with every claim and its sources.
  cast        Print the cast in billing order, with their characters.
  explain     Tell where each sentence of a summary comes from.
  locales     List the locales that the film has catalogs for.
  extract     Write the templates film.pot and summary.pot of a film.
  add-locale  Add the catalogs of a locale, ready to be translated.
  update      Bring templates and catalogs in step with the film.
  compile     Compile PO files to the MO files beside them.
  check       Check catalogs.
  glossary    List, find and check the names and terms of a film.
  stats       Count what is translated, fuzzy and missing.

  Exit codes:
    0  done, no errors found
    1  findings of severity error
    2  the command could not do its work
"""


def command(name: str) -> click.Command:
    found = program.get_command(click.Context(program), name)
    assert found is not None
    return found


def examples(name: str) -> list[str]:
    """The example lines of a command's help, as its author wrote them."""
    text = command(name).callback.__doc__ or ""
    return [line.strip() for line in text.partition("Examples:\n")[2].splitlines() if line.strip()]


EXAMPLES = [example for name in COMMANDS for example in examples(name)]


def test_help_of_the_program(invoke: Callable[..., Result]) -> None:
    assert invoke("--help").output == HELP
    assert invoke("-h").output == HELP


def test_without_a_command_the_help_is_an_error(invoke: Callable[..., Result]) -> None:
    result = invoke()
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", HELP)


def test_help_of_a_command(invoke: Callable[..., Result]) -> None:
    assert (
        invoke("summary", "--help").output
        == """\
Usage: vyzov-i18n summary [OPTIONS]

  Print the film's summary.

  Examples:
    vyzov-i18n summary --locale ru
    vyzov-i18n summary --locale en-GB --length short
    vyzov-i18n summary --locale ru --film my-film/

Options:
  --locale TAG     BCP 47 tag, or several as in Accept-Language.  [default: the
                   environment's, else en]
  --length LENGTH  logline, short (190 characters at most), medium (400) or full
                   (4000).  [default: full]
  --film FOLDER    Folder of another film: film.toml and its catalogs.
                   [default: the built-in film]
  -q, --quiet      Tell of errors only.
  -h, --help       Show this message and exit.
"""
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_each_of_its_options_have_help(name: str) -> None:
    options = [parameter for parameter in command(name).params if isinstance(parameter, click.Option)]
    assert command(name).help
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_tells_of_each_of_its_arguments(name: str) -> None:
    arguments = [parameter for parameter in command(name).params if isinstance(parameter, click.Argument)]
    told = (command(name).help or "").partition("Examples:")[0]
    assert [argument.human_readable_name for argument in arguments if argument.human_readable_name not in told] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_examples_of_itself(name: str) -> None:
    assert examples(name)
    assert [example for example in examples(name) if not f"{example} ".startswith(f"vyzov-i18n {name} ")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_keep_their_lines_where_the_terminal_is_narrow(name: str, invoke: Callable[..., Result]) -> None:
    lines = [line.strip() for line in invoke(name, "--help", width=30).output.splitlines()]
    assert [example for example in examples(name) if example not in lines] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_cuts_no_line(name: str, invoke: Callable[..., Result]) -> None:
    (line,) = re.findall(rf"^  {name} +(.*)$", invoke("--help").output, re.MULTILINE)
    assert line.endswith(".")
    assert not line.endswith("..")


@pytest.mark.parametrize("example", [*EXAMPLES, *re.findall(r"^    (vyzov-i18n .*)$", HELP, re.MULTILINE)])
def test_an_example_works(
    example: str, folder: Path, invoke: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.rename(folder.with_name("my-film"))
    shutil.copytree(ROOT / "locale", folder.with_name("locale"))
    monkeypatch.chdir(folder.parent)
    result = invoke(*example.split()[1:])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip()


def test_the_readme_lists_the_commands() -> None:
    table = README.partition("| command | what it does |\n")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == list(COMMANDS)


def test_the_readme_tells_the_exit_codes_as_the_help_does() -> None:
    told = " ".join(README.partition("Exit codes: ")[2].partition("\n\n")[0].split())
    codes = re.findall(r"^    ([0-9])  (.*)$", HELP, re.MULTILINE)
    assert len(codes) == 3
    assert told == "; ".join(f"{code} {meaning}" for code, meaning in codes) + "."


def test_version(invoke: Callable[..., Result]) -> None:
    assert invoke("--version").output == f"vyzov-i18n, version {version('vyzov-i18n')}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sumary"], "No such command 'sumary'. Did you mean 'summary'?"),
        (["nonsense"], "No such command 'nonsense'."),
        (["summary", "--lenght", "short"], "No such option '--lenght'. Did you mean '--length'?"),
        (
            ["summary", "--length", "long"],
            "Invalid value for '--length': 'long' is not one of 'logline', 'short', 'medium', 'full'.",
        ),
        (["summary", "--film", "nowhere"], "Invalid value for '--film': Directory 'nowhere' does not exist."),
        (["summary", "--film", __file__], f"Invalid value for '--film': Directory '{__file__}' is a file."),
        (["summary", "ru"], "Got unexpected extra argument (ru)"),
        (["compile"], "Missing argument 'PATH'."),
        (["compile", "nowhere"], "Invalid value for 'PATH': Path 'nowhere' does not exist."),
        (["compile", str(EMPTY)], f"There is no .po file in {str(EMPTY)!r} or below it."),
        (["compile", __file__], f"{__file__!r} is neither a folder nor a .po file."),
        (["compile", "--check", "--dry-run", str(ROOT / "locale")], "--check and --dry-run exclude each other."),
        (["update", "--dry-run", "--check", str(ROOT / "locale")], "--check and --dry-run exclude each other."),
        (["stats", "--badge", "--json", str(ROOT / "locale")], "--badge and --json exclude each other."),
        (["stats", "--locale", "fr", str(ROOT / "locale")], f"There is no catalog of fr in {str(ROOT / 'locale')!r}."),
        (["add-locale"], "Missing argument 'TAG'."),
        (["check"], "Missing argument 'PATH...'."),
        (["check", "nowhere"], "Invalid value for 'PATH...': Path 'nowhere' does not exist."),
        (["check", str(EMPTY)], f"There is no .po file in {str(EMPTY)!r} or below."),
        (["check", "--dry-run", str(ROOT / "locale")], "--dry-run needs --fix."),
        (
            ["check", "--select", "missing-varable", str(ROOT / "locale")],
            "There is no rule 'missing-varable'. Did you mean 'missing-variable'? --rules lists all.",
        ),
        (["check", "--explain", "nonsense"], "There is no rule 'nonsense'. --rules lists all."),
        (["extract", __file__], f"Invalid value for 'FOLDER': Directory '{__file__}' is a file."),
    ],
)
def test_a_wrong_call_is_told_on_standard_error(
    arguments: list[str], message: str, invoke: Callable[..., Result]
) -> None:
    result = invoke(*arguments)
    usage, hint, empty, error = result.stderr.splitlines()
    name = " ".join(["vyzov-i18n", *(argument for argument in arguments[:1] if argument in COMMANDS)])
    assert usage.startswith(f"Usage: {name} [OPTIONS]")
    assert hint == f"Try '{name} --help' for help."
    assert (empty, error) == ("", f"Error: {message}")
    assert (result.exit_code, result.stdout) == (2, "")


def keys_of(value: Any) -> set[str]:
    """Every key of a JSON document, at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def test_keys_of_a_document() -> None:
    assert keys_of({"a": [{"b": {"c": 1}}, 2]}) == {"a", "b", "c"}
    assert keys_of([]) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["facts"],
        ["cast"],
        ["explain"],
        ["locales"],
        ["extract", "locale"],
        ["add-locale", "fr"],
        ["update"],
        ["compile", "locale/ru/LC_MESSAGES/broken.po"],
        ["check", "locale/ru/LC_MESSAGES/broken.po"],
        ["stats"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_the_keys_of_json_are_those_that_the_help_tells(
    arguments: list[str], tmp_path: Path, invoke: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    shutil.copytree(ROOT / "locale", tmp_path / "locale")
    (tmp_path / "locale/film.pot").unlink(missing_ok=True)
    (tmp_path / "locale/ru/LC_MESSAGES/broken.po").write_text('msgid "first', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = (command(arguments[0]).help or "").partition("JSON: ")[2].partition("\n\n")[0]
    prose = {"or", "null", "the", "that", "answered", "ltr", "rtl", "pending", "done"}
    words = set(re.findall(r"\w+", told)) - prose
    assert keys_of(json.loads(invoke(*arguments, "--json").stdout)) == words
