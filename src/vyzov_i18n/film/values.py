"""The types of a fact's value: partial dates, intervals, counts, ranges, shares, money, mass, durations.

Numbers are int or Decimal, never float. Units are CLDR unit identifiers without their category ("minute",
"kilogram"), currencies ISO 4217 codes, dates ISO 8601 calendar dates of which the day or the month may be unknown.
"""

# Annotations are values here, not strings: msgspec would compile each string at the first film that is loaded.
import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn, TypeAlias

import msgspec
from msgspec import Meta

if TYPE_CHECKING:
    from fractions import Fraction

_PARTIAL_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_FRACTION: Final = re.compile(r"\d{1,6}/[1-9]\d{0,5}\Z", re.ASCII)

Unit: TypeAlias = Annotated[
    str, Meta(pattern=r"^[a-z]+(?:-[a-z0-9]+)*\Z", description="a CLDR unit identifier such as 'minute'")
]
Currency: TypeAlias = Annotated[
    str, Meta(pattern=r"^[A-Z]{3}\Z", description="a currency code of ISO 4217 such as 'RUB'")
]


class Hedge(StrEnum):
    """How a source qualifies a value."""

    ABOUT = "about"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    BY = "by"  # of a date: on it or before it


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class PartialDate:
    """A calendar date whose day, or month and day, may be unknown: `2023`, `2023-04`, `2023-04-12`.

    Immutable and hashable; equal to another partial date of the same parts. Raises ValueError on a date
    that no calendar has, and on a day without its month. `first_day` is the first day it can mean.
    """

    __slots__ = ("day", "first_day", "month", "year")

    year: int
    month: int | None
    day: int | None
    first_day: date

    def __init__(self, year: int, month: int | None = None, day: int | None = None) -> None:
        if day is not None and month is None:
            raise ValueError("a day needs its month")
        first_day = date(year, 1 if month is None else month, 1 if day is None else day)
        for name, value in (("year", year), ("month", month), ("day", day), ("first_day", first_day)):
            object.__setattr__(self, name, value)

    @classmethod
    def of(cls, value: object) -> "PartialDate":
        """A partial date from a `date`, another partial date or the text `YYYY[-MM[-DD]]`."""
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, date):
            return cls(value.year, value.month, value.day)
        if isinstance(value, str) and (match := _PARTIAL_DATE.match(value)):
            return cls(*(int(part) for part in match.groups() if part))
        raise ValueError(f'expected a date such as 2023-04-12, "2023-04" or "2023", got {value!r}')

    @property
    def precision(self) -> Precision:
        """The smallest part that is known."""
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    def at(self, precision: Precision) -> "PartialDate":
        """The date with no more than that precision."""
        kept = tuple(Precision).index(precision) + 1
        return PartialDate(*(part for part in (self.year, self.month, self.day)[:kept] if part is not None))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"PartialDate is immutable, cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"PartialDate is immutable, cannot delete {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.year, self.month, self.day) == (other.year, other.month, other.day)

    def __hash__(self) -> int:
        return hash((self.year, self.month, self.day))

    def __reduce__(self) -> tuple[Any, ...]:
        return PartialDate, (self.year, self.month, self.day)

    def __str__(self) -> str:
        parts = (f"{part:02}" for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *parts))

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"


class Interval(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days from `start` to `end`, both included. Takes dates or partial dates; ValueError if it runs backwards."""

    start: PartialDate
    end: PartialDate

    if TYPE_CHECKING:

        def __init__(self, start: date | PartialDate, end: date | PartialDate) -> None: ...

    def __post_init__(self) -> None:
        for name in ("start", "end"):
            msgspec.structs.force_setattr(self, name, PartialDate.of(getattr(self, name)))
        precision = min(self.start.precision, self.end.precision, key=tuple(Precision).index)
        if self.end.at(precision).first_day < self.start.at(precision).first_day:
            raise ValueError(f"the interval ends ({self.end}) before it starts ({self.start})")

    def evened(self) -> "Interval":
        """The same interval with both ends as exact as the less exact of them."""
        precision = min(self.start.precision, self.end.precision, key=tuple(Precision).index)
        return Interval(self.start.at(precision), self.end.at(precision))


class Count(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole number of things; `unit` names the thing in English ("entry")."""

    amount: int
    unit: str | None = None

    def __post_init__(self) -> None:
        _refuse_negative(self.amount)


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From `low` to `high`, both included, of `unit` (None for plain things). ValueError if low > high."""

    low: int | Decimal
    high: int | Decimal
    unit: Unit | None = None

    def __post_init__(self) -> None:
        if not (_is_finite(self.low) and _is_finite(self.high)):
            raise ValueError(f"a range needs finite ends, got {self.low} and {self.high}")
        if self.low > self.high:
            raise ValueError(f"the range's low end ({self.low}) is above its high end ({self.high})")


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a whole: exactly one of `percent` (30) and `fraction` ("1/3"). ValueError outside 0 to 1."""

    percent: int | Decimal | None = None
    fraction: str | None = None

    def __post_init__(self) -> None:
        if (self.percent is None) == (self.fraction is None):
            raise ValueError('a share is either { percent = 30 } or { fraction = "1/3" }')
        if self.fraction is not None and not _FRACTION.match(self.fraction):
            raise ValueError(f'expected a fraction such as "1/3", got {self.fraction!r}')
        if self.percent is not None and not (_is_finite(self.percent) and 0 <= self.percent <= 100):
            raise ValueError(f"a share lies between 0 and 100 percent, got {self.percent}")
        numerator, _, denominator = (self.fraction or "0/1").partition("/")
        if int(numerator) > int(denominator):
            raise ValueError(f"a share is at most the whole, got {self.fraction}")

    @property
    def ratio(self) -> "Fraction":
        """The share as an exact fraction of one."""
        from fractions import Fraction

        return Fraction(self.percent) / 100 if self.percent is not None else Fraction(self.fraction or "0")


class Money(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An amount of a currency; the currency is None where the source names none."""

    amount: int | Decimal
    currency: Currency | None = None

    def __post_init__(self) -> None:
        _refuse_negative(self.amount)


class Mass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mass in `unit` ("kilogram")."""

    amount: int | Decimal
    unit: Unit = "kilogram"

    def __post_init__(self) -> None:
        _refuse_negative(self.amount)


class Duration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A length of time in `unit` ("minute", "day", "week"); `amount` is None for "a few"."""

    amount: int | Decimal | None = None
    unit: Unit = "minute"

    def __post_init__(self) -> None:
        _refuse_negative(self.amount)


class Hedged(msgspec.Struct, frozen=True):
    """A value and the way its source qualifies it."""

    value: Any
    hedge: Hedge


def _is_finite(number: int | Decimal) -> bool:
    return isinstance(number, int) or number.is_finite()


def _refuse_negative(amount: int | Decimal | None) -> None:
    if amount is not None and (not _is_finite(amount) or amount < 0):
        raise ValueError(f"an amount is zero or more, got {amount}")
