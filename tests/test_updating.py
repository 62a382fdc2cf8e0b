"""Tests of keeping a film's catalogs in step, as files and with the tools of gettext and Babel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.catalogs.update import Change
from vyzov_i18n.errors import CatalogError, FilmError
from vyzov_i18n.localizer import built_in_folder
from vyzov_i18n.templates import update_locales

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.catalogs.model import Entry

LIGHTHOUSE = Path(__file__).parent / "films" / "lighthouse"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the lighthouse film, in step."""
    copy = shutil.copytree(LIGHTHOUSE, tmp_path / "film")
    update_locales(str(copy))
    return copy


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def catalog(folder: Path, domain: str) -> Path:
    return folder / "ru" / "LC_MESSAGES" / f"{domain}.po"


def entries(path: Path, context: str) -> list[Entry]:
    return [entry for entry in read_po(str(path)).entries if entry.context == context]


def test_the_built_in_film_is_in_step() -> None:
    """To bring it in step: vyzov-i18n update locale."""
    assert update_locales(built_in_folder(), write=False) == ()


def test_a_second_update_changes_nothing(folder: Path) -> None:
    before = contents(folder)
    assert update_locales(str(folder)) == ()
    assert contents(folder) == before


def test_a_check_writes_nothing(folder: Path) -> None:
    replace(folder / "film.toml", 'name = "Anna Melnik"', 'name = "Anna Melnyk"')
    before = contents(folder)
    changes = update_locales(str(folder), write=False)
    assert [Path(change.path).relative_to(folder).as_posix() for change in changes] == [
        "film.pot",
        "en/LC_MESSAGES/film.po",
        "ru/LC_MESSAGES/film.po",
    ]
    assert contents(folder) == before


def test_a_name_that_changes_in_the_film_becomes_fuzzy_in_every_language(folder: Path) -> None:
    replace(folder / "film.toml", 'name = "Anna Melnik"', 'name = "Anna Melnyk"')
    changes = update_locales(str(folder))
    assert changes[1:] == tuple(Change(str(folder / tag / "LC_MESSAGES" / "film.po"), fuzzy=1) for tag in ("en", "ru"))
    (entry,) = entries(catalog(folder, "film"), "person/anna-melnik")
    assert (entry.message, entry.translations, entry.is_fuzzy) == ("Anna Melnyk", ("Анна Мельник",), True)
    assert entry.previous is not None
    assert entry.previous.message == "Anna Melnik"
    (form,) = entries(catalog(folder, "lexicon"), "genitive|person/anna-melnik")
    assert not form.is_fuzzy


def test_a_word_that_changes_in_a_catalog_makes_its_forms_fuzzy(folder: Path) -> None:
    replace(catalog(folder, "film"), 'msgstr "Анна Мельник"', 'msgstr "Анна Мельникова"')
    assert [Path(change.path).name for change in update_locales(str(folder))] == ["lexicon.po"]
    (form,) = entries(catalog(folder, "lexicon"), "genitive|person/anna-melnik")
    assert (form.message, form.translations, form.is_fuzzy) == ("Анна Мельникова", ("Анны Мельник",), True)
    assert form.previous is not None
    assert form.previous.message == "Анна Мельник"
    (other,) = entries(catalog(folder, "lexicon"), "genitive|film/title")
    assert not other.is_fuzzy


def test_a_name_or_word_that_changes_back_leaves_every_catalog_as_it_was(folder: Path) -> None:
    before = contents(folder)
    for path, name, other in (
        (folder / "film.toml", 'name = "Anna Melnik"', 'name = "Anna Melnyk"'),
        (catalog(folder, "film"), 'msgstr "Анна Мельник"', 'msgstr "Анна Мельникова"'),
    ):
        replace(path, name, other)
        assert update_locales(str(folder)) != ()
        replace(path, other, name)
        assert update_locales(str(folder)) != ()
        assert contents(folder) == before


def test_a_concept_that_goes_and_comes_back_loses_no_word(folder: Path) -> None:
    before, film = contents(folder), (folder / "film.toml").read_text("utf-8")
    tables = [table for table in film.split("\n\n") if "daria-tkachenko" not in table]
    (folder / "film.toml").write_text("\n\n".join(tables), "utf-8")
    update_locales(str(folder))
    entries_now = [
        *entries(catalog(folder, "film"), "person/daria-tkachenko"),
        *entries(catalog(folder, "lexicon"), "genitive|person/daria-tkachenko"),
    ]
    assert [entry.obsolete for entry in entries_now] == [True, True]
    (folder / "film.toml").write_text(film, "utf-8")
    revived = [change.revived for change in update_locales(str(folder))]
    assert revived == [0, 1, 1, 5]
    assert contents(folder) == before


