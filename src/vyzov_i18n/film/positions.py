"""Where the keys and values of a TOML 1.0 document stand, which `tomllib` does not tell.

It reads only what `tomllib` has accepted, so it checks nothing and merely finds its way.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from vyzov_i18n.film.defects import Path

Span: TypeAlias = tuple[int, int]

_SPACE: Final = re.compile(r"[ \t]*+")
_SPACE_AND_COMMENTS: Final = re.compile(r"(?>(?:[ \t\r\n]++|#[^\n]*+)*)")
_STRING: Final = re.compile(
    r'"""(?>(?:[^"\\]|\\.|"{1,2}(?!"))*)"{3,5}'
    r"|'''(?>(?:[^']|'{1,2}(?!'))*)'{3,5}"
    r'|"(?>(?:[^"\\]|\\.)*)"'
    r"|'[^']*+'",
    re.DOTALL,
)
_KEY: Final = re.compile(rf"[A-Za-z0-9_-]++|{_STRING.pattern}", re.DOTALL)
_OTHER_SCALAR: Final = re.compile(r"\d{4}-\d\d-\d\d \d[^\s,\]}#]*+|[^\s,\]}#]++")


class Node:
    """A key and its value: their spans in the text, in characters, and what the value holds.

    `key` is None in an array; `value` is the header of a table that has one, and the empty span at the start for the
    document. `is_list` marks an array of tables, whose headers add to its last element.
    """

    __slots__ = ("children", "is_list", "key", "value")

    def __init__(self, key: Span | None, value: Span) -> None:
        self.key = key
        self.value = value
        self.children: dict[str | int, Node] = {}
        self.is_list = False

    def find(self, path: Path) -> Node:
        """The node at a path, or the nearest one above it where nothing stands at the path itself."""
        node = self
        for step in path:
            if step not in node.children:
                break
            node = node.children[step]
        return node

    def _child(self, name: str, key: Span) -> Node:
        """The table of that name that a header or a dotted key leads through, made where it is new."""
        node = self.children.setdefault(name, Node(key, key))
        return node.children[len(node.children) - 1] if node.is_list else node


class LineIndex:
    """Where the lines of a text start; a line ends with LF."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of a character, from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def locate(text: str) -> Node:
    """The tree of keys and values of a TOML text that `tomllib` accepts; line ends may be CRLF."""
    return _Scanner(text).document()


class _Scanner:
    """One pass over a text; `_at` is where it has come to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def document(self) -> Node:
        root = table = Node(None, (0, 0))
        self._skip(_SPACE_AND_COMMENTS)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header(root)
            else:
                self._pair(table)
            self._skip(_SPACE_AND_COMMENTS)
        return root

    def _header(self, root: Node) -> Node:
        """Read `[a.b]` or `[[a.b]]`; the table that the pairs after it belong to."""
        start = self._at
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._at += brackets
        *way, (name, key) = self._dotted_key()
        self._at += brackets
        header = (start, self._at)
        parent = _follow(root, way)
        if brackets == 1:
            table = parent._child(name, key)
            table.key, table.value = key, header
            return table
        tables = parent.children.setdefault(name, Node(key, header))
        tables.is_list = True
        return tables.children.setdefault(len(tables.children), Node(key, header))

    def _pair(self, table: Node) -> None:
        """Read `a.b = value` into a table."""
        *way, (name, key) = self._dotted_key()
        self._at += 1  # "="
        self._skip(_SPACE)
        _follow(table, way).children[name] = self._value(key)

    def _dotted_key(self) -> list[tuple[str, Span]]:
        """Read a key, its parts with their spans, and the space around it."""
        parts = []
        while True:
            self._skip(_SPACE)
            span = self._take(_KEY)
            parts.append((self._unquoted(span), span))
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, key: Span | None) -> Node:
        start = self._at
        opening = self._text[start]
        if opening in "\"'":
            return Node(key, self._take(_STRING))
        if opening not in "[{":
            return Node(key, self._take(_OTHER_SCALAR))
        node = Node(key, (start, start))
        self._at += 1
        self._skip(_SPACE_AND_COMMENTS)
        while self._text[self._at] not in "]}":
            if opening == "[":
                node.children[len(node.children)] = self._value(None)
            else:
                self._pair(node)
            self._skip(_SPACE_AND_COMMENTS)
            if self._text[self._at] == ",":
                self._at += 1
                self._skip(_SPACE_AND_COMMENTS)
        self._at += 1
        node.value = (start, self._at)
        return node

    def _unquoted(self, span: Span) -> str:
        raw = self._text[slice(*span)]
        if raw[0] not in "\"'":
            return raw
        name: str = tomllib.loads(f"key = {raw}")["key"]
        return name

    def _take(self, pattern: re.Pattern[str]) -> Span:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(f"not TOML at character {self._at}")
        self._at = match.end()
        return match.span()

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self._text, self._at):
            self._at = match.end()


def _follow(node: Node, way: list[tuple[str, Span]]) -> Node:
    """The table that the first parts of a dotted key lead to."""
    for name, key in way:
        node = node._child(name, key)
    return node
