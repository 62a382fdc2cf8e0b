"""Write TBX: TBX-Basic of ISO 30042:2019 in the style DCT, and of ISO 30042:2008 (`martif`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from vyzov_i18n.termbase.interchange.categories import CORE, DATA_CATEGORIES, MODULES, STATUSES
from vyzov_i18n.termbase.interchange.elements import LANGUAGE
from vyzov_i18n.termbase.interchange.texts import to_xml_id

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from vyzov_i18n.termbase.interchange.model import ConceptRecord, Termbase, TermRecord

_ORIGIN: Final = "Written by vyzov-i18n from the catalogs of a film."
_XCS: Final = "TBXBasicXCSV02.xcs"


def write_tbx(termbase: Termbase) -> bytes:
    """The termbase as TBX-Basic, version 3, style DCT; it must have been fitted to the format."""
    spaces = {f"xmlns:{prefix}": address for prefix, address in MODULES.items()}
    root = ElementTree.Element("tbx", {"type": "TBX-Basic", "style": "dct", LANGUAGE: _main(termbase), "xmlns": CORE})
    root.attrib.update(spaces)
    _add_header(ElementTree.SubElement(root, "tbxHeader"))
    return _Writer("conceptEntry", "langSec", "termSec", is_dct=True).write(root, termbase)


def write_tbx_v2(termbase: Termbase) -> bytes:
    """The termbase as TBX-Basic, version 2; it must have been fitted to the format. It names no DTD to be fetched."""
    root = ElementTree.Element("martif", {"type": "TBX-Basic", LANGUAGE: _main(termbase)})
    header = ElementTree.SubElement(root, "martifHeader")
    _add_header(header)
    _add(ElementTree.SubElement(header, "encodingDesc"), "p", _XCS, {"type": "XCSURI"})
    return _Writer("termEntry", "langSet", "tig", is_dct=False).write(root, termbase)


class _Writer:
    """Writes entries under the names that a version has for the levels."""

    __slots__ = ("_entry", "_is_dct", "_language", "_term")

    def __init__(self, entry: str, language: str, term: str, *, is_dct: bool) -> None:
        self._entry = entry
        self._language = language
        self._term = term
        self._is_dct = is_dct

    def write(self, root: Element, termbase: Termbase) -> bytes:
        body = ElementTree.SubElement(ElementTree.SubElement(root, "text"), "body")
        for concept in termbase.concepts:
            self._add_concept(body, concept)
        ElementTree.indent(root)
        document: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
        return document + b"\n"

    def _add_concept(self, body: Element, concept: ConceptRecord) -> None:
        entry = _add(body, self._entry, None, {"id": to_xml_id(concept.id)})
        self._add_category(entry, "subjectField", concept.category)
        self._add_category(entry, "definition", concept.definition)
        for source in concept.sources:
            self._add_category(entry, "source", source)
        _add_note(entry, concept.note)
        for locale, terms in concept.terms.items():
            language = _add(entry, self._language, None, {LANGUAGE: locale})
            for term in terms:
                self._add_term(language, term)

    def _add_term(self, language: Element, term: TermRecord) -> None:
        section = _add(language, self._term)
        _add(section, "term", term.text)
        self._add_category(section, "administrativeStatus", STATUSES[term.status])
        self._add_category(section, "partOfSpeech", term.part_of_speech)
        self._add_category(section, "grammaticalGender", term.gender)
        self._add_category(section, "termType", term.type)
        for source in term.sources:
            self._add_category(section, "source", source)
        _add_note(section, term.note)

    def _add_category(self, parent: Element, name: str, value: str | None) -> None:
        if value is None:
            return
        category = DATA_CATEGORIES[name]
        if self._is_dct:
            _add(parent, f"{category.module}:{name}", value)
        else:
            _add(parent, category.element, value, {"type": name})


def _main(termbase: Termbase) -> str:
    return next(iter(termbase.locales), "en")


def _add_header(header: Element) -> None:
    description = ElementTree.SubElement(header, "fileDesc")
    _add(ElementTree.SubElement(description, "sourceDesc"), "p", _ORIGIN)


def _add_note(parent: Element, note: str | None) -> None:
    if note is not None:
        _add(parent, "note", note)


def _add(parent: Element, name: str, text: str | None = None, attributes: dict[str, str] | None = None) -> Element:
    element = ElementTree.SubElement(parent, name, attributes or {})
    element.text = text
    return element
