from __future__ import annotations

import pytest

from vyzov_i18n.termbase.boundaries import begins, ends, particles


@pytest.mark.parametrize(
    ("before", "word", "whether"),
    [
        ("", "Иванов", True),
        ("(«", "Иванов", True),
        ("экс-", "Иванов", True),
        ("Петров-", "Иванов", False),
        ("Петров‑", "Иванов", False),
        ("Петров–", "Иванов", True),
        ("— -", "Иванов", True),
        ("вице", "Иванов", False),
        ("вице\u00ad", "Иванов", False),
        ("n\u0301", "Ivanov", False),
        ("7", "Ivanov", False),
        ("my_", "Ivanov", False),
        (" _", "Ivanov", True),
        ("__", "Ivanov", True),
        ("O'", "Ivanov", False),
        ("d’", "Ivanov", True),
        ("L'", "ISS", True),
        ("qu'", "Ivanov", True),
        (" '", "Ivanov", True),
        ("3.", "19", False),
        ("3,", "19", False),
        ("т.", "19", True),
        ("МС-", "19", False),
        ("中", "国", True),
        ("中", "ISS", True),
        ("ที่", "ISS", True),
        ("T", "恤", True),
        ("قال", "مصر", False),
        ("لل", "مصر", True),
        ("\u2060\u2060", "Ivanov", True),
        ("вице" + "\u2060" * 200, "Иванов", False),
    ],
)
def test_where_words_begin(before: str, word: str, whether: bool) -> None:
    assert begins(before + word, len(before)) is whether


@pytest.mark.parametrize(
    ("word", "after", "whether"),
    [
        ("МКС", "", True),
        ("МКС", "», и", True),
        ("МКС", "-экспедиция", True),
        ("МКС", "-66", False),
        ("Иванов", "-Петров", False),
        ("Иванов", "–Петров", True),
        ("МКС", "- и", True),
        ("МС-19", "0", False),
        ("МС-19", "М", False),
        ("МС-19", ".5", False),
        ("МС-19", ". 5", True),
        ("МКС", "²", True),
        ("МКС", "_2", False),
        ("МКС", "_ ", True),
        ("Ivanov", "'s", True),
        ("Ivanov", "’S", True),
        ("Ivanov", "'un", True),
        ("Ivanov", "'Petr", False),
        ("об", "'єкт", False),
        ("Don", "'t", False),
        ("Ivanov", "' ", True),
        ("вызов", "\u00adник", False),
        ("вызов", "\u2060" * 200 + "ник", False),
        ("国", "家", True),
        ("서울", "에서", True),
        ("서울", "에서도", False),
        ("ISS", "上", True),
    ],
)
def test_where_words_end(word: str, after: str, whether: bool) -> None:
    assert ends(word + after, 0, len(word)) is whether


def test_particles_are_those_that_korean_writes_with_the_noun() -> None:
    assert [particles(word) for word in ("서울은", "서울에서", "은", "Seoul")] == [[1], [2], [], []]
