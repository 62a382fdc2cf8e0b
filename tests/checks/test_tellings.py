"""Tests of what the variants of a message say."""

from __future__ import annotations

from vyzov_i18n.checks.tellings import Run, Telling, Use, read_tellings
from vyzov_i18n.messages.parser import parse


def tell(text: str) -> list[Telling]:
    return read_tellings(parse(text), text)


def test_a_message_without_variants_is_one_telling() -> None:
    assert tell("{$star} flew.") == [Telling((), (Run(7, " flew."),), (Use("star", 0, 7),))]


def test_each_variant_has_its_keys_and_its_words() -> None:
    text = ".local $n = {$count :integer} .match $n 1 {{one}} * {{{$n} more}}"
    assert tell(text) == [
        Telling(("1",), (Run(44, "one"),), ()),
        Telling((), (Run(58, " more"),), (Use("count", 54, 58),)),
    ]


def test_literals_are_words_too() -> None:
    assert tell("{|2023-04-20| :date}") == [Telling((), (Run(1, "|2023-04-20|"),), ())]
    assert tell(".local $x = {3000 :integer} {{{$x}}}") == [Telling((), (Run(13, "3000"),), ())]


def test_the_variables_of_a_telling() -> None:
    assert tell("{$a} {$b} {$a}")[0].variables == {"a", "b"}


def test_a_message_that_is_not_well_formed_says_nothing() -> None:
    assert read_tellings(None, "{") == []
