"""What `pybabel` takes from us, by entry points: the extractor `vyzov_film` and a checker of translations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeAlias

from babel.messages.catalog import TranslationError

from vyzov_i18n.catalogs.notes import mentioned_variables
from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.film.load import load_facts
from vyzov_i18n.film.vocabulary import COMMON_VARIABLES, KNOWN_FACTS
from vyzov_i18n.film.wording import wordings
from vyzov_i18n.messages.parser import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from babel.messages.catalog import Catalog, Message

Extracted: TypeAlias = "tuple[int, str, tuple[str, str], list[str]]"

_FUNCTION: Final = "pgettext"  # of Babel's default keywords the one with a context and a message
_PROJECT: Final = "vyzov-i18n"


def extract_film(
    fileobj: BinaryIO, keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """The words of a `film.toml` in Babel's form: line, function, (context, message), comments.

    The line is the first that holds the text, else 1. Raises FilmError.
    """
    lines = fileobj.read().decode("utf-8-sig").splitlines()
    for wording in wordings(load_facts(fileobj.name)):
        line = next((number for number, line in enumerate(lines, 1) if wording.text in line), 1)
        yield line, _FUNCTION, (wording.context, wording.text), list(wording.comments)


def check_message(catalog: Catalog | None, message: Message) -> None:
    """Raise Babel's TranslationError for a translation that is no MessageFormat 2 message, or uses other variables.

    Beside those of the msgid there are those that its comments tell of, and those that every film has.
    Entries of other projects' catalogs, which may be in another format, are none of its business.
    """
    if catalog is None or not catalog.project.startswith(_PROJECT):
        return
    given = {name for text in _texts(message.id) for name in _arguments(text, "msgid")}
    offered = mentioned_variables(message.auto_comments).union(COMMON_VARIABLES, KNOWN_FACTS)
    for text in _texts(message.string or ""):
        unknown = _arguments(text, "msgstr") - given - offered
        if unknown:
            raise TranslationError(f"the msgid has no variable ${min(unknown)}")


def _texts(texts: str | Collection[str]) -> Collection[str]:
    return (texts,) if isinstance(texts, str) else texts


def _arguments(text: str, part: str) -> frozenset[str]:
    try:
        return parse(text).arguments()
    except MessageSyntaxError as error:
        raise TranslationError(f"{part}, character {error.start + 1}: {error}") from error
