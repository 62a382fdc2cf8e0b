"""What msgfmt refuses in a catalog that it can read: plural forms and line ends (`msgfmt --check-header`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.header import PluralRule, check_plural_rule, parse_plural_rule
from vyzov_i18n.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.model import Catalog, Entry

_FIELDS: Final = (
    "Project-Id-Version",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Language",
)


def find_defects(catalog: Catalog) -> list[Diagnostic]:
    """What keeps the catalog from being compiled (errors), and the header fields it lacks (warnings)."""
    header = catalog.header
    if header is None or not header.translations[0]:
        message = "the catalog has no header: an entry with an empty msgid whose msgstr holds the fields"
        return [Diagnostic(rule="missing-header", message=message, path=catalog.path), *_find_line_ends(catalog)]
    missing = _find_missing_fields(catalog, header)
    return [*missing, *_find_plural_defects(catalog, header), *_find_line_ends(catalog)]


def locate_finding(
    catalog: Catalog, entry: Entry, part: str, rule: str, message: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    """A finding at a part of an entry."""
    place = catalog.place(entry, part)
    span = msgspec.structs.asdict(place) if place else {}
    return Diagnostic(rule=rule, message=message, severity=severity, path=catalog.path, **span)


def _find_missing_fields(catalog: Catalog, header: Entry) -> Iterator[Diagnostic]:
    fields = catalog.fields
    for name in _FIELDS:
        if name not in fields:
            message = f"the header lacks the field {name}"
            yield locate_finding(catalog, header, "msgstr", "missing-header-field", message, Severity.WARNING)


def _find_plural_defects(catalog: Catalog, header: Entry) -> Iterator[Diagnostic]:
    plurals = [entry for entry in catalog.messages() if entry.plural is not None and any(entry.translations)]
    try:
        rule = parse_plural_rule(header.translations[0])
    except ValueError as error:
        yield locate_finding(catalog, header, "msgstr", "plural-rule", str(error))
        return
    if rule is None:
        if plurals:
            message = "the catalog has plural forms, but its header lacks the field Plural-Forms"
            yield locate_finding(catalog, header, "msgstr", "plural-rule", message)
        return
    if defect := check_plural_rule(rule):
        yield locate_finding(catalog, header, "msgstr", "plural-rule", defect)
    yield from _find_plural_counts(catalog, rule, plurals)


def _find_plural_counts(catalog: Catalog, rule: PluralRule, plurals: list[Entry]) -> Iterator[Diagnostic]:
    for entry in plurals:
        count = len(entry.translations)
        if count != rule.count and not entry.is_fuzzy:
            message = f"the header announces {rule.count} plural forms, the entry has {count}"
            yield locate_finding(catalog, entry, f"msgstr[{count - 1}]", "plural-form-count", message)


def _find_line_ends(catalog: Catalog) -> Iterator[Diagnostic]:
    for entry in catalog.messages():
        if entry.plural is None and "\n" not in entry.message and "\n" not in entry.translations[0]:
            continue  # most entries
        if entry.is_fuzzy or not entry.translations[0]:
            continue
        for part, text in _other_parts(entry):
            if text.startswith("\n") != entry.message.startswith("\n"):
                message = f"msgid and {part} must both begin with a line break, or neither"
                yield locate_finding(catalog, entry, part, "line-break-at-start", message)
            if text.endswith("\n") != entry.message.endswith("\n"):
                message = f"msgid and {part} must both end with a line break, or neither"
                yield locate_finding(catalog, entry, part, "line-break-at-end", message)


def _other_parts(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.plural is None:
        yield "msgstr", entry.translations[0]
        return
    yield "msgid_plural", entry.plural
    for index, text in enumerate(entry.translations):
        yield f"msgstr[{index}]", text
