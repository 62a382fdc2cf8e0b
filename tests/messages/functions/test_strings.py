from __future__ import annotations

from decimal import Decimal

import pytest

from vyzov_i18n.film.values import Hedge, Hedged
from vyzov_i18n.messages import Message


@pytest.mark.parametrize(
    ("operand", "text"),
    [
        ("слово", "слово"),
        (1000, "1000"),
        (Decimal("1.50"), "1.50"),
        (0.5, "0.5"),
        (True, "true"),
        (Hedged("x", Hedge.BY), "x"),
    ],
)
def test_values_as_they_are(operand: object, text: str) -> None:
    assert Message("{$x :string}", "de", bidi="none").format(x=operand) == text


def test_other_types_are_refused() -> None:
    errors: list[str] = []
    message = Message("{$x :string}", "en", bidi="none", on_error=lambda error: errors.append(error.type))
    assert message.format(x=object()) == "{$x}"
    assert errors == ["bad-operand"]


def test_selection_is_on_the_text() -> None:
    message = Message(".input {$x :string} .match $x 1 {{one}} |a b| {{words}} * {{any}}", "en")
    assert [message.format(x=x) for x in (1, "1", "a b", "a", "1.0")] == ["one", "one", "words", "any", "any"]


def test_a_missing_operand_selects_the_fallback_and_shows_its_source() -> None:
    message = Message(".input {$x :string} .match $x a {{a}} * {{any {$x}}}", "en", bidi="none")
    assert message.format() == "any {$x}"
