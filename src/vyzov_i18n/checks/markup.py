"""Tags, entities and addresses of the source in its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vyzov_i18n.checks.addresses import check_addresses
from vyzov_i18n.checks.entities import check_entities
from vyzov_i18n.checks.tags import check_message_tags, check_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the markup of the translations, that of MessageFormat too, and the addresses in them."""
    if subject.is_lexicon:
        return
    if subject.is_messages:
        yield from check_message_tags(subject)
    else:
        yield from check_tags(subject)
        yield from check_entities(subject)
    yield from check_addresses(subject)
