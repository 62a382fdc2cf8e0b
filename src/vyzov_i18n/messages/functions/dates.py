"""The functions `:date`, `:time` and `:datetime` (LDML 48, part 9, "Date and Time Functions"), `vyzov:date` and
`vyzov:interval`.

Their operands are described in `moments`. Only the Gregorian calendar is known.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from vyzov_i18n.errors import BadOperand, BadVariantKey
from vyzov_i18n.film.values import Interval, Precision
from vyzov_i18n.messages.formats.dates import (
    FIELDS,
    LENGTHS,
    PRECISIONS,
    date_formatter,
    datetime_formatter,
    time_formatter,
)
from vyzov_i18n.messages.functions.base import Shortcut, Value
from vyzov_i18n.messages.functions.moments import (
    date_operand,
    datetime_operand,
    moment_operand,
    partial_date_operand,
    zone_named,
)
from vyzov_i18n.messages.functions.operands import unwrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    from vyzov_i18n.film.values import PartialDate
    from vyzov_i18n.messages.formats.dates import DateFormatter
    from vyzov_i18n.messages.formats.intervals import IntervalFormatter
    from vyzov_i18n.messages.functions.base import Direction, FunctionContext, Handler, Part
    from vyzov_i18n.messages.functions.options import Options


_BY_PRECISION: Final = {precision: (precision.value,) for precision in Precision}


class _Formatter(Protocol):
    def format(self, value: Any) -> str: ...
    def parts(self, value: Any) -> list[Part] | None: ...


class _Deferred:
    """A formatter that is made when it first formats: an interval is mostly only selected on."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], IntervalFormatter]) -> None:
        self._make = make
        self._made: IntervalFormatter | None = None

    def format(self, value: Interval) -> str:
        if self._made is None:
            self._made = self._make()
        return self._made.format(value)


class _Call:
    """What all values of one call share."""

    __slots__ = ("context", "formatter", "options")

    def __init__(self, context: FunctionContext, options: Options, formatter: _Formatter) -> None:
        self.context = context
        self.formatter = formatter
        self.options = options.resolved()


class DateValue(Value):
    """A date or time as one call formats it."""

    __slots__ = ("call",)

    kind = "datetime"

    def __init__(self, value: object, call: _Call) -> None:
        super().__init__(value, call.options)
        self.call = call

    @property
    def direction(self) -> Direction:
        """The direction of the locale."""
        return self.call.context.direction

    def text(self) -> str:
        """The date or time in the locale's words."""
        return self.call.formatter.format(self.value)

    def parts(self) -> list[Part] | None:
        """Sub-parts after ECMA-402: day, month, year, literal and the like."""
        return self.call.formatter.parts(self.value)


def date(context: FunctionContext, options: Options) -> Handler:
    """`:date`: the fields of a date at a length."""
    formatter = date_formatter(context.locale, _fields(options, "fields"), _length(options, "length"))
    call = _Call(context, options, formatter)
    zone = _overrides(options)
    return Shortcut(
        lambda operand: DateValue(date_operand(operand, zone), call),
        lambda operand: formatter.format(date_operand(operand, zone)),
    )


def time(context: FunctionContext, options: Options) -> Handler:
    """`:time`: a time to the hour, minute or second."""
    precision = _precision(options, "precision")
    call = _Call(context, options, time_formatter(context.locale, precision, _hour12(options)))
    zone = _overrides(options)
    return lambda operand: DateValue(moment_operand(operand, zone), call)


def datetime(context: FunctionContext, options: Options) -> Handler:
    """`:datetime`: a date together with a time."""
    formatter = datetime_formatter(
        context.locale,
        _fields(options, "dateFields"),
        _length(options, "dateLength"),
        _precision(options, "timePrecision"),
        _hour12(options),
    )
    call = _Call(context, options, formatter)
    zone = _overrides(options)
    return lambda operand: DateValue(datetime_operand(operand, zone), call)


class _InCase:
    """Formats dates with the month's name in a grammatical case, as the lookup `words` has it."""

    __slots__ = ("_case", "_formatter", "_report", "_words")

    def __init__(self, formatter: DateFormatter, case: str, context: FunctionContext) -> None:
        self._formatter = formatter
        self._case = case
        self._report = context.report
        self._words: Callable[[str], str | None] = context.lookups.get("words", lambda key: None)

    def format(self, value: PartialDate) -> str:
        return self._formatter.format_with_month(value, lambda month: self._form(month, value))

    def parts(self, value: PartialDate) -> None:
        return None

    def _form(self, month: int, value: PartialDate) -> str | None:
        found = self._words(f"{self._case}|month/{month}")
        if found is None:
            from vyzov_i18n.messages.terms import MissingForm

            self._report(MissingForm(self._case, f"month/{month}", self._formatter.format(value)))
        return found


