"""Putting right what stands in a document, so that it stays a valid file of its format and charset."""

from __future__ import annotations

import html

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.documents.model import Document, Format, Kind
from vyzov_i18n.errors import DocumentError


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
