"""What a language needs to use the words of a film: the gettext domain `lexicon`.

An entry is one form: its context is `slot|concept` (`genitive|person/yulia-peresild`), its msgid the base form in the
same language, its msgstr the form. A slot joins features by dots, in the order form, case, gender or number. Beside the
forms there are `short`, `indeclinable`, `gender`, `number`, `preposition`, `initial`, `quotes`, `context` (where a
common noun stands for the concept), and the names that are `admitted`, `deprecated` or `forbidden`, each on a line,
their case forms on the same lines of `forbidden.genitive`.

Measure words stand in the same way under `unit/…`, `currency/…`, `magnitude/…` and `month/…`, by their CLDR plural
category or case. `class-words|category/…` are the words for what a thing is, `government|preposition/…` the cases that
a preposition governs, `function-words|language` frequent words. The header tells what the language as a whole has:

- `X-Grammatical-Cases`, `X-Grammatical-Genders`: CLDR's names, separated by spaces;
- `X-Quotation-Marks`: opening and closing, then the inner ones (see `read_marks`);
- `X-Quoted-Categories`: what stands in quotation marks (film, work, ship, module, organization …);
- `X-Required-Quotes`: the categories of those that never stand without them in running text;
- `X-Vowel-Initials`, `X-Consonant-Initials`: the beginnings of words that sound other than their first letter (an hour,
  a union), in lower case; `X-Vowel-Letters`: the letters whose names begin with a vowel (an FBI agent);
- `X-Punctuation-Inside-Quotes`: the tags that move commas and full stops before a closing mark (American usage).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.quotation import Quotation, read_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


_WORD: Final = re.compile(r"\w[\w.’'-]*")
_INITIALISM: Final = re.compile(r"[A-Z](?:[A-Z.\d-]|$)")
_VOWELS: Final = frozenset("aeiouаеёиоуыэюя")
_ROOT_MARKS: Final = ("“", "”", "‘", "’")  # of CLDR's root locale


class Lexicon:
    """The forms of one language, from one or more catalogs: what the first lacks the next may have."""

    def __init__(
        self,
        entries: Sequence[Mapping[tuple[str | None, str], str | tuple[str, ...]]],
        headers: Sequence[Mapping[str, str]],
    ) -> None:
        self._entries = entries
        self._words = {context: text for layer in reversed(entries) for (context, _), text in layer.items()}
        marks = [read_marks(header["X-Quotation-Marks"]) for header in headers if header.get("X-Quotation-Marks")]
        self.quotation_marks = next(filter(None, marks), _ROOT_MARKS)
        self.has_odd_marks = None in marks
        self.required_quotes = frozenset(_field(headers, "X-Required-Quotes"))
        self._quoted = frozenset(_field(headers, "X-Quoted-Categories"))
        self._punctuated_inside = frozenset(_field(headers, "X-Punctuation-Inside-Quotes"))
        self._vowel_letters = frozenset(_field(headers, "X-Vowel-Letters"))
        self._initials = {
            prefix: sound
            for sound in ("vowel", "consonant")
            for prefix in _field(headers, f"X-{sound.capitalize()}-Initials")
        }
        self.cases = tuple(_field(headers, "X-Grammatical-Cases"))
        self.genders = tuple(_field(headers, "X-Grammatical-Genders"))

    def form(self, slot: str, concept: str, base: str) -> str | None:
        """The text in a slot of the concept whose base form is `base`; None where there is none."""
        key = (f"{slot}|{concept}", base)
        for layer in self._entries:
            found = layer.get(key)
            if found:
                return found if isinstance(found, str) else found[0]
        return None

    def slots(self, concept: str, base: str) -> Mapping[str, str]:
        """Everything the lexicon has on a concept whose base form is `base`, by slot."""
        return {slot: text for (slot, known), text in self._by_concept.get(concept, {}).items() if known == base}

    def concepts(self, prefix: str) -> list[str]:
        """The concepts whose ids begin so ("preposition/"), in the order of the catalogs."""
        return [concept for concept in self._by_concept if concept.startswith(prefix)]

    @cached_property
    def _by_concept(self) -> dict[str, dict[tuple[str, str], str]]:
        found: dict[str, dict[tuple[str, str], str]] = {}
        for layer in self._entries:
            for (context, base), text in layer.items():
                slot, _, concept = (context or "").partition("|")
                first = text if isinstance(text, str) else text[0]
                if first:
                    found.setdefault(concept, {}).setdefault((slot, base), first)
        return found

    def word(self, key: str) -> str | None:
        """A measure word by its whole context (`genitive.many|currency/RUB`), whatever its base form."""
        found = self._words.get(key)
        return found if found is None or isinstance(found, str) else found[0]

    def is_quoted(self, category: str) -> bool:
        """Whether names of that category stand in quotation marks."""
        return category in self._quoted

    def quote(self, text: str) -> str:
        """The text in the language's quotation marks (`Quotation.quote`)."""
        return self._quotation.quote(text)

    @cached_property
    def _quotation(self) -> Quotation:
        return Quotation(self.quotation_marks)

    def initial(self, text: str) -> str:
        """How the text begins to the ear: "vowel" or "consonant"."""
        word = _WORD.search(text)
        if word is None:
            return "consonant"
        if self._vowel_letters and _INITIALISM.match(word[0]):
            return "vowel" if word[0][0] in self._vowel_letters else "consonant"
        start = word[0].casefold()
        prefix = max((known for known in self._initials if start.startswith(known)), key=len, default=None)
        if prefix is not None:
            return self._initials[prefix]
        return "vowel" if unicodedata.normalize("NFD", start)[0] in _VOWELS else "consonant"

    def punctuator(self, tag: str) -> Callable[[str], str] | None:
        """What moves commas and full stops before closing marks; None where the locale leaves them alone."""
        if tag not in self._punctuated_inside:
            return None
        _, closing, _, inner = (re.escape(mark) for mark in self.quotation_marks)
        return partial(re.compile(f"([.?!…]?)({inner}?{closing})([,.])").sub, _move_inside)


def _move_inside(match: re.Match[str]) -> str:
    """The mark before the closing quotation marks; a full stop goes where the words end in a mark already."""
    end, closing, mark = match.groups()
    return f"{end}{closing}" if end and mark == "." else f"{end}{mark}{closing}"


def _field(headers: Sequence[Mapping[str, str]], name: str) -> list[str]:
    return next((header[name].split() for header in headers if header.get(name)), [])
