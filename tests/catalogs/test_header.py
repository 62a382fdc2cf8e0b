"""Tests of plural rules."""

from __future__ import annotations

import pytest

from vyzov_i18n.catalogs.header import GERMANIC, check_plural_rule, parse_fields, parse_plural_rule

RUSSIAN = (
    "Plural-Forms: nplurals=3; "
    "plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
)


def test_a_rule_picks_the_form() -> None:
    rule = parse_plural_rule(RUSSIAN)
    assert rule is not None
    assert rule.count == 3
    assert [rule(number) for number in (0, 1, 2, 5, 11, 21, 22, 101, 111, -1)] == [2, 0, 1, 2, 2, 0, 1, 0, 2, 0]
    assert check_plural_rule(rule) is None


def test_without_a_rule_one_is_singular() -> None:
    assert parse_plural_rule("Language: en\n") is None
    assert [GERMANIC(number) for number in (0, 1, 2)] == [1, 0, 1]


@pytest.mark.parametrize(
    "written", ["nplurals=2; plural=n != 1", "nplurals=2;plural=n != 1;\n", "plural=n!=1; nplurals= 2;"]
)
def test_spaces_and_order_are_free(written: str) -> None:
    rule = parse_plural_rule(f"Plural-Forms: {written}")
    assert rule is not None
    assert [rule(0), rule(1)] == [1, 0]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("nplurals=INTEGER; plural=EXPRESSION;", "needs nplurals="),
        ("plural=n != 1;", "needs nplurals="),
        ("nplurals=2", "needs plural="),
        ("nplurals=0; plural=0;", "nplurals=0 is not a number of forms"),
        ("nplurals=101; plural=0;", "nplurals=101 is not a number of forms"),
        ("nplurals=9999999999; plural=0;", "is not a number of forms"),
        ("nplurals=2; plural=;", "cannot be read: unexpected end"),
        ("nplurals=2; plural=n n;", "cannot be read: unexpected token"),
        ("nplurals=2; plural=__import__('os');", "cannot be read: invalid token"),
        ("nplurals=2; plural=n**n;", "cannot be read: unexpected token"),
        (f"nplurals=2; plural={'(' * 500}n{')' * 500};", "cannot be read"),
        (f"nplurals=2; plural={'n?' * 300}n{':n' * 300};", "cannot be read"),
        (f"nplurals=2; plural={'n+' * 10000}n;", "cannot be read: plural form expression is too long"),
    ],
)
def test_a_broken_rule_is_a_value_error(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_plural_rule(f"Plural-Forms: {written}")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("nplurals=2; plural=n;", "nplurals=2, but the plural expression gives 2 for the number 2"),
        ("nplurals=2; plural=n-1;", "nplurals=2, but the plural expression gives -1 for the number 0"),
        ("nplurals=2; plural=1/n;", "the plural expression can divide by zero"),
        ("nplurals=2; plural=n%0;", "the plural expression can divide by zero"),
    ],
)
def test_a_rule_that_gives_no_form_is_found_and_still_safe(written: str, reason: str) -> None:
    rule = parse_plural_rule(f"Plural-Forms: {written}")
    assert rule is not None
    assert check_plural_rule(rule) == reason
    assert all(rule(number) in {0, 1} for number in range(100))


def test_of_a_repeated_field_the_first_counts() -> None:
    assert parse_fields("Language: ru\nno field\nLanguage: en\nX-Empty:\n") == {"Language": "ru", "X-Empty": ""}
