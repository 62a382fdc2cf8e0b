"""A termbase on its way into the catalogs of a film."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.errors import LocaleError
from vyzov_i18n.films import Film
from vyzov_i18n.localizer import built_in_folder
from vyzov_i18n.termbase.interchange.files import export_glossary, read_termbase
from vyzov_i18n.termbase.interchange.merge import add_term, merge_termbase, write_merge
from vyzov_i18n.termbase.interchange.model import Format

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.model import Entry
    from vyzov_i18n.termbase.interchange.merge import Merge


@pytest.fixture
def film(tmp_path: Path) -> Film:
    """A copy of the built-in film in English and Russian."""
    folder = tmp_path / "film"
    for name in ("en", "ru"):
        shutil.copytree(Path(built_in_folder(), name), folder / name)
    shutil.copy(Path(built_in_folder(), "film.toml"), folder)
    return Film.load(folder)


def merge(film: Film, table: str) -> Merge:
    return merge_termbase(read_termbase(table.encode(), "csv"), film, film.folder)


def entry(film: Film, domain: str, context: str, locale: str = "ru") -> Entry:
    catalog = read_po(str(Path(film.folder, locale, "LC_MESSAGES", f"{domain}.po")))
    return next(entry for entry in catalog.messages() if entry.context == context)


def forget(film: Film, concept: str) -> None:
    """Remove the Russian name of a concept, and what the lexicon has on it."""
    path = Path(film.folder, "ru", "LC_MESSAGES", "film.po")
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    emptied = [f'{b.rpartition("msgstr")[0]}msgstr ""' if f'msgctxt "{concept}"' in b else b for b in blocks]
    path.write_text("\n\n".join(emptied).rstrip("\n") + "\n", encoding="utf-8")
    path = path.with_name("lexicon.po")
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    kept = [block for block in blocks if f"|{concept}" not in block]
    path.write_text("\n\n".join(kept).rstrip("\n") + "\n", encoding="utf-8")


@pytest.mark.parametrize("format", Format)
def test_the_films_own_glossary_changes_nothing(film: Film, format: Format) -> None:
    merged = merge_termbase(read_termbase(export_glossary(film.glossary("en", "ru"), format)), film, film.folder)
    assert (merged.changes, merged.findings, merged.diff) == ((), (), "")


def test_a_whole_glossary_comes_back_into_emptied_catalogs(film: Film) -> None:
    before = film.glossary("en", "ru").concept("place/iss").terms["ru"]
    table = export_glossary(film.glossary("en", "ru"), "csv")
    forget(film, "place/iss")
    merged = merge_termbase(read_termbase(table), film, film.folder)
    assert merged.findings == ()
    write_merge(merged)
    for change in merged.changes:
        path = Path(change.path)
        path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    after = Film.load(film.folder).glossary("en", "ru").concept("place/iss").terms["ru"]
    assert [term.text for term in after] == [term.text for term in before]
    assert [set(term.forms) for term in after] == [set(term.forms) for term in before]


def test_a_missing_translation_is_proposed(film: Film) -> None:
    forget(film, "place/iss")
    merged = merge(film, "id,en,ru\nx,International Space Station,Международная станция\n")
    assert merged.findings == ()
    write_merge(merged)
    proposed = entry(film, "film", "place/iss")
    assert proposed.translations == ("Международная станция",)
    assert proposed.is_fuzzy
    assert "From a termbase." in proposed.notes.comments


def test_nothing_is_overwritten(film: Film) -> None:
    merged = merge(film, "id,en,ru\nfilm/title,The Challenge,Челлендж\n")
    (finding,) = merged.findings
    assert merged.changes == ()
    assert (finding.rule, finding.text) == ("merge-conflict", "Вызов")
    assert finding.message == (
        "the name of film/title is 'Вызов' here and 'Челлендж' in the termbase: it stays as it is"
    )
    assert finding.path == str(Path(film.folder, "ru", "LC_MESSAGES", "film.po"))
    assert finding.line is not None


def test_other_names_go_into_the_lexicon(film: Film) -> None:
    table = "concept,language,term,status\nfilm/title,ru,Вызов,preferred\nfilm/title,ru,Челлендж,forbidden\n"
    merged = merge(film, table)
    write_merge(merged)
    proposed = entry(film, "lexicon", "forbidden|film/title")
    assert (proposed.message, proposed.translations, proposed.is_fuzzy) == ("Вызов", ("Челлендж",), True)
    assert '+msgstr "Челлендж"' in merged.diff
    again = merge(film, table)
    assert again.changes == ()


def test_a_name_with_another_status_is_a_conflict(film: Film) -> None:
    merged = merge(film, "concept,language,term,status\nfilm/title,en,The Defiance,admitted\n")
    assert merged.changes == ()
    assert [finding.rule for finding in merged.findings] == ["merge-conflict"]
    assert "The Defiance (forbidden)" in merged.findings[0].message


def test_names_that_count_already_await_review_with_the_new_one(film: Film) -> None:
    write_merge(add_term(film, film.folder, "film/title", "ru", "Челлендж", "forbidden"))
    merged = merge(film, "concept,language,term,status\nfilm/title,ru,Дерзость,forbidden\n")
    assert [finding.rule for finding in merged.findings] == ["names-await-review"]
    write_merge(merged)
    assert entry(film, "lexicon", "forbidden|film/title").translations == ("Челлендж\nДерзость",)


def test_what_the_film_does_not_have_is_listed(film: Film) -> None:
    merged = merge(
        film, "id,category,en,ru,fr\n1,place,Space Port,космопорт,\nfilm/title,,The Challenge,Вызов,Le Défi\n"
    )
    assert merged.changes == ()
    assert [(finding.rule, finding.line, finding.help) for finding in merged.findings] == [
        ("concept-not-in-film", 2, 'add it to film.toml: [place.space-port] name = "Space Port"'),
        ("terms-without-catalog", None, "run: vyzov-i18n add-locale fr"),
    ]


def test_terms_need_a_name_to_stand_beside(film: Film) -> None:
    forget(film, "place/iss")
    merged = merge(film, "concept,language,term,status\nplace/iss,ru,МКС,forbidden\n")
    assert merged.changes == ()
    assert [finding.rule for finding in merged.findings] == ["terms-without-name"]


def test_a_region_belongs_to_its_language(film: Film) -> None:
    merged = merge(film, "concept,language,term,status\nfilm/title,ru-RU,Челлендж,forbidden\n")
    assert [Path(change.path).name for change in merged.changes] == ["lexicon.po"]


def test_a_term_added_by_hand_counts_at_once(film: Film) -> None:
    write_merge(add_term(film, film.folder, "film/title", "ru", " Челлендж ", "forbidden"))
    terms = Film.load(film.folder).glossary("en", "ru").concept("film/title").terms["ru"]
    assert [term.text for term in terms if term.status == "forbidden"] == ["Челлендж"]
    assert not entry(film, "lexicon", "forbidden|film/title").is_fuzzy


def test_a_term_needs_a_concept_a_locale_a_text_and_a_status(film: Film) -> None:
    with pytest.raises(KeyError):
        add_term(film, film.folder, "place/moon", "ru", "Луна", "preferred")
    with pytest.raises(LocaleError):
        add_term(film, film.folder, "place/iss", "fr", "SSI", "admitted")
    with pytest.raises(ValueError, match="text"):
        add_term(film, film.folder, "place/iss", "ru", " ", "admitted")
    with pytest.raises(ValueError, match="wrong"):
        add_term(film, film.folder, "place/iss", "ru", "МКС", "wrong")
