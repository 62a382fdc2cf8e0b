from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.errors import LocaleError, UnsupportedOperation
from vyzov_i18n.film.values import Hedge, Hedged
from vyzov_i18n.messages import Message
from vyzov_i18n.messages.functions.base import Text
from vyzov_i18n.messages.plan import MAX_OUTPUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.messages.functions.base import FunctionContext, Handler, Value
    from vyzov_i18n.messages.functions.options import Options


def formatted(source: str, locale: str = "en", **arguments: Any) -> tuple[str, list[str]]:
    """The text without isolation, and the types of the errors."""
    errors: list[MessageError] = []
    message = Message(source, locale, FUNCTIONS, bidi="none", on_error=errors.append)
    return message.format(arguments), [error.type for error in errors]


class Secret:
    """An argument whose representation must never be shown."""

    def __repr__(self) -> str:
        return "hunter2"

    __str__ = __repr__


def broken(context: FunctionContext, options: Options) -> Handler:
    def handler(operand: object) -> Value:
        raise RuntimeError("hunter2")

    return handler


def broken_factory(context: FunctionContext, options: Options) -> Handler:
    raise RuntimeError("hunter2")


def not_a_value(context: FunctionContext, options: Options) -> Handler:
    return lambda operand: operand


def no_text(context: FunctionContext, options: Options) -> Handler:
    return lambda operand: Text(7)


def grumbling(context: FunctionContext, options: Options) -> Handler:
    def handler(operand: object) -> Value:
        context.report(UnsupportedOperation("a form is missing"))
        return Text("base form")

    return handler


def grumbling_factory(context: FunctionContext, options: Options) -> Handler:
    context.report(UnsupportedOperation("data is missing"))
    return lambda operand: Text("text")


def option(context: FunctionContext, options: Options) -> Handler:
    text = options.text("x", "none")
    return lambda operand: Text(str(text))


def service(context: FunctionContext, options: Options) -> Handler:
    words: Mapping[str, str] = context.lookups.get("words", {})
    return lambda operand: Text(words.get(operand, "unknown"))


FUNCTIONS = {
    "broken": broken,
    "broken-factory": broken_factory,
    "not-a-value": not_a_value,
    "no-text": no_text,
    "grumbling": grumbling,
    "grumbling-factory": grumbling_factory,
    "option": option,
    "service": service,
}


class TestArguments:
    def test_they_come_from_a_mapping_by_name_or_both(self) -> None:
        message = Message("{$a} {$b}", "en", bidi="none")
        assert message.format({"a": "1", "b": "2"}) == "1 2"
        assert message.format(a="1", b="2") == "1 2"
        assert message.format({"a": "1", "b": "2"}, b="3") == "1 3"

    def test_names_are_compared_normalized(self) -> None:
        assert formatted("{$a\u030a}", å="x") == ("x", [])
        assert formatted("{$\u00e5}", å="x") == ("x", [])

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            ("слово", "слово"),
            (1234567, "1.234.567"),
            (Decimal("1.50"), "1,5"),
            (0.1, "0,1"),
            (date(2023, 4, 20), "20. Apr. 2023"),
            (Hedged(42, Hedge.ABOUT), "42"),
            (Text("ready"), "ready"),
        ],
    )
    def test_without_a_function_their_type_decides(self, value: object, text: str) -> None:
        assert formatted("{$x}", "de", x=value) == (text, [])

    @pytest.mark.parametrize("value", [None, Secret(), [1], {"a": 1}, b"bytes", True])
    def test_other_types_need_a_function(self, value: object) -> None:
        """Nothing of the argument is shown."""
        assert formatted("{$x}", x=value) == ("{$x}", ["bad-operand"])

    def test_any_type_can_be_handed_on_to_a_function(self) -> None:
        source = ".local $y = {$x} {{{$y :option x=seen}}}"
        assert formatted(source, x=Secret()) == ("seen", [])

    def test_the_message_tells_which_it_uses(self) -> None:
        message = Message(".input {$n :number} {{{$n} {$name :string u:id=$id}}}", "en")
        assert message.arguments == {"n", "name", "id"}
        assert [function.name for function in message.functions] == ["number", "string"]


