"""Rules of lexicons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film

    Check = Callable[..., list[Diagnostic]]

_PATH = "locale/ru/LC_MESSAGES/lexicon.po"
_HEADER = """
msgid ""
msgstr ""
"Project-Id-Version: vyzov-i18n\\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\\n"
"Last-Translator: vyzov-i18n\\n"
"Language-Team: Russian\\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Grammatical-Cases: nominative genitive dative accusative instrumental prepositional\\n"
"X-Grammatical-Genders: masculine feminine neuter\\n"
"""


def _entries(*entries: str) -> str:
    """A lexicon of entries written as: context, msgid, msgstr, with bars between."""
    parts = (entry.split(" / ") for entry in entries)
    return "\n".join(f'msgctxt "{slot}"\nmsgid "{base}"\nmsgstr "{form}"\n' for slot, base, form in parts) + _HEADER


_BROKEN = [
    ("odd-slot-value", "gender|place/iss / Международная космическая станция / ⟦female⟧"),
    ("odd-slot-value", "number|place/iss / Международная космическая станция / ⟦many⟧"),
    ("odd-slot-value", "quotes|film/title / Вызов / ⟦ja⟧"),
    ("odd-slot-value", "context|film/title / Вызов / ⟦capitalized quotd⟧"),
    ("odd-slot-value", "indeclinable|person/klim-shipenko / Клим Шипенко / ⟦да⟧"),
    ("odd-slot-value", "government|preposition/к / к / ⟦datif⟧"),
    ("foreign-form", "genitive|character/oleg-ivanov / Олег Иванов / ⟦Антона Шкаплерова⟧"),
    ("foreign-form", "genitive|person/klim-shipenko / Клим Шипенко / ⟦Милоша Биковича⟧"),
]


@pytest.mark.parametrize(("rule", "entry"), _BROKEN)
def test_a_wrong_form_is_told_with_its_place(rule: str, entry: str, assert_told: Check, challenge: Film) -> None:
    assert len(assert_told(rule, _entries(entry), path=_PATH, film=challenge)) == 1


@pytest.mark.parametrize(
    ("rule", "entry", "line", "quote"),
    [
        ("unknown-slot", "genetive|film/title / Вызов / Вызова", 1, "genetive"),
        ("unknown-slot", "feminine.genitive|film/title / Вызов / Вызова", 1, "feminine.genitive"),
        ("unknown-slot", "genitive.several|currency/RUB / рубль / рублей", 1, "genitive.several"),
        ("unknown-concept", "genitive|person/nobody / Никто / Никого", 1, "person/nobody"),
        ("unknown-concept", "genitive|persons/klim-shipenko / Клим / Клима", 1, "persons/klim-shipenko"),
        ("stale-form", "genitive|film/title / Вызовы / Вызовов", 2, "Вызовы"),
    ],
)
def test_a_form_that_no_message_finds_is_told(
    rule: str, entry: str, line: int, quote: str, check_text: Check, challenge: Film
) -> None:
    found = [f for f in check_text(_entries(entry), path=_PATH, film=challenge) if f.rule == rule]
    assert [(f.line, f.text) for f in found] == [(line, quote)]


def test_a_slipped_name_is_told_with_the_one_it_is(check_text: Check, challenge: Film) -> None:
    text = _entries("dative|person/klim-shipenko / Клим Шипенко / Милошу Биковичу")
    (finding,) = (f for f in check_text(text, path=_PATH, film=challenge) if f.rule == "foreign-form")
    assert finding.message == "this is no form of “Клим Шипенко”: it looks like one of “Милош Бикович”"


def test_a_name_that_is_the_same_in_every_case_is_indeclinable(assert_told: Check, challenge: Film) -> None:
    text = _entries(
        "genitive|person/klim-shipenko / Клим Шипенко / ⟦Клим Шипенко⟧",
        "dative|person/klim-shipenko / Клим Шипенко / Клим Шипенко",
        "accusative|person/klim-shipenko / Клим Шипенко / Клим Шипенко",
    )
    (finding,) = assert_told("undeclined-word", text, path=_PATH, film=challenge)
    assert finding.help == "write “yes” in the entry 'indeclinable|person/klim-shipenko' instead of these forms"


_SOUND = [
    "genitive|person/klim-shipenko / Клим Шипенко / Клима Шипенко",
    "short.genitive|character/oleg-ivanov / Олег Иванов / Иванова",
    "genitive.one|magnitude/9 / миллиард / миллиарда",
    "many|unit/minute / минута / минут",
    "prepositional|month/4 / апрель / апреле",
    "class-words|category/film / фильм / картина фильм",
    "government|preposition/в / в / accusative prepositional",
    "function-words|language / ru / а и но",
    "preposition|place/iss / Международная космическая станция / на",
    "accusative.masculine|term/russian / российский / российский",
    "genitive|term/cosmonaut / космонавт / космонавта",
    "forbidden|film/original-title / Вызов / Вызова нет",
]


@pytest.mark.parametrize("entry", _SOUND)
def test_a_sound_form_is_left_alone(entry: str, check_text: Check, challenge: Film) -> None:
    rules = {rule for rule, _ in _BROKEN} | {"unknown-slot", "unknown-concept", "undeclined-word"}
    assert [f for f in check_text(_entries(entry), path=_PATH, film=challenge) if f.rule in rules] == []
