"""Articles and subtitles: their running text, each character of it where it stands in the file."""

from vyzov_i18n.documents.alignment import align
from vyzov_i18n.documents.chunks import Chunk, iter_chunks
from vyzov_i18n.documents.editing import edits_for, encode, quote_for
from vyzov_i18n.documents.model import Document, Format, Kind, Segment
from vyzov_i18n.documents.read import read_document

__all__ = [
    "Chunk",
    "Document",
    "Format",
    "Kind",
    "Segment",
    "align",
    "edits_for",
    "encode",
    "iter_chunks",
    "quote_for",
    "read_document",
]
