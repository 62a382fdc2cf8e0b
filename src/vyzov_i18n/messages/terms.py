"""Names and terms of one language, in the forms that its lexicon has.

What a language needs to use a name stands in its lexicon, in *slots*: features joined by dots, in the order form, case,
gender or number, as in "genitive", "short.genitive" or "accusative.masculine".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from vyzov_i18n.errors import UnsupportedOperation
from vyzov_i18n.messages.functions.base import Text, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.messages.functions.base import Direction

NOMINATIVE: Final = "nominative"
_NATURAL_GENDERS: Final = {"female": "feminine", "male": "masculine"}


class Lexicon(Protocol):
    """What one language knows of its words."""

    def form(self, slot: str, concept: str, base: str) -> str | None:
        """The text in that slot of a concept whose base form is `base`; None where there is none."""

    def is_quoted(self, kind: str) -> bool:
        """Whether names of this kind ("film", "ship") stand in quotation marks."""

    def quote(self, text: str) -> str:
        """The text in quotation marks, those inside it turned into the inner ones."""

    def initial(self, text: str) -> str:
        """How the text begins to the ear: "vowel" or "consonant"."""


class MissingForm(UnsupportedOperation):
    """A form that a message asks for and the lexicon lacks; `slot` and `concept` tell which, `base` stood in."""

    type = "missing-form"

    def __init__(self, slot: str, concept: str, base: str) -> None:
        super().__init__(f"the lexicon has no entry '{slot}|{concept}' for “{base}”; the base form is used")
        self.slot = slot
        self.concept = concept
        self.base = base


class Term(Value):
    """A name or term in one language; formats as its base form, in quotation marks where its kind has them.

    `concept` is its id ("person/yulia-peresild"), `base` the base form, `category` decides about quotation marks,
    `natural_gender` ("female", "male" or None) counts where the lexicon tells no grammatical one. `foreign` marks a
    base form that is not in the language of the lexicon and so has no forms there. `texts` has the forms that were
    asked for and lack nothing, by `text_key`.
    """

    __slots__ = (
        "_direction",
        "_forms",
        "_own_key",
        "_slots",
        "base",
        "category",
        "concept",
        "foreign",
        "lexicon",
        "natural_gender",
        "texts",
    )

    kind = "term"

    def __init__(
        self,
        concept: str,
        base: str,
        lexicon: Lexicon,
        *,
        category: str,
        direction: Direction,
        natural_gender: str | None = None,
        foreign: bool = False,
    ) -> None:
        super().__init__(self)
        self.concept = concept
        self.base = base
        self.lexicon = lexicon
        self.category = category
        self.natural_gender = natural_gender
        self.foreign = foreign
        self._direction = direction
        self._own_key = text_key(direction, NOMINATIVE, "full", "", "auto")
        self.texts: dict[str, str] = {}
        self._forms: dict[tuple[str, str, str, str], tuple[TermForm, MissingForm | None]] = {}
        self._slots: dict[str, str | None] = {}

    @property
    def direction(self) -> Direction:
        """The direction of the base form's script."""
        return self._direction

    def text(self) -> str:
        """The base form."""
        return self.texts.get(self._own_key) or self.inflected()[0].text()

    def slot(self, slot: str) -> str | None:
        """The text in a slot of the lexicon, or None."""
        if slot not in self._slots:
            self._slots[slot] = None if self.foreign else self.lexicon.form(slot, self.concept, self.base)
        return self._slots[slot]

    def gender(self) -> str | None:
        """The grammatical gender or "plural"; None where neither the lexicon nor the person tells it."""
        if self.slot("number") == "plural":
            return "plural"
        return self.slot("gender") or _NATURAL_GENDERS.get(self.natural_gender or "")

    def inflected(
        self, case: str = NOMINATIVE, form: str = "full", agreement: str = "", quotes: str = "auto"
    ) -> tuple[TermForm, MissingForm | None]:
        """The form asked for, and what was missing on the way to it."""
        key = (case, form, agreement, quotes)
        found = self._forms.get(key)
        if found is None:
            text, missing = self._looked_up(case, form, agreement)
            if self._is_quoted(quotes):
                text = self.lexicon.quote(text)
            lacks = missing is not None or (self.foreign and (case != NOMINATIVE or bool(agreement)))
            found = self._forms[key] = (TermForm(text, self, self._direction, missing=lacks), missing)
            if not lacks:
                self.texts[text_key(self._direction, *key)] = text
        return found

    def _looked_up(self, case: str, form: str, agreement: str) -> tuple[str, MissingForm | None]:
        short = self.slot("short") if form == "short" else None
        prefix = "short." if short else ""
        base = short or self.base
        features = ".".join(part for part in ("" if case == NOMINATIVE else case, agreement) if part)
        if not features or self.foreign or self.slot(f"{prefix}indeclinable"):
            return base, None
        text = self.slot(prefix + features)
        return (text, None) if text else (base, MissingForm(prefix + features, self.concept, base))

    def _is_quoted(self, quotes: str) -> bool:
        if quotes != "auto":
            return quotes == "always"
        own = self.slot("quotes")
        return own == "yes" if own else self.lexicon.is_quoted(self.category)


def text_key(direction: Direction, case: str, form: str, agreement: str, quotes: str) -> str:
    """The key in a term's `texts` of a form whose text runs in that direction."""
    return f"{direction} {case} {form} {agreement} {quotes}"


class TermForm(Value):
    """One or more terms in the form asked for; the terms themselves are the operand of the next function.

    `missing` tells that the lexicon lacks a form; it is the only thing to select on.
    """

    __slots__ = ("_direction", "_text", "missing")

    kind = "term"

    def __init__(self, text: str, terms: object, direction: Direction, *, missing: bool = False) -> None:
        super().__init__(terms)
        self._text = text
        self._direction = direction
        self.missing = missing

    @property
    def direction(self) -> Direction:
        """The direction of the term, of a list that of the message."""
        return self._direction

    def text(self) -> str:
        """The inflected text."""
        return self._text

    def select(self, keys: Sequence[str]) -> Sequence[str]:
        """`missing` where a form is missing."""
        return ("missing",) if self.missing and "missing" in keys else ()


class Phrase(Text):
    """A text in a known language: a preposition, a part of a sentence, a title."""

    __slots__ = ("_direction",)

    kind = "phrase"

    def __init__(self, text: str, direction: Direction | None) -> None:
        super().__init__(text)
        self._direction = direction

    @property
    def direction(self) -> Direction | None:
        """The direction of its language; None where that is unknown."""
        return self._direction
