"""Check articles and subtitles against a glossary: each issue with its place in the file, and how to put it right."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.diagnostics.edits import Edit, apply_edits
from vyzov_i18n.diagnostics.limits import shorten_quotes
from vyzov_i18n.documents import Document, Format, Segment, edits_for, encode, iter_chunks, read_document
from vyzov_i18n.documents.draft import JOINER, Draft
from vyzov_i18n.documents.plain import read_plain
from vyzov_i18n.documents.read import find_format
from vyzov_i18n.termbase.checking import TextChecker
from vyzov_i18n.termbase.documentation import RULES
from vyzov_i18n.termbase.model import Category
from vyzov_i18n.termbase.parts import Part, find_parts, tell_languages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.issues import Issue

_PIECE: Final = 2**20  # characters that are checked at once, which bounds the memory
_LONGEST_QUOTE: Final = 80
_LONGEST_ABBREVIATION: Final = 6
_MOST_ROUNDS: Final = 5
_OF_NAMES: Final = ("forbidden-term", "deprecated-term", "wrong-name", "mixed-variants", "missing-term")
_PEOPLE: Final = (Category.PERSON, Category.CHARACTER)
_SPACES: Final = re.compile(r"\s+")


class Checkers:
    """The checkers of the locales of a glossary, each made when it is asked for.

    Each knows the terms of its own locale and of the source language alone, so that what other languages have in the
    glossary changes nothing.
    """

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._checkers: dict[str, TextChecker] = {}

    def of(self, locale: str) -> TextChecker:
        """The checker of a locale of the glossary. KeyError for another."""
        found = self._checkers.get(locale)
        if found is None:
            narrowed = self.glossary.restrict(self.glossary.locales[0], locale)
            found = self._checkers[locale] = TextChecker(narrowed, locale)
        return found


def check_file(path: str, checkers: Checkers, *, locale: str | None = None) -> Iterator[Diagnostic]:
    """What is wrong in a text or subtitle file; plain text of any length, a piece at a time.

    `locale` is the language of the text; without it, it is told as `find_language` does. Raises OSError, and
    DocumentError where the file cannot be read.
    """
    if find_format(path) is Format.TEXT and os.path.getsize(path) > _PIECE:
        yield from _check_long_text(path, checkers, locale)
    else:
        yield from check_document(read_document(path), checkers, locale=locale)


def check_document(document: Document, checkers: Checkers, *, locale: str | None = None) -> Iterator[Diagnostic]:
    """What is wrong with the names and terms of a document, and what was odd when it was read.

    Each part is checked in its own language, as `find_parts` tells it; not those in a language that the glossary lacks.
    """
    yield from document.findings
    parts = find_parts(document, checkers.glossary, locale)
    yield from tell_languages(document, parts, checkers.glossary)
    for issue in find_issues(document, checkers, parts):
        yield diagnose(document, issue, checkers.glossary)


def check_text(text: str, checkers: Checkers, *, locale: str | None = None) -> Iterator[Diagnostic]:
    """What is wrong in a plain text; the findings have no path."""
    yield from check_document(_plain_document(text), checkers, locale=locale)


def fix_document(
    document: Document, checkers: Checkers, rules: Collection[str], *, locale: str | None = None
) -> Document:
    """The document with what these rules find corrected where a finding has the one right text and the rule is fixable.

    Nothing is written. Raises DocumentError where the charset of the document lacks a character of the right text.
    """
    for _ in range(_MOST_ROUNDS):
        edits = [
            edit
            for issue in find_issues(document, checkers, find_parts(document, checkers.glossary, locale))
            if issue.rule in rules and RULES[issue.rule].fixable
            for edit in _edits(document, issue) or ()
        ]
        fixed = apply_edits(document.source, edits)
        if fixed == document.source:
            break
        document = read_document(document.path, encode(document, fixed))
    return document


def suggest(text: str, checkers: Checkers) -> dict[str, str]:
    """What the check of each locale would write for a name in a text about the film, by locale."""
    found: dict[str, str] = {}
    for locale in checkers.glossary.locales:
        names = [concept.preferred(locale) for concept in checkers.glossary.concepts if concept.category in _PEOPLE]
        known = "".join(f"{name.text}.\n\n" for name in names if name)  # those of whom a surname alone may be
        issues = [issue for issue in checkers.of(locale).check(f"{known}{text}") if issue.start >= len(known)]
        widest = max(issues, key=lambda issue: issue.end - issue.start, default=None)
        if widest and widest.suggestion:
            found[locale] = widest.suggestion
    return found


def diagnose(document: Document, issue: Issue, glossary: Glossary) -> Diagnostic:
    """The issue as a finding: its place in the file, the right text as the file would have it, who names it so."""
    start, end = document.span(issue.start, issue.end)
    text = document.source[start:end]
    edits = _edits(document, issue)
    right = edits and apply_edits(text, [Edit(edit.start - start, edit.end - start, edit.new) for edit in edits])
    rule = RULES[issue.rule]
    return Diagnostic(
        rule=issue.rule,
        message=shorten_quotes(_SPACES.sub(" ", issue.message.replace(JOINER, ""))),
        severity=rule.severity,
        path=document.path or None,
        text=text[:_LONGEST_QUOTE],
        help=advice(issue, glossary),
        suggestion=right or None,
        **msgspec.structs.asdict(document.lines.place(start, end)),
    )


def advice(issue: Issue, glossary: Glossary) -> str:
    """What to do; and who names it so, where it is another name."""
    advice = shorten_quotes(issue.help or (f"write {issue.suggestion}" if issue.suggestion else ""))
    if not advice:
        return RULES[issue.rule].instead
    sources = ", ".join(filter(None, glossary.concept(issue.concept).sources))
    return f"{advice} (so named by {sources})" if sources and issue.rule in _OF_NAMES else advice


def _edits(document: Document, issue: Issue) -> list[Edit] | None:
    """What to change in the source; None where that is not sure."""
    if issue.suggestion is None:
        return None
    edits = edits_for(document, issue.start, issue.end, issue.suggestion)
    return None if edits is None else [Edit(*edit) for edit in edits]


def find_issues(
    document: Document, checkers: Checkers, parts: Sequence[Part], introduced: dict[str, set[str]] | None = None
) -> Iterator[Issue]:
    """The issues of a document, locale by locale; `introduced` are the concepts that each has named before it."""
    introduced = {} if introduced is None else introduced
    for locale in dict.fromkeys(part.language.locale for part in parts):
        if locale is not None:
            others = [segment for part in parts if part.language.locale != locale for segment in part.segments]
            text = _without(document.text, sorted(others, key=lambda segment: segment.start))
            for start, end in _pieces(document.segments, len(text)):
                issues = checkers.of(locale).check(text[start:end], introduced=introduced.setdefault(locale, set()))
                yield from (_moved_issue(issue, start, text) for issue in issues)


def _moved_issue(issue: Issue, offset: int, text: str) -> Issue:
    """An issue of a piece of a text as one of the text, without markup at its ends."""
    start, end = issue.start + offset, issue.end + offset
    end -= len(text[start:end]) - len(text[start:end].rstrip(JOINER))
    start += len(text[start:end]) - len(text[start:end].lstrip(JOINER))
    right = _in_capitals(text[start:end], issue.suggestion)
    return msgspec.structs.replace(issue, start=start, end=end, suggestion=right)


def _in_capitals(text: str, suggestion: str | None) -> str | None:
    """The right text, in capitals where the name stands in them and is no abbreviation."""
    is_shouted = text.isupper() and len(text) > _LONGEST_ABBREVIATION
    return suggestion.upper() if suggestion and is_shouted else suggestion


def _without(text: str, segments: list[Segment]) -> str:
    """As long a text with line feeds for these segments."""
    pieces: list[str] = []
    at = 0
    for segment in segments:
        pieces += (text[at : segment.start], "\n" * (segment.end - segment.start))
        at = segment.end
    return "".join((*pieces, text[at:]))


def _pieces(segments: list[Segment], length: int) -> Iterator[tuple[int, int]]:
    """The spans in which a long text is checked: each ends where a segment does."""
    start = 0
    for segment in segments:
        if segment.end - start >= _PIECE:
            yield start, segment.end
            start = segment.end
    yield start, length


def _plain_document(text: str, path: str = "") -> Document:
    """A plain text that stands in no file of its own."""
    draft = Draft(path, text)
    read_plain(draft)
    return Document(
        path=path,
        format=Format.TEXT,
        source=text,
        text=draft.finish(),
        lines=draft.lines,
        segments=draft.segments,
    )


def _check_long_text(path: str, checkers: Checkers, locale: str | None) -> Iterator[Diagnostic]:
    findings: list[Diagnostic] = []
    told: set[Diagnostic] = set()
    introduced: dict[str, set[str]] = {}
    column = 1
    for chunk in iter_chunks(path, _PIECE, findings.append):
        piece = _plain_document(chunk.source, path)
        parts = find_parts(piece, checkers.glossary, locale)
        locale = locale or (parts[0].language.locale if parts else None)
        for remark in (*findings, *tell_languages(piece, parts, checkers.glossary)):
            if remark not in told:
                told.add(remark)
                yield remark
        for issue in find_issues(piece, checkers, parts, introduced):
            yield _moved(diagnose(piece, issue, checkers.glossary), chunk.line, column)
        end = piece.lines.place(len(chunk.source), len(chunk.source))
        column = end.column if end.line > 1 else column + end.column - 1


def _moved(finding: Diagnostic, line: int, column: int) -> Diagnostic:
    """A finding in a piece of a file that begins at that line and column."""
    places: dict[str, int] = {}
    for suffix in ("", "end_"):
        first, offset = getattr(finding, f"{suffix}line"), getattr(finding, f"{suffix}column")
        places |= {f"{suffix}line": first + line - 1, f"{suffix}column": offset + (column - 1 if first == 1 else 0)}
    return msgspec.structs.replace(finding, **places)
