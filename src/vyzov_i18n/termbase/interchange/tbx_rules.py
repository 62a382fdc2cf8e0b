"""Hold a TBX file against the rules of ISO 30042: levels, required elements, data categories, ids, languages.

Version 3 in the styles DCT and DCA, and version 2. The data categories are those of TBX-Basic, of which TBX-Min and
TBX-Core are parts; those of other dialects are left alone, since each has its own lists.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import parse_tag
from vyzov_i18n.termbase.interchange.categories import (
    CLASSES,
    CORE,
    DATA_CATEGORIES,
    GROUPS,
    MODULES,
    PARTS_OF_SPEECH_V2,
    Level,
    category_of,
    level_of,
)
from vyzov_i18n.termbase.interchange.elements import LANGUAGE, read_elements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.termbase.interchange.categories import DataCategory
    from vyzov_i18n.termbase.interchange.elements import Element

_DIALECTS: Final = ("TBX-Basic", "TBX-Min", "TBX-Core")
_STYLES: Final = ("dct", "dca")
_LEVEL_NAMES: Final[dict[str, dict[Level, tuple[str, ...]]]] = {
    "tbx": {Level.CONCEPT: ("conceptEntry",), Level.LANGUAGE: ("langSec",), Level.TERM: ("termSec",)},
    "martif": {Level.CONCEPT: ("termEntry",), Level.LANGUAGE: ("langSet",), Level.TERM: ("tig", "ntig")},
}
_HEADERS: Final = {"tbx": "tbxHeader", "martif": "martifHeader"}
_BELOW: Final = {Level.CONCEPT: Level.LANGUAGE, Level.LANGUAGE: Level.TERM}
_PLAIN: Final = ("note", "date", "term", "termComp", "termCompSec")
_ID: Final = re.compile(r"[^\W\d][\w.\-·]*")
_ADDRESS: Final = re.compile(r"https?://\S+")
_DATE: Final = re.compile(r"-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:Z|[+-]\d\d:\d\d)?")


def find_defects(text: str, path: str | None) -> Iterator[Diagnostic]:
    """Every place of a TBX file that breaks a rule, each an error. Raises TermbaseError where it is no sound XML."""
    elements = read_elements(text, path)
    root = next(elements)
    if root.name not in _LEVEL_NAMES:
        yield _defect(path, root, "no-tbx", f"the file is no TBX: its root is {root.name}, not tbx or martif")
        return
    yield from _Validator(root, path).check(elements)


class _Validator:
    __slots__ = ("_ids", "_is_basic", "_names", "_path", "_root", "_style", "_targets", "_version")

    def __init__(self, root: Element, path: str | None) -> None:
        self._root = root
        self._path = path
        self._version = root.name
        self._names = _LEVEL_NAMES[root.name]
        self._style = root.attributes.get("style") if root.name == "tbx" else "dca"
        self._is_basic = root.attributes.get("type") in _DIALECTS
        self._ids: set[str] = set()
        self._targets: list[tuple[str, Element]] = []

    def check(self, elements: Iterator[Element]) -> Iterator[Diagnostic]:
        yield from self._check_root()
        has_header = has_entry = False
        for element in elements:
            yield from self._check_ids(element)
            if element.parent == self._version and element.name == _HEADERS[self._version] and not has_entry:
                has_header = True
                yield from self._check_header(element)
            elif element.parent == "body" and element.name in self._names[Level.CONCEPT]:
                has_entry = True
                yield from self._check_level(element, Level.CONCEPT)
            elif (element.parent, element.name) != ("text", "back"):
                yield self._misplaced(element)
        if not has_header:
            yield self._missing(self._root, _HEADERS[self._version])
        if not has_entry:
            yield self._missing(self._root, self._names[Level.CONCEPT][0])
        for target, element in self._targets:
            if target not in self._ids:
                yield self._defect(element, "dangling-target", f"no element has the id {target!r}")

    def _check_root(self) -> Iterator[Diagnostic]:
        root = self._root
        if not root.attributes.get("type", "").startswith("TBX"):
            yield self._defect(root, "tbx-dialect", "the type names no dialect, such as TBX-Basic")
        yield from self._check_language(root)
        if self._version == "tbx":
            if self._style not in _STYLES:
                yield self._defect(root, "tbx-style", "the style is dct or dca")
            if root.namespace != CORE:
                yield self._defect(root, "tbx-namespace", f"the namespace is {CORE}, not {root.namespace}")

    def _check_header(self, header: Element) -> Iterator[Diagnostic]:
        description = next((child for child in header.children if child.name == "fileDesc"), None)
        sources = [child for child in description.children if child.name == "sourceDesc"] if description else []
        if description is None:
            yield self._missing(header, "fileDesc")
        elif not sources:
            yield self._missing(description, "sourceDesc")
        for source in sources:
            if not any(child.name == "p" for child in source.children):
                yield self._missing(source, "p")

    def _check_level(self, element: Element, level: Level) -> Iterator[Diagnostic]:
        below = _BELOW.get(level)
        has_below = False
        languages: set[str] = set()
        if level is Level.LANGUAGE:
            yield from self._check_language(element)
        if level is Level.TERM:
            yield from self._check_term(element)
        for child in element.children:
            if below and child.name in self._names[below]:
                has_below = True
                if below is Level.LANGUAGE:
                    yield from self._check_repetition(child, languages)
                yield from self._check_level(child, below)
            elif level_of(child) or has_below:
                yield self._misplaced(child)
            else:
                yield from self._check_property(child, level)
        if below and not has_below:
            yield self._missing(element, self._names[below][0])

    def _check_repetition(self, section: Element, languages: set[str]) -> Iterator[Diagnostic]:
        tag = section.attributes.get(LANGUAGE, "").lower()
        if tag in languages:
            yield self._defect(section, "repeated-language", f"the entry has a section in {tag} already")
        languages.add(tag)

    def _check_term(self, section: Element) -> Iterator[Diagnostic]:
        first = next(iter(section.children), None)
        if first is not None and section.name == "ntig":
            first = next(iter(first.children), None)
        if first is None or first.name != "term":
            yield self._missing(section, "term")
        elif not first.text:
            yield self._defect(first, "tbx-value", "the term is empty")

    def _check_property(self, element: Element, level: Level) -> Iterator[Diagnostic]:
        category = category_of(element)
        if element.name in GROUPS:
            for child in element.children:
                yield from self._check_property(child, level)
        elif element.name == "date" and not _DATE.fullmatch(element.text):
            yield self._defect(element, "tbx-value", "the date is none of ISO 8601, such as 2023-04-20")
        elif element.name == "term" and level is not Level.TERM:
            yield self._misplaced(element)
        elif element.name in CLASSES and not category:
            yield self._defect(element, "unknown-data-category", f"{element.name} has no type")
        elif element.name not in _PLAIN and category:
            yield from self._check_category(element, category, level)

    def _check_category(self, element: Element, name: str, level: Level) -> Iterator[Diagnostic]:
        is_class = element.name in CLASSES
        if self._style in _STYLES and is_class is (self._style == "dct"):
            yield self._defect(element, "tbx-style", f"{element.name} is not of the style {self._style}")
        if not self._is_basic:
            return
        category = DATA_CATEGORIES.get(name)
        if category is None:
            yield self._defect(element, "unknown-data-category", f"TBX-Basic has no data category {name!r}")
            return
        if is_class and element.name != category.element:
            yield self._defect(element, "tbx-style", f"{name} is a type of {category.element}, not of {element.name}")
        if not is_class and element.namespace != MODULES[category.module]:
            yield self._defect(element, "tbx-namespace", f"the namespace of {name} is {MODULES[category.module]}")
        if level not in category.levels and not self._is_definition_of_old(name, level):
            yield self._defect(element, "misplaced-data-category", f"{name} may not stand at the level of a {level}")
        yield from self._check_value(element, name, category)

    def _is_definition_of_old(self, name: str, level: Level) -> bool:
        """Version 2 had definitions of terms too."""
        return self._version == "martif" and name == "definition" and level is Level.TERM

    def _check_value(self, element: Element, name: str, category: DataCategory) -> Iterator[Diagnostic]:
        is_old = self._version == "martif" and name == "partOfSpeech"
        values = PARTS_OF_SPEECH_V2 if is_old else category.values
        if values and element.text not in values:
            yield self._defect(element, "tbx-value", f"{name} is one of {', '.join(values)}, not {element.text!r}")
        elif not element.text:
            yield self._defect(element, "tbx-value", f"{name} is empty")
        target = element.attributes.get("target")
        if category.target == "address" and not _ADDRESS.fullmatch(target or ""):
            yield self._defect(element, "dangling-target", "the target is an address that begins with http")
        elif category.target == "id" and target is None:
            yield self._defect(element, "dangling-target", f"{name} needs the id of an element as its target")

    def _check_ids(self, element: Element) -> Iterator[Diagnostic]:
        name = element.attributes.get("id")
        if name is not None:
            if not _ID.fullmatch(name):
                yield self._defect(element, "malformed-tbx-id", f"the id {name!r} is no XML name")
            elif name in self._ids:
                yield self._defect(element, "duplicate-tbx-id", f"the id {name!r} stands at another element already")
            self._ids.add(name)
        target = element.attributes.get("target")
        if target is not None and not _ADDRESS.fullmatch(target) and not self._wants_address(element):
            self._targets.append((target, element))
        for child in element.children:
            yield from self._check_ids(child)

    def _wants_address(self, element: Element) -> bool:
        """Whether the data category of an element leads out of the file."""
        category = DATA_CATEGORIES.get(category_of(element) or "") if self._is_basic else None
        return category is not None and category.target == "address"

    def _check_language(self, element: Element) -> Iterator[Diagnostic]:
        try:
            parse_tag(element.attributes.get(LANGUAGE, ""))
        except LocaleError as error:
            yield self._defect(element, "malformed-language", f"xml:lang of {element.name}: {error}")

    def _misplaced(self, element: Element) -> Diagnostic:
        message = f"{element.name} may not stand here in {element.parent}"
        return self._defect(element, "misplaced-tbx-element", message)

    def _missing(self, element: Element, name: str) -> Diagnostic:
        return self._defect(element, "missing-tbx-element", f"{element.name} needs {name}")

    def _defect(self, element: Element, rule: str, message: str) -> Diagnostic:
        return _defect(self._path, element, rule, message)


def _defect(path: str | None, element: Element, rule: str, message: str) -> Diagnostic:
    return Diagnostic(rule=rule, message=message, path=path, line=element.line, column=element.column)
