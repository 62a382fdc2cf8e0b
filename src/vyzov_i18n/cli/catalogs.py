"""The commands that work on catalogs: extract, compile."""

from __future__ import annotations

import click

from vyzov_i18n.cli.options import print_finding


@click.command("compile")
@click.argument("folder", type=click.Path(exists=True))
def compile_command(folder: str) -> int:
    """Compile every PO file of FOLDER to the MO file beside it.

    What msgfmt refuses is refused, with its file, line and column; then nothing is written for that file, and the
    exit code is 1. Fuzzy and incomplete entries are left out, which is told.

    \b
    Examples:
      vyzov-i18n compile locale
      vyzov-i18n compile locale/ru/LC_MESSAGES/film.po
    """
    from vyzov_i18n.catalogs.compile import compile_catalogs
    from vyzov_i18n.cli.main import EXIT_FINDINGS

    result = compile_catalogs(folder)
    for finding in result.findings:
        print_finding(finding)
    click.echo(f"{len(result.written)} compiled, {len(result.unchanged)} up to date")
    return EXIT_FINDINGS if result.failed else 0


@click.command("extract")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
def extract_command(folder: str) -> None:
    """Write the templates film.pot and summary.pot of the film in FOLDER.

    film.pot holds the words of FOLDER/film.toml, summary.pot the sentences that all films share. The same input gives
    the same bytes; a file that would not change is left alone.

    \b
    Examples:
      vyzov-i18n extract locale
    """
    from vyzov_i18n.templates import extract_templates

    changed = extract_templates(folder)
    click.echo("\n".join(f"wrote {path}" for path in changed) or "nothing changed")
