"""The facts of a film that an entry of its catalogs tells of."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from vyzov_i18n.checks.quantities import Date
from vyzov_i18n.film.facts import ConceptsFact, TextFact, accepted_claim
from vyzov_i18n.film.model import facts_of, variables_of
from vyzov_i18n.film.values import Count, Duration, Interval, Mass, Money, PartialDate, Range, Share
from vyzov_i18n.summaries.variables import ORIGINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.film.facts import Claim, Fact
    from vyzov_i18n.film.model import FilmFacts


_QUALIFIERS: Final = ("premiere-place", "market", "territory")  # of facts: they hold where, not when


class FactValue(NamedTuple):
    """What a claim says in numbers or dates."""

    fact: str
    shown: str
    sources: tuple[str, ...]
    numbers: frozenset[Fraction]
    dates: tuple[Date, ...]

    def __str__(self) -> str:
        return f"the fact “{self.fact}” is {self.shown} ({', '.join(self.sources)})"


class EntryFacts:
    """The facts of a film by the entries that tell of them."""

    def __init__(self, film: FilmFacts) -> None:
        self._film = film
        self._lines = {line.id: facts_of(line, film.fact) for line in film.line}

    def facts(self, context: str | None, variables: Iterable[str]) -> dict[str, Fact]:
        """The facts of an entry by its context, and by the variables of its source."""
        kind, _, name = (context or "").partition("/")
        names = {origin for variable in variables for origin in ORIGINS.get(variable, (variable,))}
        if kind in ("claim", "label", "note"):
            names.add(name)
        elif kind == "line":
            names |= self._lines.get(name, set())
        return {name: self._film.fact[name] for name in sorted(names) if name in self._film.fact}

    def told(self, variables: Iterable[str]) -> frozenset[str]:
        """The facts whose values variables hold."""
        names = (
            name for variable in variables if variable not in _QUALIFIERS for name in ORIGINS.get(variable, (variable,))
        )
        return frozenset(name for name in names if name in self._film.fact)

    def values(self, facts: dict[str, Fact]) -> list[FactValue]:
        """What the accepted claims of facts say in numbers or dates; all claims of a fact without an accepted one."""
        return [
            FactValue(
                name, _show(claim.value), self._sources(claim), frozenset(_numbers(claim.value)), _dates(claim.value)
            )
            for name, fact in facts.items()
            for claim in _claims(fact)
            if not isinstance(claim.value, (str, bool, tuple))
        ]

    def concepts(self, facts: dict[str, Fact]) -> set[str]:
        """The ids of the concepts that facts are about."""
        found: set[str] = set()
        for fact in facts.values():
            tables = {"person": fact.person, "place": fact.place}
            found |= {f"{table}/{name}" for table, name in tables.items() if name}
            found |= {f"ship/{name}" for name in (fact.ship, fact.return_ship) if name}
            if isinstance(fact, ConceptsFact):
                found.update(concept for claim in fact.claims for concept in claim.value)
            elif isinstance(fact, TextFact):
                names = {name for claim in fact.claims for name in variables_of(claim.value)}
                found.update(concept for concept, _ in self._film.concepts() if concept.partition("/")[2] in names)
        return found

    def _sources(self, claim: Claim[object]) -> tuple[str, ...]:
        sources = (self._film.source[name] for name in claim.sources)
        return tuple(source.publisher or f"“{source.title}”" for source in sources)


def _claims(fact: Fact) -> tuple[Claim[Any], ...]:
    accepted = accepted_claim(fact)
    claims: tuple[Claim[Any], ...] = fact.claims
    return claims if accepted is None else (accepted,)


def _dates(value: object) -> tuple[Date, ...]:
    ends = (value.start, value.end) if isinstance(value, Interval) else (value,)
    return tuple(Date(end.year, end.month, end.day) for end in ends if isinstance(end, PartialDate))


def _numbers(value: object) -> Iterator[Fraction]:
    if isinstance(value, Range):
        yield from (Fraction(value.low), Fraction(value.high))
    elif isinstance(value, Share):
        yield from (Fraction(value.percent),) if value.percent is not None else (value.ratio,)
    elif isinstance(value, (Count, Money, Mass, Duration)) and value.amount is not None:
        yield Fraction(value.amount)


def _show(value: object) -> str:
    match value:
        case Interval(start=start, end=end):
            return f"{start} – {end}"
        case Range(low=low, high=high):
            return f"{low:,}–{high:,}"
        case Share(percent=percent, fraction=fraction):
            return fraction or f"{percent} %"
        case Money(amount=amount, currency=currency):
            return f"{amount:,} {currency or ''}".rstrip()
        case Count(amount=amount) | Mass(amount=amount) | Duration(amount=amount):
            return "unknown" if amount is None else f"{amount:,}"
        case _:
            return str(value)
