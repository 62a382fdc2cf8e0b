from collections.abc import MutableMapping
from typing import cast

import pytest

from vyzov_i18n.film.concepts import Concept, Person, Source
from vyzov_i18n.film.facts import Claim, CountFact, Fact, FlagFact
from vyzov_i18n.film.model import CastMember, CrewMember, FilmFacts, Job, Length, Line, variables_of
from vyzov_i18n.film.values import Count, Hedge, Hedged


def line(name: str, text: str = "Text.", **fields: tuple[str, ...]) -> Line:
    return Line(id=name, text=text, lengths=(Length.FULL,), **fields)  # type: ignore[arg-type]


FACTS: dict[str, Fact] = {
    "entries": CountFact(
        claims=(
            Claim(value=Count(2000), sources=("press",)),
            Claim(value=Count(3000), sources=("press",), accepted=True, hedge=Hedge.ABOUT),
        )
    ),
    "first": FlagFact(claims=(Claim(value=True, sources=("press",)),)),
}
FILM = FilmFacts(
    format=1,
    title=Concept(name="The Flight"),
    source={"press": Source(publisher="The Press")},
    person={"anna": Person(name="Anna"), "boris": Person(name="Boris")},
    term={"surgeon": Concept(name="surgeon")},
    cast=(CastMember(person="anna"),),
    crew=(
        CrewMember(job=Job.WRITER, person="boris"),
        CrewMember(job=Job.DIRECTOR, person="anna"),
        CrewMember(job=Job.WRITER, person="anna"),
    ),
    fact=FACTS,
    line=(
        line("named", facts=("entries",)),
        line("used", "{$entries :number} came."),
        line("after", after=("named",)),
        line("later", after=("after",)),
        line("free", "{$anna} flies.", facts=("first",)),
    ),
)


def test_accepted_claim_is_the_one_that_summaries_use() -> None:
    claim = FILM.accepted("entries")
    assert claim is not None
    assert claim.hedged_value == Hedged(Count(3000), Hedge.ABOUT)
    assert FACTS["entries"].claims[0].hedged_value == Count(2000)
    assert FILM.accepted("first") is None
    assert FILM.accepted("budget") is None


def test_crew_of_a_job_stands_in_credit_order() -> None:
    assert [member.person for member in FILM.crew_of(Job.WRITER)] == ["boris", "anna"]
    assert FILM.crew_of(Job.EDITOR) == ()


def test_film_without_a_fact_loses_every_line_that_rests_on_it() -> None:
    smaller = FILM.without("entries")
    assert list(smaller.fact) == ["first"]
    assert [item.id for item in smaller.line] == ["free"]
    assert [item.id for item in FILM.without("first").line] == ["named", "used", "after", "later"]
    assert FILM.without() == FILM


def test_film_without_an_unknown_fact_is_an_error() -> None:
    with pytest.raises(KeyError, match="budget, premiere"):
        FILM.without("premiere", "budget", "first")


def test_concepts_come_with_the_title_first() -> None:
    assert [concept_id for concept_id, _ in FILM.concepts()] == [
        "film/title",
        "person/anna",
        "person/boris",
        "term/surgeon",
    ]
    assert all(FILM.concept(concept_id) is concept for concept_id, concept in FILM.concepts())


@pytest.mark.parametrize("concept_id", ["person/vera", "surgeon", "fact/entries", "source/press", ""])
def test_concept_that_is_not_there_is_a_key_error(concept_id: str) -> None:
    with pytest.raises(KeyError):
        FILM.concept(concept_id)


def test_film_is_frozen_down_to_its_tables() -> None:
    with pytest.raises(TypeError):
        cast("MutableMapping[str, Fact]", FILM.without("first").fact)["new"] = FACTS["first"]
    with pytest.raises(AttributeError):
        FILM.format = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No variable costs $100.", ()),
        ("{$anna} and {$boris :vyzov:term case=$case}, {$anna}", ("anna", "boris", "case")),
        (".local $g = {$anna :vyzov:gender} .match $g * {{{$Anna_2.x}}}", ("anna", "Anna_2.x")),
    ],
)
def test_variables_of_a_message_are_those_it_takes(text: str, expected: tuple[str, ...]) -> None:
    assert variables_of(text) == expected
