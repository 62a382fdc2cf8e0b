"""What is wrong with a `film.toml`, by key path; `load` turns it into diagnostics with lines and columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

Path: TypeAlias = tuple[str | int, ...]

_SHOWN_CHARACTERS: Final = 60
_LONGEST_NAME: Final = 80
_ALIKE: Final = 0.7
_SLIP: Final = 0.85


class Defect(msgspec.Struct, frozen=True, kw_only=True):
    """One defect of the value at `path`, or of its key where `on_key` is true.

    `variable` is the wrong one's name where the value is a message. `suggestion` is what would be right there.
    """

    rule: str
    path: Path
    problem: str
    on_key: bool = False
    variable: str | None = None
    suggestion: str | None = None

    @property
    def message(self) -> str:
        """The problem after its path: `cast[2].character: no character 'zhenia'; did you mean 'zhenya-belyaeva'?`."""
        place = f"{key_path(self.path)}: " if self.path else ""
        question = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        return f"{place}{self.problem}{question}"


def key_path(path: Path) -> str:
    """A path as TOML would write the dotted key, with indices in brackets: `fact.budget.claims[0].value`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{_key(step)}" if text else _key(step)
    return text


def shown(value: Any) -> str:
    """A value of a TOML document as a message shows it: short, and without control characters."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return repr(_shortened(value))
        case int() if value.bit_length() > 64:
            return "a very large integer"
        case int() | Decimal():
            return _shortened(str(value))
        case date():
            return value.isoformat()
        case list():
            return "an array"
        case dict():
            return "a table"
        case _:
            return "a time"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name of `names` that `name` was probably meant to be, by the whole of it or one of its words, or None."""
    if len(name) > _LONGEST_NAME:
        return None
    from difflib import get_close_matches

    owners = {candidate: candidate for candidate in names}
    for candidate in tuple(owners):
        for word in candidate.split("-"):
            owners.setdefault(word, candidate)
    return next((owners[form] for form in get_close_matches(name, owners, n=1, cutoff=_ALIKE)), None)


def is_slip(name: str, names: Iterable[str]) -> bool:
    """Whether `name` is one of `names`, misspelt; not merely one that is like it."""
    from difflib import get_close_matches

    return len(name) <= _LONGEST_NAME and bool(get_close_matches(name, names, n=1, cutoff=_SLIP))


def _key(step: str) -> str:
    bare = step.isascii() and step.replace("-", "").replace("_", "").isalnum()
    return step if bare and len(step) <= _LONGEST_NAME else shown(step)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"
