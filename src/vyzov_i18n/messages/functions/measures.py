"""The draft functions `:percent`, `:currency` and `:unit` (LDML 48, part 9, "Numeric Functions")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec

from vyzov_i18n.errors import BadOperand, BadOption, UnsupportedOperation
from vyzov_i18n.film.values import Duration, Mass, Money
from vyzov_i18n.messages.formats.numbers import number_formatter
from vyzov_i18n.messages.formats.rounding import scaled
from vyzov_i18n.messages.functions.base import Value
from vyzov_i18n.messages.functions.numbers import NumberFunction, NumberValue, number_style
from vyzov_i18n.messages.functions.operands import number_operand, unwrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from vyzov_i18n.messages.formats.numbers import NumberStyle
    from vyzov_i18n.messages.functions.base import Direction, FunctionContext, Handler, Part
    from vyzov_i18n.messages.functions.options import Options

_CURRENCY: Final = re.compile(r"[A-Za-z]{3}", re.ASCII)
_NOT_OF_PERCENT: Final = ("minimumIntegerDigits", "roundingIncrement", "select")


class Formatter(Protocol):
    """Formats a number, or two of a range, perhaps with words of its own."""

    def format(self, *amounts: Any) -> str:
        """The text."""

    def parts(self, *amounts: Any) -> list[Part]:
        """The text in parts."""


class Quantity(Value):
    """A quantity that formats, but does not select; `amounts` are the arguments of its formatter."""

    __slots__ = ("_amounts", "_direction", "_formatter")

    kind = "number"

    def __init__(
        self,
        value: object,
        options: Mapping[str, object],
        direction: Direction,
        formatter: Formatter,
        *amounts: object,
    ) -> None:
        self.value = value
        self.options = options
        self._direction = direction
        self._formatter = formatter
        self._amounts = amounts

    @property
    def direction(self) -> Direction:
        """The direction of the locale."""
        return self._direction

    def text(self) -> str:
        """The number and its sign or word."""
        return self._formatter.format(*self._amounts)

    def parts(self) -> list[Part]:
        """Sub-parts after ECMA-402: those of numbers, and currency, unit, compact, literal."""
        return self._formatter.parts(*self._amounts)


class PercentFunction(NumberFunction):
    """Selects on the hundredfold of its operand, always by plural category."""

    __slots__ = ()

    def select(self, number: int | Decimal, keys: Sequence[str]) -> Sequence[str]:
        """The keys that equal the percentage, then its category."""
        percentage = scaled(number, 2)
        exact = [key for key, value in self.numbers_of(keys).items() if value == percentage]
        return [*exact, self.formatter.plural(number)]


def percent(context: FunctionContext, options: Options) -> Handler:
    """`:percent`: a number times 100 with the percent sign."""
    options = options.without_inherited(*_NOT_OF_PERCENT)
    formatter = number_formatter(context.locale, msgspec.structs.replace(number_style(options), style="percent"))
    function = PercentFunction(context, options, formatter, options.resolved(*_NOT_OF_PERCENT))
    return lambda operand: NumberValue(number_operand(operand), function)


def currency(context: FunctionContext, options: Options) -> Handler:
    """`:currency`: an amount of money with the currency's sign, code or name."""
    from vyzov_i18n.messages.formats.currencies import currency_formatter

    code = _currency_code(options)
    style = _currency_style(options)
    display = options.keyword("currencyDisplay", ("symbol", "narrowSymbol", "name", "code", "never"), "symbol")
    sign = options.keyword("currencySign", ("standard", "accounting"), "standard")
    resolved = options.resolved()

    def handler(operand: object) -> Value:
        value = unwrap(operand)
        own = value.currency if isinstance(value, Money) else None
        formatter = currency_formatter(context.locale, _own_or_named(own, code, "currency"), style, display, sign)
        return Quantity(operand, resolved, context.direction, formatter, number_operand(operand))

    return handler


def unit(context: FunctionContext, options: Options) -> Handler:
    """`:unit`: a number of units of measurement."""
    from vyzov_i18n.messages.formats.units import unit_formatter

    if "usage" in options:
        raise UnsupportedOperation("the option usage is not supported: units are not converted")
    named = options.text("unit")
    style = number_style(options)
    display = options.keyword("unitDisplay", ("short", "narrow", "long"), "short")
    resolved = options.resolved()

    def handler(operand: object) -> Value:
        value = unwrap(operand)
        own = value.unit if isinstance(value, Mass | Duration) else None
        formatter = unit_formatter(context.locale, _own_or_named(own, named, "unit"), style, display)
        return Quantity(operand, resolved, context.direction, formatter, number_operand(operand))

    return handler


def _currency_style(options: Options) -> NumberStyle:
    digits = None if options.raw("fractionDigits") == "auto" else options.digits("fractionDigits")
    options = options.without_inherited("minimumFractionDigits", "maximumFractionDigits")
    return msgspec.structs.replace(
        number_style(options), minimum_fraction_digits=digits, maximum_fraction_digits=digits
    )


def _currency_code(options: Options) -> str | None:
    code = options.text("currency")
    if code is not None and not _CURRENCY.fullmatch(code):
        options.reject("currency", "a currency code of three letters")
        return None
    return code and code.upper()


def _own_or_named(own: str | None, named: str | None, option: str) -> str:
    """The currency or unit of the operand itself, else that of the option; which may not contradict each other."""
    if own and named and own != named:
        raise BadOption(f"the option {option} cannot change the {option} of the operand")
    if not own and not named:
        raise BadOperand(f"the operand has no {option}, and there is no option {option}")
    return own or named or ""
