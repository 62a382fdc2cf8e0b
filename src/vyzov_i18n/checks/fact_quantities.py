"""The numbers and dates of a translation against those of its source and of the facts that it tells of."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.checks.number_words import loose_numbers, numbers_in_words
from vyzov_i18n.checks.quantities import Date, Quantity, QuantityReader
from vyzov_i18n.checks.tellings import Run, Telling, read_tellings
from vyzov_i18n.locales import babel_locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from babel.core import Locale

    from vyzov_i18n.catalogs.lexicon import Lexicon
    from vyzov_i18n.checks.entry_facts import EntryFacts, FactValue
    from vyzov_i18n.checks.rendering import Rendering
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic

_LONG: Final = 3  # digits of a number that nobody adds for the sake of the language
_OF_PLURALS: Final = frozenset(map(Fraction, range(3)))  # a form of a plural may write its number itself


class _Source(NamedTuple):
    """What a translation may say: everything in the source and in its facts."""

    quantities: list[Quantity]
    values: list[FactValue]
    dates: list[Date]
    months: frozenset[int]
    numbers: frozenset[Fraction]
    in_words: frozenset[Fraction]
    unsaid: list[FactValue]

    def allows(self, quantity: Quantity) -> bool:
        """Whether the source or a fact says so."""
        if quantity.dates:
            return any(self._allows_date(date) for date in quantity.dates)
        return not quantity.numbers.isdisjoint(self.numbers | self.in_words)

    def _allows_date(self, date: Date) -> bool:
        if any(date.is_part_of(known) for known in self.dates):
            return True
        rest = {Fraction(part) for part in (date.year, date.day) if part}
        return date.month in self.months and rest <= self.numbers


class QuantityCheck:
    """Checks the quantities of the translations of one catalog."""

    def __init__(self, subject: Subject, rendering: Rendering, facts: EntryFacts) -> None:
        locale = babel_locale(subject.tag or "en")
        self._subject = subject
        self._glossary = rendering.glossary
        self._facts = facts
        self._english = QuantityReader(babel_locale("en"))
        self._reader = QuantityReader(locale, _months(locale, rendering.lexicon))

    def check(self, unit: Unit) -> Iterator[Diagnostic]:
        """What is wrong with the numbers and dates of a translation."""
        if not any(character.isdigit() for character in unit.source + unit.target):
            return
        sources = read_tellings(self._subject.model(unit.source), unit.source)
        targets = read_tellings(self._subject.model(unit.target), unit.target)
        if not targets:
            return
        uses = {use.name for telling in targets for use in telling.uses}
        source = self._read_source(unit, sources, uses)
        if not self._reader.has_dates and (source.dates or any(found.year for found in source.quantities)):
            return
        found = {quantity for telling in targets for quantity in self._read(telling, self._reader)}
        wrong = [one for one in sorted(found, key=lambda one: one.start) if self._is_wrong(one, unit, source, found)]
        for quantity in wrong:
            yield self._report(unit, quantity, source, found)
        if not wrong:
            yield from self._find_missing(unit, source, found)

    def _read_source(self, unit: Unit, tellings: list[Telling], uses: set[str]) -> _Source:
        variables = {use.name for telling in tellings for use in telling.uses}
        facts = self._facts.facts(unit.entry.context, variables)
        values = self._facts.values(facts)
        said = self._facts.facts(None, uses)
        quantities = [quantity for telling in tellings for quantity in self._read(telling, self._english)]
        text = "\n".join(run.text for telling in tellings for run in telling.runs)
        dates = [date for one in (*quantities, *values) for date in one.dates]
        in_words = frozenset(numbers_in_words(text))
        numbers = {number for one in (*quantities, *values) for number in one.numbers}
        numbers |= {Fraction(part) for date in dates for part in date if part}
        numbers.update(loose_numbers(text))
        unsaid = [value for value in values if value.fact not in said]
        return _Source(quantities, values, dates, self._english.months_in(text), frozenset(numbers), in_words, unsaid)

    def _read(self, telling: Telling, reader: QuantityReader) -> Iterator[Quantity]:
        for run in telling.runs:
            for quantity in reader.read(self._without_names(run)):
                start, end = quantity.start + run.start, quantity.end + run.start
                yield quantity._replace(start=start, end=end)

    def _without_names(self, run: Run) -> str:
        """The text with blanks where names have digits."""
        text = run.text
        if any(character.isdigit() for character in text):
            for match in self._glossary.find(text):
                if any(character.isdigit() for character in match.text):
                    text = f"{text[: match.start]}{' ' * len(match.text)}{text[match.end :]}"
        return text

    def _is_wrong(self, quantity: Quantity, unit: Unit, source: _Source, found: Iterable[Quantity]) -> bool:
        """Whether it stands for another one, or is too long to be there for the sake of the language."""
        if source.allows(quantity) or (unit.entry.plural is not None and quantity.numbers & _OF_PLURALS):
            return False
        digits = sum(character.isdigit() for character in quantity.text)
        return bool(quantity.dates) or digits >= _LONG or bool(_replaced(source, found))

    def _report(self, unit: Unit, quantity: Quantity, source: _Source, found: Iterable[Quantity]) -> Diagnostic:
        replaced = _replaced(source, found)
        start, end = quantity.start, quantity.end
        advice, suggestion = self._advice(quantity, source, replaced)
        years = {date.year for date in source.dates} | {one.year for one in source.quantities}
        if quantity.dates or (quantity.year and years != {None} and years):
            message = f"“{quantity.text}” is not the date that the source and its facts have"
            return self._subject.find("wrong-date", unit, message, start, end, help=advice, suggestion=suggestion)
        message = f"“{quantity.text}” is not the number that the source and its facts have"
        return self._subject.find("wrong-number", unit, message, start, end, help=advice, suggestion=suggestion)

    def _advice(
        self, quantity: Quantity, source: _Source, replaced: list[Quantity | FactValue | Fraction]
    ) -> tuple[str, str | None]:
        """What should stand there, and the text for it where that is sure."""
        values = [
            one for one in source.values if bool(one.dates) == bool(quantity.dates or (quantity.year and one.dates))
        ]
        if values:
            return "; ".join(map(str, values)), None
        texts = dict.fromkeys(_shown(one) for one in replaced or source.quantities)
        if not texts:
            return "the source has none: leave it out, or state the fact in film.toml", None
        sure = len(replaced) == 1 and quantity.text.isdecimal() and next(iter(texts)).isdecimal()
        return f"the source has {', '.join(texts)}", next(iter(texts)) if sure else None

    def _find_missing(self, unit: Unit, source: _Source, found: Iterable[Quantity]) -> Iterator[Diagnostic]:
        """Long numbers that the source has in digits and the translation has not."""
        if any(unicodedata.numeric(character, None) and not character.isdecimal() for character in unit.target):
            return  # 二〇二一年
        present = {number for one in found for number in _all_numbers(one)}
        for quantity in dict.fromkeys(source.quantities):
            long = {number for number in _all_numbers(quantity) if number >= 10 ** (_LONG - 1)}
            if long and present.isdisjoint(long):
                message = f"the translation lacks “{quantity.text}”"
                yield self._subject.find("missing-number", unit, message)


def _replaced(source: _Source, found: Iterable[Quantity]) -> list[Quantity | FactValue | Fraction]:
    """What the source says and the translation does not: it may be what another number stands for."""
    present = {number for one in found for number in _all_numbers(one)}
    written = [one for one in dict.fromkeys(source.quantities) if present.isdisjoint(_all_numbers(one))]
    in_words = [number for number in source.in_words if number not in present]
    unsaid = [one for one in source.unsaid if present.isdisjoint(one.numbers) and one.numbers]
    return [*written, *in_words, *unsaid]


def _all_numbers(quantity: Quantity) -> frozenset[Fraction]:
    return quantity.numbers | {Fraction(part) for date in quantity.dates for part in date if part}


def _shown(one: Quantity | FactValue | Fraction) -> str:
    return one.text if isinstance(one, Quantity) else str(one)


def _months(locale: Locale, lexicon: Lexicon) -> dict[int, Iterable[str]]:
    """The forms of the names of months that a lexicon has."""
    names = locale.months["stand-alone"]["wide"]
    return {month: lexicon.slots(f"month/{month}", name).values() for month, name in names.items()}
