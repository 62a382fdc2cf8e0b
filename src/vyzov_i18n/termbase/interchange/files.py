"""Termbases to and from files of every format."""

from __future__ import annotations

import codecs
import os
from itertools import islice
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.documents.files import decode, read_bytes
from vyzov_i18n.errors import DocumentError, TermbaseError
from vyzov_i18n.termbase.interchange.capacity import find_losses, fit
from vyzov_i18n.termbase.interchange.model import Format, Termbase, termbase_of

if TYPE_CHECKING:
    from vyzov_i18n.termbase.glossary import Glossary

_MOST_DEFECTS: Final = 1000
_NO_MARK: Final = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_SUFFIXES: Final = {".tbx": Format.TBX, ".xml": Format.TBX, ".csv": Format.CSV, ".tsv": Format.CSV, ".utx": Format.UTX}


def export_glossary(glossary: Glossary, format: Format | str) -> bytes:
    """The file of a glossary in a format; what it lacks then, `list_losses` tells. Raises ValueError on another format.

    The bytes are the same each time.
    """
    return write_termbase(termbase_of(glossary), Format(format))


def list_losses(glossary: Glossary, format: Format | str) -> tuple[Diagnostic, ...]:
    """What of a glossary a file of that format will lack: a finding of severity info for each kind of data."""
    return find_losses(termbase_of(glossary), Format(format))


def write_termbase(termbase: Termbase, format: Format) -> bytes:
    """The file of a termbase in a format, as far as the format can carry it."""
    from vyzov_i18n.termbase.interchange.tables import write_csv
    from vyzov_i18n.termbase.interchange.tbx import write_tbx, write_tbx_v2
    from vyzov_i18n.termbase.interchange.utx import write_utx

    writers = {Format.TBX: write_tbx, Format.TBX_V2: write_tbx_v2, Format.CSV: write_csv, Format.UTX: write_utx}
    return writers[format](fit(termbase, format).termbase)


def read_termbase(
    source: str | os.PathLike[str] | bytes, format: Format | str | None = None, pair: tuple[str, str] | None = None
) -> Termbase:
    """The termbase in a file or in the bytes of one.

    `format` is told from the contents, then from the name, where it is not given; both versions of TBX are one. `pair`
    are the locales of a table whose columns are `source` and `target`. What is left out is told in `findings`; what
    cannot be read at all raises TermbaseError.
    """
    from vyzov_i18n.termbase.interchange.table_reading import parse_csv
    from vyzov_i18n.termbase.interchange.tbx_reading import parse_tbx
    from vyzov_i18n.termbase.interchange.utx import parse_utx

    path, text = read_text(source)
    chosen = Format(format) if format is not None else _detect(text, path) or Format.CSV
    if chosen is Format.CSV:
        return parse_csv(text, path, pair)
    return parse_utx(text, path) if chosen is Format.UTX else parse_tbx(text, path)


def check_tbx(source: str | os.PathLike[str] | bytes) -> tuple[Diagnostic, ...]:
    """What in a TBX file breaks the rules of ISO 30042, an error for each place; the first thousand of them.

    Raises ValueError for a file of another format.
    """
    from vyzov_i18n.termbase.interchange.tbx_rules import find_defects

    try:
        path, text = read_text(source)
        if _detect(text, path) not in (Format.TBX, None):
            raise ValueError(f"{path or 'the file'} is no TBX")
        return tuple(islice(find_defects(text, path), _MOST_DEFECTS))
    except TermbaseError as error:
        return error.findings


def read_text(source: str | os.PathLike[str] | bytes) -> tuple[str | None, str]:
    """The path of a file and its text, in the charset of its byte order mark or XML declaration.

    Raises TermbaseError for what cannot be read.
    """
    path = None if isinstance(source, bytes) else os.fspath(source)
    try:
        data = source if isinstance(source, bytes) else read_bytes(str(path))
        marked = _NO_MARK.get(data[:2])
        mark = codecs.BOM_UTF16_LE if marked == "utf-16-le" else codecs.BOM_UTF16_BE
        return path, decode(path or "", mark + data if marked else data, is_html=True)[0]
    except DocumentError as error:
        raise TermbaseError(error.findings) from error
    except OSError as error:
        message = error.strerror or str(error)
        raise TermbaseError([Diagnostic(rule="unreadable-file", message=message, path=path)]) from error


def _detect(text: str, path: str | None) -> Format | None:
    """The format that the beginning of a file tells, else its name; None where neither does."""
    start = text.lstrip()[:4]
    if start.startswith("<"):
        return Format.TBX
    if start.startswith("#UTX"):
        return Format.UTX
    return _SUFFIXES.get(os.path.splitext(path or "")[1].lower())
