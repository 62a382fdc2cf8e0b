"""What commands share: options, the film in its locale, what they print."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING, Any, Final, TextIO, TypeVar

import click

from vyzov_i18n.cli.main import EXIT_FINDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from click.shell_completion import CompletionItem

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film, LocalizedFilm

_CommandT = TypeVar("_CommandT", bound="Callable[..., Any]")

_QUIET: Final = "vyzov_i18n.quiet"


def film_option(command: _CommandT) -> _CommandT:
    """`--film FOLDER`: another film than the built-in one."""
    return click.option(
        "--film",
        "folder",
        metavar="FOLDER",
        type=click.Path(exists=True, file_okay=False),
        help="Folder of another film: film.toml and its catalogs.  [default: the built-in film]",
    )(command)


def locale_option(command: _CommandT) -> _CommandT:
    """`--locale TAG`: the locale to speak; else the environment's."""
    return click.option(
        "--locale",
        metavar="TAG",
        shell_complete=_complete_locale,
        help="BCP 47 tag, or several as in Accept-Language.  [default: the environment's, else en]",
    )(command)


def json_option(command: _CommandT) -> _CommandT:
    """`--json`: print JSON."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def quiet_option(command: _CommandT) -> _CommandT:
    """`-q`, `--quiet`: of what is told beside the result, errors alone. The command need not know of it."""

    def keep(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        ctx.meta[_QUIET] = value

    text = "Tell of errors only."
    return click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=keep, help=text)(command)


def dry_run_option(command: _CommandT) -> _CommandT:
    """`--dry-run`: tell what would be written."""
    return click.option("--dry-run", is_flag=True, help="Write nothing; tell what would be written.")(command)


def is_quiet() -> bool:
    """Whether the command that runs was called with `--quiet`."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(_QUIET))


def load_film(folder: str | None) -> Film:
    """The film of a folder, or the built-in one."""
    from vyzov_i18n import built_in
    from vyzov_i18n.films import Film

    return built_in.film() if folder is None else Film.load(folder)


def localized(folder: str | None, locale: str | None) -> LocalizedFilm:
    """The film in the locale asked for, or in the environment's; findings go to standard error."""
    film = load_film(folder)
    return film.localize(_environment_locale(film.locales) if locale is None else locale, print_finding)


def print_finding(finding: Diagnostic) -> None:
    """Print a finding on standard error, with the line it is about."""
    print_findings([finding])


def print_findings(findings: Iterable[Diagnostic]) -> None:
    """Print findings on standard error, each with the line it is about; with `--quiet` those that are errors."""
    from vyzov_i18n.diagnostics import Severity
    from vyzov_i18n.diagnostics.text import render_text

    shown = [finding for finding in findings if not is_quiet() or finding.severity is Severity.ERROR]
    click.echo(render_text(shown, read_source, colour=has_colour()), err=True, nl=False)


def print_notes(lines: Iterable[str]) -> None:
    """Print what the caller may want to know beside the result on standard error, unless it is to be quiet."""
    for line in () if is_quiet() else lines:
        click.echo(line, err=True)


def print_report(lines: Iterable[str]) -> None:
    """Print what a command that writes has done, unless it is to be quiet."""
    if not is_quiet():
        print_lines(lines)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines; nothing at all where there are none."""
    text = "\n".join(lines)
    if text:
        click.echo(text)


def print_json(document: dict[str, Any]) -> None:
    """Print an object of structs as indented JSON."""
    import json

    import msgspec

    # Not msgspec's encoder: it refuses paths that are not UTF-8.
    click.echo(json.dumps(msgspec.to_builtins(document), ensure_ascii=False, indent=2))


def has_colour(stream: TextIO | None = None) -> bool:
    """Whether a stream, standard error, is a terminal that shows colours, and nobody objects (no-color.org)."""
    return (stream or sys.stderr).isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def read_source(path: str) -> str | None:
    """The text of a file that a finding is about; None where it cannot be read."""
    from vyzov_i18n.catalogs.files import read_regular
    from vyzov_i18n.catalogs.po import decode_po
    from vyzov_i18n.documents.files import decode
    from vyzov_i18n.errors import DocumentError

    try:
        data = read_regular(path)
    except (OSError, ValueError):
        return None
    if path.endswith((".po", ".pot")):
        return decode_po(data)
    try:
        return decode(path, data, is_html=path.lower().endswith((".html", ".htm", ".xhtml")))[0]
    except DocumentError:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def exit_on_errors(findings: Iterable[Diagnostic]) -> None:
    """End the command with the exit code of findings where one is an error."""
    from vyzov_i18n.diagnostics import Severity

    if any(finding.severity is Severity.ERROR for finding in findings):
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _environment_locale(available: Sequence[str]) -> str:
    """The environment's locale as gettext reads it, where the film has it; else English, which is told."""
    from vyzov_i18n.errors import LocaleError
    from vyzov_i18n.locales import lookup

    values = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    value = next((value for value in values if value), "")
    if not value or value.partition(".")[0] in ("C", "POSIX"):
        return "en"
    try:
        return lookup(value, available).requested
    except LocaleError as error:
        print_notes([f"note: {error}; speaking English"])
        return "en"


def _complete_locale(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from vyzov_i18n.locales import autonym
    from vyzov_i18n.localizer import built_in_folder, film_locales

    tags = film_locales(ctx.params.get("folder") or built_in_folder())
    return [CompletionItem(tag, help=autonym(tag)) for tag in tags if tag.startswith(incomplete)]
