"""Names that are nearly right: a misspelled one, one in a wrong form, two people's names mixed up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.film.model import TITLE
from vyzov_i18n.termbase.contexts import is_quoted, starts_sentence
from vyzov_i18n.termbase.folding import fold_word
from vyzov_i18n.termbase.issues import Issue
from vyzov_i18n.termbase.shapes import PEOPLE, Cases, Shape
from vyzov_i18n.termbase.similarity import Likeness, has_other_vowels, is_patronymic, needs_no_yo
from vyzov_i18n.termbase.tokens import Stretches, Token, are_together, read_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vyzov_i18n.termbase.model import Match
    from vyzov_i18n.termbase.names import Names, Reading

_WORD_BEFORE: Final = re.compile(r"(\w+(?:-\w+)*)\s+\Z")
_INITIAL: Final = re.compile(r"\b(\w)\.\s?\Z")
_WORDS: Final = re.compile(r"\w+")
_FAR, _NEXT = 40, 12  # characters before and after a word that tell what it is
_SHORT, _SURE = 5, 6  # letters of a single word that can be told from others, by its romanization alone


class Misnamings:
    """What is nearly a name in one text; `matches` are the right names in it."""

    def __init__(self, names: Names, text: str, matches: Sequence[Match]) -> None:
        self._names = names
        self._text = text
        self._tokens = read_tokens(text)
        self._taken = Stretches((match.start, match.end) for match in matches if not _is_part(match))
        self._told = {match.concept for match in matches}
        self._told_kinds = {match.term.kind for match in matches if not match.term.contexts} - {"work", "film"}
        self._roles = [match.start for match in matches if match.concept.startswith("term/")]
        self._words = {token.word for token in self._tokens if token.is_capitalized}

    def find(self) -> Iterator[Issue]:
        """What is wrong, whole names first: they tell who a surname alone may be."""
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
        is_common = worst is Likeness.MISSPELLING and row[0].shape in self._names.common
        if is_common and not any(has_other_vowels(words[-1], form) for form in shape.columns[-1]):
            return None  # Иванков
        agreed = frozenset.intersection(*(reading.cases for reading in row))
        if worst is Likeness.SAME and agreed:
            return None
        cases = self._guess_cases(window[0].start, row, agreed)
        rule = "wrong-inflection" if worst <= Likeness.ENDING else "wrong-name"
        return self._issue(rule, window, shape, shape.text_in(cases, words))

    def _guess_cases(self, start: int, row: Sequence[Reading], agreed: Cases) -> Cases:
        """The cases that the words should be in: what the sure ones say, and the preposition before them."""
        sure = [reading.cases for reading in row if reading.likeness is Likeness.SAME]
        first = self._names.first_case
        cases = agreed
        if not agreed and all(reading.likeness <= Likeness.ENDING for reading in row):
            is_left = first not in row[0].cases and all(first in reading.cases for reading in row[1:])
            cases = row[0].cases if is_left else frozenset.intersection(*(sure or [agreed]))  # Тома Круз
        before = _WORD_BEFORE.search(self._text, max(0, start - _FAR), start)
        governed = self._names.government.get(fold_word(before[1])) if before else None
        if not governed:
            return cases
        return cases & governed or (frozenset(governed) if not cases or len(governed) == 1 else cases)

    def _judge_mixture(self, index: int) -> Issue | None:
        """The roots of a name exchanged (Ivan Olegov), or one person's given name before another's surname."""
        window = self._tokens[index : index + 2]
        if len(window) < 2 or not window[1].is_capitalized or not are_together(self._text, window):
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
            if shapes[number].is_person
            and any(self._are_mixed(other, number, window[0].start) for other in givens - surnames)
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
        is_told = shape.term.concept in self._told or shape.term.kind in self._told_kinds
        return is_told and not starts_sentence(self._text, token.start)

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

    def _are_mixed(self, given: int, surname: int, start: int) -> bool:
        """Whether the given name of one and the surname of the other are a mistake, and nobody's name.

        A surname like Иванов many have; it is one only where the other is named, and a profession tells who is meant.
        """
        names = self._names
        if not names.shapes[given].is_person:
            return False
        if surname not in names.common:
            return True
        is_named = names.shapes[given].term.concept in self._told
        has_role = any(abs(role - start) < _FAR for role in self._roles)
        return is_named and (has_role or not names.roles[given].isdisjoint(names.roles[surname]))

    def _belongs_to_other(self, index: int) -> bool:
        """Whether a capitalized word before or after makes a surname that of somebody else."""
        before, after = self._tokens[max(0, index - 1) : index + 1], self._tokens[index : index + 2]
        return (len(before) == 2 and self._is_name_part(before, 0)) or (
            len(after) == 2 and self._is_name_part(after, 1)
        )

    def _is_name_part(self, pair: Sequence[Token], other: int) -> bool:
        token = pair[other]
        if not token.is_capitalized or token.end - token.start < 2 or not are_together(self._text, pair):
            return False
        return other == 1 or not starts_sentence(self._text, token.start)

    def _begins_name(self, index: int) -> bool:
        """Whether the word is a given name with its own surname after it."""
        window = self._tokens[index : index + 2]
        if len(window) < 2 or not are_together(self._text, window):
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
        return is_name and are_together(self._text, window) and not self._taken.covers(window[-1].start)

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


def _is_part(match: Match) -> bool:
    """Whether a right name may be a part of a wrong one: a surname or given name."""
    return match.concept.partition("/")[0] in PEOPLE and len(match.text.split()) == 1


def _are_exchanged(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the first word is the root of the surname, and the second has the given name as its root."""
    (first, second), (given, surname) = words, name
    is_root = surname.startswith(first) and second.startswith(given) and first != surname and second != given
    return is_root and len(first) > 2 and not is_patronymic(second)
