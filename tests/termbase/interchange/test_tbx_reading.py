"""TBX of others: version 3 in both styles, Microsoft's and IATE's version 2, TBX-Min of 2013."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.errors import TermbaseError
from vyzov_i18n.termbase.interchange.files import check_tbx, read_termbase
from vyzov_i18n.termbase.interchange.model import ConceptRecord, TermRecord
from vyzov_i18n.termbase.model import Status

if TYPE_CHECKING:
    from pathlib import Path

DCA = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="place.iss">
  <descrip type="subjectField">place</descrip>
  <descripGrp><descrip type="definition">A station
      in orbit.</descrip><admin type="source">Roscosmos</admin></descripGrp>
  <langSec xml:lang="en-us"><termSec><term>International <hi>Space</hi> Station</term>
    <termNote type="termType">fullForm</termNote></termSec>
    <termSec><term>ISS</term><termNote type="termType">acronym</termNote></termSec></langSec>
  <langSec xml:lang="RU"><termSec><term>МКС</term>
    <termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    <note>краткое</note></termNoteGrp>
    <termNote type="grammaticalGender">feminine</termNote></termSec></langSec>
</conceptEntry>
</body></text></tbx>
"""
MICROSOFT = """<?xml version='1.0' encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en-US">
<martifHeader><fileDesc><sourceDesc><p>terms</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="1_2345">
 <langSet xml:lang="en-US"><descripGrp><descrip type="definition">A path in space.</descrip></descripGrp><ntig><termGrp>
  <term id="1_2345_t">orbit</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>
 <langSet xml:lang="ru-RU"><ntig><termGrp><term>орбита</term>
  <termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>
</termEntry>
</body></text></martif>
"""
IATE = """<martif type="TBX" xml:lang="en"><text>
<body>
<termEntry id="IATE-84"><descripGrp><descrip type="subjectField">1011</descrip></descripGrp>
<langSet xml:lang="en"><tig><term>competence of the Member States</term><termNote type="termType">fullForm</termNote>
<descrip type="reliabilityCode">3</descrip></tig>
<tig><term>old name</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
<descrip type="reliabilityCode">1</descrip></tig></langSet></termEntry>
</body></text></martif>
"""
MIN = """<TBX dialect="TBX-Min"><header><id>x</id><languages source="de" target="en"/></header><body>
<entry id="C002"><subjectField>biology</subjectField>
<langGroup xml:lang="de"><termGroup><term>Hund</term><partOfSpeech>noun</partOfSpeech></termGroup></langGroup>
<langGroup xml:lang="en"><termGroup><term>dog</term><termStatus>preferred</termStatus></termGroup>
<termGroup><term>hound</term><termStatus>obsolete</termStatus></termGroup></langGroup></entry></body></TBX>
"""
EXPECTED = {
    DCA: ConceptRecord(
        id="place/iss",
        category="place",
        definition="A station in orbit.",
        sources=("Roscosmos",),
        line=5,
        terms={
            "en-US": (
                TermRecord(text="International Space Station", type="fullForm"),
                TermRecord(text="ISS", type="acronym", status=Status.ADMITTED),
            ),
            "ru": (TermRecord(text="МКС", gender="feminine", note="краткое"),),
        },
    ),
    MICROSOFT: ConceptRecord(
        id="1_2345",
        definition="A path in space.",
        line=5,
        terms={
            "en-US": (TermRecord(text="orbit", part_of_speech="noun"),),
            "ru-RU": (TermRecord(text="орбита", part_of_speech="noun"),),
        },
    ),
    IATE: ConceptRecord(
        id="IATE-84",
        category="1011",
        line=3,
        terms={
            "en": (
                TermRecord(text="competence of the Member States", type="fullForm"),
                TermRecord(text="old name", status=Status.DEPRECATED),
            )
        },
    ),
    MIN: ConceptRecord(
        id="C002",
        category="biology",
        line=2,
        terms={
            "de": (TermRecord(text="Hund", part_of_speech="noun"),),
            "en": (TermRecord(text="dog"), TermRecord(text="hound", status=Status.FORBIDDEN)),
        },
    ),
}


