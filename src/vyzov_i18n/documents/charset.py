"""The charset of a text: a byte order mark, UTF-8, what is declared, or Russian in windows-1251."""

from __future__ import annotations

import codecs
import re
from typing import Final

import msgspec

_MARKS: Final = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Those of the Encoding Standard that leave ASCII alone; others, such as UTF-7, are traps.
_SOUND: Final = re.compile(
    r"cp125[0-8]|cp866|cp874|koi8-[ru]|iso8859-\d+|mac-cyrillic|gbk|gb18030|big5|euc_jp|euc_kr|shift_jis|utf-8|ascii"
)
_DECLARED: Final = re.compile(
    rb"""<(?:meta[ \t\r\n][^<>]{0,200}?charset|\?xml[^<>]{0,80}?encoding)[ \t]*+=[ \t]*+["']?+([-\w:.]{1,40}+)""",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]++")
_CYRILLIC_WORD: Final = re.compile(r"[\u0400-\u045f]?[\u0430-\u045f]*+|[\u0400-\u042f]++")
_SAMPLE: Final = 2**20
_LEAST_SHARE: Final = 0.9


class Charset(msgspec.Struct, frozen=True):
    """A charset as Python names it, and the byte order mark that a file in it begins with."""

    name: str
    mark: bytes = b""
    is_guess: bool = False


def detect_charset(data: bytes) -> Charset | None:
    """The charset of a text or of its beginning; None where it cannot be told."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return Charset(name, mark)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError as error:
        sample = data[max(0, error.start - _SAMPLE // 2) :][:_SAMPLE]
        return Charset("cp1251", is_guess=True) if _is_windows_1251(sample) else None
    return Charset("utf-8")


def declared_charset(data: bytes) -> str | None:
    """The codec that an HTML file declares in its first kilobyte; None where it declares none that is known."""
    found = _DECLARED.search(data, 0, 1024)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, ValueError):
        return None
    return name if _SOUND.fullmatch(name) else None


def _is_windows_1251(data: bytes) -> bool:
    """Whether the letters beyond ASCII form Cyrillic words when read so, capitals only where words have them."""
    words = [word for word in _WORD.findall(data.decode("cp1251", "replace")) if not word.isascii()]
    sound = [word for word in words if _CYRILLIC_WORD.fullmatch(word)]
    lower = [word for word in sound if word.islower() or word.istitle()]
    return bool(words) and len(sound) >= len(words) * _LEAST_SHARE and len(lower) * 2 > len(sound)
