"""The options that every function has: `u:id`, `u:dir` and `u:locale` (LDML 48, part 9, "Unicode Namespace")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.messages.functions.base import Fallback, Value
from vyzov_i18n.messages.functions.options import Options
from vyzov_i18n.messages.scope import function_context

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vyzov_i18n.errors import BadOption
    from vyzov_i18n.messages.functions.base import Direction, FunctionContext, Handler, Part

NAMESPACE: Final = "u:"
_MAX_LOCALES: Final = 10
_DIRECTIONS: Final[Mapping[str, Direction | None]] = {"ltr": "ltr", "rtl": "rtl", "auto": None}


class Marks:
    """The marks of one expression: the `id` of its part, its direction ("inherit" where none is set), its locale."""

    __slots__ = ("direction", "id", "locale", "problems")

    def __init__(self, options: Mapping[str, object], context: FunctionContext) -> None:
        reader = Options(options)
        self.id = reader.text("u:id")
        self.direction = reader.keyword("u:dir", ("inherit", "ltr", "rtl", "auto"), "inherit")
        self.locale = _locale(reader, context)
        self.problems: Sequence[BadOption] = reader.problems

    def applied_to(self, handler: Handler) -> Handler:
        """The handler whose values carry the marks."""

        def marking(operand: object) -> Value:
            value = handler(operand)
            return value if isinstance(value, Fallback) else Marked(value, self)

        return marking


class Marked(Value):
    """A value with marks; everything else is the value's own."""

    __slots__ = ("inner", "marks")

    def __init__(self, inner: Value, marks: Marks) -> None:
        super().__init__(inner.value, inner.options)
        self.inner = inner
        self.marks = marks

    @property
    def direction(self) -> Direction | None:
        """The direction that was set, else the value's."""
        direction = self.marks.direction
        return self.inner.direction if direction == "inherit" else _DIRECTIONS[direction]

    @property
    def isolated(self) -> bool:  # type: ignore[override]
        """Whether the text is isolated even where its direction is the message's."""
        return self.marks.direction != "inherit"

    def text(self) -> str:
        """The value's text."""
        return self.inner.text()

    def parts(self) -> list[Part] | None:
        """The value's sub-parts."""
        return self.inner.parts()

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """The value's selection."""
        return self.inner.select(keys)


def _locale(reader: Options, context: FunctionContext) -> FunctionContext | None:
    """The context of the first locale in the list that CLDR has data for."""
    tags = reader.text("u:locale")
    if tags is None:
        return None
    for tag in tags.split(",", _MAX_LOCALES)[:_MAX_LOCALES]:
        try:
            return function_context(tag.strip(), context.lookups, context.report)
        except LocaleError:
            continue
    reader.reject("u:locale", "a list of language tags of which CLDR has one")
    return None
