"""What the commands of the glossary print: the table of terms, meanings, matches."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import ConceptEntry, Form, Meaning, Term
    from vyzov_i18n.termbase.search import FileMatch

CATEGORIES: Final = ("person", "character", "place", "ship", "organization", "work", "phrase")
_MOST_COLUMNS: Final = 3  # locales side by side; more stand below each other

_RowT = TypeVar("_RowT", bound="tuple[str, ...]")


def list_rows(concepts: Iterable[ConceptEntry], locales: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A header, then a row or more for each concept, by category; the category stands in the first row of its own."""
    side_by_side = len(locales) <= _MOST_COLUMNS
    yield ("category", *locales) if side_by_side else ("category", "locale", "term")
    ordered = sorted(concepts, key=lambda concept: CATEGORIES.index(concept.category))
    for category, group in groupby(ordered, key=lambda concept: concept.category.value):
        first = category
        for concept in group:
            names = [list(_names(concept.terms.get(locale, ()))) for locale in locales]
            rows = zip_longest(*names, fillvalue="") if side_by_side else _stacked(locales, names)
            for row in rows:
                yield (first, *row)
                first = ""


def _stacked(locales: Sequence[str], names: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for locale, texts in zip(locales, names, strict=True):
        for index, text in enumerate(texts):
            yield "" if index else locale, text


def _names(terms: Iterable[Term]) -> Iterator[str]:
    """The preferred name, its short forms, the other names with their status."""
    for term in terms:
        first = term.forms[0]
        if term.status != "preferred":
            yield f"{term.text} ({term.status.value})"
            continue
        yield term.text
        shorts = (form.text for form in term.forms if form.usage == "short" and form.case == first.case)
        yield from (f"{text} (short)" for text in dict.fromkeys(shorts))


def align(rows: Iterable[_RowT]) -> Iterator[str]:
    """Columns of equal width on a terminal, two spaces between them."""
    from vyzov_i18n.diagnostics.display import measure, show

    shown = [[show(cell) for cell in row] for row in rows]
    widths = [max(map(measure, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        cells = (cell + " " * (width - measure(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def meaning_lines(meanings: Sequence[Meaning], glossary: Glossary) -> Iterator[str]:
    """For each concept the terms and forms of it that the text may be, and what each language prefers."""
    concepts: dict[str, dict[tuple[str, str], list[Meaning]]] = {}
    for meaning in meanings:
        terms = concepts.setdefault(meaning.concept.id, {})
        terms.setdefault((meaning.term.locale, meaning.term.text), []).append(meaning)
    for concept, terms in concepts.items():
        first = next(iter(terms.values()))[0]
        yield f"{concept}: {first.concept.definition}" if first.concept.definition else concept
        for (locale, text), found in terms.items():
            forms = _form_names([meaning.form for meaning in found], glossary.grammars[locale].cases)
            yield f"  a form of “{text}” ({locale}, {found[0].term.status.value}){': ' if forms else ''}{forms}"
        yield from (f"  {tag:<8} {name}" for tag, name in first.preferred.items())


def _form_names(forms: Iterable[Form], cases: Sequence[str]) -> str:
    """The forms by their features, the cases in the order of the language: "short genitive, dative singular"."""
    by_features: dict[tuple[str | None, ...], set[str | None]] = {}
    for form in forms:
        usage = None if form.usage == "full" else form.usage.value
        by_features.setdefault((usage, form.gender, form.number), set()).add(form.case)
    told = (
        " ".join(filter(None, (usage, ", ".join(case for case in cases if case in found), gender, number)))
        for (usage, gender, number), found in by_features.items()
    )
    return "; ".join(filter(None, told))


def meaning_object(meaning: Meaning) -> dict[str, Any]:
    """A meaning as JSON has it."""
    return {
        "concept": meaning.concept.id,
        "category": meaning.concept.category,
        "definition": meaning.concept.definition,
        "term": meaning.term.text,
        "locale": meaning.term.locale,
        "status": meaning.term.status,
        "form": meaning.form.text,
        **_features(meaning.form),
        "preferred": meaning.preferred,
    }


def match_line(found: FileMatch, glossary: Glossary) -> str:
    """Where a term was found, and which forms it may be."""
    from vyzov_i18n.diagnostics.display import show

    match = found.match
    status = "" if match.status == "preferred" else match.status.value
    forms = _form_names(match.forms, glossary.grammars[match.locale].cases)
    about = ", ".join(filter(None, (match.locale, status, forms)))
    place = f"{found.path}:{found.line}:{found.column}"
    return f"{show(place)}: {show(match.text)} – {match.concept} ({about})"


def match_object(found: FileMatch) -> dict[str, Any]:
    """A term found, as JSON has it."""
    match = found.match
    return {
        "path": found.path,
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
        "text": match.text,
        "concept": match.concept,
        "term": match.term.text,
        "locale": match.locale,
        "status": match.status,
        "forms": [{"text": form.text, **_features(form)} for form in match.forms],
    }


def _features(form: Form) -> dict[str, Any]:
    return {"case": form.case, "number": form.number, "gender": form.gender, "usage": form.usage}
