"""Findings that an entry says are meant: a translator's comment that names the rule.

    # vyzov-i18n: ignore=straight-quotes (a quotation from the script)

In the comments of the header it holds for the whole catalog.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.documentation import RULES
from vyzov_i18n.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from vyzov_i18n.catalogs.model import Entry
    from vyzov_i18n.checks.subject import Subject

MARK: Final = "vyzov-i18n: ignore="
_TOOL: Final = "vyzov-i18n"
_MARKED: Final = re.compile(rf"# ?{re.escape(MARK)}([\w-]+(?:,[\w-]+)*)(?![\w,-])")
_MEANT: Final = re.compile(rf"^#[ \t]*{_TOOL}[ \t]*:?[ \t]*ignore\b.*", re.MULTILINE | re.IGNORECASE)


def suppress(subject: Subject, findings: Iterable[Diagnostic], looked_for: Collection[str]) -> Iterator[Diagnostic]:
    """The findings without those that are meant; what suppresses a rule in vain, or one that there is not, or none.

    In vain can be only what suppresses one of the rules `looked_for`.
    """
    if _TOOL not in subject.text or not _MEANT.search(subject.text):
        yield from findings
        return
    comments = [
        (entry, found[0])
        for entry in subject.catalog.entries
        if not entry.obsolete and _TOOL in entry.comments
        for found in _MEANT.finditer(entry.comments)
    ]
    marks = [_Mark(subject, entry, rule) for entry, comment in comments for rule in _rules_of(comment)]
    for finding in findings:
        covering = [mark for mark in marks if mark.covers(finding)]
        for mark in covering:
            mark.used = True
        if not covering:
            yield finding
    for entry, comment in comments:
        if not _rules_of(comment):
            message = f"“{comment.strip()}” suppresses nothing"
            yield subject.find_in("malformed-suppression", entry, "msgid", message)
    for mark in marks:
        if mark.rule not in RULES:
            yield mark.report("unknown-rule", f"there is no rule {mark.rule!r}")
        elif not mark.used and mark.rule in looked_for:
            yield mark.report("unused-suppression", f"the entry breaks no rule {mark.rule!r}")


class _Mark:
    """One rule that one entry suppresses, on the lines from its first to its last part."""

    def __init__(self, subject: Subject, entry: Entry, rule: str) -> None:
        parts = (
            "msgctxt",
            "msgid",
            "msgid_plural",
            "msgstr",
            *(f"msgstr[{n}]" for n in range(len(entry.translations))),
        )
        places = [place for part in parts if (place := subject.catalog.place(entry, part))]
        self.rule = rule
        self.used = False
        self._subject = subject
        self._entry = entry
        self._lines = None if entry.is_header else range(places[0].line, places[-1].end_line + 1)

    def covers(self, finding: Diagnostic) -> bool:
        return finding.rule == self.rule and (self._lines is None or finding.line in self._lines)

    def report(self, rule: str, message: str) -> Diagnostic:
        return self._subject.find_in(rule, self._entry, "msgid", message)


def _rules_of(comment: str) -> list[str]:
    found = _MARKED.match(comment)
    return found[1].split(",") if found else []
