"""Web and mail addresses in running text, which are no words of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_BEGINNING: Final = 64
WEB: Final = re.compile(r"""://[^\s<>"'`«»“”„|{}\\]+""")
_MAIL: Final = re.compile(r"@[A-Za-z0-9-]++(?>(?:\.[A-Za-z0-9-]++)+)")
_SCHEME_END: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*+\Z")
_NAME_END: Final = re.compile(r"[\w.+-]++\Z")


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the addresses, in their order: `https://…` and `name@host.example`."""
    spans: list[tuple[int, int]] = []
    if "://" in text:
        spans += _find(text, WEB, _SCHEME_END)
    if "@" in text:
        spans += _find(text, _MAIL, _NAME_END)
    end = 0
    for span in sorted(spans):
        if span[0] >= end:
            yield span
            end = span[1]


def _find(text: str, ending: re.Pattern[str], beginning: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for found in ending.finditer(text):
        # The beginning is looked for backwards and not far, so that no long word is gone through again and again.
        first = max(0, found.start() - _LONGEST_BEGINNING)
        before = beginning.search(text[first : found.start()])
        if before:
            yield first + before.start(), found.end()