class TestFallback:
    @pytest.mark.parametrize(
        ("source", "text", "errors"),
        [
            ("{$nobody}", "{$nobody}", ["unresolved-variable"]),
            ("{$x :nothing}", "{$x}", ["unknown-function"]),
            ("{|a\\|b| :nothing}", "{|a\\|b|}", ["unknown-function"]),
            ("{:ns:nothing}", "{:ns:nothing}", ["unknown-function"]),
            ("{$x :broken}", "{$x}", ["unsupported-operation"]),
            ("{$x :broken-factory}", "{$x}", ["unsupported-operation"]),
            ("{$x :not-a-value}", "{$x}", ["unsupported-operation"]),
            ("{$x :no-text}", "{$x}", ["unsupported-operation"]),
            ("{a :broken}", "{|a|}", ["unsupported-operation"]),
            (".local $y = {$x :broken} {{{$y} {$y}}}", "{$y} {$y}", ["unsupported-operation"]),
            (".input {$x :broken} .match $x * {{any}}", "any", ["unsupported-operation", "bad-selector"]),
            (".input {$x :not-a-value} .match $x * {{any}}", "any", ["bad-selector"]),
            ("{a :option x=$nobody}", "none", ["unresolved-variable", "bad-option"]),
        ],
    )
    def test_it_shows_the_source_and_nothing_else(self, source: str, text: str, errors: list[str]) -> None:
        assert formatted(source, x="hunter2") == (text, errors)

    @pytest.mark.parametrize("source", ["{", "{$x", ".match $x * {{}}", "{:f a=1 a=2}"])
    def test_a_bad_message_is_a_replacement_character(self, source: str) -> None:
        errors: list[MessageError] = []
        message = Message(source, "en", on_error=errors.append)
        assert message.format(x=1) == "{\ufffd}"
        assert message.format_to_parts(x=1) == [{"type": "fallback", "source": "\ufffd"}]
        assert message.errors
        assert errors == [*message.errors, *message.errors]

    def test_errors_have_the_place_of_their_part(self) -> None:
        errors: list[MessageError] = []
        source = "a {$x :broken} {b :number minimumFractionDigits=many} {$y}"
        Message(source, "en", FUNCTIONS, on_error=errors.append).format(x=1)
        places = [(error.type, source[error.start : error.end]) for error in errors]
        assert places == [
            ("unsupported-operation", ":broken"),
            ("bad-option", ":number minimumFractionDigits=many"),
            ("bad-operand", ":number minimumFractionDigits=many"),
            ("unresolved-variable", "$y"),
        ]

    def test_without_a_listener_errors_pass_silently(self) -> None:
        assert Message("{$x}", "en", bidi="none").format() == "{$x}"

    @pytest.mark.parametrize("source", ["{a :grumbling}", "{a :grumbling-factory}", "{$x :grumbling-factory}"])
    def test_what_stops_nothing_is_told_at_every_format(self, source: str) -> None:
        """A constant part is formatted once, but what was reported on the way is reported each time."""
        errors: list[MessageError] = []
        message = Message(source, "en", FUNCTIONS, on_error=errors.append)
        first = message.format(x="a")
        assert [message.format(x="a") for _ in range(2)] == [first, first]
        assert [error.type for error in errors] == ["unsupported-operation"] * 3


class TestDeclarations:
    def test_a_declaration_is_resolved_once_and_when_needed(self) -> None:
        source = ".local $a = {x :broken} .local $b = {y :broken} {{{$b} {$b}}}"
        assert formatted(source) == ("{$b} {$b}", ["unsupported-operation"])

    def test_a_chain_hands_options_down(self) -> None:
        source = ".input {$n :number minimumFractionDigits=2} .local $m = {$n} {{{$m :number signDisplay=always}}}"
        assert formatted(source, n=1) == ("+1.00", [])
        assert formatted(source, n=2) == ("+2.00", [])

    def test_an_option_may_be_a_variable(self) -> None:
        source = (
            ".local $d = {3 :number} {{{$n :number minimumFractionDigits=$d} {$n :number minimumFractionDigits=$e}}}"
        )
        assert formatted(source, n=1, e="1") == ("1.000 1.0", [])
        assert formatted(source, n=1, e="x") == ("1.000 1", ["bad-option"])

    def test_a_long_chain_does_not_recurse(self) -> None:
        chain = "".join(f".local $a{n + 1} = {{$a{n}}} " for n in range(250))
        assert formatted(f"{chain}{{{{{{$a250}}}}}}", a0="x") == ("x", [])


class TestOutput:
    @pytest.mark.parametrize("copies", [2, 4000])
    def test_its_length_is_bounded(self, copies: int) -> None:
        text, errors = formatted("{$x}" * copies, x="a" * (MAX_OUTPUT // 2 + 1))
        assert (text, errors) == ("{\ufffd}", ["unsupported-operation"])

    def test_lookups_reach_the_functions(self) -> None:
        message = Message("{$x :service}", "en", FUNCTIONS, bidi="none", lookups={"words": {"a": "found"}})
        assert message.format(x="a") == "found"

    def test_parts(self) -> None:
        message = Message("a {#b x=$n u:id=i}{$s}{/b}{$n :number u:locale=fr}{$z}", "en")
        assert message.format_to_parts(s="s", n=Decimal("1.5")) == [
            {"type": "text", "value": "a "},
            {"type": "markup", "kind": "open", "name": "b", "id": "i", "options": {"x": Decimal("1.5")}},
            {"type": "bidiIsolation", "value": "\u2068"},
            {"type": "string", "locale": "en", "value": "s"},
            {"type": "bidiIsolation", "value": "\u2069"},
            {"type": "markup", "kind": "close", "name": "b"},
            {
                "type": "number",
                "locale": "fr",
                "dir": "ltr",
                "parts": [
                    {"type": "integer", "value": "1"},
                    {"type": "decimal", "value": ","},
                    {"type": "fraction", "value": "5"},
                ],
            },
            {"type": "bidiIsolation", "value": "\u2068"},
            {"type": "fallback", "source": "$z"},
            {"type": "bidiIsolation", "value": "\u2069"},
        ]


@pytest.mark.parametrize("locale", ["", "no_such_language", "xx", "../../etc", "a" * 1000])
def test_a_locale_that_cannot_be_served_is_refused(locale: str) -> None:
    with pytest.raises(LocaleError):
        Message("a", locale)


def test_threads_share_a_message() -> None:
    """Sixteen threads, two locales: no text is mixed up, the first compilation included."""
    source = ".input {$n :number} .match $n one {{{$n} {$s}}} * {{{$n :number minimumFractionDigits=$d} {$s}}}"
    messages = {locale: Message(source, locale, bidi="none") for locale in ("en", "de")}

    def work(thread: int) -> bool:
        comma = "," if thread % 2 else "."
        message = messages["de" if thread % 2 else "en"]
        return all(
            message.format(n=n, s=f"{thread}", d=thread % 3 + 1) == f"{n}{comma}{'0' * (thread % 3 + 1)} {thread}"
            for n in range(2, 200)
        )

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(work, range(16)))
