"""Whatever stands in a message, and whatever it is given: no exception, no long run, no leak."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vyzov_i18n.errors import MessageError, MessageSyntaxError
from vyzov_i18n.film.values import Interval, Money, PartialDate, Range
from vyzov_i18n.messages import Message
from vyzov_i18n.messages.functions.registry import DEFAULT_FUNCTIONS
from vyzov_i18n.messages.parser import parse
from vyzov_i18n.messages.validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKENS = [
    *(
        "{",
        "}",
        "{{",
        "}}",
        "|",
        "\\",
        "$x",
        "$y",
        ":number",
        ":string",
        ":vyzov:term",
        " ",
        "\n",
        "=",
        "a",
        "one",
        "1",
        "*",
    ),
    *(
        ".input",
        ".local",
        ".match",
        "#b",
        "/b",
        "/",
        "@a",
        "u:dir=rtl",
        "u:locale=|..|",
        "minimumFractionDigits=",
        "\u200f",
    ),
    *("\0", "\ud800", "\u202e", "{$x}", "{$x :number}", ".input {$x :number}", "* {{", "select=exact"),
]
SOURCES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
VALUES = st.one_of(
    st.text(max_size=10),
    st.integers(),
    st.decimals(),
    st.floats(),
    st.none(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.lists(st.integers(), max_size=2),
    st.builds(object),
)
VALUES_OF_FUNCTIONS = [
    1,
    Decimal("1.5"),
    "2023-04-20",
    date(2023, 4, 20),
    Interval(PartialDate(2023, 4, 20), PartialDate(2023, 4, 21)),
    Range(1, 2, "minute"),
    Money(1, "RUB"),
]


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_any_text_is_a_message_or_a_syntax_error_with_a_place(source: str) -> None:
    errors: Sequence[MessageError]
    try:
        errors = validate(parse(source))
    except MessageSyntaxError as error:
        errors = [error]
    assert all(0 <= error.start <= error.end <= len(source) for error in errors)


@settings(max_examples=200, deadline=None)
@given(SOURCES, VALUES, VALUES)
def test_formatting_never_raises(source: str, x: object, y: object) -> None:
    """Errors go to the listener, and the parts say what the text says."""
    errors: list[MessageError] = []
    message = Message(source, "ru", on_error=errors.append)
    text = message.format(x=x, y=y)
    parts = message.format_to_parts(x=x, y=y)
    assert isinstance(text, str)
    assert all(isinstance(part["type"], str) for part in parts)
    assert all(isinstance(error, MessageError) for error in errors)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(DEFAULT_FUNCTIONS)),
    st.lists(
        st.tuples(
            st.sampled_from(
                ["fields", "length", "case", "currency", "unit", "minimumFractionDigits", "add", "select", "type"]
            ),
            st.text(st.characters(exclude_characters="\\|\0", exclude_categories=["Cs"]), max_size=8),
        ),
        max_size=3,
        unique_by=lambda option: option[0],
    ),
    VALUES,
)
def test_no_function_raises_through_a_message(name: str, options: Sequence[tuple[str, str]], value: object) -> None:
    words = " ".join(f"{option}=|{text}|" for option, text in options)
    message = Message(f".input {{$x :{name} {words}}} .match $x 1 {{{{{{$x}}}}}} * {{{{{{$x}}}}}}", "ru")
    assert message.errors == ()
    assert isinstance(message.format(x=value), str)
    assert isinstance(message.format_to_parts(x=value), list)


@pytest.mark.parametrize("name", sorted(DEFAULT_FUNCTIONS))
@pytest.mark.parametrize(
    "value",
    VALUES_OF_FUNCTIONS,
    ids=repr,
)
def test_every_function_answers_every_value(name: str, value: object) -> None:
    """With the value it takes, a text; with any other the fallback and an error."""
    errors: list[MessageError] = []
    message = Message(f"{{$x :{name}}}", "ru", bidi="none", on_error=errors.append)
    assert (message.format(x=value) == "{$x}") == any(error.type.startswith(("bad", "unsupported")) for error in errors)


@pytest.mark.parametrize(
    ("source", "type_"),
    [
        ("{$x :number minimumFractionDigits=999999999}", "bad-option"),
        ("{$x.__class__}", "unresolved-variable"),
        ("{$x :string.__globals__}", "unknown-function"),
        ("{$__builtins__}", "unresolved-variable"),
        ("{$x :number u:locale=|../../etc/passwd|}", "bad-option"),
    ],
)
def test_hostile_translations_get_an_error_and_reach_nothing(source: str, type_: str) -> None:
    errors: list[MessageError] = []
    text = Message(source, "ru", bidi="none", on_error=errors.append).format(x=1)
    assert text in ("1", f"{{{source.split()[0].strip('{}')}}}")
    assert [error.type for error in errors] == [type_]
