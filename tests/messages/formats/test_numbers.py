from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from vyzov_i18n.errors import BadOption
from vyzov_i18n.messages.formats.numbers import NumberStyle, number_formatter, parse_number


def formatted(tag: str, number: int | Decimal, **style: object) -> str:
    return number_formatter(Locale.parse(tag), NumberStyle(**style)).format(number)  # type: ignore[arg-type]


class TestLiterals:
    @pytest.mark.parametrize(
        ("literal", "number"),
        [
            ("0", 0),
            ("-0", 0),
            ("42", 42),
            ("-7", -7),
            ("4.20", Decimal("4.20")),
            ("1e3", 1000),
            ("2.5E-1", Decimal("0.25")),
        ],
    )
    def test_numbers_of_json(self, literal: str, number: int | Decimal) -> None:
        assert parse_number(literal) == number

    @pytest.mark.parametrize(
        "literal", ["", "00", "042", "1.", ".1", "+1", "1e", "0x1", "١", " 1", "1\n", "NaN", "1_000"]
    )
    def test_other_texts_are_refused(self, literal: str) -> None:
        with pytest.raises(ValueError, match="is not a number"):
            parse_number(literal)

    @pytest.mark.parametrize("literal", ["1e1001", "-1E-999999999", "9" * 1001, "0." + "1" * 5000])
    def test_endless_numbers_are_refused(self, literal: str) -> None:
        with pytest.raises(ValueError, match="more than 1000 digits") as caught:
            parse_number(literal)
        assert len(str(caught.value)) < 100

    def test_an_exponent_too_long_for_an_integer_is_refused(self) -> None:
        with pytest.raises(ValueError, match="more than 1000 digits"):
            parse_number("1e" + "9" * 5000)


class TestGrouping:
    @pytest.mark.parametrize(
        ("tag", "expected"),
        [
            ("ru", "1\u00a0000 12\u00a0345 1\u00a0234\u00a0567"),
            ("en", "1,000 12,345 1,234,567"),
            ("es", "1000 12.345 1.234.567"),
            ("pl", "1000 12\u00a0345 1\u00a0234\u00a0567"),
            ("hi", "1,000 12,345 12,34,567"),
            ("fr", "1\u202f000 12\u202f345 1\u202f234\u202f567"),
            ("en_US_POSIX", "1000 12345 1234567"),
        ],
    )
    def test_as_the_locale_has_it(self, tag: str, expected: str) -> None:
        assert " ".join(formatted(tag, number) for number in (1000, 12345, 1234567)) == expected

    def test_as_the_style_asks(self) -> None:
        assert formatted("es", 1000, use_grouping="always") == "1.000"
        assert formatted("en", 1000, use_grouping="min2") == "1000"
        assert formatted("en", 10000, use_grouping="min2") == "10,000"
        assert formatted("hi", 1234567, use_grouping="never") == "1234567"

    def test_of_numbers_beyond_the_common(self) -> None:
        assert formatted("en", 10**18) == "1,000,000,000,000,000,000"


class TestSigns:
    @pytest.mark.parametrize(
        ("display", "expected"),
        [
            ("auto", "5 -5 0 -0"),
            ("always", "+5 -5 +0 -0"),
            ("never", "5 5 0 0"),
            ("exceptZero", "+5 -5 0 0"),
            ("negative", "5 -5 0 0"),
        ],
    )
    def test_displays(self, display: str, expected: str) -> None:
        numbers = (5, -5, 0, Decimal("-0.0001"))
        assert " ".join(formatted("en", number, sign_display=display) for number in numbers) == expected

    def test_of_the_locale(self) -> None:
        assert formatted("sv", -5) == "\u22125"
        assert formatted("fa", -5) == "\u200e\u2212۵"


