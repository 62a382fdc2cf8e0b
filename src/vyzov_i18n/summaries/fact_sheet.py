"""A film's facts as a table: every fact with its label, its accepted value, every claim and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from vyzov_i18n.film.concepts import NameStatus
from vyzov_i18n.film.facts import ConceptsFact, CountryFact, FlagFact, TextFact
from vyzov_i18n.film.model import ORIGINAL_TITLE, TITLE, Job
from vyzov_i18n.film.values import Duration, Interval, PartialDate
from vyzov_i18n.film.wording import claim_context
from vyzov_i18n.summaries.labels import FORMATS, LABELS, QUALIFIERS, UNSIGNED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.film.concepts import Concept
    from vyzov_i18n.film.facts import Claim, Fact
    from vyzov_i18n.film.model import CastMember
    from vyzov_i18n.localizer import Localizer

_MEASURES: Final = ("mass", "duration")
_DATE_LENGTHS: Final = ("short", "medium", "long", "full")


class ClaimRow(msgspec.Struct, frozen=True):
    """What some sources say, in one language. `note` tells the circumstance, `sources` names the publishers."""

    value: str
    sources: tuple[str, ...]
    accepted: bool
    note: str | None = None


class Qualifier(msgspec.Struct, frozen=True):
    """Where, when or with what a fact holds, in one language."""

    label: str
    value: str


class FactRow(msgspec.Struct, frozen=True):
    """A fact in one language. `value` is the accepted claim's, None where none is accepted.

    `disputed` tells that its claims differ, `opinion` that it is one.
    """

    id: str
    label: str
    value: str | None
    claims: tuple[ClaimRow, ...]
    qualifiers: tuple[Qualifier, ...] = ()
    disputed: bool = False
    opinion: bool = False


class Role(msgspec.Struct, frozen=True):
    """A member of the cast and whom they play (None where no source tells), in one language."""

    person: str
    character: str | None


def fact_rows(localizer: Localizer) -> tuple[FactRow, ...]:
    """Every fact of the film, the credits first."""
    film = localizer.film
    rows = [_title_row(localizer), *_original_row(localizer), *_credit_rows(localizer)]
    rows.extend(_fact_row(localizer, fact_id, fact) for fact_id, fact in film.fact.items())
    return (*rows, *_name_rows(localizer))


def disputed_rows(localizer: Localizer) -> tuple[FactRow, ...]:
    """The facts whose claims differ."""
    return tuple(row for row in fact_rows(localizer) if row.disputed)


def cast_rows(localizer: Localizer) -> tuple[Role, ...]:
    """The cast in billing order."""
    return tuple(
        Role(
            localizer.term(f"person/{member.person}").text(),
            localizer.term(f"character/{member.character}").text() if member.character else None,
        )
        for member in localizer.film.cast
    )


def format_date(localizer: Localizer, value: PartialDate, length: str) -> str:
    """A date in a CLDR length (short, medium, long, full) or as "prose" has it. ValueError on another length."""
    from vyzov_i18n.messages.formats.dates import style_formatter

    if length == "prose":
        return _formatted(localizer, "date", value=value)
    if length not in _DATE_LENGTHS:
        raise ValueError(f"no date length {length!r}: there are prose, {', '.join(_DATE_LENGTHS)}")
    return style_formatter(localizer.locale, length).format(value)


def format_interval(localizer: Localizer, value: Interval, length: str) -> str:
    """An interval in a length (short, medium, long) or as "prose" has it. ValueError on another length."""
    from vyzov_i18n.messages.formats.intervals import interval_formatter

    if length == "prose":
        return _interval_text(localizer, value)
    if length not in _DATE_LENGTHS[:3]:
        raise ValueError(f"no interval length {length!r}: there are prose, {', '.join(_DATE_LENGTHS[:3])}")
    return interval_formatter(localizer.locale, "year-month-day", length).format(value)


def _fact_row(localizer: Localizer, fact_id: str, fact: Fact) -> FactRow:
    claims = tuple(
        ClaimRow(
            _claim_text(localizer, fact_id, fact, claim),
            source_names(localizer, claim.sources),
            claim.accepted,
            localizer.text("film", f"note/{fact_id}", claim.note) if claim.note else None,
        )
        for claim in fact.claims
    )
    values = {msgspec.json.encode(claim.value, enc_hook=str) for claim in fact.claims}
    return FactRow(
        fact_id,
        _label(localizer, fact_id, fact.label),
        next((row.value for row in claims if row.accepted), None),
        claims,
        tuple(_qualifiers(localizer, fact)),
        disputed=len(values) > 1 and not fact.opinion,
        opinion=fact.opinion,
    )


def _qualifiers(localizer: Localizer, fact: Fact) -> Iterator[Qualifier]:
    for name, label in QUALIFIERS.items():
        value = getattr(fact, name)
        if value is not None:
            text = localizer.text("summary", label.context, label.text)
            yield Qualifier(text, _qualifier_text(localizer, name, value))


def _qualifier_text(localizer: Localizer, name: str, value: Any) -> str:
    if name == "country":
        return _territory(localizer, value)
    if name == "date":
        return format_date(localizer, value, "prose")
    table = name.removeprefix("return_")
    return localizer.term(f"{table}/{value}").text()


def _claim_text(localizer: Localizer, fact_id: str, fact: Fact, claim: Claim[Any]) -> str:
    if isinstance(fact, TextFact):
        return _statement(localizer, fact_id, str(claim.value))
    if isinstance(fact, CountryFact):
        return _territory(localizer, claim.value)
    if isinstance(fact, FlagFact):
        return _formatted(localizer, "yes" if claim.value else "no")
    if isinstance(fact, ConceptsFact):
        return _formatted(localizer, "concepts", value=[localizer.term(name) for name in claim.value])
    if isinstance(claim.value, Duration) and claim.value.amount is None:
        return _formatted(localizer, "few", unit=claim.value.unit)
    if isinstance(claim.value, Interval):
        return _interval_text(localizer, claim.value)
    kind = fact.__struct_config__.tag
    return _formatted(localizer, "measure" if kind in _MEASURES else str(kind), value=claim.hedged_value)


def _interval_text(localizer: Localizer, value: Interval) -> str:
    return _formatted(localizer, "interval", value=value, start=value.start, end=value.end)


def _territory(localizer: Localizer, code: str) -> str:
    return str(localizer.locale.territories.get(code, code))


def _statement(localizer: Localizer, fact_id: str, text: str) -> str:
    localized = localizer.message("film", claim_context(fact_id), text)
    speaker = localizer.english if localized.origin.fallback else localizer
    return localized.format({name.partition("/")[2]: speaker.term(name) for name, _ in localizer.film.concepts()})


def _formatted(localizer: Localizer, name: str, **arguments: Any) -> str:
    variant = FORMATS[name]
    return localizer.message("summary", variant.context, variant.text).format(arguments)


def _label(localizer: Localizer, fact_id: str, label: str | None) -> str:
    if label:
        return localizer.text("film", f"label/{fact_id}", label)
    known = LABELS[fact_id]
    return localizer.text("summary", known.context, known.text)


def _title_row(localizer: Localizer) -> FactRow:
    return _concept_row(localizer, "title", TITLE, localizer.film.title)


def _original_row(localizer: Localizer) -> Iterator[FactRow]:
    original = localizer.film.original_title
    if original is not None:
        rows = (
            ClaimRow(original.name, source_names(localizer, original.sources), accepted=True),
            *_other_names(localizer, ORIGINAL_TITLE, original),
        )
        yield FactRow("original-title", _label(localizer, "original-title", None), original.name, rows)


def _name_rows(localizer: Localizer) -> Iterator[FactRow]:
    """The people, characters and things that some source names otherwise."""
    for concept_id, concept in localizer.film.concepts():
        if concept.other_names and concept_id != TITLE:
            yield _concept_row(localizer, concept_id, concept_id, concept)


def _concept_row(localizer: Localizer, row_id: str, concept_id: str, concept: Concept) -> FactRow:
    name = localizer.term(concept_id).base
    accepted = ClaimRow(name, source_names(localizer, concept.sources), accepted=True)
    others = tuple(_other_names(localizer, concept_id, concept))
    label = _label(localizer, row_id if row_id in LABELS else "name", None)
    disputed = any(other.status is not NameStatus.ADMITTED for other in concept.other_names)
    return FactRow(row_id, label, name, (accepted, *others), disputed=disputed)


def _other_names(localizer: Localizer, concept_id: str, concept: Concept) -> Iterator[ClaimRow]:
    for other in concept.other_names:
        note = localizer.text("film", f"note/{concept_id}", other.note) if other.note else None
        yield ClaimRow(other.name, source_names(localizer, other.sources), accepted=False, note=note)


def _credit_rows(localizer: Localizer) -> Iterator[FactRow]:
    film = localizer.film
    for job in Job:
        people = film.crew_of(job)
        if people:
            rows = tuple(
                _credit(localizer, localizer.term(f"person/{member.person}").text(), member.sources)
                for member in people
            )
            yield _credits_row(localizer, job.value, rows)
    rows = tuple(_credit(localizer, _role_text(localizer, member), member.sources) for member in film.cast)
    if rows:
        yield _credits_row(localizer, "cast", rows)


def _credits_row(localizer: Localizer, row_id: str, rows: tuple[ClaimRow, ...]) -> FactRow:
    from vyzov_i18n.messages.formats.lists import list_joiner

    value = list_joiner(localizer.locale)([row.value for row in rows])
    return FactRow(row_id, _label(localizer, row_id, None), value, rows)


def _credit(localizer: Localizer, value: str, sources: Iterable[str]) -> ClaimRow:
    return ClaimRow(value, source_names(localizer, sources), accepted=True)


def _role_text(localizer: Localizer, member: CastMember) -> str:
    person = localizer.term(f"person/{member.person}")
    if member.character is None:
        return person.text()
    return _formatted(localizer, "role", person=person, character=localizer.term(f"character/{member.character}"))


def source_names(localizer: Localizer, sources: Iterable[str]) -> tuple[str, ...]:
    """How the sources are named, each name once."""
    publishers = (localizer.film.source[name].publisher for name in sources)
    unsigned = localizer.text("summary", UNSIGNED.context, UNSIGNED.text)
    return tuple(dict.fromkeys(publisher or unsigned for publisher in publishers))
