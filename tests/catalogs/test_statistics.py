"""Tests of how far a translation is."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

import pytest

from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.statistics import Statistics, measure_catalog, percent, percent_by_locale, render_badge

TEMPLATE: Final = (
    Entry("The Challenge", "title"),
    Entry("one day", None, "{$n} days", ("", "")),
    Entry("drama", "term"),
)


def row(locale: str, entries: int, translated: int) -> Statistics:
    return Statistics(
        locale=locale,
        domain="film",
        entries=entries,
        translated=translated,
        fuzzy=0,
        missing=entries - translated,
        words=0,
        translated_words=0,
        review=None,
    )


def test_what_is_translated_fuzzy_and_missing() -> None:
    header = Entry("", translations=("Language: ru\nX-Native-Review: pending\n",))
    catalog = Catalog(
        entries=[
            header,
            Entry("The Challenge", "title", translations=("Вызов",)),
            Entry("one day", None, "{$n} days", ("день", "")),
            Entry("drama", "term", translations=("драма",), comments="#, fuzzy"),
            Entry("gone", translations=("нет",)),
            Entry("old", translations=("старое",), obsolete=True),
        ]
    )
    assert measure_catalog(catalog, TEMPLATE, "ru", "film") == Statistics(
        locale="ru",
        domain="film",
        entries=3,
        translated=1,
        fuzzy=1,
        missing=1,
        words=6,
        translated_words=2,
        review="pending",
    )


def test_a_catalog_that_is_not_there_lacks_everything() -> None:
    found = measure_catalog(Catalog(entries=[]), TEMPLATE, "ru", "film")
    assert (found.translated, found.fuzzy, found.missing, found.review) == (0, 0, 3, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The film’s budget exceeded 1,000 rubles – by far.", 8),
        ("{$title :vyzov:term quotes=never}, directed by {$directors}", 2),
        (".local $x = {$n :number} .match $x one {{one day}} * {{{$x} full days}}", 4),
        ("broken {", 1),
        ("", 0),
    ],
)
def test_words_are_those_of_the_text_without_its_variables(text: str, words: int) -> None:
    assert measure_catalog(Catalog(entries=[]), (Entry(text),), "ru", "film").words == words


def test_a_share_is_rounded_down() -> None:
    assert percent([row("ru", 1000, 999), row("ru", 0, 0)]) == 99
    assert percent([row("ru", 3, 3)]) == 100
    assert percent([row("ru", 3, 0)]) == 0
    assert percent([]) == 100


def test_a_share_for_each_locale() -> None:
    assert percent_by_locale([row("ru", 2, 1), row("de", 2, 2), row("ru", 2, 0)]) == {"ru": 25, "de": 100}


@pytest.mark.parametrize(("share", "colour"), [(100, "#2e7d32"), (99, "#8a6d00"), (79, "#c62828"), (0, "#c62828")])
def test_a_badge_is_an_image_that_can_be_read_aloud(share: int, colour: str) -> None:
    image = ElementTree.fromstring(render_badge("sr-Latn", share))
    assert image.tag == "{http://www.w3.org/2000/svg}svg"
    assert image.get("aria-label") == f"sr-Latn: {share}%"
    assert [text.text for text in image.iter("{http://www.w3.org/2000/svg}text")] == ["sr-Latn", f"{share}%"]
    assert [shape.get("fill") for shape in image.iter("{http://www.w3.org/2000/svg}rect")] == ["#444", colour]
