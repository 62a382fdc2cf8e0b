"""What the commands of the glossary share: its languages, the language of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from vyzov_i18n.cli.options import film_option, load_film

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.termbase.glossary import Glossary

_CommandT = TypeVar("_CommandT", bound="Callable[..., Any]")


def glossary_options(command: _CommandT) -> _CommandT:
    """`--source-locale`, `--target-locale`, `--film`: which glossary."""
    source = click.option(
        "--source-locale", metavar="TAG", help="The language that is translated.  [default: the film's first, en]"
    )
    targets = click.option(
        "--target-locale",
        "target_locales",
        metavar="TAG",
        multiple=True,
        help="A language it is translated to; may be repeated.  [default: all others of the film]",
    )
    return source(targets(film_option(command)))


def text_locale_option(command: _CommandT) -> _CommandT:
    """`--locale TAG`: the language of the texts."""
    return click.option("--locale", metavar="TAG", help="The language of the texts.  [default: told for each]")(command)


def load_glossary(folder: str | None, source_locale: str | None, target_locales: Sequence[str]) -> Glossary:
    """The glossary of a film in these languages."""
    film = load_film(folder)
    source = source_locale or film.locales[0]
    return film.glossary(source, *(target_locales or (tag for tag in film.locales if tag != source)))


def find_locale(locale: str | None, glossary: Glossary) -> str | None:
    """The locale of the glossary that answers one that was asked for. UsageError where none does."""
    if locale is None:
        return None
    from vyzov_i18n.termbase import languages

    found = languages.find_locale(locale, glossary.locales)
    if found is None:
        raise click.UsageError(f"The glossary has no {locale!r}; it has {', '.join(glossary.locales)}.")
    return found
