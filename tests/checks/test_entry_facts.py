"""Tests of the facts that entries tell of."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.checks.entry_facts import EntryFacts
from vyzov_i18n.checks.quantities import Date

if TYPE_CHECKING:
    from vyzov_i18n.films import Film


@pytest.fixture
def facts(challenge: Film) -> EntryFacts:
    return EntryFacts(challenge)


@pytest.mark.parametrize(
    ("context", "variables", "expected"),
    [
        ("claim/budget", (), ["budget"]),
        ("label/release", (), ["release"]),
        ("note/space-footage", (), ["space-footage"]),
        ("line/spaceflight", (), ["commander", "spaceflight"]),
        ("line/director-weight-loss", (), ["director-weight-loss"]),
        ("premiere", ("premiere", "premiere-place"), ["premiere"]),
        ("filming", ("filming-start", "star"), ["filming"]),
        ("claim/nothing", ("nobody",), []),
        (None, (), []),
    ],
)
def test_the_facts_of_an_entry(
    context: str | None, variables: tuple[str, ...], expected: list[str], facts: EntryFacts
) -> None:
    assert list(facts.facts(context, variables)) == expected


def test_a_place_tells_no_date(facts: EntryFacts) -> None:
    assert facts.told(("premiere-place", "release", "filming-end")) == {"release", "filming"}


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ("release", ["the fact “release” is 2023-04-20 (Wikipedia, cultgoroda.com, irk.today)"]),
        ("filming", ["the fact “filming” is 2021-10-05 – 2021-10-17 (FirstShowing.net)"]),
        ("share-zvezda", ["the fact “share-zvezda” is 1/3 (FirstShowing.net, TASS)"]),
        ("share-nauka", ["the fact “share-nauka” is 30 % (FirstShowing.net, TASS)"]),
        ("release-serbia", ["the fact “release-serbia” is 2023-04-20 (Wikipedia)"]),
        ("country", []),
        ("daughter", []),
    ],
)
def test_values_are_shown_with_their_sources(fact: str, shown: list[str], facts: EntryFacts) -> None:
    assert list(map(str, facts.values(facts.facts(None, (fact,))))) == shown


def test_values_in_numbers_and_dates(facts: EntryFacts) -> None:
    filming, footage = facts.values(facts.facts(None, ("space-footage", "filming")))
    assert filming.dates == (Date(2021, 10, 5), Date(2021, 10, 17))
    assert (filming.numbers, footage.dates) == (frozenset(), ())
    assert footage.numbers == {Fraction(30), Fraction(40)}


def test_of_a_fact_without_an_accepted_claim_every_claim_counts(facts: EntryFacts) -> None:
    values = facts.values(facts.facts(None, ("filming-length",)))
    assert [value.numbers for value in values] == [{Fraction(12)}, {Fraction(2)}, set()]


@pytest.mark.parametrize(
    ("fact", "concepts"),
    [
        ("accident", {"character/oleg-ivanov"}),
        ("commander", {"person/anton-shkaplerov", "ship/soyuz-ms-19"}),
        ("premiere", {"place/moscow"}),
        (
            "earlier-films",
            {"person/klim-shipenko", "work/nerds-confession", "work/salyut-7", "work/text", "work/son-of-a-rich"},
        ),
    ],
)
def test_whom_a_fact_is_about(fact: str, concepts: set[str], facts: EntryFacts) -> None:
    assert facts.concepts(facts.facts(None, (fact,))) == concepts
