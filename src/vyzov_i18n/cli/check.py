"""The command that checks catalogs, and corrects them where only one text can be right."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import click

from vyzov_i18n.cli.main import EXIT_FINDINGS
from vyzov_i18n.cli.options import (
    dry_run_option,
    has_colour,
    is_quiet,
    json_option,
    print_lines,
    quiet_option,
    read_source,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vyzov_i18n.checks.fixes import Fix
    from vyzov_i18n.diagnostics import Diagnostic

FORMATS: Final = ("text", "json", "sarif", "github")


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(exists=True))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to tell of the findings.")
@json_option
@click.option("--output", metavar="FILE", type=click.Path(dir_okay=False), help="Write the findings to FILE.")
@click.option("--strict", is_flag=True, help="Fail where there are warnings, too.")
@click.option("--select", metavar="RULE", multiple=True, help="Tell of this rule only; may be repeated.")
@click.option("--ignore", metavar="RULE", multiple=True, help="Do not tell of this rule; may be repeated.")
@click.option("--fix", "is_fix", is_flag=True, help="Correct what is safe to correct, after showing it as a diff.")
@dry_run_option
@click.option("--rules", "is_list", is_flag=True, help="List all rules instead.")
@click.option("--explain", metavar="RULE", help="Tell what a rule is for instead.")
@quiet_option
@click.pass_context
def check_command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
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
    _refuse_unknown((*select, *ignore, *([explain] if explain else [])))
    if explain is not None:
        print_lines([_explanation(explain)])
    elif is_list:
        _print_rules()
    elif not paths:
        raise click.UsageError("Missing argument 'PATH...'.", ctx)
    elif dry_run and not is_fix:
        raise click.UsageError("--dry-run needs --fix.", ctx)
    else:
        _check(_Choice(select, ignore), paths, "json" if as_json else form, output, strict, is_fix, dry_run)


class _Choice:
    """The rules that are asked for."""

    def __init__(self, select: Sequence[str], ignore: Sequence[str]) -> None:
        self._select = frozenset(select)
        self._ignore = frozenset(ignore)

    def check(self, paths: Sequence[str]) -> list[Diagnostic]:
        """What these rules find."""
        from vyzov_i18n.checks.runner import check
        from vyzov_i18n.cli.progress import track

        findings = check(paths, processes=os.cpu_count() or 1, track=track)
        return [
            finding
            for finding in findings
            if finding.rule not in self._ignore and (not self._select or finding.rule in self._select)
        ]


def _check(
    choice: _Choice, paths: Sequence[str], form: str, output: str | None, strict: bool, is_fix: bool, dry_run: bool
) -> None:
    from vyzov_i18n.checks.runner import find_catalogs

    catalogs, unreadable = find_catalogs(paths)
    if not catalogs and not unreadable:
        raise click.UsageError(f"There is no .po file in {', '.join(map(repr, paths))} or below.")
    findings = choice.check(paths)
    if is_fix:
        fixes = _fix(findings)
        _show(fixes, is_data=form != "text" and output is None)
        if fixes and not dry_run:
            _write(fixes)
            findings = choice.check(paths)
    _report(findings, form, output, len(catalogs))
    if any(finding.severity == "error" or (strict and finding.severity == "warning") for finding in findings):
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _report(findings: Sequence[Diagnostic], form: str, output: str | None, count: int) -> None:
    text = _render(findings, form, colour=output is None and has_colour(sys.stdout))
    if output is not None:
        from vyzov_i18n.catalogs.files import write_atomically

        write_atomically(output, text.encode("utf-8", "backslashreplace"))
    elif text:
        click.echo(text.removesuffix("\n"))
    if not is_quiet() and (form == "text" or output is not None):
        click.echo(_tally(findings, count))


def _render(findings: Sequence[Diagnostic], form: str, *, colour: bool) -> str:
    if form == "json":
        from vyzov_i18n.diagnostics import to_json

        return to_json(findings)
    if form == "sarif":
        from importlib.metadata import version

        from vyzov_i18n.checks.documentation import RULES
        from vyzov_i18n.diagnostics.sarif import to_sarif

        return to_sarif(findings, RULES, version("vyzov-i18n"))
    if form == "github":
        from vyzov_i18n.diagnostics.github import to_github

        return to_github(findings)
    from vyzov_i18n.diagnostics.text import render_text

    shown = [finding for finding in findings if not is_quiet() or finding.severity == "error"]
    return render_text(shown, read_source, colour=colour)


def _tally(findings: Sequence[Diagnostic], count: int) -> str:
    from collections import Counter

    from vyzov_i18n.checks.fixes import is_fixable

    counts = Counter(finding.severity.value for finding in findings)
    names = {"error": "errors", "warning": "warnings", "info": "remarks"}
    told = [_count(counts[one], one if one != "info" else "remark", many) for one, many in names.items() if counts[one]]
    fixable = sum(map(is_fixable, findings))
    offer = f"; --fix corrects {fixable} of them" if fixable else ""
    return f"{', '.join(told) or 'no findings'} in {_count(count, 'catalog', 'catalogs')}{offer}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


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


def _show(fixes: dict[str, Fix], *, is_data: bool) -> None:
    """Show the diff, beside the findings where those are data."""
    from vyzov_i18n.diagnostics.edits import unified_diff

    for path, fixed in fixes.items():
        click.echo(unified_diff(path, fixed.before, fixed.after), nl=False, err=is_data)


def _write(fixes: dict[str, Fix]) -> None:
    from vyzov_i18n.catalogs.files import write_atomically

    for path, fixed in fixes.items():
        write_atomically(path, fixed.data)


def _refuse_unknown(names: Iterable[str]) -> None:
    from vyzov_i18n.checks.documentation import RULES

    for name in names:
        if name not in RULES:
            from difflib import get_close_matches

            near = get_close_matches(name, RULES, n=1)
            question = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"There is no rule {name!r}.{question} --rules lists all.")


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