class TestDigits:
    def test_defaults(self) -> None:
        assert formatted("ru", Decimal("1234.56789")) == "1\u00a0234,568"
        assert formatted("ru", Decimal("0.3"), style="percent") == "30\u00a0%"
        assert formatted("en", Decimal("0.125"), style="percent") == "13%"

    def test_one_bound_moves_the_other(self) -> None:
        assert formatted("en", 1, minimum_fraction_digits=5) == "1.00000"
        assert formatted("en", Decimal("1.98"), maximum_fraction_digits=0) == "2"
        assert formatted("en", 123, minimum_significant_digits=25) == "123." + "0" * 22
        assert formatted("en", 123456, maximum_significant_digits=2) == "120,000"

    def test_numbering_systems(self) -> None:
        assert formatted("ar_EG", 1234) == "١٬٢٣٤"
        assert formatted("en", Decimal("12.5"), numbering_system="deva") == "१२.५"
        assert formatted("fa", 12, numbering_system="latn") == "12"

    def test_an_unknown_numbering_system_is_a_bad_option(self) -> None:
        with pytest.raises(BadOption, match="klingon"):
            formatted("en", 1, numbering_system="klingon")


class TestCategories:
    @pytest.mark.parametrize(("number", "category"), [(1, "one"), (2, "few"), (5, "many"), (21, "one"), (-3, "few")])
    def test_of_integers(self, number: int, category: str) -> None:
        assert number_formatter(Locale("ru"), NumberStyle()).plural(number) == category

    def test_are_those_of_the_formatted_number(self) -> None:
        """A fraction that is rounded away does not count; zeros that are shown do."""
        assert number_formatter(Locale("ru"), NumberStyle()).plural(Decimal("1.0001")) == "one"
        assert number_formatter(Locale("en"), NumberStyle(minimum_fraction_digits=1)).plural(1) == "other"
        assert number_formatter(Locale("en"), NumberStyle(style="percent")).plural(Decimal("0.01")) == "one"

    def test_ordinal(self) -> None:
        formatter = number_formatter(Locale("en"), NumberStyle())
        assert [formatter.ordinal(number) for number in (1, 2, 3, 4, 11, 21)] == "one two few other other one".split()  # noqa: SIM905


class TestParts:
    def test_of_an_integer(self) -> None:
        assert number_formatter(Locale("en"), NumberStyle()).parts(42) == [{"type": "integer", "value": "42"}]

    def test_of_a_percentage(self) -> None:
        parts = number_formatter(Locale("ru"), NumberStyle(style="percent", maximum_fraction_digits=1)).parts(
            Decimal("-12.345")
        )
        assert [(part["type"], part["value"]) for part in parts] == [
            ("minusSign", "-"),
            ("integer", "1"),
            ("group", "\u00a0"),
            ("integer", "234"),
            ("decimal", ","),
            ("fraction", "5"),
            ("literal", "\u00a0"),
            ("percentSign", "%"),
        ]

    def test_are_the_callers_own(self) -> None:
        formatter = number_formatter(Locale("ru"), NumberStyle(style="percent"))
        formatter.parts(1)[-1]["value"] = "spoilt"
        assert formatter.format(1) == "100\u00a0%"

    @given(
        st.one_of(st.integers(-(10**20), 10**20), st.decimals(allow_nan=False, allow_infinity=False, places=4)),
        st.sampled_from(["en", "ru", "es", "hi", "ar_EG", "de_CH"]),
    )
    def test_make_up_the_text(self, number: int | Decimal, tag: str) -> None:
        formatter = number_formatter(Locale.parse(tag), NumberStyle())
        assert "".join(part["value"] for part in formatter.parts(number)) == formatter.format(number)


@pytest.mark.parametrize("number", [0, 7, 999, 1000, 12345, 10**15 - 1, 10**15])
@pytest.mark.parametrize("tag", ["en", "es", "hi", "ar_EG", "en_US_POSIX"])
def test_the_short_way_agrees_with_the_long_one(tag: str, number: int) -> None:
    """Plain integers take a short way, which an explicit default switches off."""
    assert formatted(tag, number) == formatted(tag, number, sign_display="exceptZero").replace("+", "").replace(
        "\u061c", ""
    )


def test_formatters_are_made_once() -> None:
    assert number_formatter(Locale("ru"), NumberStyle()) is number_formatter(Locale("ru"), NumberStyle())
