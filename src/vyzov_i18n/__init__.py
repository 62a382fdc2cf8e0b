"""The facts of a film once, its words in gettext catalogs, its summaries as a native editor would write them.

A public name is imported from its module when it is first used: importing the package costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers understand it; importing `typing` would cost more than all the rest here
if TYPE_CHECKING:
    from vyzov_i18n.diagnostics import Diagnostic, Severity
    from vyzov_i18n.errors import CatalogError, FilmError, LocaleError, MessageError, VyzovError
    from vyzov_i18n.locales import current_locale, use_locale

__all__ = [
    "CatalogError",
    "Diagnostic",
    "FilmError",
    "LocaleError",
    "MessageError",
    "Severity",
    "VyzovError",
    "current_locale",
    "use_locale",
]

_HOMES = {
    "CatalogError": "errors",
    "Diagnostic": "diagnostics",
    "FilmError": "errors",
    "LocaleError": "errors",
    "MessageError": "errors",
    "Severity": "diagnostics",
    "VyzovError": "errors",
    "current_locale": "locales",
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
