"""How a number becomes digits: the rounding and the digit options of ECMA-402, exactly."""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec

from vyzov_i18n.errors import BadOperand

RoundingMode: TypeAlias = Literal[
    "ceil", "floor", "expand", "trunc", "halfCeil", "halfFloor", "halfExpand", "halfTrunc", "halfEven"
]
RoundingPriority: TypeAlias = Literal["auto", "morePrecision", "lessPrecision"]

MAX_EXPONENT: Final = 1000  # a number of more digits than this is an attack, not a quantity
_LARGEST: Final = 10**MAX_EXPONENT
_WIDE: Final = decimal.Context(prec=3 * MAX_EXPONENT, traps=[decimal.InvalidOperation])

# What each mode does to the absolute value of a positive and of a negative number.
_MODES: Final[dict[RoundingMode, tuple[str, str]]] = {
    "ceil": (decimal.ROUND_UP, decimal.ROUND_DOWN),
    "floor": (decimal.ROUND_DOWN, decimal.ROUND_UP),
    "expand": (decimal.ROUND_UP, decimal.ROUND_UP),
    "trunc": (decimal.ROUND_DOWN, decimal.ROUND_DOWN),
    "halfCeil": (decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN),
    "halfFloor": (decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_UP),
    "halfExpand": (decimal.ROUND_HALF_UP, decimal.ROUND_HALF_UP),
    "halfTrunc": (decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_DOWN),
    "halfEven": (decimal.ROUND_HALF_EVEN, decimal.ROUND_HALF_EVEN),
}
ROUNDING_MODES: Final = tuple(_MODES)


class Digits(NamedTuple):
    """A rounded number: the ASCII digits before and after the decimal sign, `whole` without needless zeros."""

    negative: bool
    whole: str
    fraction: str

    @property
    def is_zero(self) -> bool:
        """Whether no digit but zero is left."""
        return not (self.whole + self.fraction).strip("0")


class DigitOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The digit options, complete. Significant digits are None where the fraction digits alone decide."""

    minimum_integer: int = 1
    fraction: tuple[int, int] = (0, 3)
    significant: tuple[int, int] | None = None
    mode: RoundingMode = "halfExpand"
    priority: RoundingPriority = "auto"
    strip_if_integer: bool = False


def scaled(number: int | Decimal, exponent: int) -> int | Decimal:
    """The number times ten to the `exponent`, exactly."""
    if isinstance(number, int):
        if exponent >= 0:
            return int(number * 10**exponent)
        quotient, rest = divmod(number, 10**-exponent)
        if not rest:
            return int(quotient)
    return _WIDE.scaleb(Decimal(number), exponent)


class Rounder:
    """Rounds numbers by one set of options."""

    __slots__ = ("_contexts", "_fraction_of_integers", "_minimum_fraction", "_modes", "_options", "_quantum")

    def __init__(self, options: DigitOptions) -> None:
        self._options = options
        self._modes = _MODES[options.mode]
        self._minimum_fraction, most = options.fraction
        self._fraction_of_integers = "" if options.strip_if_integer else "0" * self._minimum_fraction
        self._quantum = Decimal((0, (1,), -most))
        self._contexts = tuple(
            decimal.Context(prec=options.significant[1], rounding=mode, traps=[]) if options.significant else None
            for mode in self._modes
        )

    def digits(self, number: int | Decimal) -> Digits:
        """The digits of a finite number. Raises BadOperand where it has too many of them."""
        negative = number.is_signed() if isinstance(number, Decimal) else number < 0
        if isinstance(number, int) and self._options.significant is None:
            if not -_LARGEST < number < _LARGEST:
                raise BadOperand(f"a number may have at most {MAX_EXPONENT} digits")
            whole = str(abs(number)).zfill(self._options.minimum_integer)
            return Digits(negative, whole, self._fraction_of_integers)
        return self._rounded(negative, _bounded(number))

    def _rounded(self, negative: bool, number: Decimal) -> Digits:
        rounded, least = number.quantize(self._quantum, self._modes[negative], _WIDE), self._minimum_fraction
        context = self._contexts[negative]
        if context is not None:
            significant = context.plus(number)
            if self._prefers_significant(significant, context.prec):
                rounded, least = significant, self._least_fraction(significant)
        whole, _, fraction = f"{rounded:f}".partition(".")
        return self._finished(negative, whole, fraction, least)

    def _prefers_significant(self, rounded: Decimal, precision: int) -> bool:
        if self._options.priority == "auto":
            return True
        finer = rounded.adjusted() - precision + 1 <= -self._options.fraction[1]
        return finer is (self._options.priority == "morePrecision")

    def _least_fraction(self, rounded: Decimal) -> int:
        least = (self._options.significant or (1, 1))[0]
        return max(0, least - 1 - (rounded.adjusted() if rounded else 0))

    def _finished(self, negative: bool, whole: str, fraction: str, least: int) -> Digits:
        """The digits with the zeros that the options ask for, and no others."""
        fraction = fraction.rstrip("0").ljust(least, "0")
        if self._options.strip_if_integer and not fraction.strip("0"):
            fraction = ""
        return Digits(negative, whole.zfill(self._options.minimum_integer), fraction)


def _bounded(number: int | Decimal) -> Decimal:
    number = abs(number) if isinstance(number, int) else number.copy_abs()
    if isinstance(number, int) and number >= _LARGEST:
        raise BadOperand(f"a number may have at most {MAX_EXPONENT} digits")
    number = Decimal(number)
    if not number.is_finite() or (number and abs(number.adjusted()) > MAX_EXPONENT):
        raise BadOperand(f"a number must be finite and have at most {MAX_EXPONENT} digits")
    return number or Decimal(0)
