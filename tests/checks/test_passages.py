"""Running text of translations, and what is masked in it."""

from __future__ import annotations

import re

import pytest

from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.checks.passages import MASK, mask, passages_of
from vyzov_i18n.checks.subject import Subject

_TEXT = """
msgid "one"
msgstr "один"

msgid "two"
msgstr "два  два %s  x"

#, fuzzy
msgid "three"
msgstr "три  три"

msgid "many"
msgstr ".match $n 1 {{а  {$n :integer}}} * {{{$x}  б}}"
"""


def _subject(domain: str | None) -> Subject:
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return Subject(parse_po(f"{header}{_TEXT}".encode(), "x/ru.po"), "ru", None, domain)


@pytest.mark.parametrize(
    "code",
    [
        "%s", "%(name)s", "%1$d", "%.2f", "%%", "%1", "{name}", "{{ name }}", "${HOME}", "<b>", "</b>", "<br/>",
        "&amp;", "https://example.com/a", "a@example.com", "--option=5", "-v", "`code here`",
    ],
)  # fmt: skip
def test_what_is_not_the_translators_text_is_masked(code: str) -> None:
    assert mask(f"а {code} б") == f"а {MASK * len(code)} б"


@pytest.mark.parametrize("text", ["100 % правда", "а < б > в", "кто-то", "a & b; c", "A - b", "“http://”"])
def test_other_text_is_not(text: str) -> None:
    assert mask(text) == text


def test_matches_are_found_in_the_passages_they_stand_in() -> None:
    found = [
        (passage.unit.source, match.span()) for passage, match in passages_of(_subject(None)).search(re.compile("  "))
    ]
    assert found == [("two", (3, 5)), ("two", (11, 13)), ("many", (15, 17)), ("many", (41, 43))]


def test_patterns_of_messages_are_passages_with_numbers_as_digits() -> None:
    passages = [(p.start, p.text) for p in passages_of(_subject("summary")).with_match(re.compile("  "))]
    target = ".match $n 1 {{а  {$n :integer}}} * {{{$x}  б}}"
    assert passages == [(0, "два  два %s  x"), (14, f"а  {'0' * 13}"), (37, f"{MASK * 4}  б")]
    assert [target[start] for start, _ in passages[1:]] == ["а", "{"]


def test_passages_are_put_together_once() -> None:
    subject = _subject(None)
    assert passages_of(subject) is passages_of(subject)
