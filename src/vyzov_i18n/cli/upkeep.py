"""The commands that make catalogs and keep them in step with the film: add-locale, update, stats."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING, Final

import click
import msgspec

from vyzov_i18n.cli.main import EXIT_FINDINGS
from vyzov_i18n.cli.options import (
    dry_run_option,
    json_option,
    print_json,
    print_lines,
    print_notes,
    print_report,
    quiet_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vyzov_i18n.catalogs.statistics import Statistics
    from vyzov_i18n.catalogs.update import Change
    from vyzov_i18n.templates import NewLocale

_draft_option = click.option(
    "--draft", is_flag=True, help="Fill empty slots of a Russian lexicon.po with drafts, marked fuzzy."
)
_folder_argument = click.argument("folder", type=click.Path(exists=True, file_okay=False), default="locale")


@click.command("add-locale")
@click.argument("tag")
@_folder_argument
@_draft_option
@dry_run_option
@json_option
@quiet_option
def add_locale_command(tag: str, folder: str, draft: bool, dry_run: bool, as_json: bool) -> None:
    """Add the catalogs of a locale, ready to be translated.

    TAG is a BCP 47 tag of any locale that CLDR knows; FOLDER holds film.toml and the catalogs  [default: locale]. The
    headers have the locale's plural forms and direction. A file that exists is left as it is. What is not translated
    yet appears in English, which is told. Drafts need the extra “draft”.

    JSON: tag, written, kept, plurals (rule, categories, customary or null).

    \b
    Examples:
      vyzov-i18n add-locale fr
      vyzov-i18n add-locale fr --dry-run
      vyzov-i18n add-locale sr-Latn my-film/
    """
    from vyzov_i18n.catalogs.new_locale import describe
    from vyzov_i18n.templates import add_locale

    added = add_locale(tag, folder, write=not dry_run, draft=draft)
    undrafted = _tell_undrafted([added.tag]) if draft else []
    if as_json:
        print_json(msgspec.structs.asdict(added))
        print_notes(undrafted)
        return
    verb = "would write" if dry_run else "wrote"
    print_report([*(f"{verb} {path}" for path in added.written), *(f"kept {path}" for path in added.kept)])
    print_report(undrafted)
    if not dry_run:
        print_report([*describe(added.plurals), _next_steps(added, folder, draft)])


@click.command("update")
@_folder_argument
@dry_run_option
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@_draft_option
@json_option
@quiet_option
def update_command(folder: str, dry_run: bool, check: bool, draft: bool, as_json: bool) -> None:
    """Bring templates and catalogs in step with the film.

    FOLDER holds film.toml and the catalogs  [default: locale]. Where the English of an entry changed, its translation
    is kept and marked fuzzy, until it changes back; where an entry is gone, its translation stays as an obsolete entry
    and comes back with it; where a word changed in film.po, its forms in lexicon.po become fuzzy. Comments, flags and
    the order of entries stay. If one catalog cannot be read, none is written. Drafts need the extra “draft”; a form
    that is there is never changed, and where the drafting is not sure the slot stays empty.

    JSON: changes (path, new, revived, fuzzy, obsolete).

    \b
    Examples:
      vyzov-i18n update locale
      vyzov-i18n update locale --draft
      vyzov-i18n update locale --dry-run
      vyzov-i18n update locale --check
    """
    from vyzov_i18n.localizer import locale_folders
    from vyzov_i18n.templates import update_locales

    if check and dry_run:
        raise click.UsageError("--check and --dry-run exclude each other.")
    changes = update_locales(folder, write=not (check or dry_run), draft=draft)
    undrafted = _tell_undrafted(locale_folders(folder)) if draft else []
    if as_json:
        print_json({"changes": changes})
        print_notes(undrafted)
    else:
        verb = "would change" if check or dry_run else "updated"
        print_report([f"{verb} {_tally(change)}" for change in changes] or ["nothing changed"])
        print_report(undrafted)
    if check and changes:
        raise click.exceptions.Exit(EXIT_FINDINGS)


@click.command("stats")
@_folder_argument
@click.option("--locale", metavar="TAG", help="Count this locale only.")
@click.option(
    "--fail-under", metavar="PERCENT", type=click.IntRange(0, 100), help="Exit with 1 where a locale has less."
)
@click.option("--badge", is_flag=True, help="Print the share of translated entries as an SVG image.")
@json_option
@quiet_option
def stats_command(folder: str, locale: str | None, fail_under: int | None, badge: bool, as_json: bool) -> None:
    """Count what is translated, fuzzy and missing.

    FOLDER holds film.toml and the catalogs  [default: locale], which are held against the film as it is now; of a
    lexicon the forms are counted. The words are those of the texts to translate, without variables. Percentages are
    rounded down. The review is that of a native speaker, as the header tells it.

    JSON: statistics (locale, domain, entries, translated, fuzzy, missing, words, translated_words, review or null).

    \b
    Examples:
      vyzov-i18n stats locale
      vyzov-i18n stats locale --locale ru --badge
      vyzov-i18n stats locale --fail-under 90
    """
    from vyzov_i18n.catalogs.statistics import percent, percent_by_locale, render_badge

    if badge and as_json:
        raise click.UsageError("--badge and --json exclude each other.")
    rows = _measure(folder, locale)
    shares = percent_by_locale(rows)
    if as_json:
        print_json({"statistics": rows})
    elif badge:
        click.echo(render_badge(next(iter(shares)) if locale else "translated", percent(rows)), nl=False)
    else:
        print_lines(_table(rows, shares))
    if fail_under is not None and min(shares.values()) < fail_under:
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _measure(folder: str, locale: str | None) -> list[Statistics]:
    from vyzov_i18n.locales import parse_tag
    from vyzov_i18n.templates import measure_locales

    tag = parse_tag(locale) if locale else None
    rows = [row for row in measure_locales(folder) if tag in (None, row.locale)]
    if not rows:
        raise click.UsageError(f"There is no catalog of {tag or 'any locale'} in {folder!r}.")
    return rows


def _table(rows: Sequence[Statistics], shares: dict[str, int]) -> list[str]:
    """Columns of equal width; after the domains of a locale its share."""
    lines = [("locale", "domain", "translated", "fuzzy", "missing", "words", "review")]
    for tag, share in shares.items():
        lines += [_cells(row) for row in rows if row.locale == tag]
        lines.append((tag, "all", f"{share} %", "", "", "", ""))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in lines]


def _cells(row: Statistics) -> tuple[str, str, str, str, str, str, str]:
    translated, words = f"{row.translated}/{row.entries}", f"{row.translated_words}/{row.words}"
    return row.locale, row.domain, translated, str(row.fuzzy), str(row.missing), words, row.review or "–"


def _tell_undrafted(tags: Iterable[str]) -> list[str]:
    from vyzov_i18n.catalogs.drafting import can_draft

    others = [tag for tag in tags if not can_draft(tag)]
    return [f"no drafts for {', '.join(others)}: forms are drafted in Russian only"] if others else []


def _tally(change: Change) -> str:
    counts = msgspec.structs.asdict(change)
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count and name != "path")
    return f"{change.path}: {told}" if told else change.path


_NEXT_STEPS: Final = """\

