"""Tests of drafting the Russian forms of a film, as files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.catalogs.update import Change
from vyzov_i18n.errors import ExtraError
from vyzov_i18n.films import Film
from vyzov_i18n.templates import add_locale, update_locales

LIGHTHOUSE = Path(__file__).parent / "films" / "lighthouse"
PLACE = '[place.kola]\nname = "Kola"\nkind = "place"\n\n[term.drama]'
CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the lighthouse film, in step, with every empty slot drafted."""
    copy = shutil.copytree(LIGHTHOUSE, tmp_path / "film")
    update_locales(str(copy), draft=True)
    return copy


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def catalog(folder: Path, domain: str) -> Path:
    return folder / "ru" / "LC_MESSAGES" / f"{domain}.po"


def add_place(folder: Path) -> None:
    """A place that is translated, whose slots are still to come."""
    film = folder / "film.toml"
    film.write_text(film.read_text("utf-8").replace("[term.drama]", PLACE), "utf-8")
    update_locales(str(folder))
    path = catalog(folder, "film")
    path.write_text(
        path.read_text("utf-8").replace('msgid "Kola"\nmsgstr ""', 'msgid "Kola"\nmsgstr "Станция"'), "utf-8"
    )


def forms(folder: Path, concept: str) -> dict[str, str]:
    entries = [entry for entry in read_po(str(catalog(folder, "lexicon"))).messages() if entry.is_fuzzy]
    split = ((str(entry.context).partition("|"), entry.translations[0]) for entry in entries)
    return {slot: form for (slot, _, of), form in split if of == concept}


STATION = dict(zip(CASES, ("Станции", "Станции", "Станцию", "Станцией", "Станции"), strict=True)) | {
    "gender": "feminine"
}


def test_an_update_drafts_only_where_it_is_asked_to(folder: Path) -> None:
    add_place(folder)
    planned = update_locales(str(folder), draft=True, write=False)
    assert planned == (Change(str(catalog(folder, "lexicon")), fuzzy=6),)
    assert forms(folder, "place/kola") == {}
    update_locales(str(folder))
    assert forms(folder, "place/kola") == {}
    assert update_locales(str(folder), draft=True) == planned
    assert forms(folder, "place/kola") == STATION


def test_a_second_update_changes_nothing(folder: Path) -> None:
    add_place(folder)
    update_locales(str(folder), draft=True)
    before = contents(folder)
    assert update_locales(str(folder), draft=True) == update_locales(str(folder)) == ()
    assert contents(folder) == before


def test_a_draft_counts_once_a_person_has_confirmed_it(folder: Path) -> None:
    russian = Film.load(folder).localize("ru", lambda _: None)
    before = russian.summary("full")
    path = catalog(folder, "lexicon")
    path.write_text(path.read_text("utf-8").replace('"Анны Мельник"', '""'), "utf-8")
    missing = Film.load(folder).localize("ru", lambda _: None).summary("full")
    assert "Анны Мельник" in before
    update_locales(str(folder), draft=True)
    assert forms(folder, "person/anna-melnik") == {"genitive": "Анны Мельник"}
    assert Film.load(folder).localize("ru", lambda _: None).summary("full") == missing != before
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    assert Film.load(folder).localize("ru", lambda _: None).summary("full") == before


def test_a_new_russian_lexicon_is_drafted_from_the_words_that_are_there(folder: Path) -> None:
    reviewed = {entry.key: entry.translations for entry in read_po(str(catalog(folder, "lexicon"))).messages()}
    catalog(folder, "lexicon").unlink()
    assert add_locale("ru", str(folder), draft=True).written == (str(catalog(folder, "lexicon")),)
    drafted = read_po(str(catalog(folder, "lexicon")))
    assert drafted.fields["X-Grammatical-Cases"] == " ".join(("nominative", *CASES))
    forms = {entry.key: entry.translations for entry in drafted.messages()}
    people_and_terms = {key: form for key, form in reviewed.items() if not str(key[0]).endswith("|film/title")}
    assert len(people_and_terms) > 15
    assert {key: forms[key] for key in people_and_terms} == people_and_terms
    assert all(entry.is_fuzzy for entry in drafted.messages())
    assert update_locales(str(folder)) == ()


def test_a_new_russian_locale_names_its_cases(folder: Path) -> None:
    shutil.rmtree(folder / "ru")
    add_locale("ru", str(folder), draft=True)
    assert list(read_po(str(catalog(folder, "lexicon"))).messages()) == []
    assert read_po(str(catalog(folder, "lexicon"))).fields["X-Grammatical-Genders"] == "masculine feminine neuter"


def test_another_language_is_as_without_drafts(folder: Path, tmp_path: Path) -> None:
    other = shutil.copytree(folder, tmp_path / "other")
    add_locale("cs", str(folder), draft=True)
    add_locale("cs", str(other))
    assert (folder / "cs/LC_MESSAGES/lexicon.po").read_bytes() == (other / "cs/LC_MESSAGES/lexicon.po").read_bytes()


def test_without_the_libraries_nothing_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_place(folder)
    before = contents(folder)
    monkeypatch.setitem(sys.modules, "pytrovich", None)
    with pytest.raises(ExtraError):
        update_locales(str(folder), draft=True)
    shutil.move(folder / "ru", folder.with_name("ru"))
    with pytest.raises(ExtraError):
        add_locale("ru", str(folder), draft=True)
    shutil.move(folder.with_name("ru"), folder / "ru")
    assert contents(folder) == before


def test_the_libraries_are_not_loaded_where_nothing_is_drafted(folder: Path) -> None:
    script = f"""
import sys
from vyzov_i18n.templates import update_locales
update_locales({str(folder)!r})
print([name for name in ("pymorphy3", "pytrovich") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
