"""What the variants of a message say: their runs of words, and the variables that stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vyzov_i18n.messages.model import Expression, Literal, Text, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vyzov_i18n.messages.model import MessageModel


class Run(NamedTuple):
    """Words of a message from the character `start`: text, or a literal that is formatted."""

    start: int
    text: str


class Use(NamedTuple):
    """The place of a variable; `name` is that of the argument behind it."""

    name: str
    start: int
    end: int


class Telling(NamedTuple):
    """One variant of a message, with the keys that choose it."""

    keys: tuple[str, ...]
    runs: tuple[Run, ...]
    uses: tuple[Use, ...]

    @property
    def variables(self) -> frozenset[str]:
        """The names of the arguments that it uses."""
        return frozenset(use.name for use in self.uses)


def read_tellings(model: MessageModel | None, text: str) -> list[Telling]:
    """What each variant of a message says; `text` is the message. Nothing for one that is not well-formed."""
    if model is None:
        return []
    declared = {declaration.variable.name: declaration.expression for declaration in model.declarations}
    return [
        Telling(
            tuple(key.value for key in variant.keys if isinstance(key, Literal)),
            tuple(_runs(variant.pattern.parts, declared, text)),
            tuple(_uses(variant.pattern.parts, declared)),
        )
        for variant in model.variants
    ]


def _runs(parts: tuple[object, ...], declared: Mapping[str, Expression], text: str) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Text):
            yield Run(part.start, text[part.start : part.end])
        elif isinstance(part, Expression):
            operand = _root(part, declared)
            if isinstance(operand, Literal):
                yield Run(operand.start, text[operand.start : operand.end])


def _uses(parts: tuple[object, ...], declared: Mapping[str, Expression]) -> Iterator[Use]:
    for part in parts:
        if isinstance(part, Expression):
            operand = _root(part, declared)
            if isinstance(operand, Variable):
                yield Use(operand.name, part.start, part.end)


def _root(expression: Expression, declared: Mapping[str, Expression]) -> Literal | Variable | None:
    """What an expression is of, through variables that are declared."""
    seen: set[str] = set()
    operand = expression.operand
    while isinstance(operand, Variable) and operand.name in declared and operand.name not in seen:
        seen.add(operand.name)
        operand = declared[operand.name].operand
    return operand
