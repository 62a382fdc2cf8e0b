"""To be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    yield from ()
