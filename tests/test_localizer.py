"""A film in one locale: what answers, what falls back and is told, and what a hostile catalog cannot do."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.compile import compile_catalogs
from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.errors import LocaleError
from vyzov_i18n.film.model import Length
from vyzov_i18n.summaries.sentences import SENTENCES

if TYPE_CHECKING:
    from tests.conftest import FilmFolder

    from vyzov_i18n.films import Film

RELEASE = "Фильм вышел в прокат в~апреле 2023~года."
RELEASE_ID = (
    ".local $known = {$release :vyzov:date} .match $known "
    "day {{The film was released on {$release :vyzov:date fields=year-month-day length=long}.}} "
    "* {{The film was released in {$release :vyzov:date fields=year-month length=long}.}}"
)


def rules(folder: FilmFolder) -> list[str]:
    return [finding.rule for finding in folder.findings]


def release(folder: FilmFolder, translation: str) -> str:
    """The last paragraph of the Russian summary, where a film translates the sentence of the release so."""
    folder.translate("ru", "summary", "release", RELEASE_ID, translation)
    return folder.localize("ru").summary().split("\n\n")[-1].replace("\u00a0", "~")


class TestFallback:
    def test_a_film_may_translate_a_shared_sentence_otherwise(self, lighthouse: FilmFolder) -> None:
        assert release(lighthouse, "Прокат начался весной.") == "Прокат начался весной."
        assert rules(lighthouse) == []

    def test_a_catalog_that_is_missing_is_told_once(self, lighthouse: FilmFolder) -> None:
        lighthouse.catalog("ru", "film").unlink()
        localized = lighthouse.localize("ru")
        assert localized.summary("logline") == (
            "«The Keeper of the “North” Lighthouse»\u00a0— drama. Режиссёр\u00a0— Anna Melnik."
        )
        localized.facts()
        assert rules(lighthouse) == ["missing-catalog"]
        assert lighthouse.findings[0].severity is Severity.WARNING
        assert lighthouse.findings[0].message == "no usable catalog film for ru; the English stands in"
        assert lighthouse.findings[0].help == "add ru/LC_MESSAGES/film.po"

    def test_a_language_without_shared_sentences_speaks_english_in_them(self, lighthouse: FilmFolder) -> None:
        lighthouse.translate("ru", "summary", "release", RELEASE_ID, "Прокат {$title}.")
        (lighthouse.path / "ru").rename(lighthouse.path / "be")
        first, *_, last = lighthouse.localize("be").summary().split("\n\n")
        assert first == "“The Keeper of the ‘North’ Lighthouse” is a drama directed by Anna Melnik."
        assert last == "Прокат Смотритель маяка «Север»."
        assert set(rules(lighthouse)) == {"untranslated"}

    def test_shared_sentences_that_are_missing_are_told_once(self, lighthouse: FilmFolder) -> None:
        (lighthouse.path / "ru").rename(lighthouse.path / "be")
        lighthouse.localize("be").summary("logline")
        assert rules(lighthouse).count("missing-catalog") == 1
        assert "summary" in lighthouse.findings[0].message

    def test_an_entry_that_is_missing_is_told_once(self, lighthouse: FilmFolder) -> None:
        lighthouse.replace("ru/LC_MESSAGES/film.po", 'msgstr "Анна Мельник"', 'msgstr ""')
        localized = lighthouse.localize("ru")
        for length in Length:
            assert "Anna Melnik" in localized.summary(length)
        assert rules(lighthouse) == ["untranslated"]
        assert lighthouse.findings[0].text == "Anna Melnik"
        assert "(person/anna-melnik) in film" in lighthouse.findings[0].message

    def test_a_fuzzy_entry_is_none(self, lighthouse: FilmFolder) -> None:
        lighthouse.replace("ru/LC_MESSAGES/film.po", 'msgctxt "term/drama"', '#, fuzzy\nmsgctxt "term/drama"')
        assert "drama" in lighthouse.localize("ru").summary("logline")
        assert rules(lighthouse) == ["untranslated"]

    def test_a_fresh_compiled_catalog_answers(self, lighthouse: FilmFolder) -> None:
        lighthouse.append('[[line]]\nid = "storm"\nlengths = ["logline"]\nfacts = ["genre"]\ntext = "A storm."')
        lighthouse.translate("ru", "film", "line/storm", "A storm.", "Шторм.")
        compile_catalogs(str(lighthouse.path))
        sentence = lighthouse.localize("ru").explain("logline")[0]
        assert sentence.origin.path == str(lighthouse.catalog("ru", "film").with_suffix(".mo"))
        assert sentence.text == "Шторм."
        assert rules(lighthouse) == []

    def test_a_broken_mo_beside_a_good_po_is_told_and_left(self, lighthouse: FilmFolder) -> None:
        compiled = lighthouse.catalog("ru", "film").with_suffix(".mo")
        compiled.write_bytes(b"\xde\x12\x04\x95 no catalog")
        written = lighthouse.catalog("ru", "film").stat().st_mtime_ns
        os.utime(compiled, ns=(written + 10**9, written + 10**9))
        assert lighthouse.localize("ru").title() == "Смотритель маяка «Север»"
        assert len(lighthouse.findings) == 1
        assert lighthouse.findings[0].path == str(compiled)

    def test_a_stale_mo_gives_way_to_its_po(self, lighthouse: FilmFolder) -> None:
        compile_catalogs(str(lighthouse.path))
        lighthouse.replace("ru/LC_MESSAGES/film.po", "маяка «Север»", "маяка «Юг»")
        compiled = lighthouse.catalog("ru", "film").with_suffix(".mo")
        os.utime(compiled, ns=(0, 0))
        assert lighthouse.localize("ru").title() == "Смотритель маяка «Юг»"
        assert rules(lighthouse) == []

    def test_findings_are_kept_and_passed_on_once(self, lighthouse: FilmFolder) -> None:
        lighthouse.catalog("ru", "lexicon").unlink()
        localized = lighthouse.localize("ru")
        for _ in range(3):
            localized.render()
        assert len(lighthouse.findings) == 1
        assert localized.diagnostics == tuple(lighthouse.findings)

    def test_without_a_receiver_findings_are_logged(
        self, lighthouse: FilmFolder, caplog: pytest.LogCaptureFixture
    ) -> None:
        lighthouse.catalog("ru", "film").unlink()
        lighthouse.film().localize("ru").summary()
        assert [(record.name, record.levelname) for record in caplog.records] == [("vyzov_i18n", "WARNING")]
        assert "missing-catalog" in caplog.text


class TestLocales:
    def test_british_english(self, challenge: Film) -> None:
        """British dates, and no comma before the last of a list, over the catalogs of English."""
        localized = challenge.localize("en-GB")
        assert (localized.locale, localized.catalog_locale) == ("en-GB", "en")
        text = localized.summary().replace("\u00a0", " ")
        assert "director, camera operator and make" in text
        assert "12 April 2023" in text
        assert "April 12" not in text
        assert localized.release_date() == "20 April 2023"
        assert localized.diagnostics == ()

    @pytest.mark.parametrize(
        ("requested", "locale", "catalogs"),
        [
            ("ru", "ru", "ru"),
            ("ru_RU.UTF-8", "ru-RU", "ru"),
            ("RU-ru", "ru-RU", "ru"),
            ("ru-KZ", "ru-KZ", "ru"),
            ("fr, ru;q=0.5, en;q=0.9", "en", "en"),
            ("fr-CH, ru;q=0.5", "ru", "ru"),
            ("*", "en", "en"),
            (["fr", "ru-RU"], "ru-RU", "ru"),
            ("en-US-u-ca-buddhist", None, "en"),
        ],
    )
    def test_requests(self, requested: str | list[str], locale: str | None, catalogs: str, challenge: Film) -> None:
        localized = challenge.localize(requested)
        assert localized.catalog_locale == catalogs
        assert localized.locale == (locale or localized.locale)
        assert localized.title() == {"ru": "Вызов", "en": "The Challenge"}[catalogs]

    @pytest.mark.parametrize(
        "requested",
        [
            "",
            "fr",
            "xx-YY",
            "../../etc/passwd",
            "ru/../../etc",
            "/etc",
            "C:\\ru",
            "ru\0",
            "r u",
            "ру",
            "ru" * 50_000,
            "ru," * 50_000,
            "a-" * 50_000,
            ";q=0.5",
            "ru;q=2",
            [],
            ["../../etc"],
            ["ru\0"],
            ["x" * 100_000],
        ],
        ids=lambda requested: repr(requested)[:20],
    )
    def test_what_is_no_locale_here_is_refused_at_once(self, requested: str | list[str], challenge: Film) -> None:
        """With what there is instead, and nothing of the request but its beginning; no file is looked for."""
        before = time.perf_counter()
        with pytest.raises(LocaleError) as caught:
            challenge.localize(requested)
        assert time.perf_counter() - before < 1
        assert caught.value.available == ("en", "ar", "de", "ru", "sr", "sr-Latn")
        assert len(str(caught.value)) < 2500

    def test_serbian_scripts_are_not_crossed(self, lighthouse: FilmFolder) -> None:
        (lighthouse.path / "ru").rename(lighthouse.path / "sr")
        with pytest.raises(LocaleError, match="sr-Latn"):
            lighthouse.localize("sr-Latn")
        assert lighthouse.localize("sr-Cyrl").catalog_locale == "sr"


HOSTILE = {
    "an unknown variable": ("Прокат: {$secret}", "Прокат: {$secret}", "unresolved-variable"),
    "an unknown function": ("Прокат: {$release :vyzov:open}", "Прокат: {$release}", "unknown-function"),
    "an attribute": ("Прокат: {$release.__class__}", "Прокат: {$release.__class__}", "unresolved-variable"),
    "a variable of Python": ("Прокат: {$__builtins__}", "Прокат: {$__builtins__}", "unresolved-variable"),
    "a format of Python": ("Прокат: %(release)s {0} {{release}}", "\ufffd", "syntax-error"),
    "an open placeholder": ("Прокат: {$release", "\ufffd", "syntax-error"),
    "a closed placeholder": ("Прокат: }", "\ufffd", "syntax-error"),
    "no fallback variant": (
        ".local $known = {$release :vyzov:date} .match $known year {{Прокат.}}",
        "\ufffd",
        "missing-fallback-variant",
    ),
    "deep nesting": ("{" * 50_000 + "$release" + "}" * 50_000, "\ufffd", "syntax-error"),
    "many declarations": (
        "".join(f".local $v{number} = {{$v{number - 1}}} " for number in range(1, 20_000)) + "{{Прокат.}}",
        None,
        None,
    ),
    "fraction digits": ("Прокат: {1 :number minimumFractionDigits=999999999}", None, "bad-option"),
    "integer digits": ("Прокат: {1 :number minimumIntegerDigits=999999999}", None, "bad-option"),
    "a huge number": ("Прокат: {1e999999999 :number}", None, "bad-operand"),
    "a wrong operand": ("Прокат: {$release :vyzov:money}", "Прокат: {$release}", "bad-operand"),
    "a wrong option": ("Прокат: {$release :vyzov:date fields=soul}", None, "bad-option"),
    "a case that is none": ("Прокат: {$directors :vyzov:list case=hostile}", "Прокат: Анна Мельник", "missing-form"),
}


class TestHostileTranslations:
    @pytest.mark.parametrize("kind", HOSTILE)
    def test_a_hostile_sentence_is_told_and_the_others_stand(self, kind: str, lighthouse: FilmFolder) -> None:
        """The fallback of the specification, a finding with the place, no exception, quickly."""
        translation, expected, rule = HOSTILE[kind]
        good = lighthouse.localize("ru").summary().split("\n\n")
        before = time.perf_counter()
        text = release(lighthouse, translation).replace("\u2068", "").replace("\u2069", "")
        assert time.perf_counter() - before < 5
        assert len(text) < 100
        if expected is not None:
            assert text == (f"{{{expected}}}" if expected == "\ufffd" else expected)
        if rule is not None:
            assert rule in rules(lighthouse)
            finding = next(finding for finding in lighthouse.findings if finding.rule == rule)
            domain = "lexicon" if rule == "missing-form" else "summary"
            assert str(finding.path).endswith(f"ru/LC_MESSAGES/{domain}.po")
            assert "(in summary, release)" in finding.message
        assert lighthouse.localize("ru").summary().split("\n\n")[:-1] == good[:-1]

    def test_the_finding_is_no_flood(self, lighthouse: FilmFolder) -> None:
        release(lighthouse, "{$a}" * 500)
        assert rules(lighthouse) == ["unresolved-variable"]

    def test_a_long_translation_stays_bounded(self, lighthouse: FilmFolder) -> None:
        """A text longer than the limit is dropped like any sentence that does not fit."""
        lighthouse.translate("ru", "summary", "release", RELEASE_ID, "Я" * 100_000)
        for length in Length:
            text = lighthouse.localize("ru").summary(length)
            assert "ЯЯ" not in text
            assert text.startswith("«Смотритель маяка „Север“»")

    def test_control_characters_break_nothing_else(self, lighthouse: FilmFolder) -> None:
        text = release(lighthouse, "Прокат\u202e\u0007: {$release :vyzov:date fields=year}.")
        assert text.startswith("Прокат")
        assert lighthouse.localize("ru").summary().startswith("«Смотритель маяка „Север“»\u00a0— драма")

    def test_a_hostile_name_is_no_message(self, lighthouse: FilmFolder) -> None:
        """Names are texts: braces and functions in them are letters."""
        lighthouse.replace("ru/LC_MESSAGES/film.po", 'msgstr "драма"', 'msgstr "{$release} .match {|x| :number}"')
        text = lighthouse.localize("ru").summary("logline")
        assert "{$release} .match {|x| :number}" in text

    def test_nothing_but_the_variables_of_the_sentence_can_be_told(self, lighthouse: FilmFolder) -> None:
        text = release(lighthouse, "{$writers :vyzov:list} {$film} {$localizer} {$folder} {$person} {$press}")
        text = text.replace("\u2068", "").replace("\u2069", "")
        assert text == "Пётр Черных {$film} {$localizer} {$folder} {$person} {$press}"
        assert str(lighthouse.path) not in text

    def test_a_plural_entry_with_too_few_forms(self, lighthouse: FilmFolder) -> None:
        """The forms that are there answer, and the catalog is told of."""
        entry = next(
            variant
            for sentence in SENTENCES
            if sentence.name == "casting"
            for variant in sentence.variants
            if variant.plural and "shortlist" not in variant.needs
        )
        forms = ("одна: {$entries :integer}", "две: {$entries :integer}")
        lighthouse.translate("ru", "summary", entry.context, entry.text, *forms, plural=str(entry.plural))
        lighthouse.replace("film.toml", "amount = 21", "amount = 5")
        text = lighthouse.localize("ru").summary()
        assert "одна: 5" in text
        assert rules(lighthouse) == ["plural-form-count"]

    def test_a_catalog_that_is_no_catalog(self, lighthouse: FilmFolder) -> None:
        lighthouse.catalog("ru", "film").write_bytes(b'msgid "x\nmsgstr \xff')
        text = lighthouse.localize("ru").summary("logline")
        assert "Anna Melnik" in text
        assert "missing-catalog" in rules(lighthouse)
        assert any(finding.severity is Severity.ERROR and finding.line == 1 for finding in lighthouse.findings)

    def test_a_hostile_header(self, lighthouse: FilmFolder) -> None:
        lighthouse.translate("ru", "summary", "release", RELEASE_ID, "Прокат.")
        lighthouse.replace("ru/LC_MESSAGES/summary.po", "nplurals=3", "nplurals=999999999")
        assert lighthouse.localize("ru").summary().endswith("Прокат.")


def test_quotation_marks_that_are_not_four_are_told(lighthouse: FilmFolder) -> None:
    lighthouse.replace("ru/LC_MESSAGES/lexicon.po", '"Language: ru\\n"', '"Language: ru\\n"\n"X-Quotation-Marks: x\\n"')
    assert lighthouse.localize("ru").summary("logline").startswith("«Смотритель")
    assert rules(lighthouse) == ["quotation-marks"]
