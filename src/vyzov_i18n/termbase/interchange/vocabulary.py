"""How formats and tools name what a term is: to our statuses and to TBX's parts of speech, genders and types."""

from __future__ import annotations

import re
from typing import Final

from vyzov_i18n.termbase.model import Status

_STATUSES: Final = {
    Status.PREFERRED: ("preferred", "preferredterm", "approved", "standardized", "standardizedterm", "recommended"),
    Status.ADMITTED: ("admitted", "admittedterm", "provisional", "proposed", "allowed", "legalterm", "regulatedterm"),
    Status.DEPRECATED: ("deprecated", "superseded", "supersededterm", "nonstandard", "notrecommended", "outdated"),
    Status.FORBIDDEN: ("forbidden", "deprecatedterm", "obsolete", "rejected", "prohibited", "donotuse", "banned"),
}
_STATUS_OF: Final = {name: status for status, names in _STATUSES.items() for name in names}
_PARTS_OF_SPEECH: Final = {
    "n": "noun",
    "v": "verb",
    "adj": "adjective",
    "adv": "adverb",
    "propernoun": "properNoun",
    "propn": "properNoun",
    **{name: name for name in ("noun", "verb", "adjective", "adverb", "other")},
}
_GENDERS: Final = {
    "m": "masculine",
    "f": "feminine",
    "n": "neuter",
    **{name: name for name in ("masculine", "feminine", "neuter", "other", "common")},
}
_ODD: Final = re.compile(r"[\W_]+")


def key_of(name: str) -> str:
    """A name without case, spaces and punctuation, by which spellings of it are the same."""
    return _ODD.sub("", name.casefold())


def read_status(value: str) -> Status | None:
    """The status that a value means, in TBX of every version, UTX or a table; None where it means none."""
    return _STATUS_OF.get(key_of(value.strip().removesuffix("-admn-sts")))


def read_part_of_speech(value: str) -> str | None:
    """The part of speech by its name in TBX; None where there is none such."""
    return _PARTS_OF_SPEECH.get(key_of(value))


def read_gender(value: str) -> str | None:
    """The gender by CLDR's name; None where there is none such."""
    return _GENDERS.get(key_of(value))
