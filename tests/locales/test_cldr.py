"""Tests of what CLDR tells of a tag."""

from __future__ import annotations

import re

import pytest
from babel import localedata

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import autonym, babel_locale, direction
from vyzov_i18n.locales.cldr import GrammaticalFeatures, grammatical_features, lineage
from vyzov_i18n.locales.tags import split_tag


@pytest.mark.parametrize(
    ("tag", "identifier"),
    [
        ("ru", "ru"),
        ("ru-KZ", "ru_KZ"),
        ("en-GB", "en_GB"),
        ("de-XX", "de"),
        ("zh-TW", "zh_Hant_TW"),
        ("zh-CN", "zh_Hans_CN"),
        ("sr-ME", "sr_Latn_ME"),
        ("sr-Latn-XX", "sr_Latn"),
        ("sr-RS", "sr_Cyrl_RS"),
        ("ru-Cyrl-RU", "ru_RU"),
        ("ca-ES-valencia", "ca_ES_VALENCIA"),
        ("ca-FR-valencia", "ca_FR"),
        ("ru-u-nu-latn", "ru"),
        ("iw", "he"),
        ("ht", "ht"),
    ],
)
def test_a_tag_is_formatted_by_the_most_specific_locale_of_its_script(tag: str, identifier: str) -> None:
    assert str(babel_locale(tag)) == identifier


@pytest.mark.parametrize("tag", ["ru-Latn", "tlh", "english", "und"])
def test_a_language_without_data_in_its_script_is_refused(tag: str) -> None:
    with pytest.raises(LocaleError, match=rf"^CLDR has no data for the locale '{tag}'$"):
        babel_locale(tag)


def test_every_locale_of_cldr_is_formatted_by_itself() -> None:
    """Only a script that the language has anyway is left out: `sr_Cyrl` is `sr`."""
    identifiers = localedata.locale_identifiers()
    assert len(identifiers) > 1000
    for identifier in identifiers:
        assert str(babel_locale(identifier)) in {identifier, re.sub(r"_[A-Z][a-z]{3}", "", identifier)}


@pytest.mark.parametrize(
    ("tag", "expected"), [("ru", "ltr"), ("ar-EG", "rtl"), ("uz-AF", "rtl"), ("uz", "ltr"), ("mn-Mong", "ltr")]
)
def test_the_direction_is_that_of_the_script(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ru", "русский"),
        ("en", "English"),
        ("pt-BR", "português (Brasil)"),
        ("sr-Latn", "srpski (latinica)"),
        ("zh-Latn", "zh-Latn"),
    ],
)
def test_a_locale_is_listed_in_its_own_language(tag: str, name: str) -> None:
    assert autonym(tag) == name


@pytest.mark.parametrize(
    ("tag", "line"),
    [
        ("en-GB", ["en-Latn-GB", "en-Latn-001", "en-Latn"]),
        ("es-MX", ["es-Latn-MX", "es-Latn-419", "es-Latn"]),
        ("pt-AO", ["pt-Latn-AO", "pt-Latn-PT", "pt-Latn"]),
        ("zh-MO", ["zh-Hant-MO", "zh-Hant-HK", "zh-Hant"]),
        ("sr-Latn-RS", ["sr-Latn-RS", "sr-Latn"]),
        ("ca-ES-valencia", ["ca-Latn-ES-valencia", "ca-Latn-ES", "ca-Latn"]),
        ("nb-NO", ["nb-Latn-NO", "nb-Latn", "no-Latn"]),
        ("ht", ["ht-Latn"]),
        ("hi-Latn", ["hi-Latn"]),
    ],
)
def test_the_line_of_parents_keeps_to_script_and_language(tag: str, line: list[str]) -> None:
    assert [ancestor.join("-") for ancestor in lineage(split_tag(tag))] == line


@pytest.mark.parametrize(
    ("tag", "cases", "genders"),
    [
        ("ru-KZ", "nominative genitive dative accusative instrumental prepositional", "masculine feminine neuter"),
        ("sr-Latn", "nominative genitive dative accusative instrumental locative", "masculine feminine neuter"),
        ("da", "nominative genitive", "common neuter"),
        ("fr", "", "masculine feminine"),
        ("zh", "", ""),
    ],
)
def test_the_cases_and_genders_of_a_language_are_those_of_cldr(tag: str, cases: str, genders: str) -> None:
    assert grammatical_features(tag) == GrammaticalFeatures(cases, genders)
