from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.film.shapes import find_misfits

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic


def fact(claims: str, kind: str = "date", name: str = "premiere") -> str:
    return f'[fact.{name}]\nkind = "{kind}"\nclaims = {claims}\n'


@pytest.mark.parametrize(
    ("toml", "rule", "message"),
    [
        ("persn = {}", "unknown-key", "persn: unknown key; did you mean 'person'?"),
        ("person = []", "wrong-type", "person: expected a table, got an array"),
        ("person.anna = 1", "wrong-type", "person.anna: expected a table, got 1"),
        ("cast = {}", "wrong-type", "cast: expected an array, got a table"),
        ("cast = [12:00:00]", "wrong-type", "cast[0]: expected a table, got a time"),
        ("[ship.x]\nname = true", "wrong-type", "ship.x.name: expected a string that is not empty, got true"),
        (
            "[place.x]\nname = 'X'\nkind = 'modul'",
            "invalid-value",
            "place.x.kind: expected 'city', 'country', 'station', 'module', 'studio' or 'place', got 'modul'; "
            "did you mean 'module'?",
        ),
        (
            "[ship.'My ship']\nname = 'X'",
            "invalid-value",
            "ship.'My ship': expected an id of lower-case letters, digits and hyphens such as 'klim-shipenko', "
            "got 'My ship'",
        ),
        (
            "[[line]]\nid = 'a'\ntext = 'A'\nlengths = []",
            "invalid-value",
            "line[0].lengths: expected at least one item",
        ),
        (
            "[[line]]\nid = 'a'\ntext = 'A'\nlengths = ['full']\nimportance = 0",
            "invalid-value",
            "line[0].importance: expected an integer from 1 to 100, got 0",
        ),
        ("[fact.premiere]\nclaims = []", "missing-key", "fact.premiere: the key 'kind' is missing"),
        (fact("[{ sources = ['press'] }]"), "missing-key", "fact.premiere.claims[0]: the key 'value' is missing"),
        (
            fact("[{ value = 2023-01-01T10:00:00Z, sources = ['press'] }]"),
            "wrong-type",
            'fact.premiere.claims[0].value: expected a date such as 2023-04-12, "2023-04" or "2023", got '
            "2023-01-01T10:00:00+00:00",
        ),
        (
            fact("[{ value = { start = 2021-10-17, end = 2021-10-05 }, sources = ['press'] }]", "interval", "filming"),
            "invalid-value",
            "fact.filming.claims[0].value: the interval ends (2021-10-05) before it starts (2021-10-17)",
        ),
        (
            fact("[{ value = { amount = '1', currency = 'RUB' }, sources = ['press'] }]", "money", "budget"),
            "wrong-type",
            "fact.budget.claims[0].value.amount: expected a number, got '1'",
        ),
        (
            fact("[{ value = { amount = 1, currency = 'roubles' }, sources = ['press'] }]", "money", "budget"),
            "invalid-value",
            "fact.budget.claims[0].value.currency: expected a currency code of ISO 4217 such as 'RUB', got 'roubles'",
        ),
        (
            fact("[{ value = { amount = 1.0 }, sources = ['press'] }]", "count", "entries"),
            "wrong-type",
            "fact.entries.claims[0].value.amount: expected an integer, got 1.0",
        ),
        (
            fact("[{ value = 'ru', sources = ['press'] }]", "country", "country"),
            "invalid-value",
            "fact.country.claims[0].value: expected a country code of ISO 3166-1 alpha-2 such as 'RU', got 'ru'",
        ),
        (
            fact("[{ value = { low = 1, hihg = 2, high = 3 }, sources = ['press'] }]", "range", "shortlist"),
            "unknown-key",
            "fact.shortlist.claims[0].value.hihg: unknown key",
        ),
    ],
)
def test_misfit_says_what_was_expected(
    findings: Callable[..., tuple[Diagnostic, ...]], toml: str, rule: str, message: str
) -> None:
    assert [(item.rule, item.message) for item in findings(toml)] == [(rule, message)]


def test_keys_that_the_whole_file_lacks_stand_at_its_start(findings: Callable[..., tuple[Diagnostic, ...]]) -> None:
    found = findings("\n\n", head="")
    assert [(item.message, item.line, item.column) for item in found] == [
        ("the key 'format' is missing", 1, 1),
        ("the key 'title' is missing", 1, 1),
        ("the key 'source' is missing", 1, 1),
    ]


def test_fact_without_a_good_kind_is_checked_but_for_its_values(
    findings: Callable[..., tuple[Diagnostic, ...]],
) -> None:
    found = findings("[fact.premiere]\nknd = 'date'\nopinion = 1\nclaims = [{ value = { any = 1 }, source = [] }]")
    assert [item.message for item in found] == [
        "fact.premiere: the key 'kind' is missing",
        "fact.premiere.knd: unknown key; did you mean 'kind'?",
        "fact.premiere.opinion: expected a boolean, got 1",
        "fact.premiere.claims[0]: the key 'sources' is missing",
        "fact.premiere.claims[0].source: unknown key; did you mean 'sources'?",
    ]


def test_document_that_fits_has_no_misfit() -> None:
    document: dict[str, Any] = {"format": 1, "title": {"name": "T"}, "source": {}}
    assert list(find_misfits(document)) == []
