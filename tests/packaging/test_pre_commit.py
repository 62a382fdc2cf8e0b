"""Tests of the hooks for pre-commit: each is run as pre-commit runs it, on the files of a change."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from vyzov_i18n.cli.program import program

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parents[2]
BROKEN = 'msgid "word\nmsgstr "слово"\n'


class Hook(NamedTuple):
    """What `.pre-commit-hooks.yaml` says of a hook."""

    fields: dict[str, str]

    def run(self, *files: str) -> Result:
        """Run the entry with its arguments, and with those of the files that the hook is for."""
        name, *words = shlex.split(self.fields["entry"])
        assert name == "vyzov-i18n"
        words += re.findall(r"[^\[\], ]+", self.fields.get("args", ""))
        if self.fields.get("pass_filenames") != "false":
            words += [file for file in files if re.search(self.fields["files"], file)]
        return CliRunner().invoke(program, words, catch_exceptions=False)


def read_hooks() -> dict[str, Hook]:
    """The hooks by id: a list of flat tables, of which every value stands on its line."""
    items = re.split(r"^- ", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), flags=re.MULTILINE)
    tables = [dict(re.findall(r"^ *(\w+): (.+)$", item, re.MULTILINE)) for item in items if item]
    return {table["id"]: Hook(table) for table in tables}


HOOKS = read_hooks()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the built-in film, its MO files up to date."""
    shutil.copytree(ROOT / "locale", tmp_path / "locale")
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(program, ["compile", "locale"], catch_exceptions=False)
    return tmp_path


def test_the_hooks_have_what_pre_commit_wants() -> None:
    assert set(HOOKS) == {"vyzov-i18n-check", "vyzov-i18n-compile-check"}
    for hook in HOOKS.values():
        assert hook.fields.keys() >= {"id", "name", "entry", "language", "files"}
        assert hook.fields["language"] == "python"


def test_the_check_looks_at_the_catalogs_of_a_change(repository: Path) -> None:
    hook = HOOKS["vyzov-i18n-check"]
    files = ["README.md", "locale/ru/LC_MESSAGES/lexicon.po", "locale/ru/LC_MESSAGES/lexicon.mo"]
    assert hook.run(*files).output == "no findings in 1 catalog\n"
    (repository / files[1]).write_text(BROKEN, encoding="utf-8")
    result = hook.run(*files)
    assert result.exit_code == 1
    assert "locale/ru/LC_MESSAGES/lexicon.po:1:7: error[unterminated-string]" in result.output


def test_the_compile_check_fails_where_a_compiled_file_is_stale(repository: Path) -> None:
    hook = HOOKS["vyzov-i18n-compile-check"]
    assert hook.run("locale/ru/LC_MESSAGES/film.po").exit_code == 0
    (repository / "locale/ru/LC_MESSAGES/film.mo").unlink()
    result = hook.run("locale/ru/LC_MESSAGES/film.po")
    assert result.exit_code == 1
    assert "error[stale-catalog]" in result.output


@pytest.mark.parametrize("name", ["a.po", "locale/ru/LC_MESSAGES/film.po"])
def test_the_files_of_the_hooks(name: str) -> None:
    assert all(re.search(hook.fields["files"], name) for hook in HOOKS.values())
    assert not any(re.search(hook.fields["files"], f"{name}t") for hook in HOOKS.values())
