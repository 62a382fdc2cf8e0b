from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document


def test_only_cues_are_text(read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]) -> None:
    document = read(
        "vtt",
        "WEBVTT - Вызов\nKind: captions\n\nNOTE Юлия\nПересильд\n\nSTYLE\n::cue(b) { color: red }\n\n"
        "REGION\nid:a\n\nвводная\n00:01.000 --> 00:02.000 align:start\nМКС\n\n00:02.000 --> 01:00:03.500\nЗемля\n",
    )
    assert texts(document) == ["МКС", "Земля"]
    assert [(cue.start_time, cue.end_time) for cue in document.segments] == [(1000, 2000), (2000, 3603500)]
    assert document.findings == ()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<v Женя Беляева>Слышу</v>", "Женя Беляева|Слышу"),
        ("<v.loud Женя>Слышу", "Женя|Слышу"),
        ("<00:00:01.500>Сл<c.a.b>ы</c>шу", "Слышу"),
        ("Юлия&nbsp;Пересильд &lt;МКС&gt; &amp;", "Юлия\xa0Пересильд <МКС> &"),
        ("<lang en>The Challenge</lang>", "The Challenge"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_markup_is_no_text(
    source: str, text: str, read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{source}\n")
    assert texts(document) == [text]
    assert document.findings == ()


@pytest.mark.parametrize(
    ("source", "rule", "place"),
    [
        ("00:01.000 --> 00:02.000\nРаз\n\n00:03.000 --> 00:04.000\nДва\n", "missing-signature", (1, 1)),
        (
            "WEBVTT\n\nчужой\nтекст\n\n00:01.000 --> 00:02.000\nРаз\n\n00:03.000 --> 00:04.000\nДва",
            "stray-text",
            (3, 1),
        ),
        ("WEBVTT\n00:01.000 --> 00:02.000\nРаз\n00:03.000 --> 00:04\nДва\n\nконец", "stray-text", (7, 1)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nРаз\n\n2\nab --> 00:04.000\nДва\n", "bad-time", (7, 1)),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nРаз\n\n2\n00:03.000 00:04.000\nДва\n", "missing-arrow", (7, 1)),
    ],
)
def test_what_is_broken_is_told_and_the_rest_read(
    source: str,
    rule: str,
    place: tuple[int, int],
    read: Callable[[str, str], Document],
    texts: Callable[[Document], list[str]],
) -> None:
    document = read("vtt", source)
    assert texts(document) == ["Раз", "Два"]
    assert [(finding.rule, (finding.line, finding.column)) for finding in document.findings] == [(rule, place)]
