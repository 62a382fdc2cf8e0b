"""A termbase as files of any format hold it: open vocabularies, since other people's files have their own."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from vyzov_i18n.termbase.model import Form, Status, Usage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import ConceptEntry, Term

FULL_FORM = "fullForm"
SHORT_FORM = "shortForm"


class Format(StrEnum):
    """A format of termbases.

    `tbx` is TBX-Basic of ISO 30042:2019 (version 3) in the style DCT, `tbx-v2` TBX-Basic of ISO 30042:2008 (`martif`),
    `csv` a table with a row a term (RFC 4180), `utx` UTX 1.11 of the AAMT.
    """

    TBX = "tbx"
    TBX_V2 = "tbx-v2"
    CSV = "csv"
    UTX = "utx"


class TermRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A term of one language. `part_of_speech`, `gender` and `type` (termType) have the names of TBX, if any.

    `forms` are its inflected forms; their usage tells nothing here, since a short form is a term of its own. The rest
    is as in `termbase.model.Term`.
    """

    text: str
    status: Status = Status.PREFERRED
    part_of_speech: str | None = None
    gender: str | None = None
    number: str | None = None
    type: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    kind: str | None = None
    indeclinable: bool = False
    case_sensitive: bool = False
    is_quoted: bool = False
    contexts: tuple[str, ...] = ()


class ConceptRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A concept with its terms by locale (BCP 47); `line` is where it stands in the file it was read from."""

    id: str
    category: str | None = None
    definition: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    terms: Mapping[str, tuple[TermRecord, ...]] = {}
    line: int | None = None

    def preferred(self, locale: str) -> TermRecord | None:
        """The preferred term of a locale, the first of them; None where it has none."""
        return next((term for term in self.terms.get(locale, ()) if term.status is Status.PREFERRED), None)


class Termbase(msgspec.Struct, frozen=True, kw_only=True):
    """The concepts of a file, or of a glossary; `findings` tell what of the file could not be understood."""

    concepts: tuple[ConceptRecord, ...]
    path: str | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales of the terms, in the order they come."""
        return tuple(dict.fromkeys(locale for concept in self.concepts for locale in concept.terms))


def termbase_of(glossary: Glossary) -> Termbase:
    """A glossary as a termbase; how persons may be mentioned later on is left out, since it follows from the names."""
    return Termbase(concepts=tuple(map(_concept_record, glossary.concepts)))


def _concept_record(entry: ConceptEntry) -> ConceptRecord:
    return ConceptRecord(
        id=entry.id,
        category=entry.category.value,
        definition=entry.definition,
        sources=entry.sources,
        terms={locale: tuple(_records(terms)) for locale, terms in entry.terms.items() if terms},
    )


def _records(terms: tuple[Term, ...]) -> Iterator[TermRecord]:
    for term in terms:
        short = tuple(_plain(form) for form in term.forms if form.usage is Usage.SHORT)
        yield _record(term, FULL_FORM if short else None)
        if short:
            status = Status.ADMITTED if term.status is Status.PREFERRED else term.status
            yield TermRecord(
                text=short[0].text, status=status, type=SHORT_FORM, forms=_inflected(short), kind=term.kind or None
            )


def _record(term: Term, type: str | None) -> TermRecord:
    full = tuple(_plain(form) for form in term.forms if form.usage is Usage.FULL)
    return TermRecord(
        text=term.text,
        status=term.status,
        part_of_speech=term.part_of_speech.value,
        gender=term.gender,
        number=term.number,
        type=type,
        note=term.note,
        sources=term.sources,
        forms=_inflected(full),
        kind=term.kind or None,
        indeclinable=term.indeclinable,
        case_sensitive=term.case_sensitive,
        is_quoted=term.is_quoted,
        contexts=tuple(context.value for context in term.contexts),
    )


def _plain(form: Form) -> Form:
    return msgspec.structs.replace(form, usage=Usage.FULL)


def _inflected(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms without the first, where that is no more than the term itself."""
    first = forms[0]
    return forms if first.case or first.number or first.gender else forms[1:]
