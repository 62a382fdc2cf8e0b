import pickle
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyzov_i18n.film.values import (
    Count,
    Duration,
    Hedge,
    Hedged,
    Interval,
    Mass,
    Money,
    PartialDate,
    Precision,
    Range,
    Share,
)


@pytest.mark.parametrize(
    ("value", "expected", "precision"),
    [
        ("2023", PartialDate(2023), Precision.YEAR),
        ("2023-04", PartialDate(2023, 4), Precision.MONTH),
        ("2023-04-12", PartialDate(2023, 4, 12), Precision.DAY),
        (date(2023, 4, 12), PartialDate(2023, 4, 12), Precision.DAY),
        (datetime(2023, 4, 12, 10), PartialDate(2023, 4, 12), Precision.DAY),
        (PartialDate(2023), PartialDate(2023), Precision.YEAR),
    ],
)
def test_partial_date_knows_how_much_it_knows(value: object, expected: PartialDate, precision: Precision) -> None:
    found = PartialDate.of(value)
    assert found == expected
    assert found.precision is precision


@pytest.mark.parametrize(
    "value", ["", "23", "2023-4", "2023-13", "2023-02-30", "2023-04\n", "٢٠٢٣", "0000", 2023, None, 20.23]
)
def test_text_that_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"expected a date|month|day|year"):
        PartialDate.of(value)


def test_day_without_its_month_is_refused() -> None:
    with pytest.raises(ValueError, match="a day needs its month"):
        PartialDate(2023, None, 12)


def test_partial_date_is_a_frozen_value() -> None:
    month = PartialDate(2023, 4)
    with pytest.raises(AttributeError, match="immutable"):
        month.day = 12
    with pytest.raises(AttributeError):
        del month.day
    assert month != PartialDate(2023, 4, 1)
    assert month != "2023-04"
    assert {month: 1}[PartialDate(2023, 4)] == 1
    assert pickle.loads(pickle.dumps(month)) == month
    assert repr(month) == "PartialDate('2023-04')"


@given(st.dates())
def test_every_day_survives_its_text(day: date) -> None:
    for text in (f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()):
        assert str(PartialDate.of(text)) == text
    assert PartialDate.of(day).first_day == day


def test_interval_takes_days_and_partial_dates() -> None:
    interval = Interval(date(2021, 10, 5), PartialDate(2021, 10, 17))
    assert interval == Interval(PartialDate(2021, 10, 5), PartialDate(2021, 10, 17))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Interval(PartialDate(2021, 10, 17), PartialDate(2021, 10, 5)),
        lambda: Range(4, 3),
        lambda: Range(Decimal("nan"), 3),
        lambda: Range(3, Decimal("inf")),
        Share,
        lambda: Share(percent=30, fraction="1/3"),
        lambda: Share(percent=Decimal("100.1")),
        lambda: Share(percent=-1),
        lambda: Share(percent=Decimal("nan")),
        lambda: Share(fraction="4/3"),
        lambda: Share(fraction="1/0"),
        lambda: Share(fraction="0.5"),
        lambda: Share(fraction="1e999999999"),
    ],
)
def test_impossible_value_is_refused(make: Any) -> None:
    with pytest.raises(ValueError, match=r"interval|range|share|fraction"):
        make()


@pytest.mark.parametrize(
    ("share", "ratio"),
    [
        (Share(percent=30), Fraction(3, 10)),
        (Share(percent=Decimal("12.5")), Fraction(1, 8)),
        (Share(fraction="1/3"), Fraction(1, 3)),
        (Share(percent=0), Fraction(0)),
        (Share(fraction="3/3"), Fraction(1)),
    ],
)
def test_share_is_an_exact_fraction(share: Share, ratio: Fraction) -> None:
    assert share.ratio == ratio


@pytest.mark.parametrize(
    ("value_type", "value"),
    [
        (Count, {"amount": 1, "units": "entry"}),
        (Count, {"amount": Decimal(1)}),
        (Money, {"amount": 1, "currency": "rub"}),
        (Mass, {"amount": 1, "unit": "Kilogram"}),
        (Duration, {"amount": 1, "unit": ""}),
        (Range, {"low": 1}),
    ],
)
def test_table_that_is_no_value_is_refused(value_type: type, value: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(value, value_type)


def test_defaults_are_those_of_the_sources() -> None:
    assert Mass(15).unit == "kilogram"
    assert Money(1).currency is None
    assert Duration(unit="week").amount is None
    assert Hedged(3000, Hedge.ABOUT) == Hedged(3000, Hedge("about"))
