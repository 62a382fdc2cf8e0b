"""The commands that add to a glossary and exchange it with other tools: add, export, import."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import click

from vyzov_i18n.cli.findings import count
from vyzov_i18n.cli.glossary_options import glossary_options, load_glossary
from vyzov_i18n.cli.options import (
    dry_run_option,
    exit_on_errors,
    json_option,
    print_findings,
    print_json,
    print_report,
    quiet_option,
)

if TYPE_CHECKING:
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.interchange.merge import Merge
    from vyzov_i18n.termbase.interchange.model import Termbase

_FORMATS: Final = ("tbx", "tbx-v2", "csv", "utx")
_STATUSES: Final = ("preferred", "admitted", "deprecated", "forbidden")
_STANDARD_OUTPUT: Final = "-"
_BY_SUFFIX: Final = {".tbx": "tbx", ".xml": "tbx", ".csv": "csv", ".utx": "utx"}


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True), default=_STANDARD_OUTPUT)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="The format.  [default: that of the suffix, or tbx]",
)
@glossary_options
@quiet_option
def export_command(
    file: str, form: str | None, folder: str | None, source_locale: str | None, target_locales: tuple[str, ...]
) -> None:
    """Write the glossary as a file that other tools read.

    FILE is the file to write, standard output without it. tbx is TBX-Basic of ISO 30042:2019, tbx-v2 that of 2008,
    which older tools read, csv a table with a row a term, utx UTX 1.11. What the format cannot carry is told.

    \b
    Examples:
      vyzov-i18n glossary export film.tbx
      vyzov-i18n glossary export film.csv --target-locale ru
      vyzov-i18n glossary export --format utx --target-locale ru
    """
    from vyzov_i18n.termbase.interchange.files import export_glossary, list_losses

    form = form or _format_of(file)
    glossary = load_glossary(folder, source_locale, target_locales)
    data = export_glossary(glossary, form)
    if file == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
    else:
        from vyzov_i18n.catalogs.files import write_atomically

        write_atomically(file, data)
    print_findings(list_losses(glossary, form))


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(file_okay=False), default="locale")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="The format.  [default: told from the file]")
@click.option("--source-locale", metavar="TAG", help="The language of a column named “source”.")
@click.option("--target-locale", metavar="TAG", help="The language of a column named “target”.")
@click.option("--check", is_flag=True, help="Write nothing; tell where a TBX file breaks the rules of ISO 30042.")
@dry_run_option
@json_option
@quiet_option
def import_command(
    file: str,
    folder: str,
    form: str | None,
    source_locale: str | None,
    target_locale: str | None,
    check: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring the terms of a file into the catalogs of a film, to be reviewed.

    FILE is a termbase: TBX, CSV or UTX. FOLDER holds film.toml and the catalogs  [default: locale]. What the catalogs
    lack is added, marked fuzzy, and counts once a person has removed the mark; what they have is never changed. Where
    the two differ, and where the film does not have a concept, that is told. --dry-run shows the changes as a diff.

    JSON: written, findings (rule, severity, path, line, column, end_line, end_column, text, message, help,
    suggestion).

    \b
    Examples:
      vyzov-i18n glossary import terms.tbx
      vyzov-i18n glossary import terms.csv my-film/ --dry-run
    """
    if check and dry_run:
        raise click.UsageError("--check and --dry-run exclude each other.")
    if bool(source_locale) != bool(target_locale):
        raise click.UsageError("--source-locale and --target-locale go together.")
    if check:
        findings, written = _check(file, form), []
    else:
        merge, termbase = _merge(file, folder, form, (source_locale, target_locale))
        findings = (*termbase.findings, *merge.findings)
        written = [change.path for change in merge.changes]
        terms = sum(len(found) for concept in termbase.concepts for found in concept.terms.values())
        _settle(merge, f"the {count(terms, 'term', 'terms')} of {file}", dry_run=dry_run, as_json=as_json)
    if as_json:
        print_json({"written": [] if dry_run else written, "findings": findings})
    else:
        print_findings(findings)
    exit_on_errors(findings)


