"""Tables of others: CSV of Weblate, memoQ, Excel; UTX of every version."""

from __future__ import annotations

from typing import Any

import pytest

from vyzov_i18n.errors import TermbaseError
from vyzov_i18n.termbase.interchange.files import read_termbase
from vyzov_i18n.termbase.interchange.model import ConceptRecord, TermRecord
from vyzov_i18n.termbase.model import Status


def _concept(id: str, line: int, en: str, ru: str, **fields: Any) -> ConceptRecord:
    return ConceptRecord(id=id, line=line, terms={"en": (TermRecord(text=en),), "ru": (TermRecord(text=ru),)}, **fields)


def _row(**fields: str) -> ConceptRecord:
    return _concept("row-2", 2, "orbit", "орбита", **fields)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("source,target\norbit,орбита\n", _row()),
        ("en;ru;Definition\norbit;орбита;a path, in space\n", _row(definition="a path, in space")),
        ('English\tRussian\tNote\n"orbit"\t"орбита"\t"two\nlines"\n', _row(note="two\nlines")),
        ("ID,English,русский\nt/1,orbit,орбита\n", _concept("t/1", 2, "orbit", "орбита")),
        ("location,source,target,ID,fuzzy,translator_comments\n,orbit,орбита,,,\n", _row()),
        ("language,term,concept\nen,orbit,a\nru,орбита,a\n", _concept("a", 2, "orbit", "орбита")),
        (
            "Entry_ID,Entry_Subject,English,English_Def,Russian\r\n7,space,orbit,a path,орбита\r\n",
            _concept("7", 2, "orbit", "орбита", category="space"),
        ),
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_read(table: str, expected: ConceptRecord, charset: str) -> None:
    assert read_termbase(table.encode(charset), "csv", ("en", "ru")).concepts == (expected,)


def test_the_rows_of_one_concept_are_one_concept() -> None:
    table = "id,en,ru,status,ru_gender\n1,The Challenge,Вызов,preferred,m\n1,The Challenge,Челлендж,do not use,\n"
    (concept,) = read_termbase(table.encode()).concepts
    assert concept.terms == {
        "en": (TermRecord(text="The Challenge"),),
        "ru": (
            TermRecord(text="Вызов", gender="masculine"),
            TermRecord(text="Челлендж", status=Status.FORBIDDEN),
        ),
    }


def test_what_is_not_understood_is_told() -> None:
    table = "en,ru,status,Mood\norbit,орбита,verboten,\n,,,sad\nдень,day,,,more\n"
    findings = read_termbase(table.encode()).findings
    assert [(found.rule, found.line) for found in findings] == [
        ("skipped-column", 1),
        ("unknown-value", 2),
        ("row-without-term", 3),
        ("surplus-cells", 4),
    ]


@pytest.mark.parametrize(
    ("table", "rule", "line"),
    [
        ("", "no-term-column", 1),
        ("a,b\n1,2\n", "no-term-column", 1),
        ("source,target\norbit,орбита\n", "no-term-column", 1),
        ('en,ru\norbit,"орбита\n', "broken-table", 2),
        ('en,ru\nfine,хорошо\norbit,"орби"та\n', "broken-table", 3),
        (f"en,ru\n{'x' * 200_000},y\n", "broken-table", 2),
    ],
)
def test_what_is_no_table_is_refused(table: str, rule: str, line: int) -> None:
    with pytest.raises(TermbaseError) as caught:
        read_termbase(table.encode(), "csv")
    assert [(found.rule, found.line) for found in caught.value.findings] == [(rule, line)]


UTX = """#UTX 1.11; en/ru; 2024-01-01T00:00:00Z; copyright: X; license: CC-by 3.0
#description: a test
#src\ttgt\tsrc:pos\tterm status\tconcept ID
orbit\tорбита\tnoun\tapproved\tC1
orbit\tкруг\tnoun\tforbidden\tC1
path round a body\tорбита\t-\tnon-standard\tC1
# a comment
crew\tэкипаж\tnoun\t\t
"""


def test_utx_is_read() -> None:
    termbase = read_termbase(UTX.replace("\n", "\r\n").encode())
    assert termbase.concepts == (
        ConceptRecord(
            id="C1",
            line=4,
            terms={
                "en": (
                    TermRecord(text="orbit", part_of_speech="noun"),
                    TermRecord(text="path round a body", status=Status.DEPRECATED),
                ),
                "ru": (TermRecord(text="орбита"), TermRecord(text="круг", status=Status.FORBIDDEN)),
            },
        ),
        ConceptRecord(
            id="row-8",
            line=8,
            terms={"en": (TermRecord(text="crew", part_of_speech="noun"),), "ru": (TermRecord(text="экипаж"),)},
        ),
    )


def test_utx_with_a_column_for_each_language_is_read() -> None:
    text = "#UTX 1.20; description: x\n#term:en\tterm:ru\tconcept ID\norbit\tорбита\t1\n"
    assert read_termbase(text.encode()).concepts == (_concept("1", 3, "orbit", "орбита"),)


@pytest.mark.parametrize("text", ["", "#UTX 1.11; en/ru\n", "orbit\tорбита\n", "#UTX 1.11; e!/ru\n#src\ttgt\n"])
def test_what_is_no_utx_is_refused(text: str) -> None:
    with pytest.raises(TermbaseError):
        read_termbase(text.encode(), "utx")
