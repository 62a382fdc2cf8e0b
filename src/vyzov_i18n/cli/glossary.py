"""The commands of the glossary: list, lookup, find; and, in modules of their own, check, export, import."""

from __future__ import annotations

import os
import sys
from itertools import groupby
from typing import TYPE_CHECKING, Final

import click

from vyzov_i18n.cli.glossary_check import check_command
from vyzov_i18n.cli.glossary_exchange import add_command, export_command, import_command
from vyzov_i18n.cli.glossary_options import find_locale, glossary_options, load_glossary, text_locale_option
from vyzov_i18n.cli.glossary_views import (
    CATEGORIES,
    align,
    list_rows,
    match_line,
    match_object,
    meaning_lines,
    meaning_object,
)
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
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.search import FileMatch

_STANDARD_INPUT: Final = "-"


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
@click.option("--category", type=click.Choice(CATEGORIES), help="Only what is of this kind.")
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
        print_lines(align(list_rows(concepts, glossary.locales)))


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
    preferred by locale), suggestions where there are none (text, locale).

    \b
    Examples:
      vyzov-i18n glossary lookup "Юлии Пересильд"
      vyzov-i18n glossary lookup МКС --target-locale ru --json
    """
    glossary = load_glossary(folder, source_locale, target_locales)
    meanings = glossary.lookup(text)
    suggestions = {} if meanings else _suggest(text, glossary)
    if as_json:
        others = [{"text": name, "locale": tag} for tag, name in suggestions.items()]
        print_json({"meanings": [meaning_object(meaning) for meaning in meanings], "suggestions": others})
    else:
        print_lines(meaning_lines(meanings, glossary))
    if not (meanings or as_json):
        question = "; did you mean {}?".format(" or ".join(f"“{name}” ({tag})" for tag, name in suggestions.items()))
        print_notes([f"the glossary has no “{text}”{question if suggestions else ''}"])
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
        print_json({"matches": [match_object(match) for match in matches], "findings": findings})
    else:
        for match in matches:
            click.echo(match_line(match, glossary))
        print_findings(findings)
    exit_on_errors(findings)


for _command in (check_command, add_command, export_command, import_command):
    glossary_command.add_command(_command)


def _suggest(text: str, glossary: Glossary) -> dict[str, str]:
    from vyzov_i18n.termbase.files import Checkers, suggest

    return suggest(text, Checkers(glossary))


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
