"""Tests of what pybabel takes from us, through the real pybabel."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message, TranslationError
from babel.messages.pofile import read_po as read_with_babel

from vyzov_i18n.catalogs.babel_plugins import check_message, extract_film
from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.localizer import built_in_folder
from vyzov_i18n.templates import film_template, summary_template

FOLDER = Path(built_in_folder())
SENTENCES = Path(__file__).parents[2] / "src" / "vyzov_i18n" / "summaries"


def pybabel(*arguments: str | Path) -> str:
    """What pybabel says."""
    command = [sys.executable, "-m", "babel.messages.frontend", *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("group", "name", "value"),
    [("babel.extractors", "vyzov_film", extract_film), ("babel.checkers", "vyzov_messages", check_message)],
)
def test_the_plugins_are_registered(group: str, name: str, value: object) -> None:
    (found,) = entry_points(group=group, name=name)
    assert found.load() is value


def test_pybabel_extracts_a_film(tmp_path: Path) -> None:
    mapping, template = tmp_path / "babel.cfg", tmp_path / "film.pot"
    mapping.write_text("[vyzov_film: film.toml]\n", "utf-8")
    pybabel("extract", "-F", mapping, "-o", template, FOLDER)
    expected = film_template(str(FOLDER))
    found = {entry.key: entry.notes for entry in read_po(str(template)).messages()}
    assert found.keys() == {entry.key for entry in expected.messages()}
    title = found[("film/title", "The Challenge")]
    assert "".join(title.extracted).startswith("The film's title.")
    assert title.references[0].rpartition(":")[0].endswith("film.toml")
    line = int(title.references[0].rpartition(":")[2])
    assert "The Challenge" in (FOLDER / "film.toml").read_text("utf-8").splitlines()[line - 1]


def test_pybabel_extracts_the_sentences(tmp_path: Path) -> None:
    template = tmp_path / "summary.pot"
    keywords = [word for keyword in ("NP_:1c,2", "NNP_:1c,2,3") for word in ("-k", keyword)]
    pybabel("extract", *keywords, "-o", template, SENTENCES)
    expected = {entry.key for entry in summary_template().messages()}
    assert {entry.key for entry in read_po(str(template)).messages()} == expected


def test_pybabel_makes_a_catalog_that_we_read_and_compiles_it(tmp_path: Path) -> None:
    pybabel("init", "-D", "film", "-i", FOLDER / "film.pot", "-d", tmp_path, "-l", "de")
    pybabel("compile", "-D", "film", "-d", tmp_path, "-l", "de")
    found = read_po(str(tmp_path / "de" / "LC_MESSAGES" / "film.po"))
    assert {entry.key for entry in found.messages()} == {entry.key for entry in film_template(str(FOLDER)).messages()}
    assert (tmp_path / "de" / "LC_MESSAGES" / "film.mo").exists()


def test_pybabel_tells_a_broken_translation(tmp_path: Path) -> None:
    catalog = tmp_path / "film.po"
    catalog.write_text(
        'msgid ""\nmsgstr ""\n"Project-Id-Version: vyzov-i18n film\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "by {$name}"\nmsgstr "от {$nam}"\n',
        "utf-8",
    )
    said = pybabel("compile", "-i", catalog, "-o", tmp_path / "film.mo", "-l", "ru")
    assert f"error: {catalog}:6: the msgid has no variable $nam" in said


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*/LC_MESSAGES/*.po")), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_babel_finds_nothing_wrong_with_our_catalogs(path: Path) -> None:
    with path.open("rb") as file:
        catalog = read_with_babel(file)
    assert [(message.id, errors) for message, errors in catalog.check() if errors] == []


def check(
    msgid: str | tuple[str, str], *strings: str, project: str = "vyzov-i18n film", comments: tuple[str, ...] = ()
) -> None:
    string = strings[0] if isinstance(msgid, str) else strings
    check_message(Catalog(project=project), Message(msgid, string, auto_comments=comments))


def test_a_sound_translation_passes() -> None:
    check("by {$name}", "")
    check("by {$name}", ".local $n = {$name} {{от {$n}}}")
    check("on {$day}", "{$start}, {$day}", comments=("$start is the first of the days.",))
    check("in {$year}", "«{$title}», {$filming}, {$year}")
    check(("{$n} day", "{$n} days"), "{$n} день", "{$n} дня", "дней: {$n}")


@pytest.mark.parametrize(
    ("string", "message"),
    [
        ("от {$name", "msgstr, character "),
        ("от {$other}", "the msgid has no variable $other"),
    ],
)
def test_a_broken_translation_is_told(string: str, message: str) -> None:
    with pytest.raises(TranslationError) as caught:
        check("by {$name}", string)
    assert str(caught.value).startswith(message)


def test_catalogs_of_other_projects_are_left_alone() -> None:
    check("{name", "{other", project="django")
    check_message(None, Message("{name", "{other"))
