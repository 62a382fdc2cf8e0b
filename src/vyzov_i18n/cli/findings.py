"""What the commands that check share: which rules, how the findings are told, what is corrected."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from vyzov_i18n.cli.main import EXIT_FINDINGS
from vyzov_i18n.cli.options import dry_run_option, has_colour, is_quiet, json_option, quiet_option, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from vyzov_i18n.checks.fixes import Fix
    from vyzov_i18n.diagnostics import Diagnostic

_CommandT = TypeVar("_CommandT", bound="Callable[..., Any]")

FORMATS: Final = ("text", "json", "sarif", "github")
_OPTIONS: Final = (
    click.option("--format", "form", type=click.Choice(FORMATS), help="How to tell of the findings  [default: text]."),
    json_option,
    click.option("--output", metavar="FILE", type=click.Path(dir_okay=False), help="Write the findings to FILE."),
    click.option("--strict", is_flag=True, help="Fail where there are warnings, too."),
    click.option("--select", metavar="RULE", multiple=True, help="Tell of this rule only; may be repeated."),
    click.option("--ignore", metavar="RULE", multiple=True, help="Do not tell of this rule; may be repeated."),
    click.option("--fix", "is_fix", is_flag=True, help="Correct what is safe to correct, after showing it as a diff."),
    dry_run_option,
    quiet_option,
)


def finding_options(command: _CommandT) -> _CommandT:
    """The options of a command that checks."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def choose_format(form: str | None, as_json: bool) -> str:
    """The format that `--format` or `--json` asks for. UsageError where the two contradict each other."""
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} exclude each other.")
    return "json" if as_json else form or "text"


class Choice:
    """The rules that are asked for. UsageError where there is no such rule."""

    def __init__(self, select: Sequence[str], ignore: Sequence[str]) -> None:
        refuse_unknown((*select, *ignore))
        self._select = frozenset(select)
        self._ignore = frozenset(ignore)

    def of(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings of these rules."""
        return [
            finding
            for finding in findings
            if finding.rule not in self._ignore and (not self._select or finding.rule in self._select)
        ]


def refuse_unknown(names: Iterable[str]) -> None:
    """Raise UsageError for the first that is the name of no rule."""
    from vyzov_i18n.checks.documentation import RULES

    for name in names:
        if name not in RULES:
            from difflib import get_close_matches

            near = get_close_matches(name, RULES, n=1)
            question = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"There is no rule {name!r}.{question} --rules lists all.")


def show_fixes(fixes: dict[str, Fix], *, is_data: bool) -> None:
    """Show the diff, beside the findings where those are data."""
    from vyzov_i18n.diagnostics.edits import unified_diff

    for path, fixed in fixes.items():
        click.echo(unified_diff(path, fixed.before, fixed.after), nl=False, err=is_data)


def write_fixes(fixes: dict[str, Fix]) -> None:
    """Write the files as they should be."""
    from vyzov_i18n.catalogs.files import find_leftovers, remove_leftovers, write_atomically

    for path, fixed in fixes.items():
        write_atomically(path, fixed.data)
    remove_leftovers(find_leftovers({os.path.dirname(path) for path in fixes}))


def report(findings: Sequence[Diagnostic], form: str, output: str | None, what: str) -> None:
    """Print or write the findings in a format; for people, with their count in `what` ("3 catalogs") was checked."""
    text = _render(findings, form, colour=output is None and has_colour(sys.stdout))
    if output is not None:
        from vyzov_i18n.catalogs.files import write_atomically

        write_atomically(output, text.encode("utf-8", "backslashreplace"))
    elif text:
        click.echo(text.removesuffix("\n"))
    if not is_quiet() and (form == "text" or output is not None):
        click.echo(f"{_tally(findings)} in {what}{_offer(findings)}")


def exit_on(findings: Iterable[Diagnostic], *, strict: bool) -> None:
    """End the command with the exit code of findings where one is an error, or with `strict` a warning."""
    if any(finding.severity == "error" or (strict and finding.severity == "warning") for finding in findings):
        raise click.exceptions.Exit(EXIT_FINDINGS)


def count(number: int, one: str, many: str) -> str:
    """A number with the right one of two nouns."""
    return f"{number} {one if number == 1 else many}"


def _render(findings: Sequence[Diagnostic], form: str, *, colour: bool) -> str:
    if form == "json":
        from vyzov_i18n.diagnostics import to_json

        return to_json(findings)
    if form == "sarif":
        from importlib.metadata import version

        from vyzov_i18n.checks.documentation import RULES
        from vyzov_i18n.diagnostics.sarif import to_sarif

        return to_sarif(map(_as_written, findings), RULES, version("vyzov-i18n"))
    if form == "github":
        from vyzov_i18n.diagnostics.github import to_github

        return to_github(findings)
    from vyzov_i18n.diagnostics.text import render_text

    shown = [finding for finding in findings if not is_quiet() or finding.severity == "error"]
    return render_text(shown, read_source, colour=colour)


def _tally(findings: Sequence[Diagnostic]) -> str:
    from collections import Counter

    counts = Counter(finding.severity.value for finding in findings)
    nouns = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")}
    return ", ".join(count(counts[name], *noun) for name, noun in nouns.items() if counts[name]) or "no findings"


def _offer(findings: Sequence[Diagnostic]) -> str:
    from vyzov_i18n.checks.fixes import is_fixable

    fixable = sum(map(is_fixable, findings))
    return f"; --fix corrects {fixable} of them" if fixable else ""


def _as_written(finding: Diagnostic) -> Diagnostic:
    """The finding with its suggestion as it stands in the strings of a catalog, for tools that insert it."""
    from msgspec.structs import replace

    from vyzov_i18n.catalogs.strings import quote_text

    if finding.suggestion is None or not (finding.path or "").endswith(".po"):
        return finding
    return replace(finding, suggestion=quote_text(finding.suggestion))
