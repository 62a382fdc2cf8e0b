from decimal import Decimal
from typing import Any

import pytest

from vyzov_i18n.errors import MessageError
from vyzov_i18n.film.values import Count, Duration, Hedge, Hedged, Mass, Money, Range, Share
from vyzov_i18n.messages import Message

WORDS = {
    "one|unit/minute": "минутка",
    "many|currency/RUB": "рублей",
    "genitive.one|magnitude/9": "миллиарда",
    "genitive.many|currency/RUB": "рублей",
    "genitive.many|unit/kilogram": "килограммов",
    "genitive.many|unit/minute": "минут",
}


def formatted(source: str, locale: str = "ru", **arguments: Any) -> tuple[str, list[str]]:
    errors: list[MessageError] = []
    message = Message(source, locale, bidi="none", on_error=errors.append, lookups={"words": WORDS.get})
    return message.format(arguments), [error.type for error in errors]


class TestRange:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Range(30, 40, "minute"), "30–40\u00a0минут"),
            (Range(20, 21, "minute"), "20–21\u00a0минутка"),
            (Range(35, 35, "minute"), "35\u00a0минут"),
            (Hedged(Range(20, 30), Hedge.ABOUT), "20–30"),
            (Range(20, 20), "20"),
            (Range(Decimal("1.5"), 2, "hour"), "1,5–2\u00a0часа"),
        ],
    )
    def test_text(self, value: object, text: str) -> None:
        assert formatted("{$r :vyzov:range}", r=value) == (text, [])

    def test_case_and_display(self) -> None:
        assert formatted("{$r :vyzov:range case=genitive}", r=Range(30, 40, "minute")) == ("30–40\u00a0минут", [])
        assert formatted("{$r :vyzov:range unitDisplay=short}", "en", r=Range(30, 40, "minute")) == (
            "30–40\u00a0min", []
        )  # fmt: skip

    def test_an_argument_formats_by_itself(self) -> None:
        assert formatted("{$r}", "en", r=Range(30, 40, "minute")) == ("30–40\u00a0minutes", [])

    def test_an_unknown_unit_is_a_bad_option(self) -> None:
        assert formatted("{$r :vyzov:range}", r=Range(1, 2, "parrot")) == ("{$r}", ["bad-option"])


class TestMeasure:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Mass(15), "15\u00a0килограмм"),
            (Hedged(Mass(Decimal("9.5")), Hedge.ABOUT), "9,5\u00a0килограмма"),
            (Duration(12, "day"), "12\u00a0дней"),
            (Duration(1, "minute"), "1\u00a0минутка"),
            (Count(3000, "entry"), "3\u00a0000"),
        ],
    )
    def test_text(self, value: object, text: str) -> None:
        assert formatted("{$m :vyzov:measure}", m=value) == (text, [])

    def test_case(self) -> None:
        assert formatted("{$m :vyzov:measure case=genitive}", m=Mass(15)) == ("15\u00a0килограммов", [])
        assert formatted("{$m :vyzov:measure case=nominative}", m=Mass(15)) == ("15\u00a0килограмм", [])

    def test_a_missing_form_is_reported_and_the_base_form_stands_in(self) -> None:
        assert formatted("{$m :vyzov:measure case=dative}", m=Mass(15)) == ("15\u00a0килограмм", ["missing-form"])

    def test_an_unknown_length_of_time_is_refused(self) -> None:
        assert formatted("{$m :vyzov:measure}", m=Duration(None, "week")) == ("{$m}", ["bad-operand"])

    def test_without_words(self) -> None:
        assert Message("{$m :vyzov:measure}", "en", bidi="none").format(m=Mass(15)) == "15\u00a0kilograms"


