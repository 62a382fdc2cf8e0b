"""Changes of a text, and how they are shown before they are made."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from vyzov_i18n.diagnostics.display import show

if TYPE_CHECKING:
    from collections.abc import Sequence


class Edit(msgspec.Struct, frozen=True, order=True):
    """`new` in the place of the characters from `start` to before `end`; an insertion where the two are the same."""

    start: int
    end: int
    new: str


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made, all but those that `find_overlaps` tells."""
    pieces: list[str] = []
    at = 0
    for edit in _choose(edits)[0]:
        pieces += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join((*pieces, text[at:]))


def find_overlaps(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that cannot be made since an earlier one of the sequence changes the same characters.

    An edit that is the same as an earlier one is made with it.
    """
    return tuple(_choose(edits)[1])


def unified_diff(path: str, before: str, after: str) -> str:
    """The difference of two texts of one file, as `git apply` and `patch` read it; empty where there is none."""
    from difflib import unified_diff as compare

    lines = compare(_lines(before), _lines(after), f"a/{show(path)}", f"b/{show(path)}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _choose(edits: Sequence[Edit]) -> tuple[list[Edit], list[Edit]]:
    """The edits that are made, in the order of the text, and those that are not."""
    chosen: list[Edit] = []
    overlapping: list[Edit] = []
    for edit in edits:
        at = bisect_left(chosen, edit)
        neighbours = chosen[max(0, at - 1) : at + 1]
        if edit in neighbours:
            continue
        if any(_overlap(edit, neighbour) for neighbour in neighbours):
            overlapping.append(edit)
        else:
            chosen.insert(at, edit)
    return chosen, overlapping


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether they share characters, or insert at the same place."""
    if one.start == one.end == other.start == other.end:
        return True
    return one.start < other.end and other.start < one.end


def _lines(text: str) -> list[str]:
    """The lines with their line feeds; Python's `splitlines` would cut at other characters too."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
