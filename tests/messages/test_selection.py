from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.messages import Message
from vyzov_i18n.messages.functions.base import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

PLURAL = (
    ".input {$n :number} .match $n "
    "1 {{ровно один}} one {{{$n} кадр}} few {{{$n} кадра}} many {{{$n} кадров}} * {{{$n} кадра}}"
)


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "ровно один"), (21, "21 кадр"), (3, "3 кадра"), (11, "11 кадров"), (Decimal("1.5"), "1,5 кадра")],
)
def test_a_number_selects_by_value_then_by_category(number: int | Decimal, text: str) -> None:
    assert Message(PLURAL, "ru", bidi="none").format(n=number) == text


@pytest.mark.parametrize(("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th")])
def test_ordinals(number: int, text: str) -> None:
    source = ".input {$n :integer select=ordinal} .match $n one {{{$n}st}} two {{{$n}nd}} few {{{$n}rd}} * {{{$n}th}}"
    assert Message(source, "en").format(n=number) == text


def test_the_first_selector_counts_most() -> None:
    """Of 1 * and * 1 the former is better, whatever their order."""
    source = ".input {$a :number} .input {$b :number} .match $a $b * 1 {{second}} 1 * {{first}} * * {{none}}"
    message = Message(source, "en")
    assert [message.format(a=a, b=b) for a, b in ((1, 1), (1, 2), (2, 1), (2, 2))] == [
        "first",
        "first",
        "second",
        "none",
    ]


def test_an_exact_key_is_better_than_a_category_in_each_selector() -> None:
    keys = "one one {{one one}} 1 one {{1 one}} one 1 {{one 1}} * * {{none}}"
    message = Message(f".input {{$a :number}} .input {{$b :number}} .match $a $b {keys}", "en")
    assert message.format(a=1, b=1) == "1 one"


def test_a_literal_star_is_not_the_fallback() -> None:
    message = Message(".input {$s :string} .match $s |*| {{star}} * {{any}}", "en")
    assert [message.format(s="*"), message.format(s="x")] == ["star", "any"]


def test_a_key_that_a_number_cannot_match_is_reported() -> None:
    errors: list[str] = []
    source = ".input {$n :number} .match $n much {{much}} * {{any}}"
    message = Message(source, "en", on_error=lambda error: errors.append(error.type))
    assert [message.format(n=1), message.format(n=2)] == ["any", "any"]
    assert errors == ["bad-variant-key", "bad-variant-key"]


def test_many_selectors_are_no_burden() -> None:
    """Sixteen selectors of hundreds of variants are a loop over the variants, not a product."""
    names = [f"$s{n}" for n in range(16)]
    inputs = " ".join(f".input {{{name} :string}}" for name in names)
    rows = " ".join(" ".join(["a"] * n + ["*"] * (16 - n)) + f" {{{{{n}}}}}" for n in range(17))
    message = Message(f"{inputs} .match {' '.join(names)} {rows}", "en")
    assert message.format({f"s{n}": "a" if n < 9 else "b" for n in range(16)}) == "9"


@pytest.mark.parametrize("answer", [None, ["other"], [[]], "x"])
def test_a_function_that_answers_nonsense_selects_the_fallback(answer: Any) -> None:
    class Odd(Text):
        def select(self, keys: Sequence[str]) -> Sequence[str]:
            return answer  # type: ignore[no-any-return]

    errors: list[str] = []
    message = Message(
        ".input {$x :odd} .match $x a {{a}} * {{any}}",
        "en",
        {"odd": lambda context, options: Odd},
        on_error=lambda error: errors.append(error.type),
    )
    assert message.format(x="x") == "any"
    assert errors == (["bad-selector"] if answer is None else [])
