"""The commands that keep catalogs in step with the film: update."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vyzov_i18n.cli.main import EXIT_FINDINGS
from vyzov_i18n.cli.options import print_lines

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.update import Change

_folder_argument = click.argument("folder", type=click.Path(exists=True, file_okay=False))


@click.command("update")
@_folder_argument
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
def update_command(folder: str, check: bool) -> None:
    """Bring templates and catalogs in step with the film.

    FOLDER holds film.toml and the catalogs. Where the English of an entry changed, its translation is kept and marked
    fuzzy; where an entry is gone, its translation stays as an obsolete entry and comes back with it; where a word
    changed in film.po, its forms in lexicon.po become fuzzy. Comments, flags and the order of entries stay. If one
    catalog cannot be read, none is written.

    \b
    Examples:
      vyzov-i18n update locale
      vyzov-i18n update locale --check
    """
    from vyzov_i18n.templates import update_locales

    changes = update_locales(folder, write=not check)
    verb = "would change" if check else "updated"
    print_lines([f"{verb} {_tally(change)}" for change in changes] or ["nothing changed"])
    if check and changes:
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _tally(change: Change) -> str:
    counts = {"new": change.new, "fuzzy": change.fuzzy, "obsolete": change.obsolete}
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"{change.path}: {told}" if told else change.path
