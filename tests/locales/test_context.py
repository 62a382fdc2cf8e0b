"""Tests of the caller's default locale."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import current_locale, use_locale


def test_there_is_no_default_unless_the_caller_sets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    monkeypatch.setenv("LANGUAGE", "ru")
    assert current_locale() is None


def test_the_default_holds_inside_its_block_and_nests() -> None:
    with use_locale("ru_RU") as tag:
        assert tag == "ru-RU"
        with use_locale("en"):
            assert current_locale() == "en"
        assert current_locale() == "ru-RU"
    assert current_locale() is None


def test_the_default_ends_with_an_error() -> None:
    with pytest.raises(KeyError), use_locale("ru"):
        raise KeyError
    assert current_locale() is None


def test_the_default_belongs_to_its_thread() -> None:
    with use_locale("ru"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(current_locale).result() is None
        assert current_locale() == "ru"


def test_a_malformed_default_is_refused_at_once() -> None:
    with pytest.raises(LocaleError, match="position 1"), use_locale("r"):
        pass
