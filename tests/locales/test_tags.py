"""Tests of tags: parsing, canonical form, POSIX spelling."""

from __future__ import annotations

import pytest
from babel import localedata
from hypothesis import example, given
from hypothesis import strategies as st

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import parse_tag, to_posix


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ru", "ru"),
        ("RU-ru", "ru-RU"),
        ("sr-latn", "sr-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("CA-es-VALENCIA", "ca-ES-valencia"),
        ("de-1996", "de-1996"),
        ("ru-u-nu-LATN-x-Mine", "ru-u-nu-latn-x-mine"),
    ],
)
def test_case_is_made_canonical(text: str, tag: str) -> None:
    assert parse_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ru_RU.UTF-8", "ru-RU"),
        ("ru_RU.KOI8-R", "ru-RU"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("uz_UZ.UTF-8@cyrillic", "uz-Cyrl-UZ"),
        ("ca_ES@valencia", "ca-ES-valencia"),
        ("de_DE@euro", "de-DE"),
        ("be_TARASK", "be-tarask"),
    ],
)
def test_posix_spellings_are_understood(text: str, tag: str) -> None:
    assert parse_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("iw", "he"),
        ("mo", "ro"),
        ("rus", "ru"),
        ("sh", "sr-Latn"),
        ("sh-Cyrl", "sr-Cyrl"),
        ("cnr", "sr-ME"),
        ("prs", "fa-AF"),
        ("en-UK", "en-GB"),
        ("ru-643", "ru-RU"),
        ("ru-SU", "ru-RU"),
        ("uk-SU", "uk-UA"),
        ("el-polytoni", "el-polyton"),
    ],
)
def test_deprecated_subtags_are_replaced(text: str, tag: str) -> None:
    assert parse_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a locale tag has 1 to 64 characters, not 0"),
        ("a" * 65, "a locale tag has 1 to 64 characters, not 65"),
        ("C", "the locale 'C' names no language; give a tag such as 'ru'"),
        ("C.UTF-8", "the locale 'C.UTF-8' names no language; give a tag such as 'ru'"),
        ("POSIX", "the locale 'POSIX' names no language; give a tag such as 'ru'"),
        ("r", "malformed locale tag 'r', position 1: a language has 2, 3 or 5 to 8 Latin letters"),
        ("рус", "malformed locale tag 'рус', position 1: a language has 2, 3 or 5 to 8 Latin letters"),
        ("ru-", "malformed locale tag 'ru-', position 4: expected a script, region, variant or extension"),
        ("ru--RU", "malformed locale tag 'ru--RU', position 4: expected a script, region, variant or extension"),
        (
            "ru-RU-Cyrl",
            "malformed locale tag 'ru-RU-Cyrl', position 7: expected a script, region, variant or extension",
        ),
        ("ru/../..", "malformed locale tag 'ru/../..', position 3: expected a script, region, variant or extension"),
        ("ru\0", "malformed locale tag 'ru\\x00', position 3: expected a script, region, variant or extension"),
        ("ru\n", "malformed locale tag 'ru\\n', position 3: expected a script, region, variant or extension"),
        ("de@foo", "malformed locale tag 'de@foo', position 4: the modifier is neither a script nor a variant"),
        ("sl-rozaj-rozaj", "malformed locale tag 'sl-rozaj-rozaj': the variant 'rozaj' is repeated"),
        ("en-a-bb-a-cc", "malformed locale tag 'en-a-bb-a-cc': the extension 'a' is repeated"),
    ],
)
def test_a_malformed_tag_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(LocaleError) as caught:
        parse_tag(text)
    assert str(caught.value) == message
    assert caught.value.tag == text[:64]


@pytest.mark.parametrize(
    ("tag", "folder"),
    [("ru", "ru"), ("pt-BR", "pt_BR"), ("sr-Latn", "sr_Latn"), ("ca-ES-valencia", "ca_ES_valencia"), ("iw", "he")],
)
def test_a_tag_has_a_posix_spelling(tag: str, folder: str) -> None:
    assert to_posix(tag) == folder
    assert parse_tag(folder) == parse_tag(tag)


def test_extensions_have_no_posix_spelling() -> None:
    assert to_posix("ru-RU-u-nu-latn-x-mine") == "ru_RU"


def test_every_locale_of_cldr_survives_the_way_through_both_spellings() -> None:
    identifiers = localedata.locale_identifiers()
    assert len(identifiers) > 1000
    for identifier in identifiers:
        tag = parse_tag(identifier)
        assert tag.lower() == identifier.replace("_", "-").lower()
        assert parse_tag(to_posix(tag)) == tag


@given(st.text(alphabet=st.sampled_from("ruRUx19-_.@/\\\0é "), max_size=70) | st.text(max_size=70))
@example("ru-u-x-x")
@example("x")
def test_any_text_is_a_canonical_tag_or_a_locale_error(text: str) -> None:
    try:
        tag = parse_tag(text)
    except LocaleError:
        return
    assert parse_tag(tag) == tag
    assert to_posix(tag).replace("_", "").isalnum()
