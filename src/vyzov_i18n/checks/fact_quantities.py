"""The numbers and dates of a translation against those of its source and of the facts that it tells of."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.checks.number_words import loose_numbers, numbers_in_words, numerals_of
from vyzov_i18n.checks.quantities import Date, Quantity, QuantityReader
from vyzov_i18n.checks.tellings import read_tellings
from vyzov_i18n.locales import babel_locale

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from babel.core import Locale

    from vyzov_i18n.catalogs.lexicon import Lexicon
    from vyzov_i18n.checks.entry_facts import EntryFacts, FactValue
    from vyzov_i18n.checks.rendering import Rendering
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.checks.tellings import Run, Telling
    from vyzov_i18n.diagnostics import Diagnostic

    _Replaced: TypeAlias = Quantity | FactValue | Fraction

_MOST: Final = 100  # findings of a variant
_LONG: Final = 3  # digits of a number that nobody adds for the sake of the language
_LARGE: Final = 10 ** (_LONG - 1)
_NOTHING: Final = "the source has none: leave it out, or state the fact in film.toml"
_OF_PLURALS: Final = frozenset(map(Fraction, range(3)))  # a form of a plural may write its number itself


class _Source(NamedTuple):
    """What an entry tells: the quantities of its source, further numbers of it, the values of its facts.

    `required` are the facts that every variant of the source tells of by a variable.
    """

    quantities: tuple[Quantity, ...]
    values: tuple[FactValue, ...]
    months: frozenset[int]
    loose: frozenset[Fraction]
    in_words: frozenset[Fraction]
    required: frozenset[str]

    def untold(self, told: Container[str]) -> list[FactValue]:
        """The facts that a variant of the translation tells of by no variable, though the source always does."""
        return [value for value in self.values if value.fact in self.required and value.fact not in told]

    def has_years(self) -> bool:
        """Whether it tells of dates or years."""
        said: tuple[Quantity | FactValue, ...] = (*self.quantities, *self.values)
        return any(one.dates for one in said) or any(one.year for one in self.quantities)


class _Allowed:
    """What a variant of a translation may say in digits: what the source says, and facts.

    Where facts are told by no variable, their own values alone may stand there: not those of the facts beside them.
    """

    def __init__(self, source: _Source, untold: Sequence[FactValue]) -> None:
        said: tuple[Quantity | FactValue, ...] = (*source.quantities, *(untold or source.values))
        self._months = source.months
        self._dates = [date for one in said for date in one.dates]
        self._numbers = {number for one in said for number in one.numbers} | source.loose
        self._numbers |= {Fraction(part) for date in self._dates for part in date if part}
        self._in_words = source.in_words

    def has(self, quantity: Quantity) -> bool:
        """Whether the source or a fact says so."""
        if quantity.dates:
            return any(map(self._has_date, quantity.dates))
        return not quantity.numbers.isdisjoint(self._numbers | self._in_words)

    def _has_date(self, date: Date) -> bool:
        if any(date.is_part_of(known) for known in self._dates):
            return True
        rest = {Fraction(part) for part in (date.year, date.day) if part}
        return date.month in self._months and rest <= self._numbers


class QuantityCheck:
    """Checks the quantities of the translations of one catalog."""

    def __init__(self, subject: Subject, rendering: Rendering, facts: EntryFacts) -> None:
        locale = babel_locale(subject.tag or "en")
        self._subject = subject
        self._glossary = rendering.glossary
        self._facts = facts
        self._english = QuantityReader(babel_locale("en"))
        self._reader = QuantityReader(locale, _months(locale, rendering.lexicon), numerals_of(locale.language))

    def check(self, unit: Unit) -> Iterator[Diagnostic]:
        """What is wrong with the numbers and dates of a translation."""
        if not self._english.finds(unit.source) and not self._reader.finds(unit.target):
            return
        source = self._read_source(unit)
        if source.has_years() and not self._reader.has_dates:
            return
        found: set[Quantity] = set()
        wrong: list[Diagnostic] = []
        tellings = read_tellings(self._subject.model(unit.target), unit.target)
        for telling in tellings:
            quantities = list(self._read(telling, self._reader))
            found.update(quantities)
            wrong += islice(self._check_telling(unit, telling, quantities, source), _MOST)
        yield from wrong
        if tellings and not wrong:
            yield from self._find_missing(unit, source, found)

    def _check_telling(
        self, unit: Unit, telling: Telling, quantities: list[Quantity], source: _Source
    ) -> Iterator[Diagnostic]:
        keys = {Fraction(key) for key in telling.keys if key.isdecimal()}
        untold = source.untold(self._facts.told(telling.variables))
        allowed = _Allowed(source, untold)
        replaced = _replaced(source, untold, quantities)
        for quantity in quantities:
            if allowed.has(quantity) or quantity.numbers & (keys | (_OF_PLURALS if unit.entry.plural else set())):
                continue
            digits = sum(character.isdigit() for character in quantity.text)
            if quantity.dates or digits >= _LONG or min(quantity.numbers) >= _LARGE or replaced:
                yield self._report(unit, quantity, source, replaced)

    def _read_source(self, unit: Unit) -> _Source:
        tellings = read_tellings(self._subject.model(unit.source), unit.source)
        variables = [telling.variables for telling in tellings]
        facts = self._facts.facts(unit.entry.context, frozenset().union(*variables))
        required = frozenset.intersection(*variables) if variables else frozenset()
        text = "\n".join(run.text for telling in tellings for run in telling.runs)
        return _Source(
            tuple(quantity for telling in tellings for quantity in self._read(telling, self._english)),
            tuple(self._facts.values(facts)),
            self._english.months_in(text),
            frozenset(loose_numbers(text)),
            frozenset(numbers_in_words(text)),
            self._facts.told(required),
        )

    def _read(self, telling: Telling, reader: QuantityReader) -> Iterator[Quantity]:
        for run in telling.runs:
            for quantity in reader.read(self._without_names(run, reader)):
                start, end = quantity.start + run.start, quantity.end + run.start
                yield quantity._replace(start=start, end=end)

    def _without_names(self, run: Run, reader: QuantityReader) -> str:
        """The text with blanks where names have numbers."""
        if not reader.finds(run.text):
            return run.text
        characters = list(run.text)
        for match in self._glossary.find(run.text):
            if reader.finds(match.text):
                characters[match.start : match.end] = " " * (match.end - match.start)
        return "".join(characters)

    def _report(self, unit: Unit, quantity: Quantity, source: _Source, replaced: list[_Replaced]) -> Diagnostic:
        is_date = bool(quantity.dates or (quantity.year and source.has_years()))
        rule, kind = ("wrong-date", "date") if is_date else ("wrong-number", "number")
        values = [one for one in replaced if not isinstance(one, (Quantity, Fraction))]
        values = values or [one for one in source.values if bool(one.dates) == is_date]
        texts = dict.fromkeys(map(_show, values or replaced or source.quantities))
        advice = "; ".join(texts) if values else f"the source has {', '.join(texts)}" if texts else _NOTHING
        is_year = quantity.year and quantity.text.isdecimal()
        sure = not values and is_year and len(replaced) == 1 and next(iter(texts)).isdecimal()
        return self._subject.find(
            rule,
            unit,
            f"“{quantity.text}” is not the {kind} that the source and its facts have",
            quantity.start,
            quantity.end,
            help=advice,
            suggestion=next(iter(texts)) if sure else None,
        )

    def _find_missing(self, unit: Unit, source: _Source, found: Iterable[Quantity]) -> Iterator[Diagnostic]:
        """Long numbers that the source has in digits and the translation has not."""
        if any(unicodedata.numeric(character, None) and not character.isdecimal() for character in unit.target):
            return  # 二〇二一年
        present = {number for one in found for number in _all_numbers(one)}
        for quantity in dict.fromkeys(source.quantities):
            long = {number for number in _all_numbers(quantity) if number >= _LARGE}
            if long and present.isdisjoint(long):
                message = f"the translation lacks “{quantity.text}”"
                yield self._subject.find("missing-number", unit, message)


def _replaced(source: _Source, untold: Sequence[FactValue], found: Iterable[Quantity]) -> list[_Replaced]:
    """What the source says and a variant of the translation does not: it may be what another number stands for."""
    present = {number for one in found for number in _all_numbers(one)}
    written = [one for one in dict.fromkeys(source.quantities) if present.isdisjoint(_all_numbers(one))]
    in_words = [number for number in source.in_words if number not in present]
    return [*written, *in_words, *(one for one in untold if present.isdisjoint(_all_numbers(one)))]


def _all_numbers(quantity: Quantity | FactValue) -> frozenset[Fraction]:
    """Its numbers, and the parts of its dates."""
    return quantity.numbers | {Fraction(part) for date in quantity.dates for part in date if part}


def _show(one: _Replaced) -> str:
    return one.text if isinstance(one, Quantity) else str(one)


def _months(locale: Locale, lexicon: Lexicon) -> dict[int, Iterable[str]]:
    """The forms of the names of months that a lexicon has."""
    names = locale.months["stand-alone"]["wide"]
    return {month: lexicon.slots(f"month/{month}", name).values() for month, name in names.items()}