Next:
  1. Fill in the header of lexicon.po:
       X-Quotation-Marks      the outer and the inner pair: « » „ “
       X-Quoted-Categories    what stands in them: film work ship module organization; empty if nothing does
       X-Grammatical-Cases    that of the base form first: nominative genitive; empty if words do not change
       X-Grammatical-Genders  masculine feminine neuter; empty if there are none
     The cases and genders that CLDR knows are there; strike out what names do not need.
  2. Translate {catalogs} with any PO editor.
  3. vyzov-i18n update {folder}{draft}
     gives each translated word its slots in lexicon.po; fill them in.
  4. vyzov-i18n compile {folder}
  5. vyzov-i18n summary --locale {tag} --film {folder}
     speaks the language already; what is not translated yet appears in English.
When a native speaker has approved it, change “pending” to “done” in X-Native-Review."""


def _next_steps(added: NewLocale, folder: str, draft: bool) -> str:
    """What the translator does next."""
    from vyzov_i18n.catalogs.drafting import can_draft

    names = [os.path.basename(path) for path in (*added.written, *added.kept)]
    catalogs = " and ".join(name for name in names if name != "lexicon.po")
    option = " --draft" if draft and can_draft(added.tag) else ""
    return _NEXT_STEPS.format(catalogs=catalogs, folder=shlex.quote(folder), tag=added.tag, draft=option)
