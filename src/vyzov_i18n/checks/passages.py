"""The running text of a catalog's translations, to be searched as one.

What is no text of the translator (placeholders, tags, addresses, options, code) is masked, so that a rule on words or
punctuation sees that something stands there and not what.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import msgspec

from vyzov_i18n.checks.subject import Unit
from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.messages.model import Expression, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.messages.model import Pattern

MASK: Final = "\ufffc"  # OBJECT REPLACEMENT CHARACTER
DIGIT: Final = "0"  # masks a placeholder that a number takes
_SEPARATOR: Final = "\n\0\n"  # no pattern matches a NUL
_NUMBER_FUNCTIONS: Final = frozenset({"integer", "number", "percent"})
_CODE: Final = re.compile(
    r"%(?:\(\w++\))?(?:\d++\$)?[-+#0']*+(?:\d++|\*)?(?:\.(?:\d++|\*))?[hlLqjzt]*+[A-Za-z%]|%\d++"  # printf, Qt
    r"|\{\{[^{}\n]*+\}\}|\{[^{}\n]*+\}|\$\{?\w++\}?"
    r"|</?[A-Za-z!?][^<>«»“”„]*+>|&\#?\w++;"
    r"|\b[a-z][a-z+.-]{1,15}://[^\s<>\"«»“”„]++|[\w.+-]{1,64}+@[\w-]++\.[\w.-]++"
    r"|(?<!\S)--?[A-Za-z][\w-]*+(?:=\S++)?"
    r"|`[^`\n]*+`"
)


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A run of text in a translation, `start` its offset there; in a message a pattern. Masks keep its length."""

    unit: Unit
    start: int
    text: str


def find_in_passage(
    subject: Subject,
    rule: str,
    passage: Passage,
    span: tuple[int, int],
    message: str,
    *,
    suggestion: str | None = None,
    is_minor: bool = False,
) -> Diagnostic:
    """A finding at a span of a passage; a minor one weighs `info`, whatever the rule says."""
    start, end = span
    finding = subject.find(
        rule, passage.unit, message, passage.start + start, passage.start + end, suggestion=suggestion
    )
    return msgspec.structs.replace(finding, severity=Severity.INFO) if is_minor else finding


def passages_of(subject: Subject) -> Passages:
    """The passages of a catalog, put together once for all families."""
    passages = _KNOWN.get(subject)
    if passages is None:
        passages = _KNOWN[subject] = Passages(subject)
    return passages


class Passages:
    """All passages of a catalog, joined, so that one search tells whether a pattern occurs at all."""

    def __init__(self, subject: Subject) -> None:
        self._raw = list(_patterns_of(subject) if subject.is_messages else _targets_of(subject))
        self._is_masked = subject.is_messages
        self.text = _SEPARATOR.join(passage.text for passage in self._raw)
        self._starts = [0, *accumulate(len(passage.text) + len(_SEPARATOR) for passage in self._raw)]

    def that(self, is_wanted: Callable[[str], bool]) -> Iterator[Passage]:
        """The passages whose text, masked or not, is wanted."""
        return (self._mask(passage) for passage in self._raw if is_wanted(passage.text))

    def with_match(self, pattern: re.Pattern[str]) -> Iterator[Passage]:
        """The passages in which a pattern matches, masked or not."""
        at = 0
        while found := pattern.search(self.text, at):
            index = bisect_right(self._starts, found.start()) - 1
            yield self._mask(self._raw[index])
            at = self._starts[index + 1]

    def search(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Every match of a pattern outside of what is masked, with its passage."""
        for passage in self.with_match(pattern):
            for found in pattern.finditer(passage.text):
                yield passage, found

    def _mask(self, passage: Passage) -> Passage:
        return passage if self._is_masked else Passage(passage.unit, passage.start, mask(passage.text))


def mask(text: str) -> str:
    """A text of the same length, with U+FFFC for each character of placeholders, tags, addresses, options and code."""
    return _CODE.sub(lambda found: MASK * len(found[0]), text)


_KNOWN: Final[WeakKeyDictionary[Subject, Passages]] = WeakKeyDictionary()


def _targets_of(subject: Subject) -> Iterator[Passage]:
    return (Passage(unit, 0, unit.target) for unit in subject.units)


def _patterns_of(subject: Subject) -> Iterator[Passage]:
    for unit in subject.units:
        model = subject.model(unit.target)
        for variant in model.variants if model else ():
            text = masked_pattern(variant.pattern, unit.target)
            if text:
                yield Passage(unit, variant.pattern.start, text)


def masked_pattern(pattern: Pattern, source: str) -> str:
    """The pattern of a message as it stands in the source of the message, its placeholders masked."""
    pieces: list[str] = []
    for part in pattern.parts:
        if isinstance(part, Text):
            pieces.append(source[part.start : part.end])
        else:
            is_number = (
                isinstance(part, Expression) and part.function is not None and part.function.name in _NUMBER_FUNCTIONS
            )
            pieces.append((DIGIT if is_number else MASK) * (part.end - part.start))
    return "".join(pieces)
