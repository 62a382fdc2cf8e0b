"""What CLDR, through Babel, knows of a tag: its likely script, its parents, its data, direction and name."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import msgspec

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales.tags import Subtags, parse_tag, split_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale


@lru_cache(maxsize=256)
def babel_locale(tag: str) -> Locale:
    """The most specific locale of CLDR for the tag, in the tag's own script: `ru-KZ`, `de-XX` → `de`.

    Raises LocaleError where CLDR has no data for the language in that script.
    """
    from babel import Locale, localedata

    for candidate in lineage(split_tag(tag)):
        for name in (_cldr_name(candidate), candidate.join("_")):
            if localedata.exists(name):
                return Locale.parse(name)
    raise LocaleError(f"CLDR has no data for the locale {tag!r}", tag)


def find_unnamed(tag: str) -> str | None:
    """The region or variant of the tag that CLDR has no English name for, as one that does not exist; else None."""
    from babel import Locale

    english, subtags = Locale("en"), split_tag(tag)
    if subtags.region and subtags.region not in english.territories:
        return subtags.region
    return next((variant for variant in subtags.variants if variant.upper() not in english.variants), None)


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """The direction of the tag's horizontal lines, `ltr` or `rtl`. LocaleError as `babel_locale`."""
    return "rtl" if babel_locale(tag).text_direction == "rtl" else "ltr"


def autonym(tag: str) -> str:
    """The locale's name in its own language ("srpski (latinica)"), or the tag where CLDR has no such name."""
    return babel_locale(tag).get_display_name() or parse_tag(tag)


class GrammaticalFeatures(msgspec.Struct, frozen=True):
    """The grammatical cases and genders of a language, by CLDR's names, separated by spaces (LDML part 2)."""

    cases: str = ""
    genders: str = ""


def grammatical_features(tag: str) -> GrammaticalFeatures:
    """What CLDR tells of the language of a tag; nothing where it has no such data."""
    with open(os.path.join(os.path.dirname(__file__), "grammatical_features.toml"), "rb") as file:
        languages = msgspec.toml.decode(file.read(), type=dict[str, GrammaticalFeatures])
    return languages.get(split_tag(tag).language, GrammaticalFeatures())


def lineage(subtags: Subtags) -> Iterator[Subtags]:
    """The tag and its CLDR parents, the nearest first, each with its script written out (en-GB, en-001, en).

    Extensions are dropped. Another script ends the line, and so does another language, save for the one a tag
    belongs to (nb → no, but not ht → fr-HT, where CLDR only borrows data).
    """
    candidate: Subtags | None = with_script(subtags)
    while candidate is not None:
        yield candidate
        candidate = _parent(candidate)


@lru_cache(maxsize=1024)
def with_script(subtags: Subtags) -> Subtags:
    """The subtags without extensions and with the script that their language has in their region (UTS 35, 4.3)."""
    script = subtags.script or _likely(subtags.language, subtags.region).script
    return msgspec.structs.replace(subtags, script=script, extensions="")


def likely_region(subtags: Subtags) -> str | None:
    """The region that CLDR adds to a tag that has none: RU to ru, TW to zh-Hant."""
    return _likely(subtags.language, subtags.script).region


def _likely(language: str, other: str | None) -> Subtags:
    from babel.core import get_global

    likely = get_global("likely_subtags")
    expanded = (other and likely.get(f"{language}_{other}")) or likely.get(language)
    return Subtags(*expanded.split("_")) if expanded else Subtags(language)


def _parent(subtags: Subtags) -> Subtags | None:
    from babel.core import get_global

    if subtags.variants:
        return msgspec.structs.replace(subtags, variants=subtags.variants[:-1])
    if exception := get_global("parent_exceptions").get(_cldr_name(subtags)):
        parent = with_script(split_tag(exception))
        related = parent.language == subtags.language or parent.region is None
        return parent if related and parent.script == subtags.script else None
    return msgspec.structs.replace(subtags, region=None) if subtags.region else None


def _cldr_name(subtags: Subtags) -> str:
    """The identifier of the tag's CLDR data: without the script that its language mostly has, variants in capitals."""
    usual = subtags.script == _likely(subtags.language, None).script
    plain = msgspec.structs.replace(subtags, script=None) if usual else subtags
    return msgspec.structs.replace(plain, variants=tuple(map(str.upper, subtags.variants))).join("_")
