"""Tags, entities and addresses of the source in its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

# A rule, the source and the translation that breaks it.
_BROKEN = [
    ("missing-tag", "<b>Launch</b> now", "⟦Старт</b> сейчас⟧"),
    ("missing-tag", "Line<br>break", "⟦Строка⟧"),
    ("missing-tag", "<q>%s</q> is", "⟦«%s» это⟧"),
    ("unknown-tag", "<b>Launch</b>", "<b>Старт</b> ⟦<i>⟧раз⟦</i>⟧"),
    ("unknown-tag", "<b>Launch</b>", "<b>Старт⟦<b>⟧"),
    ("unpaired-tag", "<b><i>Launch</i></b>", "<b><i>Старт⟦</b>⟧</i>"),
    ("changed-attribute", "<a class='more'>Launch</a>", "⟦<a class='ещё'>⟧Старт</a>"),
    ("changed-attribute", "<a id='%(id)s'>Launch</a>", "⟦<a id='%(is)s'>⟧Старт</a>"),
    ("unknown-entity", "A &amp; B", "А ⟦&амп;⟧ Б"),
    ("unknown-entity", "A &amp; B", "А ⟦&qt;⟧ Б"),
    ("missing-entity", "Start &app; now", "⟦Запустите⟧"),
    ("changed-address", "See https://example.com/one", "См. ⟦https://exmaple.com/one⟧"),
    ("changed-address", "See https://example.com.", "См. ⟦https:/example.com.⟧"),
    ("changed-address", "Write to reports@example.org", "Пишите: ⟦report@example.org⟧"),
    ("missing-address", "See https://example.com.", "⟦См. сайт.⟧"),
    ("missing-address", "Write to bugs@example.org", "⟦Пишите нам⟧"),
]

_SOUND = [
    ("missing-tag", "Usage: cp <from> <to>", "Вызов: cp <откуда> <куда>"),
    ("missing-tag", "<b>one</b> <i>two</i>", "<i>два</i> <b>один</b>"),
    ("missing-tag", "a < b </ c", "а меньше б"),
    ("unknown-tag", "Press Enter", "Нажмите <Enter>"),
    ("changed-attribute", "<a href='/en/' title='one'>x</a>", "<a title='один' href='/ru/'>х</a>"),
    ("unknown-entity", "A &amp; B", "А&nbsp;&amp;&nbsp;Б"),
    ("missing-entity", "A&nbsp;B", "А Б"),
    ("changed-address", "https://en.wikipedia.org/wiki/One", "https://ru.wikipedia.org/wiki/Один"),
    ("changed-address", "https://docs.example.com/en/4.2/", "https://docs.example.com/ru/4.2/"),
    ("changed-address", "begins with http:// or https://", "начинается с http:// или https://"),
    ("missing-address", "See https://example.com/en", "См. https://example.ru/"),
    ("missing-address", "See https://example.com/a for it", "詳細はhttps://example.com/aを参照"),
    ("missing-address", "It came from http://%(host)s/", "源请求页面为%(host)s"),
    ("missing-address", "See ``https://example.com/a``.", "См. https://example.com/a."),
    ("missing-address", "Write to bugs@example.org.", "Пишите на bugs@example.org."),
    ("missing-address", "Write to bugs@example.org", "버그는 bugs@example.org로 알려"),
]


def _entry(msgid: str, msgstr: str) -> str:
    return f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'


@pytest.mark.parametrize(("rule", "msgid", "msgstr"), _BROKEN)
def test_broken_markup_is_told_with_its_place(rule: str, msgid: str, msgstr: str, assert_told: Check) -> None:
    assert_told(rule, _entry(msgid, msgstr))


@pytest.mark.parametrize(("rule", "msgid", "msgstr"), _SOUND)
def test_sound_markup_is_not_told(rule: str, msgid: str, msgstr: str, assert_told: Check) -> None:
    assert rule in {broken for broken, *_ in _BROKEN}
    assert_told(rule, _entry(msgid, msgstr))


def test_a_misspelled_address_comes_with_the_right_one(assert_told: Check) -> None:
    (finding,) = assert_told("changed-address", _entry("https://example.com/one", "⟦https://exmaple.com/one⟧"))
    assert finding.suggestion == "https://example.com/one"


@pytest.mark.parametrize(
    ("rule", "msgstr"),
    [
        ("missing-tag", "⟦{#b}Старт⟧"),
        ("unknown-tag", "{#b}Старт{/b} ⟦{#i}⟧раз⟦{/i}⟧"),
        ("unpaired-tag", "⟦{/b}⟧Старт{#b}"),
        ("missing-tag", "⟦.match $n 1 {{{#b}Старт{/b}}} * {{Старты}}⟧"),
        ("unpaired-tag", "{#b}Старт{/b}"),
    ],
)
def test_the_markup_of_messages_is_checked_in_each_pattern(rule: str, msgstr: str, assert_told: Check) -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: vyzov-i18n\\n"\n"Language: ru\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    )
    assert_told(rule, f"{header}{_entry('{#b}Launch{/b}', msgstr)}", path="x/ru/LC_MESSAGES/summary.po")


@pytest.mark.parametrize(
    "text", ["<a " * 30_000, "<a '" * 30_000, f"<a {'b' * 90_000}>", "http:/" * 20_000, "a@" * 40_000]
)
def test_hostile_texts_take_bounded_work(text: str, check_text: Check) -> None:
    source = "<b>Launch</b> https://example.com a@example.com"
    assert len(check_text(_entry(source, text))) <= len(text)
