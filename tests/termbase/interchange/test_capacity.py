"""What an export lacks is told, kind by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.termbase.interchange.capacity import find_losses, fit
from vyzov_i18n.termbase.interchange.files import list_losses
from vyzov_i18n.termbase.interchange.model import ConceptRecord, Format, Termbase, TermRecord, termbase_of
from vyzov_i18n.termbase.model import Form, Status

if TYPE_CHECKING:
    from vyzov_i18n.termbase.glossary import Glossary


def test_what_tbx_lacks_of_the_film_is_told(glossary: Glossary) -> None:
    losses = list_losses(glossary, "tbx")
    assert {finding.severity for finding in losses} == {Severity.INFO}
    records = (term for concept in termbase_of(glossary).concepts for terms in concept.terms.values() for term in terms)
    count = sum(bool(term.forms) for term in records)
    assert count > 0
    told = f"tbx cannot carry the inflected forms of a term: {count} left out or changed"
    assert told in [finding.message for finding in losses]


@pytest.mark.parametrize(
    ("term", "format", "lost"),
    [
        (TermRecord(text="x", forms=(Form("y", "genitive"),)), Format.TBX, "tbx cannot carry the inflected forms"),
        (TermRecord(text="x", gender="common"), Format.TBX_V2, "tbx-v2 cannot carry the gender of a term"),
        (TermRecord(text="x", part_of_speech="properNoun"), Format.TBX, "tbx cannot carry the part of speech"),
        (TermRecord(text="x\0"), Format.CSV, "csv cannot carry white space within a term, or characters"),
        (TermRecord(text="x", note="n"), Format.UTX, "utx cannot carry a note: 1"),
        (TermRecord(text="#x", status=Status.ADMITTED), Format.UTX, "utx cannot carry a term that begins"),
    ],
)  # fmt: skip
def test_a_loss_is_told(term: TermRecord, format: Format, lost: str) -> None:
    terms = (TermRecord(text="first"), term) if term.status is Status.ADMITTED else (term,)
    concept = ConceptRecord(id="term/x", terms={"en": terms, "ru": (TermRecord(text="ы"),)})
    (finding,) = find_losses(Termbase(concepts=(concept,)), format)
    assert (finding.rule, finding.message.startswith(lost)) == ("left-out-of-export", True)


def test_utx_has_two_languages_and_a_preferred_term_in_each() -> None:
    both = {"en": (TermRecord(text="x"),), "ru": (TermRecord(text="ы"),)}
    concepts = (
        ConceptRecord(id="term/a", terms={**both, "fr": (TermRecord(text="z"),)}),
        ConceptRecord(id="term/b", terms={"en": (TermRecord(text="x"),)}),
    )
    fitted = fit(Termbase(concepts=concepts), Format.UTX)
    assert fitted.termbase.concepts == (ConceptRecord(id="term/a", terms=both),)
    assert fitted.losses == {
        "a term of a third language": 1,
        "a concept without a term, or without a preferred one in both languages": 1,
    }
