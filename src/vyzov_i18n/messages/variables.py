"""Variables, compiled into closures that read or resolve them (LDML 48, part 9, "Variable Resolution").

A closure takes the arguments of the message and the slots, which hold the values of its declared variables. It never
raises: what goes wrong is reported, and the fallback stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from vyzov_i18n.errors import UnresolvedVariable
from vyzov_i18n.messages.functions.base import Fallback, Text, Value
from vyzov_i18n.messages.model import Literal
from vyzov_i18n.messages.scope import placed

if TYPE_CHECKING:
    from vyzov_i18n.messages.model import Option, Variable
    from vyzov_i18n.messages.scope import Scope

Arguments: TypeAlias = Mapping[str, Any]
Slots: TypeAlias = list[Any]
Read: TypeAlias = Callable[[Arguments, Slots], Any]
Resolve: TypeAlias = Callable[[Arguments, Slots], Value]


def compile_slot(slot: int, scope: Scope) -> Resolve:
    """What reads the value of a declared variable. One with a shortcut is resolved here, when it is first read."""
    declared = scope.declared[slot]
    if declared.shortcut is None:
        return lambda arguments, slots: slots[slot]

    def read(arguments: Arguments, slots: Slots) -> Value:
        value: Value | None = slots[slot]
        if value is None:
            value = slots[slot] = declared.resolve(arguments, slots)
        return value

    return read


def compile_operand(variable: Variable, slot: int | None, scope: Scope) -> Read:
    """What reads the Python value of a variable: of the slot, where it is declared, else of an argument."""
    if slot is not None:
        value = compile_slot(slot, scope)
        return lambda arguments, slots: value(arguments, slots).value
    name, report = variable.name, scope.report
    fallback = Fallback(f"${name}")
    unresolved = UnresolvedVariable(f"no value was given for ${name}", variable.start, variable.end)

    def read(arguments: Arguments, slots: Slots) -> object:
        try:
            return arguments[name]
        except KeyError:
            report(unresolved)
            return fallback

    return read


def compile_variable(variable: Variable, slot: int | None, scope: Scope) -> Resolve:
    """What resolves a variable that no function is applied to."""
    fallback = Fallback(f"${variable.name}")
    if slot is not None:
        value = compile_slot(slot, scope)
        return lambda arguments, slots: fallback if isinstance(found := value(arguments, slots), Fallback) else found
    read = compile_operand(variable, None, scope)
    resolve_argument, report = scope.resolve_argument, scope.report

    def resolve(arguments: Arguments, slots: Slots) -> Value:
        argument = read(arguments, slots)
        if argument.__class__ is str:
            return Text(argument)
        try:
            return resolve_argument(argument)
        except Exception as error:
            report(placed(error, variable, f"formatting ${variable.name}"))
            return fallback

    return resolve


def compile_option(option: Option, scope: Scope) -> Read:
    """What reads the Python value of an option; a Fallback where it could not be resolved."""
    if isinstance(option.value, Literal):
        text = option.value.value
        return lambda arguments, slots: text
    return compile_operand(option.value, scope.slots.get(option.value.name), scope)
