"""A name of several words, word by word: the forms that each has, and which of them go together."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from vyzov_i18n.termbase.folding import fold
from vyzov_i18n.termbase.model import Category, Usage
from vyzov_i18n.termbase.similarity import Likeness, compare, distance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vyzov_i18n.termbase.model import Form, Term

Cases: TypeAlias = "frozenset[str | None]"

PEOPLE: Final = (Category.PERSON, Category.CHARACTER)
_KNOWN, _LONG = 6, 8  # letters of a surname that can be told from others where the person is known, and anywhere
_CONTENT: Final = 4  # letters of a word that is more than an article
_SOUNDS: Final = frozenset("cefijkpqstvwxyzčšž")  # letters that begin several romanizations of one name
_VOWELS: Final = "аеиоуыэюяй"
_DECLINED_IN_LATIN: Final = "a"  # Peresilda, from the Russian genitive
_FEMININE_PAIR: Final = re.compile("(?:[oe]v|in|yn|sky|skiy|ов|ев|ин|ын)")


class Shape:
    """A term, word by word; `length` is the number of its words.

    `rows` are its forms with their folded words, `columns` the folded words that may stand at each position, with their
    cases; `spellings` are all its folded forms.
    """

    def __init__(self, term: Term, *, has_cases: bool) -> None:
        self.term = term
        self.spellings = {fold(form.text) for form in term.forms}
        whole = [(form, fold(form.text).split()) for form in _whole_forms(term)]
        self.length = max((len(words) for _, words in whole), default=0)
        self.rows = [(form, words) for form, words in whole if len(words) == self.length]
        self.columns = [self._column(position) for position in range(self.length)]
        self._beginnings = [
            (frozenset(word[0] for word in column), frozenset(word[1:2] for word in column)) for column in self.columns
        ]
        self._capitals = self.rows[0][0].text.split() if self.rows else []
        self._stems = [_stem(column) if has_cases else None for column in self.columns]

    def is_written(self, words: Sequence[str]) -> bool:
        """Whether words of a text have their capital letters where the name has them."""
        return all(word[0].isupper() or not own[0].isupper() for word, own in zip(words, self._capitals, strict=True))

    def is_told_apart(self, words: Sequence[str]) -> bool:
        """Whether folded words that are nearly the name can be nothing else: The Challenger is no misspelled title."""
        if self.is_person or sum(len(word) >= _CONTENT for word in self.rows[0][1]) > 1:
            return True
        return not any(
            word != own and (word.startswith(own[:-1]) or own.startswith(word))
            for word, own in zip(words, self.rows[0][1], strict=True)
        )

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.term.concept.partition("/")[0] in PEOPLE

    @property
    def is_place_or_work(self) -> bool:
        """Whether it names a thing that a class word can stand beside."""
        return not self.is_person and self.term.kind not in ("city", "country")

    @property
    def surname(self) -> str:
        """The last word of the base form."""
        return self.rows[0][0].text.split()[-1]

    @property
    def texts(self) -> tuple[str, ...]:
        """The forms, each once."""
        return tuple(dict.fromkeys(form.text for form, _ in self.rows))

    def read(self, word: str, position: int) -> tuple[Likeness, Cases] | None:
        """How a folded word compares with this one of the name, and the cases that it may be."""
        column = self.columns[position]
        if word in column:
            return Likeness.SAME, column[word]
        if not self._may_be(word, position):
            return None
        stem = self._stems[position]
        found = [(likeness, form) for form in column if (likeness := compare(word, form, stem)) is not None]
        if not found:
            return None
        best = min(likeness for likeness, _ in found)
        alike = [form for likeness, form in found if likeness is best]
        least = min(distance([form], [word]) for form in alike)
        is_ending = best is Likeness.ENDING  # which tells nothing of the case
        nearest = [form for form in alike if is_ending or distance([form], [word]) == least]
        return best, frozenset(chain.from_iterable(column[form] for form in nearest))

    def _may_be(self, word: str, position: int) -> bool:
        """Whether a word begins at all as this one of the name: what only a few of all words do."""
        firsts, seconds = self._beginnings[position]
        return word[0] in firsts or word[1:2] in seconds or (word[0] in _SOUNDS and not _SOUNDS.isdisjoint(firsts))

    def text_in(self, cases: Cases, words: Sequence[str]) -> str | None:
        """The name in one of these cases, as near to the words as can be; None if that is more than one."""
        distances: dict[str, int] = {}
        for form, row in self.rows:
            if form.case in cases:
                found = distance(row, words)
                distances[form.text] = min(distances.get(form.text, found), found)
        nearest = [text for text, found in distances.items() if found == min(distances.values())]
        return nearest[0] if len(nearest) == 1 else None

    def is_wrong_surname(self, word: str, likeness: Likeness, *, is_known: bool) -> bool:
        """Whether a word that compares so with the surname, standing alone, is no surname of somebody else.

        `is_known` tells that the text speaks of the person; else only a long surname can be told by its spelling.
        """
        column = self.columns[-1]
        if likeness is Likeness.ENDING:
            return is_known and len(column) == 1
        if likeness is Likeness.ROMANIZATION:
            return is_known
        if any(word == form + _DECLINED_IN_LATIN and not _FEMININE_PAIR.search(form[-3:]) for form in column):
            return is_known
        if any(word.startswith(form[:-1]) or form.startswith(word) for form in column):
            return False
        most = 2 if is_known and len(word) >= _LONG else 1
        return len(word) >= (_KNOWN if is_known else _LONG) and self.least_distance(word, -1) <= most

    def least_distance(self, word: str, position: int = 0) -> int:
        """In how many letters a word differs from the nearest form of this one of the name."""
        return min(distance([form], [word]) for form in self.columns[position])

    def _column(self, position: int) -> dict[str, Cases]:
        cases: dict[str, set[str | None]] = {}
        for form, words in self.rows:
            cases.setdefault(words[position], set()).add(form.case)
        return {word: frozenset(found) for word, found in cases.items()}


def _whole_forms(term: Term) -> Iterator[Form]:
    """The forms without mentions; of a name with another in parentheses the plain spellings of it."""
    return (form for form in term.forms if form.usage in (Usage.FULL, Usage.SHORT) and "(" not in form.text)


def _stem(column: Collection[str]) -> str:
    """What all forms of a word begin with; without its vowel where there is one form only."""
    first, last = min(column), max(column)
    same = next(
        (index for index, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first)
    )
    stem = first[:same]
    return stem.rstrip(_VOWELS) if len(column) == 1 else stem
