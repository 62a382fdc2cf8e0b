"""Tests of adding a locale to a film."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.compile import compile_catalogs
from vyzov_i18n.catalogs.lexicon_slots import lexicon_template
from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.errors import FilmError, LocaleError
from vyzov_i18n.films import Film
from vyzov_i18n.localizer import built_in_folder
from vyzov_i18n.templates import add_locale, update_locales

if TYPE_CHECKING:
    from collections.abc import Callable

LIGHTHOUSE = Path(__file__).parent / "films" / "lighthouse"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the lighthouse film."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "film"))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def translate(path: Path, msgid: str, msgstr: str) -> None:
    text = path.read_text("utf-8")
    old = f'msgid "{msgid}"\nmsgstr ""\n'
    assert old in text
    path.write_text(text.replace(old, f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'), "utf-8")


def test_a_locale_gets_all_its_catalogs(folder: Path) -> None:
    before = names(folder)
    added = add_locale("uz_Cyrl", str(folder))
    catalogs = folder / "uz_Cyrl" / "LC_MESSAGES"
    assert (added.tag, added.kept) == ("uz-Cyrl", ())
    assert added.written == tuple(str(catalogs / f"{domain}.po") for domain in ("film", "summary", "lexicon"))
    assert names(folder) == sorted([*before, *(Path(path).relative_to(folder).as_posix() for path in added.written)])
    assert Film.load(folder).localize("uz-Cyrl", lambda _: None).catalog_locale == "uz-Cyrl"


def test_the_film_speaks_it_at_once_in_english_and_says_so(folder: Path) -> None:
    add_locale("fr", str(folder))
    french = Film.load(folder).localize("fr", lambda _: None)
    english = Film.load(folder).localize("en", lambda _: None)
    assert french.catalog_locale == "fr"
    assert french.title() == english.title() == "The Keeper of the “North” Lighthouse"
    assert "Anna Melnik" in french.summary("short")
    assert {finding.rule for finding in french.diagnostics} == {"untranslated"}
    assert all(explanation.origin.fallback for explanation in french.explain("short"))


def test_from_nothing_to_a_rendered_summary(folder: Path) -> None:
    """What the next steps of the command tell a translator to do."""
    add_locale("cs", str(folder))
    catalogs = folder / "cs" / "LC_MESSAGES"
    lexicon = catalogs / "lexicon.po"
    text = lexicon.read_text("utf-8")
    text = re.sub("(?m)(X-Grammatical-Cases: )nominative .*?(\\\\n)", r"\1nominative genitive\2", text)
    lexicon.write_text(text.replace("X-Quotation-Marks: ", "X-Quotation-Marks: „ “ ‚ ‘"), "utf-8")
    translate(catalogs / "film.po", "Anna Melnik", "Anna Melniková")
    update_locales(str(folder))
    slots = read_po(str(lexicon))
    assert [entry.key for entry in slots.messages()] == [("genitive|person/anna-melnik", "Anna Melniková")]
    translate(lexicon, "Anna Melniková", "Anny Melnikové")
    summary = catalogs / "summary.po"
    openings = [entry for entry in read_po(str(summary)).messages() if entry.context == "opening"]
    for entry in openings:
        assert not any(entry.translations)
        translate(summary, entry.message, "Film {$directors :vyzov:list case=genitive}.")
    assert not compile_catalogs(str(folder)).failed
    assert "Film Anny Melnikové." in Film.load(folder).localize("cs", lambda _: None).summary("full")


def test_the_shared_sentences_are_not_repeated_where_the_package_has_them(folder: Path) -> None:
    shutil.rmtree(folder / "ru")
    assert [Path(path).name for path in add_locale("ru", str(folder)).written] == ["film.po", "lexicon.po"]


def test_the_built_in_film_gets_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(built_in_folder(), tmp_path / "locale")
    monkeypatch.setattr("vyzov_i18n.templates.built_in_folder", lambda: str(folder))
    (folder / "ru" / "LC_MESSAGES" / "summary.po").unlink()
    added = add_locale("ru", str(folder))
    assert [Path(path).name for path in added.written] == ["summary.po"]
    assert update_locales(str(folder), write=False) == ()


def test_what_is_there_is_never_overwritten(folder: Path) -> None:
    film = folder / "fr" / "LC_MESSAGES" / "film.po"
    film.parent.mkdir(parents=True)
    film.write_text("a translator's work", "utf-8")
    added = add_locale("fr", str(folder))
    assert (added.kept, film.read_text("utf-8")) == ((str(film),), "a translator's work")
    assert [Path(path).name for path in added.written] == ["summary.po", "lexicon.po"]


def test_a_locale_that_is_there_is_an_error(folder: Path) -> None:
    add_locale("de", str(folder))
    with pytest.raises(LocaleError, match="the locale 'de' is there already, with all its catalogs") as caught:
        add_locale("de", str(folder))
    assert caught.value.available == ("de", "en", "ru")


def test_another_spelling_of_a_locale_that_is_there_is_an_error(folder: Path) -> None:
    with pytest.raises(LocaleError, match="the locale 'ru-Cyrl' is there already, as 'ru'") as caught:
        add_locale("ru-Cyrl", str(folder))
    assert caught.value.suggestion == "ru"


@pytest.mark.parametrize(
    "tag", ["../../etc", "de/../../x", "/etc", "", ".", "..", "de\0", "qq", "C", "de\n", "con", "x" * 1000]
)
def test_a_tag_never_becomes_another_path(folder: Path, tag: str) -> None:
    before = sorted(folder.parent.rglob("*"))
    with pytest.raises(LocaleError):
        add_locale(tag, str(folder))
    assert sorted(folder.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("tag", "message", "suggestion"),
    [
        ("de-u-co-phonebk", "catalogs have no extensions such as 'u-co-phonebk'; did you mean 'de'?", "de"),
        ("de-AT-x-private", "catalogs have no extensions such as 'x-private'; did you mean 'de-AT'?", "de-AT"),
        ("en-XX", "CLDR knows no region or variant 'XX' in 'en-XX'", None),
        ("en_XX", "CLDR knows no region or variant 'XX' in 'en-XX'", None),
        ("de-1902", "CLDR knows no region or variant '1902' in 'de-1902'", None),
    ],
)
def test_a_tag_of_what_does_not_exist_or_has_no_folder_is_refused(
    tag: str, message: str, suggestion: str | None, folder: Path
) -> None:
    with pytest.raises(LocaleError) as caught:
        add_locale(tag, str(folder))
    assert (str(caught.value), caught.value.suggestion) == (message, suggestion)
    assert not list(folder.glob("*_*")) + list(folder.glob("de*"))


@pytest.mark.parametrize(
    ("tag", "name"), [("ca-valencia", "ca_valencia"), ("es-419", "es_419"), ("pt_BR.UTF-8", "pt_BR")]
)
def test_a_region_or_variant_that_exists_is_in_the_name(tag: str, name: str, folder: Path) -> None:
    add_locale(tag, str(folder))
    assert (folder / name / "LC_MESSAGES" / "film.po").is_file()


@pytest.mark.parametrize("survivors", range(3))
def test_a_process_that_is_killed_leaves_every_file_whole(
    folder: Path, survivors: int, kill_at_rename: Callable[[str, int], None]
) -> None:
    """Adding the locale again adds the rest."""
    kill_at_rename(f"add_locale('fr', {str(folder)!r})", survivors)
    there = sorted(path.name for path in (folder / "fr").rglob("*.po"))
    assert len(there) == survivors
    assert len(list((folder / "fr").rglob("*.tmp"))) == 1
    added = add_locale("fr", str(folder))
    assert sorted(Path(path).name for path in added.kept) == there
    assert list(folder.rglob("*.tmp")) == []
    for domain in ("film", "summary", "lexicon"):
        assert not any(
            any(entry.translations) for entry in read_po(str(folder / f"fr/LC_MESSAGES/{domain}.po")).messages()
        )


def test_a_broken_film_gets_no_locale(folder: Path) -> None:
    (folder / "film.toml").write_text("format = 2\n", "utf-8")
    with pytest.raises(FilmError):
        add_locale("de", str(folder))
    assert not (folder / "de").exists()


def test_a_new_lexicon_has_no_slots_before_it_names_cases(folder: Path) -> None:
    add_locale("de", str(folder))
    lexicon, film = (read_po(str(folder / "de" / "LC_MESSAGES" / f"{domain}.po")) for domain in ("lexicon", "film"))
    assert lexicon_template(lexicon, film, {"film/title": None}) == []
