"""Tags: elements of HTML and XML, and the markup of MessageFormat 2."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.messages.model import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.messages.model import Pattern

_TAG: Final = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*+)(?P<attributes>(?:\s(?>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*))?)(?P<alone>/?)>"
)
_ATTRIBUTE: Final = re.compile(r"(?<![\w:.-])([\w:.-]++)\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"']++)")
_VOID: Final = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_TRANSLATABLE: Final = frozenset({"alt", "aria-label", "content", "href", "label", "lang", "placeholder", "title"})


class _Tag(msgspec.Struct, frozen=True):
    """A tag and its place; `kind` is open, close or alone."""

    kind: str
    name: str
    start: int
    end: int
    attributes: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return {"open": f"<{self.name}>", "close": f"</{self.name}>"}.get(self.kind, f"<{self.name}/>")


def check_tags(subject: Subject) -> Iterator[Diagnostic]:
    """Check the elements, where the source is marked up; <file> in a usage line is no tag."""
    if "</" not in subject.text and "/>" not in subject.text and "<br" not in subject.text:
        return
    for unit in subject.units:
        if "<" not in unit.source and "<" not in unit.target:
            continue
        wanted = _tags_in(unit.source)
        if _is_markup(wanted):
            yield from _compare(subject, unit, wanted, _tags_in(unit.target))


def check_message_tags(subject: Subject) -> Iterator[Diagnostic]:
    """Check the markup of messages, {#b}…{/b}: each pattern needs the tags that every pattern of the source has."""
    if "{#" not in subject.text and "{/" not in subject.text:
        return
    for unit in subject.units:
        source, target = subject.model(unit.source), subject.model(unit.target)
        if source and target and source.variants:
            wanted = _markup_of(source.variants[0].pattern)
            for variant in target.variants:
                yield from _compare(subject, unit, wanted, _markup_of(variant.pattern))


def _tags_in(text: str) -> list[_Tag]:
    return [
        _Tag(
            "close" if found["close"] else "alone" if found["alone"] or found["name"].lower() in _VOID else "open",
            found["name"],
            *found.span(),
            tuple((name, value.strip("\"'")) for name, value in _ATTRIBUTE.findall(found["attributes"])),
        )
        for found in _TAG.finditer(text)
    ]


def _markup_of(pattern: Pattern) -> list[_Tag]:
    kinds = {"standalone": "alone"}
    return [
        _Tag(kinds.get(part.kind, part.kind), part.name, part.start, part.end)
        for part in pattern.parts
        if isinstance(part, Markup)
    ]


def _is_markup(tags: Sequence[_Tag]) -> bool:
    """Whether the tags are sound markup: each that opens closes, and not words in angle brackets."""
    return bool(tags) and _find_unpaired(tags) is None and any(tag.kind != "open" for tag in tags)


def _compare(subject: Subject, unit: Unit, wanted: Sequence[_Tag], found: Sequence[_Tag]) -> Iterator[Diagnostic]:
    counts, left = Counter(map(str, wanted)), Counter(map(str, found))
    missing = counts - left
    for tag in missing:
        if tag.startswith("</") and missing[tag.replace("/", "")]:
            continue  # told with the one that opens
        yield subject.find("missing-tag", unit, f"the tag {tag} of the source is missing")
    for tag, count in (left - counts).items():
        places = [other for other in found if str(other) == tag][-count:]
        for place in places:
            yield subject.find("unknown-tag", unit, f"the source has no such tag {tag}", place.start, place.end)
    unpaired = _find_unpaired(found)
    if unpaired is not None and counts == left:
        message = f"the tag {unpaired} is not closed, or closes none that is open"
        yield subject.find("unpaired-tag", unit, message, unpaired.start, unpaired.end)
    if counts == left:
        yield from _compare_attributes(subject, unit, wanted, found)


def _compare_attributes(
    subject: Subject, unit: Unit, wanted: Sequence[_Tag], found: Sequence[_Tag]
) -> Iterator[Diagnostic]:
    """Attributes that no translator should touch; which tag of a name has them does not matter."""
    expected = Counter((tag.name, *attribute) for tag in wanted for attribute in tag.attributes)
    for tag in found:
        for name, value in tag.attributes:
            if name.lower() not in _TRANSLATABLE and not expected[tag.name, name, value]:
                message = f'the source has no {name}="{value}" in {tag}'
                yield subject.find("changed-attribute", unit, message, tag.start, tag.end)


def _find_unpaired(tags: Sequence[_Tag]) -> _Tag | None:
    opened: list[_Tag] = []
    for tag in tags:
        if tag.kind == "open":
            opened.append(tag)
        elif tag.kind == "close":
            if not opened or opened[-1].name != tag.name:
                return tag
            opened.pop()
    return opened[-1] if opened else None
