from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vyzov_i18n.documents import Format, read_document
from vyzov_i18n.documents.read import SUFFIXES, find_format
from vyzov_i18n.errors import DocumentError

FRAGMENTS = [
    "00:00:01,000",
    " --> ",
    "00:01.000",
    "WEBVTT",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "1",
    "NOTE",
    "[Events]",
    "Format:",
]
FRAGMENTS += [
    "Dialogue: 0,",
    "0:00:01.00,",
    ",",
    r"{\i1}",
    r"\N",
    r"\h",
    r"{\p1}",
    "{",
    "}",
    "<",
    ">",
    "<b>",
    "</b>",
    "<p>",
]
FRAGMENTS += [
    "<!--",
    "-->",
    "<br>",
    "<code>",
    "<v Женя>",
    "<img alt='",
    "'",
    '"',
    "&laquo;",
    "&#1042;",
    "&",
    ";",
    "\x1b",
]
FRAGMENTS += [
    "`",
    "```",
    "*",
    "_",
    "[",
    "](",
    ")",
    "[^1]",
    "|",
    "|-|",
    "> ",
    "- ",
    "# ",
    "    ",
    "---",
    "~~~",
    "\\",
    "***",
]
FRAGMENTS += [
    "https://a.ru/б",
    "a@b.ru",
    "Юлия",
    "Пересильд",
    " ",
    "\t",
    "\u2060",
    "😀",
    "é",
    "\ufeff",
    "\u2029",
    "<td>",
    "lang=ru",
]


@given(suffix=st.sampled_from(sorted(SUFFIXES)), source=st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_whatever_the_text_its_places_hold(suffix: str, source: str) -> None:
    document = read_document(f"a{suffix}", source.encode())
    assert document.source == source.removeprefix("\ufeff")
    assert len(document.text) == len(document.source)
    end = 0
    for index, segment in enumerate(document.segments):
        assert end <= segment.start <= segment.end <= len(document.source)
        end = segment.end
        if segment.start < segment.end:
            assert document.segment_at(segment.start) == index
            assert document.text_of(segment).strip("\u2060 \n")
    kept = [index for index, one in enumerate(document.text) if one == document.source[index] and one.isalpha()]
    assert all(document.segment_at(index) is not None for index in kept)


@given(suffix=st.sampled_from(sorted(SUFFIXES)), data=st.binary(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(suffix: str, data: bytes) -> None:
    with suppress(DocumentError):
        document = read_document(f"a{suffix}", data)
        assert len(document.text) == len(document.source)


@pytest.mark.parametrize(
    ("path", "expected"), [("a.TXT", Format.TEXT), ("b.c/a.en.srt", Format.SRT), ("a.ssa", Format.ASS)]
)
def test_the_suffix_tells_the_format(path: str, expected: Format) -> None:
    assert find_format(path) is expected


@pytest.mark.parametrize("path", ["a.docx", "a", "srt", "a.txt/b"])
def test_another_suffix_is_refused_and_the_formats_are_listed(path: str) -> None:
    with pytest.raises(DocumentError, match=r"unknown-format.*\n.*\.txt, \.md, .*\.ass, \.ssa"):
        read_document(path, b"")


def test_control_characters_are_told_and_hide_nothing() -> None:
    document = read_document("a.txt", "Юлия\nПере\0сильд\x1b на орбите МКС, вдали от Земли, домов".encode())
    assert document.text.startswith("Юлия\nПере\u2060сильд\u2060 на")
    assert [(finding.rule, finding.line, finding.column) for finding in document.findings] == [
        ("control-in-text", 2, 5)
    ]


def test_too_many_segments_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vyzov_i18n.documents.draft._MOST_SEGMENTS", 3)
    assert len(read_document("a.txt", b"a\n\na\n\na").segments) == 3
    with pytest.raises(DocumentError, match="too-many-segments"):
        read_document("a.txt", b"a\n\na\n\na\n\na")
