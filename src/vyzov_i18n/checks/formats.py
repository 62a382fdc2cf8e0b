"""Format strings, in entries that a flag marks as such: what `msgfmt --check-format` refuses, with the place.

It knows `c-format`, `python-format` and `python-brace-format`; texts of other formats are not checked, nor are the
MessageFormat messages of a film, which tools flag as the format that their braces look like.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.header import parse_plural_rule
from vyzov_i18n.checks.directives import PARSERS, BadFormat, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vyzov_i18n.catalogs.model import Entry
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic

_FLAGGED: Final = re.compile(r"^#[,=][^\n]*(?:c|python|python-brace)-format", re.MULTILINE)
# What a directive may be, in any of the formats: where all are the same, in the same order, nothing can be wrong.
_directives: Final = re.compile(
    r"%(?>(?:\((?>(?:[^()]|\([^()]*+\))*)\))?)[^A-Za-z%<{}]*+[hlLqjzZtI]*+(?>(?:<\w++>|[A-Za-z%])?)|\{[^{}]*+\}?+|\}"
).findall
_OFTEN: Final = 5  # a form for more numbers up to 1000 than these has to say the number


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the format strings."""
    if subject.domain is not None or not _FLAGGED.search(subject.text):
        return
    for unit in subject.units:
        entry = unit.entry
        if "-format" not in entry.comments:
            continue
        source = unit.source if entry.plural is None else entry.plural
        if _directives(source) == _directives(unit.target):
            continue
        is_strict = len(entry.translations) == 1 or unit.part in _often_used_forms(subject)
        for name in _formats_of(entry):
            yield from _check_format(subject, unit, source, PARSERS[name], is_strict)


def _formats_of(entry: Entry) -> list[str]:
    """The formats that the flags of an entry name and do not take back."""
    found: dict[str, bool] = {}
    for flag in entry.notes.flags:
        for prefix, holds in (("no-", False), ("impossible-", False), ("possible-", True), ("", True)):
            if flag.startswith(prefix) and flag.removeprefix(prefix) in PARSERS:
                found[flag.removeprefix(prefix)] = holds
    return [name for name, holds in found.items() if holds]


def _often_used_forms(subject: Subject) -> frozenset[str]:
    """The plural forms that stand for several numbers; another may leave the number out (“one day”)."""
    return _often_used(subject.catalog.fields.get("Plural-Forms", ""))


@lru_cache(maxsize=64)
def _often_used(field: str) -> frozenset[str]:
    try:
        rule = parse_plural_rule(field)
    except ValueError:
        rule = None
    if rule is None:
        return frozenset()
    counts = Counter(map(rule, range(1001)))
    return frozenset(f"msgstr[{index}]" for index, count in counts.items() if count > _OFTEN)


def _check_format(
    subject: Subject, unit: Unit, source: str, parse: Callable[[str], Format], is_strict: bool
) -> Iterator[Diagnostic]:
    try:
        wanted = parse(source)
    except BadFormat:
        return  # what is no format string in the first place need not be one in translation
    try:
        found = parse(unit.target)
    except BadFormat as error:
        yield subject.find("invalid-format", unit, str(error), error.start, error.end)
        return
    yield from _compare(subject, unit, wanted, found, is_strict)


def _compare(subject: Subject, unit: Unit, wanted: Format, found: Format, is_strict: bool) -> Iterator[Diagnostic]:
    if wanted.arguments and found.arguments and wanted.is_numbered != found.is_numbered:
        first = next(iter(found.arguments.values()))
        names = "by name" if found.is_numbered else "by their order"
        message = f"the source takes its values {names}, and this one not"
        yield subject.find("mixed-placeholders", unit, message, first.start, first.end)
        return
    unknown = [directive for argument, directive in found.arguments.items() if argument not in wanted.arguments]
    for directive in unknown:
        message = f"the source has no argument {directive.argument}"
        yield subject.find("unknown-placeholder", unit, message, directive.start, directive.end)
    missing = [argument for argument in wanted.arguments if argument not in found.arguments]
    for argument in missing if is_strict or wanted.takes_all else ():
        yield subject.find("missing-placeholder", unit, f"the argument {argument} of the source is missing")
    if not wanted.is_numbered or not (unknown or (missing and is_strict)):
        yield from _compare_kinds(subject, unit, wanted, found)


def _compare_kinds(subject: Subject, unit: Unit, wanted: Format, found: Format) -> Iterator[Diagnostic]:
    for argument, source in wanted.arguments.items():
        directive = found.arguments.get(argument)
        if directive and source.kind and directive.kind != source.kind:
            message = f"the argument {argument} is formatted in another way than in the source"
            remedy = f"write it as the source does: {source.text}"
            yield subject.find("changed-placeholder", unit, message, directive.start, directive.end, help=remedy)
