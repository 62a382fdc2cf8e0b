"""Checking files and folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n import compile_catalogs
from vyzov_i18n.checks.runner import FAMILIES, check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.conftest import FilmFolder

    from vyzov_i18n.diagnostics import Diagnostic

_ROOT = Path(__file__).parents[2]
_HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: a\\n"\n"PO-Revision-Date: b\\n"\n"Last-Translator: c\\n"\n'
    '"Language-Team: d\\n"\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
_SOUND = '#, c-format\nmsgid "%d cats"\nmsgstr "%d кота"\n'
_BAD = '#, c-format\nmsgid "%d cats"\nmsgstr "коты"\n'


def _write(path: Path, entries: str, language: str = "ru") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_HEADER.format(language=language) + entries, encoding="utf-8")
    return path


def _told(findings: Sequence[Diagnostic], folder: Path) -> list[tuple[str, str]]:
    return [(os.path.relpath(f.path or "", folder), f.rule) for f in findings]


def test_a_sound_file_has_no_findings(tmp_path: Path) -> None:
    assert check(_write(tmp_path / "ru.po", _SOUND)) == ()


def test_folders_are_searched_and_findings_sorted_by_file_and_place(tmp_path: Path) -> None:
    _write(tmp_path / "b" / "ru.po", _BAD + _BAD.replace("cats", "dogs"))
    _write(tmp_path / "a" / "deep" / "ru.po", _BAD)
    found = check(tmp_path)
    assert _told(found, tmp_path) == [
        ("a/deep/ru.po", "missing-placeholder"),
        ("b/ru.po", "missing-placeholder"),
        ("b/ru.po", "missing-placeholder"),
    ]
    assert [f.line for f in found] == [14, 14, 17]


def test_a_file_named_twice_is_checked_once(tmp_path: Path) -> None:
    path = _write(tmp_path / "ru.po", _BAD)
    assert len(check([path, path, str(path)])) == 1


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert _told(check([tmp_path / "none", tmp_path / "none.po"]), tmp_path) == [
        ("none", "unreadable-file"),
        ("none.po", "unreadable-file"),
    ]


def test_a_file_that_cannot_be_read_does_not_keep_others_from_being_checked(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "open\n', encoding="utf-8")
    _write(tmp_path / "b.po", _BAD)
    assert _told(check(tmp_path), tmp_path) == [("a.po", "unterminated-string"), ("b.po", "missing-placeholder")]


@pytest.mark.parametrize("processes", [1, 3])
def test_processes_share_the_work_and_find_the_same(processes: int, tmp_path: Path) -> None:
    for number in range(20):
        _write(tmp_path / f"{number:02}.po", _BAD if number % 2 else _SOUND)
    expected = [(f"{number:02}.po", "missing-placeholder") for number in range(1, 20, 2)]
    assert _told(check(tmp_path, processes=processes), tmp_path) == expected


class TestLanguage:
    @pytest.mark.parametrize(
        ("path", "language"),
        [
            ("x/messages.po", "ru"),
            ("x/ru/LC_MESSAGES/messages.po", ""),
            ("x/ru.po", ""),
            ("x/ru_RU/LC_MESSAGES/messages.po", "not a language"),
        ],
    )
    def test_it_is_told_by_the_header_then_the_folder_then_the_file(
        self, path: str, language: str, tmp_path: Path
    ) -> None:
        assert "unknown-language" not in [f.rule for f in check(_write(tmp_path / path, _SOUND, language))]

    def test_where_none_of_them_tells_it_that_is_told(self, tmp_path: Path) -> None:
        path = _write(tmp_path / "messages.po", _SOUND, "")
        assert [f.rule for f in check(path)] == ["unknown-language"]


class TestFilms:
    def test_a_catalog_in_a_film_folder_is_held_against_the_film(self, lighthouse: FilmFolder) -> None:
        lighthouse.translate("ru", "lexicon", "genitive|person/nobody", "Никто", "Никого")
        found = check(lighthouse.path)
        assert [(Path(f.path or "").name, f.rule) for f in found] == [("lexicon.po", "unknown-concept")]

    def test_one_file_of_it_too(self, lighthouse: FilmFolder) -> None:
        lighthouse.translate("ru", "lexicon", "genitive|person/nobody", "Никто", "Никого")
        assert [f.rule for f in check(lighthouse.catalog("ru", "lexicon"))] == ["unknown-concept"]

    def test_a_film_that_cannot_be_loaded_is_told_and_its_catalogs_are_checked(self, lighthouse: FilmFolder) -> None:
        lighthouse.append("[nothing]")
        lighthouse.translate("ru", "film", "a", "{$a}", "{$a")
        assert [f.rule for f in check(lighthouse.path)] == ["unknown-key"]

    def test_catalogs_are_read_as_they_are_not_as_they_were_compiled(self, lighthouse: FilmFolder) -> None:
        lighthouse.append('[[line]]\nid = "by"\ntext = "By {$anna-melnik}."\nlengths = ["full"]')
        translation = "Снято: {$anna-melnik :vyzov:term case=genitive}."
        lighthouse.translate("ru", "film", "line/by", "By {$anna-melnik}.", translation)
        assert check(lighthouse.path) == ()
        compile_catalogs(str(lighthouse.path))
        path = lighthouse.catalog("ru", "film")
        lighthouse.replace("ru/LC_MESSAGES/film.po", "Анна Мельник", "Анна Мельникова")
        os.utime(path, (0, 0))
        found = [(Path(f.path or "").name, f.rule) for f in check(lighthouse.path)]
        assert found[0] == ("film.po", "missing-form")
        assert set(found[1:]) == {("lexicon.po", "stale-form")}

    def test_a_case_that_the_language_lacks_is_told_once(self, lighthouse: FilmFolder) -> None:
        lighthouse.append('[[line]]\nid = "by"\ntext = "By {$anna-melnik}."\nlengths = ["full"]')
        translation = "Снято: {$anna-melnik :vyzov:term case=ablative}."
        lighthouse.translate("ru", "film", "line/by", "By {$anna-melnik}.", translation)
        assert [f.rule for f in check(lighthouse.path)] == ["unknown-case"]


@pytest.mark.parametrize("folder", ["locale", "tests/films"])
def test_our_own_catalogs_are_without_findings(folder: str) -> None:
    assert [str(finding) for finding in check(_ROOT / folder)] == []


def test_the_families_are_named_once() -> None:
    assert len(set(FAMILIES)) == len(FAMILIES) == 11
