"""The tags of HTML, each with the places of its attributes (HTML, "Tokenization")."""

from __future__ import annotations

import re
from typing import Final

import msgspec

TAG_START: Final = re.compile("</?[A-Za-z]")
_NAME: Final = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)(?>(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>"'][^\s>]*+)))?)"""
)
_CLOSE: Final = re.compile(r"[\s/]*+>")
_WANTED: Final = frozenset({"alt", "lang", "title", "xml:lang"})


class Tag(msgspec.Struct, frozen=True, gc=False):
    """A tag: its name in lower case, where it ends, and the spans of the values of the attributes that matter."""

    name: str
    end: int
    is_end: bool
    attributes: dict[str, tuple[int, int]]


def read_tag(source: str, start: int, limit: int) -> Tag | None:
    """The tag that begins at `start`, where `<` and a letter (or `</` and a letter) stand; None if it has no end."""
    opening = _NAME.match(source, start, limit)
    if not opening:
        return None
    at = opening.end()
    attributes: dict[str, tuple[int, int]] = {}
    while found := _ATTRIBUTE.match(source, at, limit):
        at = found.end()
        name = found[1].lower()
        if name in _WANTED and found.lastindex and found.lastindex > 1:
            attributes.setdefault(name, found.span(found.lastindex))
    closing = _CLOSE.match(source, at, limit)
    if not closing:
        return None
    return Tag(opening[1].lower(), closing.end(), source[start + 1] == "/", attributes)


def readable_spans(tag: Tag) -> list[tuple[int, int]]:
    """The spans of the attributes that people read, in their order."""
    return sorted(span for name, span in tag.attributes.items() if name in ("alt", "title") and span[1] > span[0])
