from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("ru", "фильм Вызов вышел", ("missing-quotation-marks", "Вызов", "«Вызов»")),
        ("ru", "летели на Союзе МС-19", ("missing-quotation-marks", "Союзе МС-19", "«Союзе МС-19»")),
        ("ru", 'Фильм "Вызов" вышел', ("wrong-quotation-marks", '"Вызов"', "«Вызов»")),
        ("ru", "Фильм “Вызов” вышел", ("wrong-quotation-marks", "“Вызов”", "«Вызов»")),
        ("en", "the film «The Challenge»", ("wrong-quotation-marks", "«The Challenge»", "“The Challenge”")),
    ],
)
def test_quotation_marks_are_checked(
    checked: Callable[..., list[object]], locale: str, text: str, expected: object
) -> None:
    assert checked(locale, text) == [expected]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("ru", "фильм «Вызов», *Вызов* и «Команда „Вызов“»"),
        ("ru", "Название: Вызов (2023)\nВызов\n# Вызов\n| Вызов | 2023 |"),
        ("ru", "корабль «Союз МС-19», МС-19 и космический проект «Первый фильм „Вызов“ в космосе»"),
        ("en", 'The Challenge, “The Challenge,” ‘The Challenge’ and "The Challenge"'),
    ],
)
def test_right_quotation_marks_are_left_alone(checked: Callable[..., list[object]], locale: str, text: str) -> None:
    assert checked(locale, text) == []
