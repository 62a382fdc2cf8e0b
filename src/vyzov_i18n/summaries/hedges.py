"""Whether a message says how its values are hedged: a figure that is about right must not be told as exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vyzov_i18n.film.values import Hedge
    from vyzov_i18n.messages.model import CatchAll, Literal, MessageModel

_FUNCTION: Final = "vyzov:hedge"


def says_hedges(model: MessageModel, hedges: Mapping[str, Hedge]) -> bool:
    """Whether a variant of the message is for just these hedges, by variable; the other values have none.

    A variant counts only if it holds whatever the message selects on beside the hedges.
    """
    selected = tuple(_hedged_variables(model))
    if not hedges.keys() <= set(selected):
        return False
    wanted = [hedges.get(name) if name else None for name in selected]
    return any(all(map(_is_for, variant.keys, wanted)) for variant in model.variants)


def _hedged_variables(model: MessageModel) -> Iterator[str | None]:
    """For every selector the variable whose hedge it is, or None."""
    declared = {declaration.variable.name: declaration.expression for declaration in model.declarations}
    for selector in model.selectors:
        expression = declared[selector.name]
        is_hedge = expression.function is not None and expression.function.name == _FUNCTION
        yield getattr(expression.operand, "name", None) if is_hedge else None


def _is_for(key: Literal | CatchAll, hedge: Hedge | None) -> bool:
    value = getattr(key, "value", None)
    return value == hedge if hedge else value in (None, "none")
