"""The names of months, weekdays and eras, read from Babel's data files past Babel's `Locale`.

Babel resolves the aliases of its data when they are first used and writes the result into dictionaries that locales
share, so that `Locale.months` of one locale can answer with the names of another one that was asked before it.
"""

from __future__ import annotations

import pickle
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import localedata
from babel.core import get_global

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from babel import Locale

_WIDTHS = {3: "abbreviated", 4: "wide", 5: "narrow", 6: "short"}


def month_names(locale: Locale, letter: str, width: int) -> tuple[str, ...]:
    """The names for the pattern letter M (format) or L (stand-alone), January at 1; at 0 the empty text."""
    return ("", *_names(str(locale), ("months", _context(letter), _WIDTHS[width]), range(1, 13)))


def weekday_names(locale: Locale, letter: str, width: int) -> tuple[str, ...]:
    """The names for the pattern letter E (format), c or e (stand-alone), Monday at 0."""
    return _names(str(locale), ("days", _context(letter), _WIDTHS[max(width, 3)]), range(7))


def era_name(locale: Locale, width: int) -> str:
    """The name of the current era for the pattern letter G."""
    return _names(str(locale), ("eras", _WIDTHS[max(width, 3)]), range(1, 2))[0]


@cache
def _names(locale: str, path: tuple[str, ...], numbers: range) -> tuple[str, ...]:
    names = _lookup(_calendar(locale), path)
    return tuple(names[number] for number in numbers)


def _context(letter: str) -> str:
    return "format" if letter in "ME" else "stand-alone"


@cache
def _calendar(name: str) -> dict[str, Any]:
    """Months, days and eras of the locale over those of its parents, aliases unresolved."""
    merged: dict[str, Any] = {}
    for ancestor in reversed(list(_lineage(name.partition("@")[0]))):
        with open(localedata.resolve_locale_filename(ancestor), "rb") as file:
            data = pickle.load(file)
        localedata.merge(merged, {key: data[key] for key in ("months", "days", "eras") if key in data})
    return merged


def _lineage(name: str) -> Iterator[str]:
    """The locale and its parents up to the root (UTS 35, part 1, "Parent Locales")."""
    while name != "root":
        yield name
        name = get_global("parent_exceptions").get(name) or _truncated(name)
    yield name


def _truncated(name: str) -> str:
    language, _, rest = name.rpartition("_")
    if not language:
        return "root"
    likely = get_global("likely_subtags").get(language, "").split("_")
    is_other_script = len(rest) == 4 and rest.isalpha() and rest not in likely
    return "root" if is_other_script else language


def _lookup(data: Mapping[str, Any], keys: Iterable[str]) -> Any:
    node: Any = data
    for key in keys:
        node = _settled(data, node[key])
    return node


def _settled(data: Mapping[str, Any], node: Any) -> Any:
    """The node with its alias followed; own entries go before those of the alias."""
    if isinstance(node, localedata.Alias):
        return _lookup(data, node.keys)
    if isinstance(node, tuple):
        alias, own = node
        return {**_lookup(data, alias.keys), **own}
    return node
