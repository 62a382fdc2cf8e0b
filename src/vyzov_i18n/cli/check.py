"""The command that checks catalogs, and corrects them where only one text can be right."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from vyzov_i18n.cli.findings import (
    Choice,
    choose_format,
    count,
    exit_on,
    finding_options,
    refuse_unknown,
    report,
    show_fixes,
    write_fixes,
)
from vyzov_i18n.cli.options import print_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vyzov_i18n.checks.fixes import Fix
    from vyzov_i18n.diagnostics import Diagnostic


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(exists=True))
@finding_options
@click.option("--rules", "is_list", is_flag=True, help="List all rules instead.")
@click.option("--explain", metavar="RULE", help="Tell what a rule is for instead.")
@click.pass_context
def check_command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str | None,
    as_json: bool,
    output: str | None,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    is_fix: bool,
    dry_run: bool,
    is_list: bool,
    explain: str | None,
) -> None:
    """Check catalogs.

    PATH... are .po files, or folders: every .po file in them and below. Catalogs of a folder with a film.toml are held
    against the facts of the film, too. An entry that breaks a rule on purpose says so in a translator’s comment:
    “# vyzov-i18n: ignore=RULE”, in the header for the whole catalog.

    JSON: findings (rule, severity, path, line, column, end_line, end_column, text, message, help, suggestion).

    \b
    Examples:
      vyzov-i18n check locale
      vyzov-i18n check locale --fix --dry-run
      vyzov-i18n check locale --format sarif --output findings.sarif
      vyzov-i18n check --explain swapped-name
    """
    choice = Choice(select, ignore)
    refuse_unknown([explain] if explain else [])
    if explain is not None:
        print_lines([_explanation(explain)])
    elif is_list:
        _print_rules()
    elif not paths:
        raise click.UsageError("Missing argument 'PATH...'.", ctx)
    elif dry_run and not is_fix:
        raise click.UsageError("--dry-run needs --fix.", ctx)
    else:
        _check(choice, paths, choose_format(form, as_json), output, strict, is_fix, dry_run)


def _check(
    choice: Choice, paths: Sequence[str], form: str, output: str | None, strict: bool, is_fix: bool, dry_run: bool
) -> None:
    from vyzov_i18n.checks.runner import find_catalogs

    catalogs, unreadable = find_catalogs(paths)
    if not catalogs and not unreadable:
        raise click.UsageError(f"There is no .po file in {', '.join(map(repr, paths))} or below.")
    findings = choice.of(_run(paths))
    if is_fix:
        fixes = _fix(findings)
        show_fixes(fixes, is_data=form != "text" and output is None)
        if fixes and not dry_run:
            write_fixes(fixes)
            findings = choice.of(_run(paths))
    report(findings, form, output, count(len(catalogs), "catalog", "catalogs"))
    exit_on(findings, strict=strict)


def _run(paths: Sequence[str]) -> Iterable[Diagnostic]:
    from vyzov_i18n.checks.runner import check
    from vyzov_i18n.cli.progress import track

    return check(paths, processes=os.cpu_count() or 1, track=track)


def _fix(findings: Iterable[Diagnostic]) -> dict[str, Fix]:
    """What can be corrected, by path."""
    from vyzov_i18n.checks.fixes import fix, is_fixable
    from vyzov_i18n.checks.runner import Films

    by_path: dict[str, list[Diagnostic]] = {}
    for finding in filter(is_fixable, findings):
        by_path.setdefault(finding.path or "", []).append(finding)
    films = Films()
    films.load(by_path)
    fixes = {path: fix(path, found, films.film_of(path)) for path, found in by_path.items()}
    return {path: fixed for path, fixed in fixes.items() if fixed.before != fixed.after}


def _explanation(name: str) -> str:
    from vyzov_i18n.checks.documentation import RULES

    rule = RULES[name]
    fixable = ", corrected by --fix" if rule.fixable else ""
    return f"{rule.name} ({rule.severity.value}{fixable})\n\n{rule.text}"


def _print_rules() -> None:
    from vyzov_i18n.checks.documentation import RULES

    rules = [RULES[name] for name in sorted(RULES)]
    width = max(len(rule.name) for rule in rules)
    print_lines(
        f"{rule.name:<{width}}  {rule.severity.value:<7}  {'fix' if rule.fixable else '   '}  {rule.what}"
        for rule in rules
    )
