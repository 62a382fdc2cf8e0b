"""What one message costs: MessageFormat 2 against Fluent."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from tests.benchmarks.measure import Figure, repeated, speed

from vyzov_i18n import Message

ROUNDS = 41
ARGUMENTS = {"name": "Юлия Пересильд", "count": 1_234_567, "day": date(2021, 10, 17)}
MESSAGE = "{$name}, {$count :number}, {$day :date fields=year-month-day length=long}"
FLUENT = 'message = { $name }, { $count }, { DATETIME($day, dateStyle: "long") }\n'
_WITHOUT_ISOLATION = {0x2068: None, 0x2069: None}


def one_message() -> Figure:
    """A message with a string, a number and a date, against `fluent.runtime`; both isolate, each in its own way."""
    ours = Message(MESSAGE, "ru")
    fluent = import_module("fluent.runtime")
    bundle = fluent.FluentBundle(["ru"])
    bundle.add_resource(fluent.FluentResource(FLUENT))
    peer = bundle.get_message("message").value
    text = ours.format(ARGUMENTS)
    other, errors = bundle.format_pattern(peer, ARGUMENTS)
    if errors or text.translate(_WITHOUT_ISOLATION) != other.translate(_WITHOUT_ISOLATION):
        raise ValueError(f"the texts differ: {text!r} against {other!r} {errors}")
    return speed(
        repeated(lambda: ours.format(ARGUMENTS)),
        repeated(lambda: bundle.format_pattern(peer, ARGUMENTS)),
        ROUNDS,
        target=3,
    )
