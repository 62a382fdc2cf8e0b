"""Tests of the lookup of the best available locale."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import Match, lookup


@pytest.mark.parametrize(
    ("requested", "available", "chain"),
    [
        ("ru", ["en", "ru"], ["ru"]),
        ("ru_RU.UTF-8", ["en", "ru"], ["ru"]),
        ("iw", ["en", "he"], ["he"]),
        ("en-GB", ["ru", "en", "en-GB"], ["en-GB", "en"]),
        ("en-GB", ["en-US"], ["en-US"]),
        ("es-MX", ["es", "es-419", "es-ES"], ["es-419", "es"]),
        ("es-ES", ["es", "es-419"], ["es"]),
        ("pt-AO", ["pt", "pt-PT"], ["pt-PT", "pt"]),
        ("zh-TW", ["zh", "zh-Hant"], ["zh-Hant"]),
        ("zh-Hant-MO", ["zh", "zh-TW", "zh-HK"], ["zh-HK", "zh-TW"]),
        ("sr-ME", ["sr", "sr-Latn"], ["sr-Latn"]),
        ("sr-Cyrl", ["sr", "sr-Latn"], ["sr"]),
        ("sr", ["sr-Latn", "sr-Cyrl"], ["sr-Cyrl"]),
        ("sr-Cyrl", ["sr", "sr-Cyrl"], ["sr-Cyrl"]),
        ("ru", ["ru-UA", "ru-RU"], ["ru-RU"]),
        ("ru-RU", ["ru", "ru-RU"], ["ru-RU", "ru"]),
        ("nn", ["no", "nb"], ["no"]),
        ("ca-ES-valencia", ["ca"], ["ca"]),
    ],
)
def test_the_chain_follows_the_parent_locales(requested: str, available: list[str], chain: list[str]) -> None:
    match = lookup(requested, available)
    assert match.chain == tuple(chain)
    assert match.tag == chain[0]


@pytest.mark.parametrize(
    ("requested", "available"),
    [
        ("sr-Latn", ["sr"]),
        ("sr", ["sr-Latn"]),
        ("zh-TW", ["zh"]),
        ("zh", ["zh-Hant", "zh-TW"]),
        ("uz-AF", ["uz"]),
        ("hi-Latn", ["hi", "en"]),
        ("ht", ["fr"]),
        ("pt", ["pt-PT"]),
        ("und", ["en"]),
    ],
)
def test_neither_a_script_nor_a_language_is_crossed(requested: str, available: list[str]) -> None:
    with pytest.raises(LocaleError, match=rf"^no locale answers '{requested}'; available: "):
        lookup(requested, available)


@pytest.mark.parametrize(
    ("requested", "available", "answered", "chain"),
    [
        (["uk", "ru", "en"], ["en", "ru"], "ru", ["ru", "en"]),
        ("ru;q=0.8, en-GB, *;q=0.1", ["en", "ru", "de"], "en-GB", ["en", "ru"]),
        ("ru ; q=0.5,en;Q=0.75", ["ru", "en"], "en", ["en", "ru"]),
        ("fr,,ru,", ["en", "ru"], "ru", ["ru"]),
        ("*", ["en", "ru"], "*", ["en"]),
        ("fr, *;q=0.1", ["en", "ru"], "*", ["en"]),
        ("ru;q=0.1, *;q=0.8", ["ru", "en"], "*", ["en", "ru"]),
        ("*, en;q=0", ["en", "en-GB", "ru"], "*", ["ru"]),
        ("en-GB, en;q=0", ["en", "en-GB"], "en-GB", ["en-GB"]),
        ("ru, *;q=0", ["en", "ru"], "ru", ["ru"]),
    ],
)
def test_a_list_answers_in_the_order_of_preference(
    requested: str | Sequence[str], available: list[str], answered: str, chain: list[str]
) -> None:
    assert lookup(requested, available) == Match(
        requested=answered, tag=chain[0], chain=tuple(chain), exact=answered == chain[0]
    )


def test_results_are_canonical_tags_and_each_once() -> None:
    assert lookup("SR_rs@latin", ["sr_Latn", "sr-latn", "sr"]) == Match(
        requested="sr-Latn-RS", tag="sr-Latn", chain=("sr-Latn",), exact=False
    )


def test_an_extension_leaves_a_match_exact() -> None:
    assert lookup("ru-u-nu-latn", ["ru"]).exact


@pytest.mark.parametrize(
    ("requested", "message"),
    [
        ("de", "no locale answers 'de'; available: en, ru, sr-Latn"),
        ("russian", "no locale answers 'russian'; available: en, ru, sr-Latn; did you mean 'ru'?"),
        ("Englsh", "no locale answers 'Englsh'; available: en, ru, sr-Latn; did you mean 'en'?"),
        ("sr-Cyrl", "no locale answers 'sr-Cyrl'; available: en, ru, sr-Latn; did you mean 'sr-Latn'?"),
        (
            "русский",
            "malformed locale tag 'русский', position 1: a language has 2, 3 or 5 to 8 Latin letters; "
            "available: en, ru, sr-Latn; did you mean 'ru'?",
        ),
        (
            "en, ru;q=2",
            "malformed language range 'ru;q=2'; write 'ru' or 'ru;q=0.8'; available: en, ru, sr-Latn",
        ),
        ("", "no locale answers ''; available: en, ru, sr-Latn"),
        ("*;q=0", "no locale answers '*;q=0'; available: en, ru, sr-Latn"),
    ],
)
def test_a_refusal_says_what_exists_and_what_was_meant(requested: str, message: str) -> None:
    with pytest.raises(LocaleError) as caught:
        lookup(requested, ["en", "ru", "sr-Latn"])
    assert str(caught.value) == message
    assert caught.value.available == ("en", "ru", "sr-Latn")


def test_a_refusal_carries_the_suggestion() -> None:
    with pytest.raises(LocaleError) as caught:
        lookup("russian", ["en", "ru"])
    assert caught.value.suggestion == "ru"


def test_nothing_answers_where_nothing_is_available() -> None:
    with pytest.raises(LocaleError, match=r"^no locale answers 'ru'; available: none$"):
        lookup("ru", [])


def test_an_endless_header_is_refused() -> None:
    with pytest.raises(LocaleError, match=r"^a list of locales has at most 1000 characters"):
        lookup("ru," * 334, ["ru"])


@given(st.text(alphabet=st.sampled_from("enru*;,q=01.- @_"), max_size=40) | st.text(max_size=40))
def test_any_request_is_a_match_or_a_locale_error(requested: str) -> None:
    try:
        match = lookup(requested, ["en", "ru"])
    except LocaleError:
        return
    assert set(match.chain) <= {"en", "ru"}
