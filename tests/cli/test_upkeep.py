"""Tests of the commands that keep catalogs in step with the film."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result
    from tests.cli.conftest import Ran


def test_update_tells_what_it_changed(folder: Path, invoke: Callable[..., Result]) -> None:
    russian = folder / "ru" / "LC_MESSAGES"
    invoke("update", folder)
    film = folder / "film.toml"
    film.write_text(film.read_text("utf-8").replace('"Anna Melnik"', '"Anna Melnyk"'), "utf-8")
    english = folder / "en" / "LC_MESSAGES"
    told = f"{folder}/film.pot\nX {english}/film.po: 1 fuzzy\nX {russian}/film.po: 1 fuzzy\n"
    checked = invoke("update", folder, "--check")
    assert (checked.exit_code, checked.output) == (1, "would change " + told.replace("X", "would change"))
    updated = invoke("update", folder)
    assert (updated.exit_code, updated.output) == (0, "updated " + told.replace("X", "updated"))
    for arguments in ((), ("--check",)):
        again = invoke("update", folder, *arguments)
        assert (again.exit_code, again.output) == (0, "nothing changed\n")


ADDED = """\
wrote {folder}/cs/LC_MESSAGES/film.po
wrote {folder}/cs/LC_MESSAGES/summary.po
wrote {folder}/cs/LC_MESSAGES/lexicon.po
Plural forms by CLDR category: msgstr[0] one, msgstr[1] few, msgstr[2] other.

Next:
  1. Fill in the header of lexicon.po:
       X-Quotation-Marks      the outer and the inner pair: « » „ “
       X-Quoted-Categories    what stands in them: film work ship module organization; empty if nothing does
       X-Grammatical-Cases    that of the base form first: nominative genitive; empty if words do not change
       X-Grammatical-Genders  masculine feminine neuter; empty if there are none
     The cases and genders that CLDR knows are there; strike out what names do not need.
  2. Translate film.po and summary.po with any PO editor.
  3. vyzov-i18n update {folder}
     gives each translated word its slots in lexicon.po; fill them in.
  4. vyzov-i18n compile {folder}
  5. vyzov-i18n summary --locale cs --film {folder}
     speaks the language already; what is not translated yet appears in English.
When a native speaker has approved it, change “pending” to “done” in X-Native-Review.
"""


def test_add_locale_tells_what_it_wrote_and_what_comes_next(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("add-locale", "cs", folder)
    assert (result.exit_code, result.output) == (0, ADDED.format(folder=folder))
    spoken = invoke("summary", "--locale", "cs", "--film", folder)
    assert (spoken.exit_code, spoken.stdout[:11]) == (0, "“The Keeper")
    assert "no cs translation" in spoken.stderr


def test_the_next_steps_are_commands_even_for_an_odd_folder(folder: Path, invoke: Callable[..., Result]) -> None:
    odd = folder.rename(folder.with_name("my; film"))
    assert f"  3. vyzov-i18n update '{odd}'\n" in invoke("add-locale", "cs", odd).output


def test_a_locale_that_is_there_cannot_be_added(folder: Path, run: Callable[..., Ran]) -> None:
    ran = run("add-locale", "ru-Cyrl", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Error: the locale 'ru-Cyrl' is there already, as 'ru'\n"


TABLE = """\
locale  domain   translated  fuzzy  missing  words  review
en      film     5/5         0      0        13/13  –
en      lexicon  0/0         0      0        0/0    –
en      all      100 %
ru      film     3/5         1      1        10/13  pending
ru      lexicon  21/21       0      0        36/36  –
ru      all      92 %
"""


@pytest.fixture
def begun(folder: Path) -> Path:
    """The lighthouse film with a Russian catalog that is not done."""
    path = folder / "ru" / "LC_MESSAGES" / "film.po"
    text = path.read_text("utf-8").replace('"Language: ru\\n"', '"Language: ru\\n"\n"X-Native-Review: pending\\n"')
    text = text.replace('msgctxt "term/drama"', '#, fuzzy\nmsgctxt "term/drama"').replace("Анна Мельник", "")
    path.write_text(text, "utf-8")
    return folder


def test_stats_as_a_table(begun: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("stats", begun)
    assert (result.exit_code, result.output) == (0, TABLE)


def test_stats_as_json(begun: Path, invoke: Callable[..., Result]) -> None:
    rows = json.loads(invoke("stats", begun, "--locale", "RU", "--json").stdout)["statistics"]
    assert [(row["locale"], row["domain"]) for row in rows] == [("ru", "film"), ("ru", "lexicon")]
    assert rows[0] == {
        "locale": "ru",
        "domain": "film",
        "entries": 5,
        "translated": 3,
        "fuzzy": 1,
        "missing": 1,
        "words": 13,
        "translated_words": 10,
        "review": "pending",
    }


def test_stats_as_a_badge(begun: Path, invoke: Callable[..., Result]) -> None:
    assert "<title>ru: 92%</title>" in invoke("stats", begun, "--locale", "ru", "--badge").stdout
    assert "<title>translated: 93%</title>" in invoke("stats", begun, "--badge").stdout


@pytest.mark.parametrize(
    ("arguments", "code"), [(["95"], 1), (["92"], 0), (["95", "--locale", "en"], 0), (["100", "--json"], 1)]
)
def test_stats_can_fail(arguments: list[str], code: int, begun: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("stats", begun, "--fail-under", *arguments)
    assert (result.exit_code, result.stderr) == (code, "")
    assert result.stdout


def test_stats_of_a_broken_catalog_are_an_error(folder: Path, run: Callable[..., Ran]) -> None:
    path = folder / "ru" / "LC_MESSAGES" / "lexicon.po"
    path.write_text('msgid "first', "utf-8")
    ran = run("stats", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{path}:1:7: error[unterminated-string]: the text lacks its closing quotation mark\n"
        '1 | msgid "first\n'
        "  |       ^^^^^^\n"
    )


def test_what_is_drafted_and_what_is_not_is_told(folder: Path, invoke: Callable[..., Result]) -> None:
    invoke("update", folder, "--draft")
    lexicon = folder / "ru" / "LC_MESSAGES" / "lexicon.po"
    lexicon.write_text(lexicon.read_text("utf-8").replace('"Анны Мельник"', '""'), "utf-8")
    result = invoke("update", folder, "--draft")
    told = f"updated {lexicon}: 1 fuzzy\nno drafts for en: forms are drafted in Russian only\n"
    assert (result.exit_code, result.output) == (0, told)


def test_a_locale_without_drafts_is_told(folder: Path, invoke: Callable[..., Result]) -> None:
    result = invoke("add-locale", "cs", folder, "--draft")
    told = "no drafts for cs: forms are drafted in Russian only\n"
    assert (result.exit_code, result.output) == (0, ADDED.format(folder=folder).replace("Plural", f"{told}Plural", 1))


def test_the_next_step_drafts_again(folder: Path, invoke: Callable[..., Result]) -> None:
    (folder / "ru" / "LC_MESSAGES" / "lexicon.po").unlink()
    result = invoke("add-locale", "ru", folder, "--draft")
    assert f"  3. vyzov-i18n update {folder} --draft\n" in result.output


def test_a_missing_extra_is_told(folder: Path, run: Callable[..., Ran]) -> None:
    ran = run("update", folder, "--draft", before="import sys; sys.modules['pytrovich'] = None")
    told = "Error: drafting Russian forms needs pytrovich; install it with: pip install 'vyzov-i18n[draft]'\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)
