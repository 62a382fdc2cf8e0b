"""The data categories of TBX-Basic: where each may stand, and what it may say.

After ISO 30042:2019, TBX-Basic (the modules Min and Basic, version 1.2); where version 2 has other values, they stand
beside. A level is an entry, a language or a term, whatever the version calls it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.termbase.model import Status

if TYPE_CHECKING:
    from vyzov_i18n.termbase.interchange.elements import Element

CORE: Final = "urn:iso:std:iso:30042:ed-2"
MODULES: Final = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}


class Level(StrEnum):
    """The levels of a concept entry."""

    CONCEPT = "concept"
    LANGUAGE = "language"
    TERM = "term"


LEVELS: Final = {
    "conceptEntry": Level.CONCEPT,
    "termEntry": Level.CONCEPT,
    "entry": Level.CONCEPT,
    "langSec": Level.LANGUAGE,
    "langSet": Level.LANGUAGE,
    "langGroup": Level.LANGUAGE,
    "termSec": Level.TERM,
    "tig": Level.TERM,
    "ntig": Level.TERM,
    "termGroup": Level.TERM,
}
# What an element with a data category is called in the style DCA and in version 2, where the category is its type.
CLASSES: Final = frozenset(
    ("admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref")
)
GROUPS: Final = frozenset(
    ("adminGrp", "descripGrp", "noteGrp", "termGrp", "termNoteGrp", "transacGrp", "termCompGrp", "termCompList")
)

STATUSES: Final = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "supersededTerm-admn-sts",  # was right once
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",  # is not to be used at all
}
PARTS_OF_SPEECH: Final = ("noun", "verb", "adjective", "adverb", "other")
PARTS_OF_SPEECH_V2: Final = ("noun", "verb", "adjective", "adverb", "properNoun", "other")
GENDERS: Final = ("masculine", "feminine", "neuter", "other")
TERM_TYPES: Final = ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase")


class DataCategory(msgspec.Struct, frozen=True, kw_only=True):
    """A data category: its module, the class of element it is of in the style DCA, where it may stand, its values.

    `target` is where its target leads: the `id` of an element, an `address`, or None where it has none.
    """

    module: str
    element: str
    levels: tuple[Level, ...]
    values: tuple[str, ...] = ()
    target: str | None = None


_ALL: Final = tuple(Level)
_ENTRY_AND_TERM: Final = (Level.CONCEPT, Level.TERM)
_TERM: Final = (Level.TERM,)

DATA_CATEGORIES: Final = {
    "administrativeStatus": DataCategory(
        module="min", element="termNote", levels=_TERM, values=tuple(STATUSES.values())
    ),
    "customerSubset": DataCategory(module="min", element="admin", levels=_ENTRY_AND_TERM),
    "partOfSpeech": DataCategory(module="min", element="termNote", levels=_TERM, values=PARTS_OF_SPEECH),
    "subjectField": DataCategory(module="min", element="descrip", levels=(Level.CONCEPT,)),
    "context": DataCategory(module="basic", element="descrip", levels=_TERM),
    "crossReference": DataCategory(module="basic", element="ref", levels=_ENTRY_AND_TERM, target="id"),
    "definition": DataCategory(module="basic", element="descrip", levels=(Level.CONCEPT, Level.LANGUAGE)),
    "externalCrossReference": DataCategory(module="basic", element="xref", levels=_ALL, target="address"),
    "geographicalUsage": DataCategory(module="basic", element="termNote", levels=_TERM),
    "grammaticalGender": DataCategory(module="basic", element="termNote", levels=_TERM, values=GENDERS),
    "projectSubset": DataCategory(module="basic", element="admin", levels=_ENTRY_AND_TERM),
    "responsibility": DataCategory(module="basic", element="transacNote", levels=_ALL),
    "source": DataCategory(module="basic", element="admin", levels=_ALL),
    "termLocation": DataCategory(
        module="basic",
        element="termNote",
        levels=_TERM,
        values=(
            *("checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage"),
            *("interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider", "spinBox"),
            *("tab", "tableText", "textBox", "toolTip", "user-definedType"),
        ),
    ),
    "termType": DataCategory(module="basic", element="termNote", levels=_TERM, values=TERM_TYPES),
    "transactionType": DataCategory(
        module="basic", element="transac", levels=_ALL, values=("origination", "modification")
    ),
    "xGraphic": DataCategory(module="basic", element="xref", levels=(Level.CONCEPT, Level.LANGUAGE), target="address"),
}


def level_of(element: Element) -> Level | None:
    """The level that an element opens; None where it opens none."""
    return LEVELS.get(element.name)


def category_of(element: Element) -> str | None:
    """The data category of an element in any style; None for structure, and where its type is missing."""
    if element.name in CLASSES:
        return element.attributes.get("type")
    return None if element.name in GROUPS or element.name in LEVELS or element.name == "term" else element.name
