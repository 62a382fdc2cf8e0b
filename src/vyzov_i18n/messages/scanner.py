"""The words of MessageFormat 2 (message.abnf of LDML 48, part 9): names, literals, escapes and spaces."""

from __future__ import annotations

import re
from typing import Final, NoReturn

from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.messages.model import Literal, Variable

_BIDI: Final = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
_SPACE: Final = " \t\r\n\u3000"
# The complement of the grammar's name-char. Written so because `re` compiles it fifty times faster.
_NAME_CHAR: Final = (
    "[^\\x00-*,/:-@\\[-\\^`{-\xa0\u061c\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2066-\u2069\u3000"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)

_optional_space: Final = re.compile(f"[{_SPACE}{_BIDI}]*").match
_name: Final = re.compile(rf"[{_BIDI}]?((?![-.0-9]){_NAME_CHAR}+)[{_BIDI}]?").match
_unquoted: Final = re.compile(f"{_NAME_CHAR}+").match
_quoted: Final = re.compile(r"[^\\|\0]+").match


def _normalized(name: str) -> str:
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFC", name)


class Scanner:
    """Reads the words of one source from left to right; `at` is the place of the next character.

    Every reader raises MessageSyntaxError where the source has something else.
    """

    __slots__ = ("at", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def variable(self) -> Variable:
        """`$name`."""
        start = self.at
        self.expect("$", "before the name of a variable")
        name = self.name() or self.fail("expected the name of a variable after the $", 1)
        return Variable(start, self.at, name)

    def name(self) -> str | None:
        """A name, without the bidi marks around it; None where there is none."""
        if not (match := _name(self.source, self.at)):
            return None
        self.at = match.end()
        return _normalized(match.group(1))

    def starts_name(self, at: int) -> bool:
        """Whether a name starts there."""
        return _name(self.source, at) is not None

    def identifier(self, expected: str) -> str:
        """A name with or without a namespace."""
        name = self.name()
        if name and self.peek() == ":" and self.starts_name(self.at + 1):
            self.at += 1
            name = f"{name}:{self.name()}"
        return name or self.fail(f"expected {expected}", 1)

    def literal(self, expected: str) -> Literal:
        """A literal, quoted or not."""
        start = self.at
        if word := _unquoted(self.source, start):
            self.at = word.end()
            return Literal(start, self.at, word.group())
        if self.peek() != "|":
            self.fail(f"expected {expected}", 1)
        self.at += 1
        pieces: list[str] = []
        while (character := self.peek()) != "|":
            if not character:
                self.at = start
                self.fail("a | without its closing |", len(self.source) - start)
            if run := _quoted(self.source, self.at):
                pieces.append(run.group())
                self.at = run.end()
            else:
                pieces.append(self.escaped())
        self.at += 1
        return Literal(start, self.at, "".join(pieces))

    def escaped(self) -> str:
        """The character that a backslash escapes."""
        if self.source[self.at] == "\0":
            self.fail("the character U+0000 is not allowed", 1)
        following = self.source[self.at + 1 : self.at + 2]
        if not following or following not in "\\{|}":
            self.fail("a \\ must be followed by \\, {, | or }", 2)
        self.at += 2
        return following

    def peek(self) -> str:
        """The next character, "" at the end."""
        return self.source[self.at : self.at + 1]

    def skip_space(self) -> None:
        """Skip spaces and bidi marks, if any."""
        self.at = _optional_space(self.source, self.at).end()  # type: ignore[union-attr]  # it matches the empty text

    def space_end(self) -> int | None:
        """Where the required space that starts here ends; None where there is none."""
        space = _optional_space(self.source, self.at)
        return space.end() if space and space.group().strip(_BIDI) else None

    def need_space(self, where: str) -> None:
        """Skip spaces and bidi marks, of which one at least is a space."""
        if (end := self.space_end()) is None:
            self.fail(f"a space is needed {where}", 1)
        self.at = end

    def expect(self, token: str, where: str) -> None:
        """Skip a token that must stand here."""
        if not self.source.startswith(token, self.at):
            self.fail(f"expected {token} {where}", len(token))
        self.at += len(token)

    def fail(self, message: str, length: int) -> NoReturn:
        """Raise the error of the next `length` characters."""
        start = min(self.at, len(self.source))
        raise MessageSyntaxError(message, start, min(start + length, len(self.source)))
