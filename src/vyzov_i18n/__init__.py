"""The facts of a film once, its words in gettext catalogs, its summaries as a native editor would write them.

A public name is imported from its module when it is first used: importing the package costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers understand it; importing `typing` would cost more than all the rest here
if TYPE_CHECKING:
    from vyzov_i18n.built_in import (
        cast,
        disputes,
        explain,
        facts,
        filming_dates,
        glossary,
        localize,
        premiere_date,
        release_date,
        summary,
        title,
    )
    from vyzov_i18n.catalogs.compile import compile_catalogs
    from vyzov_i18n.checks.runner import check
    from vyzov_i18n.diagnostics import Diagnostic, Severity
    from vyzov_i18n.errors import CatalogError, FilmError, LocaleError, MessageError, VyzovError
    from vyzov_i18n.film.values import Interval, PartialDate
    from vyzov_i18n.films import Film, LocalizedFilm
    from vyzov_i18n.locales import current_locale, use_locale
    from vyzov_i18n.messages import Message
    from vyzov_i18n.templates import add_locale, update_locales

__all__ = [
    "CatalogError",
    "Diagnostic",
    "Film",
    "FilmError",
    "Interval",
    "LocaleError",
    "LocalizedFilm",
    "Message",
    "MessageError",
    "PartialDate",
    "Severity",
    "VyzovError",
    "add_locale",
    "cast",
    "check",
    "compile_catalogs",
    "current_locale",
    "disputes",
    "explain",
    "facts",
    "filming_dates",
    "glossary",
    "localize",
    "premiere_date",
    "release_date",
    "summary",
    "title",
    "update_locales",
    "use_locale",
]

_HOMES = {
    "CatalogError": "errors",
    "Diagnostic": "diagnostics",
    "Film": "films",
    "FilmError": "errors",
    "Interval": "film.values",
    "LocaleError": "errors",
    "LocalizedFilm": "films",
    "Message": "messages",
    "MessageError": "errors",
    "PartialDate": "film.values",
    "Severity": "diagnostics",
    "VyzovError": "errors",
    "add_locale": "templates",
    "cast": "built_in",
    "check": "checks.runner",
    "compile_catalogs": "catalogs.compile",
    "current_locale": "locales",
    "disputes": "built_in",
    "explain": "built_in",
    "facts": "built_in",
    "filming_dates": "built_in",
    "glossary": "built_in",
    "localize": "built_in",
    "premiere_date": "built_in",
    "release_date": "built_in",
    "summary": "built_in",
    "title": "built_in",
    "update_locales": "templates",
    "use_locale": "locales",
}

if not TYPE_CHECKING:  # a checker that sees __getattr__ would let every misspelled name pass

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
