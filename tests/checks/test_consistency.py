"""Translations against their sources and each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

_TRANSLATED = "".join(f'msgid "source {n}"\nmsgstr "перевод {n}"\n\n' for n in range(3))
_HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: vyzov-i18n\\n"\n"Language: ru\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)


def _same(text: str) -> str:
    return f'{_TRANSLATED}msgid "{text.translate({0x27E6: None, 0x27E7: None})}"\nmsgstr "{text}"\n'


@pytest.mark.parametrize(
    "text",
    [
        "⟦The file was not found⟧",
        "⟦%(name)s must be unique for %(date)s.⟧",
        "⟦You may <a href=x>return</a> to the list⟧",
        "⟦the URL was not found.⟧",
        "⟦Invalid URL given here⟧",
    ],
)
def test_a_sentence_left_as_it_is_is_told(text: str, assert_told: Check) -> None:
    assert_told("unchanged-source", _same(text))


@pytest.mark.parametrize(
    "text",
    [
        "Universally Unique Identifier",
        "OK",
        "https://example.com/not/to/be/translated",
        "%(count)d %(name)s {one} {two} three",
        "--verbose --dry-run --force",
        "hg commit [OPTION]... FILE...",
        "hg clone --pull from to",
        "copy source target [name]",
        "remove the file\\\\* now",
        "status.modified = blue bold underline",
        ":status: red bold underline",
        "find all of public() here",
        "<b>%s</b> <i>and</i>",
        "yes,no,maybe",
    ],
)
def test_names_code_and_single_words_may_stay(text: str, assert_told: Check) -> None:
    assert_told("unchanged-source", _same(text))


@pytest.mark.parametrize("path", ["x/en.po", "x/en_GB.po"])
def test_catalogs_in_the_language_of_the_source_repeat_it(path: str, assert_told: Check) -> None:
    assert_told("unchanged-source", _same("The file was not found"), path=path)


def test_a_catalog_that_repeats_most_of_its_source_is_in_its_language(assert_told: Check) -> None:
    text = "".join(f'msgid "the file {n} is not found"\nmsgstr "the file {n} is not found"\n\n' for n in range(4))
    assert_told("unchanged-source", text, path="x/de.po")


def test_names_of_a_film_may_stay_and_its_sentences_not(assert_told: Check) -> None:
    text = (
        f'{_HEADER}{_TRANSLATED}msgctxt "person/one"\nmsgid "One of the men"\nmsgstr "One of the men"\n\n'
        'msgctxt "line/one"\nmsgid "{$star} flies to the station"\nmsgstr "⟦{$star} flies to the station⟧"\n'
    )
    assert_told("unchanged-source", text, path="x/ru/LC_MESSAGES/film.po")


def test_two_people_with_one_name_are_told(assert_told: Check) -> None:
    text = (
        f'{_HEADER}msgctxt "person/one"\nmsgid "Anton Shkaplerov"\nmsgstr "Антон Шкаплеров"\n\n'
        'msgctxt "person/two"\nmsgid "Oleg Artemyev"\nmsgstr "⟦Антон Шкаплеров⟧"\n\n'
        'msgctxt "character/two"\nmsgid "Anton"\nmsgstr "Антон Шкаплеров"\n\n'
        'msgctxt "person/three"\nmsgid "Anton Shkaplerov"\nmsgstr "Антон Шкаплеров"\n'
    )
    (finding,) = assert_told("shared-name", text, path="x/ru/LC_MESSAGES/film.po")
    assert finding.message == "“Oleg Artemyev” has the name of “Anton Shkaplerov” (person/one)"


@pytest.mark.parametrize(
    ("source", "first", "second"),
    [
        ("Save the file", "Сохранить файл", "⟦Записать файл⟧"),
        ("Save the file", "Сохранить файл", "сохранить файл"),
        ("Save", "Сохранить", "Сохранение"),
    ],
)
def test_equal_sentences_in_two_contexts_want_one_translation(
    source: str, first: str, second: str, assert_told: Check
) -> None:
    text = (
        f'msgctxt "menu"\nmsgid "{source}"\nmsgstr "{first}"\n\nmsgctxt "button"\nmsgid "{source}"\nmsgstr "{second}"\n'
    )
    findings = assert_told("inconsistent-translation", text)
    assert [finding.message for finding in findings] in (
        [],
        ["the same source is translated as “Сохранить файл” in line 3"],
    )
