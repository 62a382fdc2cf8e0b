"""Findings that a comment says are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

_ENTRY = '#, python-format\nmsgid "%d files"\nmsgstr "файлы"\n'
_TWO = '\n#, python-format\nmsgid "%d more files"\nmsgstr "%s"\n'


def _rules(findings: list[Diagnostic]) -> list[str]:
    return [finding.rule for finding in findings]


def test_the_comment_of_an_entry_holds_for_it(check_text: Check) -> None:
    assert _rules(check_text(_ENTRY)) == ["missing-placeholder"]
    assert check_text(f"# vyzov-i18n: ignore=missing-placeholder (said in words)\n{_ENTRY}") == []


@pytest.mark.parametrize(
    "comment",
    [
        "#vyzov-i18n: ignore=missing-placeholder",
        "# vyzov-i18n: ignore=missing-placeholder,changed-placeholder",
        "# A translator.\n# vyzov-i18n: ignore=missing-placeholder",
    ],
)
def test_ways_to_write_it(comment: str, check_text: Check) -> None:
    assert "missing-placeholder" not in _rules(check_text(f"{comment}\n{_ENTRY}"))


def test_it_does_not_hold_for_the_next_entry(check_text: Check) -> None:
    found = check_text(f"# vyzov-i18n: ignore=missing-placeholder\n{_ENTRY}{_ENTRY.replace('files', 'books')}")
    assert [(f.rule, f.line) for f in found] == [("missing-placeholder", 7)]


def test_it_does_not_hold_for_another_rule(check_text: Check) -> None:
    found = check_text(f"# vyzov-i18n: ignore=changed-placeholder\n{_ENTRY}")
    assert _rules(found) == ["missing-placeholder", "unused-suppression"]


def test_what_suppresses_nothing_is_told(check_text: Check) -> None:
    found = check_text('# vyzov-i18n: ignore=missing-placeholder\nmsgid "a cat"\nmsgstr "кот"\n')
    assert [(f.rule, f.line, f.message) for f in found] == [
        ("unused-suppression", 2, "the entry breaks no rule 'missing-placeholder'")
    ]


def test_a_rule_that_does_not_exist_is_told(check_text: Check) -> None:
    found = check_text(f"# vyzov-i18n: ignore=mising-placeholder\n{_ENTRY}")
    assert _rules(found) == ["missing-placeholder", "unknown-rule"]


@pytest.mark.parametrize(
    "comment",
    [
        "# vyzov-i18n: ignore",
        "# vyzov-i18n:ignore = missing-placeholder",
        "# vyzov-i18n ignore=missing-placeholder",
        "#  vyzov-i18n: ignore=missing-placeholder",
        "# vyzov-i18n: ignore=missing-placeholder, changed-placeholder",
        "# vyzov-i18n: Ignore=missing-placeholder",
    ],
)
def test_a_malformed_comment_is_told(comment: str, check_text: Check) -> None:
    found = check_text(f"{comment}\n{_ENTRY}")
    assert [(f.rule, f.line) for f in found] == [("missing-placeholder", 4), ("malformed-suppression", 3)]
    assert found[1].message == f"“{comment}” suppresses nothing"


def test_a_comment_that_speaks_of_the_tool_is_none(check_text: Check) -> None:
    assert _rules(check_text(f"# vyzov-i18n finds fault here; ignore=x.\n{_ENTRY}")) == ["missing-placeholder"]


def test_in_the_header_it_holds_for_the_whole_catalog(check_text: Check) -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: a\\n"\n"PO-Revision-Date: b\\n"\n"Last-Translator: c\\n"\n'
        '"Language-Team: d\\n"\n"Language: ru\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    text = f"# vyzov-i18n: ignore=missing-placeholder\n{header}{_ENTRY}{_TWO}"
    assert _rules(check_text(text)) == ["changed-placeholder"]


def test_the_comment_of_an_obsolete_entry_counts_for_nothing(check_text: Check) -> None:
    text = f'{_ENTRY}\n# vyzov-i18n: ignore=missing-placeholder\n#~ msgid "old"\n#~ msgstr "старое"\n'
    assert _rules(check_text(text)) == ["missing-placeholder"]


def test_reading_and_checking_rules_can_be_suppressed_alike(check_text: Check) -> None:
    entry = 'msgid "a cat\\n"\nmsgstr "кот"\n'
    assert _rules(check_text(entry)) == ["line-break-at-end"]
    assert check_text(f"# vyzov-i18n: ignore=line-break-at-end\n{entry}") == []
