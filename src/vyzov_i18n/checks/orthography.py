"""How languages write quotation marks, dashes and spaces; what is not in CLDR, or not in Babel's share of it.

Quotation marks are those of CLDR (delimiters), with what the orthographies and style guides of the language admit
beside them. A language that is not listed is not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Pairs of double quotation marks, the usual one first.
QUOTATION_MARKS: Final[Mapping[str, tuple[str, ...]]] = {
    "ar": ("«»", "“”", "”“"),
    "be": ("«»", "„“", "“”"),
    "bg": ("„“", "«»"),
    "ca": ("«»", "“”"),
    "cs": ("„“", "»«"),
    "da": ("””", "»«", "„“", "“”"),
    "de": ("„“", "»«"),
    "de-CH": ("«»", "„“"),
    "el": ("«»", "“”"),
    "en": ("“”",),
    "es": ("«»", "“”"),
    "et": ("„“", "„”", "«»"),
    "fa": ("«»",),
    "fi": ("””", "»»"),
    "fr": ("«»", "“”"),
    "he": ("””", "“”", "„”"),
    "hr": ("„”", "“”", "„“", "»«"),
    "hu": ("„”", "»«"),
    "it": ("«»", "“”"),
    "ja": ("「」", "『』", "“”"),
    "ko": ("“”", "「」", "『』", "«»"),
    "lt": ("„“",),
    "lv": ("“”", "„“", "«»"),
    "nb": ("«»", "“”", "„“"),
    "nl": ("“”", "„”"),
    "nn": ("«»", "“”"),
    "pl": ("„”", "«»", "»«"),
    "pt": ("“”", "«»"),
    "ro": ("„”", "«»"),
    "ru": ("«»", "„“"),
    "sk": ("„“", "»«"),
    "sl": ("„“", "»«"),
    "sr": ("„”", "„“", "»«"),
    "sv": ("””", "»»", "»«"),
    "tr": ("“”", "«»"),
    "uk": ("«»", "„“", "“”"),
    "zh": ("“”", "「」", "『』"),
}

# What stands for “ - ” between parts of a sentence, where the language has one usage.
DASHES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("be", "ru", "uk"), "\u00a0— "),
    **dict.fromkeys(("bg", "cs", "da", "de", "fi", "hr", "hu", "nb", "nl", "nn", "sk", "sl", "sr", "sv"), " – "),
}

# Languages with a space before high punctuation, and the space that it is (Imprimerie nationale).
HIGH_PUNCTUATION: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {":": "\u00a0", "»": "\u00a0", ";": "\u202f", "!": "\u202f", "?": "\u202f"},
}


def _languages(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


JOINING_NUMBERS: Final = _languages("be cs fr pl ru sk uk")
"""Languages that join a number and the word that it counts by a no-break space."""

WITHOUT_END_PUNCTUATION: Final = _languages("bo dz hy ja km lo my th")
"""Languages that mark the end of a sentence in another way, or not at all."""

CYRILLIC: Final = _languages("ab ba be bg ce cv kk ky mk mn os ru sah sr tg tt udm uk")
"""Languages in the Cyrillic script, where their tag names no other one."""

RIGHT_TO_LEFT: Final = _languages("ar arc ckb dv fa he ks ku ps sd syr ug ur yi")
"""Languages in which direction marks are ordinary."""

USING_JOINERS: Final = _languages(
    "ar as bn brx ckb dz fa gu hi kn ku ml mni mr my ne or pa ps sa sat sd si ta te ug ur"
)
"""Languages whose scripts need joiners and non-joiners within words."""

USING_ZERO_WIDTH_SPACES: Final = _languages("bo dz ja km ko lo my th zh")
"""Languages whose lines break where there is no space."""
