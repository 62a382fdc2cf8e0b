"""Character references (HTML, "Named character references"), which WebVTT and Markdown share."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

REFERENCE: Final = re.compile(r"&(?:[#][0-9]{1,8}|[#][xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31}+);?+")


def keep_references(draft: Draft, end: int, *, flat: bool = False) -> None:
    """Running text up to `end`, character references read as what they stand for; `flat` as in `Draft.keep`."""
    for found in REFERENCE.finditer(draft.source, draft.at, end):
        draft.keep(found.start(), flat=flat)
        put_reference(draft, found)
    draft.keep(end, flat=flat)


def put_reference(draft: Draft, found: re.Match[str]) -> None:
    """A stretch that looks like a character reference, and is kept as it is if it is none."""
    character = html.unescape(found[0])
    if character == found[0]:
        draft.keep(found.end())
    else:
        draft.put(character, found.end())
