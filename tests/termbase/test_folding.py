from __future__ import annotations

import pytest

from vyzov_i18n.termbase.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("вы́зов", "ВЫЗОВ"),
        ("Алёна", "Алена"),
        ("й", "и\u0306"),
        ("ї", "і\u0308"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("Straße", "STRASSE"),
        ("ﬁlm", "FILM"),
        ("ＭＣ", "mc"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
        ("café", "CAFE\u0301"),
        ("МС\u201119", "мс-19"),
        ("д’Артаньян", "дʼартаньян"),
        ("שָׁלוֹם", "שלום"),
        ("القَاهِرَة", "القاهـرة"),
        ("ｶﾞ", "ガ"),
        ("Юлия \u00a0\n Пересильд ", "юлия пересильд"),
        ("Пере\u00adсиль\u200bд\u2060", "пересильд"),
        ("Ꭰ", "ꭰ"),
    ],
)
def test_spellings_of_the_same_word_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("й", "и"), ("ї", "і"), ("ќ", "к"), ("é", "e"), ("ё", "о"), ("МС-19", "МС 19"), ("МС—19", "МС-19"), ("№", "no")],
)
def test_other_letters_and_marks_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folding_twice_changes_nothing() -> None:
    characters = [chr(point) for point in (*range(0xD800), *range(0xE000, 0x20000))]
    assert [character for character in characters if fold(fold(character)) != fold(character)] == []
