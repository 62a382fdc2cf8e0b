"""Lists in CLDR's list patterns (UTS 35, part 2, "List Patterns"), compiled once a locale and type."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from babel.core import Locale

_STYLES: Final = {
    "and": ("standard",),
    "or": ("or",),
    "unit": ("unit", "unit-short", "standard"),
}  # aliases of CLDR's root


@lru_cache(maxsize=256)
def list_joiner(locale: Locale, type: str = "and") -> Callable[[Sequence[str]], str]:
    """A function that joins texts as the locale writes a list; `type` is "and", "or" or "unit"."""
    two, start, middle, end = (_pieces(_pattern(locale, type, key)) for key in ("2", "start", "middle", "end"))
    is_plain = start == middle and all(not before and not after for before, _, after in (middle, end))
    between, last = middle[1], end[1]

    def join(items: Sequence[str]) -> str:
        if not items:
            return ""
        if len(items) == 1:
            return items[0]
        if len(items) == 2:
            return f"{two[0]}{items[0]}{two[1]}{items[1]}{two[2]}"
        if is_plain:
            return f"{between.join(items[:-1])}{last}{items[-1]}"
        text = f"{end[0]}{items[-2]}{end[1]}{items[-1]}{end[2]}"
        for item in items[-3:0:-1]:
            text = f"{middle[0]}{item}{middle[1]}{text}{middle[2]}"
        return f"{start[0]}{items[0]}{start[1]}{text}{start[2]}"

    return join


def _pattern(locale: Locale, type: str, key: str) -> str:
    styles = (locale.list_patterns.get(style, {}) for style in _STYLES[type])
    return str(next(patterns[key] for patterns in styles if key in patterns))


def _pieces(pattern: str) -> tuple[str, str, str]:
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return before, between, after
