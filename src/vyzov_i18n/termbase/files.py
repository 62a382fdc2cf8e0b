"""Check articles and subtitles against a glossary: each issue with its place in the file, and how to put it right."""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.diagnostics.edits import Edit, apply_edits
from vyzov_i18n.documents import Document, Format, Segment, edits_for, encode, iter_chunks, read_document
from vyzov_i18n.documents.draft import JOINER, clean
from vyzov_i18n.documents.places import LineIndex
from vyzov_i18n.documents.read import find_format
from vyzov_i18n.termbase.checking import TextChecker
from vyzov_i18n.termbase.documentation import RULES
from vyzov_i18n.termbase.languages import Language, find_language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.issues import Issue

_PIECE: Final = 2**20  # characters that are checked at once, which bounds the memory
_LONGEST_QUOTE: Final = 80
_LONGEST_ABBREVIATION: Final = 6
_MOST_ROUNDS: Final = 5
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

    Parts whose `lang` is that of another locale of the glossary are checked in it, parts in other languages are not.
    """
    yield from document.findings
    languages = find_languages(document, checkers.glossary, locale)
    yield from tell_languages(document, languages, checkers.glossary)
    for issue in find_issues(document, checkers, languages):
        yield diagnose(document, issue, checkers.glossary)


def check_text(text: str, checkers: Checkers, *, locale: str | None = None) -> Iterator[Diagnostic]:
    """What is wrong in a plain text; the findings have no path."""
    yield from check_document(plain_document(text), checkers, locale=locale)


def fix_document(
    document: Document, checkers: Checkers, rules: Collection[str], *, locale: str | None = None
) -> Document:
    """The document with what these rules find corrected where a finding has the one right text and the rule is fixable.

    Nothing is written. Raises DocumentError where the charset of the document lacks a character of the right text.
    """
    for _ in range(_MOST_ROUNDS):
        languages = find_languages(document, checkers.glossary, locale)
        edits = [
            edit
            for issue in find_issues(document, checkers, languages)
            if issue.rule in rules and RULES[issue.rule].fixable
            for edit in _edits(document, issue) or ()
        ]
        fixed = apply_edits(document.source, edits)
        if fixed == document.source:
            break
        document = read_document(document.path, encode(document, fixed))
    return document


def diagnose(document: Document, issue: Issue, glossary: Glossary) -> Diagnostic:
    """The issue as a finding: its place in the file, the right text as the file would have it, who names it so."""
    start, end = document.span(issue.start, issue.end)
    text = document.source[start:end]
    edits = _edits(document, issue)
    right = edits and apply_edits(text, [Edit(edit.start - start, edit.end - start, edit.new) for edit in edits])
    rule = RULES[issue.rule]
    return Diagnostic(
        rule=issue.rule,
        message=_SPACES.sub(" ", issue.message.replace(JOINER, "")),
        severity=rule.severity,
        path=document.path or None,
        text=text[:_LONGEST_QUOTE],
        help=advice(issue, glossary),
        suggestion=right or None,
        **msgspec.structs.asdict(document.lines.place(start, end)),
    )


def advice(issue: Issue, glossary: Glossary) -> str:
    """What to do, and who names it so."""
    advice = issue.help or (f"write {issue.suggestion}" if issue.suggestion else None)
    if advice is None:
        return RULES[issue.rule].instead
    sources = ", ".join(filter(None, glossary.concept(issue.concept).sources))
    return f"{advice} (so named by {sources})" if sources else advice


def _edits(document: Document, issue: Issue) -> list[Edit] | None:
    """What to change in the source; None where that is not sure."""
    if issue.suggestion is None:
        return None
    edits = edits_for(document, issue.start, issue.end, issue.suggestion)
    return None if edits is None else [Edit(*edit) for edit in edits]


def find_languages(document: Document, glossary: Glossary, locale: str | None) -> dict[str | None, Language]:
    """The language of each tag that segments of the document have; that of most of the text may be given."""
    sizes: Counter[str | None] = Counter()
    for segment in document.segments:
        sizes[segment.language] += segment.end - segment.start
    most = sizes.most_common(1)[0][0] if sizes else None
    languages = {}
    for tag in sizes:
        if locale is not None and tag == most:
            languages[tag] = Language(locale, locale)
        else:
            languages[tag] = find_language(glossary, _text_in(document, tag), tag=tag, path=document.path or None)
    return languages


def _text_in(document: Document, tag: str | None) -> str:
    return " ".join(document.text_of(segment) for segment in document.segments if segment.language == tag)


def tell_languages(
    document: Document, languages: Mapping[str | None, Language], glossary: Glossary
) -> Iterator[Diagnostic]:
    """What has to be told of the languages of a document: those that are not checked, those that are not sure."""
    for language in languages.values():
        if language.locale is None:
            what = f"the language {language.told!r}" if language.told else "the language of the text"
            yield _remark(
                document, "unchecked-language", f"{what} is none of the glossary ({', '.join(glossary.locales)})"
            )
        elif language.rivals:
            rivals = ", ".join(language.rivals)
            yield _remark(document, "guessed-language", f"the text was taken for {language.locale}, not for {rivals}")


def _remark(document: Document, rule: str, message: str) -> Diagnostic:
    documented = RULES[rule]
    return Diagnostic(
        rule=rule,
        message=message,
        severity=documented.severity,
        path=document.path or None,
        help=documented.instead,
    )


def find_issues(
    document: Document,
    checkers: Checkers,
    languages: Mapping[str | None, Language],
    introduced: dict[str, set[str]] | None = None,
) -> Iterator[Issue]:
    """The issues of a document, locale by locale; `introduced` are the concepts that each named in earlier parts."""
    introduced = {} if introduced is None else introduced
    locales = {tag: language.locale for tag, language in languages.items()}
    for locale in dict.fromkeys(filter(None, locales.values())):
        named = introduced.setdefault(locale, set())
        others = [segment for segment in document.segments if locales[segment.language] != locale]
        text = _without(document.text, others)
        for start, end in _pieces(document.segments, len(text)):
            piece = text[start:end]
            for issue in checkers.of(locale).check(piece, introduced=named):
                right = _in_capitals(piece[issue.start : issue.end], issue.suggestion)
                yield msgspec.structs.replace(issue, start=issue.start + start, end=issue.end + start, suggestion=right)


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


def plain_document(text: str, path: str = "", cleaned: str | None = None) -> Document:
    """A plain text as a document of one segment; `cleaned` is its running text where it is at hand."""
    return Document(
        path=path,
        format=Format.TEXT,
        source=text,
        text=clean(text) if cleaned is None else cleaned,
        lines=LineIndex(text),
        segments=[Segment(0, len(text))],
    )


def _check_long_text(path: str, checkers: Checkers, locale: str | None) -> Iterator[Diagnostic]:
    findings: list[Diagnostic] = []
    languages: dict[str | None, Language] | None = None
    introduced: dict[str, set[str]] = {}
    column = 1
    for chunk in iter_chunks(path, _PIECE, findings.append):
        piece = plain_document(chunk.source, path, chunk.text)
        if languages is None:
            languages = find_languages(piece, checkers.glossary, locale)
            yield from findings
            yield from tell_languages(piece, languages, checkers.glossary)
        for issue in find_issues(piece, checkers, languages, introduced):
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
