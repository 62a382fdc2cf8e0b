"""Plain text: paragraphs between blank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

_PARAGRAPH_END: Final = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*+(?:\r\n|\r|\n)[ \t\r\n]*+|\f")


def read_plain(draft: Draft) -> None:
    """Make a segment of each paragraph."""
    for found in _PARAGRAPH_END.finditer(draft.source):
        draft.keep(found.start())
        draft.close()
        draft.skip(found.end())
    draft.keep(len(draft.source))
    draft.close()
