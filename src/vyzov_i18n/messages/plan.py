"""A message, compiled: its declarations, its patterns, and the way through them (LDML 48, part 9, "Formatting")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from vyzov_i18n.errors import UnsupportedOperation
from vyzov_i18n.messages.expressions import compile_expression
from vyzov_i18n.messages.functions.base import Fallback
from vyzov_i18n.messages.model import Expression, Text, variables_of
from vyzov_i18n.messages.placeholders import ExpressionPiece, MarkupPiece, TextPiece
from vyzov_i18n.messages.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vyzov_i18n.messages.functions.base import Part
    from vyzov_i18n.messages.model import Markup, MessageModel, Pattern, Variable
    from vyzov_i18n.messages.placeholders import FormatText
    from vyzov_i18n.messages.scope import Scope
    from vyzov_i18n.messages.variables import Arguments, Resolve, Slots

MAX_OUTPUT: Final = 1_000_000  # characters
_MANY: Final = 32  # pieces, above which the length is watched while they are put together
NO_MESSAGE: Final = Fallback("\ufffd")

_Piece: TypeAlias = TextPiece | ExpressionPiece | MarkupPiece
_Steps: TypeAlias = "Sequence[tuple[int, Resolve]]"


class Plan:
    """A compiled message: the pattern of a variant is compiled when it is first chosen.

    A declaration is resolved once, when the selection or the chosen pattern needs it.
    """

    __slots__ = ("_compile", "_only", "_patterns", "_report", "_selection", "_selection_steps", "_slot_count")

    def __init__(self, model: MessageModel, scope: Scope, *, isolates: bool) -> None:
        declarations = _Declarations(model, scope)
        numbered = [(variant.keys, index) for index, variant in enumerate(model.variants)]
        self._selection = Selection(model.selectors, numbered, scope)
        self._selection_steps = declarations.steps(model.selectors)
        self._slot_count = len(model.declarations)
        self._patterns: list[CompiledPattern | None] = [None] * len(model.variants)
        self._report = scope.report
        scope.report.release()

        def compile_pattern(index: int) -> CompiledPattern:
            return CompiledPattern(model.variants[index].pattern, declarations, scope.renewed(), isolates=isolates)

        self._compile = compile_pattern
        self._only = None if model.selectors else compile_pattern(0)

    def text(self, arguments: Arguments) -> str:
        """The formatted message; the fallback of a whole message where it would be too long."""
        slots: Slots = [None] * self._slot_count
        pattern = self._only or self._chosen(arguments, slots)
        text = pattern.text(arguments, slots)
        if len(text) <= MAX_OUTPUT:
            return text
        self._report(UnsupportedOperation(f"the formatted message is longer than {MAX_OUTPUT} characters"))
        return NO_MESSAGE.text()

    def parts(self, arguments: Arguments) -> list[Part]:
        """The formatted message in parts."""
        slots: Slots = [None] * self._slot_count
        pattern = self._only or self._chosen(arguments, slots)
        return pattern.parts(arguments, slots)

    def _chosen(self, arguments: Arguments, slots: Slots) -> CompiledPattern:
        if self._selection_steps:
            _take(self._selection_steps, arguments, slots)
        index = self._selection.choose(arguments, slots)
        pattern = self._patterns[index]
        if pattern is None:  # threads may compile it at the same time: either will do
            pattern = self._patterns[index] = self._compile(index)
        return pattern


class CompiledPattern:
    """A pattern and the declarations that it needs; `text` formats it."""

    __slots__ = ("_pieces", "_steps", "text")

    def __init__(self, pattern: Pattern, declarations: _Declarations, scope: Scope, *, isolates: bool) -> None:
        self._pieces = [_compile_part(part, scope, isolates=isolates) for part in pattern.parts]
        used = [variable for part in pattern.parts if not isinstance(part, Text) for variable in variables_of(part)]
        self._steps = declarations.steps(used)
        self.text = _compile_text(_merged(self._pieces), self._steps)
        scope.report.release()

    def parts(self, arguments: Arguments, slots: Slots) -> list[Part]:
        """The parts of the pattern."""
        _take(self._steps, arguments, slots)
        return [part for piece in self._pieces for part in piece.parts(arguments, slots)]


class _Declarations:
    """The compiled declarations, and for each the bits of those that it needs, itself among them."""

    __slots__ = ("_declared", "_needs", "_slots")

    def __init__(self, model: MessageModel, scope: Scope) -> None:
        self._slots = scope.slots
        self._needs: list[int] = []
        self._declared = scope.declared
        for slot, declaration in enumerate(model.declarations):
            name = declaration.variable.name if declaration.kind == "input" else None
            self._declared.append(compile_expression(declaration.expression, scope, declares=name))
            used = [variable for variable in variables_of(declaration.expression) if variable.name != name]
            self._needs.append(self._needed_by(used) | 1 << slot)

    def steps(self, variables: Iterable[Variable]) -> _Steps:
        """The slots to fill before these variables can be read, in order, and how; see `compile_slot`."""
        needed = self._needed_by(variables)
        return [
            (slot, declared.resolve)
            for slot, declared in enumerate(self._declared)
            if needed >> slot & 1 and declared.shortcut is None
        ]

    def _needed_by(self, variables: Iterable[Variable]) -> int:
        needed = 0
        for variable in variables:
            if variable.name in self._slots:
                needed |= self._needs[self._slots[variable.name]]
        return needed


def _take(steps: _Steps, arguments: Arguments, slots: Slots) -> None:
    for slot, resolve in steps:
        if slots[slot] is None:
            slots[slot] = resolve(arguments, slots)


def _compile_text(texts: Sequence[str | FormatText], steps: _Steps) -> FormatText:
    """What formats a pattern of constants and others; it may stop where the text gets longer than MAX_OUTPUT."""
    if steps:
        rest = _compile_text(texts, ())

        def text(arguments: Arguments, slots: Slots) -> str:
            _take(steps, arguments, slots)
            return rest(arguments, slots)

    elif len(texts) == 3 and isinstance(before := texts[0], str) and isinstance(after := texts[2], str):
        middle: Any = texts[1]

        def text(arguments: Arguments, slots: Slots) -> str:
            return f"{before}{middle(arguments, slots)}{after}"

    elif len(texts) <= _MANY:

        def text(arguments: Arguments, slots: Slots) -> str:
            return "".join([text if text.__class__ is str else text(arguments, slots) for text in texts])  # type: ignore[operator]

    else:

        def text(arguments: Arguments, slots: Slots) -> str:
            found, length = [], 0
            for text in texts:
                found.append(text if isinstance(text, str) else text(arguments, slots))
                length += len(found[-1])
                if length > MAX_OUTPUT:
                    break
            return "".join(found)

    return text


def _compile_part(part: Text | Expression | Markup, scope: Scope, *, isolates: bool) -> _Piece:
    if isinstance(part, Text):
        return TextPiece(part.value)
    if isinstance(part, Expression):
        return ExpressionPiece(compile_expression(part, scope), part, scope, isolates=isolates)
    return MarkupPiece(part, scope)


def _merged(pieces: Sequence[_Piece]) -> list[str | FormatText]:
    """What formats the pieces to texts, constants next to each other as one."""
    merged: list[str | FormatText] = []
    for piece in pieces:
        constant = piece.constant
        if constant is None:
            merged.append(piece.text)
        elif merged and isinstance(last := merged[-1], str):
            merged[-1] = last + constant
        else:
            merged.append(constant)
    return merged
