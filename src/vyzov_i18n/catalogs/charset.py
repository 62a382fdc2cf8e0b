"""The charset that a catalog's header declares, as a Python codec."""

from __future__ import annotations

import codecs
import re
from typing import Final

_DECLARED: Final = re.compile(r"charset=([^ \t\n]*)")
_NAME: Final = re.compile(r"[-\w.:]{1,40}\Z", re.ASCII)
_ASCII: Final = bytes(range(32, 127)) + rb"\u0041\x41\n" + b"\t\r\n"
_NOISE: Final = bytes(range(128, 256)) + b"\x1b$B\x81@"


def declared_charset(header: str) -> str | None:
    """The name after the first `charset=`, wherever it stands in the header; None without one."""
    found = _DECLARED.search(header)
    return found[1] if found else None


def find_codec(charset: str) -> str | None:
    """The codec of a charset in which a PO file can be written: one that leaves ASCII as it is. None without one."""
    if not _NAME.match(charset):
        return None
    try:
        is_compatible = _ASCII.decode(charset) == _ASCII.decode("ascii")
        _NOISE.decode(charset, "surrogateescape")  # what a codec can't escape it could not read around either
        return codecs.lookup(charset).name if is_compatible else None
    except (LookupError, ValueError):
        return None
