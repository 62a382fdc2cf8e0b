from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import vyzov_i18n
from vyzov_i18n.film.model import Length
from vyzov_i18n.termbase.checking import TextChecker, missing_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.termbase.glossary import Glossary


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "The process for The Defiance was intense.", [("forbidden-term", "The Defiance", "The Challenge")]),
        ("en", "written by Ilya Malakhova", [("forbidden-term", "Ilya Malakhova", "Nailya Malakhova")]),
        ("en", "Oleg Bogdanov in the film", [("deprecated-term", "Oleg Bogdanov", "Oleg Ivanov")]),
        ("en", "Oleg Artemyev, or Oleg Artemiev", [("mixed-variants", "Oleg Artemiev", "Oleg Artemyev")]),
        ("en", "weightlessness, that is zero gravity; Vyzov, or “The Challenge”", []),
        ("ru", "Юлия Пеpесильд", [("look-alike", "Юлия Пеpесильд", "Юлия Пересильд")]),
        ("ru", "Вызов брошен. Он принял вызов. Наука и жизнь. Звезда экрана.", []),
    ],
)
def test_terms_are_checked_by_their_status(
    checked: Callable[..., list[object]], locale: str, text: str, expected: list[object]
) -> None:
    assert checked(locale, text) == expected


@pytest.mark.parametrize("locale", ["en", "ru"])
@pytest.mark.parametrize("length", Length)
def test_our_own_summaries_break_no_rule(checked: Callable[..., list[object]], locale: str, length: Length) -> None:
    assert checked(locale, vyzov_i18n.summary(locale, length=length)) == []


def test_what_was_named_in_an_earlier_part_is_known(glossary: Glossary) -> None:
    checker = TextChecker(glossary, "ru")
    introduced: set[str] = set()
    assert checker.check("к Машкова", introduced=introduced) == []
    assert checker.check("Владимир Машков", introduced=introduced) == []
    assert [issue.rule for issue in checker.check("к Машкова", introduced=introduced)] == ["wrong-case"]


def test_a_term_that_the_translation_lacks_is_told_once(glossary: Glossary) -> None:
    source = glossary.find("Yulia Peresild on the ISS. The ISS, and weightlessness in a Russian film.")
    target = glossary.find("Юлии Пересильд на станции в невесомости")
    missing = missing_terms(glossary, source, target, target_locale="ru")
    expected = [("ISS", "Международная космическая станция")]
    assert [(match.text, term.text) for match, term in missing] == expected


def test_another_name_has_its_cases_too(checked: Callable[..., list[object]]) -> None:
    found = [("forbidden-term", "Ильёй Малаховой", "Наилей Малаховой")]
    assert checked("ru", "Вместе с Ильёй Малаховой") == found
