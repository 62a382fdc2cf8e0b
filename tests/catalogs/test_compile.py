"""Tests of compiling a tree of catalogs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vyzov_i18n.catalogs.compile import Compilation, compile_catalogs
from vyzov_i18n.catalogs.load import load_catalog
from vyzov_i18n.diagnostics import Diagnostic, Severity

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: film\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n'
    '"Last-Translator: none\\n"\n"Language-Team: none\\n"\n"Language: ru\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
)
TITLE = 'msgid "The Challenge"\nmsgstr "Вызов"\n'


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def tell(result: Compilation, root: Path) -> list[str]:
    return [str(finding).replace(f"{root}{os.sep}", "") for finding in result.findings]


def test_every_catalog_is_compiled(tmp_path: Path) -> None:
    write(tmp_path, "ru/LC_MESSAGES/film.po", HEADER + TITLE)
    write(tmp_path, "ru/LC_MESSAGES/summary.po", HEADER)
    write(tmp_path, "en/LC_MESSAGES/film.po", HEADER)
    write(tmp_path, "film.pot", HEADER)
    result = compile_catalogs(str(tmp_path))
    names = ["en/LC_MESSAGES/film.mo", "ru/LC_MESSAGES/film.mo", "ru/LC_MESSAGES/summary.mo"]
    assert result.written == tuple(str(tmp_path / name) for name in names)
    assert (result.unchanged, result.findings, result.failed) == ((), (), False)
    complaints: list[Diagnostic] = []
    found = load_catalog(str(tmp_path), "ru", "film", complaints.append)
    assert complaints == []
    assert found is not None
    assert found.path.endswith("film.mo")
    assert found.entries == {(None, "The Challenge"): "Вызов"}


def test_compiling_again_changes_nothing_but_makes_the_mo_fresh(tmp_path: Path) -> None:
    source = write(tmp_path, "ru/LC_MESSAGES/film.po", HEADER + TITLE)
    (target,) = map(Path, compile_catalogs(str(tmp_path)).written)
    before = target.read_bytes()
    os.utime(target, (1, 1))
    result = compile_catalogs(str(tmp_path))
    assert (result.written, result.unchanged) == ((), (str(target),))
    assert target.read_bytes() == before
    assert target.stat().st_mtime_ns >= source.stat().st_mtime_ns


def test_every_defect_of_every_file_is_told_and_none_of_them_is_written(tmp_path: Path) -> None:
    broken = write(tmp_path, "ru/LC_MESSAGES/film.po", HEADER + 'msgid "ship\nmsgstr "\\q"\n')
    old = write(tmp_path, "ru/LC_MESSAGES/film.mo", "old")
    write(tmp_path, "ru/LC_MESSAGES/summary.po", HEADER + 'msgid "a\\n"\nmsgstr "b"\n')
    write(tmp_path, "en/LC_MESSAGES/film.po", HEADER + TITLE)
    result = compile_catalogs(str(tmp_path))
    assert result.failed
    assert result.written == (str(tmp_path / "en/LC_MESSAGES/film.mo"),)
    assert tell(result, tmp_path) == [
        "ru/LC_MESSAGES/film.po:13:7: error[unterminated-string]: the text lacks its closing quotation mark",
        "ru/LC_MESSAGES/film.po:14:9: error[bad-escape]: the escape '\\\\q' is unknown",
        "ru/LC_MESSAGES/summary.po:14:8: error[line-break-at-end]: "
        "msgid and msgstr must both end with a line break, or neither",
    ]
    assert old.read_text("utf-8") == "old"
    assert sorted(os.listdir(broken.parent)) == ["film.mo", "film.po", "summary.po"]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "film.po",
        HEADER + TITLE + '\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n\n'
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] ""\n',
    )
    result = compile_catalogs(str(path))
    assert not result.failed
    assert {finding.severity for finding in result.findings} == {Severity.INFO}
    assert tell(result, tmp_path) == [
        "film.po:17:7: info[left-out]: left out, because it is fuzzy: “a”",
        "film.po:23:7: info[left-out]: left out, because it is an incomplete plural: “day”",
    ]


def test_a_fuzzy_header_does_not_stop_it(tmp_path: Path) -> None:
    path = write(tmp_path, "film.po", "#, fuzzy\n" + HEADER + TITLE)
    assert compile_catalogs(str(path)).written == (str(tmp_path / "film.mo"),)


def test_the_same_catalog_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    write(tmp_path, "one.po", HEADER + TITLE + '\nmsgid "a"\nmsgstr "b"\n')
    write(tmp_path, "two.po", HEADER + '# a comment\nmsgid "a"\nmsgstr "b"\n\n' + TITLE)
    compile_catalogs(str(tmp_path))
    assert (tmp_path / "one.mo").read_bytes() == (tmp_path / "two.mo").read_bytes()


@pytest.mark.parametrize("name", ["nowhere", "nowhere.po", ""])
def test_a_path_without_catalogs_is_an_error(name: str) -> None:
    result = compile_catalogs(name)
    assert [finding.rule for finding in result.findings] == ["unreadable-file"]
    assert result.failed


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "film.po", HEADER + TITLE)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    result = compile_catalogs(str(path))
    assert tell(result, tmp_path) == [
        "film.mo: error[unwritable-file]: the file cannot be written: No space left on device"
    ]
    assert os.listdir(tmp_path) == ["film.po"]
