"""The elements of an XML file with their places, one entry after the other; safe on hostile files.

Built on expat: nothing outside the file is ever read, entities may not be declared, and a declared default of an
attribute counts for nothing. A file has at most 64 MiB, an element at most 64 attributes and 64 ancestors.
"""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import TermbaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGE: Final = "xml:lang"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_CONTAINERS: Final = frozenset(("tbx", "martif", "TBX", "text", "body"))
_MOST_ATTRIBUTES: Final = 64
_MOST_ANCESTORS: Final = 64
_CHUNK: Final = 2**20
_SPACE: Final = re.compile(r"[ \t\r\n]+")


class Element:
    """An element: local name, namespace, attributes (`xml:lang` so), its texts and elements in order, line, column."""

    __slots__ = ("attributes", "column", "line", "name", "namespace", "parent", "pieces")

    def __init__(self, name: str, attributes: dict[str, str], parent: str | None, line: int, column: int) -> None:
        namespace, _, self.name = name.rpartition(" ")
        self.namespace = namespace or None
        self.attributes = attributes
        self.parent = parent
        self.pieces: list[str | Element] = []
        self.line = line
        self.column = column

    @property
    def children(self) -> list[Element]:
        """The elements directly in this one."""
        return [piece for piece in self.pieces if isinstance(piece, Element)]

    @property
    def text(self) -> str:
        """All text in it, of inline elements too, white space (XML 1.0, 2.3) made single spaces."""
        return _SPACE.sub(" ", "".join(self._texts())).strip(" ")

    def _texts(self) -> Iterator[str]:
        for piece in self.pieces:
            if isinstance(piece, str):
                yield piece
            else:
                yield from piece._texts()


def read_elements(text: str, path: str | None) -> Iterator[Element]:
    """The root without its contents, then every element in it, in `text` or in `body`, with the name of its parent.

    Raises TermbaseError, also midway, for what is not well-formed (XML 1.0) or not safe.
    """
    return _Reader(path).read(text)


class _Reader:
    __slots__ = ("_done", "_open", "_parser", "_path")

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._open: list[Element] = []
        self._done: deque[Element] = deque()
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.specified_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add_text
        parser.EntityDeclHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._refuse_reference

    def read(self, text: str) -> Iterator[Element]:
        for start in range(0, len(text) + 1, _CHUNK):
            self._parse(text[start : start + _CHUNK], start + _CHUNK > len(text))
            while self._done:
                yield self._done.popleft()

    def _parse(self, text: str, is_last: bool) -> None:
        try:
            self._parser.Parse(text.encode("utf-8", "surrogatepass"), is_last)
        except expat.ExpatError as error:
            message = f"the file is not well-formed XML: {expat.ErrorString(error.code)}"
            raise self._error("malformed-xml", message, error.lineno, error.offset + 1) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        if len(attributes) > _MOST_ATTRIBUTES or len(self._open) >= _MOST_ANCESTORS:
            message = f"more than {_MOST_ATTRIBUTES} attributes, or elements in more than {_MOST_ANCESTORS} others"
            raise self._error("oversized-xml", message, line, column)
        named = {key.replace(f"{_XML} ", "xml:"): value for key, value in attributes.items()}
        parent = self._open[-1] if self._open else None
        element = Element(name, named, parent.name if parent else None, line, column)
        if parent is None:
            self._done.append(element)
        elif not _is_container(parent):
            parent.pieces.append(element)
        self._open.append(element)

    def _end(self, name: str) -> None:
        element = self._open.pop()
        if self._open and _is_container(self._open[-1]) and not _is_container(element):
            self._done.append(element)

    def _add_text(self, text: str) -> None:
        if not _is_container(self._open[-1]):
            self._open[-1].pieces.append(text)

    def _refuse_entity(self, name: str, *_: Any) -> None:
        message = f"the file declares an entity ({name})"
        advice = "declare none: TBX has no use for entities, and they serve to attack programs"
        raise self._error("declared-entity", message, *self._place(), advice)

    def _refuse_reference(self, name: str, *_: Any) -> None:
        message = f"the entity {name} is not declared here, so its text would be lost"
        raise self._error("undeclared-entity", message, *self._place(), "write the character itself")

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _error(self, rule: str, message: str, line: int, column: int, help: str | None = None) -> TermbaseError:
        found = Diagnostic(rule=rule, message=message, path=self._path, line=line, column=column, help=help)
        return TermbaseError([found])


def _is_container(element: Element) -> bool:
    """Whether its elements are read one by one: a body may be large."""
    return element.name in _CONTAINERS and element.parent in (None, *_CONTAINERS)
