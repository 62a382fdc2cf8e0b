"""What no string and no number of a `film.toml` may be, whatever its key.

Control characters and bidirectional controls (Unicode property Bidi_Control; UTS #55 tells what they can hide) would
reach every text; numbers without end would fill the memory of whoever writes them out.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.film.defects import Defect, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.film.defects import Path

_CONTROL: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
_MAY_WRAP: Final = frozenset({"text", "value", "note"})
_MOST_DIGITS: Final = 18


def find_unsafe(value: Any, path: Path = ()) -> Iterator[Defect]:
    """Every string, key and number of a TOML document that nothing may hold."""
    if isinstance(value, dict):
        for key, item in value.items():
            if not key.isprintable():
                yield from _control_character(key, (*path, key), on_key=True)
            yield from find_unsafe(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from find_unsafe(item, (*path, index))
    elif isinstance(value, str):
        if not value.isprintable():
            yield from _control_character(value.replace("\n", " ") if path[-1] in _MAY_WRAP else value, path)
    elif isinstance(value, int | Decimal) and not _is_writable(value):
        problem = f"expected a number of at most {_MOST_DIGITS} digits, got {shown(value)}"
        yield Defect(rule="invalid-value", path=path, problem=problem)


def _control_character(text: str, path: Path, on_key: bool = False) -> Iterator[Defect]:
    if match := _CONTROL.search(text):
        problem = f"the control character U+{ord(match[0]):04X} must not stand in a text"
        yield Defect(rule="invalid-value", path=path, problem=problem, on_key=on_key)


def _is_writable(number: int | Decimal) -> bool:
    """Whether a number has a short exact decimal notation."""
    if isinstance(number, int):
        return abs(number) < 10**_MOST_DIGITS
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_MOST_DIGITS and number.adjusted() < _MOST_DIGITS
