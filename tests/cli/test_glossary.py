"""Tests of the commands of the glossary."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import click
import pytest

from vyzov_i18n.cli.glossary import glossary_command
from vyzov_i18n.localizer import built_in_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result
    from tests.cli.conftest import Ran

    Invoke = Callable[..., Result]

COMMANDS = ["add", "check", "export", "find", "import", "list", "lookup"]
NOTED = "a.ru.txt:1:8: error[wrong-inflection]"
WRONG = "Роль у Юлии Пересильде.\nЭто фильм Вызов."
RIGHT = "Роль у Юлии Пересильд.\nЭто фильм «Вызов»."
CUE = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def options_of(name: str) -> list[click.Option]:
    return [option for option in glossary_command.commands[name].params if isinstance(option, click.Option)]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_for_all_its_options_and_examples_of_itself(name: str) -> None:
    text = glossary_command.commands[name].callback.__doc__ or ""
    examples = [line.strip() for line in text.partition("Examples:\n")[2].splitlines() if line.strip()]
    assert len(examples) > 1
    assert [example for example in examples if not f"{example} ".startswith(f"vyzov-i18n glossary {name} ")] == []
    assert [option.name for option in options_of(name) if not option.help] == []


def test_these_are_all_commands() -> None:
    assert sorted(glossary_command.commands) == COMMANDS


class TestList:
    """vyzov-i18n glossary list."""

    def test_a_few_languages_stand_side_by_side(self, invoke: Invoke) -> None:
        result = invoke("glossary", "list", "--target-locale", "ru", "--category", "place")
        assert result.stdout == (
            "category  en                           ru\n"
            "place     International Space Station  Международная космическая станция\n"
            "          ISS (short)                  МКС (short)\n"
            "          Nauka                        Наука\n"
            "          Zvezda                       Звезда\n"
            "          Moscow                       Москва\n"
        )
        assert (result.exit_code, result.stderr) == (0, "")

    def test_of_another_film(self, folder: Path, invoke: Invoke) -> None:
        assert invoke("glossary", "list", "--film", folder, "--category", "person").stdout == (
            "category  en               ru\n"
            "person    Anna Melnik      Анна Мельник\n"
            "          Pyotr Chernykh   Пётр Черных\n"
            "          Daria Tkachenko  Дарья Ткаченко\n"
        )

    def test_many_stand_below_each_other(self, invoke: Invoke) -> None:
        lines = invoke("glossary", "list", "--category", "ship").stdout.splitlines()
        assert lines[0].split() == ["category", "locale", "term"]
        assert [line.split()[0] for line in lines[1:4]] == ["ship", "MS-19", "ar"]

    def test_json(self, folder: Path, invoke: Invoke) -> None:
        result = invoke("glossary", "list", "--film", folder, "--json", "--category", "phrase")
        (concept,) = json.loads(result.stdout)["concepts"]
        assert (concept["id"], concept["category"], sorted(concept["terms"])) == ("term/drama", "phrase", ["en", "ru"])
        assert concept["terms"]["ru"][0]["text"] == "драма"


class TestLookup:
    """vyzov-i18n glossary lookup."""

    def test_a_form(self, invoke: Invoke) -> None:
        result = invoke("glossary", "lookup", "юлии  пересильд", "--target-locale", "ru")
        assert result.stdout == (
            "person/yulia-peresild: Lead actress, plays Zhenya Belyaeva; a woman. "
            "The surname does not decline in Russian.\n"
            "  a form of “Юлия Пересильд” (ru, preferred): genitive, dative, prepositional singular\n"
            "  en       Yulia Peresild\n"
            "  ru       Юлия Пересильд\n"
        )
        assert (result.exit_code, result.stderr) == (0, "")

    def test_json(self, invoke: Invoke) -> None:
        result = invoke("glossary", "lookup", "The Defiance", "--target-locale", "ru", "--json")
        assert json.loads(result.stdout)["meanings"] == [
            {
                "concept": "film/title",
                "category": "work",
                "definition": "The film's title. In Russian a common noun too: the title only when capitalized and in "
                "quotation marks.",
                "term": "The Defiance",
                "locale": "en",
                "status": "forbidden",
                "form": "The Defiance",
                "case": None,
                "number": None,
                "gender": None,
                "usage": "full",
                "preferred": {"en": "The Challenge", "ru": "Вызов"},
            }
        ]

    def test_what_is_not_there(self, invoke: Invoke) -> None:
        result = invoke("glossary", "lookup", "Gravity")
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", "the glossary has no “Gravity”\n")
        assert json.loads(invoke("glossary", "lookup", "Gravity", "--json").stdout) == {
            "meanings": [],
            "suggestions": [],
        }

    @pytest.mark.parametrize(
        ("text", "meant"),
        [("Julia Peresild", "Yulia Peresild"), ("Пересильдой", "Пересильд"), ("Юлией Пересильдой", "Юлией Пересильд")],
    )
    def test_what_is_nearly_there(self, text: str, meant: str, invoke: Invoke) -> None:
        locale = "en" if text.isascii() else "ru"
        result = invoke("glossary", "lookup", text, "--target-locale", "ru")
        told = f"the glossary has no “{text}”; did you mean “{meant}” ({locale})?\n"
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", told)
        shown = invoke("glossary", "lookup", text, "--target-locale", "ru", "--json")
        assert json.loads(shown.stdout) == {"meanings": [], "suggestions": [{"text": meant, "locale": locale}]}

    def test_a_concept_is_told_once(self, invoke: Invoke) -> None:
        result = invoke("glossary", "lookup", "Иванов", "--target-locale", "ru", "--target-locale", "sr")
        assert result.stdout.splitlines()[1:] == [
            "  a form of “Олег Иванов” (ru, preferred): surname nominative singular",
            "  a form of “Олег Иванов” (sr, preferred): surname nominative singular",
            "  en       Oleg Ivanov",
            "  ru       Олег Иванов",
            "  sr       Олег Иванов",
        ]


class TestFind:
    """vyzov-i18n glossary find."""

    def test_in_files(self, here: Path, invoke: Invoke) -> None:
        (here / "a.md").write_text("Роль\nу *Юлии* Пересильд на МКС", "utf-8")
        result = invoke("glossary", "find", "a.md", "--target-locale", "ru", "--locale", "ru")
        cases = "nominative, genitive, dative, accusative, instrumental, prepositional"
        assert result.stdout == (
            "a.md:2:4: Юлии* Пересильд – person/yulia-peresild (ru, genitive, dative, prepositional singular)\n"
            f"a.md:2:23: МКС – place/iss (ru, short {cases} singular)\n"
        )

    def test_in_standard_input(self, here: Path, run: Callable[..., Ran]) -> None:
        (here / "input").write_text("У Ильи.\nby Ilya Malakhova", "utf-8")
        with (here / "input").open("rb") as stream:
            ran = run("glossary", "find", "-", "--target-locale", "ru", stdin=stream.fileno())
        assert ran == (0, "-:2:4: Ilya Malakhova – person/nailya-malakhova (en, forbidden)\n", "")

    def test_json(self, here: Path, invoke: Invoke) -> None:
        (here / "a.txt").write_text("by Ilya Malakhova", "utf-8")
        result = invoke("glossary", "find", "a.txt", "--json", "--target-locale", "ru")
        assert json.loads(result.stdout) == {
            "matches": [
                {
                    "path": "a.txt",
                    "line": 1,
                    "column": 4,
                    "end_line": 1,
                    "end_column": 18,
                    "text": "Ilya Malakhova",
                    "concept": "person/nailya-malakhova",
                    "term": "Ilya Malakhova",
                    "locale": "en",
                    "status": "forbidden",
                    "forms": [
                        {"text": "Ilya Malakhova", "case": None, "number": None, "gender": None, "usage": "full"}
                    ],
                }
            ],
            "findings": [],
        }

    def test_a_file_that_cannot_be_read_is_told(self, here: Path, invoke: Invoke) -> None:
        (here / "a.png").write_bytes(b"\x89PNG")
        result = invoke("glossary", "find", "a.png")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("a.png: error[unknown-format]")


class TestCheck:
    """vyzov-i18n glossary check."""

    def test_text(self, here: Path, invoke: Invoke) -> None:
        (here / "a.ru.txt").write_text(WRONG, "utf-8")
        result = invoke("glossary", "check", "a.ru.txt")
        assert (result.exit_code, result.stderr) == (1, "")
        lines = result.stdout.splitlines()
        assert lines[0] == f"{NOTED}: “Юлии Пересильде” is no form of “Юлия Пересильд”"
        assert lines[1:3] == ["1 | Роль у Юлии Пересильде.", "  |        ^^^^^^^^^^^^^^^"]
        assert lines[-1] == "1 error, 1 warning in 1 file; --fix corrects 2 of them"

    @pytest.mark.parametrize(
        ("arguments", "rules", "code"),
        [
            ([], ["wrong-inflection", "missing-quotation-marks"], 1),
            (["--select", "missing-quotation-marks"], ["missing-quotation-marks"], 0),
            (["--select", "missing-quotation-marks", "--strict"], ["missing-quotation-marks"], 1),
            (["--ignore", "wrong-inflection"], ["missing-quotation-marks"], 0),
            (["--locale", "en"], [], 0),
        ],
    )
    def test_rules_and_exit_codes(
        self, arguments: list[str], rules: list[str], code: int, here: Path, invoke: Invoke
    ) -> None:
        (here / "a.ru.txt").write_text(WRONG, "utf-8")
        result = invoke("glossary", "check", "a.ru.txt", "--json", *arguments)
        assert [finding["rule"] for finding in json.loads(result.stdout)["findings"]] == rules
        assert (result.exit_code, result.stderr) == (code, "")

    def test_other_formats(self, here: Path, invoke: Invoke) -> None:
        (here / "a.ru.txt").write_text(WRONG, "utf-8")
        sarif = json.loads(invoke("glossary", "check", "a.ru.txt", "--format", "sarif").stdout)
        assert [found["ruleId"] for found in sarif["runs"][0]["results"]] == [
            "wrong-inflection",
            "missing-quotation-marks",
        ]
        assert invoke("glossary", "check", "a.ru.txt", "--format", "github").stdout.startswith("::error file=a.ru.txt")
        assert invoke("glossary", "check", "a.ru.txt", "--format", "json", "--output", "found.json").exit_code == 1
        assert len(json.loads((here / "found.json").read_text("utf-8"))["findings"]) == 2

    @pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1251"])
    def test_the_line_is_shown_whatever_the_charset(self, charset: str, here: Path, invoke: Invoke) -> None:
        (here / "a.ru.txt").write_bytes(WRONG.encode(charset))
        result = invoke("glossary", "check", "a.ru.txt", "--select", "missing-quotation-marks")
        lines = result.stdout.splitlines()
        assert lines[1:3] == ["2 | Это фильм Вызов.", "  |           ^^^^^"]

    def test_fixes_are_shown_and_made(self, here: Path, invoke: Invoke) -> None:
        path = here / "a.ru.txt"
        path.write_text(WRONG, "utf-8")
        shown = invoke("glossary", "check", "a.ru.txt", "--fix", "--dry-run")
        assert (shown.exit_code, path.read_text("utf-8")) == (1, WRONG)
        assert "-Роль у Юлии Пересильде.\n" in shown.stdout
        assert "+Роль у Юлии Пересильд.\n" in shown.stdout
        made = invoke("glossary", "check", "a.ru.txt", "--fix")
        assert (made.exit_code, path.read_text("utf-8")) == (0, RIGHT)
        assert made.stdout.endswith("no findings in 1 file\n")

    def test_only_the_chosen_rules_are_fixed(self, here: Path, invoke: Invoke) -> None:
        path = here / "a.ru.txt"
        path.write_text(WRONG, "utf-8")
        invoke("glossary", "check", "a.ru.txt", "--fix", "--ignore", "wrong-inflection")
        assert path.read_text("utf-8") == WRONG.replace("Вызов", "«Вызов»")

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--pair", "a.en.srt", "a.ru.srt"],
            ["--pair", "a.srt", "b.srt", "--source-locale", "en", "--target-locale", "ru"],
        ],
    )
    def test_pairs(self, arguments: list[str], here: Path, invoke: Invoke) -> None:
        for name in ("a.en.srt", "a.srt"):
            (here / name).write_text(CUE.format("On the ISS"), "utf-8")
        for name in ("a.ru.srt", "b.srt"):
            (here / name).write_text(CUE.format("Вызов принят на станции"), "utf-8")
        result = invoke("glossary", "check", *arguments)
        assert result.stdout.startswith(f"{arguments[2]}:3:1: warning[missing-term]: the translation lacks “ISS”")
        assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "1 warning in 1 file")

    def test_another_film(self, here: Path, folder: Path, invoke: Invoke) -> None:
        (here / "a.ru.txt").write_text("У Дарьи Ткаченки", "utf-8")
        result = invoke("glossary", "check", "a.ru.txt", "--film", folder, "--json")
        found = json.loads(result.stdout)["findings"]
        assert [(finding["rule"], finding["text"]) for finding in found] == [("wrong-inflection", "Дарьи Ткаченки")]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ([], "Name a PATH, or a --pair of subtitle files."),
            (["nowhere"], "Invalid value for 'PATH…': Path 'nowhere' does not exist."),
            (["empty"], "There is no file to check in 'empty' or below."),
            (["a.txt", "--dry-run"], "--dry-run needs --fix."),
            (["a.txt", "--select", "wrong-nam"], "There is no rule 'wrong-nam'. Did you mean"),
            (["a.txt", "--locale", "fr"], "The glossary has no 'fr'; it has en, ar, de, ru, sr, sr-Latn."),
        ],
    )
    def test_a_wrong_call_is_told(self, arguments: list[str], message: str, here: Path, invoke: Invoke) -> None:
        (here / "empty").mkdir()
        (here / "a.txt").write_text("The Challenge", "utf-8")
        result = invoke("glossary", "check", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"Error: {message}" in result.stderr


class TestExport:
    """vyzov-i18n glossary export."""

    @pytest.mark.parametrize(
        ("arguments", "beginning"),
        [
            (["a.tbx"], b"<?xml"),
            (["a.csv"], "\ufeffconcept,".encode()),
            (["a.utx"], b"#UTX 1.11; en/ru;"),
            (["a.txt", "--format", "utx"], b"#UTX 1.11; en/ru;"),
            (["a.xml"], b"<?xml"),
        ],
    )
    def test_to_a_file(self, arguments: list[str], beginning: bytes, here: Path, invoke: Invoke) -> None:
        result = invoke("glossary", "export", *arguments, "--target-locale", "ru", "--quiet")
        assert (result.exit_code, result.output) == (0, "")
        assert (here / arguments[0]).read_bytes().startswith(beginning)

    def test_to_standard_output_with_what_is_lost_beside_it(self, run: Callable[..., Ran]) -> None:
        ran = run("glossary", "export", "--format", "tbx", "--target-locale", "ru")
        assert ran.code == 0
        assert ran.out.startswith("<?xml")
        assert "info[left-out-of-export]: tbx cannot carry the inflected forms of a term" in ran.err

    @pytest.mark.parametrize(
        ("file", "what"), [("a.pdf", "Files of type '.pdf' are not written"), ("film", "'film' has no suffix")]
    )
    def test_the_format_has_to_be_known(self, file: str, what: str, here: Path, invoke: Invoke) -> None:
        result = invoke("glossary", "export", file)
        assert (result.exit_code, result.stdout, (here / file).exists()) == (2, "", False)
        formats = "name one of .tbx, .xml, .csv, .utx, or a --format (tbx, tbx-v2, csv, utx)."
        assert f"Error: {what}: {formats}" in result.stderr


class TestImport:
    """vyzov-i18n glossary import."""

    def test_what_comes_back_changes_nothing(self, here: Path, invoke: Invoke) -> None:
        shutil.copytree(built_in_folder(), here / "locale")
        assert invoke("glossary", "export", "a.tbx", "--target-locale", "ru").exit_code == 0
        terms = (here / "a.tbx").read_text("utf-8").count("<term>")
        for arguments in ([], ["--dry-run"]):
            result = invoke("glossary", "import", "a.tbx", *arguments)
            told = f"nothing to add: the catalogs have the {terms} terms of a.tbx\n"
            assert (result.exit_code, result.output) == (0, told)
        other = invoke("glossary", "import", "a.tbx", "--json")
        assert json.loads(other.stdout) == {"written": [], "findings": []}

    def test_new_names_are_shown_then_written_for_review(self, here: Path, folder: Path, invoke: Invoke) -> None:
        catalog = folder / "ru" / "LC_MESSAGES" / "lexicon.po"
        rows = "concept,language,term,status\nperson/daria-tkachenko,ru,Даша Ткаченко,admitted\n"
        (here / "a.csv").write_text(rows, "utf-8")
        before = catalog.read_bytes()
        shown = invoke("glossary", "import", "a.csv", folder, "--dry-run")
        assert catalog.read_bytes() == before
        written = invoke("glossary", "import", "a.csv", folder)
        assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, f"updated {catalog}\n")
        lines = [
            "#, fuzzy",
            'msgctxt "admitted|person/daria-tkachenko"',
            'msgid "Дарья Ткаченко"',
            'msgstr "Даша Ткаченко"',
        ]
        assert "".join(f"+{line}\n" for line in lines) in shown.stdout
        assert "\n".join(lines) in catalog.read_text("utf-8")

    def test_what_differs_and_what_is_unknown_is_told(self, here: Path, folder: Path, invoke: Invoke) -> None:
        (here / "a.csv").write_text("en;ru\nAnna Melnik;Аня Мельник\nNew thing;Новое\n", "utf-8")
        result = invoke("glossary", "import", "a.csv", folder, "--json")
        findings = json.loads(result.stdout)["findings"]
        assert invoke("glossary", "import", "a.csv", folder).stdout == "nothing added of the 4 terms of a.csv\n"
        assert sorted(finding["rule"] for finding in findings) == ["concept-not-in-film", "merge-conflict"]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--check", "--dry-run"], "--check and --dry-run exclude each other."),
            (["--source-locale", "en"], "--source-locale and --target-locale go together."),
            (["--check"], "--check is for TBX, and a.csv is no TBX."),
            (["--check", "--format", "utx"], "--check is for TBX, not for utx."),
        ],
    )
    def test_a_wrong_call_is_told(
        self, arguments: list[str], message: str, here: Path, folder: Path, invoke: Invoke
    ) -> None:
        (here / "a.csv").write_text("en;ru\n", "utf-8")
        result = invoke("glossary", "import", "a.csv", folder, *arguments)
        assert (result.exit_code, f"Error: {message}" in result.stderr) == (2, True)

    def test_broken_files_are_told(self, here: Path, folder: Path, run: Callable[..., Ran]) -> None:
        (here / "a.tbx").write_text('<?xml version="1.0"?>\n<tbx', "utf-8")
        ran = run("glossary", "import", "a.tbx", folder)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("a.tbx:2:")
        checked = run("glossary", "import", "a.tbx", "--check")
        assert (checked.code, checked.err) == (1, ran.err)

    def test_the_folder_is_needed_to_add_to_it(self, here: Path, invoke: Invoke) -> None:
        (here / "a.csv").write_text("en;ru\n", "utf-8")
        result = invoke("glossary", "import", "a.csv")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Invalid value for '[FOLDER]': Directory 'locale' does not exist." in result.stderr


class TestAdd:
    """vyzov-i18n glossary add."""

    def test_a_name_counts_at_once(self, invoke: Invoke, tmp_path: Path) -> None:
        folder = str(shutil.copytree(built_in_folder(), tmp_path / "film"))
        arguments = ("person/klim-shipenko", "Клим Шипинко", folder, "--locale", "ru", "--status", "forbidden")
        shown = invoke("glossary", "add", *arguments, "--dry-run")
        assert '+msgstr "Клим Шипинко"' in shown.stdout
        assert invoke("glossary", "add", *arguments).stdout.startswith("updated ")
        told = invoke("glossary", "lookup", "Клим Шипинко", "--film", folder)
        assert "(ru, forbidden)" in told.stdout

    def test_an_unknown_concept_is_refused(self, invoke: Invoke) -> None:
        result = invoke("glossary", "add", "person/nobody", "x", built_in_folder(), "--locale", "ru")
        assert result.exit_code == 2
        assert "The film has no concept 'person/nobody'." in result.stderr
