"""Tests of catalogs in a new language."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.defects import find_defects
from vyzov_i18n.catalogs.model import Entry
from vyzov_i18n.catalogs.new_locale import describe, lexicon_fields, new_catalog
from vyzov_i18n.catalogs.plural_forms import PluralForms
from vyzov_i18n.catalogs.writer import render_po, write_po
from vyzov_i18n.errors import LocaleError

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = [
    Entry("The Challenge", "film/title", comments="#. The title.\n#: film.toml"),
    Entry("day", plural="days", translations=("", "")),
]


def test_a_catalog_has_the_header_of_its_locale_and_nothing_translated() -> None:
    assert render_po(new_catalog(TEMPLATE, "ar", "film", {"X-Grammatical-Cases": ""})).decode() == (
        "# Plural forms by CLDR category: msgstr[0] zero, msgstr[1] one, msgstr[2] two, msgstr[3] few, "
        "msgstr[4] many, msgstr[5] other.\n"
        "# gettext's customary rule, which pybabel init writes, differs: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : "
        "n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);\n"
        'msgid ""\nmsgstr ""\n"Project-Id-Version: film\\n"\n"Report-Msgid-Bugs-To: \\n"\n'
        '"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"\n'
        '"Language-Team: Arabic\\n"\n"Language: ar\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : '
        'n%100>=11 && n%100<=99 ? 4 : 5;\\n"\n'
        '"X-Text-Direction: rtl\\n"\n"X-Native-Review: pending\\n"\n"X-Grammatical-Cases: \\n"\n\n'
        '#. The title.\n#: film.toml\nmsgctxt "film/title"\nmsgid "The Challenge"\nmsgstr ""\n\n'
        'msgid "day"\nmsgid_plural "days"\n' + "".join(f'msgstr[{index}] ""\n' for index in range(6))
    )


@pytest.mark.parametrize(
    ("tag", "language", "team"),
    [("pt-BR", "pt_BR", "Portuguese (Brazil)"), ("zh-Hant", "zh_Hant", "Chinese (Traditional)")],
)
def test_the_language_is_named_as_gettext_names_it(tag: str, language: str, team: str) -> None:
    fields = new_catalog([], tag, "film").fields
    assert (fields["Language"], fields["Language-Team"]) == (language, team)


def test_where_gettext_and_cldr_differ_the_header_says_so() -> None:
    assert describe(PluralForms("…", ("one", "other"), "nplurals=2; plural=(n > 1);")) == [
        "Plural forms by CLDR category: msgstr[0] one, msgstr[1] other.",
        "gettext's customary rule, which pybabel init writes, differs: nplurals=2; plural=(n > 1);",
    ]
    header = new_catalog([], "pt-BR", "film").header
    assert header is not None
    assert header.notes.comments[1:] == (
        "gettext's customary rule, which pybabel init writes, differs: nplurals=2; plural=(n > 1);",
    )


def test_a_locale_that_cldr_does_not_know_is_an_error() -> None:
    with pytest.raises(LocaleError, match="CLDR has no data for the locale 'qq'"):
        new_catalog([], "qq", "film")


@pytest.mark.parametrize("tag", ["de", "fr", "sr-Latn", "ar", "zh-Hant", "ga"])
def test_a_catalog_can_be_compiled_at_once(tag: str, tmp_path: Path) -> None:
    catalog = new_catalog(TEMPLATE, tag, "film", lexicon_fields(tag))
    assert find_defects(catalog) == []
    if shutil.which("msgfmt") is None:
        pytest.skip("gettext is not installed")
    path = tmp_path / "film.po"
    write_po(catalog, str(path))
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True, capture_output=True)
    run = subprocess.run(["msgcat", "--no-wrap", "--force-po", str(path)], check=True, capture_output=True)
    assert run.stdout == path.read_bytes()
