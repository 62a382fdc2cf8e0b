"""Tests of loading: which file answers, and what is said when one can't."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.load import LoadedCatalog, available_locales, load_catalog
from vyzov_i18n.catalogs.mo import write_mo
from vyzov_i18n.catalogs.po import parse_po

if TYPE_CHECKING:
    from pathlib import Path

    from vyzov_i18n.diagnostics import Diagnostic

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n'
    '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
)
OLD, NEW = 1_600_000_000, 1_700_000_000


def po(translation: str) -> bytes:
    return f'{HEADER}msgctxt "film/title"\nmsgid "The Challenge"\nmsgstr "{translation}"\n'.encode()


def mo(translation: str) -> bytes:
    return write_mo(parse_po(po(translation)))


class Tree:
    """A folder of catalogs with one locale and one domain."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "ru" / "LC_MESSAGES"
        self.folder.mkdir(parents=True)
        self.findings: list[Diagnostic] = []

    def write(self, name: str, data: bytes, modified: int) -> None:
        (self.folder / name).write_bytes(data)
        os.utime(self.folder / name, (modified, modified))

    def load(self) -> LoadedCatalog | None:
        return load_catalog(str(self.root), "ru", "film", self.findings.append)

    def title(self) -> tuple[str, object] | None:
        """The file that answers, and the answer."""
        found = self.load()
        return (os.path.basename(found.path), found.entries["film/title", "The Challenge"]) if found else None

    def rules(self) -> list[str]:
        return [finding.rule for finding in self.findings]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


@pytest.mark.parametrize("modified", [OLD, NEW])
def test_a_fresh_mo_answers(tree: Tree, modified: int) -> None:
    tree.write("film.po", po("из po"), OLD)
    tree.write("film.mo", mo("из mo"), modified)
    assert tree.title() == ("film.mo", "из mo")
    assert tree.rules() == []


def test_a_newer_po_answers(tree: Tree) -> None:
    tree.write("film.po", po("из po"), NEW)
    tree.write("film.mo", mo("из mo"), OLD)
    assert tree.title() == ("film.po", "из po")
    assert tree.rules() == []


@pytest.mark.parametrize(("name", "data"), [("film.po", po("Вызов")), ("film.mo", mo("Вызов"))])
def test_either_file_is_enough(tree: Tree, name: str, data: bytes) -> None:
    tree.write(name, data, OLD)
    assert tree.title() == (name, "Вызов")
    assert tree.rules() == []


def test_a_broken_mo_is_told_and_the_po_answers(tree: Tree) -> None:
    tree.write("film.po", po("из po"), OLD)
    tree.write("film.mo", b"\xde\x12", NEW)
    assert tree.title() == ("film.po", "из po")
    assert tree.rules() == ["broken-mo"]
    assert tree.findings[0].path == str(tree.folder / "film.mo")


def test_a_broken_po_is_told_and_the_stale_mo_answers(tree: Tree) -> None:
    tree.write("film.po", po("из po") + b'msgid "broken\n', NEW)
    tree.write("film.mo", mo("из mo"), OLD)
    assert tree.title() == ("film.mo", "из mo")
    assert tree.rules() == ["unterminated-string", "stale-catalog"]


def test_nothing_usable_is_told(tree: Tree) -> None:
    tree.write("film.po", b"junk\n", OLD)
    tree.write("film.mo", b"junk", NEW)
    assert tree.load() is None
    assert tree.rules() == ["broken-mo", "unknown-keyword"]
    tree.write("film.po", b"junk\n", NEW + 1)
    assert tree.load() is None
    assert tree.rules()[2:] == ["unknown-keyword", "broken-mo"]


def test_a_domain_that_a_folder_does_not_have_is_none(tree: Tree) -> None:
    assert tree.load() is None
    assert tree.rules() == []