class TestMoney:
    BUDGET = Hedged(Money(10**9, "RUB"), Hedge.MORE_THAN)

    def test_text(self) -> None:
        assert formatted("{$m :vyzov:money}", m=self.BUDGET) == ("1\u00a0миллиард рублей", [])
        assert formatted("более {$m :vyzov:money case=genitive}", m=self.BUDGET) == (
            "более 1\u00a0миллиарда рублей", []
        )  # fmt: skip

    def test_missing_forms_are_reported(self) -> None:
        errors: list[MessageError] = []
        message = Message("{$m :vyzov:money case=dative}", "ru", on_error=errors.append, lookups={"words": WORDS.get})
        assert message.format(m=self.BUDGET) == "1\u00a0миллиард рублей"
        assert [str(error) for error in errors] == [
            "the lexicon has no entry 'dative.one|magnitude/9' for “миллиард”; the base form is used",
            "the lexicon has no entry 'dative.many|currency/RUB' for “рублей”; the base form is used",
        ]

    def test_without_a_currency(self) -> None:
        assert formatted("{$m :vyzov:money}", "en", m=Money(10**9)) == ("1\u00a0billion", [])

    def test_parts(self) -> None:
        (part,) = Message("{$m :vyzov:money}", "en").format_to_parts({"m": self.BUDGET})
        assert [part["type"] for part in part["parts"]] == ["integer", "literal", "compact", "literal", "currency"]


class TestShare:
    SOURCE = ".local $s = {$x :vyzov:share} .match $s |1/3| {{треть}} |1/2| {{половина}} * {{{$s}}}"

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Share(fraction="1/3"), "треть"),
            (Share(fraction="2/6"), "треть"),
            (Share(percent=50), "половина"),
            (Hedged(Share(percent=30), Hedge.ABOUT), "30\u00a0%"),
            (Share(percent=33), "33\u00a0%"),
            (Share(fraction="2/3"), "67\u00a0%"),
        ],
    )
    def test_selects_on_the_exact_fraction(self, value: object, text: str) -> None:
        assert formatted(self.SOURCE, x=value) == (text, [])

    def test_digits(self) -> None:
        assert formatted("{$x :vyzov:share maximumFractionDigits=2}", x=Share(fraction="1/3")) == ("33,33\u00a0%", [])
        assert formatted("{$x}", "en", x=Share(percent=Decimal("2.5"))) == ("2.5%", [])

    @pytest.mark.parametrize("key", ["third", "1/0", "|1:3|", "|1/3 |"])
    def test_a_key_that_is_no_fraction_is_reported(self, key: str) -> None:
        literal = key if key.startswith("|") else f"|{key}|"
        source = f".local $s = {{$x :vyzov:share}} .match $s {literal} {{{{a}}}} * {{{{other}}}}"
        assert formatted(source, x=Share(percent=30)) == ("other", ["bad-variant-key"])


class TestHedge:
    SOURCE = ".local $h = {$x :vyzov:hedge} .match $h more-than {{more than {$x}}} none {{just {$x}}} * {{about {$x}}}"

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Hedged(Money(10**9, "USD"), Hedge.MORE_THAN), "more than 1\u00a0billion US dollars"),
            (Hedged(5, Hedge.ABOUT), "about 5"),
            (5, "just 5"),
        ],
    )
    def test_selects(self, value: object, text: str) -> None:
        assert formatted(self.SOURCE, "en", x=value) == (text, [])

    def test_the_value_stays_hedged(self) -> None:
        source = ".local $h = {$x :vyzov:hedge} {{{$h :vyzov:money}}}"
        assert formatted(source, "en", x=Hedged(Money(5, "USD"), Hedge.ABOUT)) == ("5\u00a0US dollars", [])

    def test_has_no_text(self) -> None:
        assert formatted("{$x :vyzov:hedge}", x=5) == ("{$x}", ["unsupported-operation"])

    def test_an_unknown_hedge_is_reported(self) -> None:
        source = ".local $h = {$x :vyzov:hedge} .match $h roughly {{a}} * {{other}}"
        assert formatted(source, x=5) == ("other", ["bad-variant-key"])

    def test_needs_a_value(self) -> None:
        assert "bad-operand" in formatted(".local $h = {:vyzov:hedge} .match $h * {{other}}")[1]


@pytest.mark.parametrize("function", ["range", "measure", "money", "share"])
@pytest.mark.parametrize("value", ["text", 5, None, Duration(None, "week")])
def test_other_values_are_refused(function: str, value: object) -> None:
    text, errors = formatted(f"{{$x :vyzov:{function}}}", x=value)
    assert (text, errors[:1]) == ("{$x}", ["bad-operand"])
