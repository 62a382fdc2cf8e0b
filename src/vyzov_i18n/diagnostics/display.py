"""Text of others on a terminal: made harmless, and measured in columns.

What is invisible or moves the text around it (control, format and bidirectional characters, line separators) is shown
by its code point: `<U+202E>`; a byte that is no character (PEP 383) by its value: `<0xFF>`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

_INVISIBLE: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_NO_WIDTH: Final = frozenset(("Mn", "Me"))
_WIDE: Final = frozenset("WF")
_TAB: Final = "    "


def show(text: str) -> str:
    """The text on one line, as a terminal may have it."""
    return text if text.isascii() and text.isprintable() else "".join(map(show_character, text))


@lru_cache(maxsize=4096)
def show_character(character: str) -> str:
    """What stands for a character; a tab is as wide wherever it stands."""
    if character == "\t":
        return _TAB
    if "\udc80" <= character <= "\udcff":
        return f"<0x{ord(character) - 0xDC00:02X}>"
    return f"<U+{ord(character):04X}>" if category(character) in _INVISIBLE else character


@lru_cache(maxsize=4096)
def measure_character(character: str) -> int:
    """The columns of a character as shown: 0 for a combining mark, 2 for a wide one (UAX #11), else 1 or its code's."""
    shown = show_character(character)
    if len(shown) > 1:
        return len(shown)
    if category(character) in _NO_WIDTH or "\u1160" <= character <= "\u11ff":  # Hangul vowels and finals join the first
        return 0
    return 2 if east_asian_width(character) in _WIDE else 1


def measure(text: str) -> int:
    """The columns that a text takes as shown."""
    return sum(map(measure_character, text))
