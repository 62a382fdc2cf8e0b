"""Tests of templates."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

from vyzov_i18n.catalogs.extract import build_template, extract_marks
from vyzov_i18n.catalogs.model import Entry
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.catalogs.writer import render_po, write_po
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from pathlib import Path

MODULE: Final = '''\
"""Sentences."""

def NP_(context, text): return text

TITLE = N_("The Challenge")
# Translators: what the film is.
KIND = NP_("kind", "a {$genre} " "film")
# An ordinary comment.
PLAIN = NP_("kind", "a film")

LABELS = {
    "one": NP_("label", "One"),
    # Translators: two of them,
    #   and no more.
    "two": NP_("label", "Two"),
    "three": NP_("label", "Three"),
}
VARIANTS = (
    # Translators: for both.
    NP_("variant", "first"),
    NP_("variant", "second"),
)
# Translators: for all in here.
ALL = {
    "a": NP_("all", "a"),
    # Translators: but this.
    "b": NP_("all", "b"),
    "count": NNP_("all", "{$n} day", "{$n} days", "n"),
}
NN_("day", "days")
N_(f"not {TITLE}")
N_(TITLE)
'''
FIELDS: Final = (
    '"Report-Msgid-Bugs-To: \\n"\n"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n'
    '"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"\n"Language-Team: LANGUAGE <LL@li.org>\\n"\n"Language: \\n"\n'
    '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
)


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "film" / "sentences.py"
    path.parent.mkdir()
    path.write_text(MODULE, "utf-8")
    return path


def test_marks_are_found_with_their_comments(module: Path, tmp_path: Path) -> None:
    found = extract_marks([str(module)], str(tmp_path))
    assert [(entry.context, entry.message, entry.plural, entry.notes.extracted) for entry in found] == [
        (None, "The Challenge", None, ()),
        ("kind", "a {$genre} film", None, ("what the film is.",)),
        ("kind", "a film", None, ()),
        ("label", "One", None, ()),
        ("label", "Two", None, ("two of them,", "and no more.")),
        ("label", "Three", None, ()),
        ("variant", "first", None, ("for both.",)),
        ("variant", "second", None, ("for both.",)),
        ("all", "a", None, ("for all in here.",)),
        ("all", "b", None, ("but this.",)),
        ("all", "{$n} day", "{$n} days", ("for all in here.",)),
        (None, "day", "days", ()),
    ]
    assert {entry.notes.references for entry in found} == {("film/sentences.py",)}


def test_modules_that_cannot_be_read_are_told_together(tmp_path: Path) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text('x = 1\nN_("a"\n', "utf-8")
    with pytest.raises(CatalogError) as caught:
        extract_marks([str(broken), str(tmp_path / "nowhere.py")], str(tmp_path))
    assert [(finding.rule, finding.line) for finding in caught.value.findings] == [
        ("unreadable-module", 2),
        ("unreadable-module", None),
    ]


def test_a_template_is_written_in_the_order_of_its_messages() -> None:
    entries = [
        Entry("The Challenge", "film/title", comments=str(Notes(extracted=("The title.",), references=("film.toml",)))),
        Entry("Nauka", "place/nauka"),
        Entry("{$n} day", "days", "{$n} days"),
    ]
    assert render_po(build_template(entries, "my-film")).decode() == (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: my-film\\n"\n' + FIELDS + "\n"
        "#. The title.\n#: film.toml\n"
        'msgctxt "film/title"\nmsgid "The Challenge"\nmsgstr ""\n\n'
        'msgctxt "place/nauka"\nmsgid "Nauka"\nmsgstr ""\n\n'
        'msgctxt "days"\nmsgid "{$n} day"\nmsgid_plural "{$n} days"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_entries_of_one_key_become_one() -> None:
    entries = [
        Entry("a", comments=str(Notes(extracted=("one",), references=("x.py",)))),
        Entry("b"),
        Entry("a", plural="as", comments=str(Notes(extracted=("one", "two"), references=("y.py",)))),
    ]
    template = build_template(entries, "film")
    assert [entry.message for entry in template.entries] == ["", "a", "b"]
    assert template.entries[1].plural == "as"
    assert template.entries[1].notes == Notes(extracted=("one", "two"), references=("x.py", "y.py"))


def test_one_message_with_two_plurals_is_an_error() -> None:
    with pytest.raises(CatalogError, match="the message “a” is marked with two plurals"):
        build_template([Entry("a", plural="as"), Entry("a", plural="aa")], "film")


def test_translations_do_not_get_into_a_template() -> None:
    assert build_template([Entry("a", translations=("b",), obsolete=True)], "film").entries[1] == Entry("a")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_a_template_and_changes_nothing(module: Path, tmp_path: Path) -> None:
    path = tmp_path / "film.pot"
    write_po(build_template(extract_marks([str(module)], str(tmp_path)), "film"), str(path))
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True, capture_output=True)
    run = subprocess.run(["msgcat", "--no-wrap", str(path)], check=True, capture_output=True)
    assert run.stdout == path.read_bytes()
