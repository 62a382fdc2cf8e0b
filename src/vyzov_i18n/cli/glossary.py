"""The commands of the glossary: list, lookup, find; and, in modules of their own, check."""

from __future__ import annotations

import os
import sys
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from vyzov_i18n.cli.glossary_check import check_command
from vyzov_i18n.cli.glossary_options import find_locale, glossary_options, load_glossary, text_locale_option
from vyzov_i18n.cli.main import EXIT_FINDINGS
from vyzov_i18n.cli.options import (
    exit_on_errors,
    json_option,
    print_findings,
    print_json,
    print_lines,
    print_notes,
    quiet_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import ConceptEntry, Form, Meaning, Term
    from vyzov_i18n.termbase.search import FileMatch

_CATEGORIES: Final = ("person", "character", "place", "ship", "organization", "work", "phrase")
_STANDARD_INPUT: Final = "-"
_MOST_COLUMNS: Final = 3  # locales side by side; more stand below each other

_RowT = TypeVar("_RowT", bound="tuple[str, ...]")


@click.group("glossary")
def glossary_command() -> None:
    """List, find and check the names and terms of a film.

    \b
    Examples:
      vyzov-i18n glossary list --target-locale ru
      vyzov-i18n glossary lookup МКС
      vyzov-i18n glossary check locale
    """


@glossary_command.command("list")
@click.option("--category", type=click.Choice(_CATEGORIES), help="Only what is of this kind.")
@json_option
@glossary_options
@quiet_option
def list_command(
    category: str | None, as_json: bool, folder: str | None, source_locale: str | None, target_locales: tuple[str, ...]
) -> None:
    """List the names and terms, in each language.

    The preferred name stands first; below it short forms, and other names with their status.

    JSON: concepts (id, category, definition or null, sources, terms by locale, each with its forms).

    \b
    Examples:
      vyzov-i18n glossary list
      vyzov-i18n glossary list --target-locale ru --category person
      vyzov-i18n glossary list --film my-film/ --json
    """
    glossary = load_glossary(folder, source_locale, target_locales)
    concepts = [concept for concept in glossary.concepts if category in (None, concept.category)]
    if as_json:
        print_json({"concepts": concepts})
    else:
        print_lines(_align(_list_rows(concepts, glossary.locales)))


@glossary_command.command("lookup")
@click.argument("text")
@json_option
@glossary_options
@quiet_option
def lookup_command(
    text: str, as_json: bool, folder: str | None, source_locale: str | None, target_locales: tuple[str, ...]
) -> None:
    """Tell what a name or term is, in whatever form.

    TEXT is a name or term, with the case and number that it has. The exit code is 1 where the glossary lacks it.

    JSON: meanings (concept, category, definition or null, term, locale, status, form, case, number, gender, usage,
    preferred by locale).

    \b
    Examples:
      vyzov-i18n glossary lookup "Юлии Пересильд"
      vyzov-i18n glossary lookup МКС --target-locale ru --json
    """
    meanings = load_glossary(folder, source_locale, target_locales).lookup(text)
    if as_json:
        print_json({"meanings": [_meaning_object(meaning) for meaning in meanings]})
    else:
        print_lines(_meaning_lines(meanings))
        print_notes([] if meanings else [f"the glossary has no “{text}”"])
    if not meanings:
        raise click.exceptions.Exit(EXIT_FINDINGS)


@glossary_command.command("find")
@click.argument("paths", metavar="FILE…", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@text_locale_option
@json_option
@glossary_options
@quiet_option
def find_command(
    paths: tuple[str, ...],
    locale: str | None,
    as_json: bool,
    folder: str | None,
    source_locale: str | None,
    target_locales: tuple[str, ...],
) -> None:
    """Find the names and terms in texts and subtitles.

    FILE… are text files (.txt, .md, .html, .srt, .vtt, .ass), folders with such files in them and below, or “-” for
    standard input. A word that is a term in several languages counts as one of --locale.

    JSON: matches (path, line, column, end_line, end_column, text, concept, term, locale, status, forms (text, case,
    number, gender, usage)), findings.

    \b
    Examples:
      vyzov-i18n glossary find article.txt
      vyzov-i18n glossary find subtitles/ --locale ru --json
    """
    findings: list[Diagnostic] = []
    glossary = load_glossary(folder, source_locale, target_locales)
    matches = _find(paths, glossary, find_locale(locale, glossary), findings)
    if as_json:
        print_json({"matches": [_match_object(match) for match in matches], "findings": findings})
    else:
        for match in matches:
            click.echo(_match_line(match))
        print_findings(findings)
    exit_on_errors(findings)


glossary_command.add_command(check_command)


def _find(
    paths: Sequence[str], glossary: Glossary, locale: str | None, findings: list[Diagnostic]
) -> Iterator[FileMatch]:
    from vyzov_i18n.cli.progress import track
    from vyzov_i18n.documents import read_document
    from vyzov_i18n.termbase.search import find_in_document, find_in_files

    for is_input, group in groupby(paths, lambda path: path == _STANDARD_INPUT):
        if is_input:
            document = read_document(f"{_STANDARD_INPUT}.txt", sys.stdin.buffer.read())
            document.path = _STANDARD_INPUT
            yield from find_in_document(document, glossary, locale=locale)
        else:
            yield from find_in_files(
                list(group),
                glossary,
                locale=locale,
                processes=os.cpu_count() or 1,
                track=track,
                report=findings.append,
            )


def _list_rows(concepts: Iterable[ConceptEntry], locales: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A header, then a row or more for each concept, by category; the category stands in the first row of its own."""
    side_by_side = len(locales) <= _MOST_COLUMNS
    yield ("category", *locales) if side_by_side else ("category", "locale", "term")
    ordered = sorted(concepts, key=lambda concept: _CATEGORIES.index(concept.category))
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


def _align(rows: Iterable[_RowT]) -> Iterator[str]:
    """Columns of equal width on a terminal, two spaces between them."""
    from vyzov_i18n.diagnostics.display import measure, show

    shown = [[show(cell) for cell in row] for row in rows]
    widths = [max(map(measure, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        cells = (cell + " " * (width - measure(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _meaning_lines(meanings: Sequence[Meaning]) -> Iterator[str]:
    """For each term its concept, the forms that the text may be, and what each language prefers."""
    for (concept, locale, text), group in groupby(
        meanings, key=lambda meaning: (meaning.concept.id, meaning.term.locale, meaning.term.text)
    ):
        found = list(group)
        entry = found[0].concept
        yield f"{concept}: {entry.definition}" if entry.definition else concept
        forms = _form_names(meaning.form for meaning in found)
        yield f"  a form of “{text}” ({locale}, {found[0].term.status.value}){': ' if forms else ''}{forms}"
        yield from (f"  {tag:<8} {name}" for tag, name in found[0].preferred.items())


def _form_names(forms: Iterable[Form]) -> str:
    """The forms by their features: "short genitive, dative singular"."""
    cases: dict[tuple[str | None, ...], dict[str, None]] = {}
    for form in forms:
        usage = None if form.usage == "full" else form.usage.value
        cases.setdefault((usage, form.gender, form.number), {})[form.case or ""] = None
    told = (
        " ".join(filter(None, (usage, ", ".join(filter(None, found)), gender, number)))
        for (usage, gender, number), found in cases.items()
    )
    return "; ".join(filter(None, told))


def _meaning_object(meaning: Meaning) -> dict[str, Any]:
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


def _match_line(found: FileMatch) -> str:
    from vyzov_i18n.diagnostics.display import show

    match = found.match
    status = "" if match.status == "preferred" else match.status.value
    about = ", ".join(filter(None, (match.locale, status, _form_names(match.forms))))
    place = f"{found.path}:{found.line}:{found.column}"
    return f"{show(place)}: {show(match.text)} – {match.concept} ({about})"


def _match_object(found: FileMatch) -> dict[str, Any]:
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
