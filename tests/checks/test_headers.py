"""Rules of headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.checks.runner import check_catalog
from vyzov_i18n.films import Film

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

_RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


def _catalog(*fields: str, flags: str = "") -> str:
    """A catalog of a header that lacks nothing; `fields` are more of it, or others."""
    usual = {
        "Project-Id-Version": "other 1.0",
        "PO-Revision-Date": "2026-11-21 00:00+0000",
        "Last-Translator": "A Person",
        "Language-Team": "A Team",
        "Language": "ru",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    given = dict(field.split(": ", 1) for field in fields)
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in {**usual, **given}.items())
    return f'{flags}msgid ""\nmsgstr ""\n{lines}'


_BROKEN = [
    ("x/ru.po", "odd-plural-rule", "Plural-Forms: ⟦nplurals=2; plural=(n != 1);⟧", _RUSSIAN),
    ("x/ru.po", "odd-plural-rule", "Plural-Forms: ⟦nplurals=1; plural=0;⟧", _RUSSIAN),
    ("x/ru.po", "odd-review-state", "X-Native-Review: ⟦yes⟧", None),
    ("x/ru.po", "wrong-direction", "X-Text-Direction: ⟦rtl⟧", "ltr"),
    ("x/ru.po", "quotation-marks", "X-Quotation-Marks: ⟦« »⟧", None),
    ("x/ru.po", "misspelled-grammatical-name", "X-Grammatical-Cases: nominative ⟦genetive⟧ dative", "genitive"),
    ("x/ru.po", "misspelled-grammatical-name", "X-Grammatical-Genders: ⟦masculin⟧ feminine", "masculine"),
    ("x/uk/LC_MESSAGES/django.po", "other-language", "Language: ⟦ru⟧", None),
    ("x/pt_BR/LC_MESSAGES/django.po", "other-language", "Language: ⟦pt_PT⟧", None),
    ("x/zh_TW.po", "other-language", "Language: ⟦zh_CN⟧", None),
]


@pytest.mark.parametrize(("path", "rule", "field", "suggestion"), _BROKEN)
def test_what_is_wrong_with_a_field_is_told_with_its_place(
    path: str, rule: str, field: str, suggestion: str | None, assert_told: Check
) -> None:
    (finding,) = assert_told(rule, _catalog(field), path=path)
    assert finding.text == field.partition("⟦")[2].partition("⟧")[0]
    assert finding.suggestion == suggestion


_SOUND = [
    ("x/ru.po", f"Plural-Forms: {_RUSSIAN}"),
    # The form for fractions, which Transifex adds, is never chosen.
    (
        "x/cs.po",
        "Language: cs",
        "Plural-Forms: nplurals=4; plural=(n == 1 && n % 1 == 0) ? 0 : (n >= 2 && n <= 4 && n % 1 == 0) ? 1: "
        "(n % 1 != 0 ) ? 2 : 3;",
    ),
    ("x/he.po", "Language: he", "Plural-Forms: nplurals=4; plural=n==1 ? 0 : n==2 ? 1 : n>10 && n%10==0 ? 2 : 3;"),
    ("x/tr.po", "Language: tr", "Plural-Forms: nplurals=2; plural=(n > 1);"),
    ("x/uz.po", "Language: uz", "Plural-Forms: nplurals=1; plural=0;"),
    ("x/fr.po", "Language: fr", "Plural-Forms: nplurals=2; plural=(n > 1);"),
    ("x/ar.po", "Language: ar", "X-Text-Direction: rtl", "X-Native-Review: pending"),
    ("x/sr_Latn/LC_MESSAGES/django.po", "Language: sr@latin"),
    ("x/zh_Hans/LC_MESSAGES/django.po", "Language: zh_CN"),
    ("x/ru.po", "Language: ru_RU"),
    ("x/gettext-tools.po", "Language: ru"),
    ("x/ru.po", "X-Grammatical-Cases: nominative definite", "X-Quotation-Marks: « » „ “", "X-Native-Review: done"),
    ("x/ru.po", "X-Grammatical-Cases: ", "X-Quotation-Marks: ", "X-Native-Review: "),
]


@pytest.mark.parametrize(("path", "fields"), [(path, fields) for path, *fields in _SOUND])
def test_a_sound_header_is_left_alone(path: str, fields: list[str], check_text: Check) -> None:
    assert check_text(_catalog(*fields), path=path) == []


def test_a_plural_rule_is_told_with_two_numbers_that_it_throws_together(check_text: Check) -> None:
    (finding,) = check_text(_catalog("Plural-Forms: nplurals=2; plural=(n != 1);"))
    assert finding.message == "the rule has one form for 2 and 5, which take different ones in this language"


def test_a_fuzzy_header_is_told(check_text: Check) -> None:
    (finding,) = check_text(_catalog(flags="#, fuzzy\n"))
    assert (finding.rule, finding.line) == ("fuzzy-header", 2)


def test_a_charset_other_than_utf_8_is_told() -> None:
    data = _catalog("Content-Type: text/plain; charset=KOI8-R").encode("koi8-r")
    (finding,) = check_catalog(parse_po(data, "x/ru.po"))
    assert (finding.rule, finding.line, finding.text) == ("legacy-charset", 2, "koi8-r")


def test_a_catalog_without_a_language_is_told(check_text: Check) -> None:
    (finding,) = check_text(_catalog("Language: "), path="messages-of-the-program.po")
    assert (finding.rule, finding.line) == ("unknown-language", None)


def test_no_break_spaces_belong_to_the_marks(check_text: Check) -> None:
    catalog = _catalog("X-Quotation-Marks: «\u00a0 \u00a0» ‹\u202f \u202f›")
    assert [f for f in check_text(catalog) if f.rule == "quotation-marks"] == []


@pytest.mark.parametrize(("domain", "count"), [("lexicon", 1), ("film", 0)])
def test_a_lexicon_whose_marks_are_empty_is_told_so(domain: str, count: int, check_text: Check) -> None:
    film = Film.load("tests/films/lighthouse")
    findings = check_text(_catalog("X-Quotation-Marks: "), path=f"x/ru/LC_MESSAGES/{domain}.po", film=film)
    told = [f for f in findings if f.rule == "empty-lexicon-field"]
    assert [(f.line, f.column, f.text, f.severity) for f in told] == [(11, 2, "X-Quotation-Marks: ", "info")] * count
