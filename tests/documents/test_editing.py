from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.documents import edits_for, encode, quote_for, read_document
from vyzov_i18n.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document


@pytest.mark.parametrize(
    ("suffix", "source", "replacement", "expected"),
    [
        ("html", "<p>Юлия <b>Пересильда</b></p>", "Юлия Пересильд", "<p>Юлия <b>Пересильд</b></p>"),
        ("html", "<p>Юлия\n <b>Пересильда</b></p>", "Юлия Пересильд", "<p>Юлия\n <b>Пересильд</b></p>"),
        ("html", "<p>Ю<b>лия</b> Пересильда</p>", "Юлия Пересильд", None),
        ("html", "<p>Юлия <b>Пересильда</b></p>", "Пересильд", None),
        ("html", "<p>Юлия Пересильда</p>", "Пересильд", "<p>Пересильд</p>"),
        ("html", "<p>&laquo;Вызво&raquo;</p>", "«Вызов»", "<p>«Вызов»</p>"),
        ("html", "<p>МКС</p>", 'A&B "<"', '<p>A&amp;B "&lt;"</p>'),
        ("html", "<img alt='МКС'>", "A'B\"", "<img alt='A&#x27;B&quot;'>"),
        ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nМКС", "A --> B", "WEBVTT\n\n00:01.000 --> 00:02.000\nA --&gt; B"),
        ("txt", "МКС", "A&B", "A&B"),
        ("md", "> Юлия\n> **Пересильда**", "Юлия Пересильд", "> Юлия\n> **Пересильд**"),
        ("txt", "Юлия Пересильд", "Юлия Пересильд", "Юлия Пересильд"),
    ],
)
def test_the_text_is_replaced_and_the_markup_stays(
    suffix: str, source: str, replacement: str, expected: str | None, read: Callable[[str, str], Document]
) -> None:
    document = read(suffix, source)
    (segment,) = document.segments
    edits = edits_for(document, segment.start, segment.end, replacement)
    if edits is None:
        assert expected is None
        return
    for start, end, text in reversed(edits):
        source = source[:start] + text + source[end:]
    assert source == expected


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfa\r\nb",
        "Юлия\rна орбите".encode("cp1251"),
        b"\xff\xfe" + "Юлия\n".encode("utf-16-le"),
        b"",
    ],
)
def test_an_unchanged_source_is_the_same_file(data: bytes) -> None:
    document = read_document("a.txt", data)
    assert encode(document, document.source) == data


def test_what_the_charset_lacks_becomes_a_reference_in_html() -> None:
    document = read_document("a.html", "<meta charset=windows-1251>Юлия".encode("cp1251"))
    assert encode(document, document.source + "é") == "<meta charset=windows-1251>Юлия&#233;".encode("cp1251")


def test_what_the_charset_lacks_is_refused_elsewhere() -> None:
    document = read_document("a.srt", "Юлия Пересильд".encode("cp1251"))
    with pytest.raises(DocumentError, match="unencodable-character"):
        encode(document, "é")


def test_only_html_and_vtt_escape(read: Callable[[str, str], Document]) -> None:
    assert quote_for(read("srt", ""), "<&>", 0) == "<&>"
    assert quote_for(read("vtt", "WEBVTT"), "<&>", 0) == "&lt;&amp;&gt;"
