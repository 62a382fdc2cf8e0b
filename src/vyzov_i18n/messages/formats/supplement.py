"""What CLDR knows of numbers and Babel does not carry: the fewest digits to group, range patterns, plural ranges.

Each table holds a locale only where it differs from its CLDR parent. `tests/messages/test_supplement.py` holds them
against ICU in every locale. `section` reaches what Babel carries and has no name for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from babel import Locale

_ValueT = TypeVar("_ValueT")


def _by_locale(table: Mapping[_ValueT, str]) -> dict[str, _ValueT]:
    return {name: value for value, names in table.items() for name in names.split()}


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# UTS 35, part 3, "Number Elements": minimumGroupingDigits, 1 in the root locale.
_MINIMUM_GROUPING: Final = _by_locale(
    {1: "es_419 pt_AO", 2: "be bg es et hu ia ie it ka lv pl pt_PT ru_UA sl sq", 3: "ee"}
)

# UTS 35, part 3, "Miscellaneous Patterns": what stands between the ends of a range, an en dash in the root locale.
_RANGE_SEPARATORS: Final = _by_locale(
    {
        "-": "ca da es eu fil fy gu it ka lij ml nl oc_ES sq th tt vec vi yue zh",
        " - ": "my pt_PT ro",
        "–": "bs_Cyrl",
        " – ": "bg bs hr jv kea sk",
        "\u2009–\u2009": "mk",
        "\u2012": "et sv",
        "—": "to",
        "~": "ko",
        "～": "ja",
    }
)

# UTS 35, part 3, "Plural Ranges". A language that has the data takes the category of the range's end, but for the
# exceptions; a language without it takes "other", as ICU does.
_WITH_PLURAL_RANGES: Final = _names(
    "ak am ar as az be bn bs cs cy da de el fil fr ga gl gsw gu hi hr hu hy is it ka kk kn ky lij lt lv ml mn ne nl or "
    "pa pl pt ro ru sc scn sd si sk sl sq sr sw ta te tk tr ug uk uz zu"
)
_PLURAL_RANGE_EXCEPTIONS: Final = _by_locale(
    {
        "few": "ro:few+one sl:few+one sl:one+one sl:other+one sl:two+one",
        "one": "ka:one+other",
        "other": "ak:one+one ar:one+two ar:other+one ar:other+two ka:other+one lv:one+zero lv:other+zero lv:zero+zero "
        "si:other+one fr:many+many fr:one+many fr:other+many it:many+many it:one+many it:other+many pt:many+many "
        "pt:one+many pt:other+many pt_PT:other+one scn:many+many scn:one+many scn:other+many",
        "zero": "ar:zero+one ar:zero+two",
    }
)


def section(locale: Locale, name: str) -> Mapping[str, Any]:
    """A section of the locale's CLDR data by Babel's name for it: unit_patterns, currency_names_plural and the like."""
    data: Mapping[str, Any] = locale._data[name]  # Babel has no public way
    return data


def minimum_grouping_digits(locale: Locale) -> int:
    """How many digits must stand before the first group separator for numbers to be grouped."""
    return _inherited(_MINIMUM_GROUPING, locale, 1)


def range_separator(locale: Locale) -> str:
    """What stands between the two ends of a range of numbers."""
    return _inherited(_RANGE_SEPARATORS, locale, "–")


def range_category(locale: Locale, low: str, high: str) -> str:
    """The plural category of a range whose ends have the categories `low` and `high`."""
    if locale.language not in _WITH_PLURAL_RANGES:
        return "other"
    pair = f"{low}+{high}"
    regional = _PLURAL_RANGE_EXCEPTIONS.get(f"{locale}:{pair}")
    return regional or _PLURAL_RANGE_EXCEPTIONS.get(f"{locale.language}:{pair}", high)


def _inherited(table: Mapping[str, _ValueT], locale: Locale, default: _ValueT) -> _ValueT:
    return next((table[name] for name in _lineage(str(locale)) if name in table), default)


def _lineage(name: str) -> Iterator[str]:
    from babel.core import get_global

    exceptions = get_global("parent_exceptions")
    while name:
        yield name
        name = exceptions.get(name) or name.rpartition("_")[0]
