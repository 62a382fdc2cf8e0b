"""Read PO files, as strictly as msgfmt: what it refuses is refused, with the place (gettext manual, "PO Files").

Stricter than msgfmt in three things: text that is not ASCII needs a header that declares its charset by a known name,
bytes written as escapes have to be characters of that charset, and so have the bytes of the header itself.
"""

from __future__ import annotations

from vyzov_i18n.catalogs.charset import declared_charset, find_codec
from vyzov_i18n.catalogs.files import read_regular
from vyzov_i18n.catalogs.model import Catalog
from vyzov_i18n.catalogs.reader import Reader
from vyzov_i18n.catalogs.whole import match_header
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import CatalogError


def read_po(path: str) -> Catalog:
    """Read the PO file at that path. Raises CatalogError with every finding, also where there is no such file."""
    return parse_po(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """The contents of the file at that path, for `parse_po`. Raises CatalogError."""
    try:
        return read_regular(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CatalogError([Diagnostic(rule="unreadable-file", message=reason, path=path)]) from error


def parse_po(data: bytes, path: str | None = None) -> Catalog:
    """Read the contents of a PO file; `path` is only told in findings. Raises CatalogError with every finding."""
    charset = _find_charset(data)
    codec = (find_codec(charset) if charset else None) or "utf-8"
    reader = Reader(*_decode(data, codec), path, charset, codec)
    entries = reader.read()
    if any(finding.severity is Severity.ERROR for finding in reader.findings):
        raise CatalogError(reader.findings)
    findings = tuple(reader.findings)
    return Catalog(entries=entries, path=path, charset=codec, source=reader.source, findings=findings)


def decode_po(data: bytes) -> str:
    """The text of a PO file as its header says; bytes that are no characters become surrogates (PEP 383)."""
    charset = _find_charset(data)
    return _decode(data, (find_codec(charset) if charset else None) or "utf-8")[0]


def _decode(data: bytes, codec: str) -> tuple[str, bool]:
    """The text, and whether all of it is characters, none of them NUL or U+0004; other bytes become surrogates."""
    try:
        return data.decode(codec), b"\0" not in data and b"\4" not in data
    except UnicodeDecodeError:
        return data.decode(codec, "surrogateescape"), False


def _find_charset(data: bytes) -> str | None:
    """The charset that the header declares; up to there the file is read as bytes."""
    header = match_header(data.decode("latin-1"), "latin-1")
    if header is None:
        entries = Reader(*_decode(data, "latin-1"), None, "latin-1", "latin-1").read()
        header = next((entry.translations[0] for entry in entries if entry.is_header), "")
    return declared_charset(header)
