"""The plural forms of a language as gettext wants them, from CLDR (LDML part 3, "Language Plural Rules").

gettext counts whole numbers only: a category of fractions alone (Russian `other`) has no form in a catalog.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.header import parse_plural_rule

if TYPE_CHECKING:
    from babel import Locale

    from vyzov_i18n.catalogs.header import PluralRule

_CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
_SAMPLES: Final = (*range(1001), 10_000, 100_000, 1_000_000, 1_000_001)  # each rule of CLDR applies to one of them
_RELATION: Final = re.compile(r"(?P<operand>\w)(?: mod (?P<modulus>\d+))?(?P<not> not)? in (?P<values>[\d.,]+)")
_OF_WHOLE_NUMBERS: Final = "ni"  # the other operands tell of fractions and exponents: 0 for a whole number


class PluralForms(msgspec.Struct, frozen=True):
    """The rule as the header's `Plural-Forms` has it, and the CLDR category of each form.

    `customary` is gettext's own rule for the language where it gives other forms than CLDR, else None.
    """

    rule: str
    categories: tuple[str, ...]
    customary: str | None = None


def plural_forms(locale: Locale) -> PluralForms:
    """The plural forms of a locale; as gettext customarily writes the rule, where that means the same."""
    categories = [category for category in _CATEGORIES if category in set(map(locale.plural_form, _SAMPLES))]
    rules = locale.plural_form.rules
    conditions = [f"{_condition(rules[category])} ? {index} : " for index, category in enumerate(categories[:-1])]
    rule = f"nplurals={len(categories)}; plural={''.join(conditions)}{len(categories) - 1};"
    customary = _customary(locale)
    if customary is None or _answers(customary) == _answers(rule):
        return PluralForms(customary or rule, tuple(categories))
    return PluralForms(rule, tuple(categories), customary)


def _customary(locale: Locale) -> str | None:
    from babel.messages.plurals import PLURALS

    found = PLURALS.get(f"{locale.language}_{locale.territory}") or PLURALS.get(locale.language)
    return found and f"nplurals={found[0]}; plural={found[1]};"


def _answers(field: str) -> list[int]:
    rule: PluralRule | None = parse_plural_rule(field)
    return [rule.count, *map(rule, _SAMPLES)] if rule else []


def _condition(rule: str) -> str:
    """The condition as a C expression of `n`. What is never true of a whole number is left out."""
    alternatives = [_conjunction(part.split(" and ")) for part in rule.split(" or ")]
    return " || ".join(part for part in alternatives if part is not None)


def _conjunction(relations: list[str]) -> str | None:
    parts: list[str] = []
    for relation in relations:
        found = _RELATION.fullmatch(relation)
        if found is None:
            raise ValueError(f"the plural rule {relation!r} cannot be read")
        ranges = [value.partition("..") for value in found["values"].split(",")]
        if found["operand"] in _OF_WHOLE_NUMBERS:
            number = f"n%{found['modulus']}" if found["modulus"] else "n"
            parts.append(_comparison(number, ranges, is_negated=bool(found["not"])))
        elif any(first == "0" for first, _, _ in ranges) == bool(found["not"]):
            return None
    return " && ".join(parts)


def _comparison(number: str, ranges: list[tuple[str, str, str]], *, is_negated: bool) -> str:
    """Whether a number is in one of the ranges, or in none."""
    if is_negated:
        parts = [
            f"({number}<{first} || {number}>{last})" if last else f"{number}!={first}" for first, _, last in ranges
        ]
        return " && ".join(parts)
    parts = [f"{number}>={first} && {number}<={last}" if last else f"{number}=={first}" for first, _, last in ranges]
    return f"({' || '.join(parts)})" if len(parts) > 1 else parts[0]
