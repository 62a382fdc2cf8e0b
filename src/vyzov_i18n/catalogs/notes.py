"""The comments of a PO entry by their kind: `#` translator, `#.` extracted, `#:` reference, `#,` flag."""

from __future__ import annotations

import re
from typing import Final

import msgspec

_LINE: Final = re.compile(r"#([.:,!]?) ?([^\n]*)")
_REFERENCE: Final = re.compile("\u2068[^\u2069]*\u2069(?::\\d+)?|\\S+")  # a name with spaces stands in isolates


class Notes(msgspec.Struct, frozen=True):
    """The comments of one entry.

    `comments` (`#`, by translators) and `extracted` (`#.`, by programmers) are lines without their marker and one
    space, `references` (`#:`) and `flags` (`#,`) single words.
    """

    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [*(f"# {line}" for line in self.comments), *(f"#. {line}" for line in self.extracted)]
        lines += [*(f"#: {word}" for word in self.references), *(f"#, {word}" for word in self.flags)]
        return "\n".join(lines)


def parse_notes(block: str) -> Notes:
    """The comments in a block of lines that each start with a `#`."""
    comments: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    for kind, line in _LINE.findall(block):
        if kind == ":":
            references += _REFERENCE.findall(line)
        elif kind == "":
            comments.append(line.rstrip("\r"))
        elif kind == ".":
            extracted.append(line.rstrip("\r"))
        else:
            flags += _split_flags(line)
    return Notes(tuple(comments), tuple(extracted), tuple(references), tuple(dict.fromkeys(flags)))


def _split_flags(line: str) -> list[str]:
    """Flags are set off by commas, for gettext by spaces too; only `range: 0..9` has one inside."""
    flags: list[str] = []
    for part in line.split(","):
        flags += [part.strip()] if part.lstrip().startswith("range:") else part.split()
    return flags
