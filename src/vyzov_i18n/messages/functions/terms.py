"""The functions that speak of names and terms: `vyzov:term`, `gender`, `list`, `preposition`, `initial`.

Their operand is a `Term`, or a sequence of terms. A form that is asked for and missing is reported, and the base form
stands in its place; a message that selects on the value can say it otherwise then: the key is `missing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vyzov_i18n.errors import BadOperand, BadOption
from vyzov_i18n.messages.functions.base import Shortcut, Text
from vyzov_i18n.messages.terms import NOMINATIVE, MissingForm, Phrase, Term, TermForm, text_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.messages.functions.base import Direction, FunctionContext, Handler, Matching
    from vyzov_i18n.messages.functions.options import Options

_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"


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