@click.command("add")
@click.argument("concept")
@click.argument("text")
@click.argument("folder", type=click.Path(exists=True, file_okay=False), default="locale")
@click.option("--locale", metavar="TAG", required=True, help="The language of the term.")
@click.option("--status", type=click.Choice(_STATUSES), default="admitted", show_default=True, help="How it stands.")
@dry_run_option
@json_option
@quiet_option
def add_command(concept: str, text: str, folder: str, locale: str, status: str, dry_run: bool, as_json: bool) -> None:
    """Add a name of a concept to the catalogs of a film.

    CONCEPT is an id such as person/yulia-peresild, TEXT the name, FOLDER holds film.toml and the catalogs  [default:
    locale]. The name counts at once; what the catalogs have is never overwritten. --dry-run shows the change as a diff.

    JSON: written, findings (rule, severity, path, line, column, end_line, end_column, text, message, help,
    suggestion).

    \b
    Examples:
      vyzov-i18n glossary add person/oleg-artemyev "Олег Артемев" --locale ru --status forbidden
      vyzov-i18n glossary add place/iss "космическая станция" my-film/ --locale ru --dry-run
    """
    from vyzov_i18n.films import Film

    try:
        merge = Film.load(folder).add_term(concept, locale, text, status, write=False)
    except (KeyError, ValueError) as error:
        reason = f"The film has no concept {concept!r}." if isinstance(error, KeyError) else f"{error}."
        raise click.UsageError(reason) from error
    _settle(merge, f"“{text}”", dry_run=dry_run, as_json=as_json)
    if as_json:
        written = [] if dry_run else [change.path for change in merge.changes]
        print_json({"written": written, "findings": merge.findings})
    else:
        print_findings(merge.findings)
    exit_on_errors(merge.findings)


def _format_of(file: str) -> str:
    """The format that the name of a file asks for. UsageError where it asks for none."""
    if file == _STANDARD_OUTPUT:
        return "tbx"
    suffix = os.path.splitext(file)[1].lower()
    if suffix not in _BY_SUFFIX:
        what = f"Files of type {suffix!r} are not written" if suffix else f"{file!r} has no suffix"
        raise click.UsageError(f"{what}: name one of {', '.join(_BY_SUFFIX)}, or a --format ({', '.join(_FORMATS)}).")
    return _BY_SUFFIX[suffix]


def _check(file: str, form: str | None) -> tuple[Diagnostic, ...]:
    from vyzov_i18n.termbase.interchange.files import check_tbx

    if form not in (None, "tbx", "tbx-v2"):
        raise click.UsageError(f"--check is for TBX, not for {form}.")
    try:
        return check_tbx(file)
    except ValueError as error:
        raise click.UsageError(f"--check is for TBX, and {error}.") from error


def _merge(file: str, folder: str, form: str | None, locales: tuple[str | None, str | None]) -> tuple[Merge, Termbase]:
    from vyzov_i18n.films import Film
    from vyzov_i18n.termbase.interchange.files import read_termbase
    from vyzov_i18n.termbase.interchange.merge import merge_termbase

    if not os.path.isdir(folder):
        raise click.BadParameter(f"Directory {folder!r} does not exist.", param_hint="'[FOLDER]'")
    source, target = locales
    termbase = read_termbase(file, form, (source, target) if source and target else None)
    return merge_termbase(termbase, Film.load(folder), folder), termbase


def _settle(merge: Merge, what: str, *, dry_run: bool, as_json: bool) -> None:
    """Write what a merge changes, or show it; tell where of `what` there is nothing to add."""
    from vyzov_i18n.termbase.interchange.merge import write_merge

    if dry_run:
        click.echo(merge.diff, nl=False, err=as_json)
    else:
        write_merge(merge)
    if not merge.changes and not as_json:
        told = f"nothing added of {what}" if merge.findings else f"nothing to add: the catalogs have {what}"
        print_report([told])
    elif not as_json and not dry_run:
        print_report(f"updated {change.path}" for change in merge.changes)
