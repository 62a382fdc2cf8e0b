"""The built-in film «Вызов», at hand without loading: each function is a method of its `LocalizedFilm`.

Every function but `glossary` takes one locale: a BCP 47 tag, several, or an Accept-Language value; without one, the
locale set with `use_locale`. All raise LocaleError where no locale answers, or where none was given.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.films import Film, LocalizedFilm
from vyzov_i18n.locales import current_locale
from vyzov_i18n.localizer import built_in_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.films import Explanation
    from vyzov_i18n.summaries.fact_sheet import FactRow, Role
    from vyzov_i18n.termbase.glossary import Glossary

_MOST_LOCALES: Final = 256  # a requested tag is untrusted: no cache must grow without bound
_MOST_GLOSSARIES: Final = 16
_localized: dict[str, LocalizedFilm] = {}


@cache
def film() -> Film:
    """The built-in film."""
    return Film.load(built_in_folder())


@lru_cache(maxsize=_MOST_GLOSSARIES)
def glossary(*locales: str) -> Glossary:
    """The names and terms of the built-in film in these locales, the source language first; in all, without any.

    The same object each time. Raises LocaleError.
    """
    return film().glossary(*locales)


def localize(locale: str | Sequence[str] | None = None) -> LocalizedFilm:
    """The built-in film in the locale that answers; the same object each time."""
    requested = current_locale() if locale is None else locale
    if requested is None:
        raise LocaleError("no locale was given: pass one, or set one with use_locale", "", film().locales)
    key = requested if isinstance(requested, str) else ",".join(requested)
    found = _localized.get(key)
    if found is None:
        found = film().localize(requested)
        if len(_localized) < _MOST_LOCALES:
            found = _localized.setdefault(key, found)
    return found


def summary(locale: str | Sequence[str] | None = None, *, length: str = "full") -> str:
    """The summary: "logline", "short" (at most 190 characters), "medium" (400) or "full" (4000)."""
    return localize(locale).summary(length)


def title(locale: str | Sequence[str] | None = None) -> str:
    """The title, without quotation marks."""
    return localize(locale).title()


def cast(locale: str | Sequence[str] | None = None) -> tuple[Role, ...]:
    """The cast in billing order: `person`, and `character` where a source tells it."""
    return localize(locale).cast()


def facts(locale: str | Sequence[str] | None = None) -> tuple[FactRow, ...]:
    """Every fact with its claims and sources."""
    return localize(locale).facts()


def disputes(locale: str | Sequence[str] | None = None) -> tuple[FactRow, ...]:
    """The facts whose claims differ."""
    return localize(locale).disputes()


def explain(locale: str | Sequence[str] | None = None, *, length: str = "full") -> tuple[Explanation, ...]:
    """Sentence by sentence, where the summary of that length comes from."""
    return localize(locale).explain(length)


def release_date(locale: str | Sequence[str] | None = None, *, length: str = "long") -> str | None:
    """The date of the Russian release; `length` is short, medium, long, full (CLDR) or prose."""
    return localize(locale).release_date(length)


def premiere_date(locale: str | Sequence[str] | None = None, *, length: str = "long") -> str | None:
    """The date of the premiere; as `release_date`."""
    return localize(locale).premiere_date(length)


def filming_dates(locale: str | Sequence[str] | None = None, *, length: str = "long") -> str | None:
    """The interval of the filming aboard; `length` is short, medium, long or prose."""
    return localize(locale).filming_dates(length)
