"""The comments of a PO entry by their kind: `#` translator, `#.` extracted, `#:` reference, `#,` flag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE: Final = re.compile(r"#([.:,!]?) ?([^\n]*)")
_REFERENCE: Final = re.compile("\u2068[^\u2069]*\u2069(?::\\d+)?|\\S+")  # a name with spaces stands in isolates
_FLAG: Final = re.compile(r"[^ \t\r\f\v,]+")
_VARIABLE: Final = re.compile(r"\$([^\W\d](?:[\w.-]*\w)?)")


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
        lines += [f"#: {word}" for word in self.references]
        lines += [f"#, {', '.join(self.flags)}"] if self.flags else []
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
            flags = _split_flags(line)  # the last such line counts, as for msgfmt
    return Notes(tuple(comments), tuple(extracted), tuple(references), tuple(dict.fromkeys(flags)))


def mentioned_variables(comments: Iterable[str]) -> frozenset[str]:
    """The variables that comments tell translators of: a translation may use them beside those of its msgid."""
    return frozenset(_VARIABLE.findall("\n".join(comments)))


def _split_flags(line: str) -> list[str]:
    """The words of a line of flags, as msgfmt tells them apart; `range:` and the word after it are one flag."""
    words = iter(_FLAG.findall(line.partition("\0")[0]))
    return [f"{word} {next(words, '')}".rstrip() if word == "range:" else word for word in words]
