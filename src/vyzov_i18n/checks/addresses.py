"""URLs and e-mail addresses. One of another language or country is welcome, a damaged one is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic

_SIGN: Final = re.compile("://|@")
_ADDRESS: Final = re.compile(
    r"(?<![A-Za-z\d])(?:https?|ftps?|ssh|git|ircs?)://(?=[^\W_])"
    r"(?:[^\s<>\"'`«»“”„|\\{}()\[\]،%\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|%(?!\())+"
    r"|(?<![\w.+-])[A-Za-z][\w.+-]{0,63}@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+(?!@)"
)
_BROKEN: Final = re.compile(r"\b(?:https?|ftp):(?:/(?!/)|//(?=\s\w)|\s//)\S*|\bh(?:tt|ttpp|tp)s?://\S*")
_PARTS: Final = re.compile(r"[^\W_]+")
_TRAILING: Final = ".,;:!?…"


def check_addresses(subject: Subject) -> Iterator[Diagnostic]:
    """Check that addresses are kept, or replaced by others of their kind."""
    if not _SIGN.search(subject.text):
        return
    for unit in subject.units:
        if "://" in unit.source or "@" in unit.source:
            yield from _check_unit(subject, unit)


def _check_unit(subject: Subject, unit: Unit) -> Iterator[Diagnostic]:
    wanted = [_bare(found) for found in _ADDRESS.finditer(unit.source)]
    if not wanted:
        return
    found = [(_bare(address), address.start()) for address in _ADDRESS.finditer(unit.target)]
    texts = {address for address, _ in found}
    missing = [address for address in dict.fromkeys(wanted) if address not in texts]
    others = [(address, start) for address, start in found if address not in wanted]
    broken = _BROKEN.search(unit.target)
    if broken and broken[0] not in unit.source:
        message = f"the address {wanted[0]} is damaged"
        yield subject.find("changed-address", unit, message, *broken.span())
        return
    for address in missing:
        slip = next((other for other in others if _is_slip(address, other[0])), None)
        if slip:
            message = f"the source has {address}"
            yield subject.find("changed-address", unit, message, slip[1], slip[1] + len(slip[0]), suggestion=address)
        elif not others:
            yield subject.find("missing-address", unit, f"the address {address} of the source is missing")


def _bare(found: re.Match[str]) -> str:
    return found[0].rstrip(_TRAILING)


def _is_slip(source: str, target: str) -> bool:
    """Whether one part of the address is misspelled; codes of languages and countries may be others."""
    ours, theirs = _PARTS.findall(source), _PARTS.findall(target)
    if len(ours) != len(theirs):
        return False
    pairs = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return len(pairs) <= 1 and all(min(len(one), len(other)) > 3 and _are_near(one, other) for one, other in pairs)


def _are_near(one: str, other: str) -> bool:
    """Whether one letter was changed, added or dropped, or two were swapped, or only the case differs."""
    if one.lower() == other.lower():
        return True
    if abs(len(one) - len(other)) > 1 or one.isdigit() or other.isdigit():
        return False
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))
    rest, others = one[start:], other[start:]
    return (
        rest[1:] == others[1:]
        or rest[1:] == others
        or rest == others[1:]
        or (rest[:2] == others[:2][::-1] and rest[2:] == others[2:])
    )
