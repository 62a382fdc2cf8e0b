"""The default function `:string` (LDML 48, part 9, "The :string function")."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from vyzov_i18n.errors import BadOperand
from vyzov_i18n.messages.functions.base import Fallback, Text
from vyzov_i18n.messages.functions.operands import unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.messages.functions.base import FunctionContext, Handler, Value
    from vyzov_i18n.messages.functions.options import Options


class _Unresolved(Fallback):
    """An operand that is missing: as a text it equals no key, which is no error of its own."""

    __slots__ = ()

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        return ()


def string(context: FunctionContext, options: Options) -> Handler:
    """`:string`: a text as it is; selects on the text. A number becomes its plain digits, whatever the locale."""
    return _resolve


def _resolve(operand: object) -> Value:
    operand = unwrap(operand)
    if isinstance(operand, str):
        return Text(operand)
    if isinstance(operand, bool):
        return Text("true" if operand else "false")
    if isinstance(operand, int | float | Decimal):
        return Text(str(operand))
    if isinstance(operand, Fallback):
        if operand.source.startswith(":"):
            raise BadOperand("a text is needed")
        return _Unresolved(operand.source)
    raise BadOperand("the operand must be a text")
