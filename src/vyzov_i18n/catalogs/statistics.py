"""How far a translation is: counts of a catalog held against its template, and a badge that shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.header import REVIEW_FIELD
from vyzov_i18n.errors import MessageSyntaxError
from vyzov_i18n.messages.model import Text
from vyzov_i18n.messages.parser import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from vyzov_i18n.catalogs.model import Catalog, Entry

_WORD: Final = re.compile(r"\w+(?:[’'.,-]\w+)*")
_COLOURS: Final = ((100, "#2e7d32"), (80, "#8a6d00"), (0, "#c62828"))  # white text is legible on each
_CHARACTER_WIDTH: Final = 7
_BADGE: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{label}: {value}">
  <title>{label}: {value}</title>
  <rect width="{width}" height="20" rx="3" fill="#444"/>
  <rect x="{left}" width="{right}" height="20" rx="3" fill="{colour}"/>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
    <text x="{label_centre}" y="14">{label}</text>
    <text x="{value_centre}" y="14">{value}</text>
  </g>
</svg>
"""


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """The state of one domain in one locale.

    `entries` are those of the template (of the lexicon, its forms): `translated` in every form, `fuzzy`, or `missing`.
    `words` are those of the source texts, variables left out, `translated_words` those of the translated entries.
    `review` is what the header says of the review by a native speaker ("pending", "done"), None if nothing.
    """

    locale: str
    domain: str
    entries: int
    translated: int
    fuzzy: int
    missing: int
    words: int
    translated_words: int
    review: str | None


def measure_catalog(catalog: Catalog, template: Collection[Entry], locale: str, domain: str) -> Statistics:
    """The statistics of a catalog that should have the entries of the template."""
    known = {entry.key: entry for entry in catalog.messages()}
    found = [(entry, known.get(entry.key)) for entry in template]
    translated = [source for source, entry in found if entry is not None and entry.is_translated]
    fuzzy = sum(entry is not None and entry.is_fuzzy for _, entry in found)
    return Statistics(
        locale=locale,
        domain=domain,
        entries=len(template),
        translated=len(translated),
        fuzzy=fuzzy,
        missing=len(template) - len(translated) - fuzzy,
        words=_count_words(template),
        translated_words=_count_words(translated),
        review=catalog.fields.get(REVIEW_FIELD) or None,
    )


def percent(statistics: Iterable[Statistics]) -> int:
    """The share of translated entries, rounded down: 100 means that nothing is left to do."""
    rows = list(statistics)
    entries = sum(row.entries for row in rows)
    return 100 * sum(row.translated for row in rows) // entries if entries else 100


def percent_by_locale(statistics: Iterable[Statistics]) -> dict[str, int]:
    """The `percent` of each locale, all its domains together."""
    rows = list(statistics)
    return {tag: percent(row for row in rows if row.locale == tag) for tag in dict.fromkeys(row.locale for row in rows)}


def render_badge(label: str, share: int) -> str:
    """A badge of SVG: a label of plain characters (a tag, a word) and a share in percent."""
    value = f"{share}%"
    left, right = (_CHARACTER_WIDTH * len(text) + 10 for text in (label, value))
    colour = next(colour for least, colour in _COLOURS if share >= least)
    return _BADGE.format(
        label=label,
        value=value,
        width=left + right,
        left=left,
        right=right,
        colour=colour,
        label_centre=left // 2,
        value_centre=left + right // 2,
    )


def _count_words(entries: Iterable[Entry]) -> int:
    return sum(len(_WORD.findall(_words_of(text))) for entry in entries for text in (entry.message, entry.plural or ""))


def _words_of(text: str) -> str:
    """What there is to translate in a message: the text of each variant."""
    try:
        message = parse(text)
    except MessageSyntaxError:
        return text
    patterns = [variant.pattern.parts for variant in message.variants]
    return " ".join("".join(part.value if isinstance(part, Text) else " " for part in parts) for parts in patterns)