class _ProjectDate(DateValue):
    """A date as prose has it."""

    __slots__ = ()

    value: PartialDate

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """The date's precision: year, month or day."""
        _report_unknown_keys(self.call.context, keys, tuple(Precision))
        return (self.value.precision.value,)


def project_date(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:date`: a date for prose: a partial date shows what is known of it, no line breaks after its numbers.

    `case` asks for the month's name in a grammatical case, looked up in `words` as `prepositional|month/4`.
    Selects on the date's precision: year, month, day.
    """
    case = options.text("case")
    length = _length(options, "length", "long" if case else "medium")  # abbreviations have no cases
    plain = date_formatter(context.locale, _fields(options, "fields"), length, tight=True)
    formatter: _Formatter = plain if case is None else _InCase(plain, case, context)
    call = _Call(context, options, formatter)

    def matching(operand: object) -> tuple[str, ...]:
        return _BY_PRECISION[partial_date_operand(operand).precision]

    return Shortcut(
        lambda operand: _ProjectDate(partial_date_operand(operand), call),
        lambda operand: formatter.format(partial_date_operand(operand)),
        lambda keys: matching if set(keys).issubset(Precision) else None,
    )


class _IntervalValue(DateValue):
    """An interval, or one of its ends, as one call formats it."""

    __slots__ = ()

    value: Interval

    def parts(self) -> list[Part] | None:
        """None: an interval has no sub-parts."""
        return None

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """The greatest difference of the ends: none, day, month or year."""
        from vyzov_i18n.messages.formats.intervals import DIFFERENCES, greatest_difference

        _report_unknown_keys(self.call.context, keys, DIFFERENCES)
        return (greatest_difference(self.value),)


class _IntervalEnd(_IntervalValue):
    """One end of an interval."""

    __slots__ = ()

    def text(self) -> str:
        """The date of the end that `part` names."""
        end = self.value.start if self.call.options["part"] == "start" else self.value.end
        return self.call.formatter.format(end)


def interval(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:interval`: the days of an interval; with `part=start` or `part=end` one end of it.

    As in `vyzov:date`, no line breaks after its numbers.
    Selects on the greatest difference of the ends: none, day, month, year.
    """
    from vyzov_i18n.messages.formats.intervals import DIFFERENCES, greatest_difference, interval_formatter

    fields, length = _fields(options, "fields"), _length(options, "length")
    part = options.keyword("part", ("whole", "start", "end"), "whole")
    formatter: Any = (
        _Deferred(partial(interval_formatter, context.locale, fields, length, tight=True))
        if part == "whole"
        else date_formatter(context.locale, fields, length, tight=True)
    )
    call = _Call(context, options, formatter)
    value = _IntervalValue if part == "whole" else _IntervalEnd

    def handler(operand: object) -> Value:
        return value(_interval_of(operand), call)

    def matching(operand: object) -> tuple[str, ...]:
        return (greatest_difference(_interval_of(operand)),)

    return Shortcut(handler, matching=lambda keys: matching if set(keys).issubset(DIFFERENCES) else None)


def _interval_of(operand: object) -> Interval:
    operand = unwrap(operand)
    if not isinstance(operand, Interval):
        raise BadOperand("the operand must be an interval")
    return operand


def _option(options: Options, name: str) -> str:
    """The name under which the option is found: its own, or that which another function of dates hands down."""
    if name in options:
        return name
    return next((alias for alias in _ALIASES[name] if alias in options.inherited), name)


_ALIASES: Final = {
    "fields": ("dateFields",),
    "dateFields": ("fields",),
    "length": ("dateLength",),
    "dateLength": ("length",),
    "precision": ("timePrecision",),
    "timePrecision": ("precision",),
}


def _fields(options: Options, name: str) -> str:
    return options.keyword(_option(options, name), FIELDS, "year-month-day")


def _length(options: Options, name: str, default: str = "medium") -> str:
    return options.keyword(_option(options, name), LENGTHS, default)


def _precision(options: Options, name: str) -> str:
    return options.keyword(_option(options, name), PRECISIONS, "minute")


def _hour12(options: Options) -> bool | None:
    value = options.raw("hour12")
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(options.keyword("hour12", ("true", "false"), ""))


def _overrides(options: Options) -> tzinfo | None:
    """The time zone to show, None for the operand's own; a calendar other than the Gregorian one is refused."""
    options.keyword("calendar", ("gregory",), "gregory")
    name = options.text("timeZone")
    if name is None or name == "input":
        return None
    zone = zone_named(name)
    if zone is None:
        options.reject("timeZone", "a time zone of the IANA database or an offset such as +03:00")
    return zone


def _report_unknown_keys(context: FunctionContext, keys: Sequence[str], known: Sequence[str]) -> None:
    for key in keys:
        if key not in known:
            context.report(BadVariantKey(f"the key {key} is none of {', '.join(known)}"))
