"""Check translated subtitles beside their source: what a group of cues names has to be named in the other file too."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from vyzov_i18n.documents import align
from vyzov_i18n.termbase.checking import missing_terms
from vyzov_i18n.termbase.files import diagnose, find_issues
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.model import Usage
from vyzov_i18n.termbase.parts import find_parts, tell_languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.documents import Document
    from vyzov_i18n.termbase.files import Checkers
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import Match, Term

_WHOLE: Final = (Usage.FULL, Usage.SHORT)
_MENTIONS: Final = (Usage.SURNAME, Usage.GIVEN)
_ELLIPSIS: Final = re.compile(r"\A(?:…|\.{2,3})|(?:…|\.{2,3})\Z")


def check_pair(
    source: Document, target: Document, checkers: Checkers, *, source_locale: str, target_locale: str
) -> Iterator[Diagnostic]:
    """What is wrong in a subtitle file, and which terms of its source, shown at the same time, it lacks.

    The findings are those of the target and, where it was odd to read, of the source. A term may stand in the group of
    cues before or after its own. A later mention (a surname, a given name) is not asked for: it may have become a
    pronoun. KeyError for a locale that the glossary lacks.
    """
    yield from source.findings
    yield from target.findings
    parts = find_parts(target, checkers.glossary, target_locale)
    yield from tell_languages(target, parts, checkers.glossary)
    issues = list(find_issues(target, checkers, parts))
    glossary = checkers.glossary.restrict(source_locale, target_locale)
    side_by_side = _Groups(source, target, glossary, source_locale, target_locale)
    for issue in (*issues, *side_by_side.missing(issues)):
        yield diagnose(target, issue, checkers.glossary)


def missing_issue(match: Match, term: Term, start: int, end: int, where: str = "") -> Issue:
    """That the translation from `start` to `end` lacks the term that stands for what was found in its source."""
    first = term.forms[0]
    names = dict.fromkeys(form.text for form in term.forms if form.usage in _WHOLE and form.case == first.case)
    return Issue(
        rule="missing-term",
        start=start,
        end=end,
        message=f"the translation lacks “{match.text}”{where}",
        concept=match.concept,
        help=f"the glossary has {' or '.join(f'“{name}”' for name in names)}",
    )


class _Group(NamedTuple):
    """Cues that are shown together: what the source names, what the target names, where the target's stand.

    Without cues of the target `span` is that of the last cue before them, or the beginning.
    """

    named: list[Match]
    found: list[Match]
    span: tuple[int, int]


class _Groups:
    """Two subtitle files side by side."""

    def __init__(
        self, source: Document, target: Document, glossary: Glossary, source_locale: str, target_locale: str
    ) -> None:
        self._source = source
        self._target = target
        self._locale = target_locale
        self._glossary = glossary
        known = {concept.id for concept in glossary.concepts}  # a surname in the target is enough
        named = _by_cue(source, glossary, source_locale, set())
        found = _by_cue(target, glossary, target_locale, known)
        self._groups: list[_Group] = []
        self._group_of: dict[int, int] = {}  # the groups of the target's cues
        span = (0, 0)
        for sources, targets in align(source, target):
            if targets:
                span = (target.segments[targets[0]].start, target.segments[targets[-1]].end)
            self._group_of.update(dict.fromkeys(targets, len(self._groups)))
            self._groups.append(
                _Group(
                    [match for cue in sources for match in named.get(cue, ()) if match.forms[0].usage not in _MENTIONS],
                    [match for cue in targets for match in found.get(cue, ())],
                    span,
                )
            )

    def missing(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """The terms that each group lacks; not those of which an issue tells something else in it or beside it."""
        told_in = self._told(issues)
        for index, group in enumerate(self._groups):
            if not group.named:
                continue
            near = range(max(0, index - 1), min(index + 2, len(self._groups)))
            told = set[str]().union(*(told_in.get(one, ()) for one in near))
            found = [match for one in near for match in self._groups[one].found]
            for match, term in missing_terms(self._glossary, group.named, found, target_locale=self._locale, told=told):
                yield missing_issue(match, term, *group.span, self._where(match))

    def _told(self, issues: Iterable[Issue]) -> dict[int, set[str]]:
        """The concepts that issues are about, by the group that each stands in."""
        told: dict[int, set[str]] = {}
        for issue in issues:
            cue = self._target.segment_at(issue.start)
            if cue is not None:
                told.setdefault(self._group_of[cue], set()).add(issue.concept)
        return told

    def _where(self, match: Match) -> str:
        place = self._source.place(match.start, match.end)
        return f" ({self._source.path}:{place.line}:{place.column})"


def _by_cue(document: Document, glossary: Glossary, locale: str, introduced: set[str]) -> dict[int, list[Match]]:
    """The terms in a document by the cue in which they begin; one that two cues share stands for those inside it."""
    joined = _find_joined(document, glossary, locale, introduced)
    ends = [match.end for match in joined]
    whole = []
    for match in glossary.find(document.text, locale=locale, introduced=introduced):
        index = bisect_right(ends, match.start)
        if index == len(joined) or match.end <= joined[index].start:
            whole.append(match)
    found: dict[int, list[Match]] = {}
    for match in (*whole, *joined):
        cue = document.segment_at(match.start)
        if cue is not None:
            found.setdefault(cue, []).append(match)
    return found


def _find_joined(document: Document, glossary: Glossary, locale: str, introduced: set[str]) -> list[Match]:
    """The terms that begin in one cue and end in the next, with or without an ellipsis between them."""
    cues = document.segments
    texts = [_ELLIPSIS.sub(lambda dots: " " * len(dots[0]), document.text_of(cue)) for cue in cues]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found = []
    for match in glossary.find(" ".join(texts), locale=locale, introduced=set(introduced)):
        first, last = bisect_right(starts, match.start) - 1, bisect_right(starts, match.end - 1) - 1
        if last == first + 1:
            start, end = cues[first].start - starts[first], cues[last].start - starts[last]
            found.append(msgspec.structs.replace(match, start=match.start + start, end=match.end + end))
    return found
