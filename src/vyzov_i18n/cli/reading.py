"""The commands that tell of a film: summary, facts, cast, explain, locales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from vyzov_i18n.cli.options import (
    exit_on_errors,
    film_option,
    json_option,
    load_film,
    locale_option,
    localized,
    print_finding,
    print_json,
    print_lines,
    quiet_option,
)

if TYPE_CHECKING:
    from vyzov_i18n.films import Explanation
    from vyzov_i18n.summaries.fact_sheet import ClaimRow, FactRow

_LENGTHS = click.Choice(["logline", "short", "medium", "full"])
_REVIEWS: Final = {"pending": " (not yet approved by a native speaker)"}
_length_option = click.option(
    "--length",
    metavar="LENGTH",
    type=_LENGTHS,
    default="full",
    show_default=True,
    help="logline, short (190 characters at most), medium (400) or full (4000).",
)


@click.command("summary")
@locale_option
@_length_option
@film_option
@quiet_option
def summary_command(locale: str | None, length: str, folder: str | None) -> None:
    """Print the film's summary.

    \b
    Examples:
      vyzov-i18n summary --locale ru
      vyzov-i18n summary --locale en-GB --length short
      vyzov-i18n summary --locale ru --film my-film/
    """
    film = localized(folder, locale)
    click.echo(film.summary(length))
    exit_on_errors(film.diagnostics)


@click.command("facts")
@locale_option
@click.option("--disputes", is_flag=True, help="Only the facts whose sources differ.")
@json_option
@film_option
@quiet_option
def facts_command(locale: str | None, disputes: bool, as_json: bool, folder: str | None) -> None:
    """Print the film's facts, with every claim and its sources.

    Under a fact stand the claims that make it up (+), those that differ (≠), or all of them where none is accepted (–).

    JSON: locale; facts (id, label, value or null, claims (value, sources, accepted, note or null), qualifiers (label,
    value), disputed, opinion).

    \b
    Examples:
      vyzov-i18n facts --locale ru
      vyzov-i18n facts --locale en --disputes
      vyzov-i18n facts --locale ru --json
    """
    film = localized(folder, locale)
    rows = film.disputes() if disputes else film.facts()
    if as_json:
        print_json({"locale": film.locale, "facts": rows})
    else:
        print_lines(line for row in rows for line in _fact_lines(row))
    exit_on_errors(film.diagnostics)


@click.command("cast")
@locale_option
@json_option
@film_option
@quiet_option
def cast_command(locale: str | None, as_json: bool, folder: str | None) -> None:
    """Print the cast in billing order, with their characters.

    JSON: locale; cast (person, character or null).

    \b
    Examples:
      vyzov-i18n cast --locale ru
      vyzov-i18n cast --locale en --json
    """
    film = localized(folder, locale)
    roles = film.cast()
    if as_json:
        print_json({"locale": film.locale, "cast": roles})
    else:
        print_lines(f"{role.person} — {role.character}" if role.character else role.person for role in roles)
    exit_on_errors(film.diagnostics)


@click.command("explain")
@locale_option
@_length_option
@json_option
@film_option
@quiet_option
def explain_command(locale: str | None, length: str, as_json: bool, folder: str | None) -> None:
    """Tell where each sentence of a summary comes from.

    That is its catalog, whether it fell back, its facts, their sources, and the rules applied.

    JSON: locale; catalogs (the locale that answered); sentences (name, text, origin (domain, context, msgid, locale,
    path or null, fallback), facts, sources, rules).

    \b
    Examples:
      vyzov-i18n explain --locale ru --length short
      vyzov-i18n explain --locale ru --json
    """
    film = localized(folder, locale)
    explanations = film.explain(length)
    if as_json:
        print_json({"locale": film.locale, "catalogs": film.catalog_locale, "sentences": explanations})
    else:
        click.echo("\n\n".join(_explanation_text(explanation) for explanation in explanations))
    exit_on_errors(film.diagnostics)


@click.command("locales")
@json_option
@film_option
@quiet_option
def locales_command(as_json: bool, folder: str | None) -> None:
    """List the locales that the film has catalogs for.

    JSON: locales (tag, name, direction: ltr or rtl, review: pending, done or null).

    \b
    Examples:
      vyzov-i18n locales
      vyzov-i18n locales --film my-film/ --json
    """
    from vyzov_i18n.locales import autonym, direction
    from vyzov_i18n.localizer import review_state

    film = load_film(folder)
    rows = [
        {
            "tag": tag,
            "name": autonym(tag),
            "direction": direction(tag),
            "review": review_state(film.folder, tag, print_finding),
        }
        for tag in film.locales
    ]
    if as_json:
        print_json({"locales": rows})
    else:
        print_lines(f"{row['tag']:<8} {row['name']}{_REVIEWS.get(row['review'] or '', '')}" for row in rows)


def _fact_lines(row: FactRow) -> list[str]:
    """A fact on one line, then the claims that make it up where they are several, then the others."""
    accepted = [claim for claim in row.claims if claim.accepted]
    others = [claim for claim in row.claims if not claim.accepted]
    first = f"{row.label}: {_claim_text(accepted[0]) if len(accepted) == 1 else row.value or '–'}"
    if row.qualifiers:
        first += " (" + "; ".join(f"{qualifier.label}: {qualifier.value}" for qualifier in row.qualifiers) + ")"
    parts = accepted if len(accepted) > 1 else []
    sign = "≠" if row.value else "–"
    return [
        first,
        *(f"  + {_claim_text(claim)}" for claim in parts),
        *(f"  {sign} {_claim_text(claim)}" for claim in others),
    ]


def _claim_text(claim: ClaimRow) -> str:
    note = f"; {claim.note}" if claim.note else ""
    return f"{claim.value} [{', '.join(claim.sources)}{note}]"


def _explanation_text(explanation: Explanation) -> str:
    origin = explanation.origin
    fallback = " (fallback: no translation)" if origin.fallback else ""
    lines = [
        explanation.text,
        f"  catalog  {origin.path or 'none'}, {origin.locale}{fallback}",
        f"  entry    {origin.context}: {origin.msgid}",
        f"  facts    {', '.join(explanation.facts) or '–'}",
        f"  sources  {', '.join(explanation.sources) or '–'}",
        f"  rules    {'; '.join(explanation.rules) or '–'}",
    ]
    return "\n".join(lines)