def test_the_po_gives_what_its_mo_would(tree: Tree) -> None:
    source = (
        HEADER + '#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n\n#~ msgid "d"\n#~ msgstr "e"\n\n'
        'msgid "f"\nmsgid_plural "g"\nmsgstr[0] "h"\nmsgstr[1] ""\n\nmsgid "i"\nmsgid_plural "j"\n'
        'msgstr[0] "k"\nmsgstr[1] "l"\n'
    ).encode()
    tree.write("film.po", source, OLD)
    from_po = tree.load()
    tree.write("film.mo", write_mo(parse_po(source)), NEW)
    from_mo = tree.load()
    assert from_po is not None
    assert from_mo is not None
    assert from_po.entries == from_mo.entries == {(None, "i"): ("k", "l")}
    assert from_po.headers == from_mo.headers
    assert from_po.headers["Language"] == "ru"


def test_the_plural_rule_is_that_of_the_header(tree: Tree) -> None:
    source = po("Вызов").replace(b"nplurals=2; plural=n != 1", b"nplurals=3; plural=n%3")
    tree.write("film.po", source, OLD)
    found = tree.load()
    assert found is not None
    assert [found.plural(number) for number in range(5)] == [0, 1, 2, 0, 1]


@pytest.mark.parametrize(
    ("rule", "expected", "findings"),
    [
        (b"nplurals=1; plural=(;", [1, 0, 1, 1], ["plural-rule"]),
        (b"nplurals=3; plural=n;", [0, 1, 0, 0], ["plural-form-count"]),
        (b"nplurals=2; plural=7;", [0, 0, 0, 0], ["plural-rule"]),
    ],
)
def test_a_rule_that_does_not_fit_never_points_beyond_the_forms(
    tree: Tree, rule: bytes, expected: list[int], findings: list[str]
) -> None:
    source = po("Вызов") + b'\nmsgid "i"\nmsgid_plural "j"\nmsgstr[0] "k"\nmsgstr[1] "l"\n'
    tree.write("film.po", source.replace(b"nplurals=2; plural=n != 1;", rule), OLD)
    found = tree.load()
    assert found is not None
    assert [found.plural(number) for number in range(4)] == expected
    assert tree.rules() == findings


def test_locales_are_the_folders_that_hold_a_catalog(tmp_path: Path) -> None:
    for name in (
        "ru/LC_MESSAGES/film.mo",
        "en/LC_MESSAGES/film.po",
        "de/LC_MESSAGES/notes.txt",
        "fr/film.po",
        "film.toml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert available_locales(str(tmp_path)) == ["en", "ru"]
    assert available_locales(str(tmp_path / "nowhere")) == []


def test_loading_imports_nothing_heavy(tree: Tree) -> None:
    tree.write("film.mo", mo("Вызов"), OLD)
    heavy = {"polib", "babel", "gettext", "dataclasses", "vyzov_i18n.catalogs.po"}
    program = (
        "import sys\nfrom vyzov_i18n.catalogs.load import load_catalog\n"
        f"assert load_catalog({str(tree.root)!r}, 'ru', 'film', print)\n"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("nplurals=3; plural=n/0;", "the plural expression has no form for the number 5"),
        ("nplurals=3; plural=7;", "the plural expression has no form for the number 5"),
        ("garbage", "Plural-Forms holds no rule such as nplurals=2; plural=(n != 1);"),
        ("nplurals=2; plural=(n != 1);", "the header announces 2 plural forms, an entry has 3"),
    ],
)
def test_a_plural_rule_that_does_not_serve_is_told(tmp_path: Path, field: str, message: str) -> None:
    header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {field}\\n"\n'
    entry = '\nmsgid "entry"\nmsgid_plural "entries"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "film.po").write_text(header + entry, encoding="utf-8")
    findings: list[Diagnostic] = []
    catalog = load_catalog(str(tmp_path), "ru", "film", findings.append)
    assert catalog is not None
    assert 0 <= catalog.plural(5) < 3
    assert message in [finding.message for finding in findings]
