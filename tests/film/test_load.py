from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vyzov_i18n.errors import FilmError
from vyzov_i18n.film.load import load_facts
from vyzov_i18n.film.model import FilmFacts
from vyzov_i18n.film.values import Interval, Mass, PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Findings = Callable[..., tuple[Diagnostic, ...]]

FILM = Path(__file__).parents[2] / "locale" / "film.toml"
LINES = FILM.read_text(encoding="utf-8").splitlines()
IN_ONE_FOLDER = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def facts_or_findings(file: Path, data: bytes) -> FilmFacts | tuple[Diagnostic, ...]:
    file.write_bytes(data)
    try:
        return load_facts(file)
    except FilmError as error:
        return error.findings


def test_the_film_of_the_package_is_sound() -> None:
    facts = load_facts(FILM)
    assert facts == load_facts(str(FILM.parent))
    assert facts.fact.keys() == tomllib.loads(FILM.read_text(encoding="utf-8"))["fact"].keys()


def test_values_are_typed_and_exact(tmp_path: Path) -> None:
    text = """
        format = 1
        title.name = "T"
        source.a = { publisher = "P", published = "2023" }
        [fact.filming]
        kind = "interval"
        claims = [{ value = { start = 2021-10-05, end = "2021-11" }, sources = ["a"] }]
        [fact.loss]
        kind = "mass"
        label = "Loss"
        claims = [{ value = { amount = 9.50 }, sources = ["a"], accepted = true }]
    """
    facts = facts_or_findings(tmp_path / "film.toml", text.encode())
    assert isinstance(facts, FilmFacts)
    assert facts.source["a"].published == PartialDate(2023)
    assert facts.fact["filming"].claims[0].value == Interval(PartialDate(2021, 10, 5), PartialDate(2021, 11))
    claim = facts.accepted("loss")
    assert claim is not None
    assert claim.value == Mass(Decimal("9.5"))
    assert str(claim.value.amount) == "9.50"


def test_all_defects_come_at_once_in_the_order_of_the_file(findings: Findings) -> None:
    found = findings(
        """\
[[cast]]
person = "zhenya"
charcter = "x"
[character.zhenya-belyaeva]
nam = "Zhenya"
[[cast]]
person = "zhenya"
character = "zhenia"
[fact.premiere]
kind = "date"
claims = [{ value = "soon", sources = ["pres"] }]
[person.zhenya]
name = "Z"
gender = 1
"""
    )
    assert [(item.line, item.column, item.rule, item.message) for item in found] == [
        (6, 1, "unknown-key", "cast[0].charcter: unknown key; did you mean 'character'?"),
        (7, 12, "missing-key", "character.zhenya-belyaeva: the key 'name' is missing"),
        (8, 1, "unknown-key", "character.zhenya-belyaeva.nam: unknown key; did you mean 'name'?"),
        (
            11,
            14,
            "unknown-reference",
            "cast[1].character: no character 'zhenia'; did you mean 'zhenya-belyaeva'?",
        ),
        (
            14,
            21,
            "invalid-value",
            'fact.premiere.claims[0].value: expected a date such as 2023-04-12, "2023-04" or "2023", got \'soon\'',
        ),
        (14, 41, "unknown-reference", "fact.premiere.claims[0].sources[0]: no source 'pres'; did you mean 'press'?"),
        (17, 10, "wrong-type", "person.zhenya.gender: expected 'female' or 'male', got 1"),
    ]


def test_suggestion_replaces_exactly_the_text_of_the_finding(findings: Findings, tmp_path: Path) -> None:
    (found,) = findings('[person.anna]\nname = "Anna"\ngender = "femal"\n')
    assert (found.text, found.suggestion) == ("femal", "female")
    assert (found.line, found.column, found.end_line, found.end_column) == (6, 11, 6, 16)
    assert found.path == str(tmp_path / "film.toml")


