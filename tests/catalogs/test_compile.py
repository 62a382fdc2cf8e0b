"""Tests of compiling a tree of catalogs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.compile import Compilation, compile_catalogs
from vyzov_i18n.catalogs.load import load_catalog
from vyzov_i18n.catalogs.memory import NAME
from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.catalogs.shares import CAN_FORK
from vyzov_i18n.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.catalogs.model import Catalog

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


def test_any_layout_is_a_tree(tmp_path: Path) -> None:
    for name in ("po/ru.po", "app/locale/ru/LC_MESSAGES/app.po", "ru.po", "folder.po/de.po"):
        write(tmp_path, name, HEADER + TITLE)
    result = compile_catalogs(str(tmp_path))
    names = ["app/locale/ru/LC_MESSAGES/app.mo", "folder.po/de.mo", "po/ru.mo", "ru.mo"]
    assert result.written == tuple(str(tmp_path / name) for name in names)


def settle(root: Path) -> None:
    """Make every file old: what has just been written has to be read again to be sure of it."""
    for path in root.rglob("*.?o"):
        os.utime(path, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the PO files that are parsed."""
    names: list[str] = []

    def parse(data: bytes, path: str | None = None) -> Catalog:
        names.append(os.path.basename(str(path)))
        return parse_po(data, path)

    monkeypatch.setattr("vyzov_i18n.catalogs.compile.parse_po", parse)
    return names


def test_what_has_not_changed_is_not_read_again_and_its_findings_are_told_again(
    tmp_path: Path, reads: list[str]
) -> None:
    write(tmp_path, "broken.po", HEADER + 'msgid "a\n')
    write(tmp_path, "fuzzy.po", HEADER + '#, fuzzy\nmsgid "a"\nmsgstr "b"\n')
    settle(tmp_path)
    first = compile_catalogs(str(tmp_path))
    second = compile_catalogs(str(tmp_path))
    assert reads == ["broken.po", "fuzzy.po"]
    assert first.findings == second.findings
    assert len(second.findings) == 2
    assert (second.written, second.unchanged) == ((), first.written)


def test_a_touched_file_is_known_by_its_contents(tmp_path: Path, reads: list[str]) -> None:
    source = write(tmp_path, "film.po", HEADER + TITLE)
    compile_catalogs(str(tmp_path))
    os.utime(source, (2_000_000_000, 2_000_000_000))
    result = compile_catalogs(str(tmp_path))
    assert reads == ["film.po"]
    assert result.unchanged == (str(tmp_path / "film.mo"),)
    assert (tmp_path / "film.mo").stat().st_mtime == 2_000_000_000


def test_a_change_that_leaves_size_and_time_as_they_were_is_seen(tmp_path: Path) -> None:
    """As where the clock of the file system is coarser than two saves are apart."""
    source = write(tmp_path, "film.po", HEADER + TITLE)
    before = source.stat().st_mtime_ns
    compile_catalogs(str(tmp_path))
    source.write_text((HEADER + TITLE).replace("Вызов", "Полёт"), "utf-8")
    os.utime(source, ns=(before, before))
    result = compile_catalogs(str(tmp_path))
    assert result.written == (str(tmp_path / "film.mo"),)


@pytest.mark.parametrize("change", [lambda path: path.unlink(), lambda path: path.write_bytes(b"changed")])
def test_a_mo_file_that_is_gone_or_changed_is_written_again(change: Callable[[Path], object], tmp_path: Path) -> None:
    write(tmp_path, "film.po", HEADER + TITLE)
    (target,) = map(Path, compile_catalogs(str(tmp_path)).written)
    data = target.read_bytes()
    change(target)
    assert compile_catalogs(str(tmp_path)).written == (str(target),)
    assert target.read_bytes() == data


@pytest.mark.parametrize("data", [b"", b"\0", b"\x92\x01\x80\x80", b"\x92\x00\x80", b"\x92\x01\x81\xa1\xff\xc0"])
def test_a_broken_record_is_none(data: bytes, tmp_path: Path) -> None:
    write(tmp_path, "film.po", HEADER + TITLE)
    (tmp_path / NAME).write_bytes(data)
    assert len(compile_catalogs(str(tmp_path)).written) == 1
    assert len(compile_catalogs(str(tmp_path)).unchanged) == 1


def test_a_record_is_good_wherever_the_folder_is_called_from(tmp_path: Path, reads: list[str]) -> None:
    write(tmp_path, "tree/film.po", HEADER + '#, fuzzy\nmsgid "a"\nmsgstr "b"\n')
    settle(tmp_path)
    compile_catalogs(f"{tmp_path}/tree")
    (tmp_path / "tree").rename(tmp_path / "other")
    (finding,) = compile_catalogs(f"{tmp_path}/other/").findings
    assert finding.path == f"{tmp_path}/other/film.po"
    assert reads == ["film.po"]


def test_names_that_are_no_text_are_compiled(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff.po")
    try:
        with open(path, "wb") as file:
            file.write((HEADER + TITLE).encode())
    except OSError:
        pytest.skip("the file system has only names that are text")
    assert len(compile_catalogs(str(tmp_path)).written) == 1
    assert len(compile_catalogs(str(tmp_path)).unchanged) == 1


def test_check_writes_nothing_and_tells_what_is_stale(tmp_path: Path) -> None:
    write(tmp_path, "film.po", HEADER + TITLE)
    write(tmp_path, "old.po", HEADER + TITLE)
    write(tmp_path, "old.mo", "old")
    result = compile_catalogs(str(tmp_path), check=True)
    assert tell(result, tmp_path) == [
        "film.mo: error[stale-catalog]: it is missing\n  help: compile it",
        "old.mo: error[stale-catalog]: it is not what its .po file gives\n  help: compile it",
    ]
    assert sorted(os.listdir(tmp_path)) == ["film.po", "old.mo", "old.po"]
    compile_catalogs(str(tmp_path))
    (tmp_path / NAME).unlink()
    settle(tmp_path)
    result = compile_catalogs(str(tmp_path), check=True)
    assert (result.findings, len(result.unchanged)) == ((), 2)
    assert not (tmp_path / NAME).exists()


@pytest.mark.skipif(not CAN_FORK, reason="this system has no fork")
def test_processes_make_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vyzov_i18n.catalogs.compile._LEAST_SHARE", 1)
    results = []
    for processes in (1, 3):
        root = tmp_path / "tree"
        for number in range(10):
            write(root, f"{number}.po", HEADER + f'msgid "{number}"\nmsgstr "число"\n')
        write(root, "broken.po", HEADER + 'msgid "a\n')
        result = compile_catalogs(str(root), processes=processes)
        results.append((result, {path.name: path.read_bytes() for path in root.glob("*.mo")}))
        root.rename(tmp_path / str(processes))
    assert results[0] == results[1]
    assert len(results[0][1]) == 10
