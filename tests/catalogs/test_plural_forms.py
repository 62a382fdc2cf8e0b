"""Tests of the plural forms of new catalogs, against CLDR for every locale."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from vyzov_i18n.catalogs.header import check_plural_rule, parse_plural_rule
from vyzov_i18n.catalogs.plural_forms import PluralForms, plural_forms

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = (*range(1300), *range(9_900, 10_200), 60_000, 100_000, 999_999, 1_000_000, 1_000_001, 1_000_002, 3_000_000)


@pytest.fixture(scope="module")
def locales() -> list[Locale]:
    """A locale for each set of plural rules in CLDR."""
    every = (Locale.parse(name) for name in locale_identifiers() if name.count("_") == 0 or name == "pt_PT")
    return list({tuple(sorted(locale.plural_form.rules.items())): locale for locale in every}.values())


def test_each_number_gets_the_form_of_its_cldr_category(locales: list[Locale]) -> None:
    assert len(locales) > 35
    for locale in locales:
        forms = plural_forms(locale)
        rule = parse_plural_rule(forms.rule)
        assert rule is not None
        assert rule.count == len(forms.categories)
        assert check_plural_rule(rule) is None
        assert [forms.categories[rule(number)] for number in NUMBERS] == list(map(locale.plural_form, NUMBERS))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ja", PluralForms("nplurals=1; plural=0;", ("other",))),
        ("de", PluralForms("nplurals=2; plural=(n != 1);", ("one", "other"))),
        (
            "cs",
            PluralForms("nplurals=3; plural=((n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2);", ("one", "few", "other")),
        ),
        ("is", PluralForms("nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);", ("one", "other"))),
        (
            "fr",
            PluralForms(
                "nplurals=3; plural=(n==0 || n==1) ? 0 : n!=0 && n%1000000==0 ? 1 : 2;",
                ("one", "many", "other"),
                "nplurals=2; plural=(n > 1);",
            ),
        ),
    ],
)
def test_the_rule_is_gettexts_own_where_it_agrees_with_cldr(name: str, expected: PluralForms) -> None:
    assert plural_forms(Locale.parse(name)) == expected


def test_a_script_or_region_has_the_rule_of_its_language_or_its_own() -> None:
    assert plural_forms(Locale.parse("sr_Latn")) == plural_forms(Locale.parse("sr"))
    assert plural_forms(Locale.parse("pt_BR")).customary == "nplurals=2; plural=(n > 1);"
    assert plural_forms(Locale.parse("pt_PT")).customary == "nplurals=2; plural=(n != 1);"


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_msgfmt_accepts_every_rule(tmp_path: Path, locales: list[Locale]) -> None:
    for rule in {plural_forms(locale).rule for locale in locales}:
        forms = "".join(f'msgstr[{index}] "x"\n' for index in range(int(rule.partition("=")[2].partition(";")[0])))
        path = tmp_path / "a.po"
        path.write_text(f'msgid ""\nmsgstr "Plural-Forms: {rule}\\n"\n\nmsgid "a"\nmsgid_plural "b"\n{forms}', "utf-8")
        subprocess.run(["msgfmt", "-o", "/dev/null", str(path)], check=True, capture_output=True)
