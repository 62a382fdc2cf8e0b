"""Locales: BCP 47 tags, what CLDR knows of them, the lookup of the best available one, the caller's default.

A script is never crossed: `sr-Latn` does not answer for `sr`, nor `zh` for `zh-TW`. The environment is never read: a
locale is an argument, or what the caller set with `use_locale`.
"""

from vyzov_i18n.locales.cldr import autonym, babel_locale, direction
from vyzov_i18n.locales.context import current_locale, use_locale
from vyzov_i18n.locales.lookup import Match, lookup
from vyzov_i18n.locales.tags import parse_tag, to_posix

__all__ = [
    "Match",
    "autonym",
    "babel_locale",
    "current_locale",
    "direction",
    "lookup",
    "parse_tag",
    "to_posix",
    "use_locale",
]
