"""Text that was encoded in UTF-8 and read in an older charset: “Ã©” for “é”, “РџСЂ” for “Пр”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.passages import Passages
    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic


def _high_half(charset: str, first: int, last: int) -> str:
    """The characters of the bytes from `first` to `last`; of an unassigned byte the control that is read for it."""
    return re.escape("".join(bytes([byte]).decode(charset, "ignore") or chr(byte) for byte in range(first, last + 1)))


_LATIN_NEXT: Final = _high_half("cp1252", 0x80, 0xBF) + "\x80-\x9f"  # Windows-1252 or ISO 8859-1
_CYRILLIC_NEXT: Final = _high_half("cp1251", 0x80, 0xBF)
# A lone pair counts only where its second half is no punctuation that may follow a capital letter (É»).
_CERTAIN_NEXT: Final = "".join(sorted(set(_high_half("cp1252", 0x80, 0xBF)) - set("«»“”‘’‚„…–—‹›\u00a0°\\")))
_SUSPECT: Final = {
    "cp1252": re.compile(f"[ÂÃÄÅÎÏÐÑ×ØÙâï][{_LATIN_NEXT}€]"),
    "cp1251": re.compile(f"[РСТУв][{_CYRILLIC_NEXT}]"),
}
_MISREAD: Final = {
    "cp1252": re.compile(
        f"(?:[ÂÃÄÅÎÏÐÑ×ØÙ][{_LATIN_NEXT}]){{2,}}|[ÂÃÄÅÐÑ][{_CERTAIN_NEXT}]|Ã\xa0|â€[{_LATIN_NEXT}]|ï»¿"
    ),
    "cp1251": re.compile(f"(?:[РСТУ][{_CYRILLIC_NEXT}]){{3,}}|вЂ[{_CYRILLIC_NEXT}]"),
}


def check_mojibake(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """Find text that turns into other text when it is read in UTF-8."""
    for charset, pattern in _MISREAD.items():
        if not _SUSPECT[charset].search(passages.text):  # quicker than the patterns
            continue
        for passage, found in passages.search(pattern):
            meant = _reread(found[0], charset)
            if meant is not None and found[0] not in passage.unit.source:
                start, end = passage.start + found.start(), passage.start + found.end()
                message = f"“{found[0]}” is “{meant}” in UTF-8, read as {charset}"
                yield subject.find("mojibake", passage.unit, message, start, end, suggestion=meant)


def _reread(text: str, charset: str) -> str | None:
    try:
        raw = b"".join(
            bytes([ord(character)]) if "\x80" <= character <= "\x9f" else character.encode(charset)
            for character in text
        )
        return raw.decode("utf-8")
    except UnicodeError:
        return None
