"""MO files: write what msgfmt writes, read what anyone may have written (gettext manual, "MO Files")."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, TypeAlias

from vyzov_i18n.catalogs.files import read_regular
from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.model import Catalog, Entry, Key

Translations: TypeAlias = "dict[Key, str | tuple[str, ...]]"

_MAGIC: Final = 0x950412DE
_HEADER_SIZE: Final = 28
_UNREPRODUCIBLE: Final = "POT-Creation-Date:"


def write_mo(catalog: Catalog) -> bytes:
    """The catalog as `msgfmt --no-hash` writes it: sorted by key, in its own charset, the same bytes each time.

    Fuzzy, untranslated and obsolete entries are left out, and so are, unlike in msgfmt, plurals that lack a form.
    Raises CatalogError for a text that the charset cannot hold.
    """
    pairs = [_encode(entry, catalog) for entry in catalog.entries if is_compiled(entry)]
    pairs.sort(key=lambda pair: pair[0].partition(b"\0")[0])
    count = len(pairs)
    strings_start = _HEADER_SIZE + 16 * count
    keys, texts_start = _describe([key for key, _ in pairs], strings_start)
    texts, _ = _describe([text for _, text in pairs], texts_start)
    header = struct.pack("<7I", _MAGIC, 0, count, _HEADER_SIZE, _HEADER_SIZE + 8 * count, 0, strings_start)
    strings = [*(key for key, _ in pairs), *(text for _, text in pairs), b""]
    return b"".join((header, keys, texts, b"\0".join(strings)))


def is_compiled(entry: Entry) -> bool:
    """Whether an MO file holds the entry: every form is there, none is fuzzy; of the header, fuzzy or not, the text."""
    return all(entry.translations) and not entry.obsolete and (entry.is_header or not entry.is_fuzzy)


def read_mo(path: str) -> tuple[Translations, str]:
    """The translations of the MO file at that path, by (msgctxt or None, msgid), and its header.

    Plural entries are a tuple of their forms, under the key of their singular. Raises CatalogError, whatever the
    file holds.
    """
    try:
        return parse_mo(read_regular(path))
    except OSError as error:
        finding = Diagnostic(rule="unreadable-file", message=error.strerror or str(error), path=path)
        raise CatalogError([finding]) from error
    except ValueError as error:
        raise CatalogError([Diagnostic(rule="broken-mo", message=str(error), path=path)]) from error


def parse_mo(data: bytes) -> tuple[Translations, str]:
    """As `read_mo`, of the contents of a file; raises ValueError."""
    pairs = list(_split_pairs(data))
    raw_header = next((text for key, text in pairs if not key), b"")
    codec = _find_codec(raw_header)
    translations: Translations = {}
    for raw_key, raw_text in pairs:
        if raw_key and raw_text:
            key, separator, _ = raw_key.decode(codec).partition("\0")
            forms = raw_text.decode(codec).split("\0")
            context, has_context, message = key.partition("\4")
            place = (context, message) if has_context else (None, key)
            translations[place] = tuple(forms) if separator else forms[0]
    return translations, raw_header.decode(codec)


def _encode(entry: Entry, catalog: Catalog) -> tuple[bytes, bytes]:
    key = entry.message if entry.context is None else f"{entry.context}\4{entry.message}"
    if entry.plural is not None:
        key = f"{key}\0{entry.plural}"
    text = "\0".join(entry.translations)
    if not entry.message and entry.is_header:  # msgfmt leaves the date out, so that compiling twice gives the same file
        text = "".join(line for line in text.splitlines(True) if not line.startswith(_UNREPRODUCIBLE))
    try:
        return key.encode(catalog.charset), text.encode(catalog.charset)
    except UnicodeEncodeError as error:
        message = f"the charset {catalog.charset} has no {error.object[error.start]!r}"
        raise CatalogError([Diagnostic(rule="unencodable-text", message=message, path=catalog.path)]) from error


def _describe(strings: list[bytes], offset: int) -> tuple[bytes, int]:
    """The table of lengths and offsets of strings that stand one after the other, and where they end."""
    numbers: list[int] = []
    for string in strings:
        numbers += (len(string), offset)
        offset += len(string) + 1
    return struct.pack(f"<{len(numbers)}I", *numbers), offset


def _split_pairs(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The raw keys and texts; every offset is checked, and strings that overlap are refused: they could fill memory."""
    if len(data) < _HEADER_SIZE:
        raise ValueError("the file is too short for an MO file")
    order = next((order for order in "<>" if struct.unpack_from(f"{order}I", data)[0] == _MAGIC), None)
    if order is None:
        raise ValueError("the file does not start as an MO file does")
    revision, count, keys_at, texts_at = struct.unpack_from(f"{order}4I", data, 4)
    if revision >> 16 > 1:
        raise ValueError(f"the revision {revision >> 16} of the MO format is unknown")
    if max(keys_at, texts_at) + 8 * count > len(data):
        raise ValueError("the tables of strings reach beyond the end of the file")
    keys = struct.unpack_from(f"{order}{2 * count}I", data, keys_at)
    texts = struct.unpack_from(f"{order}{2 * count}I", data, texts_at)
    if sum(keys[::2]) + sum(texts[::2]) > len(data):
        raise ValueError("strings overlap")
    for index in range(0, 2 * count, 2):
        yield _slice(data, keys[index], keys[index + 1]), _slice(data, texts[index], texts[index + 1])


def _slice(data: bytes, length: int, offset: int) -> bytes:
    end = offset + length
    if data[end : end + 1] != b"\0":
        raise ValueError("a string reaches beyond the end of the file, or does not end where it should")
    return data[offset:end]


def _find_codec(header: bytes) -> str:
    """The codec of the charset that the header declares; ASCII where it declares none that is known."""
    from vyzov_i18n.catalogs.charset import declared_charset, find_codec

    charset = declared_charset(header.decode("latin-1"))
    return (find_codec(charset) if charset else None) or "ascii"
