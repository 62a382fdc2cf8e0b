"""Tests of quotation marks: of the field that names them, and of texts set in them."""

from __future__ import annotations

import pytest

from vyzov_i18n.catalogs.quotation import Quotation, read_marks

RUSSIAN = ("«", "»", "„", "“")
ENGLISH = ("“", "”", "‘", "’")
FRENCH = ("«\u00a0", "\u00a0»", "‹\u202f", "\u202f›")
SWEDISH = ("”", "”", "’", "’")


@pytest.mark.parametrize(
    ("value", "marks"),
    [
        ("« » „ “", RUSSIAN),
        (" «  » \t„ “ ", RUSSIAN),
        ("«\u00a0 \u00a0» ‹\u202f \u202f›", FRENCH),
        ("« »", None),
        ("« » „ “ ‚", None),
        ("« \u00a0 » „", None),
        ("", None),
    ],
)
def test_ordinary_spaces_stand_between_the_marks(value: str, marks: tuple[str, ...] | None) -> None:
    assert read_marks(value) == marks


@pytest.mark.parametrize(
    ("text", "russian", "english"),
    [
        ("Вызов", "«Вызов»", "“Вызов”"),
        ("маяк «Север»", "«маяк „Север“»", "“маяк «Север»”"),
        ("the “North” light", "«the “North” light»", "“the ‘North’ light”"),
        ('маяк "Север"', "«маяк „Север“»", "“маяк ‘Север’”"),
        ("«Север»", "«Север»", "“«Север»”"),
        ("«Север» и «Юг»", "«„Север“ и „Юг“»", "“«Север» и «Юг»”"),
        ("", "«»", "“”"),
    ],
)
def test_marks_inside_become_the_inner_ones(text: str, russian: str, english: str) -> None:
    assert Quotation(RUSSIAN).quote(text) == russian
    assert Quotation(ENGLISH).quote(text) == english


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u202f", "\u00a0 "])
def test_spaces_that_belong_to_the_marks_stand_inside_whatever_the_author_wrote(space: str) -> None:
    french = Quotation(FRENCH)
    assert french.quote(f"le phare «{space}Nord{space}» là") == "«\u00a0le phare ‹\u202fNord\u202f› là\u00a0»"
    assert french.quote(f"«{space}Nord{space}»") == f"«{space}Nord{space}»"


def test_spaces_inside_marks_that_have_none_are_the_authors() -> None:
    assert Quotation(RUSSIAN).quote("маяк « Север »") == "«маяк „ Север “»"


def test_one_mark_may_open_and_close() -> None:
    assert Quotation(SWEDISH).quote("”Nord”") == "”Nord”"
    assert Quotation(SWEDISH).quote("fyren ”Nord”") == "”fyren ’Nord’”"


def test_a_backslash_is_a_mark_like_others() -> None:
    assert Quotation(("«", "»", "\\1", "\\g")).quote('"a" «b»') == "«\\1a\\g \\1b\\g»"


def test_many_spaces_do_not_slow_it_down() -> None:
    text = "«" + " " * 100_000 + "x"
    assert Quotation(FRENCH).quote(text) == "«\u00a0‹\u202fx\u00a0»"
