from __future__ import annotations

import pytest

from vyzov_i18n.termbase.look_alikes import imitations, readings


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("Bызов", ("вызов",)),
        ("вызóв", ("вызов",)),
        ("Sоyuz", ("soyuz",)),
        ("МC", ("мс", "mc")),
        ("вызов", ()),
        ("Soyuz", ()),
        ("фильmы", ()),
    ],
)
def test_a_word_of_two_scripts_is_read_in_each_of_them(word: str, read: tuple[str, ...]) -> None:
    assert readings(word) == read


@pytest.mark.parametrize(
    ("word", "imitated"),
    [
        ("МС", ["MC", "ΜϹ"]),
        ("с", ["c", "ϲ"]),
        ("Тор", ["Top", "Τορ"]),
        ("Тот", []),
        ("ISS", ["ІЅЅ"]),
        ("в", []),
        ("19", []),
        ("МCС", []),
    ],
)
def test_imitations_keep_the_case(word: str, imitated: list[str]) -> None:
    assert sorted(imitations(word)) == imitated
