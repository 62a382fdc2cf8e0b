"""What others wrote cannot command the terminal, and its columns are known."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyzov_i18n.diagnostics.display import measure, show


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Вызов — 挑战", "Вызов — 挑战"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\u202eabc\u2066", "<U+202E>abc<U+2066>"),
        ("a\nb\r", "a<U+000A>b<U+000D>"),
        ("a\tb", "a    b"),
        ("so\u00adft\u200b", "so<U+00AD>ft<U+200B>"),
        ("\u2028\u2029\x85", "<U+2028><U+2029><U+0085>"),
        ("\udcff\ud800", "<0xFF><U+D800>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_what_is_invisible_is_shown_by_its_code(text: str, shown: str) -> None:
    assert show(text) == shown


@given(st.text())
def test_what_is_shown_holds_nothing_that_moves_the_cursor_or_the_text(text: str) -> None:
    kinds = {unicodedata.category(character) for character in show(text)}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("вы\u0301зов", 5),
        ("挑战", 4),
        ("Ａ", 2),
        ("\t", 4),
        ("\u202e", 8),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_columns_are_those_of_what_is_shown(text: str, columns: int) -> None:
    assert measure(text) == columns
