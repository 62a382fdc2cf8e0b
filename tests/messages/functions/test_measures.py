from decimal import Decimal
from typing import Any

import pytest

from vyzov_i18n.errors import MessageError
from vyzov_i18n.film.values import Duration, Hedge, Hedged, Mass, Money
from vyzov_i18n.messages import Message


def formatted(source: str, locale: str = "en", **arguments: Any) -> tuple[str, list[str]]:
    errors: list[MessageError] = []
    text = Message(source, locale, bidi="none", on_error=errors.append).format(arguments)
    return text, [error.type for error in errors]


class TestPercent:
    @pytest.mark.parametrize(
        ("options", "number", "text"),
        [
            ("", Decimal("0.3"), "30\u00a0%"),
            ("maximumFractionDigits=1", Decimal("0.12345"), "12,3\u00a0%"),
            ("signDisplay=always", 1, "+100\u00a0%"),
            ("roundingMode=floor", Decimal("0.999"), "99\u00a0%"),
        ],
    )
    def test_text(self, options: str, number: int | Decimal, text: str) -> None:
        assert formatted(f"{{$n :percent {options}}}", "ru", n=number) == (text, [])

    def test_selects_on_the_hundredfold(self) -> None:
        source = ".input {$n :percent} .match $n 1 {{exactly one}} 100 {{all}} one {{one}} * {{other}}"
        assert formatted(source, n=Decimal("0.01")) == ("exactly one", [])
        assert formatted(source, n=1) == ("all", [])
        assert formatted(source, n=Decimal("0.012")) == ("one", [])
        assert formatted(source, n=Decimal("0.5")) == ("other", [])

    def test_does_not_change_the_value(self) -> None:
        assert formatted(".local $p = {|0.5| :percent} {{{$p} {$p :number}}}") == ("50% 0.5", [])

    def test_parts(self) -> None:
        (part,) = Message("{$n :percent}", "en").format_to_parts({"n": 1})
        assert part["parts"] == [{"type": "integer", "value": "100"}, {"type": "percentSign", "value": "%"}]


class TestCurrency:
    @pytest.mark.parametrize(
        ("options", "text"),
        [
            ("currency=USD", "$1,234.50"),
            ("currency=usd", "$1,234.50"),
            ("currency=USD fractionDigits=0", "$1,235"),
            ("currency=USD fractionDigits=auto", "$1,234.50"),
            ("currency=USD currencyDisplay=name", "1,234.50 US dollars"),
            ("currency=USD currencyDisplay=never useGrouping=never", "1234.50"),
            ("currency=USD maximumSignificantDigits=2", "$1,200"),
        ],
    )
    def test_text(self, options: str, text: str) -> None:
        assert formatted(f"{{|1234.5| :currency {options}}}") == (text, [])

    def test_accounting(self) -> None:
        assert formatted("{-5 :currency currency=USD currencySign=accounting}") == ("($5.00)", [])

    def test_trailing_zeros(self) -> None:
        assert formatted("{5 :currency currency=USD trailingZeroDisplay=stripIfInteger}") == ("$5", [])

    def test_an_amount_brings_its_currency(self) -> None:
        money = Hedged(Money(5, "RUB"), Hedge.ABOUT)
        assert formatted("{$m :currency}", "ru", m=money) == ("5,00\u00a0₽", [])
        assert formatted("{$m :currency currency=RUB}", "ru", m=money) == ("5,00\u00a0₽", [])
        assert formatted("{$m :currency currency=USD}", "ru", m=money) == ("{$m}", ["bad-option"])

    def test_a_declaration_hands_its_currency_down(self) -> None:
        source = ".local $m = {5 :currency currency=EUR} {{{$m :currency fractionDigits=0}}}"
        assert formatted(source) == ("€5", [])

    @pytest.mark.parametrize(
        ("source", "errors"),
        [
            ("{5 :currency}", ["bad-operand"]),
            ("{five :currency currency=EUR}", ["bad-operand"]),
            ("{5 :currency currency=EURO}", ["bad-option", "bad-operand"]),
            ("{5 :currency currency=€€€}", ["bad-option", "bad-operand"]),
        ],
    )
    def test_what_is_no_amount_of_a_currency(self, source: str, errors: list[str]) -> None:
        assert formatted(source)[1] == errors

    @pytest.mark.parametrize("option", ["currencyDisplay=big", "fractionDigits=101", "currencySign=none"])
    def test_a_bad_option_is_left_out(self, option: str) -> None:
        assert formatted(f"{{5 :currency currency=USD {option}}}") == ("$5.00", ["bad-option"])

    def test_does_not_select(self) -> None:
        source = ".local $m = {5 :currency currency=EUR} .match $m 5 {{five}} * {{other}}"
        assert formatted(source) == ("other", ["bad-selector"])


class TestUnit:
    @pytest.mark.parametrize(
        ("options", "text"),
        [
            ("unit=minute", "21 мин"),
            ("unit=minute unitDisplay=long", "21 минута"),
            ("unit=minute unitDisplay=long minimumFractionDigits=1", "21,0 минуты"),
            ("unit=kilometer-per-hour", "21 км/ч"),
        ],
    )
    def test_text(self, options: str, text: str) -> None:
        assert formatted(f"{{21 :unit {options}}}", "ru") == (text, [])

    def test_an_amount_brings_its_unit(self) -> None:
        assert formatted("{$m :unit unitDisplay=long}", m=Mass(15)) == ("15 kilograms", [])
        assert formatted("{$d :unit}", d=Duration(12, "day")) == ("12 days", [])
        assert formatted("{$m :unit unit=gram}", m=Mass(15)) == ("{$m}", ["bad-option"])

    @pytest.mark.parametrize(
        ("source", "error"),
        [
            ("{5 :unit}", "bad-operand"),
            ("{5 :unit unit=parrot}", "bad-option"),
            ("{5 :unit unit=meter usage=road}", "unsupported-operation"),
        ],
    )
    def test_what_is_no_amount_of_a_unit(self, source: str, error: str) -> None:
        assert formatted(source) == ("{|5|}", [error])

    def test_parts(self) -> None:
        (part,) = Message("{5 :unit unit=minute}", "en").format_to_parts({})
        assert part["type"] == "number"
        assert part["parts"] == [
            {"type": "integer", "value": "5"},
            {"type": "literal", "value": " "},
            {"type": "unit", "value": "min"},
        ]
