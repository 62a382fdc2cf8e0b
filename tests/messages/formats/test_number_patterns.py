import pytest
from babel import Locale
from babel.numbers import parse_pattern

from vyzov_i18n.messages.formats.number_patterns import (
    Grouping,
    affixes_of,
    grouping_of,
    joined,
    symbols_of,
    text_parts,
)

EN = Locale("en")


@pytest.mark.parametrize(
    ("pattern", "minus", "plus"),
    [
        ("#,##0.00 ¤", "-5 USD", "+5 USD"),
        ("¤#,##0.00", "-USD\u00a05", "+USD\u00a05"),
        ("¤#,##0.00;(¤#,##0.00)", "(USD\u00a05)", "+USD\u00a05"),
        ("#0;#0-", "5-", "5+"),
        ("¤-0", "-USD-5", "+USD+5"),
        ("0'.'", "-5.", "+5."),
        ("0 '%'", "-5 %", "+5 %"),
    ],
)
def test_affixes(pattern: str, minus: str, plus: str) -> None:
    affixes = affixes_of(parse_pattern(pattern), symbols_of(EN), "USD")
    assert f"{affixes['-'].prefix}5{affixes['-'].suffix}" == minus
    assert f"{affixes['+'].prefix}5{affixes['+'].suffix}" == plus


def test_a_symbol_needs_no_space() -> None:
    assert affixes_of(parse_pattern("¤0"), symbols_of(EN), "$")[""].prefix == "$"


def test_groups() -> None:
    assert Grouping(3, 3, 4).groups("1234567") == ["1", "234", "567"]
    assert Grouping(3, 2, 4).groups("1234567") == ["12", "34", "567"]
    assert Grouping(3, 3, 5).groups("1234") == ["1234"]
    assert grouping_of(Locale("es"), parse_pattern("#,##0"), "auto") == Grouping(3, 3, 5)


def test_money_may_have_symbols_of_its_own() -> None:
    locale = Locale.parse("fr_CH")
    assert (symbols_of(locale).decimal, symbols_of(locale, money=True).decimal) == (",", ".")


def test_the_spaces_of_a_text_are_literals() -> None:
    parts = text_parts("\u00a0кв. метров ", "unit")
    assert parts == [
        {"type": "literal", "value": "\u00a0"},
        {"type": "unit", "value": "кв. метров"},
        {"type": "literal", "value": " "},
    ]
    assert joined(parts) == "\u00a0кв. метров "
