"""The rule of the length of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import FilmFolder

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

_LINE = '[[line]]\nid = "long"\ntext = "{$anna-melnik} keeps the light."\nlengths = ["short", "full"]'


def test_a_sentence_longer_than_its_summary_is_told(lighthouse: FilmFolder, assert_told: Check) -> None:
    lighthouse.append(_LINE)
    words = "хранит огонь " * 15
    text = f'msgctxt "line/long"\nmsgid "{{$anna-melnik}} keeps the light."\nmsgstr ⟦"{{$anna-melnik}} {words}."⟧\n'
    path = str(lighthouse.catalog("ru", "film"))
    plain = text.replace('⟦"', '"⟦').replace('"⟧', '⟧"')
    (finding,) = assert_told("long-sentence", plain, path=path, film=lighthouse.film())
    # The name is the English one here: the catalog has no other.
    assert finding.message == "the sentence has 208 characters; a short summary has 190 at most"


def test_a_sentence_that_fits_is_left_alone(lighthouse: FilmFolder, assert_told: Check) -> None:
    lighthouse.append(_LINE)
    text = 'msgctxt "line/long"\nmsgid "{$anna-melnik} keeps the light."\nmsgstr "{$anna-melnik} хранит огонь."\n'
    path = str(lighthouse.catalog("ru", "film"))
    assert assert_told("long-sentence", text, path=path, film=lighthouse.film()) == []
