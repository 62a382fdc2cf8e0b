import pytest
from babel import Locale

from vyzov_i18n.messages.formats.plurals import plural_rules


@pytest.mark.parametrize(
    ("tag", "whole", "fraction", "category"),
    [
        ("ru", "1", "", "one"),
        ("ru", "1", "5", "other"),
        ("en", "1", "0", "other"),
        ("cs", "1", "5", "many"),
        ("lv", "0", "", "zero"),
    ],
)
def test_cardinal(tag: str, whole: str, fraction: str, category: str) -> None:
    assert plural_rules(Locale(tag)).cardinal(whole, fraction) == category


def test_ordinal() -> None:
    assert plural_rules(Locale("it")).ordinal("8", "") == "many"


@pytest.mark.parametrize(
    ("tag", "whole", "fraction", "exponent", "category"),
    [
        ("ru", "1", "", 9, "many"),
        ("ru", "1", "5", 6, "many"),
        ("en", "1", "", 6, "other"),
        ("fr", "1", "", 6, "many"),
        ("fr", "1", "5", 6, "many"),
        ("fr", "1", "5", 3, "other"),
        ("ru", "1", "2345", 3, "other"),
    ],
)
def test_compact(tag: str, whole: str, fraction: str, exponent: int, category: str) -> None:
    """The category is that of the whole number, which the exponent may decide alone."""
    assert plural_rules(Locale(tag)).compact(whole, fraction, exponent) == category
