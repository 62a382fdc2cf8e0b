from __future__ import annotations

from pathlib import Path

import pytest

from vyzov_i18n.documents import Document, align, read_document

DATA = Path(__file__).parent / "data"


def subtitles(*times: tuple[float, float] | None) -> Document:
    lines = [
        f"Dialogue: 0,{_time(time[0])},{_time(time[1])},,,0,0,0,,x" if time else "Dialogue: 0,?,?,,,0,0,0,,x"
        for time in times
    ]
    return read_document("a.ass", "\n".join(["[Events]", *lines]).encode())


def _time(seconds: float) -> str:
    return f"0:{int(seconds) // 60:02}:{seconds % 60:05.2f}"


@pytest.mark.parametrize(
    ("source", "target", "groups"),
    [
        ([(0, 2), (2, 4)], [(0.1, 2.1), (2.1, 4.1)], [((0,), (0,)), ((1,), (1,))]),
        ([(0, 4)], [(0, 2), (2, 4)], [((0,), (0, 1))]),
        ([(0, 2), (2, 4)], [(0, 4)], [((0, 1), (0,))]),
        ([(0, 3), (3, 6)], [(0, 1), (1, 5), (5, 6)], [((0, 1), (0, 1, 2))]),
        ([(0, 2), (8, 9)], [(4, 6), (8, 9)], [((0,), ()), ((), (0,)), ((1,), (1,))]),
        ([(2, 4), (0, 2)], [(2, 4), (0, 2)], [((1,), (1,)), ((0,), (0,))]),
        ([None, (0, 2)], [(0, 2), None], [((1,), (0,)), ((0,), ()), ((), (1,))]),
        ([(0, 100), (10, 12)], [(0, 100), (10, 12)], [((0,), (0,)), ((1,), (1,))]),
        ([(2, 1)], [(1, 3)], [((0,), (0,))]),
        ([], [(0, 1)], [((), (0,))]),
        ([], [], []),
    ],
)
def test_cues_shown_together_are_a_group(
    source: list[tuple[float, float] | None],
    target: list[tuple[float, float] | None],
    groups: list[tuple[tuple[int, ...], tuple[int, ...]]],
) -> None:
    assert align(subtitles(*source), subtitles(*target)) == groups


def test_every_cue_is_in_one_group() -> None:
    source, target = (read_document(str(DATA / f"station.{language}.srt")) for language in ("ru", "en"))
    groups = align(source, target)
    assert groups == [((0,), (0, 1)), ((1,), (2,)), ((2,), ()), ((3, 4), (3,)), ((5,), ()), ((6,), ()), ((), (4,))]


def test_many_cues_at_once_are_bounded_work() -> None:
    crowd = subtitles(*[(0, 50)] * 3000)
    groups = align(crowd, crowd)
    assert sorted(index for group in groups for index in group[0]) == list(range(3000))
