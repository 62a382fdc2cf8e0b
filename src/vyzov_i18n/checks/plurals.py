"""Plural entries that are translated in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check that plural entries have all of their forms, or none yet."""
    for entry in subject.catalog.messages():
        if entry.plural is None or all(entry.translations) or not any(entry.translations) or entry.is_fuzzy:
            continue
        part = f"msgstr[{entry.translations.index('')}]"
        yield subject.find_in("incomplete-plural", entry, part, f"{part} is empty, while other forms are not")
