"""The digits of a numbering system, which Babel knows by its CLDR identifier only."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel import Locale

# The digit zero of each decimal numbering system that a CLDR locale uses by default or as its native one; the
# other nine digits follow it in Unicode.
_ZEROS: Final = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "cham": "\uaa50",
    "deva": "\u0966",
    "fullwide": "\uff10",
    "gujr": "\u0ae6",
    "guru": "\u0a66",
    "hmnp": "\U0001e140",
    "java": "\ua9d0",
    "khmr": "\u17e0",
    "knda": "\u0ce6",
    "laoo": "\u0ed0",
    "latn": "0",
    "mlym": "\u0d66",
    "mong": "\u1810",
    "mtei": "\uabf0",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "orya": "\u0b66",
    "rohg": "\U00010d30",
    "sinh": "\u0de6",
    "talu": "\u19d0",
    "tamldec": "\u0be6",
    "telu": "\u0c66",
    "thai": "\u0e50",
    "tibt": "\u0f20",
    "vaii": "\ua620",
}


@cache
def digit_table(numbering_system: str) -> dict[int, str] | None:
    """For `str.translate`, from ASCII digits to those of the system; None where they are the ASCII ones.

    Raises ValueError on a system that is unknown or not decimal.
    """
    zero = _ZEROS.get(numbering_system)
    if zero is None:
        raise ValueError(f"no decimal digits are known for the numbering system {numbering_system!r}")
    return None if zero == "0" else {ord("0") + value: chr(ord(zero) + value) for value in range(10)}


def native_digits(locale: Locale) -> dict[int, str] | None:
    """The digit table of the locale's default numbering system."""
    return digit_table(_default_system(locale))


def native_numerals(locale: Locale, count: int, width: int) -> tuple[str, ...]:
    """The numbers below `count` in those digits, filled up with zeros to `width`."""
    return _numerals(_default_system(locale), count, width)


@cache
def _numerals(system: str, count: int, width: int) -> tuple[str, ...]:
    table = digit_table(system) or {}
    return tuple(f"{number:0{width}}".translate(table) for number in range(count))


def _default_system(locale: Locale) -> str:
    return locale.default_numbering_system
