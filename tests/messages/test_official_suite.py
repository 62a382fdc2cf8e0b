"""The test suite of the MessageFormat specification, every case of it.

The environment variable MESSAGE_FORMAT_TESTS names the folder that holds the suite's `tests/`.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.errors import BadOperand, BadOption, BadSelector
from vyzov_i18n.messages import Message
from vyzov_i18n.messages.functions.base import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.errors import MessageError
    from vyzov_i18n.messages.functions.base import Function, FunctionContext, Handler, Part
    from vyzov_i18n.messages.functions.options import Options

FOLDER = os.environ.get("MESSAGE_FORMAT_TESTS")

# Cases that cannot pass, each with the reason. A case that starts to pass has to leave.
KNOWN_FAILURES: dict[str, str] = {}


class Probe(Value):
    """The resolved value of the suite's test functions."""

    __slots__ = ("decimal_places", "fails", "formats", "selects")

    kind = "test"

    def __init__(self, number: Decimal, options: Options, *, formats: bool, selects: bool) -> None:
        super().__init__(number, options.resolved())
        self.decimal_places = _decimal_places(options)
        self.fails = options.text("fails") or "never"
        self.formats = formats
        self.selects = selects

    def text(self) -> str:
        if not self.formats or self.fails in ("format", "always"):
            raise BadOption("formatting fails")
        assert isinstance(self.value, Decimal)
        return f"{self.value:.{self.decimal_places}f}"

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        if not self.selects or self.fails in ("select", "always"):
            raise BadSelector("selection fails")
        if self.value != 1:
            return ()
        return [key for key in ("1.0", "1")[1 - self.decimal_places :] if key in keys]


def _decimal_places(options: Options) -> int:
    value = options.text("decimalPlaces") or "0"
    if value not in ("0", "1"):
        raise BadOption("decimalPlaces must be 0 or 1")
    return int(value)


def _probe(*, formats: bool, selects: bool) -> Function:
    def function(context: FunctionContext, options: Options) -> Handler:
        _decimal_places(options)

        def handler(operand: object) -> Value:
            if not isinstance(operand, str | int | Decimal):
                raise BadOperand("the operand must be a number")
            try:
                number = Decimal(operand)
            except ArithmeticError:
                raise BadOperand("the operand must be a number") from None
            return Probe(number, options, formats=formats, selects=selects)

        return handler

    return function


TEST_FUNCTIONS = {
    "test:function": _probe(formats=True, selects=True),
    "test:format": _probe(formats=True, selects=False),
    "test:select": _probe(formats=False, selects=True),
}


def _cases() -> list[Any]:
    if FOLDER is None:
        return []
    folder = Path(FOLDER) / "tests"
    cases = []
    for path in sorted(folder.rglob("*.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        for number, test in enumerate(file["tests"], 1):
            case = {**file.get("defaultTestProperties", {}), **test}
            name = f"{path.relative_to(folder).with_suffix('').as_posix()}-{number}"
            reason = KNOWN_FAILURES.get(name)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            cases.append(pytest.param(case, id=name, marks=marks))
    return cases


CASES = _cases()

needs_suite = pytest.mark.skipif(FOLDER is None, reason="MESSAGE_FORMAT_TESTS is not set")


def _arguments(case: dict[str, Any]) -> dict[str, Any]:
    return {
        param["name"]: datetime.fromisoformat(param["value"]) if param.get("type") == "datetime" else param["value"]
        for param in case.get("params", ())
    }


def _check_errors(case: dict[str, Any], errors: Sequence[MessageError]) -> None:
    expected = case.get("expErrors", [])
    if expected is True:
        assert errors
    else:
        assert Counter(error.type for error in errors) == Counter(error["type"] for error in expected or [])


def _matches(expected: object, actual: object) -> bool:
    """Whether the actual part has everything of the expected one; it may have more (its locale, its direction)."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(
            key in actual and _matches(value, actual[key]) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(actual, list)
            and len(expected) == len(actual)
            and all(_matches(one, other) for one, other in zip(expected, actual, strict=True))
        )
    return expected == actual


def _text_of(parts: Sequence[Part]) -> str:
    """The text that parts stand for."""
    texts = []
    for part in parts:
        if part["type"] == "fallback":
            texts.append(f"{{{part['source']}}}")
        elif part["type"] != "markup":
            texts.append(part["value"] if "value" in part else "".join(sub["value"] for sub in part["parts"]))
    return "".join(texts)


@needs_suite
def test_the_suite_is_there() -> None:
    """A folder without cases is a mistake, not a success; nor may the list of failures name what is not there."""
    assert len(CASES) > 300
    assert set(KNOWN_FAILURES) <= {case.id for case in CASES}


@needs_suite
@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    """Text, parts and errors are those that the suite expects; the parts say the same as the text."""
    errors: list[MessageError] = []
    message = Message(
        case["src"],
        case["locale"],
        TEST_FUNCTIONS,
        bidi=case.get("bidiIsolation", "default"),
        on_error=errors.append,
    )
    arguments = _arguments(case)
    text = message.format(arguments)
    _check_errors(case, errors)
    errors.clear()
    parts = message.format_to_parts(arguments)
    _check_errors(case, errors)
    assert _text_of(parts) == text
    if "exp" in case:
        assert text == case["exp"]
    if "expParts" in case:
        assert _matches(case["expParts"], parts), parts
