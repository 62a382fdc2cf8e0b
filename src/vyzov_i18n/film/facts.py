"""Facts: claims side by side, of one type a kind; at most one claim is accepted."""

# Annotations are values here, not strings: msgspec would compile each string at the first film that is loaded.
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

from msgspec import Meta

from vyzov_i18n.film.concepts import ConceptId, Country, Id, Record, Text
from vyzov_i18n.film.values import Count, Duration, Hedge, Hedged, Interval, Mass, Money, PartialDate, Range, Share

V = TypeVar("V")


class Claim(Record, Generic[V], frozen=True, kw_only=True):
    """What sources say: a value, how they hedge it, whether the summaries use it."""

    value: V
    sources: Annotated[tuple[Id, ...], Meta(min_length=1)]
    accepted: bool = False
    hedge: Hedge | None = None
    note: Text | None = None

    @property
    def hedged_value(self) -> V | Hedged:
        """The value, wrapped in `Hedged` where the sources hedge it."""
        return self.value if self.hedge is None else Hedged(self.value, self.hedge)


class _Fact(Record, tag_field="kind", frozen=True, kw_only=True):
    """What every fact has; the qualifiers tell where, when and with what it holds.

    `label` names a fact that the library does not know by its id. `opinion` keeps a fact out of every summary.
    """

    label: Text | None = None
    note: Text | None = None
    opinion: bool = False
    country: Country | None = None
    adjective: Id | None = None
    place: Id | None = None
    date: PartialDate | None = None
    ship: Id | None = None
    return_ship: Id | None = None
    person: Id | None = None


class DateFact(_Fact, tag="date", frozen=True, kw_only=True):
    """A day, month or year."""

    claims: tuple[Claim[PartialDate], ...]


class IntervalFact(_Fact, tag="interval", frozen=True, kw_only=True):
    """From one date to another."""

    claims: tuple[Claim[Interval], ...]


class CountFact(_Fact, tag="count", frozen=True, kw_only=True):
    """A whole number of things."""

    claims: tuple[Claim[Count], ...]


class RangeFact(_Fact, tag="range", frozen=True, kw_only=True):
    """A number or quantity between two others."""

    claims: tuple[Claim[Range], ...]


class ShareFact(_Fact, tag="share", frozen=True, kw_only=True):
    """A part of a whole."""

    claims: tuple[Claim[Share], ...]


class MoneyFact(_Fact, tag="money", frozen=True, kw_only=True):
    """An amount of money."""

    claims: tuple[Claim[Money], ...]


class MassFact(_Fact, tag="mass", frozen=True, kw_only=True):
    """A mass."""

    claims: tuple[Claim[Mass], ...]


class DurationFact(_Fact, tag="duration", frozen=True, kw_only=True):
    """A length of time."""

    claims: tuple[Claim[Duration], ...]


class FlagFact(_Fact, tag="flag", frozen=True, kw_only=True):
    """Something that is so or is not."""

    claims: tuple[Claim[bool], ...]


class CountryFact(_Fact, tag="country", frozen=True, kw_only=True):
    """A country, as its ISO 3166-1 alpha-2 code."""

    claims: tuple[Claim[Country], ...]


class ConceptsFact(_Fact, tag="concepts", frozen=True, kw_only=True):
    """One or more concepts, in their order, by concept id."""

    claims: tuple[Claim[Annotated[tuple[ConceptId, ...], Meta(min_length=1)]], ...]


class TextFact(_Fact, tag="text", frozen=True, kw_only=True):
    """A statement: an English MessageFormat 2 message whose variables are ids of this film."""

    claims: tuple[Claim[Text], ...]


Fact: TypeAlias = (
    DateFact
    | IntervalFact
    | CountFact
    | RangeFact
    | ShareFact
    | MoneyFact
    | MassFact
    | DurationFact
    | FlagFact
    | CountryFact
    | ConceptsFact
    | TextFact
)


def accepted_claim(fact: Fact) -> Claim[Any] | None:
    """The claim that summaries use, or None where none is accepted or the fact is an opinion."""
    return None if fact.opinion else next((claim for claim in fact.claims if claim.accepted), None)
