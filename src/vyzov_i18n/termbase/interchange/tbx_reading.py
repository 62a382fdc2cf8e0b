"""Read TBX: version 3 in both styles, version 2 (`martif`), TBX-Min of 2013, of any dialect.

What a termbase has no place for here is told once for each data category, with its count. Terms without a status are
admitted, and the first of a language preferred where none says it is.
"""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import LocaleError, TermbaseError
from vyzov_i18n.locales import parse_tag
from vyzov_i18n.termbase.interchange.categories import GROUPS, Level, category_of, level_of
from vyzov_i18n.termbase.interchange.collecting import settle
from vyzov_i18n.termbase.interchange.elements import LANGUAGE, read_elements
from vyzov_i18n.termbase.interchange.model import ConceptRecord, Termbase
from vyzov_i18n.termbase.interchange.texts import from_xml_id
from vyzov_i18n.termbase.interchange.vocabulary import read_gender, read_part_of_speech, read_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vyzov_i18n.termbase.interchange.elements import Element
    from vyzov_i18n.termbase.model import Status

_ROOTS: Final = ("tbx", "martif", "TBX")
_HEADERS: Final = ("tbxHeader", "martifHeader", "header", "back")
_MOST_FINDINGS: Final = 100
_FIELDS: Final = {
    "definition": "definition",
    "subjectField": "category",
    "note": "note",
    "explanation": "note",
    "usageNote": "note",
    "source": "sources",
    "partOfSpeech": "part_of_speech",
    "grammaticalGender": "gender",
    "grammaticalNumber": "number",
    "termType": "type",
    "administrativeStatus": "status",
    "normativeAuthorization": "status",
    "termStatus": "status",
}
_CONCEPT_FIELDS: Final = ("category", "definition", "note", "sources")
_TERM_FIELDS: Final = ("note", "sources", "part_of_speech", "gender", "number", "type", "status")
_REPEATED: Final[dict[str, Callable[[Any], Any]]] = {"sources": tuple, "note": "\n".join}
_first: Final = itemgetter(0)
_VOCABULARY: Final[dict[str, Callable[[str], str | Status | None]]] = {
    "part_of_speech": read_part_of_speech,
    "gender": read_gender,
    "status": read_status,
}


def parse_tbx(text: str, path: str | None) -> Termbase:
    """The termbase in the text of a TBX file. Raises TermbaseError for what is no well-formed and safe TBX."""
    reader = _Reader(path)
    concepts = tuple(reader.read(text))
    return Termbase(concepts=concepts, path=path, findings=reader.finish())


class _Reader:
    __slots__ = ("_findings", "_ids", "_path", "_skipped")

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._findings: list[Diagnostic] = []
        self._ids: Counter[str] = Counter()
        self._skipped: dict[str, _Skipped] = {}

    def read(self, text: str) -> Iterator[ConceptRecord]:
        for element in read_elements(text, self._path):
            if element.parent is None:
                self._check_root(element)
            elif level_of(element) is Level.CONCEPT:
                concept = self._read_concept(element)
                if concept.terms:
                    yield concept
                else:
                    self._report("entry-without-term", "the entry has no term that could be read", element)
            elif element.name not in _HEADERS:
                self._skip(element.name, element)

    def finish(self) -> tuple[Diagnostic, ...]:
        skipped = (
            _finding(
                "skipped-data-category",
                f"{category} has no place in a glossary here: {found.count} left out",
                self._path,
                found.first,
                Severity.INFO,
            )
            for category, found in self._skipped.items()
        )
        return (*self._findings, *skipped)

    def _check_root(self, root: Element) -> None:
        if root.name not in _ROOTS:
            message = f"the file is no TBX: its root is {root.name}, not tbx or martif"
            raise TermbaseError([_finding("no-tbx", message, self._path, root, Severity.ERROR)])

    def _read_concept(self, entry: Element) -> ConceptRecord:
        fields = self._read_fields(entry, _CONCEPT_FIELDS)
        terms: dict[str, list[dict[str, Any]]] = {}
        for section in _at(entry, Level.LANGUAGE):
            wanted = () if "definition" in fields else ("definition", "sources")
            fields |= self._read_fields(section, wanted)
            locale = self._read_locale(section)
            found = [record for term in _at(section, Level.TERM) if (record := self._read_term(term))]
            if locale and found:
                terms.setdefault(locale, []).extend(found)
        settled = {locale: settle(records) for locale, records in terms.items()}
        return ConceptRecord(id=self._read_id(entry), line=entry.line, terms=settled, **fields)

    def _read_term(self, section: Element) -> dict[str, Any] | None:
        term = next((element for element in _properties(section) if element.name == "term"), None)
        if term is None or not term.text:
            self._report("empty-term", "the term is missing or empty", term or section)
            return None
        return {"text": term.text, **self._read_fields(section, _TERM_FIELDS)}

    def _read_fields(self, section: Element, wanted: tuple[str, ...]) -> dict[str, Any]:
        """The fields that a level tells of; what is not wanted, or told twice, is counted as left out."""
        found: dict[str, list[str | Status]] = {}
        for element in _properties(section):
            category = category_of(element)
            name = _FIELDS.get(category or "")
            value = _VOCABULARY[name](element.text) if name in _VOCABULARY else element.text
            if name in wanted and value and (name in _REPEATED or name not in found):
                found.setdefault(name, []).append(value)
            elif element.name != "term" and element.text:
                self._skip(category or element.name, element)
        return {name: _REPEATED.get(name, _first)(values) for name, values in found.items()}

    def _read_locale(self, section: Element) -> str | None:
        tag = section.attributes.get(LANGUAGE) or section.attributes.get("lang", "")
        try:
            return parse_tag(tag)
        except LocaleError as error:
            self._report("malformed-language", f"the terms are left out: {error}", section)
            return None

    def _read_id(self, entry: Element) -> str:
        known = from_xml_id(entry.attributes.get("id", "")) or f"entry-{entry.line}"
        self._ids[known] += 1
        if self._ids[known] == 1:
            return known
        self._report("duplicate-concept-id", f"the id {known!r} stands at another entry already", entry)
        return f"{known}-{entry.line}-{entry.column}"

    def _skip(self, category: str, element: Element) -> None:
        if category in self._skipped or len(self._skipped) < _MOST_FINDINGS:
            self._skipped.setdefault(category, _Skipped(element)).count += 1

    def _report(self, rule: str, message: str, element: Element) -> None:
        if len(self._findings) < _MOST_FINDINGS:
            self._findings.append(_finding(rule, message, self._path, element, Severity.WARNING))


class _Skipped:
    """How often a data category was left out, and where first."""

    __slots__ = ("count", "first")

    def __init__(self, first: Element) -> None:
        self.first = first
        self.count = 0


def _at(element: Element, level: Level) -> Iterator[Element]:
    return (child for child in element.children if level_of(child) is level)


def _properties(section: Element) -> Iterator[Element]:
    """The elements that tell something of a level, out of their groups; not those of the level below."""
    for child in section.children:
        if child.name in GROUPS:
            yield from _properties(child)
        elif level_of(child) is None:
            yield child


def _finding(rule: str, message: str, path: str | None, element: Element, severity: Severity) -> Diagnostic:
    return Diagnostic(
        rule=rule, message=message, severity=severity, path=path, line=element.line, column=element.column
    )
