"""The rules of ISO 30042, each broken in a file that is right otherwise."""

from __future__ import annotations

import pytest

from vyzov_i18n.termbase.interchange.files import check_tbx

DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">
<transacGrp><basic:transactionType>origination</basic:transactionType><date>2010-04-17</date></transacGrp>
<min:subjectField>film</min:subjectField>
<basic:crossReference target="c2">see</basic:crossReference>
<langSec xml:lang="en">
<descripGrp><basic:definition>What.</basic:definition><basic:source>Where</basic:source></descripGrp>
<termSec><term id="c2">orbit</term><min:partOfSpeech>noun</min:partOfSpeech><note>n</note></termSec>
</langSec>
</conceptEntry>
</body></text></tbx>
"""  # noqa: E501
DCA = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1"><descrip type="subjectField">film</descrip>
<langSec xml:lang="en"><termSec><term>orbit</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>
"""
MARTIF = """<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c1"><descrip type="subjectField">film</descrip>
<langSet xml:lang="en"><tig><term>Nauka</term><termNote type="partOfSpeech">properNoun</termNote></tig>
<ntig><termGrp><term>orbit</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>
"""


@pytest.mark.parametrize("text", [DCT, DCA, MARTIF], ids=["dct", "dca", "martif"])
def test_a_right_file_has_no_findings(text: str) -> None:
    assert check_tbx(text.encode()) == ()


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        (DCT, 'type="TBX-Basic"', "", ("tbx-dialect", 1, 1)),
        (DCT, 'style="dct"', "", ("tbx-style", 1, 1)),
        (DCT, "30042:ed-2", "30042:ed:3.0", ("tbx-namespace", 1, 1)),
        (DCT, 'xml:lang="en" xmlns', "xmlns", ("malformed-language", 1, 1)),
        (DCT, "<p>test</p>", "", ("missing-tbx-element", 2, 22)),
        (DCT, "<sourceDesc><p>test</p></sourceDesc>", "", ("missing-tbx-element", 2, 12)),
        (DCT, 'id="c1"', 'id="1"', ("malformed-tbx-id", 4, 1)),
        (DCT, 'id="c1"', 'id="c2"', ("duplicate-tbx-id", 10, 10)),
        (DCT, 'target="c2"', 'target="c9"', ("dangling-target", 7, 1)),
        (DCT, ' target="c2"', "", ("dangling-target", 7, 1)),
        (DCT, "2010-04-17", "17 April", ("tbx-value", 5, 71)),
        (DCT, "<min:subjectField>film", "<min:subjectField>", ("tbx-value", 6, 1)),
        (DCT, ">noun<", ">properNoun<", ("tbx-value", 10, 36)),
        (DCT, ">orbit<", "><", ("tbx-value", 10, 10)),
        (DCT, '<term id="c2">orbit</term>', '<note id="c2"/>', ("missing-tbx-element", 10, 1)),
        (DCT, "min:subjectField", "min:etymology", ("unknown-data-category", 6, 1)),
        (DCT, "min:subjectField", "basic:subjectField", ("tbx-namespace", 6, 1)),
        (DCT, "<note>n</note>", '<termNote type="termType">variant</termNote>', ("tbx-style", 10, 77)),
        (DCT, "<note>n</note>", "<min:subjectField>x</min:subjectField>", ("misplaced-data-category", 10, 77)),
        (DCT, 'langSec xml:lang="en"', 'langSec xml:lang="English!"', ("malformed-language", 8, 1)),
        (DCT, "</langSec>", "</langSec><note>late</note>", ("misplaced-tbx-element", 11, 11)),
        (DCT, "<conceptEntry id", "<termEntry/><conceptEntry id", ("misplaced-tbx-element", 4, 1)),
        (DCA, '"partOfSpeech"', '"x-part"', ("unknown-data-category", 4, 51)),
        (DCA, ' type="partOfSpeech"', "", ("unknown-data-category", 4, 51)),
        (DCA, '<descrip type="subjectField">film</descrip>', '<xref type="subjectField"/>', ("tbx-style", 3, 35)),
        (DCA, "<termSec>", "<termSec/><termSec>", ("missing-tbx-element", 4, 24)),
        (DCA, "</langSec>", '</langSec><langSec xml:lang="EN"/>', ("repeated-language", 4, 116)),
        (MARTIF, "langSet", "langSec", ("misplaced-tbx-element", 4, 1)),
        (MARTIF, ">properNoun<", ">Noun<", ("tbx-value", 4, 47)),
    ],
)  # fmt: skip
def test_a_broken_rule_is_found(text: str, old: str, new: str, expected: tuple[str, int, int]) -> None:
    assert old in text
    findings = check_tbx(text.replace(old, new).encode())
    assert (findings[0].rule, findings[0].line, findings[0].column) == expected


@pytest.mark.parametrize("text", [DCT, DCA, MARTIF], ids=["dct", "dca", "martif"])
def test_a_file_without_entries_lacks_something(text: str) -> None:
    body = text[text.index("<body>") + 6 : text.index("</body>")]
    assert [(found.rule, found.line) for found in check_tbx(text.replace(body, "").encode())] == [
        ("missing-tbx-element", 1)
    ]


def test_other_dialects_have_categories_of_their_own() -> None:
    text = (
        DCA.replace("TBX-Basic", "TBX-Linguist").replace("partOfSpeech", "etymology").replace("subjectField", "source")
    )
    assert check_tbx(text.encode()) == ()
    (finding,) = check_tbx(text.replace("<descrip ", '<descrip target="c9" ').encode())
    assert finding.rule == "dangling-target"


def test_an_address_is_one_of_the_web() -> None:
    for target, rules in (("https://example.org/x.png", []), ("x.png", ["dangling-target"])):
        graphic = f'<min:subjectField>film</min:subjectField><basic:xGraphic target="{target}">x</basic:xGraphic>'
        text = DCT.replace("<min:subjectField>film</min:subjectField>", graphic)
        assert [found.rule for found in check_tbx(text.encode())] == rules
