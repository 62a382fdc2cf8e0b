import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from vyzov_i18n.messages.formats.digits import digit_table, native_digits, native_numerals


@pytest.mark.parametrize(("tag", "text"), [("fa", "۲۰۲۳"), ("ar_EG", "٢٠٢٣"), ("my", "၂၀၂၃"), ("ccp", "𑄸𑄶𑄸𑄹")])
def test_native_digits(tag: str, text: str) -> None:
    assert "2023".translate(native_digits(Locale.parse(tag)) or {}) == text


def test_ascii_digits_need_no_table() -> None:
    assert native_digits(Locale("ru")) is None


def test_numerals_are_filled_up() -> None:
    assert native_numerals(Locale("en"), 3, 2) == ("00", "01", "02")
    assert native_numerals(Locale("fa"), 2, 1) == ("۰", "۱")


def test_an_unknown_system_is_an_error() -> None:
    with pytest.raises(ValueError, match="roman"):
        digit_table("roman")


def test_every_locale_has_digits() -> None:
    names = locale_identifiers()
    assert len(names) > 1000
    for name in names:
        native_digits(Locale.parse(name))
