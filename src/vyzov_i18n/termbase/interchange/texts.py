"""Texts as formats can hold them, and the ids of concepts as XML has them."""

from __future__ import annotations

import re
from typing import Final

# What XML 1.0 (2.2) has no place for, in any form.
_UNSTORABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_CONCEPT_ID: Final = re.compile(r"([a-z]+)\.([a-z][a-z0-9-]*)")
_NO_NAME: Final = re.compile(r"[^\w.-]", re.ASCII)


def storable(text: str) -> str:
    """The text with U+FFFD for each character that no file of text should have."""
    return _UNSTORABLE.sub("\ufffd", text).strip(" \t\r\n")


def on_one_line(text: str) -> str:
    """The same, with all white space made single spaces."""
    return _SPACE.sub(" ", storable(text)).strip(" ")


def to_xml_id(concept_id: str) -> str:
    """The id of a concept as an XML name (XML 1.0, NCName): `person/yulia-peresild` is `person.yulia-peresild`."""
    name = _NO_NAME.sub("_", concept_id.replace("/", "."))
    return name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"


def from_xml_id(name: str) -> str:
    """The id of a concept that `to_xml_id` made; another name as it is."""
    return _CONCEPT_ID.sub(r"\1/\2", name) if _CONCEPT_ID.fullmatch(name) else name
