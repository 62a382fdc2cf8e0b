from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("раз\nдва\n\nтри\n", ["раз\nдва", "три"]),
        ("раз\r\n \t\r\n\r\nдва", ["раз", "два"]),
        ("раз\rдва\r\rтри", ["раз\nдва", "три"]),
        ("раз\fдва", ["раз", "два"]),
        ("\n\n", []),
        ("", []),
    ],
)
def test_a_blank_line_parts_paragraphs(
    source: str, expected: list[str], read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("txt", source)
    assert texts(document) == expected
    assert [document.source[part.start : part.end].splitlines() for part in document.segments] == [
        text.split("\n") for text in expected
    ]
