"""The committed templates and catalogs are in step with `film.toml` and with the sentences of the package."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.catalogs.writer import render_po
from vyzov_i18n.errors import FilmError
from vyzov_i18n.localizer import built_in_folder
from vyzov_i18n.messages import Message
from vyzov_i18n.templates import DOMAINS, extract_templates, film_template, summary_template

if TYPE_CHECKING:
    from tests.conftest import FilmFolder

LOCALE = Path(built_in_folder())
NAMES = ("ar", "de", "en", "ru", "sr", "sr_Latn")
TRANSLATED = [(name, domain) for name in NAMES for domain in DOMAINS]
CATALOGS = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
FILES = [*CATALOGS, *sorted(LOCALE.glob("*.pot"))]


def path(locale: str, domain: str) -> str:
    return str(LOCALE / locale / "LC_MESSAGES" / f"{domain}.po")


def test_everything_is_there() -> None:
    names = [str(file.relative_to(LOCALE)) for file in FILES]
    assert names == [
        *(f"{name}/LC_MESSAGES/{domain}.po" for name in NAMES for domain in ("film", "lexicon", "summary")),
        "film.pot",
        "summary.pot",
    ]


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_committed_template_is_the_one_that_is_extracted(domain: str) -> None:
    """To write both: vyzov-i18n extract locale."""
    template = film_template(str(LOCALE)) if domain == "film" else summary_template()
    assert render_po(template).decode() == (LOCALE / f"{domain}.pot").read_text(encoding="utf-8")


@pytest.mark.parametrize(("locale", "domain"), TRANSLATED)
def test_a_catalog_has_the_entries_of_its_template_in_their_order(locale: str, domain: str) -> None:
    template, catalog = read_po(str(LOCALE / f"{domain}.pot")), read_po(path(locale, domain))
    expected = [(entry.key, entry.plural) for entry in template.messages()]
    assert len(expected) > 80
    assert [(entry.key, entry.plural) for entry in catalog.messages()] == expected
    assert [entry for entry in catalog.entries if entry.obsolete] == []


@pytest.mark.parametrize(("locale", "domain"), TRANSLATED)
def test_comments_are_those_of_the_template(locale: str, domain: str) -> None:
    template, catalog = read_po(str(LOCALE / f"{domain}.pot")), read_po(path(locale, domain))
    expected = {entry.key: entry.notes.extracted for entry in template.messages()}
    assert {entry.key: entry.notes.extracted for entry in catalog.messages()} == expected
    assert all(expected.values())


@pytest.mark.parametrize("file", CATALOGS, ids=lambda file: str(file.relative_to(LOCALE)))
def test_every_entry_is_translated(file: Path) -> None:
    catalog = read_po(str(file))
    assert [entry.key for entry in catalog.messages() if not entry.is_translated] == []
    assert catalog.findings == ()
    assert catalog.header is not None
    assert not catalog.header.is_fuzzy
    assert catalog.fields["Language"] == file.parts[-3]


@pytest.mark.parametrize(("locale", "domain"), TRANSLATED)
def test_every_translation_is_a_message_with_the_variables_of_its_source(locale: str, domain: str) -> None:
    """A translation may use fewer, or in `summary` others that the sentence can have; never one that is unknown."""
    names = {"film/", "person/", "character/", "place/", "ship/", "organization/", "work/", "term/"}
    for entry in read_po(path(locale, domain)).messages():
        if str(entry.context).partition("/")[0] + "/" in names:
            continue
        source = Message(entry.message, "en")
        assert source.errors == ()
        for text in entry.translations:
            translation = Message(text, locale)
            assert translation.errors == ()
            if domain == "film":
                assert translation.arguments <= source.arguments


def test_the_english_sentences_are_their_source() -> None:
    for entry in read_po(path("en", "summary")).messages():
        sources = (entry.message,) if entry.plural is None else (entry.message, entry.plural)
        assert entry.translations == sources


@pytest.mark.parametrize("file", CATALOGS, ids=lambda file: str(file.relative_to(LOCALE)))
def test_msgfmt_accepts_it(file: Path, tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext's msgfmt is not installed")
    command = ["msgfmt", "-c", "-o", str(tmp_path / "messages.mo"), str(file)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(LOCALE)))
def test_msgcat_changes_nothing(file: Path) -> None:
    if shutil.which("msgcat") is None:
        pytest.skip("gettext's msgcat is not installed")
    run = subprocess.run(["msgcat", "--no-wrap", str(file)], capture_output=True, check=True)
    assert run.stdout.decode() == file.read_text(encoding="utf-8")


def test_extracting_writes_only_what_changed(tmp_path: Path) -> None:
    shutil.copy(LOCALE / "film.toml", tmp_path)
    folder = str(tmp_path)
    assert extract_templates(folder) == (str(tmp_path / "film.pot"), str(tmp_path / "summary.pot"))
    assert extract_templates(folder) == ()
    (tmp_path / "film.pot").write_text("", encoding="utf-8")
    assert extract_templates(folder) == (str(tmp_path / "film.pot"),)
    assert extract_templates(folder, ["summary"]) == ()
    assert (tmp_path / "film.pot").read_bytes() == (LOCALE / "film.pot").read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["film.pot", "film.toml", "summary.pot"]


def test_a_film_that_is_broken_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "film.toml").write_text("format = 1\n", encoding="utf-8")
    with pytest.raises(FilmError):
        extract_templates(str(tmp_path))
    assert [file.name for file in tmp_path.iterdir()] == ["film.toml"]


def test_a_broken_message_gets_no_template(lighthouse: FilmFolder) -> None:
    with (lighthouse.path / "film.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[line]]\nid = "broken"\nlengths = ["full"]\ntext = "Bad } x"\n')
    with pytest.raises(FilmError, match=r"line\[0\]\.text: "):
        extract_templates(str(lighthouse.path))
    assert not (lighthouse.path / "film.pot").exists()
