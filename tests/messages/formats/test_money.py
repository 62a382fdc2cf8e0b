from decimal import Decimal

import pytest
from babel import Locale

from vyzov_i18n.errors import BadOperand
from vyzov_i18n.messages.formats.measure_words import MeasureWords
from vyzov_i18n.messages.formats.money import money_formatter

RU = Locale("ru")
RUBLES = {
    "one|currency/RUB": "рубль",
    "few|currency/RUB": "рубля",
    "many|currency/RUB": "рублей",
    "other|currency/RUB": "рубля",
    "genitive.one|magnitude/9": "миллиарда",
    "genitive.many|magnitude/6": "миллионов",
    "genitive.other|magnitude/9": "миллиарда",
    "genitive.one|currency/RUB": "рубля",
    "genitive.many|currency/RUB": "рублей",
}


@pytest.mark.parametrize(
    ("tag", "amount", "text"),
    [
        ("ru", 10**9, "1\u00a0миллиард российских рублей"),
        ("ru", 1_155_000_000, "1,155\u00a0миллиарда российских рублей"),
        ("ru", 905_000_000, "905\u00a0миллионов российских рублей"),
        ("ru", 1_000_000, "1\u00a0миллион российских рублей"),
        ("ru", 1_234_567, "1\u00a0234\u00a0567\u00a0российских рублей"),
        ("ru", 1_155_500_001, "1\u00a0155\u00a0500\u00a0001\u00a0российский рубль"),
        ("ru", 21, "21\u00a0российский рубль"),
        ("ru", Decimal("9.5"), "9,50\u00a0российского рубля"),
        ("ru", Decimal("1E+9"), "1\u00a0миллиард российских рублей"),
        ("en", 10**9, "1\u00a0billion Russian rubles"),
        ("en", 1, "1\u00a0Russian ruble"),
        ("de", 1_500_000, "1,5\u00a0Millionen Russische Rubel"),
        ("ja", 10**9, "10億ロシア ルーブル"),
    ],
)
def test_sums(tag: str, amount: int | Decimal, text: str) -> None:
    assert money_formatter(Locale(tag), "RUB").format(amount) == text


@pytest.mark.parametrize(
    ("amount", "case", "text"),
    [
        (10**9, None, "1\u00a0миллиард рублей"),
        (10**9, "genitive", "1\u00a0миллиарда рублей"),
        (905_000_000, "genitive", "905\u00a0миллионов рублей"),
        (1_155_000_000, "genitive", "1,155\u00a0миллиарда рублей"),
        (20_501, "genitive", "20\u00a0501\u00a0рубля"),
    ],
)
def test_words(amount: int, case: str | None, text: str) -> None:
    assert money_formatter(RU, "RUB").format(amount, MeasureWords(RUBLES.get, case)) == text


def test_the_noun_agrees_with_the_whole_sum() -> None:
    """French says "de" after a million, whatever its mantissa."""
    words = MeasureWords({"many|currency/EUR": "d’euros"}.get)
    assert money_formatter(Locale("fr"), "EUR").format(1_500_000, words) == "1,5\u00a0million d’euros"
    assert money_formatter(Locale("fr"), "EUR").format(1_500_001, words) == "1\u202f500\u202f001\u00a0euros"


def test_a_sum_of_unknown_currency() -> None:
    assert money_formatter(RU).format(10**9) == "1\u00a0миллиард"
    assert money_formatter(RU).format(1500) == "1\u00a0500"


def test_an_unknown_currency_shows_its_code() -> None:
    assert money_formatter(RU, "XYZ").format(10**6) == "1\u00a0миллион XYZ"


def test_parts() -> None:
    parts = money_formatter(Locale("en"), "USD").parts(1_500_000)
    assert [(part["type"], part["value"]) for part in parts] == [
        ("integer", "1"),
        ("decimal", "."),
        ("fraction", "5"),
        ("literal", "\u00a0"),
        ("compact", "million"),
        ("literal", " "),
        ("currency", "US dollars"),
    ]


def test_a_sum_of_endless_digits_is_refused() -> None:
    with pytest.raises(BadOperand):
        money_formatter(RU, "RUB").format(Decimal("1E+100000"))
