"""Advanced SubStation Alpha files (.ass, .ssa): the events of type Dialogue, by the Format line above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.documents.lines import spans_of_lines
from vyzov_i18n.documents.timing import read_times

if TYPE_CHECKING:
    from vyzov_i18n.documents.draft import Draft

_MARKUP: Final = re.compile(r"\{[^{}]*+\}|\\[Nnh]")
_DRAWING: Final = re.compile(r"\\p([0-9]{1,3})")
_STANDS_FOR: Final = {r"\N": "\n", r"\n": " ", r"\h": "\u00a0"}
_FIELDS: Final = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"]


def read_ass(draft: Draft) -> None:
    """Make a cue of the text of each Dialogue line; overrides and drawings are no text."""
    is_event = False
    fields: list[str] | None = None
    for start, end in spans_of_lines(draft.source):
        line = draft.source[start:end]
        key, colon, value = line.partition(":")
        key = key.strip().lower()
        if line.startswith("["):
            is_event = line.strip().lower() == "[events]"
        elif is_event and colon and key == "format":
            fields = [field.strip().lower() for field in value.split(",")]
        elif is_event and colon and key == "dialogue":
            if fields is None:
                fields = _FIELDS
                advice = f"write Format: {', '.join(fields)}"
                draft.report("missing-format", "no Format line tells what the fields are", (start, end), help=advice)
            _read_dialogue(draft, fields, end - len(value), end)


def _read_dialogue(draft: Draft, fields: list[str], start: int, end: int) -> None:
    spans = {}
    at = start
    for field in fields[:-1]:
        comma = draft.source.find(",", at, end)
        if comma == -1:
            message = f"the line has fewer fields than the {len(fields)} of the Format line"
            draft.report("missing-fields", message, (start, end), severity=Severity.ERROR)
            return
        spans[field] = _trim(draft.source, at, comma)
        at = comma + 1
    nowhere = (start, start)
    times = read_times(draft, spans.get("start", nowhere), spans.get("end", nowhere))
    draft.skip(at)
    _keep_text(draft, end)
    draft.close_cue(times.start, times.end)


def _keep_text(draft: Draft, end: int) -> None:
    is_drawing = False
    for found in _MARKUP.finditer(draft.source, draft.at, end):
        _keep_unless(is_drawing, draft, found.start())
        if found[0] in _STANDS_FOR:
            draft.put(_STANDS_FOR[found[0]], found.end())
            continue
        draft.hide(found.end())
        if scales := _DRAWING.findall(found[0]):
            is_drawing = int(scales[-1]) > 0
    _keep_unless(is_drawing, draft, end)


def _keep_unless(is_drawing: bool, draft: Draft, end: int) -> None:
    if is_drawing:
        draft.skip(end)
    else:
        draft.keep(end)


def _trim(source: str, start: int, end: int) -> tuple[int, int]:
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), start + max(len(text.rstrip()), len(text) - len(text.lstrip()))
