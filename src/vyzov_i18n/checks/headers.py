"""What the header of a catalog should say, beside what msgfmt wants of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the header."""
    if subject.tag is None:
        yield subject.find_in_file("unknown-language", "the language of the catalog cannot be told")
