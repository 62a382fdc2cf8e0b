"""Merge the terms of one concept into the catalogs of one locale: add what is missing, tell what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from vyzov_i18n.catalogs.lexicon_slots import INDECLINABLE
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.termbase.interchange.model import SHORT_FORM
from vyzov_i18n.termbase.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.film.concepts import Concept
    from vyzov_i18n.termbase.interchange.model import TermRecord
    from vyzov_i18n.termbase.interchange.proposals import Proposals
    from vyzov_i18n.termbase.model import Form

_STATUSES: Final = (Status.ADMITTED.value, Status.DEPRECATED.value, Status.FORBIDDEN.value)
_SHORT: Final = "short"
_SHORT_TYPES: Final = (SHORT_FORM, "acronym", "abbreviation")
_PEOPLE: Final = ("person/", "character/")  # their gender is not a matter of grammar


class Merger:
    """Merges into the catalogs of one locale; `is_source` tells that it is the language of `film.toml`."""

    __slots__ = ("_is_source", "findings", "proposals")

    def __init__(self, proposals: Proposals, is_source: bool) -> None:
        self.proposals = proposals
        self._is_source = is_source
        self.findings: list[Diagnostic] = []

    def merge(self, concept_id: str, concept: Concept, terms: Sequence[TermRecord]) -> None:
        """Merge the terms of a concept of the film."""
        main = next((term for term in terms if term.status is Status.PREFERRED and not _is_short(term)), None)
        name = self._merge_preferred(concept_id, main)
        if not name:
            return
        target = _Target(concept_id, concept, name)
        if main and main.text == name:
            self._merge_grammar(target, main)
        for term in terms:
            if term is not main:
                self._merge_other(target, term)

    def _merge_preferred(self, concept_id: str, main: TermRecord | None) -> str | None:
        """The name of the concept, proposed where it had none; None where its other terms cannot be merged."""
        name = self.proposals.name(concept_id)
        if name is None:
            message = f"film.po has no entry {concept_id}: its terms are left out"
            self._report("stale-film-catalog", message, concept_id, help="run: vyzov-i18n update")
        elif not name and main:
            name = main.text
            self.proposals.set_name(concept_id, name)
        elif not name:
            message = f"{concept_id} has no name yet that other terms could belong to: they are left out"
            self._report("terms-without-name", message, concept_id, help="translate it, then import again")
        elif main and main.text != name:
            self._report_conflict(concept_id, name, None, name, main.text)
        return name

    def _merge_other(self, target: _Target, term: TermRecord) -> None:
        """Merge a term beside the preferred one: a short form, or a line in the slot of its status."""
        text = " ".join(term.text.split())
        slots = self.proposals.slots(target.id, target.name)
        known = {line: slot for slot in _STATUSES for line in slots.get(slot, "").splitlines()}
        if self._is_source:
            known |= {other.name: other.status.value for other in target.concept.other_names}
        wanted = Status.ADMITTED.value if term.status is Status.PREFERRED else term.status.value
        is_short = _is_short(term) and wanted == Status.ADMITTED
        if text == target.name:
            return
        if text == slots.get(_SHORT) or (is_short and _SHORT not in slots):
            self._set(target, _SHORT, text)
            self._merge_forms(target, term)
        elif text not in known:
            self._add_line(target, wanted, slots.get(wanted), text)
        elif known[text] != wanted:
            ours, theirs = f"{text} ({known[text]})", f"{text} ({wanted})"
            self._report_conflict(target.id, target.name, known[text], ours, theirs)

    def _merge_grammar(self, target: _Target, term: TermRecord) -> None:
        if term.gender in self.proposals.genders and not target.id.startswith(_PEOPLE):
            self._set(target, "gender", term.gender)
        if term.contexts:
            self._set(target, "context", " ".join(term.contexts))
        if term.indeclinable:
            self._set(target, INDECLINABLE, "yes")
        else:
            self._merge_forms(target, term)

    def _merge_forms(self, target: _Target, term: TermRecord) -> None:
        """Merge the inflected forms of a term, the first of each case, gender and number."""
        if f"{_SHORT}.{INDECLINABLE}" in self.proposals.slots(target.id, target.name) and _is_short(term):
            return
        forms: dict[str, str] = {}
        for form in term.forms:
            if form.case is None or form.case in self.proposals.cases:
                forms.setdefault(".".join(self._features(form, term)), form.text)
        for slot, text in forms.items():
            if slot not in ("", _SHORT):
                self._set(target, slot, text)

    def _features(self, form: Form, term: TermRecord) -> Iterator[str]:
        """The parts of the slot that a form belongs to: only what differs from the base form is told."""
        base = term.number or term.forms[0].number
        if _is_short(term):
            yield _SHORT
        if form.case and form.case != self.proposals.cases[0]:
            yield form.case
        if form.gender:
            yield form.gender
        if form.number and form.number != base:
            yield form.number

    def _set(self, target: _Target, slot: str, text: str) -> None:
        """Propose the text of a slot that is empty."""
        known = self.proposals.slots(target.id, target.name).get(slot)
        if known is None:
            self.proposals.set_slot(slot, target.id, target.name, text, target.concept.note)
        elif known != text:
            self._report_conflict(target.id, target.name, slot, known, text)

    def _add_line(self, target: _Target, slot: str, known: str | None, text: str) -> None:
        """Propose one more name in a slot that lists names."""
        if self.proposals.is_reviewed_later and self.proposals.is_confirmed(slot, target.id, target.name):
            message = f"the names that are {slot} for {target.id} count again only once the new one is reviewed: {text}"
            self._report("names-await-review", message, target.id, target.name, slot)
        lines = f"{known}\n{text}" if known else text
        self.proposals.set_slot(slot, target.id, target.name, lines, target.concept.note)

    def _report_conflict(self, concept_id: str, name: str, slot: str | None, ours: str, theirs: str) -> None:
        what = slot or "name"
        message = f"the {what} of {concept_id} is {ours!r} here and {theirs!r} in the termbase: it stays as it is"
        self._report("merge-conflict", message, concept_id, name, slot, text=ours)

    def _report(
        self,
        rule: str,
        message: str,
        concept_id: str,
        name: str = "",
        slot: str | None = None,
        *,
        text: str | None = None,
        help: str | None = None,
    ) -> None:
        path, place = self.proposals.place(concept_id, name, slot)
        span = msgspec.structs.asdict(place) if place else {}
        found = Diagnostic(
            rule=rule, message=message, severity=Severity.WARNING, path=path, text=text, help=help, **span
        )
        self.findings.append(found)


class _Target(NamedTuple):
    """The concept that terms are merged into, and its name in the locale."""

    id: str
    concept: Concept
    name: str


def _is_short(term: TermRecord) -> bool:
    return term.type in _SHORT_TYPES
