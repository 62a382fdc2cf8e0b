"""Control characters in translations, which can garble a terminal or turn the words around: found and taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.catalogs.mo import Translations

# C0 and C1 but tab and line feed; embeddings and overrides. Isolates are sound where they are closed.
_CONTROLS: Final = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_SUSPECT: Final = re.compile(f"{_CONTROLS.pattern}|{_ISOLATES.pattern}")


def without_controls(entries: Translations, path: str, report: Callable[[Diagnostic], None]) -> Translations:
    """The translations without control characters; `report` gets a finding for every entry that had some."""
    suspects = [
        key for key, value in entries.items() if _SUSPECT.search(value if type(value) is str else "".join(value))
    ]
    for key in suspects:
        value = entries[key]
        clean = _clean(value) if isinstance(value, str) else tuple(map(_clean, value))
        if clean != value:
            entries[key] = clean
            report(_finding(key[0] or key[1], path))
    return entries


def _clean(text: str) -> str:
    text = _CONTROLS.sub("", text)
    return text if _is_balanced(text) else _ISOLATES.sub("", text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += -1 if mark == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0


def _finding(name: str, path: str) -> Diagnostic:
    return Diagnostic(
        rule="control-character",
        message=f"the translation of {name!r} has control or bidi characters, which were left out",
        path=path,
        help="remove them; isolates stand in pairs",
    )
