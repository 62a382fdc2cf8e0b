from datetime import date, time
from decimal import Decimal

import pytest

from vyzov_i18n.film.defects import Defect, key_path, nearest, shown


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ""),
        (("fact", "budget", "claims", 0, "value"), "fact.budget.claims[0].value"),
        (("fact", "my fact", "é"), "fact.'my fact'.'é'"),
        (("x\x1b" * 50,), repr("x\x1b" * 29 + "x…")),
    ],
)
def test_path_reads_as_toml_keys(path: tuple[str | int, ...], expected: str) -> None:
    assert key_path(path) == expected


def test_message_asks_for_its_suggestion() -> None:
    defect = Defect(rule="unknown-key", path=("cast", 0, "nam"), problem="unknown key", suggestion="name")
    assert defect.message == "cast[0].nam: unknown key; did you mean 'name'?"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        ("a\n", r"'a\n'"),
        (Decimal("1.50"), "1.50"),
        (date(2023, 4, 12), "2023-04-12"),
        (time(12), "a time"),
        ([], "an array"),
        ({}, "a table"),
        (1 << 64, "a very large integer"),
    ],
)
def test_value_is_shown_short(value: object, expected: str) -> None:
    assert shown(value) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("zhenia", "zhenya-belyaeva"),
        ("belyaeva", "zhenya-belyaeva"),
        ("oleg-ivanof", "oleg-ivanov"),
        ("tom", None),
        ("z" * 10**6, None),
    ],
)
def test_nearest_name_shares_most_of_the_name_or_of_a_word(name: str, expected: str | None) -> None:
    assert nearest(name, ["zhenya-belyaeva", "oleg-ivanov"]) == expected
