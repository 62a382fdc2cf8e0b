"""Quotation marks, dashes, dots and spaces as the language writes them.

In the catalogs of a film all of it counts. Other projects write straight quotes and hyphens on purpose, as their
sources do: there a finding is minor, and only where the source does otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vyzov_i18n.checks.passages import passages_of
from vyzov_i18n.checks.punctuation import check_ends, check_punctuation
from vyzov_i18n.checks.quotation import check_quotation
from vyzov_i18n.checks.spaces import check_outer_spaces, check_spaces
from vyzov_i18n.checks.yo import check_yo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the typography of the translations; of a lexicon only the spelling of its words."""
    passages = passages_of(subject)
    if subject.language == "ru":
        yield from check_yo(subject, passages)
    if subject.is_lexicon:
        return
    yield from check_quotation(subject, passages)
    yield from check_punctuation(subject, passages)
    yield from check_spaces(subject, passages)
    if not subject.is_messages:
        yield from check_outer_spaces(subject)
    yield from check_ends(subject)
