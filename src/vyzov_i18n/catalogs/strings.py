r"""The strings of PO files: "…" with C's escapes, adjacent ones joined (gettext manual, "The Format of PO Files").

A numeric escape is a byte in the charset of the file.
"""

from __future__ import annotations

import re
from typing import Final

STRING: Final = r'"[^"\\\n]*+(?>(?:\\[\s\S][^"\\\n]*+)*)"'

_pieces: Final = re.compile(STRING).findall
_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]*+)|([0-7]{1,3}+)|[\s\S])")
_CHARACTER: Final = re.compile(rf"{_ESCAPE.pattern}|[^\\]")
_SIMPLE: Final = {
    r"\n": "\n",
    r"\t": "\t",
    r"\"": '"',
    r"\\": "\\",
    r"\a": "\a",
    r"\b": "\b",
    r"\f": "\f",
    r"\r": "\r",
    r"\v": "\v",
    "\\\n": "",
}
_QUOTED: Final = str.maketrans({character: escape for escape, character in _SIMPLE.items() if character})


class BadString(ValueError):
    """A string that cannot be read; `start` and `end` delimit the bad part, counted from the first quotation mark."""

    def __init__(self, rule: str, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.rule = rule
        self.start = start
        self.end = end


def unquote(raw: str, codec: str) -> str:
    """The text of one or more adjacent strings, without escapes; `raw` lacks the outer quotation marks.

    Raises BadString.
    """
    text = raw
    if '"' in text:
        text = text.replace('"\n"', "")
    if "\\" in text and r"\\" not in text and text.count('"') == text.count(r"\""):
        text = text.replace(r"\n", "\n").replace(r"\"", '"')
        if "\\" not in text:
            return text
    if "\\" in text or '"' in text:  # other escapes, or pieces with more than a line break between them
        return _unquote_pieces(f'"{raw}"', codec)
    return text


def _unquote_pieces(raw: str, codec: str) -> str:
    pieces = [piece[1:-1] for piece in _pieces(raw)]
    text = "".join(pieces)
    try:
        return _ESCAPE.sub(lambda found: _SIMPLE[found[0]], text)
    except KeyError:
        return _unescape_bytes(raw, pieces, codec)


def cut_at_nul(raw: str, codec: str) -> str:
    """As `unquote`, of strings in which a NUL stands: it ends its piece, as it does for msgfmt."""
    return "".join(unquote(piece[1:-1], codec).partition("\0")[0] for piece in _pieces(raw))


def _unescape_bytes(raw: str, pieces: list[str], codec: str) -> str:
    """Numeric escapes as bytes, which together with their neighbours have to be characters of the charset."""
    for escape in _ESCAPE.finditer(raw):
        hexadecimal, octal = escape.groups()
        if not hexadecimal and not octal and escape[0] not in _SIMPLE:
            raise BadString("bad-escape", f"the escape {escape[0]!r} is unknown", *escape.span())
    text = "".join(_ESCAPE.sub(_byte, piece) for piece in pieces)
    try:
        return text.encode(codec, "surrogateescape").decode(codec)
    except UnicodeError:
        message = f"the escaped bytes are no characters of the charset {codec}"
        raise BadString("invalid-bytes", message, 0, len(raw)) from None


def _byte(escape: re.Match[str]) -> str:
    hexadecimal, octal = escape.groups()
    if not hexadecimal and not octal:
        return _SIMPLE[escape[0]]
    number = int(hexadecimal[-2:], 16) if hexadecimal else int(octal, 8) & 0xFF
    return chr(number) if number < 0x80 else chr(0xDC00 + number)


def raw_spans(raw: str, length: int) -> list[tuple[int, int]] | None:
    """Where each of the `length` characters of a text stands in `raw`, its strings with their outer quotation marks.

    None where that cannot be told: characters written as escapes of their bytes.
    """
    spans = [
        (piece.start() + found.start(), piece.start() + found.end())
        for piece in re.finditer(STRING, raw)
        for found in _CHARACTER.finditer(piece[0], 1, len(piece[0]) - 1)
        if found[0] != "\\\n"
    ]
    return spans if len(spans) == length else None


def quote_text(text: str) -> str:
    """The text as it stands between the quotation marks of a string."""
    return text.translate(_QUOTED)
