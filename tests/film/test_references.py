from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Findings = Callable[..., tuple[Diagnostic, ...]]

HEAD = """\
format = 1
title = { name = "The Flight" }
source.press = { publisher = "The Press" }
person.anna-petrova = { name = "Anna Petrova" }
character.vera = { name = "Vera" }
place.moscow = { name = "Moscow" }
ship.soyuz = { name = "Soyuz" }
term.surgeon = { name = "surgeon" }
fact.filming = { kind = "interval", claims = [] }
"""


def one_line(extra: str = "", text: str = "Text.") -> str:
    return f"[[line]]\nid = 'one'\ntext = '{text}'\nlengths = ['full']\n{extra}\n"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (
            "original-title = { name = 'T', language = 'ru', sources = ['x'] }",
            "original-title.sources[0]: no source 'x'",
        ),
        (
            "person.b = { name = 'B', other-names = [{ name = 'C', status = 'admitted', sources = ['pres'] }] }",
            "person.b.other-names[0].sources[0]: no source 'pres'; did you mean 'press'?",
        ),
        (
            "crew = [{ job = 'writer', person = 'ana-petrova' }]",
            "crew[0].person: no person 'ana-petrova'; did you mean 'anna-petrova'?",
        ),
        ("cast = [{ person = 'petrova' }]", "cast[0].person: no person 'petrova'; did you mean 'anna-petrova'?"),
        ("cast = [{ person = 'anna-petrova', character = 'x' }]", "cast[0].character: no character 'x'"),
        ("cast = [{ person = 'anna-petrova', sources = ['x'] }]", "cast[0].sources[0]: no source 'x'"),
        ("character.b = { name = 'B', profession = 'vera' }", "character.b.profession: no term 'vera'"),
        ("fact.release = { kind = 'date', adjective = 'x', claims = [] }", "fact.release.adjective: no term 'x'"),
        ("fact.release = { kind = 'date', place = 'x', claims = [] }", "fact.release.place: no place 'x'"),
        ("fact.release = { kind = 'date', ship = 'x', claims = [] }", "fact.release.ship: no ship 'x'"),
        ("fact.release = { kind = 'date', return-ship = 'x', claims = [] }", "fact.release.return-ship: no ship 'x'"),
        ("fact.release = { kind = 'date', person = 'x', claims = [] }", "fact.release.person: no person 'x'"),
        (
            "fact.genre.kind = 'concepts'\nfact.genre.claims = [{ value = ['term/surgon'], sources = ['press'] }]",
            "fact.genre.claims[0].value[0]: no concept 'term/surgon'; did you mean 'term/surgeon'?",
        ),
        (
            "fact.genre = { kind = 'concepts', claims = [{ value = ['place/surgeon'], sources = ['press'] }] }",
            "fact.genre.claims[0].value[0]: no concept 'place/surgeon'",
        ),
        (one_line("facts = ['filmin']"), "line[0].facts[0]: no fact 'filmin'; did you mean 'filming'?"),
        (one_line("after = ['one']"), "line[0].after[0]: no earlier line 'one'"),
        (
            one_line(text="{$anna} {$title} {$soyuz} {$filming}"),
            "line[0].text: no concept or fact 'anna'; did you mean 'anna-petrova'?",
        ),
        (
            one_line(text=".local $g = {$vera :vyzov:gender} .match $g * {{{$Vera}}}"),
            "line[0].text: no concept or fact 'Vera'; did you mean 'vera'?",
        ),
        (
            "fact.first-of-its-kind = { kind = 'text', claims = [{ value = '{$x}', sources = ['press'] }] }",
            "fact.first-of-its-kind.claims[0].value: no concept or fact 'x'",
        ),
    ],
)
def test_unknown_id_is_named_at_its_path(findings: Findings, toml: str, message: str) -> None:
    assert [(item.rule, item.message) for item in findings(toml, HEAD)] == [("unknown-reference", message)]


@pytest.mark.parametrize(
    ("toml", "rule", "message", "text"),
    [
        (
            "work.vera = { name = 'Vera' }",
            "duplicate-id",
            "work.vera: the id 'vera' is already taken by character.vera",
            "vera",
        ),
        (
            "term.title = { name = 'T' }",
            "duplicate-id",
            "term.title: the id 'title' is already taken by title",
            "title",
        ),
        (one_line() + one_line(), "duplicate-id", "line[1].id: the id 'one' is already taken by line[0]", "'one'"),
        (
            "fact.premier = { kind = 'date', claims = [] }",
            "missing-label",
            "fact.premier: a fact that the library does not know needs a label; did you mean 'premiere'?",
            "premier",
        ),
        (
            "fact.budget = { kind = 'count', claims = [] }",
            "wrong-kind",
            "fact.budget.kind: this fact is of kind 'money', not 'count'",
            "'count'",
        ),
        (
            "fact.country = { kind = 'country', claims = [{ value = 'RU', sources = ['press'], accepted = true }, "
            "{ value = 'RS', sources = ['press'], accepted = true }] }",
            "several-accepted",
            "fact.country.claims[1].accepted: fact.country.claims[0] is accepted already",
            "true",
        ),
    ],
)
def test_id_or_claim_that_clashes_is_named_at_its_path(
    findings: Findings, toml: str, rule: str, message: str, text: str
) -> None:
    assert [(item.rule, item.message, item.text) for item in findings(toml, HEAD)] == [(rule, message, text)]


def test_unknown_variable_stands_where_it_is_in_the_text(findings: Findings) -> None:
    (found,) = findings('[[line]]\nid = "one"\nlengths = ["full"]\ntext = """\n{$vera-x}\n{$ver} flies."""\n', HEAD)[1:]
    assert (found.line, found.column, found.end_column, found.text, found.suggestion) == (15, 3, 6, "ver", "vera")


def test_references_are_checked_beside_misfits(findings: Findings) -> None:
    found = findings("cast = [{ person = 'x', role = 'y' }, 3, { person = 4 }]", HEAD)
    assert [item.rule for item in found] == ["unknown-reference", "unknown-key", "wrong-type", "wrong-type"]


def test_line_on_a_fact_that_the_film_does_not_have_is_no_defect(findings: Findings) -> None:
    assert findings(one_line("facts = ['budget']", text="{$budget :vyzov:money}"), HEAD) == ()


def test_person_who_plays_the_same_character_twice(findings: Findings) -> None:
    twice = "cast = [{ person = 'anna-petrova' }, { person = 'anna-petrova' }]"
    assert [item.message for item in findings(twice, HEAD)] == ["cast[1]: 'anna-petrova' stands in the cast already"]
