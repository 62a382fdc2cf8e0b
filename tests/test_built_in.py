"""The built-in film: one call from a locale to a text, in any thread."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

import vyzov_i18n
from vyzov_i18n import LocaleError, built_in
from vyzov_i18n.film.model import Length
from vyzov_i18n.films import Film
from vyzov_i18n.localizer import built_in_folder

LOCALES = ("en", "ar", "de", "ru", "sr", "sr-Latn")
THREADS = 16
WORK = [(locale, length) for locale in ("en", "ru") for length in Length]
EXPECTED = {(locale, length): built_in.film().localize(locale).summary(length) for locale, length in WORK}


def test_titles() -> None:
    assert (vyzov_i18n.title("ru"), vyzov_i18n.title("en")) == ("Вызов", "The Challenge")


@pytest.mark.parametrize(
    ("locale", "length", "release", "premiere", "filming"),
    [
        ("ru", "short", "20.04.2023", "12.04.2023", "05.10.2021–17.10.2021"),
        ("ru", "medium", "20 апр. 2023 г.", "12 апр. 2023 г.", "5–17 окт. 2021 г."),
        ("ru", "long", "20 апреля 2023 г.", "12 апреля 2023 г.", "5–17 октября 2021 г."),
        ("ru", "prose", "20 апреля 2023 года", "12 апреля 2023 года", "5–17 октября 2021 года"),
        ("en", "short", "4/20/23", "4/12/23", "10/5/2021 – 10/17/2021"),
        ("en", "medium", "Apr 20, 2023", "Apr 12, 2023", "Oct 5 – 17, 2021"),
        ("en", "long", "April 20, 2023", "April 12, 2023", "October 5 – 17, 2021"),
        ("en", "prose", "April 20, 2023", "April 12, 2023", "October 5 – 17, 2021"),
        ("en-GB", "long", "20 April 2023", "12 April 2023", "5–17 October 2021"),
    ],
)
def test_dates(locale: str, length: str, release: str, premiere: str, filming: str) -> None:
    dates = (
        vyzov_i18n.release_date(locale, length=length),
        vyzov_i18n.premiere_date(locale, length=length),
        vyzov_i18n.filming_dates(locale, length=length),
    )
    assert tuple(" ".join(str(date).split()) for date in dates) == (release, premiere, filming)


def test_the_full_date_has_the_weekday() -> None:
    assert vyzov_i18n.release_date("en", length="full") == "Thursday, April 20, 2023"
    assert str(vyzov_i18n.release_date("ru", length="full")).startswith("четверг, 20 апреля 2023")


@pytest.mark.parametrize("function", [vyzov_i18n.release_date, vyzov_i18n.premiere_date, vyzov_i18n.filming_dates])
def test_another_length_is_an_error(function: object) -> None:
    with pytest.raises(ValueError, match="length 'epic': there are prose, short, medium, long"):
        function("ru", length="epic")  # type: ignore[operator]


def test_every_function_is_the_method_of_the_localized_film() -> None:
    localized = built_in.film().localize("ru")
    for name in ("title", "cast", "facts", "disputes", "release_date", "premiere_date", "filming_dates", "explain"):
        assert getattr(vyzov_i18n, name)("ru") == getattr(localized, name)()
    for length in Length:
        assert vyzov_i18n.summary("ru", length=length) == localized.summary(length)
        assert vyzov_i18n.explain("ru", length=length) == localized.explain(length)


class TestLocale:
    def test_without_a_locale_there_is_none(self) -> None:
        with pytest.raises(LocaleError, match="no locale was given: pass one, or set one with use_locale") as caught:
            vyzov_i18n.title()
        assert caught.value.available == LOCALES

    def test_a_block_has_its_locale(self) -> None:
        with vyzov_i18n.use_locale("ru"):
            assert vyzov_i18n.title() == "Вызов"
            assert vyzov_i18n.title("en") == "The Challenge"
            with vyzov_i18n.use_locale("en-GB"):
                assert vyzov_i18n.release_date() == "20 April 2023"
            assert vyzov_i18n.current_locale() == "ru"
        assert vyzov_i18n.current_locale() is None

    def test_the_environment_is_not_asked(self) -> None:
        code = "import vyzov_i18n as v; print(v.current_locale(), ascii(v.title('ru')), ascii(v.title('fr, en')))"
        for variables in ({"LC_ALL": "ru_RU.UTF-8", "LANG": "ru", "LANGUAGE": "ru"}, {"LC_ALL": "C"}):
            run = subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, **variables},
                capture_output=True,
                text=True,
                check=True,
            )
            assert run.stdout.split(" ", 1)[1].strip() == r"'\u0412\u044b\u0437\u043e\u0432' 'The Challenge'"
            assert run.stdout.startswith("None ")

    @pytest.mark.parametrize("locale", ["fr", "", "../ru", "x" * 100_000])
    def test_an_unknown_locale_is_an_error_that_says_what_there_is(self, locale: str) -> None:
        for function in (vyzov_i18n.summary, vyzov_i18n.facts, vyzov_i18n.cast):
            with pytest.raises(LocaleError) as caught:
                function(locale)
            assert caught.value.available == LOCALES


class TestCache:
    def test_the_same_request_gives_the_same_object(self) -> None:
        assert vyzov_i18n.localize("ru") is vyzov_i18n.localize("ru")
        assert vyzov_i18n.localize(["ru", "en"]) is vyzov_i18n.localize(["ru", "en"])
        assert vyzov_i18n.summary("ru") is vyzov_i18n.summary("ru")

    def test_requests_without_end_do_not_fill_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(built_in, "_localized", {})
        monkeypatch.setattr(built_in, "_MOST_LOCALES", 3)
        for number in range(10):
            assert vyzov_i18n.title(f"ru, en;q=0.{number}") == "Вызов"
        assert len(built_in._localized) == 3

    def test_requests_that_fail_are_not_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(built_in, "_localized", {})
        for number in range(5):
            with pytest.raises(LocaleError):
                vyzov_i18n.title(f"zz-{number:03}")
        assert built_in._localized == {}


class TestThreads:
    def test_one_fresh_film_in_many_threads(self) -> None:
        """All begin at once on a film that no thread has used; each text is the one that a lone thread gets."""
        film = Film.load(built_in_folder())
        localized = {locale: film.localize(locale) for locale in ("en", "ru")}
        barrier = Barrier(THREADS)

        def work(turn: int) -> dict[tuple[str, Length], str]:
            barrier.wait()
            order = WORK[turn % len(WORK) :] + WORK[: turn % len(WORK)]
            return {(locale, length): localized[locale].render(length) for locale, length in order * 3}

        with ThreadPoolExecutor(THREADS) as pool:
            for texts in pool.map(work, range(THREADS)):
                assert texts == EXPECTED
        assert localized["ru"].diagnostics == localized["en"].diagnostics == ()

    def test_the_built_in_film_in_many_threads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(built_in, "_localized", {})
        barrier = Barrier(THREADS)

        def work(turn: int) -> dict[tuple[str, Length], str]:
            locale = ("en", "ru")[turn % 2]
            barrier.wait()
            with vyzov_i18n.use_locale(locale):
                return {(locale, length): vyzov_i18n.summary(length=length) for length in Length}

        with ThreadPoolExecutor(THREADS) as pool:
            for texts in pool.map(work, range(THREADS)):
                assert texts == {key: EXPECTED[key] for key in texts}
        assert len(built_in._localized) == 2


def test_nothing_warns() -> None:
    """Neither deprecations nor files that stay open, from a fresh interpreter with every warning an error."""
    code = (
        "import vyzov_i18n as v\n"
        "for locale in ('en', 'ru', 'en-GB', 'de', 'sr', 'sr-Latn', 'ar'):\n"
        "    for length in ('logline', 'short', 'medium', 'full'):\n"
        "        assert v.summary(locale, length=length) and v.explain(locale, length=length)\n"
        "    assert v.facts(locale) and v.disputes(locale) and v.cast(locale) and v.filming_dates(locale)\n"
        "    assert v.localize(locale).diagnostics == ()\n"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", code], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_glossary_is_that_of_the_film_in_those_locales() -> None:
    glossary = vyzov_i18n.glossary("en", "ru")
    assert glossary is vyzov_i18n.glossary("en", "ru")
    assert glossary.locales == ("en", "ru")
    assert glossary.lookup("The Defiance")[0].preferred == {"en": "The Challenge", "ru": "Вызов"}
    assert vyzov_i18n.glossary().locales == vyzov_i18n.built_in.film().locales
    with pytest.raises(LocaleError, match="no locale answers 'fr'"):
        vyzov_i18n.glossary("fr")
