"""Names that are nearly right: a misspelled one, one in a wrong form, two people's names mixed up."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.film.model import TITLE
from vyzov_i18n.termbase.contexts import is_quoted, starts_sentence
from vyzov_i18n.termbase.folding import HYPHENS, fold_word
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.model import Category, Status
from vyzov_i18n.termbase.shapes import PEOPLE, Cases, Shape
from vyzov_i18n.termbase.similarity import Likeness, is_patronymic, needs_no_yo
from vyzov_i18n.termbase.words import GAP, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import Match

_TOKEN: Final = re.compile(rf"{WORD.pattern}(?:[{HYPHENS}]{WORD.pattern})*+")
_WORD_BEFORE: Final = re.compile(r"(\w+(?:-\w+)*)\s+\Z")
_INITIAL: Final = re.compile(r"\b(\w)\.\s?\Z")
_FAR: Final = 40
_NEXT: Final = 12
_SHORT: Final = 5
_SURE: Final = 6
_WORDS: Final = re.compile(r"\w+")
_JOINER: Final = "\u2060"  # stands for the tags of a document


class Token(NamedTuple):
    """A word of a text, folded, and where it stands."""

    start: int
    end: int
    word: str
    is_capitalized: bool


class Reading(NamedTuple):
    """One word of a text as one word of a name: which, how near, in which cases."""

    shape: int
    position: int
    likeness: Likeness
    cases: Cases


class Names:
    """The names of one locale of a glossary, ready to be held against texts."""

    def __init__(self, glossary: Glossary, locale: str) -> None:
        grammar = glossary.grammars[locale]
        terms = [
            term
            for concept in glossary.concepts
            if concept.category is not Category.PHRASE
            for term in concept.terms.get(locale, ())
            if term.status in (Status.PREFERRED, Status.ADMITTED)
        ]
        shapes = [Shape(term, has_cases=bool(grammar.cases)) for term in terms]
        self.shapes = [shape for shape in shapes if shape.length > 1]
        self.single = [shape for shape in shapes if shape.length == 1 and shape.is_place_or_work]
        self.class_words = grammar.class_words
        self.government = grammar.government
        self.first_case = next(iter(grammar.cases), None)
        self.roles = [_roles(glossary, shape.term.concept) for shape in self.shapes]
        self.common = _common(self.shapes)
        self.read = lru_cache(maxsize=1 << 15)(self._read)
        self.read_single = lru_cache(maxsize=1 << 15)(self._read_single)

    def check(self, text: str, matches: Sequence[Match]) -> Iterator[Issue]:
        """The names in a text that are nearly those of the glossary; `matches` are the right ones in it."""
        return _Pass(self, text, matches).check()

    def _read(self, word: str) -> tuple[Reading, ...]:
        """What a folded word may be."""
        return tuple(
            Reading(number, position, *found)
            for number, shape in enumerate(self.shapes)
            for position in range(shape.length)
            if (found := shape.read(word, position)) is not None
        )

    def _read_single(self, word: str) -> tuple[tuple[Shape, Likeness, Cases], ...]:
        """The names of one word that a folded word nearly is."""
        return tuple(
            (shape, *found)
            for shape in self.single
            if (found := shape.read(word, 0))
            and found[0] in (Likeness.ROMANIZATION, Likeness.MISSPELLING)
            and shape.is_told_apart([word])
        )


class _Pass:
    """One pass through one text."""

    def __init__(self, names: Names, text: str, matches: Sequence[Match]) -> None:
        self._names = names
        self._text = text
        self._tokens = [_token(found) for found in _TOKEN.finditer(text)]
        self._taken = _Taken(match for match in matches if not _is_part(match))
        self._told = {match.concept for match in matches}
        self._words = {token.word for token in self._tokens if token.is_capitalized}

    def check(self) -> Iterator[Issue]:
        """Whole names first: they tell who a surname alone may be."""
        for judge in (self._judge_window, self._judge_mixture, self._judge_surname, self._judge_word):
            for index, token in enumerate(self._tokens):
                if token.is_capitalized and not self._taken.covers(token.start) and (issue := judge(index)):
                    self._taken.add(issue.start, issue.end)
                    self._told.add(issue.concept)
                    yield issue

    def _judge_window(self, index: int) -> Issue | None:
        """The words that begin there, if each is nearly one of a name."""
        best: tuple[int, Issue] | None = None
        for first in self._read(index):
            if first.position:
                continue
            shape = self._names.shapes[first.shape]
            row = [first, *self._rest(index, first.shape)]
            window = self._tokens[index : index + shape.length]
            if len(row) == shape.length and self._is_free(window, shape) and (issue := self._judge(shape, window, row)):
                weight = sum(reading.likeness for reading in row)
                best = (weight, issue) if best is None or weight < best[0] else best
        return best[1] if best else None

    def _judge(self, shape: Shape, window: Sequence[Token], row: Sequence[Reading]) -> Issue | None:
        words = [token.word for token in window]
        if " ".join(words) in shape.spellings or all(one.likeness is Likeness.MISSPELLING for one in row):
            return None
        worst = max(reading.likeness for reading in row)
        agreed = frozenset.intersection(*(reading.cases for reading in row))
        if worst is Likeness.SAME and agreed:
            return None
        cases = self._guess_cases(window[0].start, row, agreed)
        rule = "wrong-inflection" if worst <= Likeness.ENDING else "wrong-name"
        return self._issue(rule, window, shape, shape.text_in(cases, words))

    def _guess_cases(self, start: int, row: Sequence[Reading], agreed: Cases) -> Cases:
        """The cases that the words should be in: what the sure ones say, and the preposition before them."""
        sure = [reading.cases for reading in row if reading.likeness is Likeness.SAME]
        oblique = [cases for cases in sure if self._names.first_case not in cases]
        cases = agreed
        if not agreed and all(reading.likeness <= Likeness.ENDING for reading in row):
            cases = frozenset.intersection(*(oblique or sure or [agreed]))  # a word in the base form was left as it is
        before = _WORD_BEFORE.search(self._text, max(0, start - _FAR), start)
        governed = self._names.government.get(fold_word(before[1])) if before else None
        if not governed:
            return cases
        return cases & governed or (frozenset(governed) if not cases or len(governed) == 1 else cases)

    def _judge_mixture(self, index: int) -> Issue | None:
        """The roots of a name exchanged (Ivan Olegov), or one person's given name before another's surname."""
        window = self._tokens[index : index + 2]
        if len(window) < 2 or not window[1].is_capitalized or not self._are_together(window):
            return None
        words = [token.word for token in window]
        for shape in self._names.shapes:
            if shape.is_person and shape.length == 2 and _are_exchanged(words, shape.rows[0][1]):
                return self._issue("wrong-name", window, shape, shape.rows[0][0].text)
        givens = {one.shape for one in self._read(index) if one.position == 0 and one.likeness is Likeness.SAME}
        surnames = {one.shape for one in self._read(index + 1) if one.position and one.likeness is Likeness.SAME}
        shapes = self._names.shapes
        mixed = [
            shapes[number]
            for number in sorted(surnames - givens)
            if shapes[number].is_person and any(self._are_mixed(other, number) for other in givens - surnames)
        ]
        if not mixed or self._begins_name(index + 1):
            return None
        return self._issue("wrong-name", window, mixed[0], None)

    def _judge_surname(self, index: int) -> Issue | None:
        """A surname alone that is declined though it has one form, or that is misspelled."""
        token = self._tokens[index]
        if self._belongs_to_other(index):
            return None
        for reading in self._read(index):
            shape = self._names.shapes[reading.shape]
            if not shape.is_person or reading.position != shape.length - 1:
                continue
            if reading.likeness is Likeness.SAME:
                return self._judge_yo(shape, token)
            if shape.is_wrong_surname(token.word, reading.likeness, is_known=self._is_known(shape, token)):
                rule = "wrong-inflection" if reading.likeness is Likeness.ENDING else "wrong-name"
                return self._issue(rule, [token], shape, shape.surname if len(shape.columns[-1]) == 1 else None)
        return None

    def _judge_yo(self, shape: Shape, token: Token) -> Issue | None:
        """A surname with a ё that is written with е."""
        stands = self._text[token.start : token.end]
        if not needs_no_yo(stands, (text.split()[-1] for text in shape.texts)):
            return None
        return self._issue("wrong-name", [token], shape, stands.replace("ё", "е"))

    def _judge_word(self, index: int) -> Issue | None:
        """A name of one word that is romanized in another way, or misspelled beside the word for what it is."""
        token = self._tokens[index]
        if len(token.word) < _SHORT:
            return None
        for shape, likeness, cases in self._names.read_single(token.word):
            is_sure = likeness is Likeness.ROMANIZATION and len(token.word) >= _SURE
            if is_sure or self._is_named(shape, token):
                return self._issue("wrong-name", [token], shape, shape.text_in(cases, [token.word]))
        return None

    def _is_named(self, shape: Shape, token: Token) -> bool:
        """Whether the word for what it is stands near, or it is quoted as such a thing is, or has been named before."""
        kinds = self._names.class_words.get(shape.term.kind, frozenset())
        if any(fold_word(word) in kinds for word in _WORDS.findall(self._around(token))):
            return True
        if shape.least_distance(token.word) > 1:
            return False
        if shape.term.is_quoted and is_quoted(self._text, token.start, token.end):
            return True
        return shape.term.concept in self._told and not starts_sentence(self._text, token.start)

    def _around(self, token: Token) -> str:
        """The words of the same line around a word."""
        before = self._text[max(0, token.start - _FAR) : token.start].rpartition("\n")[2]
        return f"{before} {self._text[token.end : token.end + _NEXT]}"

    def _is_known(self, shape: Shape, token: Token) -> bool:
        """Whether the person has been named, if by the surname alone, or stands here with the right initial."""
        initial = _INITIAL.search(self._text, max(0, token.start - 4), token.start)
        is_initial = initial is not None and fold_word(initial[1]) == shape.rows[0][1][0][0]
        is_about_film = TITLE in self._told and len(token.word) >= _SURE
        is_named = shape.term.concept in self._told or not self._words.isdisjoint(shape.columns[-1])
        return is_initial or is_about_film or is_named

    def _are_mixed(self, given: int, surname: int) -> bool:
        """Whether the given name of one and the surname of the other are a mistake, and nobody's name.

        A surname like Иванов many have; it is one only beside the name of somebody of the same profession.
        """
        names = self._names
        if not names.shapes[given].is_person:
            return False
        if surname not in names.common:
            return True
        are_told = {names.shapes[number].term.concept for number in (given, surname)} <= self._told
        return are_told and not names.roles[given].isdisjoint(names.roles[surname])

    def _belongs_to_other(self, index: int) -> bool:
        """Whether a capitalized word before or after makes a surname that of somebody else."""
        before, after = self._tokens[max(0, index - 1) : index + 1], self._tokens[index : index + 2]
        return (len(before) == 2 and self._is_name_part(before, 0)) or (
            len(after) == 2 and self._is_name_part(after, 1)
        )

    def _is_name_part(self, pair: Sequence[Token], other: int) -> bool:
        token = pair[other]
        if not token.is_capitalized or token.end - token.start < 2 or not self._are_together(pair):
            return False
        return other == 1 or not starts_sentence(self._text, token.start)

    def _begins_name(self, index: int) -> bool:
        """Whether the word is a given name with its own surname after it."""
        window = self._tokens[index : index + 2]
        if len(window) < 2 or not self._are_together(window):
            return False
        seconds = {reading.shape for reading in self._read(index + 1) if reading.position}
        return any(reading.position == 0 and reading.shape in seconds for reading in self._read(index))

    def _read(self, index: int) -> tuple[Reading, ...]:
        return self._names.read(self._tokens[index].word)

    def _rest(self, index: int, shape: int) -> Iterator[Reading]:
        """The readings of the words after that one as the next ones of the same name, as far as they go."""
        for position in range(1, self._names.shapes[shape].length):
            if index + position >= len(self._tokens):
                return
            wanted = (one for one in self._read(index + position) if (one.shape, one.position) == (shape, position))
            found = next(wanted, None)
            if found is None:
                return
            yield found

    def _is_free(self, window: Sequence[Token], shape: Shape) -> bool:
        words = [self._text[token.start : token.end] for token in window]
        is_name = shape.is_written(words) and shape.is_told_apart([token.word for token in window])
        return is_name and self._are_together(window) and not self._taken.covers(window[-1].start)

    def _are_together(self, window: Sequence[Token]) -> bool:
        """Whether only spaces and light markup stand between the words."""
        return all(GAP.fullmatch(self._text, first.end, second.start) for first, second in pairwise(window))

    def _issue(self, rule: str, window: Sequence[Token], shape: Shape, suggestion: str | None) -> Issue:
        start, end = window[0].start, window[-1].end
        what = "is no form of" if rule == "wrong-inflection" else "is not the name of"
        return Issue(
            rule=rule,
            start=start,
            end=end,
            message=f"“{self._text[start:end]}” {what} “{shape.term.text}”",
            concept=shape.term.concept,
            help=f"write “{suggestion}”" if suggestion else f"its forms are {', '.join(shape.texts)}",
            suggestion=suggestion,
        )


class _Taken:
    """The stretches of a text that are accounted for."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._stretches = sorted((match.start, match.end) for match in matches)

    def covers(self, position: int) -> bool:
        index = bisect_right(self._stretches, position, key=lambda stretch: stretch[0]) - 1
        return index >= 0 and position < self._stretches[index][1]

    def add(self, start: int, end: int) -> None:
        insort(self._stretches, (start, end))


