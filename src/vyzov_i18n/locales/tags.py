"""BCP 47 tags: parsing, canonical form, POSIX spelling.

The grammar is RFC 5646, section 2.1, as UTS 35 narrows it: no grandfathered tags, no extended languages (`zh-cmn`).
The canonical form is that of UTS 35, deprecated subtags replaced after CLDR (`iw` → `he`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.errors import LocaleError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_TAG_LENGTH: Final = 64

_TAG: Final = r"""
    (?P<language> [a-z]{2,3} | [a-z]{5,8} ) \b
    (?: -(?P<script>[a-z]{4})\b )?
    (?: -(?P<region>[a-z]{2}|[0-9]{3})\b )?
    (?P<variants> (?: -(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})\b )* )
    (?P<extensions> (?: -[0-9a-wy-z] (?:-[a-z0-9]{2,8}\b)+ )* (?: -x (?:-[a-z0-9]{1,8}\b)+ )? )
    """
_POSIX_ENDING: Final = re.compile(r"(?:\.[a-z0-9-]+)?(?:@(?P<modifier>[a-z0-9]+))?\Z")


class Subtags(msgspec.Struct, frozen=True):
    """A tag taken apart, each part in canonical case; `extensions` is the rest of the tag, from its first hyphen."""

    language: str
    script: str | None = None
    region: str | None = None
    variants: tuple[str, ...] = ()
    extensions: str = ""

    def join(self, separator: str) -> str:
        """The parts without the extensions, as one text."""
        return separator.join(filter(None, (self.language, self.script, self.region, *self.variants)))


def parse_tag(text: str) -> str:
    """The canonical BCP 47 tag that `text` spells in BCP 47 (`pt-br`) or POSIX (`pt_BR.UTF-8`, `sr_RS@latin`).

    A well-formed tag need not exist. Raises LocaleError on a malformed one, with the position from 1.
    """
    subtags = split_tag(text)
    return subtags.join("-") + subtags.extensions


def to_posix(tag: str) -> str:
    """The name of the tag's folder in a gettext tree: `pt_BR`, `sr_Latn`. `parse_tag` is the way back.

    Extensions and private use (`-u-…`, `-x-…`) have no such spelling and are dropped.
    """
    return split_tag(tag).join("_")


@cache
def _grammar() -> re.Pattern[str]:
    """Compiled when the first tag comes that is more than a language: it takes a millisecond."""
    return re.compile(_TAG, re.VERBOSE | re.ASCII)


@lru_cache(maxsize=1024)
def split_tag(text: str) -> Subtags:
    """The canonical subtags of a tag; LocaleError as `parse_tag`."""
    if not 0 < len(text) <= MAX_TAG_LENGTH:
        raise LocaleError(f"a locale tag has 1 to {MAX_TAG_LENGTH} characters, not {len(text)}", text[:MAX_TAG_LENGTH])
    source = text.lower().replace("_", "-") if text.isascii() else text
    if len(source) in (2, 3) and source.isascii() and source.isalpha():
        return _canonical(source, {}, ())
    if source.partition(".")[0] in {"c", "posix"}:
        raise LocaleError(f"the locale {text!r} names no language; give a tag such as 'ru'", text)
    match = _grammar().match(source)
    if match is None:
        raise _malformed(text, 0, "a language has 2, 3 or 5 to 8 Latin letters")
    ending = _POSIX_ENDING.match(source, match.end())
    if ending is None:
        hyphen = source.startswith("-", match.end())
        raise _malformed(text, match.end() + hyphen, "expected a script, region, variant or extension")
    variants = tuple(match["variants"].split("-")[1:])
    _check_repetition(text, variants, match["extensions"])
    subtags = _canonical(match["language"], match.groupdict(), variants)
    return _modified(subtags, ending["modifier"], text) if ending["modifier"] else subtags


def _malformed(text: str, index: int, reason: str) -> LocaleError:
    return LocaleError(f"malformed locale tag {text!r}, position {index + 1}: {reason}", text)


def _check_repetition(text: str, variants: Sequence[str], extensions: str) -> None:
    singletons = re.findall(r"-(\w)(?=-)", extensions.partition("-x-")[0])
    for kind, subtags in (("variant", variants), ("extension", singletons)):
        if repeated := {subtag for subtag in subtags if subtags.count(subtag) > 1}:
            raise LocaleError(f"malformed locale tag {text!r}: the {kind} {min(repeated)!r} is repeated", text)


def _canonical(language: str, parts: Mapping[str, str | None], variants: Sequence[str]) -> Subtags:
    from babel.core import get_global

    aliases = get_global("language_aliases")
    language, *implied = aliases.get(language, language).split("_")
    script = parts.get("script") or next((part for part in implied if len(part) == 4), None)
    region = parts.get("region") or next((part for part in implied if len(part) < 4), None)
    renamed = get_global("variant_aliases")
    return Subtags(
        language=language,
        script=script and get_global("script_aliases").get(script.title(), script.title()),
        region=region and _current_region(language, region.upper()),
        variants=tuple(renamed.get(variant, variant) for variant in variants),
        extensions=parts.get("extensions") or "",
    )


def _current_region(language: str, region: str) -> str:
    """The region that follows a deprecated one: of several, the one where the language lives (uk-SU → uk-UA)."""
    from babel.core import get_global

    heirs: Sequence[str] = get_global("territory_aliases").get(region, [region])
    home = get_global("likely_subtags").get(language, "").rpartition("_")[2]
    return home if home in heirs else heirs[0]


def _modified(subtags: Subtags, modifier: str, text: str) -> Subtags:
    """The subtags with a POSIX modifier, the English name of a script (`@latin`) or a variant (`@valencia`)."""
    if modifier == "euro":  # a currency: it says nothing about the language
        return subtags
    from babel import Locale

    scripts = Locale("en").scripts
    for code, name in scripts.items():
        if name.lower() == modifier:
            return msgspec.structs.replace(subtags, script=code)
    if re.fullmatch(r"[a-z0-9]{5,8}", modifier):
        return msgspec.structs.replace(subtags, variants=(*subtags.variants, modifier))
    raise _malformed(text, text.rindex("@") + 1, "the modifier is neither a script nor a variant")
