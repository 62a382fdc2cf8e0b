"""The short ways of functions: they say what the value would have said, and report the same, or leave it to the value.

The parts of a message never take a short way to a text, so that they tell what the long way says.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from vyzov_i18n.catalogs.lexicon import Lexicon
from vyzov_i18n.errors import MessageError
from vyzov_i18n.film.values import Count, Duration, Hedge, Hedged, Interval, Mass, Money, PartialDate, Range, Share
from vyzov_i18n.messages import Message
from vyzov_i18n.messages.functions.base import Fallback, FunctionContext, Handler, Shortcut, Text
from vyzov_i18n.messages.functions.options import Options
from vyzov_i18n.messages.terms import Term

LEXICON = Lexicon(
    [
        {
            ("genitive|person/a", "Анна"): "Анны",
            ("gender|person/a", "Анна"): "feminine",
            ("genitive|place/m", "Москва"): "Москвы",
            ("preposition|place/m", "Москва"): "в",
        }
    ],
    [],
)
ANNA = Term("person/a", "Анна", LEXICON, category="person", direction="ltr")
MOSCOW = Term("place/m", "Москва", LEXICON, category="city", direction="ltr")
HAIFA = Term("place/h", "חיפה", LEXICON, category="city", direction="rtl", foreign=True)
WORDS = {"genitive.many|unit/kilogram": "килограммов", "prepositional|month/4": "апреле"}

OPERANDS = [
    *(None, True, "", "text", "1/3", "2023-04", object(), (), [], Fallback("$nothing"), Text("text")),
    *(0, 1, 2, 5, -3, 12345, 10**20, Decimal("1.50"), Decimal("NaN"), 1.5),
    *(ANNA, MOSCOW, HAIFA, (ANNA,), [ANNA, MOSCOW], (ANNA, HAIFA), (ANNA, "text")),
    *(Count(3000), Hedged(Count(3), Hedge.ABOUT), Mass(15), Mass(1), Duration(None), Duration(90, "parrot")),
    *(Range(20, 30), Hedged(Range(30, 40, "minute"), Hedge.ABOUT), Range(5, 5, "minute")),
    *(Money(10**9, "RUB"), Money(1_155_500_000), Hedged(Money(Decimal("0.5"), "USD"), Hedge.MORE_THAN)),
    *(Share(percent=30), Share(fraction="1/3"), Share(fraction="2/6"), Hedged(Share(percent=50), Hedge.ABOUT)),
    *(date(2023, 4, 12), datetime(2023, 4, 12, 10, 30), PartialDate(2023), PartialDate(2023, 4)),
    Hedged(PartialDate(2023, 4, 12), Hedge.BY),
    *(Interval(PartialDate(2021, 10, 5), PartialDate(2021, 10, 17)), Interval(PartialDate(2020), PartialDate(2021, 5))),
]
CALLS = [
    *(":number", ":number select=exact", ":integer", ":offset add=1", ":percent", ":string"),
    *(":date", ":date fields=year-month length=long", ":vyzov:date", ":vyzov:date fields=month case=prepositional"),
    *(":vyzov:interval", ":vyzov:interval part=end", ":vyzov:range", ":vyzov:money", ":vyzov:measure"),
    *(":vyzov:measure case=genitive", ":vyzov:share", ":vyzov:hedge", ":vyzov:term", ":vyzov:term case=genitive"),
    *(":vyzov:gender", ":vyzov:list", ":vyzov:list case=genitive type=or", ":vyzov:preposition"),
    *(":vyzov:preposition default=на", ":vyzov:initial", ":number u:dir=rtl", ":vyzov:term u:locale=he"),
    *(":number minimumFractionDigits=oops", ":nothing"),
]
KEYS = [
    *("1", "one", "few", "|1/3| * |2/6|", "about", "none", "more-than", "day", "month", "year", "missing"),
    *("feminine * plural", "vowel", "text", "about * parrot", "|1/3| * parrot", "day * parrot"),
]


class Both:
    """A message, formatted by the short ways and by the long one."""

    def __init__(self, source: str, locale: str = "ru", bidi: Any = "none") -> None:
        self.errors: list[MessageError] = []
        self.message = Message(source, locale, bidi=bidi, on_error=self.errors.append, lookups={"words": WORDS.get})

    def format(self, **arguments: Any) -> tuple[str, list[str]]:
        """The text, and the types of the errors; both ways and however often, they are the same."""
        outcomes = []
        for _ in range(2):  # terms remember their forms
            outcomes.append((self.message.format(arguments), self._reported()))
            outcomes.append(("".join(map(_text_of, self.message.format_to_parts(arguments))), self._reported()))
        assert outcomes == [outcomes[0]] * 4, (self.message.source, arguments)
        return outcomes[0]

    def _reported(self) -> list[str]:
        types = [error.type for error in self.errors]
        self.errors.clear()
        return types


def _text_of(part: dict[str, Any]) -> str:
    if part["type"] == "fallback":
        return f"{{{part['source']}}}"
    return str(part["value"]) if "value" in part else "".join(map(_text_of, part["parts"]))


@pytest.mark.parametrize(("locale", "bidi"), [("ru", "default"), ("ru", "none"), ("he", "default")])
@pytest.mark.parametrize("call", CALLS)
def test_a_text_is_that_of_the_value(call: str, locale: str, bidi: str) -> None:
    """Shown by a function, and shown by the name that `.local` gives to what the function answers."""
    shown = Both(f"<{{$x {call}}}>", locale, bidi)
    named = Both(f".local $y = {{$x {call}}} {{{{<{{$y}}>}}}}", locale, bidi)
    for operand in OPERANDS:
        assert shown.format(x=operand)[1] == named.format(x=operand)[1]


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("call", [call for call in CALLS if " u:" not in call])
def test_a_selection_is_that_of_the_value(call: str, keys: str) -> None:
    """A function whose values are marked has no short ways."""
    variants = " ".join(f"{key} {{{{{number}}}}}" for number, key in enumerate(keys.split(" * ")))
    short, long = (
        Both(f".local $y = {{$x {call}{mark}}} .match $y {variants} * {{{{other}}}}") for mark in ("", " u:dir=ltr")
    )
    for operand in OPERANDS:
        assert short.format(x=operand) == long.format(x=operand), (call, operand)


def test_an_argument_that_is_missing_is_reported_as_ever() -> None:
    assert Both("{$x :vyzov:term}").format() == ("{$x}", ["unresolved-variable", "bad-operand"])
    text, reports = Both(".local $y = {$x :vyzov:hedge} .match $y about {{a}} * {{b}}").format()
    assert (text, reports.count("unresolved-variable")) == ("b", 1)


@pytest.mark.parametrize("nonsense", [None, 3, ValueError])
def test_a_short_way_that_goes_wrong_is_not_taken(nonsense: Any) -> None:
    """Whether it declines, answers nonsense or raises: the value answers."""

    def wrong(operand: object) -> Any:
        if nonsense is ValueError:
            raise ValueError
        return nonsense

    def function(context: FunctionContext, options: Options) -> Handler:
        return Shortcut(lambda operand: Text(str(operand)), wrong, lambda keys: wrong)

    errors: list[MessageError] = []
    source = ".local $y = {$x :x:f} .match $y key {{{$y} {$x :x:f}}} * {{other}}"
    message = Message(source, "en", {"x:f": function}, bidi="none", on_error=errors.append)
    assert message.format(x="key") == "key key"
    assert errors == []
