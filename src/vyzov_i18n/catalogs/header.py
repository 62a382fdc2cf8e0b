"""The header of a catalog: its fields, and the rule that picks a plural form (gettext manual, "Plural forms")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

REVIEW_FIELD: Final = "X-Native-Review"  # whether a native speaker has approved the texts: pending, done
_NPLURALS: Final = r"nplurals=[ \t]*(\d{1,9})"
_EXPRESSION: Final = r"plural=([^;\n]*)"
_MOST_FORMS: Final = 100  # no language has more than six


class PluralRule:
    """Which of `count` forms goes with a number; calling it gives the index, always below `count`."""

    __slots__ = ("_choose", "count")

    def __init__(self, count: int, choose: Callable[[int], int]) -> None:
        self.count = count
        self._choose = choose

    def __call__(self, number: int) -> int:
        """The index of the form; 0 where the rule has no answer, as in gettext's runtime."""
        return self.choose(number) or 0

    def choose(self, number: int) -> int | None:
        """The index of the form; None where the rule divides by zero or answers beyond the forms."""
        try:
            index = self._choose(abs(number))
        except ZeroDivisionError:
            return None
        return index if 0 <= index < self.count else None

    def limited(self, count: int) -> PluralRule:
        """The same rule where only the first `count` forms exist."""
        return PluralRule(count, self._choose)


GERMANIC: Final = PluralRule(2, lambda number: int(number != 1))


def parse_fields(header: str) -> dict[str, str]:
    """The fields of a header by name; of a repeated one the first counts, as in gettext."""
    fields: dict[str, str] = {}
    for line in header.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name, value.strip())
    return fields


def parse_plural_rule(header: str) -> PluralRule | None:
    """The plural rule of a header; None where it has none. Raises ValueError, saying what is wrong."""
    expression = re.search(_EXPRESSION, header)
    if not expression and "nplurals=" not in header:
        return None
    count = re.search(_NPLURALS, header)
    if not count:
        raise ValueError("the plural rule needs nplurals=, followed by the number of forms")
    if not expression:
        raise ValueError("the plural rule needs plural=, followed by an expression")
    if not 0 < int(count[1]) <= _MOST_FORMS:
        raise ValueError(f"nplurals={count[1]} is not a number of forms")
    return _build_rule(int(count[1]), expression[1].strip())


@lru_cache(maxsize=64)  # a thousand trials; the catalogs of a language share their rule
def check_plural_rule(rule: PluralRule) -> str | None:
    """What is wrong with the rule for a number up to 1000 (as msgfmt checks it); None if nothing is."""
    try:
        numbers = (number for number in range(1001) if not 0 <= rule._choose(number) < rule.count)
        beyond = next(numbers, None)
    except ZeroDivisionError:
        return "the plural expression can divide by zero"
    if beyond is not None:
        return f"nplurals={rule.count}, but the plural expression gives {rule._choose(beyond)} for the number {beyond}"
    return None


@lru_cache(maxsize=64)
def _build_rule(count: int, expression: str) -> PluralRule:
    from gettext import c2py  # undocumented, but bounded and safe to run

    try:
        choose: Callable[[int], int] = c2py(expression)
    except (ValueError, RecursionError, MemoryError, SyntaxError) as error:
        raise ValueError(f"the plural expression cannot be read: {error}") from error
    return PluralRule(count, choose)
