"""What is written is read again as it was, in every format, as far as the format can carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from vyzov_i18n.termbase.interchange.capacity import fit
from vyzov_i18n.termbase.interchange.files import check_tbx, export_glossary, read_termbase, write_termbase
from vyzov_i18n.termbase.interchange.model import ConceptRecord, Format, Termbase, TermRecord, termbase_of
from vyzov_i18n.termbase.model import Form, Status

if TYPE_CHECKING:
    from vyzov_i18n.termbase.glossary import Glossary

# Shrinking termbases takes minutes.
_briefly = settings(max_examples=40, deadline=None, phases=set(Phase) - {Phase.shrink, Phase.explain})
_HOSTILE = ("\u202e\u2066x\u2069", '"', "'=1+1", "=cmd()", "-", "#", "'", "<&>", "]]>", "&amp;", "\0", "\ufeff", "\x85")
_texts = st.one_of(
    st.text(min_size=1, max_size=12),
    st.text(st.sampled_from("aЖ 'م\t\r\n,;|=-+@#\"«»é\u0301\u2028\u00a0"), min_size=1, max_size=12),
    st.sampled_from(_HOSTILE),
)
_maybe = st.none() | _texts
_sources = st.lists(_texts, max_size=2).map(tuple)
_forms = st.builds(
    Form,
    _texts,
    st.sampled_from(("nominative", "genitive", None)),
    st.sampled_from(("singular", "plural", None)),
    st.sampled_from(("feminine", None)),
)
_terms = st.builds(
    TermRecord,
    text=_texts,
    status=st.sampled_from(list(Status)),
    part_of_speech=st.sampled_from((None, "noun", "properNoun", "adjective", "verb")),
    gender=st.sampled_from((None, "masculine", "feminine", "neuter", "common")),
    number=st.sampled_from((None, "plural")),
    type=st.sampled_from((None, "fullForm", "shortForm", "acronym")),
    note=_maybe,
    sources=_sources,
    forms=st.lists(_forms, max_size=3).map(tuple),
    kind=st.sampled_from((None, "film")),
    indeclinable=st.booleans(),
    case_sensitive=st.booleans(),
    is_quoted=st.booleans(),
    contexts=st.sampled_from(((), ("quoted", "class-word"))),
)


@st.composite
def _languages(draw: st.DrawFn) -> dict[str, tuple[TermRecord, ...]]:
    """Terms in some languages, one of them preferred: the first."""
    languages: dict[str, tuple[TermRecord, ...]] = {}
    for locale in draw(st.lists(st.sampled_from(("en", "ru", "sr-Latn")), min_size=1, max_size=3, unique=True)):
        terms = draw(st.lists(_terms, min_size=1, max_size=3, unique_by=lambda term: " ".join(term.text.split())))
        others = (
            msgspec.structs.replace(term, status=Status.ADMITTED) if term.status is Status.PREFERRED else term
            for term in terms[1:]
        )
        languages[locale] = (msgspec.structs.replace(terms[0], status=Status.PREFERRED), *others)
    return languages


_fields: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"(person|place|term)/[a-z][a-z0-9-]{0,6}", fullmatch=True),
        "category": _maybe,
        "definition": _maybe,
        "note": _maybe,
        "sources": _sources,
        "terms": _languages(),
    }
)
_concepts = _fields.map(lambda fields: ConceptRecord(**fields))
termbases = st.lists(_concepts, max_size=4, unique_by=lambda concept: concept.id).map(
    lambda concepts: Termbase(concepts=tuple(concepts))
)


def plain(termbase: Termbase) -> list[ConceptRecord]:
    """The concepts without the lines they were read from."""
    return [msgspec.structs.replace(concept, line=None) for concept in termbase.concepts]


@pytest.mark.parametrize("format", Format)
@_briefly
@given(termbase=termbases)
def test_a_termbase_comes_back_as_the_format_carries_it(format: Format, termbase: Termbase) -> None:
    carried = fit(termbase, format).termbase
    read = read_termbase(write_termbase(termbase, format), format)
    if format is Format.UTX and not carried.concepts:
        assert read.concepts == ()
    else:
        assert plain(read) == plain(carried)
    assert read.findings == ()


@pytest.mark.parametrize("format", [Format.TBX, Format.TBX_V2])
@_briefly
@given(termbase=termbases.filter(lambda termbase: fit(termbase, Format.TBX).termbase.concepts))
def test_every_export_keeps_the_rules_of_tbx(format: Format, termbase: Termbase) -> None:
    assert check_tbx(write_termbase(termbase, format)) == ()


@_briefly
@given(termbase=termbases, format=st.sampled_from(Format))
def test_what_fits_fits_again_without_loss(termbase: Termbase, format: Format) -> None:
    once = fit(termbase, format).termbase
    again = fit(once, format)
    assert again.termbase == once
    assert again.losses == {}


@pytest.mark.parametrize("format", Format)
def test_the_glossary_of_the_film_comes_back(format: Format, glossary: Glossary) -> None:
    carried = fit(termbase_of(glossary), format).termbase
    assert len(carried.concepts) == len(glossary.concepts)
    assert plain(read_termbase(export_glossary(glossary, format))) == plain(carried)


def test_a_table_carries_everything(glossary: Glossary) -> None:
    fitted = fit(termbase_of(glossary), Format.CSV)
    assert fitted.losses == {}
    assert [set(term.forms) for term in fitted.termbase.concepts[0].terms["ru"]] == [
        set(term.forms) for term in termbase_of(glossary).concepts[0].terms["ru"]
    ]


@pytest.mark.parametrize("format", Format)
def test_an_export_is_the_same_each_time(format: Format, glossary: Glossary) -> None:
    assert export_glossary(glossary, format) == export_glossary(glossary, format.value)


def test_no_cell_is_a_formula() -> None:
    term = TermRecord(text="=HYPERLINK(1)")
    table = write_termbase(Termbase(concepts=(ConceptRecord(id="term/x", terms={"en": (term,)}),)), Format.CSV)
    assert b",'=HYPERLINK(1)," in table
