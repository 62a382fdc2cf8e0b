"""What stands in a pattern, compiled: texts, expressions and markup, with bidirectional isolation.

The isolation is the default strategy of LDML 48, part 9, "Handling Bidirectional Text".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from vyzov_i18n.errors import UnsupportedOperation
from vyzov_i18n.messages.functions.base import Fallback, Value
from vyzov_i18n.messages.functions.options import Options
from vyzov_i18n.messages.marks import NAMESPACE, Marked
from vyzov_i18n.messages.model import Literal, Variable
from vyzov_i18n.messages.scope import placed
from vyzov_i18n.messages.variables import compile_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.messages.expressions import Resolver
    from vyzov_i18n.messages.functions.base import Part, Shortcut
    from vyzov_i18n.messages.model import Expression, Markup
    from vyzov_i18n.messages.scope import Scope
    from vyzov_i18n.messages.variables import Arguments, Slots

_OPENING: Final = {"ltr": "\u2066", "rtl": "\u2067", None: "\u2068"}
_CLOSING: Final = "\u2069"

FormatText: TypeAlias = "Callable[[Arguments, Slots], str]"


class TextPiece:
    """A run of text; `constant` is the text."""

    __slots__ = ("constant",)

    def __init__(self, text: str) -> None:
        self.constant: str | None = text

    def text(self, arguments: Arguments, slots: Slots) -> str:
        """The text."""
        return self.constant or ""

    def parts(self, arguments: Arguments, slots: Slots) -> list[Part]:
        """One part of type text."""
        return [{"type": "text", "value": self.constant}]


class ExpressionPiece:
    """An expression. `text` formats it, isolated where it has to be; `constant` is that text where it never changes."""

    __slots__ = ("_fallback", "_isolates", "_node", "_resolve", "_scope", "constant", "text")

    def __init__(self, resolver: Resolver, node: Expression, scope: Scope, *, isolates: bool) -> None:
        self._resolve = resolver.resolve
        self._fallback = resolver.fallback
        self._node = node
        self._scope = scope
        self._isolates = isolates
        self.text = self._compiled_text()
        self.constant: str | None = None
        if resolver.constant is not None:
            text = self.text({}, [])
            self.constant = None if scope.report.taken() else text
        elif isinstance(node.operand, Variable) and node.function is None and node.operand.name not in scope.slots:
            self.text = self._plain_text(node.operand.name)
        elif shortcut := self._shortcut(resolver):
            self.text = self._shortened(*shortcut)

    def parts(self, arguments: Arguments, slots: Slots) -> list[Part]:
        """The part of the expression, between parts of isolation where it is isolated."""
        value = self._resolve(arguments, slots)
        try:
            part, opening = _part(value, self._scope.context.tag), self._opening(value)
        except Exception as error:
            self._fail(error)
            part, opening = _part(self._fallback, ""), self._opening(self._fallback)
        return [_isolation(opening), part, _isolation(_CLOSING)] if opening else [part]

    def _shortcut(self, resolver: Resolver) -> tuple[str, Shortcut] | None:
        """The shortcut of the expression, or of the variable that it shows."""
        operand = self._node.operand
        if self._node.function is None and isinstance(operand, Variable):
            return self._scope.declared[self._scope.slots[operand.name]].shortcut
        return resolver.shortcut

    def _shortened(self, name: str, shortcut: Shortcut) -> FormatText:
        """What formats the expression by its shortcut, and where that declines in the general way."""
        general, short = self.text, shortcut.text
        if short is None or (self._isolates and self._scope.context.direction != "ltr"):
            return general

        def text(arguments: Arguments, slots: Slots) -> str:
            try:
                text = short(arguments[name])
            except Exception:  # the general way will report it
                text = None
            return text if text.__class__ is str else general(arguments, slots)

        return text

    def _compiled_text(self) -> FormatText:
        resolve, opening_of, isolates = self._resolve, self._opening, self._isolates
        plain = "ltr" if self._scope.context.direction == "ltr" else ""

        def text(arguments: Arguments, slots: Slots) -> str:
            value = resolve(arguments, slots)
            try:
                text = value.text()
                if text.__class__ is not str:
                    raise UnsupportedOperation("the formatted value is not a text")
                if not isolates or (value.direction == plain and not value.isolated):
                    return text
                opening = opening_of(value)
            except Exception as error:
                self._fail(error)
                text, opening = self._fallback.text(), opening_of(self._fallback)
            return f"{opening}{text}{_CLOSING}" if opening else text

        return text

    def _plain_text(self, name: str) -> FormatText:
        """The formatting of an argument that no function is applied to, in short for a text or a value."""
        general, isolates = self.text, self._isolates
        plain = "ltr" if self._scope.context.direction == "ltr" else ""

        def text(arguments: Arguments, slots: Slots) -> str:
            argument = arguments.get(name)
            if argument.__class__ is str:
                return f"{_OPENING[None]}{argument}{_CLOSING}" if isolates else argument
            if isinstance(argument, Value) and argument.direction == plain and not argument.isolated:
                try:
                    text = argument.text()
                except Exception:  # the general way will report it
                    text = None
                if text.__class__ is str:
                    return text
            return general(arguments, slots)

        return text

    def _fail(self, error: Exception) -> None:
        self._scope.report(placed(error, self._node, "the formatting of the value"))

    def _opening(self, value: Value) -> str:
        """The character that starts the isolation; none for a text in the direction of a left-to-right message."""
        if not self._isolates:
            return ""
        direction = value.direction
        if direction == "ltr" == self._scope.context.direction and not value.isolated:
            return ""
        return _OPENING[direction]


class MarkupPiece:
    """Markup, which has no text; `constant` is the empty text where its options need no resolving, else None."""

    __slots__ = ("_node", "_readers", "_scope", "constant")

    def __init__(self, node: Markup, scope: Scope) -> None:
        self._node = node
        self._scope = scope
        self._readers = {option.name: compile_option(option, scope) for option in node.options}
        self.constant: str | None = None
        if all(isinstance(option.value, Literal) for option in node.options):
            self.parts({}, [])
            self.constant = None if scope.report.taken() else ""

    def text(self, arguments: Arguments, slots: Slots) -> str:
        """Nothing; but what is wrong is reported."""
        self.parts(arguments, slots)
        return ""

    def parts(self, arguments: Arguments, slots: Slots) -> list[Part]:
        """One part of type markup."""
        part: Part = {"type": "markup", "kind": self._node.kind, "name": self._node.name}
        options = {name: read(arguments, slots) for name, read in self._readers.items()}
        options = {name: value for name, value in options.items() if not isinstance(value, Fallback)}
        own = {name: value for name, value in options.items() if not name.startswith(NAMESPACE)}
        reader = Options(options)
        for name in ("u:dir", "u:locale"):
            if name in reader:
                reader.reject(name, "left out of markup")
        if (id_ := reader.text("u:id")) is not None:
            part["id"] = id_
        for problem in reader.problems:
            self._scope.report(placed(problem, self._node, "the markup"))
        if own:
            part["options"] = own
        return [part]


def _part(value: Value, tag: str) -> Part:
    if isinstance(value, Fallback):
        return {"type": "fallback", "source": value.source}
    marks, inner = (value.marks, value.inner) if isinstance(value, Marked) else (None, value)
    part: Part = {"type": inner.kind, "locale": marks.locale.tag if marks and marks.locale else tag}
    if value.direction:
        part["dir"] = value.direction
    if marks and marks.id is not None:
        part["id"] = marks.id
    parts = value.parts()
    if parts is None:
        part["value"] = value.text()
    else:
        part["parts"] = parts
    return part


def _isolation(mark: str) -> Part:
    return {"type": "bidiIsolation", "value": mark}
