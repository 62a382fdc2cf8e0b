"""The commands that work on catalogs: extract, compile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from vyzov_i18n.cli.options import exit_on_errors, json_option, print_findings, print_lines

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.compile import Compilation


@click.command("compile")
@click.argument("path", type=click.Path(exists=True))
@click.option("--check", is_flag=True, help="Write nothing; fail if a MO file is missing or stale.")
@json_option
def compile_command(path: str, check: bool, as_json: bool) -> None:
    """Compile PO files to the MO files beside them.

    PATH is one .po file, or a folder: every .po file in it and below it. What msgfmt refuses is refused, with its
    file, line and column; then nothing is written for that file, and the exit code is 1. Fuzzy and incomplete entries
    are left out, which is told. What has not changed since the last run is not read again: PATH keeps a record of it
    in .vyzov-i18n-compiled, which may be deleted at any time.

    JSON: findings (rule, severity, path, line, column, end_line, end_column, text, message, help, suggestion).

    \b
    Examples:
      vyzov-i18n compile locale
      vyzov-i18n compile locale/ru/LC_MESSAGES/film.po
    """
    from vyzov_i18n.catalogs.compile import compile_catalogs
    from vyzov_i18n.diagnostics import to_json

    if os.path.isfile(path) and not path.endswith(".po"):
        raise click.UsageError(f"{path!r} is neither a folder nor a .po file.")
    result = compile_catalogs(path, check=check, processes=os.cpu_count() or 1)
    if not (result.written or result.unchanged or result.findings):
        raise click.UsageError(f"There is no .po file in {path!r} or below it.")
    if as_json:
        click.echo(to_json(result.findings))
    else:
        print_findings(result.findings)
        click.echo(_tally(result, check))
    exit_on_errors(result.findings)


@click.command("extract")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
def extract_command(folder: str) -> None:
    """Write the templates film.pot and summary.pot of a film.

    film.pot holds the words of FOLDER/film.toml, summary.pot the sentences that all films share. The same input gives
    the same bytes; a file that would not change is left alone.

    \b
    Examples:
      vyzov-i18n extract locale
    """
    from vyzov_i18n.templates import extract_templates

    changed = extract_templates(folder)
    print_lines([f"wrote {path}" for path in changed] or ["nothing changed"])


def _tally(result: Compilation, check: bool) -> str:
    stale = sum(finding.rule == "stale-catalog" for finding in result.findings)
    refused = {finding.path for finding in result.findings if finding.severity == "error"}
    tally = [
        f"{stale} stale" if check else f"{len(result.written)} compiled",
        f"{len(result.unchanged)} up to date",
        f"{len(refused) - stale} refused",
    ]
    return ", ".join(tally if len(refused) > stale else tally[:2])
