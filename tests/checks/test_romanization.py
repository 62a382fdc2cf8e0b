"""Tests of how names sound."""

from __future__ import annotations

import pytest

from vyzov_i18n.checks.romanization import is_similar, says_enough, similarity


@pytest.mark.parametrize(
    "name",
    [
        "Anton Shkaplerov",
        "Антон Шкаплеров",
        "Anton Schkaplerow",
        "Anton Škaplerov",
        "Antón Shkaplerov",
        "Αντόν Σκαπλέροφ",
        "أنطون شكابليروف",
        "אנטון שקפלרוב",
    ],
)
def test_a_name_sounds_like_itself_in_every_script_and_romanization(name: str) -> None:
    assert is_similar(name, "Anton Shkaplerov")
    assert not is_similar(name, "Oleg Ivanov")
    assert not is_similar(name, "Oleg Artemyev")


@pytest.mark.parametrize(
    ("name", "other", "likeness"),
    [
        ("Юлия Пересильд", "Yulia Peresild", 1.0),
        ("Julija Peressild", "Yulia Peresild", 1.0),
        ("Женя Беляева", "Zhenya Belyaeva", 1.0),
        ("Союз МС-19", "Soyuz MS-19", 1.0),
        ("Союз МС-18", "Soyuz MS-19", 0.0),
        ("سويوز إم إس-١٩", "Soyuz MS-19", 1.0),
    ],
)
def test_the_likeness_of_two_names(name: str, other: str, likeness: float) -> None:
    assert similarity(name, other) == likeness


def test_a_script_that_is_not_known_tells_nothing() -> None:
    assert similarity("オレグ・イワノフ", "Oleg Ivanov") is None
    assert not is_similar("オレグ・イワノフ", "Oleg Ivanov")
    assert not says_enough("オレグ・イワノフ")


@pytest.mark.parametrize(("name", "enough"), [("Ян", False), ("Наука", True), ("Ив-7", False), ("МС-18", True)])
def test_a_short_name_says_too_little(name: str, enough: bool) -> None:
    assert says_enough(name) is enough
