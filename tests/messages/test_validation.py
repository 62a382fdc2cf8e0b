from __future__ import annotations

import pytest

from vyzov_i18n.messages.parser import parse
from vyzov_i18n.messages.validation import validate


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (".input {$a} .input {$a} {{}}", [("duplicate-declaration", "$a")]),
        (".local $a = {$b} .local $b = {1} {{}}", [("duplicate-declaration", "$b")]),
        (".input {$a :f x=$a} {{}}", [("duplicate-declaration", "$a")]),
        ("{:f a=1 b=2 a=3}", [("duplicate-option-name", "a=3")]),
        ("{#b a=1 a=2}", [("duplicate-option-name", "a=2")]),
        (".match $a * {{}}", [("missing-selector-annotation", "$a")]),
        (".input {$a} .local $b = {$a} .match $b * {{}}", [("missing-selector-annotation", "$b")]),
        (".input {$a :f} .match $a 1 {{}}", [("missing-fallback-variant", "$a")]),
        (".input {$a :f} .match $a * {{}} 1 2 {{}}", [("variant-key-mismatch", "1 2")]),
        (".input {$a :f} .match $a * {{}} |1| {{}} 1 {{}}", [("duplicate-variant", "1")]),
        (
            ".input {$a} .input {$a} .match $b 1 1 {{{:f x=1 x=2}}}",
            [
                ("duplicate-declaration", "$a"),
                ("missing-selector-annotation", "$b"),
                ("variant-key-mismatch", "1 1"),
                ("duplicate-option-name", "x=2"),
            ],
        ),
    ],
)
def test_every_violation_is_found_with_its_place(source: str, found: list[tuple[str, str]]) -> None:
    errors = validate(parse(source))
    assert [(error.type, source[error.start : error.end]) for error in errors] == found


@pytest.mark.parametrize(
    "source",
    [
        ".input {$a :f} .local $b = {$a} .match $b * {{}}",
        ".input {$a :f} .match $a |*| {{}} * {{}}",
        ".input {$a :f} .input {$b :f} .match $a $b * 1 {{}} 1 * {{}} * * {{}}",
        "{:f a=1 ns:a=1}",
    ],
)
def test_valid_messages_have_no_errors(source: str) -> None:
    assert validate(parse(source)) == []