def _is_part(match: Match) -> bool:
    """Whether a right name may be a part of a wrong one: a surname or given name."""
    return match.concept.partition("/")[0] in PEOPLE and len(match.text.split()) == 1


def _token(found: re.Match[str]) -> Token:
    word = found[0].rstrip(_JOINER)
    return Token(found.start(), found.start() + len(word), fold_word(word), word[0].isupper())


def _roles(glossary: Glossary, concept: str) -> frozenset[str]:
    """The terms that the definition of a concept uses: what a person is."""
    found = glossary.find(glossary.concept(concept).definition or "")
    return frozenset(match.concept for match in found if match.concept.startswith("term/"))


def _common(shapes: Sequence[Shape]) -> frozenset[int]:
    """The shapes of people whose surname is made of a given name: Иванов."""
    givens = {words[0] for shape in shapes if shape.is_person for _, words in shape.rows}
    made = re.compile(f"(?:{'|'.join(map(re.escape, givens))})(?:[оео]в|[oe]v|ин|in)[аa]?") if givens else None
    people = ((number, shape) for number, shape in enumerate(shapes) if shape.is_person)
    return frozenset(number for number, shape in people if made and made.fullmatch(shape.rows[0][1][-1]))


def _are_exchanged(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the first word is the root of the surname, and the second has the given name as its root."""
    (first, second), (given, surname) = words, name
    is_root = surname.startswith(first) and second.startswith(given) and first != surname and second != given
    return is_root and len(first) > 2 and not is_patronymic(second)
