"""Reading a text or subtitle file, by its suffix."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.documents import ass, html, markdown, plain, srt, vtt
from vyzov_i18n.documents.draft import Draft
from vyzov_i18n.documents.files import decode, guess_finding, read_bytes
from vyzov_i18n.documents.model import Document, Format
from vyzov_i18n.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

SUFFIXES: Final = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".srt": Format.SRT,
    ".vtt": Format.VTT,
    ".ass": Format.ASS,
    ".ssa": Format.ASS,
}
_READERS: Final[dict[Format, Callable[[Draft], None]]] = {
    Format.TEXT: plain.read_plain,
    Format.MARKDOWN: markdown.read_markdown,
    Format.HTML: html.read_html,
    Format.SRT: srt.read_srt,
    Format.VTT: vtt.read_vtt,
    Format.ASS: ass.read_ass,
}


def read_document(path: str, data: bytes | None = None) -> Document:
    """The document in a file, whose suffix tells the format; `data` is its contents where they are at hand.

    What is odd in the file and yet read is in its `findings`. Raises DocumentError where the format is unknown, the
    charset cannot be told, or the file is no text, over 64 MiB or of more than a million segments; OSError where it
    cannot be opened.
    """
    form = find_format(path)
    source, charset = decode(path, read_bytes(path) if data is None else data, is_html=form is Format.HTML)
    draft = Draft(path, source)
    if charset.is_guess:
        draft.findings.append(guess_finding(path))
    draft.report_controls()
    _READERS[form](draft)
    return Document(
        path=path,
        format=form,
        source=source,
        text=draft.finish(),
        lines=draft.lines,
        segments=draft.segments,
        references=draft.references,
        charset=charset.name,
        mark=charset.mark,
        findings=tuple(draft.findings),
    )


def find_format(path: str) -> Format:
    """The format of a file, by its suffix. Raises DocumentError where it is none of those that are read."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in SUFFIXES:
        message = f"files of type {suffix!r} are not read" if suffix else "a file without a suffix is not read"
        advice = f"the types that are read: {', '.join(SUFFIXES)}"
        raise DocumentError([Diagnostic(rule="unknown-format", message=message, path=path, help=advice)])
    return SUFFIXES[suffix]