def test_a_new_concept_gets_its_slots_once_its_name_is_translated(folder: Path) -> None:
    replace(folder / "film.toml", "[term.drama]", '[place.kola]\nname = "Kola"\nkind = "place"\n\n[term.drama]')
    update_locales(str(folder))
    assert entries(catalog(folder, "lexicon"), "genitive|place/kola") == []
    replace(catalog(folder, "film"), 'msgid "Kola"\nmsgstr ""', 'msgid "Kola"\nmsgstr "Кола"')
    assert update_locales(str(folder)) == (Change(str(catalog(folder, "lexicon")), new=6),)
    (slot,) = entries(catalog(folder, "lexicon"), "genitive|place/kola")
    assert (slot.message, slot.translations) == ("Кола", ("",))


def test_where_one_catalog_is_broken_none_is_written_and_all_that_is_wrong_is_told(folder: Path) -> None:
    replace(folder / "film.toml", 'name = "Anna Melnik"', 'name = "Anna Melnyk"')
    for domain in ("film", "lexicon"):
        replace(catalog(folder, domain), 'msgstr ""\n"', 'msgstr "\n"')
    before = contents(folder)
    with pytest.raises(CatalogError) as caught:
        update_locales(str(folder))
    assert [finding.path for finding in caught.value.findings if finding.rule == "unterminated-string"] == [
        str(catalog(folder, domain)) for domain in ("film", "lexicon")
    ]
    assert contents(folder) == before


def test_a_broken_film_leaves_the_catalogs_alone(folder: Path) -> None:
    replace(folder / "film.toml", "format = 1", "format = 2")
    before = contents(folder)
    with pytest.raises(FilmError):
        update_locales(str(folder))
    assert contents(folder) == before


@pytest.mark.parametrize("survivors", range(3))
def test_a_process_that_is_killed_leaves_every_file_whole(
    folder: Path, survivors: int, tmp_path: Path, kill_at_rename: Callable[[str, int], None]
) -> None:
    """Each file is the old or the new one; the next update does the rest."""
    replace(folder / "film.toml", 'name = "Anna Melnik"', 'name = "Anna Melnyk"')
    old = contents(folder)
    finished = shutil.copytree(folder, tmp_path / "finished")
    assert len(update_locales(str(finished))) == 3
    new = {folder / path.relative_to(finished): data for path, data in contents(finished).items()}
    kill_at_rename(f"update_locales({str(folder)!r})", survivors)
    now = {path: data for path, data in contents(folder).items() if not path.name.startswith(".")}
    assert sum(now[path] != old[path] for path in now) == survivors
    assert all(data in (old[path], new[path]) for path, data in now.items())
    assert len(list(folder.rglob("*.tmp"))) == 1
    assert len(update_locales(str(folder))) == 3 - survivors
    assert contents(folder) == new


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_what_is_written_and_changes_nothing(folder: Path) -> None:
    replace(folder / "film.toml", 'name = "Anna Melnik"', 'name = "Anna Melnyk"')
    replace(catalog(folder, "film"), 'msgstr "Пётр Черных"', 'msgstr "Пётр Чернов"')
    assert len(update_locales(str(folder))) == 4
    paths = sorted(folder.rglob("*.po*"))
    assert len(paths) == 6
    for path in paths:
        subprocess.run(["msgfmt", "-c", "-o", os.devnull, path], check=True, capture_output=True)
        run = subprocess.run(["msgcat", "--no-wrap", "--force-po", path], check=True, capture_output=True)
        assert run.stdout == path.read_bytes()


@pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext is not installed")
@pytest.mark.parametrize("path", sorted(Path(built_in_folder()).glob("*/LC_MESSAGES/[fs]*.po")), ids=str)
def test_msgmerge_has_nothing_left_to_do(path: Path) -> None:
    template = path.parents[2] / f"{path.stem}.pot"
    command = ["msgmerge", "--quiet", "--previous", "--no-fuzzy-matching", "--no-wrap", str(path), str(template)]
    assert subprocess.run(command, check=True, capture_output=True).stdout == path.read_bytes()


def test_an_update_undoes_what_pybabel_does_to_a_catalog(folder: Path) -> None:
    """Babel wraps lines, adds dates and moves header fields; no entry is lost on the way there and back."""
    path = catalog(folder, "film")
    before = [(entry.key, entry.translations, entry.comments) for entry in read_po(str(path)).messages()]
    pybabel = [sys.executable, "-m", "babel.messages.frontend"]
    for command in (["update", "-N", "-i", str(folder / "film.pot")], ["compile"]):
        arguments = ["-D", "film", "-d", str(folder), "-l", "ru"]
        subprocess.run([*pybabel, *command, *arguments], check=True, capture_output=True)
    assert path.with_suffix(".mo").exists()
    update_locales(str(folder))
    assert [(entry.key, entry.translations, entry.comments) for entry in read_po(str(path)).messages()] == before
