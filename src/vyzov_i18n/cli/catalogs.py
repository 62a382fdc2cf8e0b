"""The commands that work on catalogs: extract, compile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

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
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.compile import Compilation


@click.command("compile")
@click.argument("path", type=click.Path(exists=True))
@dry_run_option
@click.option("--check", is_flag=True, help="Write nothing; fail if a MO file is missing or stale.")
@json_option
@quiet_option
def compile_command(path: str, dry_run: bool, check: bool, as_json: bool) -> None:
    """Compile PO files to the MO files beside them.

    PATH is one .po file, or a folder: every .po file in it and below it. What “msgfmt --check-header” refuses is
    refused, with its file, line and column; then nothing is written for that file, and the exit code is 1. Format
    strings are a matter of “check”. Fuzzy and incomplete entries are left out, which is told. What has not changed
    since the last run is not read again: PATH keeps a record of it in .vyzov-i18n-compiled, which may be deleted at
    any time.

    JSON: written, unchanged, findings (rule, severity, path, line, column, end_line, end_column, text, message, help,
    suggestion).

    \b
    Examples:
      vyzov-i18n compile locale
      vyzov-i18n compile locale --dry-run
      vyzov-i18n compile locale/ru/LC_MESSAGES/film.po
    """
    from vyzov_i18n.catalogs.compile import compile_catalogs
    from vyzov_i18n.cli.progress import track

    if check and dry_run:
        raise click.UsageError("--check and --dry-run exclude each other.")
    if os.path.isfile(path) and not path.endswith(".po"):
        raise click.UsageError(f"{path!r} is neither a folder nor a .po file.")
    result = compile_catalogs(path, check=check or dry_run, processes=os.cpu_count() or 1, track=track)
    if not (result.written or result.unchanged or result.findings):
        raise click.UsageError(f"There is no .po file in {path!r} or below it.")
    if dry_run:
        result = _foretold(result)
    if as_json:
        print_json({"written": result.written, "unchanged": result.unchanged, "findings": result.findings})
    else:
        print_findings(result.findings)
        print_report(_compilation_lines(result, check, dry_run))
    exit_on_errors(result.findings)


@click.command("extract")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@dry_run_option
@json_option
@quiet_option
def extract_command(folder: str, dry_run: bool, as_json: bool) -> None:
    """Write the templates film.pot and summary.pot of a film.

    film.pot holds the words of FOLDER/film.toml, summary.pot the sentences that all films share. The same input gives
    the same bytes; a file that would not change is left alone.

    JSON: written.

    \b
    Examples:
      vyzov-i18n extract locale
      vyzov-i18n extract locale --dry-run
    """
    from vyzov_i18n.templates import extract_templates

    changed = extract_templates(folder, write=not dry_run)
    if as_json:
        print_json({"written": changed})
    else:
        verb = "would write" if dry_run else "wrote"
        print_report([f"{verb} {path}" for path in changed] or ["nothing changed"])


def _foretold(result: Compilation) -> Compilation:
    """What compiling would do: what is stale is no fault then, but would be written."""
    from vyzov_i18n.catalogs.compile import Compilation

    stale = tuple(finding.path for finding in result.findings if finding.rule == "stale-catalog" and finding.path)
    others = tuple(finding for finding in result.findings if finding.rule != "stale-catalog")
    return Compilation(stale, result.unchanged, others)


def _compilation_lines(result: Compilation, check: bool, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield from (f"would write {path}" for path in result.written)
    stale = sum(finding.rule == "stale-catalog" for finding in result.findings)
    refused = len({finding.path for finding in result.findings if finding.severity == "error"}) - stale
    done = f"{stale} stale" if check else f"{len(result.written)} {'to compile' if dry_run else 'compiled'}"
    tally = (done, f"{len(result.unchanged)} up to date", f"{refused} refused" if refused else "")
    yield ", ".join(filter(None, tally))
