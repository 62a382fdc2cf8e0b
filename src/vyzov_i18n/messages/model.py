"""The data model of a message (LDML 48, part 9, "Interchange Data Model"), with the place of every node.

`start` and `end` delimit a node in the source, in characters, the end exclusive. Names are normalized to NFC; the
values of literals and texts are unescaped. A message without `.match` has no selectors and a single variant without
keys, so that there is one shape for both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from typing import Literal as OneOf

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator


class Node(msgspec.Struct, frozen=True):
    """A part of the message from `start` to `end` of its source."""

    start: int
    end: int


class Text(Node, frozen=True):
    """A run of text in a pattern."""

    value: str


class Literal(Node, frozen=True):
    """A literal, quoted or not."""

    value: str


class Variable(Node, frozen=True):
    """A variable; `name` is without its `$`."""

    name: str


class CatchAll(Node, frozen=True):
    """The key `*`."""


class Option(Node, frozen=True):
    """An option of a function or of markup; `name` includes its namespace."""

    name: str
    value: Literal | Variable


class Attribute(Node, frozen=True):
    """An attribute, which formatting ignores."""

    name: str
    value: Literal | None


class FunctionCall(Node, frozen=True):
    """A function with its options; `name` includes its namespace and is without the colon before it."""

    name: str
    options: tuple[Option, ...]


class Expression(Node, frozen=True):
    """An operand, a function, or both."""

    operand: Literal | Variable | None
    function: FunctionCall | None
    attributes: tuple[Attribute, ...]


class Markup(Node, frozen=True):
    """An opening, closing or standalone piece of markup."""

    kind: OneOf["open", "close", "standalone"]
    name: str
    options: tuple[Option, ...]
    attributes: tuple[Attribute, ...]


class Pattern(Node, frozen=True):
    """What a message formats to."""

    parts: tuple[Text | Expression | Markup, ...]


class Declaration(Node, frozen=True):
    """`.input` or `.local`; of an input, `variable` is the operand of `expression`."""

    kind: OneOf["input", "local"]
    variable: Variable
    expression: Expression


class Variant(Node, frozen=True):
    """A pattern and its keys, one a selector."""

    keys: tuple[Literal | CatchAll, ...]
    pattern: Pattern


class MessageModel(Node, frozen=True):
    """A whole message."""

    declarations: tuple[Declaration, ...]
    selectors: tuple[Variable, ...]
    variants: tuple[Variant, ...]

    def expressions(self) -> Iterator[Expression | Markup]:
        """Every expression and markup, in the order of the source."""
        for declaration in self.declarations:
            yield declaration.expression
        for variant in self.variants:
            for part in variant.pattern.parts:
                if not isinstance(part, Text):
                    yield part

    def functions(self) -> Iterator[FunctionCall]:
        """Every call of a function, in the order of the source."""
        for expression in self.expressions():
            if isinstance(expression, Expression) and expression.function:
                yield expression.function

    def variables(self) -> Iterator[Variable]:
        """Every use of a variable as an operand, an option value or a selector."""
        for expression in self.expressions():
            yield from variables_of(expression)
        yield from self.selectors

    def arguments(self) -> frozenset[str]:
        """The names that the caller has to give: variables that are used and not declared by `.local`."""
        local = {declaration.variable.name for declaration in self.declarations if declaration.kind == "local"}
        return frozenset(variable.name for variable in self.variables()) - local


def options_of(expression: Expression | Markup) -> tuple[Option, ...]:
    """The options of the expression's function or of the markup."""
    if isinstance(expression, Markup):
        return expression.options
    return expression.function.options if expression.function else ()


def variables_of(expression: Expression | Markup) -> Iterator[Variable]:
    """The variables that an expression or markup refers to."""
    if isinstance(expression, Expression) and isinstance(expression.operand, Variable):
        yield expression.operand
    for option in options_of(expression):
        if isinstance(option.value, Variable):
            yield option.value


Placeholder: TypeAlias = Expression | Markup
