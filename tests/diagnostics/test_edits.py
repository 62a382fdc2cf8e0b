"""Edits of a text, and their diff."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyzov_i18n.diagnostics.edits import Edit, apply_edits, find_overlaps, unified_diff

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([], "abcdef"),
        ([Edit(1, 3, "X")], "aXdef"),
        ([Edit(4, 6, ""), Edit(0, 1, "AA")], "AAbcd"),
        ([Edit(3, 3, "-")], "abc-def"),
        ([Edit(1, 3, "X"), Edit(3, 5, "Y")], "aXYf"),
        ([Edit(2, 4, "X"), Edit(2, 2, "<"), Edit(4, 4, ">")], "ab<X>ef"),
        ([Edit(6, 6, "!"), Edit(0, 0, "¡")], "¡abcdef!"),
        ([Edit(1, 3, "X"), Edit(1, 3, "X")], "aXdef"),
    ],
)
def test_edits_that_do_not_overlap_are_all_made(edits: list[Edit], text: str) -> None:
    assert apply_edits("abcdef", edits) == text
    assert find_overlaps(edits) == ()


@pytest.mark.parametrize(
    "second",
    [Edit(2, 4, "Y"), Edit(0, 2, "Y"), Edit(0, 6, "Y"), Edit(2, 2, "Y"), Edit(1, 3, "Y"), Edit(1, 2, "Y")],
)
def test_of_edits_that_overlap_the_first_is_made_and_the_others_are_told(second: Edit) -> None:
    edits = [Edit(1, 3, "X"), second, Edit(4, 5, "Z")]
    assert apply_edits("abcdef", edits) == "aXdZf"
    assert find_overlaps(edits) == (second,)


def test_of_insertions_at_one_place_the_first_is_made() -> None:
    edits = [Edit(3, 3, "-"), Edit(3, 3, "+")]
    assert apply_edits("abcdef", edits) == "abc-def"
    assert find_overlaps(edits) == (Edit(3, 3, "+"),)


_edits = st.builds(
    lambda start, length, new: Edit(start, start + length, new),
    st.integers(0, 9),
    st.integers(0, 4),
    st.text("XY", max_size=2),
)


@given(st.lists(_edits, max_size=8))
def test_what_is_made_and_what_is_told_are_all_edits(edits: list[Edit]) -> None:
    left = find_overlaps(edits)
    made = [edit for edit in edits if edit not in left]
    assert find_overlaps(made) == ()
    text = "abcdefghijklm"
    assert apply_edits(text, edits) == apply_edits(text, made)
    expected = text
    for edit in sorted(set(made), reverse=True):
        expected = expected[: edit.start] + edit.new + expected[edit.end :]
    assert apply_edits(text, edits) == expected


def test_a_diff_shows_what_changes() -> None:
    assert unified_diff("ru/a.po", "a\nb\nc\n", "a\nB\nc\n") == (
        "--- a/ru/a.po\n+++ b/ru/a.po\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"
    )


def test_equal_texts_have_no_diff() -> None:
    assert unified_diff("a.po", "a\n", "a\n") == ""


def test_a_diff_tells_of_a_last_line_without_its_line_feed() -> None:
    assert unified_diff("a.po", "a", "b") == (
        "--- a/a.po\n+++ b/a.po\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git, which applies the diff, is not installed")
@pytest.mark.parametrize(
    ("before", "after"),
    [("a\nb\n", "a\nB"), ("a\nb", "a\nb\n"), ("", "x\n"), ("a\u2028b\x0bc\r\nd\n", "a\u2028B\x0bc\r\nd\n")],
)
def test_git_makes_of_the_first_text_the_second(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "a.po").write_text(before, encoding="utf-8", newline="")
    diff = unified_diff("a.po", before, after).encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=tmp_path, input=diff, check=True)
    assert (tmp_path / "a.po").read_bytes().decode() == after
