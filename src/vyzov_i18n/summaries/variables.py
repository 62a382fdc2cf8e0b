"""What the variables of the sentences hold, and which facts they rest on.

The lines of a film see its concepts and facts by their ids, `title`, and the people: `directors`, `writers` and `cast`
as lists, `star` the first of the cast, `others` the rest of it. The shared sentences see the title, the facts, the
people, and:

- `name`, `kind`: the phrases of those contexts; `original`: the original title where it is another one;
- `genre`: the first genre; `country`: the adjective of the country; `market`: the same, where the release is in that
  country; `filming-place`: the place, where there is one only; `premiere-place`: the place of the premiere;
- `filming-start`, `filming-end`: the ends of `filming`, as exact as the less exact of the two; `filming-start-day`: the
  day of the month it starts on (0 if unknown); `premiere-to-release`: the interval between two full dates of the same
  year, of a release without a `territory`; `territory`: the country of the release where that is not the film's;
  `shortlist` only where it is more than a single number, `budget` only with its currency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.film.facts import ConceptsFact, CountryFact, TextFact, accepted_claim
from vyzov_i18n.film.model import Job
from vyzov_i18n.film.values import Interval, PartialDate, Precision
from vyzov_i18n.film.vocabulary import COMMON_VARIABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.film.facts import Fact
    from vyzov_i18n.film.model import FilmFacts
    from vyzov_i18n.localizer import Localizer
    from vyzov_i18n.messages.terms import Term

# What each derived variable rests on; every other one rests on the fact of its own name.
ORIGINS: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title",),
    "original": ("original-title",),
    "directors": ("director",),
    "writers": ("writer",),
    "star": ("cast",),
    "others": ("cast",),
    "market": ("country", "release"),
    "territory": ("release",),
    "premiere-place": ("premiere",),
    "filming-start": ("filming",),
    "filming-end": ("filming",),
    "filming-start-day": ("filming",),
    "premiere-to-release": ("premiere", "release"),
}


def film_variables(localizer: Localizer) -> dict[str, Any]:
    """The variables of a film's lines: every concept as a term, every accepted fact as its value, the people."""
    film = localizer.film
    values: dict[str, Any] = {name.partition("/")[2]: localizer.term(name) for name, _ in film.concepts()}
    values.update(_people(localizer))
    for fact_id, fact in film.fact.items():
        claim = accepted_claim(fact)
        if claim is not None and not isinstance(fact, TextFact | CountryFact) and claim.value is not False:
            values[fact_id] = _terms(localizer, claim.value) if isinstance(fact, ConceptsFact) else claim.hedged_value
    return values


def sentence_variables(localizer: Localizer, of_film: dict[str, Any]) -> dict[str, Any]:
    """The variables of the shared sentences, but for the phrases, which are rendered with the text."""
    film = localizer.film
    values = {name: value for name, value in of_film.items() if name in film.fact or name in COMMON_VARIABLES}
    if len(values.get("filming-place", ())) > 1:
        del values["filming-place"]
    budget = film.accepted("budget")
    if budget is not None and budget.value.currency is None:
        del values["budget"]
    shortlist = film.accepted("shortlist")
    if shortlist is not None and shortlist.value.low == shortlist.value.high:
        del values["shortlist"]
    values.update(_market(localizer))
    values.update(_genre_and_places(localizer, of_film), **_dates(film))
    if "territory" in values:  # the sentence that joins the two dates has no room for a country
        values.pop("premiere-to-release", None)
    if film.original_title and film.original_title.name != values["title"].base:
        values["original"] = localizer.phrase(film.original_title.name, film.original_title.language)
    return values


def text_facts(film: FilmFacts) -> Iterator[tuple[str, str]]:
    """The accepted statements of a film, as (fact id, English text); opinions are none."""
    for fact_id, fact in film.fact.items():
        claim = accepted_claim(fact) if isinstance(fact, TextFact) else None
        if claim is not None:
            yield fact_id, claim.value


def _terms(localizer: Localizer, concept_ids: Iterable[str]) -> tuple[Term, ...]:
    return tuple(localizer.term(concept_id) for concept_id in concept_ids)


def _people(localizer: Localizer) -> Iterator[tuple[str, Any]]:
    film = localizer.film
    cast = _terms(localizer, (f"person/{member.person}" for member in film.cast))
    directors, writers = (
        _terms(localizer, (f"person/{member.person}" for member in film.crew_of(job)))
        for job in (Job.DIRECTOR, Job.WRITER)
    )
    people = {
        "directors": directors,
        "writers": writers,
        "cast": cast,
        "star": cast[0] if cast else (),
        "others": cast[1:],
    }
    return ((name, value) for name, value in people.items() if value)


def _market(localizer: Localizer) -> dict[str, Any]:
    """The adjective of the film's country, and of its market where that is the same; else the market's name."""
    country, release = (localizer.film.fact.get(name) for name in ("country", "release"))
    claim = localizer.film.accepted("country")
    market = release.country if release is not None else None
    if market is not None and (claim is None or claim.value != market):
        name = str(localizer.locale.territories.get(market, market))
        abroad = {"territory": localizer.phrase(name)}
    else:
        abroad = {}
    if country is None or claim is None or country.adjective is None:
        return abroad
    adjective = localizer.term(f"term/{country.adjective}")
    return {"country": adjective, "market": adjective} if market == claim.value else {"country": adjective, **abroad}


def _genre_and_places(localizer: Localizer, of_film: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if "genre" in of_film:
        values["genre"] = of_film["genre"][0]
    premiere: Fact | None = localizer.film.fact.get("premiere")
    if premiere is not None and premiere.place is not None:
        values["premiere-place"] = localizer.term(f"place/{premiere.place}")
    return values


def _dates(film: FilmFacts) -> dict[str, Any]:
    values: dict[str, Any] = {}
    filming = film.accepted("filming")
    if filming is not None:
        interval = values["filming"] = filming.value.evened()
        values["filming-start"], values["filming-end"] = interval.start, interval.end
        values["filming-start-day"] = interval.start.day or 0
    premiere, release = (_full_date(film, name) for name in ("premiere", "release"))
    if premiere and release and premiere.year == release.year and premiere.first_day < release.first_day:
        values["premiere-to-release"] = Interval(premiere, release)
    return values


def _full_date(film: FilmFacts, fact_id: str) -> PartialDate | None:
    claim = film.accepted(fact_id)
    return claim.value if claim is not None and claim.value.precision is Precision.DAY and not claim.hedge else None
