"""The names and terms of catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.catalogs.po import parse_po, read_po
from vyzov_i18n.checks.runner import check_catalog as lint
from vyzov_i18n.checks.terms.catalogs import check_catalog
from vyzov_i18n.localizer import built_in_folder
from vyzov_i18n.termbase.files import Checkers

if TYPE_CHECKING:
    from vyzov_i18n.diagnostics import Diagnostic

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'  # five lines


@pytest.fixture(scope="module")
def checkers() -> Checkers:
    return Checkers(film().glossary("en", "ru", "de"))


def check(checkers: Checkers, po: str, *, path: str = "x/ru.po", language: str = "ru") -> list[Diagnostic]:
    catalog = parse_po((HEADER.format(language) + po).encode(), path)
    return list(check_catalog(catalog, checkers, film() if "LC_MESSAGES" in path else None))


def entry(source: str, target: str, context: str = "", comment: str = "") -> str:
    first = f'msgctxt "{context}"\n' if context else ""
    return f'{comment}{first}msgid "{source}"\nmsgstr "{target}"\n'


def told(findings: list[Diagnostic]) -> list[tuple[str, int | None, int | None, str | None]]:
    return [(finding.rule, finding.line, finding.column, finding.text) for finding in findings]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("On the ISS", "На станции", [("missing-term", 7, 9, "На станции")]),
        ("On the ISS", "На МКС", []),
        ("With Yulia Peresild", "С Юлией Пересильд", []),
        ("Ivanov and his illness", "Его болезнь", []),
        ("A challenge", "Испытание", []),
        ("The actress", "Роль Юлии Пересильде", [("wrong-inflection", 7, 14, "Юлии Пересильде")]),
        ("Yulia Peresild’s role", "Роль Юлии Пересильде", [("wrong-inflection", 7, 14, "Юлии Пересильде")]),
        ("The Challenge", 'Фильм \\"Вызов\\"', [("wrong-quotation-marks", 7, 15, '"Вызов"')]),
        ("%s", "", []),
    ],
)
def test_a_translation_is_held_against_its_source(
    source: str, target: str, expected: list[object], checkers: Checkers
) -> None:
    assert told(check(checkers, entry(source, target))) == expected


def test_each_form_of_a_plural_is_checked(checkers: Checkers) -> None:
    po = (
        'msgid "one day on the ISS"\nmsgid_plural "%d days on the ISS"\n'
        'msgstr[0] "%d день на МКС"\nmsgstr[1] "%d дня там"\nmsgstr[2] "%d дней на МКС"\n'
    )
    assert told(check(checkers, po)) == [("missing-term", 9, 12, "%d дня там")]


class TestMessages:
    """Catalogs of a film: only their words count, and variables stand for concepts."""

    PATH = "locale/ru/LC_MESSAGES/summary.po"

    @pytest.mark.parametrize(
        ("source", "target", "expected"),
        [
            ("On the ISS.", "На {$iss :vyzov:term case=prepositional}.", []),
            ("On {$iss}.", "На станции.", []),
            ("The {$title} ISS", "{|МКС|} {$title}", [("missing-term", 7, 9, "{|МКС|} {$title}")]),
            (".match $n one {{On the ISS}} * {{Aboard}}", ".match $n one {{На МКС}} * {{На борту}}", []),
            ("{$x} flies", "{$x} у Юлии Пересильде", [("wrong-inflection", 7, 16, "Юлии Пересильде")]),
            ("With {$x}", "С Юлией {$x} Пересильдой", []),
            ("Broken", "Юлии Пересильде {", []),
        ],
    )
    def test_only_words_count(self, source: str, target: str, expected: list[object], checkers: Checkers) -> None:
        assert told(check(checkers, entry(source, target), path=self.PATH)) == expected

    def test_variants_are_texts_of_their_own(self, checkers: Checkers) -> None:
        target = ".match $n one {{Der Film von Regisseurin {$n}}} * {{Der Film von Regisseur {$n}}}"
        po = entry("The film", target)
        assert check(checkers, po, path="locale/de/LC_MESSAGES/summary.po", language="de") == []

    def test_the_terms_themselves_are_not_held_against_the_glossary(self, checkers: Checkers) -> None:
        po = entry("International Space Station", "Станция", "place/iss")
        assert check(checkers, po, path="locale/ru/LC_MESSAGES/film.po") == []
        assert len(check(checkers, po)) == 1
        assert check(checkers, po, path="locale/ru/LC_MESSAGES/lexicon.po") == []


class TestSuppression:
    """What an entry says is meant."""

    def test_it_names_the_rule(self, checkers: Checkers) -> None:
        comment = "# vyzov-i18n: ignore=missing-term (said before)\n"
        assert check(checkers, entry("On the ISS", "На станции", comment=comment)) == []

    def test_in_vain_it_is_told(self, checkers: Checkers) -> None:
        found = check(checkers, entry("On the ISS", "На МКС", comment="# vyzov-i18n: ignore=missing-term\n"))
        assert [finding.rule for finding in found] == ["unused-suppression"]

    def test_rules_of_the_linter_are_not_its_business(self, checkers: Checkers) -> None:
        assert check(checkers, entry("On it", "На ней", comment="# vyzov-i18n: ignore=missing-variable\n")) == []

    def test_nor_are_those_of_the_glossary_the_linters(self) -> None:
        po = HEADER.format("ru") + entry("On it", "На ней", comment="# vyzov-i18n: ignore=missing-term,wrong-nam\n")
        found = [finding.rule for finding in lint(parse_po(po.encode(), "x/ru.po"))]
        assert ("unused-suppression" in found, "unknown-rule" in found) == (False, True)


def test_a_language_that_the_glossary_lacks_is_told(checkers: Checkers) -> None:
    assert told(check(checkers, entry("On the ISS", "Dans l’ISS"), language="fr")) == [
        ("unchecked-language", None, None, None)
    ]


@pytest.mark.parametrize("locale", ["en", "ru", "de", "sr", "sr_Latn", "ar"])
@pytest.mark.parametrize("domain", ["film", "summary", "lexicon"])
def test_our_own_catalogs_are_without_findings(locale: str, domain: str) -> None:
    catalog = read_po(f"{built_in_folder()}/{locale}/LC_MESSAGES/{domain}.po")
    assert catalog.entries
    assert list(check_catalog(catalog, Checkers(film().glossary()), film())) == []