def test_line_counts_are_the_same_with_crlf_and_a_byte_order_mark(tmp_path: Path) -> None:
    text = b'\xef\xbb\xbfformat = 2\r\ntitle = { name = "" }\r\nsource = {}\r\n'
    found = facts_or_findings(tmp_path / "film.toml", text)
    assert isinstance(found, tuple)
    assert [(item.line, item.column) for item in found] == [(1, 10), (2, 18)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'a = "x\n"', (1, 7, "toml-syntax", "Illegal character '\\n'")),
        (b"a = 1\nb = soon", (2, 5, "toml-syntax", "Invalid value")),
        (b"a = 1\na = 2\n", (2, 6, "toml-syntax", "Cannot overwrite a value")),
        (b"\n[a", (2, 3, "toml-syntax", "Expected ']' at the end of a table declaration")),
        (b"a = " + b"[" * 10**5, (None, None, "toml-syntax", "arrays or tables are nested too deeply")),
        (b"a = " + b"9" * 10**4, (None, None, "toml-syntax", "a number of too many digits")),
        (b"a = 1\n" + b"a . 'b c'." * 10**4, (2, 3, "toml-syntax", "a key of too many parts")),
        (b"a = 1\n\xd0\xb0\xff", (2, 2, "not-utf-8", "the byte 0xFF is not UTF-8")),
        (b"#" * (4 * 2**20 + 1), (None, None, "file-too-large", "larger than 4 MiB")),
    ],
    ids=["string", "value", "twice", "end", "nested", "digits", "parts", "utf-8", "large"],
)
def test_file_that_is_not_toml_is_one_finding(
    tmp_path: Path, data: bytes, expected: tuple[int | None, int | None, str, str]
) -> None:
    found = facts_or_findings(tmp_path / "film.toml", data)
    assert isinstance(found, tuple)
    assert [(item.line, item.column, item.rule, item.message) for item in found] == [expected]


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("a = soon", 'strings stand in quotation marks, dates are 2023-04-12, "2023-04" or "2023"'),
        ("a: 1", "write key = value on one line; keys are letters, digits, '-' and '_', or stand in quotation marks"),
        ("a = 1\na = 1", "the same key or table is written twice: keep one"),
        ("[a]\n[a]", "the same key or table is written twice: keep one"),
        ('a = "\\d"', "write a backslash twice, or put the string in single quotation marks"),
        ('a = "d', "close it before the end of the line or file"),
        ("a = ]", 'strings stand in quotation marks, dates are 2023-04-12, "2023-04" or "2023"'),
    ],
)
def test_syntax_error_tells_what_to_do(tmp_path: Path, line: str, advice: str) -> None:
    found = facts_or_findings(tmp_path / "film.toml", line.encode())
    assert isinstance(found, tuple)
    assert [item.help for item in found] == [advice]


@pytest.mark.parametrize("name", ["", "film.toml", "no\0such"])
def test_file_that_cannot_be_read_is_one_finding(tmp_path: Path, name: str) -> None:
    with pytest.raises(FilmError) as caught:
        load_facts(f"{tmp_path}/{name}")
    (found,) = caught.value.findings
    assert found.rule == ("unreadable-file" if "\0" in name else "missing-file")


@pytest.mark.parametrize(
    "value",
    ["{ percent = nan }", "{ percent = 1e-999999999 }", '{ fraction = "1/0" }', '{ fraction = "1e999999999" }'],
)
def test_number_without_end_is_a_finding(findings: Findings, value: str) -> None:
    (*_, found) = findings(
        f'[fact.part]\nkind = "share"\nlabel = "Part"\nclaims = [{{ value = {value}, sources = ["press"] }}]'
    )
    assert (found.rule, found.line) == ("invalid-value", 7)


def test_findings_are_bounded(findings: Findings) -> None:
    assert len(findings("".join(f"key-{number} = 1\n" for number in range(3000)))) == 1000


@IN_ONE_FOLDER
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_facts_or_findings(tmp_path: Path, data: bytes) -> None:
    assert facts_or_findings(tmp_path / "film.toml", data)


@IN_ONE_FOLDER
@given(data=st.data())
def test_damaged_film_is_facts_or_findings_in_the_file(tmp_path: Path, data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        start = data.draw(st.integers(0, len(lines[at])))
        end = data.draw(st.integers(start, len(lines[at])))
        patch = data.draw(st.sampled_from(["", "x", '"', "]", "{", ".", "= 1", "\n", "nan", '""', "[[", "\\u202e"]))
        lines[at] = lines[at][:start] + patch + lines[at][end:]
    found = facts_or_findings(tmp_path / "film.toml", "\n".join(lines).encode())
    if isinstance(found, tuple):
        last = sum(line.count("\n") + 1 for line in lines)
        assert found
        assert all(item.line is not None and 1 <= item.line <= last for item in found)
