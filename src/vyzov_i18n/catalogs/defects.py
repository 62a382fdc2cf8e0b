"""What msgfmt refuses in a catalog that it can read: plural forms and line ends (`msgfmt --check-header`).

Stricter than msgfmt in one thing: a rule of more than a hundred forms is none. A rule that lacks `nplurals` or `plural`
is an error only where entries in use need it, as for msgfmt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

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
        missing_header = Diagnostic(rule="missing-header", message=message, path=catalog.path, **locate_header(catalog))
        return [missing_header, *_find_line_ends(catalog)]
    missing = _find_missing_fields(catalog, header)
    return [*missing, *_find_plural_defects(catalog, header), *_find_line_ends(catalog)]


def locate_header(catalog: Catalog) -> dict[str, Any]:
    """The place of the header, as the fields of a finding: the start of the file where there is none."""
    header = catalog.header
    place = catalog.place(header, "msgstr") if header else catalog.source and catalog.source.place(0, 0)
    return msgspec.structs.asdict(place) if place else {}


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
    plurals = [entry for entry in catalog.messages() if _is_plural_in_use(entry)]
    text = header.translations[0]
    try:
        rule = parse_plural_rule(text)
    except ValueError as error:
        is_whole = "nplurals=" in text and "plural=" in text
        severity = Severity.ERROR if plurals or is_whole else Severity.WARNING
        yield locate_finding(catalog, header, "msgstr", "plural-rule", str(error), severity)
        return
    if rule is None:
        if plurals:
            message = "the catalog has plural forms, but its header lacks the field Plural-Forms"
            yield locate_finding(catalog, header, "msgstr", "plural-rule", message)
        return
    if defect := check_plural_rule(rule):
        yield locate_finding(catalog, header, "msgstr", "plural-rule", defect)
    yield from _find_plural_counts(catalog, rule, plurals)


def _is_plural_in_use(entry: Entry) -> bool:
    return entry.plural is not None and any(entry.translations) and not entry.is_fuzzy


def _find_plural_counts(catalog: Catalog, rule: PluralRule, plurals: list[Entry]) -> Iterator[Diagnostic]:
    for entry in plurals:
        count = len(entry.translations)
        if count != rule.count:
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
