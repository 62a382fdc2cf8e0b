"""Correct a catalog where a rule has exactly one right text, and prove that nothing else has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.catalogs.po import parse_po, read_bytes
from vyzov_i18n.catalogs.strings import BadString, quote_text, unquote
from vyzov_i18n.checks.documentation import RULES
from vyzov_i18n.checks.runner import check_catalog
from vyzov_i18n.diagnostics.edits import Edit, apply_edits
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vyzov_i18n.catalogs.model import Catalog
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film

_MOST_ROUNDS: Final = 10


class Fix(NamedTuple):
    """The text of a file before and after, and the file as it should be."""

    before: str
    after: str
    data: bytes


def fix(
    path: str,
    findings: Iterable[Diagnostic],
    film: Film | None = None,
    check: Callable[[Catalog, Film | None], Iterable[Diagnostic]] = check_catalog,
) -> Fix:
    """Correct what the findings of a catalog are about, as far as their rules are fixable and they suggest a text.

    What the same rules find in the result by `check` is corrected too, until there is nothing more. Nothing is written.
    Raises CatalogError where the file cannot be read.
    """
    data = read_bytes(path)
    catalog = parse_po(data, path)
    fixable = [finding for finding in findings if finding.path == path and is_fixable(finding)]
    rules = {finding.rule for finding in fixable}
    before = _text(catalog)
    if before.encode(catalog.charset) != data:  # a charset that writes the same text in several ways
        return Fix(before, before, data)
    for _ in range(_MOST_ROUNDS):
        fixed = _correct(catalog, fixable)
        if fixed is None:
            break
        catalog = fixed
        fixable = [found for found in check(catalog, film) if found.rule in rules and is_fixable(found)]
    after = _text(catalog)
    return Fix(before, after, after.encode(catalog.charset))


def is_fixable(finding: Diagnostic) -> bool:
    """Whether a finding comes with a text that can safely be put in its place."""
    return finding.suggestion is not None and finding.rule in RULES and RULES[finding.rule].fixable


def _correct(catalog: Catalog, findings: Iterable[Diagnostic]) -> Catalog | None:
    """The catalog after one round; None where nothing changes, or the result would be no sound catalog of the same."""
    text = _text(catalog)
    fixed = apply_edits(text, list(_edits(catalog, text, findings)))
    if fixed == text:
        return None
    try:
        result = parse_po(fixed.encode(catalog.charset), catalog.path)
    except CatalogError:
        return None
    return result if _frame(result) == _frame(catalog) else None


def _edits(catalog: Catalog, text: str, findings: Iterable[Diagnostic]) -> Iterator[Edit]:
    starts = _line_starts(text)
    for finding in findings:
        if None in (finding.line, finding.column, finding.end_line, finding.end_column, finding.text):
            continue
        start = starts[(finding.line or 1) - 1] + (finding.column or 1) - 1
        end = starts[(finding.end_line or 1) - 1] + (finding.end_column or 1) - 1
        new = quote_text(finding.suggestion or "")
        if _stands_there(text[start:end], finding.text or "", catalog.charset) and _can_write(new, catalog.charset):
            yield Edit(start, end, new)


def _stands_there(raw: str, quoted: str, charset: str) -> bool:
    """Whether the place holds what the finding tells of; a finding on a whole entry may have the place only roughly."""
    if raw.startswith('"') or not quoted:
        return False
    try:
        return unquote(raw, charset).startswith(quoted)
    except BadString:
        return False


def _can_write(new: str, charset: str) -> bool:
    try:
        new.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _frame(catalog: Catalog) -> list[tuple[object, ...]]:
    """All that a fix leaves alone: sources, comments, what is translated."""
    return [
        (entry.key, entry.plural, entry.comments, entry.obsolete, [bool(text) for text in entry.translations])
        for entry in catalog.entries
    ]


def _text(catalog: Catalog) -> str:
    return catalog.source.text if catalog.source else ""


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
