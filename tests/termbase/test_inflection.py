from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("для Антон Шкаплеров", "Антон Шкаплеров", "Антона Шкаплерова"),
        ("к Милоша Биковича", "Милоша Биковича", "Милошу Биковичу"),
        ("у Наиле Малаховой", "Наиле Малаховой", "Наили Малаховой"),
        ("о Владимира Машкова", "Владимира Машкова", "Владимире Машкове"),
        ("с Юлия Пересильд", "Юлия Пересильд", None),
        ("Благодаря Ивана Заморова", "Ивана Заморова", "Ивану Заморову"),
        ("Интервью с Евгении Беляевой", "Евгении Беляевой", "Евгенией Беляевой"),
        ("о фильме «Вызове»", "Вызове", "Вызов"),
        ("Снимали в «Наука» долго", "Наука", None),
        ("в модуле «Науке»", "Науке", "Наука"),
    ],
)
def test_a_name_in_the_wrong_case_is_found(
    checked: Callable[..., list[object]], text: str, words: str, right: str | None
) -> None:
    assert checked("ru", text) == [("wrong-case", words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "для Антона Шкаплерова, к Антону Шкаплерову, с Антоном Шкаплеровым, об Антоне Шкаплерове",
        "к Климу Шипенко, с Климом Шипенко, о Юлии Пересильд, на МКС, с МКС, у МКС",
        "в «Науке», о «Вызове», в модуле «Наука», фильма «Вызов», в фильме «Вызов»",
        "Благодаря Юлии Пересильд; билеты на «Холоп» и на «Холоп 2»",
        "в «Централ Партнершип»",
    ],
)
def test_a_name_in_the_right_case_is_left_alone(checked: Callable[..., list[object]], text: str) -> None:
    assert checked("ru", text) == []


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("при участии Антону Шкаплерову", "Антону Шкаплерову", "Антона Шкаплерова"),
        ("вместе с Милоша Биковича", "Милоша Биковича", "Милошем Биковичем"),
        ("комедии «Холопа»", "Холопа", "Холоп"),
    ],
)
def test_what_governs_may_be_several_words(
    checked: Callable[..., list[object]], text: str, words: str, right: str
) -> None:
    assert checked("ru", text) == [("wrong-case", words, right)]
