"""The default functions `:number`, `:integer` and `:offset` (LDML 48, part 9, "Numeric Functions")."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.errors import BadOption, BadSelector, BadVariantKey
from vyzov_i18n.messages.formats.numbers import NumberStyle, number_formatter, parse_number
from vyzov_i18n.messages.formats.rounding import ROUNDING_MODES
from vyzov_i18n.messages.functions.base import Shortcut, Value
from vyzov_i18n.messages.functions.operands import number_operand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vyzov_i18n.messages.formats.numbers import NumberFormatter
    from vyzov_i18n.messages.functions.base import Direction, FunctionContext, Handler, Part
    from vyzov_i18n.messages.functions.options import Options

_CATEGORIES: Final = frozenset(("zero", "one", "two", "few", "many", "other"))
_FRACTION: Final = ("minimumFractionDigits", "maximumFractionDigits")
_NOT_OF_INTEGERS: Final = (*_FRACTION, "minimumSignificantDigits")


class NumberFunction:
    """What all values of one numeric function call share: the formatter, the way of selection, the options."""

    __slots__ = ("_numbers_of_keys", "direction", "formatter", "options", "report", "selection")

    def __init__(
        self, context: FunctionContext, options: Options, formatter: NumberFormatter, handed_down: Mapping[str, object]
    ) -> None:
        self.formatter = formatter
        self.options = handed_down
        self.direction: Direction = context.direction
        self.report = context.report
        self.selection = selection_of(options)
        self._numbers_of_keys: dict[Sequence[str], dict[str, int | Decimal]] = {}

    def select(self, number: int | Decimal, keys: Sequence[str]) -> Sequence[str]:
        """The keys that equal the number, then its category."""
        if self.selection is None:
            raise BadSelector("select must be a literal in the selector's own expression")
        matching = [key for key, exact in self.numbers_of(keys).items() if exact == number]
        if self.selection != "exact":
            category = self.formatter.plural if self.selection == "plural" else self.formatter.ordinal
            matching.append(category(number))
        return matching

    def numbers_of(self, keys: Sequence[str]) -> dict[str, int | Decimal]:
        """The keys that are numbers. Reports those that are not categories either."""
        found = self._numbers_of_keys.get(keys)
        if found is not None:
            return found
        found, bad = {}, []
        for key in keys:
            try:
                found[key] = parse_number(key)
            except ValueError:
                if key not in _CATEGORIES:
                    bad.append(key)
        for key in bad:
            self.report(BadVariantKey(f"the key {key} is neither a number nor a plural category"))
        if not bad:
            self._numbers_of_keys[keys] = found
        return found


class NumberValue(Value):
    """A number as one numeric function formats it and selects on it."""

    __slots__ = ("function",)

    kind = "number"
    value: Any

    def __init__(self, number: int | Decimal, function: NumberFunction) -> None:
        self.value = number
        self.options = function.options
        self.function = function

    @property
    def direction(self) -> Direction:
        """The direction of the locale."""
        return self.function.direction

    def text(self) -> str:
        """The number in the locale's digits."""
        return self.function.formatter.format(self.value)

    def parts(self) -> list[Part]:
        """Sub-parts after ECMA-402: integer, group, decimal, fraction, minusSign and the like."""
        return self.function.formatter.parts(self.value)

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """The keys that equal the number, then its plural category."""
        return self.function.select(self.value, keys)


def number(context: FunctionContext, options: Options) -> Handler:
    """`:number`: a number as the locale writes it; selects on its value and its plural category."""
    formatter = number_formatter(context.locale, number_style(options))
    return _handler(number_operand, NumberFunction(context, options, formatter, options.resolved()))


def integer(context: FunctionContext, options: Options) -> Handler:
    """`:integer`: a number rounded to the nearest integer, a half away from zero."""
    options = options.without_inherited(*_NOT_OF_INTEGERS)
    formatter = number_formatter(context.locale, number_style(options, fraction=False))
    function = NumberFunction(context, options, formatter, options.resolved(*_NOT_OF_INTEGERS))
    return _handler(lambda operand: _rounded(number_operand(operand)), function)


def offset(context: FunctionContext, options: Options) -> Handler:
    """`:offset`: a number plus or minus a constant, formatted as its operand would be."""
    steps = {name: options.digits(name) for name in ("add", "subtract") if name in options.own}
    if len(steps) != 1:
        raise BadOption(":offset needs exactly one of the options add and subtract")
    if None in steps.values():
        raise options.problems.pop()
    step = (steps.get("add") or 0) - (steps.get("subtract") or 0)
    formatter = number_formatter(context.locale, number_style(options))
    function = NumberFunction(context, options, formatter, options.resolved("add", "subtract"))
    return _handler(lambda operand: number_operand(operand) + step, function)


def _handler(read: Callable[[object], int | Decimal], function: NumberFunction) -> Handler:
    """The handler of a function that `read`s an operand as a number."""
    return Shortcut(
        lambda operand: NumberValue(read(operand), function),
        lambda operand: function.formatter.format(read(operand)),
    )


def number_style(options: Options, *, fraction: bool = True) -> NumberStyle:
    """The style that the options describe; without `fraction` digits for integers."""
    minimum, maximum = (options.digits(name) for name in _FRACTION) if fraction else (0, 0)
    least, most = options.digits("minimumSignificantDigits", 1), options.digits("maximumSignificantDigits", 1)
    return NumberStyle(
        minimum_integer_digits=options.digits("minimumIntegerDigits", 1),
        minimum_fraction_digits=minimum,
        maximum_fraction_digits=_upper(options, "maximumFractionDigits", minimum, maximum),
        minimum_significant_digits=least if fraction else None,
        maximum_significant_digits=_upper(options, "maximumSignificantDigits", least, most),
        sign_display=options.keyword("signDisplay", ("auto", "always", "never", "exceptZero", "negative"), "auto"),
        use_grouping=options.keyword("useGrouping", ("auto", "always", "never", "min2"), "auto"),
        numbering_system=options.text("numberingSystem"),
        rounding_mode=options.keyword("roundingMode", ROUNDING_MODES, "halfExpand"),
        rounding_priority=options.keyword("roundingPriority", ("auto", "morePrecision", "lessPrecision"), "auto"),
        trailing_zero_display=options.keyword("trailingZeroDisplay", ("auto", "stripIfInteger"), "auto"),
    )


def selection_of(options: Options) -> str | None:
    """How the value selects: plural, ordinal or exact; None where `select` is no literal of the expression itself."""
    if "select" in options and not options.is_literal("select"):
        options.reject("select", "a literal")
        return None
    return options.keyword("select", ("plural", "ordinal", "exact"), "plural")


def _rounded(number: int | Decimal) -> int:
    return number if isinstance(number, int) else int(number.to_integral_value(ROUND_HALF_UP))


def _upper(options: Options, name: str, lower: int | None, upper: int | None) -> int | None:
    if lower is not None and upper is not None and upper < lower:
        options.reject(name, f"at least {lower}, the minimum")
        return None
    return upper
