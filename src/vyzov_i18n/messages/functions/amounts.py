"""Functions of facts' quantities: `vyzov:range`, `vyzov:money`, `vyzov:measure`, `vyzov:share` and `vyzov:hedge`.

They write units and magnitudes in words, and put a no-break space between a number and the word after it. Their option
`case` names the case of the words, which they look up in the service "words" (see `MeasureWords`). A word that is
missing is reported, and the base form stands in its place.
"""

from __future__ import annotations

import decimal
import re
from functools import cache, lru_cache, partial
from math import gcd
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.errors import BadOperand, BadVariantKey, UnsupportedOperation
from vyzov_i18n.film.values import Count, Duration, Hedge, Hedged, Mass, Money, Range, Share
from vyzov_i18n.messages.formats.measure_words import MeasureWords
from vyzov_i18n.messages.formats.numbers import percentage_formatter
from vyzov_i18n.messages.functions.base import Fallback, Shortcut, Value
from vyzov_i18n.messages.functions.measures import Quantity
from vyzov_i18n.messages.functions.numbers import number_style
from vyzov_i18n.messages.functions.operands import unwrap
from vyzov_i18n.messages.terms import NOMINATIVE, MissingForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.messages.formats.units import RangeFormatter, UnitDisplay, UnitFormatter
    from vyzov_i18n.messages.functions.base import FunctionContext, Handler, Matching
    from vyzov_i18n.messages.functions.measures import Formatter
    from vyzov_i18n.messages.functions.options import Options

    Report = Callable[[MessageError], None]

_FRACTION: Final = re.compile(r"\d{1,6}/[1-9]\d{0,5}", re.ASCII)
_PRECISE: Final = decimal.Context(prec=250)  # a message asks for 100 fraction digits at most
_UNIT_DISPLAYS: Final[tuple[UnitDisplay, ...]] = ("long", "short", "narrow")
_UNHEDGED: Final = "none"
_HEDGES: Final = (*(hedge.value for hedge in Hedge), _UNHEDGED)
_BY_HEDGE: Final = {hedge: (hedge.value,) for hedge in Hedge}


