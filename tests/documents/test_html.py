from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.documents import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Юлия <b>Пере</b>сильд</p>", ["Юлия Пересильд"]),
        ("<p>Юлия\r\n\r\n\tПересильд</p>", ["Юлия     Пересильд"]),
        ("<pre>раз\nдва</pre>", ["раз\nдва"]),
        ("Юлия<br>Пересильд<br/> <BR>Земля", ["Юлия\nПересильд", "Земля"]),
        ("<p>раз<p>два<div>три</div>четыре", ["раз", "два", "три", "четыре"]),
        ("<ul><li>раз<li>два<ul><li>три</ul></ul>", ["раз", "два", "три"]),
        ("<p>Юлия<!-- <p> -->на<!doctype x><?x?> МКС", ["Юлияна МКС"]),
        ("&laquo;Вызов&raquo;&nbsp;&#8212; &#x42e;лия &AMP &bogus; AT&T", ["«Вызов»\xa0— Юлия & &bogus; AT&T"]),
        ("<script>'<p>'</script>да<STYLE>p { }</style >да<svg><title>нет</title></svg>", ["да|да"]),
        ("<p>да <code>нет <b>нет</b></code> да</p>да", ["да | да", "да"]),
        ("<p>да <code>нет</p>да", ["да", "да"]),
        ("1 < 2 <3 </ a> <", ["1 < 2 <3 </ a> <"]),
        ("да <input value=x> да", ["да | да"]),
        ("<a title='x > y' href=\"<p>\">да</a>", ["x > y", "да"]),
        ("<img alt=Кадр title = \"Юлия &quot;МКС&quot;\" data-alt='нет'>", ["Кадр", 'Юлия "МКС"']),
        ("<img alt='' title>да", ["да"]),
        ("смотри https://a.ru/Вызов_(фильм) и anna.b@press.ru.", ["смотри | и |."]),
        ("</p></b>да</div>", ["да"]),
    ],
)
def test_text_is_what_a_reader_sees(
    source: str,
    expected: list[str],
    read: Callable[[str, str], Document],
    texts: Callable[[Document], list[str]],
) -> None:
    document = read("html", source)
    assert texts(document) == expected
    assert document.findings == ()


def test_segments_have_kind_language_and_place(read: Callable[[str, str], Document]) -> None:
    document = read(
        "htm",
        '<html lang="ru"><title>Вызов</title>\n<h1>О <i>фильме</i></h1>'
        "<p>Фильм <i lang=en>The Challenge</i> вышел</p><table><tr><td>раз<td title='два' lang=de>drei</table>",
    )
    assert [
        (document.source[segment.start : segment.end], segment.kind, segment.language) for segment in document.segments
    ] == [
        ("Вызов", Kind.HEADING, "ru"),
        ("О <i>фильме", Kind.HEADING, "ru"),
        ("Фильм", Kind.PARAGRAPH, "ru"),
        ("The Challenge", Kind.PARAGRAPH, "en"),
        ("вышел", Kind.PARAGRAPH, "ru"),
        ("раз", Kind.CELL, "ru"),
        ("два", Kind.ATTRIBUTE, "de"),
        ("drei", Kind.CELL, "de"),
    ]
    place = document.place(document.segments[1].start, document.segments[1].end)
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 5, 2, 16)


def test_a_language_that_is_none_is_no_language(read: Callable[[str, str], Document]) -> None:
    document = read("html", "<p lang=ru>раз<b lang='&lt;'>два</b></p><p lang=''>три</p>")
    assert [segment.language for segment in document.segments] == ["ru", None, None]


@pytest.mark.parametrize(
    "source", ["<p>да</p><a href='нет>нет", "<p>да</p><!-- нет", "<p>да</p><b нет", "<p>да</p><!нет"]
)
def test_what_never_ends_is_told(
    source: str, read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("html", source)
    assert texts(document) == ["да"]
    assert [(finding.rule, finding.column) for finding in document.findings] == [("unclosed-markup", 10)]


@pytest.mark.parametrize(
    "source", ["<b>" * 50_000, "<a b='" * 50_000, "<p><i></b>" * 20_000, "</" * 50_000, "&#" * 50_000, "<!--" * 50_000]
)
def test_hostile_markup_is_read(source: str, read: Callable[[str, str], Document]) -> None:
    assert read("html", source + "да").source.endswith("да")
