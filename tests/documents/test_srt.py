from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pysubs2
import pytest

from vyzov_i18n.documents import Kind, read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document

DATA = Path(__file__).parent / "data"


def cue(number: int, times: str, text: str) -> str:
    return f"{number}\n{times}\n{text}\n\n"


@pytest.mark.parametrize(
    "name", ["station.ru.srt", "station.en.srt", "station.ru.vtt", "station.ru.ass", "station.ru.ssa"]
)
def test_cues_are_those_of_pysubs2(name: str, texts: Callable[[Document], list[str]]) -> None:
    path = str(DATA / name)
    document = read_document(path)
    peer = pysubs2.load(path, encoding="utf-8")
    assert document.findings == ()
    assert len(document.segments) > 1
    times = [(segment.start_time, segment.end_time) for segment in document.segments]
    assert times == [(event.start, event.end) for event in peer.events if event.type == "Dialogue"]
    expected = [event.plaintext.replace("\xa0", " ") for event in peer.events if event.type == "Dialogue"]
    assert [text.replace("\xa0", " ") for text in texts(document)] == expected


def test_a_cue_has_its_text_times_and_place(read: Callable[[str, str], Document]) -> None:
    document = read("srt", cue(1, "00:00:01,200 --> 01:00:03,900 X1:10", "<i>Юлия\nПересильд</i>{\\an8}!"))
    (segment,) = document.segments
    assert document.source[segment.start : segment.end] == "Юлия\nПересильд</i>{\\an8}!"
    assert document.text_of(segment) == "Юлия\nПересильд" + "\u2060" * 10 + "!"
    assert (segment.kind, segment.start_time, segment.end_time) == (Kind.CUE, 1200, 3603900)
    assert document.place(segment.start, segment.end).line == 3
    assert document.place(segment.start, segment.end).column == 4


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(
    line_end: str, read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    source = cue(1, "00:00:01,000 --> 00:00:02,000", "Раз\nдва") + cue(2, "00:00:03,000 --> 00:00:04,000", "Три")
    document = read("srt", source.replace("\n", line_end))
    assert [text.replace(" ", "") for text in texts(document)] == ["Раз\nдва", "Три"]
    assert document.findings == ()
    assert document.place(document.segments[1].start, document.segments[1].end).line == 8


@pytest.mark.parametrize(
    ("times", "rule", "place", "read_times"),
    [
        ("00:00:61,000 --> 00:00:02,000", "bad-time", (6, 1, 6, 13), (None, 2000)),
        ("00:00:01,000 --> 0x:00:02,000", "bad-time", (6, 18, 6, 30), (1000, None)),
        ("xx:00:01,000 --> 00:00:02,000", "bad-time", (6, 1, 6, 13), (None, 2000)),
        ("00:00:01,000 -->", "bad-time", (6, 17, 6, 17), (1000, None)),
        ("00:00:01,000 00:00:02,000", "missing-arrow", (6, 1, 6, 26), (1000, 2000)),
        ("00:00:01,000 - 00:00:02,000", "missing-arrow", (6, 1, 6, 28), (1000, 2000)),
        ("00:00:01,000 → 00:00:02,000", "missing-arrow", (6, 1, 6, 28), (1000, 2000)),
        ("00:00:02,000 --> 00:00:01,000", "end-before-start", (6, 1, 6, 30), (2000, 1000)),
        ("00:00:00,500 --> 00:00:02,000", "overlapping-cues", (6, 1, 6, 30), (500, 2000)),
    ],
)
def test_a_broken_cue_is_told_and_the_rest_read(
    times: str,
    rule: str,
    place: tuple[int, int, int, int],
    read_times: tuple[int | None, int | None],
    read: Callable[[str, str], Document],
    texts: Callable[[Document], list[str]],
) -> None:
    source = cue(1, "00:00:00,000 --> 00:00:00,900", "Раз") + cue(2, times, "Два")
    document = read("srt", source + cue(3, "00:00:05,000 --> 00:00:06,000", "Три"))
    (finding,) = document.findings
    assert (finding.rule, finding.path) == (rule, "a.srt")
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == place
    assert texts(document) == ["Раз", "Два", "Три"]
    assert (document.segments[1].start_time, document.segments[1].end_time) == read_times


def test_text_without_times_is_told(
    read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    source = "Перевод: Анна\n\n" + cue(1, "00:00:01,000 --> 00:00:02,000", "Раз") + "2\nДва\n"
    document = read("srt", source)
    assert texts(document) == ["Раз|2\nДва"]
    assert [(finding.rule, finding.line, finding.column) for finding in document.findings] == [
        ("stray-text", 1, 1),
        ("stray-text", 7, 1),
    ]


def test_findings_come_to_an_end(read: Callable[[str, str], Document]) -> None:
    document = read("srt", cue(1, "00:00:99,000 --> 00:00:02,000", "Раз") * 2000)
    assert len(document.segments) == 2000
    assert len(document.findings) == 1001
    assert document.findings[-1].rule == "too-many-findings"
