"""Lists as CLDR writes them."""

from __future__ import annotations

import pytest
from babel.core import Locale

from vyzov_i18n.messages.formats.lists import list_joiner

EXPECTED = [
    ("ru", "and", "abcd", "a, b, c и d"),
    ("ru", "and", "ab", "a и b"),
    ("ru", "or", "abc", "a, b или c"),
    ("en", "and", "abc", "a, b, and c"),
    ("en_GB", "and", "abc", "a, b and c"),
    ("en", "or", "ab", "a or b"),
    ("en", "unit", "abc", "a, b, c"),
    ("ja", "and", "abc", "a、b、c"),
    ("ar", "and", "abc", "a وb وc"),
]


@pytest.mark.parametrize(("locale", "type", "items", "text"), EXPECTED)
def test_list(locale: str, type: str, items: str, text: str) -> None:
    assert list_joiner(Locale.parse(locale), type)(list(items)) == text


def test_nothing_and_one() -> None:
    join = list_joiner(Locale.parse("en"))
    assert join([]) == ""
    assert join(["a"]) == "a"


@pytest.mark.parametrize("type", ["and", "or", "unit"])
def test_every_locale_of_cldr_has_every_list(type: str) -> None:
    from babel.localedata import locale_identifiers

    names = locale_identifiers()
    assert len(names) > 500
    for name in names:
        text = list_joiner(Locale.parse(name), type)(["A", "B", "C", "D"])
        assert [char for char in text if char in "ABCD"] == ["A", "B", "C", "D"], name
