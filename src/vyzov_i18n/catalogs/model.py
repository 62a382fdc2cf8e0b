"""A PO file as data: its entries in the order of the file, and where each part of them stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from vyzov_i18n.catalogs.header import parse_fields
from vyzov_i18n.catalogs.notes import Notes, parse_notes
from vyzov_i18n.diagnostics.places import Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from vyzov_i18n.diagnostics import Diagnostic

    class Spans(Protocol):
        """Start and end of the parts of an entry, by their keyword."""

        def get(self, part: str, /) -> tuple[int, int] | None:
            """The offsets of a part; None if the entry has no such part."""


Key: TypeAlias = tuple[str | None, str]


class Previous(msgspec.Struct, frozen=True, gc=False):
    """The source text an entry had before it was marked fuzzy (`#|`)."""

    message: str
    context: str | None = None
    plural: str | None = None


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One entry of a PO file, every text unescaped.

    `translations` holds msgstr, or msgstr[0], msgstr[1] … where `plural` (msgid_plural) is not None; it is never empty.
    `comments` are the lines of its comments as they stand in the file; `notes` has them by their kind. `spans` gives
    the place of a part, by its keyword as written (`msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[0]`;
    `#|msgid` for a previous one): the offsets of its first and behind its last quotation mark in the source.
    """

    message: str
    context: str | None = None
    plural: str | None = None
    translations: tuple[str, ...] = ("",)
    comments: str = ""
    previous: Previous | None = None
    obsolete: bool = False
    spans: Spans | None = None

    @property
    def notes(self) -> Notes:
        """The comments by their kind."""
        return parse_notes(self.comments)

    @property
    def key(self) -> Key:
        """What identifies an entry within a catalog: msgctxt (None where it has none) and msgid."""
        return self.context, self.message

    @property
    def is_header(self) -> bool:
        """Whether this is the header: the entry with an empty msgid and no msgctxt."""
        return not self.message and self.context is None and not self.obsolete

    @property
    def is_fuzzy(self) -> bool:
        """Whether a person still has to look at the translation."""
        return "fuzzy" in self.comments and "fuzzy" in self.notes.flags

    @property
    def is_translated(self) -> bool:
        """Whether every form is there and none is fuzzy: what a compiled catalog holds."""
        return not self.is_fuzzy and not self.obsolete and all(self.translations)


class Catalog(msgspec.Struct, kw_only=True):
    """A PO file: `entries` in its order, the header and obsolete entries among them.

    `charset` is what its header declares, `findings` what is odd in it and yet accepted.
    """

    entries: list[Entry]
    path: str | None = None
    charset: str = "UTF-8"
    source: Source | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def header(self) -> Entry | None:
        """The header entry."""
        return next((entry for entry in self.entries if entry.is_header), None)

    @property
    def fields(self) -> dict[str, str]:
        """The header's fields by name, in their order."""
        header = self.header
        return parse_fields(header.translations[0]) if header else {}

    def messages(self) -> Iterator[Entry]:
        """The entries in use: neither the header nor obsolete."""
        return (entry for entry in self.entries if not entry.obsolete and (entry.message or not entry.is_header))

    def place(self, entry: Entry, part: str = "msgid") -> Place | None:
        """Where a part of an entry stands, quotation marks included; None if it was not read from a file."""
        span = entry.spans.get(part) if entry.spans else None
        return self.source.place(*span) if self.source and span else None
