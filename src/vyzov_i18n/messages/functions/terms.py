"""The functions that speak of names and terms: `vyzov:term`, `gender`, `list`, `preposition`, `initial`.

Their operand is a `Term`, or a sequence of terms. What a language needs to use a name stands in its lexicon, in
*slots*: features joined by dots, in the order form, case, gender or number, as in "genitive", "short.genitive" or
"accusative.masculine". A form that is asked for and missing is reported, and the base form stands in its place; a
message that selects on the value can say it otherwise then: the key is `missing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from vyzov_i18n.errors import BadOperand, BadOption, UnsupportedOperation
from vyzov_i18n.messages.functions.base import Shortcut, Text, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.messages.functions.base import Direction, FunctionContext, Handler, Matching
    from vyzov_i18n.messages.functions.options import Options

NOMINATIVE: Final = "nominative"
_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"
_NATURAL_GENDERS: Final = {"female": "feminine", "male": "masculine"}


class Lexicon(Protocol):
    """What one language knows of its words."""

    genders: tuple[str, ...]

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
            lacks = missing is not None or (self.foreign and case != NOMINATIVE)
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
        if text is None and features == agreement and (agreement,) == self.lexicon.genders[:1]:
            return base, None  # the base form of an adjective is that of the first gender
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
    """A text whose direction is known: a preposition, a part of a sentence."""

    __slots__ = ("_direction",)

    kind = "phrase"

    def __init__(self, text: str, direction: Direction) -> None:
        super().__init__(text)
        self._direction = direction

    @property
    def direction(self) -> Direction:
        """The direction of the message it was formatted for."""
        return self._direction


def term(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:term`: a name in a form.

    Options: `case` (one of the language's), `form` (full, short), `quotes` (auto, always, never), `agree` (a gender or
    "plural", or the term to agree with).
    """
    inflect, key = _inflector(context, options)

    def text(operand: object) -> str | None:
        noun = operand if isinstance(operand, Term) else _term_of(operand)
        return noun.texts.get(key)

    return Shortcut(lambda operand: inflect(_term_of(operand)), text, _missing_by(text))


def _missing_by(text: Callable[[Any], str | None]) -> Callable[[Sequence[str]], Matching]:
    """The selection on whether a form is missing: none is where there is a text."""
    return lambda keys: lambda operand: None if text(operand) is None else ()


def gender(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:gender`: selects on the gender of a term, or `plural` for several; formats as the gender's name."""
    report = context.report

    def handler(operand: object) -> Text:
        terms = _terms_of(operand)
        if len(terms) > 1:
            return Text("plural")
        found = terms[0].gender()
        if found is None:
            report(MissingForm("gender", terms[0].concept, terms[0].base))
        return Text(found or "unknown")

    def matching(operand: object) -> tuple[str, ...] | None:
        terms = _terms_of(operand)
        found = "plural" if len(terms) > 1 else terms[0].gender()
        return (found,) if found else None

    return Shortcut(handler, matching=lambda keys: matching)


def list_terms(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:list`: names as a list. Options: `type` (and, or, unit) and those of `vyzov:term`."""
    from vyzov_i18n.messages.formats.lists import list_joiner

    inflect, key = _inflector(context, options)
    join = list_joiner(context.locale, options.keyword("type", ("and", "or", "unit"), "and"))
    direction = context.direction

    def handler(operand: object) -> TermForm:
        terms = _terms_of(operand)
        forms = [inflect(item) for item in terms]
        missing = any(form.missing for form in forms)
        return TermForm(join([_isolated(form, direction) for form in forms]), terms, direction, missing=missing)

    def text(operand: object) -> str | None:
        terms = operand if isinstance(operand, tuple | list) else (operand,)
        texts = [item.texts.get(key) if item.__class__ is Term else None for item in terms]
        return None if None in texts or not texts else join(texts)  # type: ignore[arg-type]

    return Shortcut(handler, text, _missing_by(text))


def _isolated(form: TermForm, direction: Direction) -> str:
    """The form, isolated where it does not run in the direction of the list (UAX 9, "Directional Formatting")."""
    if form.direction == direction:
        return form.text()
    return f"{_LRI if form.direction == 'ltr' else _RLI}{form.text()}{_PDI}"


def preposition(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:preposition`: the preposition of place a noun takes (в Москве, but на МКС). Option: `default`."""
    default = options.text("default")
    direction = context.direction

    def handler(operand: object) -> Phrase:
        noun = _term_of(operand)
        found = noun.slot("preposition") or default
        if found is None:
            raise MissingForm("preposition", noun.concept, noun.base)
        return Phrase(found, direction)

    return Shortcut(handler, lambda operand: _term_of(operand).slot("preposition") or default)


def initial(context: FunctionContext, options: Options) -> Handler:
    """`vyzov:initial`: selects on how a term begins, `vowel` or `consonant` (an epic, but a drama)."""

    def handler(operand: object) -> Text:
        noun = _term_of(operand)
        return Text(noun.slot("initial") or noun.lexicon.initial(noun.base))

    return handler


def _inflector(context: FunctionContext, options: Options) -> tuple[Callable[[Term], TermForm], str]:
    """What puts a term in the form that the options describe, and the form's key in the term's `texts`."""
    case = options.text("case", NOMINATIVE) or NOMINATIVE
    form = options.keyword("form", ("full", "short"), "full")
    quotes = options.keyword("quotes", ("auto", "always", "never"), "auto")
    agreement, unknown = _agreement(options.raw("agree"))
    report = context.report

    def inflect(noun: Term) -> TermForm:
        found, missing = noun.inflected(case, form, agreement, quotes)
        for error in (unknown, missing):
            if error is not None:
                report(error)
        return found

    return inflect, text_key(context.direction, case, form, agreement, quotes)


def _agreement(value: object) -> tuple[str, MissingForm | None]:
    """The gender or number to agree with, and what is missing where it is not known."""
    if value is None or isinstance(value, str):
        return value or "", None
    terms = _terms_of(value, BadOption("agree must be a gender or a term"))
    if len(terms) > 1:
        return "plural", None
    found = terms[0].gender()
    return (found, None) if found else ("unknown", MissingForm("gender", terms[0].concept, terms[0].base))


def _term_of(operand: object) -> Term:
    terms = _terms_of(operand)
    if len(terms) != 1:
        raise BadOperand("one term is needed here; use vyzov:list for several")
    return terms[0]


def _terms_of(operand: Any, error: Exception | None = None) -> Sequence[Term]:
    if isinstance(operand, Term):
        return (operand,)
    if isinstance(operand, tuple | list) and operand and not [item for item in operand if not isinstance(item, Term)]:
        return operand
    raise error or BadOperand("the operand must be a term of the film")
