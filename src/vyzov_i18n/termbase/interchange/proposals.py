"""What a termbase proposes for the catalogs of one locale: entries of `film.po` and `lexicon.po`, to be reviewed.

What stands in a catalog already stays as it is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.lexicon_slots import new_slot, split_context
from vyzov_i18n.catalogs.po import parse_po, read_bytes
from vyzov_i18n.catalogs.writer import render_po
from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.model import Catalog, Entry
    from vyzov_i18n.diagnostics.places import Place

_FUZZY: Final = "fuzzy"


class Change(msgspec.Struct, frozen=True):
    """A catalog as it is and as it would be."""

    path: str
    before: bytes
    after: bytes


class Proposals:
    """The catalogs of one locale, with what is proposed for them.

    `cases` and `genders` are what the lexicon's header names. Raises CatalogError where a catalog cannot be read, or
    was read with a warning, since something of it would be lost.
    """

    __slots__ = ("_film", "_lexicon", "_origin", "cases", "genders")

    def __init__(self, folder: str, origin: str | None) -> None:
        self._origin = origin
        self._film = _Draft(os.path.join(folder, "film.po"))
        self._lexicon = _Draft(os.path.join(folder, "lexicon.po"))
        fields = self._lexicon.catalog.fields
        self.cases = tuple(fields.get("X-Grammatical-Cases", "").split())
        self.genders = tuple(fields.get("X-Grammatical-Genders", "").split())

    def name(self, concept: str) -> str | None:
        """The name of a concept, also one that awaits review; empty without one, None where `film.po` lacks it."""
        entry = self._film.find(concept, concept)
        return entry.translations[0] if entry else None

    def slots(self, concept: str, name: str) -> dict[str, str]:
        """What the lexicon has on a concept of that name, by slot, also what awaits review."""
        entries = (entry for entry in self._lexicon.of_concept(concept) if entry.message == name)
        return {split_context(entry)[0]: entry.translations[0] for entry in entries if entry.translations[0]}

    def set_name(self, concept: str, text: str) -> None:
        """Propose a name for a concept that has none."""
        entry = self._film.find(concept, concept)
        if entry is not None:
            self._film.put(self._marked(entry, text))

    def set_slot(self, slot: str, concept: str, name: str, text: str, note: str | None) -> None:
        """Propose the text of a slot."""
        entry = self._lexicon.find(concept, f"{slot}|{concept}", name) or new_slot(slot, concept, name, note)
        self._lexicon.put(self._marked(entry, text))

    @property
    def is_reviewed_later(self) -> bool:
        """Whether what is proposed is marked fuzzy, and counts only once a person has removed the mark."""
        return self._origin is not None

    def is_confirmed(self, slot: str, concept: str, name: str) -> bool:
        """Whether a slot has a text that counts already."""
        entry = self._lexicon.find(concept, f"{slot}|{concept}", name)
        return entry is not None and entry.is_translated

    def place(self, concept: str, name: str, slot: str | None = None) -> tuple[str, Place | None]:
        """The path of the catalog with the name, or the slot, of a concept, and where that stands in it."""
        draft = self._lexicon if slot else self._film
        entry = draft.find(concept, f"{slot}|{concept}", name) if slot else draft.find(concept, concept)
        return draft.path, draft.catalog.place(entry, "msgstr") if entry else None

    def changes(self) -> Iterator[Change]:
        """The catalogs that would change."""
        for draft in (self._film, self._lexicon):
            if draft.is_changed:
                yield Change(draft.path, draft.data, draft.render())

    def _marked(self, entry: Entry, text: str) -> Entry:
        """The entry with that text and, unless a person proposes it, the flag fuzzy and where it comes from."""
        notes = entry.notes
        if self._origin is not None:
            comments = tuple(dict.fromkeys((*notes.comments, self._origin)))
            flags = tuple(dict.fromkeys((_FUZZY, *notes.flags)))
            notes = msgspec.structs.replace(notes, comments=comments, flags=flags)
        return msgspec.structs.replace(entry, translations=(text,), comments=str(notes))


class _Draft:
    """A catalog and its entries as they would be."""

    __slots__ = ("_entries", "catalog", "data", "is_changed", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.data = read_bytes(path)
        self.catalog: Catalog = parse_po(self.data, path)
        if self.catalog.findings:
            errors = [msgspec.structs.replace(found, severity=Severity.ERROR) for found in self.catalog.findings]
            raise CatalogError(errors)
        self._entries: dict[str, list[Entry]] = {}
        for entry in self.catalog.entries:
            self._entries.setdefault(_concept_of(entry), []).append(entry)
        self.is_changed = False

    def of_concept(self, concept: str) -> list[Entry]:
        """The entries of a concept that are in use."""
        return [entry for entry in self._entries.get(concept, ()) if not entry.obsolete]

    def find(self, concept: str, context: str, message: str | None = None) -> Entry | None:
        """The entry of that context, and of that msgid if it is given."""
        found = (
            entry for entry in self.of_concept(concept) if entry.context == context and message in (None, entry.message)
        )
        return next(found, None)

    def put(self, entry: Entry) -> None:
        """Put an entry in the place of the one with its key; a new one behind the others of its concept."""
        entries = self._entries.setdefault(_concept_of(entry), [])
        at = next((at for at, other in enumerate(entries) if other.key == entry.key), len(entries))
        entries[at : at + 1] = [entry]
        self.is_changed = True

    def render(self) -> bytes:
        """The file as it would be: concepts in their order, obsolete entries where they stood."""
        entries = [entry for group in self._entries.values() for entry in group]
        entries.sort(key=lambda entry: entry.obsolete)
        return render_po(msgspec.structs.replace(self.catalog, entries=entries))


def _concept_of(entry: Entry) -> str:
    slot, concept = split_context(entry)
    return concept or slot
