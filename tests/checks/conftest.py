"""What the tests of rules share: a catalog as text, held against every family of rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.catalogs.plural_forms import plural_forms
from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.checks.runner import check_catalog
from vyzov_i18n.locales import babel_locale, parse_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film

_HEADER = """
msgid ""
msgstr ""
"Project-Id-Version: other 1.0\\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\\n"
"Last-Translator: A Person\\n"
"Language-Team: A Team\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"
"""


@pytest.fixture(scope="session")
def check_text() -> Callable[..., list[Diagnostic]]:
    """Checks the text of a catalog. One without a header gets a sound one at its end, so that its lines count from 1.

    Its language is then that of the file's name, or of the locale folder in <locale>/LC_MESSAGES/<domain>.po.
    """

    def check(po_text: str, *, path: str = "x/ru.po", film: Film | None = None) -> list[Diagnostic]:
        if 'msgid ""\nmsgstr ""\n"' not in po_text:
            po_text = f"{po_text.rstrip()}\n{_header_for(path)}"
        return list(check_catalog(parse_po(po_text.encode(), path), film))

    return check


@pytest.fixture(scope="session")
def assert_told(check_text: Callable[..., list[Diagnostic]]) -> Callable[..., list[Diagnostic]]:
    """Asserts that a rule finds just the parts of a catalog that stand in ⟦ ⟧; returns the findings."""

    def check(rule: str, marked: str, **given: Any) -> list[Diagnostic]:
        pieces = re.split("([⟦⟧])", marked)
        plain, ends = "", []
        for piece in pieces:
            if piece in ("⟦", "⟧"):
                ends.append((plain.count("\n") + 1, len(plain) - plain.rfind("\n")))
            else:
                plain += piece
        expected = [(*start, *end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
        findings = [finding for finding in check_text(plain, **given) if finding.rule == rule]
        assert [(f.line, f.column, f.end_line, f.end_column) for f in findings] == expected
        return findings

    return check


def _header_for(path: str) -> str:
    folders = path.split("/")
    language = folders[-3] if folders[-2] == "LC_MESSAGES" else folders[-1].removesuffix(".po")
    forms = plural_forms(babel_locale(parse_tag(language)))
    return _HEADER.format(language=language, plural_forms=forms.customary or forms.rule)
