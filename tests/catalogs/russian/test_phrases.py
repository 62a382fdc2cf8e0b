"""Tests of drafting the forms of terms and of the names of things."""

from __future__ import annotations

import pytest

from vyzov_i18n.catalogs.russian.morphology import CASES
from vyzov_i18n.catalogs.russian.phrases import decline_phrase

PHRASES = """
наука: науки, науке, науку, наукой, науке; feminine
Вызов: Вызова, Вызову, Вызов, Вызовом, Вызове; masculine
невесомость: невесомости, невесомости, невесомость, невесомостью, невесомости; feminine
режиссёр: режиссёра, режиссёру, режиссёра, режиссёром, режиссёре; masculine
космонавт: космонавта, космонавту, космонавта, космонавтом, космонавте; masculine
время: времени, времени, время, временем, времени; neuter
Земля: Земли, Земле, Землю, Землёй, Земле; feminine
столовая: столовой, столовой, столовую, столовой, столовой; feminine
береза: березы, березе, березу, березой, березе; feminine
Международная космическая станция: Международной космической станции, Международной космической станции, \
Международную космическую станцию, Международной космической станцией, Международной космической станции; feminine
космическая драма: космической драмы, космической драме, космическую драму, космической драмой, космической драме; \
feminine
торакальный хирург: торакального хирурга, торакальному хирургу, торакального хирурга, торакальным хирургом, \
торакальном хирурге; masculine
Новый год: Нового года, Новому году, Новый год, Новым годом, Новом годе; masculine
Черное море: Черного моря, Черному морю, Черное море, Черным морем, Черном море; neuter
Звёздные войны: Звёздных войн, Звёздным войнам, Звёздные войны, Звёздными войнами, Звёздных войнах;
Ёлки: Ёлок, Ёлкам, Ёлки, Ёлками, Ёлках;
«Наука»: «Науки», «Науке», «Науку», «Наукой», «Науке»; feminine
модуль «Наука»: модуля «Наука», модулю «Наука», модуль «Наука», модулем «Наука», модуле «Наука»; masculine
Союз\u00a0МС-19: Союза\u00a0МС-19, Союзу\u00a0МС-19, Союз\u00a0МС-19, Союзом\u00a0МС-19, Союзе\u00a0МС-19; masculine
Салют-7: Салюта-7, Салюту-7, Салют-7, Салютом-7, Салюте-7; masculine
операция на сердце: операции на сердце, операции на сердце, операцию на сердце, операцией на сердце, \
операции на сердце; feminine
съёмка фильма: съёмки фильма, съёмке фильма, съёмку фильма, съёмкой фильма, съёмке фильма; feminine
Время первых: Времени первых, Времени первых, Время первых, Временем первых, Времени первых; neuter
пальто: пальто, пальто, пальто, пальто, пальто; neuter
"""
PLACES = """
Москва: Москвы, Москве, Москву, Москвой, Москве; feminine
Пушкин: Пушкина, Пушкину, Пушкин, Пушкином, Пушкине; masculine
Нижний Новгород: Нижнего Новгорода, Нижнему Новгороду, Нижний Новгород, Нижним Новгородом, Нижнем Новгороде; masculine
"""
UNKNOWN = [
    "МКС",
    "НЕВЕСОМОСТЬ",
    "Централ Партнершип",
    "Как поднять миллион. Исповедь Z@drota",
    "Война и мир",
    "Дом кино",
    "врач-хирург",
    "режиссёр Иванов",
    "кардиохирург",
    "российский",
    "бежать",
    "Nauka",
    "",
    "«",
    "-",
    "на " * 1000,
    "а" * 200,
]


def table(lines: str) -> list[tuple[str, dict[str, str]]]:
    rows = []
    for line in lines.strip().splitlines():
        name, _, rest = line.partition(": ")
        forms, _, gender = rest.partition(";")
        expected = dict(zip(CASES, forms.split(", "), strict=True))
        rows.append((name, expected | ({"gender": gender.strip()} if gender else {})))
    return rows


@pytest.mark.parametrize(("text", "forms"), table(PHRASES))
def test_a_noun_and_what_agrees_with_it(text: str, forms: dict[str, str]) -> None:
    assert decline_phrase(text) == forms


@pytest.mark.parametrize(("text", "forms"), table(PLACES))
def test_a_place(text: str, forms: dict[str, str]) -> None:
    assert decline_phrase(text, is_place=True) == forms


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_not_certain_has_no_forms(text: str) -> None:
    assert decline_phrase(text) == {}


def test_a_place_that_declines_or_not_has_no_forms() -> None:
    assert decline_phrase("Останкино", is_place=True) == {}


def test_a_form_on_which_the_readings_of_a_word_differ_is_left_out() -> None:
    """An operator may be a person or a thing, Пушкин a poet or a town, a colleague a man or a woman."""
    assert decline_phrase("оператор").keys() == {*CASES, "gender"} - {"accusative"}
    assert decline_phrase("Пушкин").keys() == {"genitive", "dative", "prepositional", "gender"}
    assert decline_phrase("сирота").keys() == {*CASES}
