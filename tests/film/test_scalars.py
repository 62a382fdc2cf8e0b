from decimal import Decimal
from typing import Any

import pytest

from vyzov_i18n.film.scalars import find_unsafe


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"name": "a\u202eb"}, "name: the control character U+202E must not stand in a text"),
        ({"name": "a\nb"}, "name: the control character U+000A must not stand in a text"),
        ({"line": [{"text": "a\x1b[31m"}]}, "line[0].text: the control character U+001B must not stand in a text"),
        ({"a\u2066": 1}, "'a\\u2066': the control character U+2066 must not stand in a text"),
        ({"amount": 10**18}, "amount: expected a number of at most 18 digits, got 1000000000000000000"),
        ({"amount": Decimal("nan")}, "amount: expected a number of at most 18 digits, got NaN"),
        ({"amount": Decimal("1e-99")}, "amount: expected a number of at most 18 digits, got 1E-99"),
        ({"amount": 1 << 10**5}, "amount: expected a number of at most 18 digits, got a very large integer"),
    ],
)
def test_unsafe_scalar_is_a_defect(document: dict[str, Any], message: str) -> None:
    assert [defect.message for defect in find_unsafe(document)] == [message]


def test_messages_may_wrap_and_names_may_hold_any_letter() -> None:
    document = {"text": "a\nb", "note": "a\nb", "name": "Miloš\N{NO-BREAK SPACE}ё\u0301 🚀", "amount": Decimal("-9.50")}
    assert list(find_unsafe(document)) == []
