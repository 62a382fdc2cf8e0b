"""Rules of plural entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]


def _entry(*forms: str, flags: str = "") -> str:
    strings = "".join(f"msgstr[{index}] {form}\n" for index, form in enumerate(forms))
    return f'{flags}msgid "a file"\nmsgid_plural "many files"\n{strings}'


def test_the_first_empty_form_of_an_entry_is_told(assert_told: Check) -> None:
    (finding,) = assert_told("incomplete-plural", _entry('"файл"', '⟦""⟧', '""'))
    assert finding.message == "msgstr[1] is empty, while other forms are not"


@pytest.mark.parametrize(
    "entry",
    [
        _entry('"файл"', '"файла"', '"файлов"'),
        _entry('""', '""', '""'),
        _entry('"файл"', '""', '""', flags="#, fuzzy\n"),
        'msgid "a file"\nmsgstr ""\n',
    ],
)
def test_an_entry_that_is_complete_empty_or_fuzzy_is_not(entry: str, check_text: Check) -> None:
    assert [f for f in check_text(entry) if f.rule == "incomplete-plural"] == []
