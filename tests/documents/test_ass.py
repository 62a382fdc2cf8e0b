from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document

HEAD = "[Script Info]\nTitle: Вызов\n\n[Events]\n"
FORMAT = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
LINE = "Dialogue: 0,0:00:01.20,0:00:03.90,Default,Женя,0,0,0,,"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Юлия\NПересильд, МКС", "Юлия\nПересильд, МКС"),
        (r"Юлия\nПересильд", "Юлия Пересильд"),
        (r"на\hМКС", "на\xa0МКС"),
        (r"{\i1}Юлия{\i0} Пере{\k20}сильд", "Юлия Пересильд"),
        (r"{\p1}m 0 0 l 10 0{\p0}Земля", "Земля"),
        (r"Земля{\p1}m 0 0{\pos(1,2)} l 10 0", "Земля"),
        (r"{\pos(1,2)}Земля{перевод?}", "Земля"),
        ("не { закрыто", "не { закрыто"),
        ("", ""),
    ],
)
def test_a_cue_is_the_text_field_without_overrides(
    source: str, text: str, read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("ass", f"{HEAD}{FORMAT}{LINE}{source}\n{LINE}Дальше\n")
    assert texts(document) == [text, "Дальше"]
    assert [(cue.start_time, cue.end_time) for cue in document.segments] == [(1200, 3900)] * 2
    assert document.findings == ()


def test_fields_are_in_the_order_of_the_format_line(
    read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("ssa", f"{HEAD}Format: End, Start, Text\r\nDialogue: 0:00:02.00, 0:00:01.00 ,Раз, два\r\n")
    assert texts(document) == ["Раз, два"]
    assert (document.segments[0].start_time, document.segments[0].end_time) == (1000, 2000)


def test_other_lines_and_sections_are_no_text(
    read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("ass", f"{HEAD}{FORMAT}; {LINE}нет\nComment{LINE[8:]}нет\n{LINE}да\n[Fonts]\n{LINE}нет\n")
    assert texts(document) == ["да"]


@pytest.mark.parametrize(
    ("line", "rule", "column"),
    [
        ("Dialogue: 0,0:00:01.20,0:00", "missing-fields", 10),
        (LINE.replace("0:00:01.20", "0:00:71.20"), "bad-time", 13),
        (LINE.replace("0:00:01.20", "0:00:05.00"), "end-before-start", 13),
    ],
)
def test_a_broken_line_is_told_and_the_rest_read(
    line: str, rule: str, column: int, read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("ass", f"{HEAD}{FORMAT}{line}\n{LINE}Раз\n")
    assert texts(document)[-1] == "Раз"
    assert [(finding.rule, finding.line, finding.column) for finding in document.findings] == [(rule, 6, column)]


def test_without_a_format_line_the_usual_one_is_taken(
    read: Callable[[str, str], Document], texts: Callable[[Document], list[str]]
) -> None:
    document = read("ass", f"{HEAD}{LINE}Раз, два\n{LINE}Три\n")
    assert texts(document) == ["Раз, два", "Три"]
    assert [finding.rule for finding in document.findings] == ["missing-format"]
