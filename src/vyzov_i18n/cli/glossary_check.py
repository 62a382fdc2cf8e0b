"""The command that holds texts, subtitles and catalogs against the glossary."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import click

from vyzov_i18n.cli.findings import (
    Choice,
    choose_format,
    count,
    exit_on,
    finding_options,
    report,
    show_fixes,
    write_fixes,
)
from vyzov_i18n.cli.glossary_options import find_locale, glossary_options, load_glossary, text_locale_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary

_FILE = click.Path(exists=True, dir_okay=False)


@click.command("check")
@click.argument("paths", metavar="PATH…", nargs=-1, type=click.Path(exists=True))
@click.option(
    "--pair",
    "pairs",
    metavar="SOURCE TARGET",
    nargs=2,
    multiple=True,
    type=_FILE,
    help="Check subtitles beside those they translate; may be repeated.",
)
@text_locale_option
@finding_options
@glossary_options
def check_command(
    paths: tuple[str, ...],
    pairs: tuple[tuple[str, str], ...],
    locale: str | None,
    form: str | None,
    as_json: bool,
    output: str | None,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    is_fix: bool,
    dry_run: bool,
    folder: str | None,
    source_locale: str | None,
    target_locales: tuple[str, ...],
) -> None:
    """Check the names and terms in texts, subtitles and catalogs.

    PATH… are text files (.txt, .md, .html, .srt, .vtt, .ass), catalogs (.po), or folders with such files in them and
    below. In a catalog, and in a pair of subtitle files, each term of the source has to be in its translation in some
    form; an entry where it may be missing says so: “# vyzov-i18n: ignore=missing-term”. The language of a text is that
    of --locale, or what the text says (lang), or its name (film.ru.srt, ru/film.srt), or what it reads like.

    JSON: findings (rule, severity, path, line, column, end_line, end_column, text, message, help, suggestion).

    \b
    Examples:
      vyzov-i18n glossary check locale
      vyzov-i18n glossary check article.ru.txt --fix --dry-run
      vyzov-i18n glossary check --pair film.en.srt film.ru.srt
    """
    choice = Choice(select, ignore)
    if not paths and not pairs:
        raise click.UsageError("Name a PATH, or a --pair of subtitle files.")
    if dry_run and not is_fix:
        raise click.UsageError("--dry-run needs --fix.")
    glossary = load_glossary(folder, source_locale, target_locales)
    targets = target_locales if len(target_locales) == 1 else ()
    task = _Task(paths, pairs, glossary, find_locale(locale, glossary), source_locale, next(iter(targets), None))
    form = choose_format(form, as_json)
    files = task.files()
    findings = choice.of(task.check())
    if is_fix:
        from vyzov_i18n.checks.terms.fixes import fix_files

        fixes = fix_files(findings, glossary, locale=task.locale)
        show_fixes(fixes, is_data=form != "text" and output is None)
        if fixes and not dry_run:
            write_fixes(fixes)
            findings = choice.of(task.check())
    report(findings, form, output, count(files, "file", "files"))
    exit_on(findings, strict=strict)


class _Task(NamedTuple):
    """What is to be checked, in which languages."""

    paths: Sequence[str]
    pairs: Sequence[tuple[str, str]]
    glossary: Glossary
    locale: str | None
    source_locale: str | None
    target_locale: str | None

    def files(self) -> int:
        """How many files there are. UsageError where there are none."""
        from vyzov_i18n.checks.terms.files import find_files

        files, unreadable = find_files(self.paths)
        if not (files or unreadable or self.pairs):
            raise click.UsageError(f"There is no file to check in {', '.join(map(repr, self.paths))} or below.")
        return len({*files, *(target for _, target in self.pairs)})

    def check(self) -> list[Diagnostic]:
        """The findings of the files and of the pairs, each once."""
        from vyzov_i18n.checks.terms.files import check_files, check_pair
        from vyzov_i18n.cli.progress import track

        findings = [
            *check_files(self.paths, self.glossary, locale=self.locale, processes=os.cpu_count() or 1, track=track)
        ]
        for source, target in self.pairs:
            findings += check_pair(
                source,
                target,
                self.glossary,
                source_locale=find_locale(self.source_locale, self.glossary),
                target_locale=find_locale(self.target_locale, self.glossary) or self.locale,
            )
        return list(dict.fromkeys(findings))
