from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time
from decimal import Decimal
from enum import IntEnum, StrEnum

import pytest

from vyzov_i18n.film.values import Interval, Money, PartialDate, Range
from vyzov_i18n.messages.functions.base import FunctionContext, Handler
from vyzov_i18n.messages.functions.options import Options
from vyzov_i18n.messages.functions.registry import DEFAULT_FUNCTIONS, Registry


class Word(StrEnum):
    A = "a"


class Level(IntEnum):
    ONE = 1


@pytest.mark.parametrize("name", DEFAULT_FUNCTIONS)
def test_every_default_function_is_there(name: str) -> None:
    assert callable(Registry().get(name))


def test_an_added_function_replaces_a_default_one() -> None:
    def mine(context: FunctionContext, options: Options) -> Handler:
        raise NotImplementedError

    registry = Registry({"number": mine})
    assert registry.get("number") is mine
    assert registry.get("string") is not None
    assert registry.get("nothing") is None


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        (str, "string"),
        (Word, "string"),
        (int, "number"),
        (Level, "number"),
        (bool, None),
        (float, "number"),
        (Decimal, "number"),
        (date, "date"),
        (datetime, "datetime"),
        (time, "time"),
        (PartialDate, "vyzov:date"),
        (Interval, "vyzov:interval"),
        (Range, "vyzov:range"),
        (Money, "vyzov:money"),
        (object, None),
        (list, None),
    ],
)
def test_the_function_of_a_type(type_: type, name: str | None) -> None:
    assert Registry().name_for(type_) == name


def test_importing_messages_imports_no_function() -> None:
    """Dates and numbers cost time; a message that has none does not pay for them."""
    code = (
        "import sys, vyzov_i18n.messages\n"
        "print([name for name in sys.modules if name.startswith(('babel', 'vyzov_i18n.messages.functions.dates'))])"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output == "[]\n"
