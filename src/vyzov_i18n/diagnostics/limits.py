"""How much is told of hostile input: quotes in sentences are cut, and of one rule a file has no endless findings."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics.finding import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_FINDINGS: Final = 1_000
_LONG_QUOTE: Final = re.compile("(“[^”]{79})[^”]{2,}(?=”)")


def shorten_quotes(sentence: str) -> str:
    """A sentence of ours in which what stands in “quotation marks” is cut behind 79 characters."""
    return _LONG_QUOTE.sub(r"\1…", sentence)


def limit(findings: Iterable[Diagnostic], path: str | None) -> Iterator[Diagnostic]:
    """The first thousand findings of each rule in a file, and for each rule that has more a finding that tells so."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.rule] += 1
        if counts[finding.rule] <= MOST_FINDINGS:
            yield finding
    for rule, count in counts.items():
        if count > MOST_FINDINGS:
            message = f"of {count} findings of the rule {rule} the first {MOST_FINDINGS} are listed"
            yield Diagnostic(rule="too-many-findings", message=message, severity=Severity.WARNING, path=path)
