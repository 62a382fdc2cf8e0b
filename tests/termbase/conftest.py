"""The glossary of the built-in film, and what its checks find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.termbase.checking import TextChecker

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.termbase.glossary import Glossary

    Found = list[tuple[str, str, str | None]]


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return film().glossary("en", "ru")


@pytest.fixture(scope="session")
def checked(glossary: Glossary) -> Callable[[str, str], Found]:
    """Check a text in a locale: (rule, words, suggestion) of each finding."""
    checkers = {locale: TextChecker(glossary, locale) for locale in glossary.locales}

    def check(locale: str, text: str) -> Found:
        issues = checkers[locale].check(text)
        return [(issue.rule, text[issue.start : issue.end], issue.suggestion) for issue in issues]

    return check