def amount_range(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:range`: a range with its unit once, "30–40 minutes"; one amount where its ends are the same."""
    words, formatter_of = _words(context, options), _formatters(context, options)

    def read(operand: object) -> tuple[Formatter, tuple[object, ...]]:
        value = unwrap(operand)
        if not isinstance(value, Range):
            raise BadOperand("vyzov:range takes a range")
        _, formatter = formatter_of(value.unit)
        return formatter, (value.low, value.high, words)

    return _quantity_handler(read, context, options)


def measure(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:measure`: a mass or a length of time with its unit in words, or a count."""
    words, formatter_of = _words(context, options), _formatters(context, options)

    def read(operand: object) -> tuple[Formatter, tuple[object, ...]]:
        value = unwrap(operand)
        if not isinstance(value, Mass | Duration | Count) or value.amount is None:
            raise BadOperand("vyzov:measure takes a mass, a length of time or a count whose amount is known")
        formatter, _ = formatter_of(None if isinstance(value, Count) else value.unit)
        return formatter, (value.amount, words)

    return _quantity_handler(read, context, options)


def money(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:money`: a sum in words from the million on, "1 billion rubles"."""
    from vyzov_i18n.messages.formats.money import money_formatter

    words = _words(context, options)
    formatter_of = lru_cache(maxsize=32)(partial(money_formatter, context.locale))

    def read(operand: object) -> tuple[Formatter, tuple[object, ...]]:
        value = unwrap(operand)
        if not isinstance(value, Money):
            raise BadOperand("vyzov:money takes a sum of money")
        return formatter_of(value.currency), (value.amount, words)

    return _quantity_handler(read, context, options)


def _quantity_handler(
    read: Callable[[object], tuple[Formatter, tuple[object, ...]]], context: FunctionContext, options: Options
) -> Handler:
    """The handler of a function that `read`s an operand as a formatter and what that formats."""
    resolved, direction = options.resolved(), context.direction

    def handler(operand: object) -> Value:
        formatter, amounts = read(operand)
        return Quantity(operand, resolved, direction, formatter, *amounts)

    def text(operand: object) -> str:
        formatter, amounts = read(operand)
        return formatter.format(*amounts)

    return Shortcut(handler, text)


class ShareValue(Quantity):
    """A part of a whole; selects on the exact fraction, whose keys are such as `|1/3|`."""

    __slots__ = ("report", "share")

    report: Report
    share: Share

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """The keys whose fraction equals the share."""
        good = [key for key in keys if _FRACTION.fullmatch(key)]
        for key in keys:
            if key not in good:
                self.report(BadVariantKey(f"the key {key} is not a fraction such as 1/3"))
        ratio = self.share.ratio.as_integer_ratio()
        return [key for key in good if _ratio(key) == ratio]


def share(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:share`: a part of a whole in percent, a fraction in whole percents; selects on the exact fraction."""
    style = number_style(options)
    formatter = exact = percentage_formatter(context.locale, style)
    if style.minimum_fraction_digits is None and style.maximum_fraction_digits is None:
        exact = percentage_formatter(context.locale, msgspec.structs.replace(style, maximum_fraction_digits=3))
    resolved = options.resolved()

    def handler(operand: object) -> Value:
        value = _share_of(operand)
        chosen = formatter if value.percent is None else exact
        result = ShareValue(operand, resolved, context.direction, chosen, _percentage(value))
        result.share, result.report = value, context.report
        return result

    def text(operand: object) -> str:
        value = _share_of(operand)
        return (formatter if value.percent is None else exact).format(_percentage(value))

    return Shortcut(handler, text, _matching_shares)


def _matching_shares(keys: Sequence[str]) -> Matching | None:
    """The selection on fractions, which are parsed once. A share that is written as a key is needs no arithmetic."""
    if not all(map(_FRACTION.fullmatch, keys)):
        return None
    ratios = {key: _ratio(key) for key in keys}
    by_ratio = {ratio: tuple(key for key in keys if ratios[key] == ratio) for ratio in ratios.values()}

    def matching(operand: object) -> tuple[str, ...]:
        value = _share_of(operand)
        ratio = ratios.get(value.fraction or "")
        return by_ratio.get(value.ratio.as_integer_ratio() if ratio is None else ratio, ())

    return matching


def _ratio(fraction: str) -> tuple[int, int]:
    """The fraction in lowest terms; `Fraction` would take longer to import than all fractions of a film to reduce."""
    numerator, denominator = map(int, fraction.split("/"))
    divisor = gcd(numerator, denominator)
    return numerator // divisor, denominator // divisor


def _share_of(operand: object) -> Share:
    value = unwrap(operand)
    if not isinstance(value, Share):
        raise BadOperand("vyzov:share takes a share")
    return value


def _percentage(value: Share) -> int | decimal.Decimal:
    """The share in hundredths, exact or to more digits than any format shows."""
    if value.percent is not None:
        return value.percent
    ratio = value.ratio
    return _PRECISE.divide(decimal.Decimal(100 * ratio.numerator), decimal.Decimal(ratio.denominator))


class HedgeValue(Value):
    """How a source qualifies a value; only selects."""

    __slots__ = ("hedge", "report")

    hedge: str
    report: Report

    def text(self) -> str:
        """Refuses: the words for a hedge are the translator's."""
        raise UnsupportedOperation("vyzov:hedge selects a variant and has no text")

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """The key that names the hedge."""
        for key in keys:
            if key not in _HEDGES:
                self.report(BadVariantKey(f"the key {key} is none of {', '.join(_HEDGES)}"))
        return (self.hedge,) if self.hedge in keys else ()


def hedge(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:hedge`: selects on how the value is hedged: about, more-than, …, or none."""
    resolved = options.resolved()

    def handler(operand: object) -> Value:
        if isinstance(operand, Fallback):
            raise BadOperand("vyzov:hedge takes a value")
        result = HedgeValue(operand, resolved)
        result.hedge = operand.hedge.value if isinstance(operand, Hedged) else _UNHEDGED
        result.report = context.report
        return result

    def matching(operand: object) -> tuple[str, ...] | None:
        if isinstance(operand, Hedged):
            return _BY_HEDGE[operand.hedge]
        return None if isinstance(operand, Fallback) else (_UNHEDGED,)

    return Shortcut(handler, matching=lambda keys: matching if set(keys).issubset(_HEDGES) else None)


def _formatters(
    context: FunctionContext, options: Options
) -> Callable[[str | None], tuple[UnitFormatter, RangeFormatter]]:
    """The formatters of a unit's amounts and ranges as the options describe them."""
    from vyzov_i18n.messages.formats.units import range_formatter, unit_formatter

    style = number_style(options)
    display: UnitDisplay = options.keyword("unitDisplay", _UNIT_DISPLAYS, "long")

    @cache
    def formatters(unit: str | None) -> tuple[UnitFormatter, RangeFormatter]:
        return (
            unit_formatter(context.locale, unit, style, display, no_break=True),
            range_formatter(context.locale, unit, style, display, no_break=True),
        )

    return formatters


def _words(context: FunctionContext, options: Options) -> MeasureWords:
    case = options.text("case")
    lookup: Callable[[str], str | None] = context.lookups.get("words", _no_word)

    def missing(slot: str, concept: str, base: str) -> None:
        context.report(MissingForm(slot, concept, base))

    return MeasureWords(lookup, None if case == NOMINATIVE else case, missing)


def _no_word(key: str) -> None:
    return None
