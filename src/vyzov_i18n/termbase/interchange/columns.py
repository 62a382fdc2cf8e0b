"""Which column of a table says what: in ours, in UTX, and in those that Weblate, memoQ, MultiTerm and people make.

A column is known by its name: a field (`Definition`, `part of speech`), a language (`en-US`, `Russian`, `русский`),
`source` and `target`, or a field of one of them (`tgt:pos`, `Russian_Def`, `term:ru`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import parse_tag
from vyzov_i18n.termbase.interchange.tables import FORM_PREFIX
from vyzov_i18n.termbase.interchange.vocabulary import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

TERM: Final = "text"
LANGUAGE: Final = "language"
SOURCE: Final = "source"
TARGET: Final = "target"
_FIELDS: Final = {
    "id": ("concept", "conceptid", "entry", "entryid", "id", "termid", "number of entry"),
    "category": ("category", "subject", "subjectfield", "domain", "entrysubject", "field"),
    "definition": ("definition", "def", "description", "explanation", "meaning"),
    "concept_note": ("conceptnote", "entrynote"),
    "concept_sources": ("conceptsources",),
    LANGUAGE: ("language", "lang", "locale", "languagecode"),
    TERM: ("term", "text"),
    "status": ("status", "termstatus", "usagestatus", "usage", "approval"),
    "part_of_speech": ("partofspeech", "pos", "wordclass"),
    "gender": ("gender", "grammaticalgender"),
    "number": ("number", "grammaticalnumber"),
    "type": ("type", "termtype"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "translatorcomments", "usagenote"),
    "sources": ("sources", "reference", "references"),
    "kind": ("kind",),
    "indeclinable": ("indeclinable",),
    "case_sensitive": ("casesensitive", "casesensitivity"),
    "is_quoted": ("isquoted",),
    "contexts": ("contexts",),
}
_FIELD_OF: Final = {name: field for field, names in _FIELDS.items() for name in names}
_SIDES: Final = {
    SOURCE: ("source", "src", "sourceterm", "sourcetext", "original"),
    TARGET: ("target", "tgt", "targetterm", "targettext", "translation"),
}
_SIDE_OF: Final = {name: side for side, names in _SIDES.items() for name in names}
_PARTS: Final = re.compile(r"(.+?)[\s:_(\[/]+([^\s:_()\[\]/]+)[)\]]?")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Column(NamedTuple):
    """What a column says: a field, and of which language; None for a field of the row."""

    field: str
    locale: str | None = None


def read_column(name: str, sides: Mapping[str, str]) -> Column | None:
    """What a column of that name says; None where it is not known. `sides` are the locales of source and target."""
    if name.startswith(FORM_PREFIX):
        return Column(name)
    key = key_of(name)
    if key in _FIELD_OF:
        return Column(_FIELD_OF[key])
    parts = _PARTS.fullmatch(name)
    for language, field in ((parts[1], parts[2]), (parts[2], parts[1])) if parts else ():
        locale = _read_language(language, sides)
        if locale is not None and key_of(field) in _FIELD_OF:
            return Column(_FIELD_OF[key_of(field)], locale)
    locale = _read_language(name, sides)
    return Column(TERM, locale) if locale is not None else None


def find_side(name: str) -> str | None:
    """The side that a column is of, where its name tells no language but `source` or `target`."""
    parts = _PARTS.fullmatch(name)
    words = (name, parts[1], parts[2]) if parts else (name,)
    return (
        None if key_of(name) in _FIELD_OF else next(filter(None, (_SIDE_OF.get(key_of(word)) for word in words)), None)
    )


def _read_language(name: str, sides: Mapping[str, str]) -> str | None:
    key = key_of(name)
    if key in _SIDE_OF:
        return sides.get(_SIDE_OF[key])
    if key in _languages():
        return _languages()[key]
    if not _TAG.fullmatch(name.strip()):
        return None
    try:
        tag = parse_tag(name.strip())
    except LocaleError:
        return None
    return tag if tag.partition("-")[0] in _codes() else None


@cache
def _codes() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").languages)


@cache
def _languages() -> dict[str, str]:
    """The tags of languages by their names in English and in themselves."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    own = {
        identifier: Locale(identifier).get_display_name()
        for identifier in locale_identifiers()
        if "_" not in identifier
    }
    named = [*Locale("en").languages.items(), *own.items()]
    return {key_of(name): code.replace("_", "-") for code, name in named if name}
