"""A MessageFormat 2 message in one locale: parsed once, compiled once, formatted often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.messages.functions.registry import Registry
from vyzov_i18n.messages.parser import parse
from vyzov_i18n.messages.plan import NO_MESSAGE, Plan
from vyzov_i18n.messages.scope import Reporter, Scope, function_context
from vyzov_i18n.messages.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.messages.functions.base import Function, Part
    from vyzov_i18n.messages.model import FunctionCall, MessageModel
    from vyzov_i18n.messages.variables import Arguments


class Message:
    """A message in a locale.

        Message("{$name} landed on {$day :date}", "en").format(name="Yulia", day=date(2021, 10, 17))

    Formatting never raises on a bad message or a bad argument: it shows the fallback of the specification and passes
    the error to `on_error`. A message with syntax or data model errors (`errors`) formats as `{�}`.

    `locale` is a BCP 47 tag, kept in canonical form; LocaleError if it is malformed or CLDR does not know it.
    `functions` are added to the default ones, by name. `bidi` is the strategy of isolation: the specification's default
    or none. `lookups` are what functions may look things up in, by name. A message may be shared by threads.
    """

    __slots__ = (
        "_bidi",
        "_functions",
        "_lookups",
        "_normalizes",
        "_on_error",
        "_plan",
        "errors",
        "locale",
        "model",
        "source",
    )

    def __init__(
        self,
        source: str,
        locale: str,
        functions: Mapping[str, Function] | None = None,
        *,
        bidi: Literal["default", "none"] = "default",
        on_error: Callable[[MessageError], None] | None = None,
        lookups: Mapping[str, Any] | None = None,
    ) -> None:
        self.source = source
        self.locale = function_context(locale, {}, Reporter(None)).tag
        self.model: MessageModel | None = None
        self.errors: tuple[MessageError, ...] = ()
        self._functions = functions
        self._lookups = lookups or {}
        self._bidi = bidi
        self._on_error = on_error
        self._normalizes = False
        self._plan: Plan | None = None
        try:
            self.model = parse(source)
        except MessageSyntaxError as error:
            self.errors = (error,)
        else:
            self.errors = tuple(validate(self.model))
            self._normalizes = any(not name.isascii() for name in self.arguments)

    @property
    def arguments(self) -> frozenset[str]:
        """The names of the arguments that the message uses; none where it has a syntax error."""
        return self.model.arguments() if self.model else frozenset()

    @property
    def functions(self) -> tuple[FunctionCall, ...]:
        """Every call of a function, with its options and places; none where the message has a syntax error."""
        return tuple(self.model.functions()) if self.model else ()

    def format(self, arguments: Mapping[str, Any] | None = None, /, **named: Any) -> str:
        """The formatted text. Arguments come from a mapping, by name, or both."""
        plan = self._plan or self._compiled()
        if plan is None:
            return NO_MESSAGE.text()
        if self._normalizes or (arguments and named):
            return plan.text(self._given(arguments, named))
        return plan.text(arguments or named)

    def format_to_parts(self, arguments: Mapping[str, Any] | None = None, /, **named: Any) -> list[Part]:
        """The formatted message in parts, dictionaries with `type`.

        The types are text, bidiIsolation, markup, fallback, and the kinds of values: string, number, datetime, …
        A value's part has `value` or `parts`, its `locale`, and where they are known `dir` and `id`.
        """
        plan = self._plan or self._compiled()
        if plan is None:
            return [{"type": "fallback", "source": NO_MESSAGE.source}]
        return plan.parts(self._given(arguments, named))

    def _given(self, arguments: Mapping[str, Any] | None, named: dict[str, Any]) -> Arguments:
        given = {**arguments, **named} if arguments else named
        if not self._normalizes:
            return given
        from unicodedata import normalize

        return {normalize("NFC", name): value for name, value in given.items()}

    def _compiled(self) -> Plan | None:
        if self.errors or self.model is None:
            for error in self.errors:
                if self._on_error:
                    self._on_error(error)
            return None
        slots = {declaration.variable.name: slot for slot, declaration in enumerate(self.model.declarations)}
        # Threads may compile at the same time: each with a reporter of its own, and either plan will do.
        report = Reporter(self._on_error)
        context = function_context(self.locale, self._lookups, report)
        scope = Scope(context, Registry(self._functions), slots, report)
        self._plan = plan = Plan(self.model, scope, isolates=self._bidi == "default")
        return plan
