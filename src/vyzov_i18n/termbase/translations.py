"""Check translated subtitles beside their source: what a group of cues names has to be named in the other file too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.documents import align
from vyzov_i18n.termbase.checking import missing_terms
from vyzov_i18n.termbase.files import diagnose, find_issues
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.model import Usage
from vyzov_i18n.termbase.parts import find_parts, tell_languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.documents import Document
    from vyzov_i18n.termbase.files import Checkers
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import Match, Term

_WHOLE: Final = (Usage.FULL, Usage.SHORT)
_MENTIONS: Final = (Usage.SURNAME, Usage.GIVEN)


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
    """Cues that are shown together: what the source names, what the target names, where the target's stand."""

    named: list[Match]
    found: list[Match]
    span: tuple[int, int] | None


class _Groups:
    """Two subtitle files side by side."""

    def __init__(
        self, source: Document, target: Document, glossary: Glossary, source_locale: str, target_locale: str
    ) -> None:
        self._source = source
        self._target = target
        self._locale = target_locale
        self._glossary = glossary
        named = _by_cue(source, glossary.find(source.text, locale=source_locale))
        known = {concept.id for concept in glossary.concepts}  # a surname in the target is enough
        found = _by_cue(target, glossary.find(target.text, locale=target_locale, introduced=known))
        self._groups = [
            _Group(
                [match for cue in sources for match in named.get(cue, ()) if match.forms[0].usage not in _MENTIONS],
                [match for cue in targets for match in found.get(cue, ())],
                (target.segments[targets[0]].start, target.segments[targets[-1]].end) if targets else None,
            )
            for sources, targets in align(source, target)
        ]

    def missing(self, issues: Sequence[Issue]) -> Iterator[Issue]:
        """The terms that each group lacks; not those of which an issue tells something else in it."""
        for index, group in enumerate(self._groups):
            if not group.named:
                continue
            near = self._groups[max(0, index - 1) : index + 2]
            spans = [one.span for one in near if one.span]
            told = {issue.concept for issue in issues if any(start <= issue.start < end for start, end in spans)}
            found = [match for one in near for match in one.found]
            start, end = group.span or self._span_before(index)
            for match, term in missing_terms(self._glossary, group.named, found, target_locale=self._locale, told=told):
                yield missing_issue(match, term, start, end, self._where(match))

    def _span_before(self, index: int) -> tuple[int, int]:
        """Where a cue is missing: the last one of the target before it, or its beginning."""
        return next((group.span for group in reversed(self._groups[:index]) if group.span), (0, 0))

    def _where(self, match: Match) -> str:
        place = self._source.place(match.start, match.end)
        return f" ({self._source.path}:{place.line}:{place.column})"


def _by_cue(document: Document, matches: Sequence[Match]) -> dict[int, list[Match]]:
    found: dict[int, list[Match]] = {}
    for match in matches:
        cue = document.segment_at(match.start)
        if cue is not None:
            found.setdefault(cue, []).append(match)
    return found
