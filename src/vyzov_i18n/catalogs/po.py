"""Read PO files, as strictly as msgfmt: what it refuses is refused, with the place (gettext manual, "PO Files").

Stricter than msgfmt in two things: text that is not ASCII needs a header that declares its charset by a known name, and
bytes written as escapes have to be characters of that charset.
"""

from __future__ import annotations

from vyzov_i18n.catalogs.charset import declared_charset, find_codec
from vyzov_i18n.catalogs.model import Catalog
from vyzov_i18n.catalogs.reader import Reader
from vyzov_i18n.catalogs.whole import match_entry
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import CatalogError


def read_po(path: str) -> Catalog:
    """Read the PO file at that path. Raises CatalogError with every finding, also where there is no such file."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CatalogError([Diagnostic(rule="unreadable-file", message=reason, path=path)]) from error
    return parse_po(data, path)


def parse_po(data: bytes, path: str | None = None) -> Catalog:
    """Read the contents of a PO file; `path` is only told in findings. Raises CatalogError with every finding."""
    charset = _find_charset(data)
    codec = (find_codec(charset) if charset else None) or "utf-8"
    reader = Reader(data.decode(codec, "surrogateescape"), path, charset, codec)
    entries = list(reader.read())
    if any(finding.severity is Severity.ERROR for finding in reader.findings):
        raise CatalogError(reader.findings)
    findings = tuple(reader.findings)
    return Catalog(entries=entries, path=path, charset=codec, source=reader.source, findings=findings)


def _find_charset(data: bytes) -> str | None:
    """The charset that the header declares; up to there the file is read as bytes."""
    text = data.decode("latin-1")
    first = match_entry(text, 0, "latin-1")
    entries = [first[0]] if first and first[0].is_header else Reader(text, None, "latin-1", "latin-1").read()
    for entry in entries:
        if entry.is_header:
            return declared_charset(entry.translations[0])
    return None
