"""Expressions, compiled into closures that resolve them (LDML 48, part 9, "Expression Resolution")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vyzov_i18n.errors import BadOption, MessageError, UnknownFunction
from vyzov_i18n.messages.functions.base import Fallback, Shortcut, Text, Value
from vyzov_i18n.messages.functions.options import Options
from vyzov_i18n.messages.marks import NAMESPACE, Marks
from vyzov_i18n.messages.model import Literal, Variable
from vyzov_i18n.messages.scope import placed
from vyzov_i18n.messages.variables import compile_operand, compile_option, compile_slot, compile_variable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vyzov_i18n.messages.functions.base import Handler
    from vyzov_i18n.messages.model import Expression, FunctionCall
    from vyzov_i18n.messages.scope import Scope
    from vyzov_i18n.messages.variables import Arguments, Resolve, Slots

_NOTHING: Final[Mapping[str, object]] = {}
_UNCHANGING: Final = (str, int, Value)


class Resolver:
    """A compiled expression: `resolve` answers its value, which is `constant` where it is always the same.

    `shortcut` are the name of an argument and the short ways of the function that is applied to it.
    """

    __slots__ = ("constant", "fallback", "resolve", "shortcut")

    def __init__(
        self,
        resolve: Resolve,
        fallback: Fallback,
        constant: Value | None = None,
        shortcut: tuple[str, Shortcut] | None = None,
    ) -> None:
        self.resolve = resolve
        self.fallback = fallback
        self.constant = constant
        self.shortcut = shortcut


def compile_expression(expression: Expression, scope: Scope, *, declares: str | None = None) -> Resolver:
    """Compile an expression; `declares` is the name of the variable that it is the `.input` of."""
    operand = expression.operand
    fallback = Fallback(_source(expression))
    slot = scope.slots.get(operand.name) if isinstance(operand, Variable) and operand.name != declares else None
    if expression.function is not None:
        call = Call(expression.function, fallback, scope)
        return _compile_call(call, operand, slot, scope)
    if isinstance(operand, Variable):
        return Resolver(compile_variable(operand, slot, scope), fallback)
    return _constant(Text(operand.value if operand else ""), fallback)


def _source(expression: Expression) -> str:
    """What the fallback shows of an expression."""
    operand, function = expression.operand, expression.function
    if isinstance(operand, Variable):
        return f"${operand.name}"
    if operand is None:
        return f":{function.name}" if function else ""
    escaped = operand.value.replace("\\", "\\\\").replace("|", "\\|")
    return f"|{escaped}|"


def _constant(value: Value, fallback: Fallback) -> Resolver:
    return Resolver(lambda arguments, slots: value, fallback, value)


class Call:
    """A function with its options. `static` is its handler where no option is a variable."""

    __slots__ = (
        "_function",
        "_has_marks",
        "_literals",
        "_names",
        "_readers",
        "_recent",
        "_scope",
        "fallback",
        "node",
        "static",
    )

    def __init__(self, node: FunctionCall, fallback: Fallback, scope: Scope) -> None:
        self.node = node
        self.fallback = fallback
        self._scope = scope
        self._function = scope.functions.get(node.name)
        self._literals = {
            option.name: option.value.value for option in node.options if isinstance(option.value, Literal)
        }
        self._names = frozenset(self._literals)
        self._has_marks = any(option.name.startswith(NAMESPACE) for option in node.options)
        self._readers = {
            option.name: compile_option(option, scope) for option in node.options if isinstance(option.value, Variable)
        }
        self._recent: tuple[Mapping[str, object], Mapping[str, object], Handler] | None = None
        self.static = None if self._readers else self._prepare(self._literals, _NOTHING)
        if held := scope.report.taken():
            self.static = self._troubled(held, self.static)

    def handler(self, arguments: Arguments, slots: Slots, inherited: Mapping[str, object]) -> Handler:
        """The handler for these arguments and the options of the operand."""
        if not inherited and self.static is not None:
            return self.static
        own = self._read(arguments, slots) if self._readers else self._literals
        # Options seldom change from call to call, so that remembering the handler of the last ones is enough.
        recent = self._recent
        if recent is None or recent[1] is not inherited or not _are_same(recent[0], own):
            recent = self._recent = (own, inherited, self._prepare(own, inherited))
        return recent[2]

    def fail(self, error: Exception) -> Value:
        """Report the error of a handler; the value is then the fallback."""
        self._scope.report(placed(error, self.node, f"the function :{self.node.name}"))
        return self.fallback

    def _read(self, arguments: Arguments, slots: Slots) -> Mapping[str, object]:
        own: dict[str, object] = dict(self._literals)
        for name, read in self._readers.items():
            value = read(arguments, slots)
            if isinstance(value, Fallback):
                self.fail(BadOption(f"the option {name} could not be resolved"))
            else:
                own[name] = value
        return own

    def _prepare(self, own: Mapping[str, object], inherited: Mapping[str, object]) -> Handler:
        """The handler of the function, which first reports what is wrong with its options."""
        if self._function is None:
            return self._troubled([UnknownFunction(f"there is no function :{self.node.name}")], None)
        context = self._scope.context
        problems: list[Exception] = []
        marks = Marks(own, context) if self._has_marks else None
        if marks:
            own = {name: value for name, value in own.items() if not name.startswith(NAMESPACE)}
            problems += marks.problems
        options = Options(own, self._names, inherited)
        try:
            handler = self._function((marks and marks.locale) or context, options)
        except Exception as error:
            return self._troubled([*problems, *options.problems, error], None)
        if marks:
            handler = marks.applied_to(handler)
        problems += options.problems
        return self._troubled(problems, handler) if problems else handler

    def _troubled(self, problems: Sequence[Exception], handler: Handler | None) -> Handler:
        report, fallback = self._scope.report, self.fallback
        errors: Sequence[MessageError] = [
            placed(problem, self.node, f"the function :{self.node.name}") for problem in problems
        ]

        def troubled(operand: object) -> Value:
            for error in errors:
                report(error)
            return handler(operand) if handler else fallback

        return troubled


def _are_same(first: Mapping[str, object], second: Mapping[str, object]) -> bool:
    """Whether the options are the same objects, of types that do not change."""
    if first is second:
        return True
    pairs = ((value, second.get(name)) for name, value in first.items())
    return len(first) == len(second) and all(one is other and isinstance(one, _UNCHANGING) for one, other in pairs)


def _compile_call(call: Call, operand: Literal | Variable | None, slot: int | None, scope: Scope) -> Resolver:
    if isinstance(operand, Variable):
        resolve_call = _compile_call_on_variable(call, operand, slot, scope)
        shortcut = call.static if slot is None and isinstance(call.static, Shortcut) else None
        return Resolver(resolve_call, call.fallback, shortcut=(operand.name, shortcut) if shortcut else None)
    value = operand.value if operand else call.fallback

    def resolve(arguments: Arguments, slots: Slots) -> Value:
        try:
            return call.handler(arguments, slots, _NOTHING)(value)
        except Exception as error:
            return call.fail(error)

    if operand and call.static:
        constant = resolve(_NOTHING, [])
        if not scope.report.taken():
            return _constant(constant, call.fallback)
    return Resolver(resolve, call.fallback)


def _compile_call_on_variable(call: Call, operand: Variable, slot: int | None, scope: Scope) -> Resolve:
    read, static, name = compile_operand(operand, slot, scope), call.static, operand.name
    value = None if slot is None else compile_slot(slot, scope)

    def resolve_static(arguments: Arguments, slots: Slots) -> Value:
        try:
            return static(arguments[name] if name in arguments else read(arguments, slots))  # type: ignore[misc]
        except Exception as error:
            return call.fail(error)

    def resolve(arguments: Arguments, slots: Slots) -> Value:
        try:
            inherited = _NOTHING if value is None else value(arguments, slots).options
            return call.handler(arguments, slots, inherited)(read(arguments, slots))
        except Exception as error:
            return call.fail(error)

    return resolve_static if slot is None and static else resolve