@pytest.mark.parametrize("text", EXPECTED, ids=["dca", "microsoft", "iate", "min"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_it_is_read(text: str, charset: str) -> None:
    assert read_termbase(text.encode(charset)).concepts == (EXPECTED[text],)


def test_what_has_no_place_is_counted() -> None:
    findings = read_termbase(IATE.encode()).findings
    assert [(found.rule, found.line, found.column, found.message) for found in findings] == [
        ("skipped-data-category", 5, 1, "reliabilityCode has no place in a glossary here: 2 left out")
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("<termEntry id='a'/>", ("entry-without-term", 2, 1)),
        ("<termEntry><langSet xml:lang='en'><tig><term/></tig></langSet></termEntry>", ("empty-term", 2, 40)),
        (
            "<termEntry><langSet xml:lang='Russian!'><tig><term>x</term></tig></langSet></termEntry>",
            ("malformed-language", 2, 12),
        ),
        ("<concept><term>x</term></concept>", ("skipped-data-category", 2, 1)),
    ],
)
def test_what_cannot_be_read_is_told(entry: str, expected: tuple[str, int, int]) -> None:
    termbase = read_termbase(f"<martif type='TBX'><text><body>\n{entry}</body></text></martif>".encode())
    assert termbase.concepts == ()
    assert [(found.rule, found.line, found.column) for found in termbase.findings][:1] == [expected]


def test_entries_with_one_id_are_both_read() -> None:
    entry = "<termEntry id='a'><langSet xml:lang='en'><tig><term>x</term></tig></langSet></termEntry>\n"
    termbase = read_termbase(f"<martif type='TBX'><text><body>\n{entry * 2}</body></text></martif>".encode())
    assert [concept.id for concept in termbase.concepts] == ["a", "a-3-1"]
    assert [(found.rule, found.line) for found in termbase.findings] == [("duplicate-concept-id", 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<xliff/>", ("no-tbx", 1, 1)),
        ("<martif><text>\n<body></text></martif>", ("malformed-xml", 2, 9)),
        ("<martif>" + "x" * 99 + "\0</martif>", ("malformed-xml", 1, 108)),
        ("<martif", ("malformed-xml", 1, 1)),
        ('<!DOCTYPE m [<!ENTITY a "aa">\n<!ENTITY b "&a;&a;">]><m>&b;</m>', ("declared-entity", 1, 25)),
        ('<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>', ("declared-entity", 1, 52)),
        ('<!DOCTYPE m [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]><m/>', ("declared-entity", 1, 54)),
        (
            '<!DOCTYPE martif SYSTEM "x.dtd"><martif><text><body>&eacute;</body></text></martif>',
            ("undeclared-entity", 1, 53),
        ),
        ("<martif>" + "<a>" * 100 + "</a>" * 100 + "</martif>", ("oversized-xml", 1, 198)),
        ("<martif " + " ".join(f"a{n}='1'" for n in range(65)) + "/>", ("oversized-xml", 1, 1)),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_hostile_files_are_refused(text: str, expected: tuple[str, int, int]) -> None:
    with pytest.raises(TermbaseError) as caught:
        read_termbase(text.encode(), "tbx")
    assert [(found.rule, found.line, found.column) for found in caught.value.findings] == [expected]
    assert check_tbx(text.encode())[0].rule == expected[0]


def test_declared_defaults_count_for_nothing() -> None:
    text = "<!DOCTYPE martif [<!ATTLIST tig note CDATA 'x'>]>" + IATE
    assert read_termbase(text.encode()).concepts[0].terms == EXPECTED[IATE].terms


def test_nothing_is_included() -> None:
    include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd' parse='text'/>"
    text = IATE.replace("<tig><term>old name", f"{include}<tig><term>old name")
    assert read_termbase(text.encode()).concepts == (EXPECTED[IATE],)


def test_a_missing_file_is_told() -> None:
    with pytest.raises(TermbaseError, match="No such file"):
        read_termbase("nowhere.tbx")


def test_notes_and_sources_may_come_more_than_once() -> None:
    note = "<note>one</note><note>two</note><admin type='source'>a</admin><admin type='source'>b</admin>"
    (concept,) = read_termbase(IATE.replace("<descripGrp>", f"{note}<descripGrp>", 1).encode()).concepts
    assert (concept.note, concept.sources) == ("one\ntwo", ("a", "b"))


def test_a_file_over_64_mib_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.tbx"
    with path.open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    with pytest.raises(TermbaseError, match="64 MiB"):
        read_termbase(path)
