"""Character and entity references of HTML and XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

_ENTITY: Final = re.compile(r"&(\w{2,32});")


def check_entities(subject: Subject) -> Iterator[Diagnostic]:
    """Find references to entities that neither HTML nor the source knows; of its own the source has to keep each."""
    if not _ENTITY.search(subject.text):
        return
    from html.entities import html5

    for unit in subject.units:
        if "&" not in unit.source:
            continue
        wanted = _ENTITY.findall(unit.source)
        if not wanted:
            continue
        found = list(_ENTITY.finditer(unit.target))
        for entity in found:
            if f"{entity[1]};" not in html5 and entity[1] not in wanted:
                message = f"there is no entity {entity[0]}"
                yield subject.find("unknown-entity", unit, message, *entity.span())
        names = {entity[1] for entity in found}
        for name in dict.fromkeys(wanted):
            if f"{name};" not in html5 and name not in names:
                yield subject.find("missing-entity", unit, f"the entity &{name}; of the source is missing")
