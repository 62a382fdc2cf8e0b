from __future__ import annotations

from decimal import Decimal

import pytest

from vyzov_i18n.messages.functions.options import MAX_DIGITS, Options


def problems(options: Options) -> list[str]:
    return [str(problem) for problem in options.problems]


def test_own_options_come_before_inherited_ones() -> None:
    options = Options({"a": "1"}, ["a"], {"a": "2", "b": "3"})
    assert (options.raw("a"), options.raw("b"), options.raw("c", "default")) == ("1", "3", "default")
    assert [name in options for name in "abc"] == [True, True, False]
    assert options.resolved() == {"a": "1", "b": "3"}
    assert options.resolved("b", "c") == {"a": "1"}


def test_only_an_own_option_is_a_literal() -> None:
    options = Options({"a": "1", "v": "1"}, ["a"], {"b": "3"})
    assert [options.is_literal(name) for name in "avb"] == [True, False, False]


def test_inherited_options_can_be_left_out() -> None:
    options = Options({"a": "1"}, ["a"], {"a": "2", "b": "3"}).without_inherited("a", "b")
    assert options.resolved() == {"a": "1"}


class TestReaders:
    @pytest.mark.parametrize(("value", "text"), [("x", "x"), ("", ""), (7, "7")])
    def test_text(self, value: object, text: str) -> None:
        assert Options({"a": value}).text("a", "default") == text

    @pytest.mark.parametrize("value", [True, 1.5, [], object()])
    def test_what_is_no_text(self, value: object) -> None:
        options = Options({"a": value})
        assert options.text("a", "default") == "default"
        assert problems(options) == ["the option a must be a text"]

    def test_keyword(self) -> None:
        options = Options({"a": "short", "b": "tall"})
        assert options.keyword("a", ("long", "short"), "long") == "short"
        assert options.keyword("b", ("long", "short"), "long") == "long"
        assert options.keyword("c", ("long", "short"), "long") == "long"
        assert problems(options) == ["the option b must be one of long, short"]

    @pytest.mark.parametrize(("value", "digits"), [("0", 0), ("2", 2), (2, 2), ("100", 100), ("007", 7)])
    def test_digits(self, value: object, digits: int) -> None:
        assert Options({"a": value}).digits("a") == digits

    @pytest.mark.parametrize(
        "value", ["", "x", "-1", "1.5", "+1", "²", "٣", "101", "9" * 5000, "999999999", -1, 101, True, Decimal(2), 2.0]
    )
    def test_what_is_no_digit_size(self, value: object) -> None:
        options = Options({"a": value})
        assert options.digits("a") is None
        assert problems(options) == [f"the option a must be a whole number from 0 to {MAX_DIGITS}"]

    def test_an_absent_option_is_no_problem(self) -> None:
        options = Options({})
        assert (options.text("a"), options.digits("a")) == (None, None)
        assert options.problems == []
