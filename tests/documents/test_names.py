"""What documents promise to the matcher: a name goes across markup and line ends, not across blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.termbase.matcher import Matcher
from vyzov_i18n.termbase.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document

MATCHER = Matcher([Pattern("Юлия Пересильд"), Pattern("Вызов"), Pattern("МКС")])
LINK = f"Юлия&nbsp;<a href='https://a.ru/{'а' * 300}'>Пересильд"
CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
EVENT = "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,"


@pytest.mark.parametrize(
    ("suffix", "source", "found"),
    [
        ("html", "<p>Юлия <b>Пере</b>сильд</p>", ["Юлия <b>Пере</b>сильд"]),
        ("html", "<h1>Юлия<br>Пересильд</h1>", ["Юлия<br>Пересильд"]),
        ("html", LINK, [LINK]),
        ("html", "&laquo;&#1042;ызо&#1074;&raquo;", ["&#1042;ызо&#1074;"]),
        ("html", "<p>Юлия<p>Пересильд <td>Юлия<td>Пересильд <img alt=Юлия> Пересильд", []),
        ("html", "<code>Вызов</code> https://a.ru/Вызов <a href='Вызов'>", []),
        ("html", "М&shy;К<!-- -->С", ["М&shy;К<!-- -->С"]),
        ("md", "**Юлия** [Пересильд](a.md), МКС[^1]", ["Юлия** [Пересильд", "МКС"]),
        ("md", "> Юлия\n> Пересильд", ["Юлия\n> Пересильд"]),
        ("md", "|Юлия|Пересильд|\n|-|-|\n|Юлия|Пересильд|\n\n- Юлия\n- Пересильд", []),
        ("md", "Юлия `x` Пересильд `Вызов` [да](Вызов.md) <https://a.ru/Вызов>", []),
        ("vtt", f"{CUE}Юлия\n<c.b>Пересильд</c> <v Юлия>Пересильд", ["Юлия\n<c.b>Пересильд"]),
        ("ass", rf"{EVENT}Юлия{{\i1}}\NПере{{\i0}}сильд, на\hМКС", [r"Юлия{\i1}\NПере{\i0}сильд", "МКС"]),
        ("ass", rf"{EVENT}{{\p1}}МКС{{\p0}}", []),
        ("srt", "1\n00:00:01,000 --> 00:00:02,000\nЮлия\n\n2\n00:00:01,000 --> 00:00:02,000\nПересильд\n", []),
        ("txt", "Юлия\r\nПересильд\r\n\r\nЮлия\r\n\r\nПересильд", ["Юлия\r\nПересильд"]),
    ],
)
def test_names_are_found_where_a_reader_sees_them(
    suffix: str, source: str, found: list[str], read: Callable[[str, str], Document]
) -> None:
    document = read(suffix, source)
    hits = [document.source[slice(*document.span(hit.start, hit.end))] for hit in MATCHER.find(document.text)]
    assert hits == found
