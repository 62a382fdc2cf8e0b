"""What the expressions of one message are compiled against: its locale, functions, declared variables, reporting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vyzov_i18n.errors import BadOperand, MessageError, UnsupportedOperation
from vyzov_i18n.locales import babel_locale, direction, parse_tag
from vyzov_i18n.messages.functions.base import FunctionContext, Value
from vyzov_i18n.messages.functions.operands import unwrap
from vyzov_i18n.messages.functions.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vyzov_i18n.messages.expressions import Resolver
    from vyzov_i18n.messages.functions.base import Handler
    from vyzov_i18n.messages.functions.registry import Registry
    from vyzov_i18n.messages.model import Node


class Reporter:
    """Passes errors on to the caller; while a message is compiled it holds them, for they would be told too early."""

    __slots__ = ("held", "on_error")

    def __init__(self, on_error: Callable[[MessageError], None] | None) -> None:
        self.on_error = on_error
        self.held: list[MessageError] | None = []

    def __call__(self, error: MessageError) -> None:
        """Hold the error or pass it on."""
        if self.held is not None:
            self.held.append(error)
        elif self.on_error is not None:
            self.on_error(error)

    def taken(self) -> Sequence[MessageError]:
        """What was held since the last call."""
        held, self.held = self.held or [], []
        return held

    def release(self) -> None:
        """From now on, pass on."""
        self.held = None


class Scope:
    """The surroundings of an expression while it is compiled.

    `slots` numbers the declared variables; `declared` has the declarations compiled so far, by slot.
    """

    __slots__ = ("_formatters", "context", "declared", "functions", "report", "slots")

    def __init__(
        self, context: FunctionContext, functions: Registry, slots: Mapping[str, int], report: Reporter
    ) -> None:
        self.context = context
        self.functions = functions
        self.report = report
        self.slots = slots
        self.declared: list[Resolver] = []
        self._formatters: dict[type, Handler] = {}

    def renewed(self) -> Scope:
        """The same surroundings with a reporter of their own: to compile more while others format."""
        report = Reporter(self.report.on_error)
        context = self.context
        context = FunctionContext(context.locale, context.tag, context.direction, context.lookups, report)
        scope = Scope(context, self.functions, self.slots, report)
        scope.declared = self.declared
        return scope

    def resolve_argument(self, argument: object) -> Value:
        """An argument that no function is applied to: the function for its type formats it."""
        if isinstance(argument, Value):
            return argument
        inner = unwrap(argument)
        formatter = self._formatters.get(type(inner))
        if formatter is None:
            formatter = self._formatters[type(inner)] = self._formatter_for(type(inner))
        return formatter(inner)

    def _formatter_for(self, type_: type) -> Handler:
        name = self.functions.name_for(type_)
        function = self.functions.get(name) if name else None
        return Opaque if function is None else function(self.context, Options({}))


class Opaque(Value):
    """An argument that no function formats by itself. It has no text, so that nothing of it leaks."""

    __slots__ = ()

    def text(self) -> str:
        """Raises BadOperand."""
        raise BadOperand("the argument needs a function that formats its type")


def function_context(tag: str, lookups: Mapping[str, Any], report: Callable[[MessageError], None]) -> FunctionContext:
    """The context of functions in a locale. Raises LocaleError on a tag that is malformed or without CLDR data."""
    tag = parse_tag(tag)
    if tag == "und":
        from babel.core import Locale

        return FunctionContext(Locale("root"), tag, "ltr", lookups, report)
    return FunctionContext(babel_locale(tag), tag, "rtl" if direction(tag) == "rtl" else "ltr", lookups, report)


def placed(error: Exception, node: Node, what: str) -> MessageError:
    """The error of a part of the message, with its place. What is no message error is a bug of the function."""
    if not isinstance(error, MessageError):
        cause = error
        error = UnsupportedOperation(f"{what} failed: {type(cause).__name__}")
        error.__cause__ = cause
    if not error.end:
        error.start, error.end = node.start, node.end
    return error
