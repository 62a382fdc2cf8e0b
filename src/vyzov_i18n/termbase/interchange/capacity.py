"""What each format can carry: a termbase is cut to that before it is written, and what is cut away is counted.

What a reader gives back of a file of ours is `fit(termbase, format).termbase`, to the letter.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import msgspec

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.termbase.interchange.categories import GENDERS, PARTS_OF_SPEECH, PARTS_OF_SPEECH_V2, TERM_TYPES
from vyzov_i18n.termbase.interchange.model import ConceptRecord, Format, Termbase, TermRecord
from vyzov_i18n.termbase.interchange.texts import on_one_line, storable
from vyzov_i18n.termbase.model import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_NAMES: Final = {
    "category": "the category of a concept",
    "definition": "a definition",
    "number": "the grammatical number of a term",
    "part_of_speech": "the part of speech of a term, or that a noun is a proper one",
    "gender": "the gender of a term, or which one beyond masculine, feminine and neuter",
    "type": "whether a term is a full or a short form",
    "note": "a note",
    "sources": "who uses a term or names a concept",
    "forms": "the inflected forms of a term",
    "kind": "what kind of thing a term names, for its quotation marks",
    "indeclinable": "that a term does not decline",
    "case_sensitive": "that a term counts with its capitals only",
    "is_quoted": "that a term stands in quotation marks",
    "contexts": "in which contexts a common noun counts as a term",
    "text": "white space within a term, or characters that no text file can hold",
}
_FALLBACKS: Final = {"part_of_speech": {"properNoun": "noun"}, "type": {}, "gender": {}}
_ORDERS: Final = (
    ("", "singular", "dual", "plural"),
    ("", "masculine", "feminine", "neuter"),
    ("", "nominative", "genitive", "dative", "accusative", "instrumental", "prepositional", "locative", "vocative"),
)


class Capacity(msgspec.Struct, frozen=True, kw_only=True):
    """What a format carries: fields of a concept and of a term, values, lines in a text, locales, odd terms."""

    concept: tuple[str, ...]
    term: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]] = {}
    clean: Callable[[str], str] = on_one_line
    most_locales: int | None = None
    needs_pairs: bool = False
    refuses: tuple[str, ...] = ()


class Fitted(msgspec.Struct, frozen=True):
    """A termbase as a format carries it, and how often something had to be left out or changed, by its name."""

    termbase: Termbase
    losses: Mapping[str, int]


_TERM_FIELDS: Final = ("text", "status", "part_of_speech", "gender", "type", "note", "sources")
_TBX: Final = Capacity(
    concept=("id", "category", "definition", "note", "sources"),
    term=_TERM_FIELDS,
    values={"part_of_speech": PARTS_OF_SPEECH, "gender": GENDERS, "type": TERM_TYPES},
)
CAPACITIES: Final = {
    Format.TBX: _TBX,
    Format.TBX_V2: msgspec.structs.replace(_TBX, values={**_TBX.values, "part_of_speech": PARTS_OF_SPEECH_V2}),
    Format.CSV: Capacity(
        concept=_TBX.concept,
        term=(*_TERM_FIELDS, "number", "forms", "kind", "indeclinable", "case_sensitive", "is_quoted", "contexts"),
        clean=storable,
    ),
    Format.UTX: Capacity(
        concept=("id",),
        term=("text", "status", "part_of_speech"),
        values={"part_of_speech": PARTS_OF_SPEECH},
        most_locales=2,
        needs_pairs=True,
        refuses=("#", "-"),
    ),
}


def fit(termbase: Termbase, format: Format) -> Fitted:
    """The termbase as that format carries it; concepts without a term that fits are left out."""
    fitter = _Fitter(CAPACITIES[format], termbase)
    concepts = tuple(fitted for concept in termbase.concepts if (fitted := fitter.fit_concept(concept)))
    return Fitted(Termbase(concepts=concepts), fitter.losses)


def find_losses(termbase: Termbase, format: Format) -> tuple[Diagnostic, ...]:
    """What a file of that format will lack: a finding of severity info for each kind of data, with its count."""
    return tuple(
        Diagnostic(
            rule="left-out-of-export",
            message=f"{format.value} cannot carry {name}: {count} left out or changed",
            severity=Severity.INFO,
        )
        for name, count in fit(termbase, format).losses.items()
    )


class _Fitter:
    __slots__ = ("_capacity", "_locales", "losses")

    def __init__(self, capacity: Capacity, termbase: Termbase) -> None:
        self._capacity = capacity
        self._locales = termbase.locales[: capacity.most_locales]
        self.losses: Counter[str] = Counter()

    def fit_concept(self, concept: ConceptRecord) -> ConceptRecord | None:
        terms = {
            locale: fitted
            for locale, records in concept.terms.items()
            if locale in self._locales and (fitted := tuple(self._fit_terms(records)))
        }
        self.losses += Counter({"a term of a third language": len(concept.terms.keys() - set(self._locales))})
        whole = msgspec.structs.replace(concept, terms=terms)
        lacks_pair = self._capacity.needs_pairs and not all(map(whole.preferred, self._locales))
        if not terms or lacks_pair or (self._capacity.needs_pairs and len(self._locales) < 2):
            self.losses["a concept without a term, or without a preferred one in both languages"] += 1
            return None
        fields = {name: self._fit_value(concept, name) for name in self._capacity.concept}
        self._count_dropped(concept, self._capacity.concept)
        return ConceptRecord(**fields, terms=terms)

    def _fit_terms(self, records: Iterable[TermRecord]) -> Iterable[TermRecord]:
        written: set[str] = set()
        for record in records:
            fields = {name: self._fit_value(record, name) for name in self._capacity.term}
            if not fields["text"] or fields["text"].startswith(self._capacity.refuses):
                self.losses["a term that begins like a comment or an empty cell"] += 1
                continue
            if fields["text"] in written:
                self.losses["a term that is spelled as another once what no file can hold is replaced"] += 1
                continue
            written.add(fields["text"])
            self._count_dropped(record, self._capacity.term)
            yield TermRecord(**fields)

    def _fit_value(self, record: ConceptRecord | TermRecord, name: str) -> Any:
        value = getattr(record, name)
        fitted = self._fitted(name, value)
        if fitted != value and not (name == "forms" and set(fitted) == set(value)):
            self.losses[_NAMES.get(name, name)] += 1
        return fitted

    def _fitted(self, name: str, value: Any) -> Any:
        if name in self._capacity.values and value is not None:
            return self._fit_choice(name, value)
        if name == "text":
            return on_one_line(value)
        if name == "forms":
            forms = (Form(on_one_line(form.text), form.case, form.number, form.gender) for form in value)
            return tuple(sorted((form for form in forms if form.text), key=_rank_form))
        if name in ("sources", "contexts"):
            return tuple(filter(None, map(on_one_line, value)))
        if isinstance(value, str) and name not in ("id", "status"):
            return self._capacity.clean(value) or None
        return value

    def _fit_choice(self, name: str, value: str) -> str | None:
        allowed = self._capacity.values[name]
        if value in allowed:
            return value
        return _FALLBACKS[name].get(value, "other" if "other" in allowed else None)

    def _count_dropped(self, record: ConceptRecord | TermRecord, carried: tuple[str, ...]) -> None:
        for name in record.__struct_fields__:
            if name not in (*carried, "terms", "line") and getattr(record, name):
                self.losses[_NAMES[name]] += 1


def features(form: Form) -> tuple[str, ...]:
    """The features of a form as a lexicon orders them: case, gender, number."""
    return tuple(filter(None, (form.case, form.gender, form.number)))


def features_of(termbase: Termbase) -> tuple[tuple[str, ...], ...]:
    """The features of all forms, in the order of grammars: number, gender, case."""
    found = {
        features(form): form
        for concept in termbase.concepts
        for terms in concept.terms.values()
        for term in terms
        for form in term.forms
    }
    return tuple(sorted(found, key=lambda name: _rank_form(found[name])))


def _rank_form(form: Form) -> tuple[tuple[int, str], ...]:
    return tuple(
        (order.index(name) if name in order else len(order), name)
        for order, name in zip(_ORDERS, (form.number or "", form.gender or "", form.case or ""), strict=True)
    )
