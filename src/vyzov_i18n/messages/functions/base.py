"""What a MessageFormat 2 function is made of (LDML 48, part 9, "Function Resolution").

A *function* is a factory. It is called once for a locale and a set of options and returns a *handler*, which is called
with one operand and returns its resolved value:

    def shout(context: FunctionContext, options: Options) -> Handler:
        mark = options.keyword("mark", ("!", "?"), "!")

        def handler(operand: object) -> Value:
            if not isinstance(operand, str):
                raise BadOperand("shout takes a string")
            return Text(operand.upper() + mark)

        return handler

Where every option is a literal the factory runs while the message is compiled; where an option is a variable, or the
operand has options of its own to hand down, it runs while the message is formatted, when they change. So do the work in
the factory and keep the handler small.

- Options are read through `Options`. A reader that finds a bad value records a bad-option error, which is reported each
  time the message is formatted, and answers its default. A factory that cannot go on raises `BadOption`.
- The operand is the unwrapped Python value: of a literal its text, of an argument the argument itself (perhaps a
  `Hedged`, see `operands`), of a declared variable the `value` of its resolved value. Without an operand, and when the
  operand could not be resolved, it is a `Fallback`, which most functions refuse like any other type they don't know.
- A handler that refuses its operand raises `BadOperand`, or `UnsupportedOperation`. The message then shows the
  specification's fallback. So it does after any other exception, which is reported as an unsupported operation.
- What is wrong but stops nothing (a missing case form) goes to `context.report`.
- A handler is shared by threads and keeps no state between calls. Of a literal operand the answer may be kept.
- A handler may have short ways to the text and to the selection: see `Shortcut`.
- An argument of the message may be a `Value` already; it is then shown, selected on and handed on as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from vyzov_i18n.errors import BadSelector

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from babel.core import Locale

    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.messages.functions.options import Options

Direction: TypeAlias = Literal["ltr", "rtl"]
Part: TypeAlias = dict[str, Any]

_NO_OPTIONS: Mapping[str, object] = {}


class FunctionContext:
    """What a function may know of the place where it is called.

    `locale` is Babel's locale, `tag` the BCP 47 tag it was made from, `direction` the base direction of its script.
    `lookups` are the services that the caller of the message supplied, by name ("words", "lexicon"); often empty.
    `report` takes an error that stops nothing and passes it to the message's `on_error`.
    """

    __slots__ = ("direction", "locale", "lookups", "report", "tag")

    def __init__(
        self,
        locale: Locale,
        tag: str,
        direction: Direction,
        lookups: Mapping[str, Any],
        report: Callable[[MessageError], None],
    ) -> None:
        self.locale = locale
        self.tag = tag
        self.direction = direction
        self.lookups = lookups
        self.report = report


class Value:
    """A resolved value: what a function makes of its operand. Base class of every kind.

    `value` is the underlying Python value, which the next function gets as its operand; `options` are the resolved
    options it inherits. `kind` is the type of the formatted part ("string", "number", "datetime"). `direction` is the
    direction of the formatted text, None where it is unknown; `isolated` tells that even a text in the direction of the
    message is isolated.
    A subclass defines `text`, and `parts` and `select` where it has them.
    """

    __slots__ = ("options", "value")

    kind: ClassVar[str] = "string"
    isolated: ClassVar[bool] = False

    def __init__(self, value: object, options: Mapping[str, object] = _NO_OPTIONS) -> None:
        self.value = value
        self.options = options

    @property
    def direction(self) -> Direction | None:
        """The direction of the formatted text, None where it is unknown."""
        return None

    def text(self) -> str:
        """The formatted text. May raise MessageFunctionError: the fallback is shown in its place."""
        raise NotImplementedError

    def parts(self) -> list[Part] | None:
        """The formatted text in sub-parts of `type` and `value`; None where it has none."""
        return None

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """Those of `keys` that match, the best first. Raises BadSelector where the value cannot select."""
        raise BadSelector("the value cannot select a variant")


class Text(Value):
    """A plain text whose only key is itself."""

    __slots__ = ()

    value: str

    def text(self) -> str:
        """The text itself."""
        return self.value

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """The key that equals the text after normalization to NFC."""
        from unicodedata import normalize

        text = normalize("NFC", self.value)
        return (text,) if text in keys else ()


class Fallback(Value):
    """Stands for an expression that could not be resolved: the source of its operand, `$name`, `|text|` or `:f`."""

    __slots__ = ("source",)

    kind = "fallback"

    def __init__(self, source: str) -> None:
        super().__init__(self)
        self.source = source

    def text(self) -> str:
        """The source in braces."""
        return f"{{{self.source}}}"


class Shortcut:
    """A handler that also has short ways, for messages that need no more of a value than its text or its selection.

    `text` takes an operand and answers what `text` of its value would, where that runs in the message's direction.
    `matching` takes the keys of the variants and answers a function, which takes an operand and answers what `select`
    of its value would. Each may decline with None, and an exception counts as that: then the value is made. What
    declines has reported nothing. `matching` declines keys that have to be reported.
    """

    __slots__ = ("_handler", "matching", "text")

    def __init__(
        self,
        handler: Handler,
        text: Callable[[Any], str | None] | None = None,
        matching: Callable[[Sequence[str]], Matching | None] | None = None,
    ) -> None:
        self._handler = handler
        self.text = text
        self.matching = matching

    def __call__(self, operand: Any) -> Value:
        """The value, as of every handler."""
        return self._handler(operand)


Matching: TypeAlias = "Callable[[Any], tuple[str, ...] | None]"
Handler: TypeAlias = Callable[[Any], Value]
Function: TypeAlias = "Callable[[FunctionContext, Options], Handler]"
