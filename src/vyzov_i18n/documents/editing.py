"""Putting right what stands in a document, so that it stays a valid file of its format and charset."""

from __future__ import annotations

import html
import re
from typing import Final, TypeAlias

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.documents.draft import JOINER
from vyzov_i18n.documents.model import Document, Format, Kind
from vyzov_i18n.errors import DocumentError

Edit: TypeAlias = tuple[int, int, str]

_WORD: Final = re.compile(rf"[^\s{JOINER}](?:\S*[^\s{JOINER}])?")
_JOINERS: Final = re.compile(f"{JOINER}+")


def quote_for(document: Document, text: str, start: int) -> str:
    """The text as it is written in the source of a document at `start`: escaped where the format asks for it."""
    if document.format not in (Format.HTML, Format.VTT):
        return text
    index = document.segment_at(start)
    in_attribute = index is not None and document.segments[index].kind is Kind.ATTRIBUTE
    return html.escape(text, quote=in_attribute)


def encode(document: Document, text: str) -> bytes:
    """The bytes of a changed source: in the charset and behind the byte order mark that the document had.

    What the charset lacks becomes a character reference in HTML; elsewhere it raises DocumentError.
    """
    errors = "xmlcharrefreplace" if document.format is Format.HTML else "strict"
    try:
        return document.mark + text.encode(document.charset, errors)
    except UnicodeEncodeError as error:
        finding = Diagnostic(
            rule="unencodable-character",
            message=f"the charset of the file, {document.charset}, has no {text[error.start]!r}",
            path=document.path,
            help="convert the file to UTF-8",
        )
        raise DocumentError([finding]) from error


def edits_for(document: Document, start: int, end: int, text: str) -> list[Edit] | None:
    """The edits of the source that put `text` in the place of a stretch of the text; None where there is no safe way.

    Word for word where the words are as many, so that line ends and the markup between them stay; else all at once,
    unless markup would be lost. Each edit is the start, the end and what is to stand there, escaped.
    """
    old, new = [found.span() for found in _WORD.finditer(document.text, start, end)], text.split()
    pieces = list(zip(old, new, strict=True)) if len(old) == len(new) else [((start, end), text)]
    if any(_has_markup(document, *span) for span, _ in pieces):
        return None
    return [
        (*document.span(*span), quote_for(document, word, span[0]))
        for span, word in pieces
        if document.text[slice(*span)].replace(JOINER, "") != word
    ]


def _has_markup(document: Document, start: int, end: int) -> bool:
    """Whether there are word joiners, but those that fill up a character reference."""
    joiners = _JOINERS.finditer(document.text, start, end)
    return any(document.span(place, place + 1) == (place, place + 1) for run in joiners for place in _ends(run))


def _ends(run: re.Match[str]) -> tuple[int, int]:
    return run.start(), run.end() - 1
