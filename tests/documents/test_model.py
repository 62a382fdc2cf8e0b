from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Вызов", "&#1042;ызо&#1074;"),
        ("«Вызов", "&laquo;&#1042;ызо&#1074;"),
        ("Вызов»", "&#1042;ызо&#1074;&raquo;"),
        ("ызо", "ызо"),
        ("да", "да"),
    ],
)
def test_a_stretch_of_text_holds_whole_character_references(
    text: str, source: str, read: Callable[[str, str], Document]
) -> None:
    document = read("html", "<p>да &laquo;&#1042;ызо&#1074;&raquo;")
    letters = [(index, one) for index, one in enumerate(document.text) if one not in "\u2060\n"]
    start = "".join(one for _, one in letters).index(text)
    first, last = letters[start][0], letters[start + len(text) - 1][0] + 1
    assert document.source[slice(*document.span(first, last))] == source


def test_a_place_between_segments_is_in_none(read: Callable[[str, str], Document]) -> None:
    document = read("txt", "раз\n\n два")
    assert [document.segment_at(index) for index in range(9)] == [0, 0, 0, None, None, None, 1, 1, 1]
