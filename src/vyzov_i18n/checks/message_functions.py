"""The functions of a message: that they exist, what they are asked for, and which keys they can select."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from vyzov_i18n.errors import LocaleError, MessageError
from vyzov_i18n.film.values import Hedge, Precision
from vyzov_i18n.locales import babel_locale
from vyzov_i18n.messages.functions.options import Options
from vyzov_i18n.messages.functions.registry import DEFAULT_FUNCTIONS, Registry
from vyzov_i18n.messages.marks import NAMESPACE
from vyzov_i18n.messages.model import Literal
from vyzov_i18n.messages.scope import Reporter, function_context
from vyzov_i18n.messages.terms import NOMINATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.messages.functions.base import FunctionContext
    from vyzov_i18n.messages.model import FunctionCall, MessageModel, Option

# The keys that the value of a function can select. Functions that are not named here select on any text, or on none.
_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "vyzov:date": tuple(Precision),
    "vyzov:interval": ("none", "day", "month", "year"),
    "vyzov:hedge": (*Hedge, "none"),
    "vyzov:initial": ("vowel", "consonant"),
    "vyzov:term": ("missing",),
    "vyzov:list": ("missing",),
}
_NUMBERS: Final = ("number", "integer", "offset", "percent")
_NATURAL_GENDERS: Final = ("masculine", "feminine")  # of people, whatever the language
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_FRACTION: Final = re.compile(r"\d+/[1-9]\d*", re.ASCII)


class FunctionCheck:
    """Checks the functions of the messages of one catalog."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._registry = Registry()
        self._sound: set[tuple[str, tuple[tuple[str, str | None], ...]]] = set()

    def check(self, unit: Unit, message: MessageModel) -> Iterator[Diagnostic]:
        """What is wrong with the functions and keys of a message."""
        for call in message.functions():
            if call.name not in DEFAULT_FUNCTIONS:
                remedy = f"the functions are :{', :'.join(DEFAULT_FUNCTIONS)}"
                what = f"there is no function :{call.name}"
                yield self._subject.find("unknown-function", unit, what, call.start, call.end, help=remedy)
            else:
                yield from self._check_options(unit, call)
                yield from self._check_grammar(unit, call)
        yield from self._check_keys(unit, message)

    def _check_options(self, unit: Unit, call: FunctionCall) -> Iterator[Diagnostic]:
        """Let the function itself read its options: what it does not ask for has no effect."""
        signature = call.name, tuple((option.name, _literal(option)) for option in call.options)
        if signature in self._sound or not call.options:
            return
        own = _Asked({name: value for name, value in signature[1] if value is not None})
        options = Options(own, own)
        failure = self._call(call.name, options)
        unknown = [
            option for option in call.options if option.name not in own.asked and not option.name.startswith(NAMESPACE)
        ]
        problems: list[MessageError] = [*options.problems]
        if failure and len(own) == len(call.options):
            problems.append(failure)
        if not unknown and not problems:
            self._sound.add(signature)
        for option in unknown:
            remedy = f"the options of :{call.name} are {', '.join(sorted(own.asked))}" if own.asked else None
            what = f":{call.name} has no option {option.name}"
            yield self._subject.find("unknown-option", unit, what, option.start, option.end, help=remedy)
        for problem in problems:
            yield self._subject.find("bad-option", unit, f":{call.name}: {problem}", call.start, call.end)

    def _call(self, name: str, options: Options) -> MessageError | None:
        function = self._registry.get(name)
        try:
            if function:
                function(self._context, options)
        except MessageError as error:
            return error
        return None

    @cached_property
    def _context(self) -> FunctionContext:
        return function_context(self._subject.tag or "en", {}, Reporter(None))

    def _check_grammar(self, unit: Unit, call: FunctionCall) -> Iterator[Diagnostic]:
        """Cases and genders that the language has not."""
        for option in call.options:
            value = _literal(option)
            if value and option.name == "case" and value not in (NOMINATIVE, *self._cases):
                yield self._lacks("unknown-case", unit, option, f"no case {value!r}", self._cases)
            elif value and option.name == "agree" and value not in self._genders:
                yield self._lacks("unknown-gender", unit, option, f"no gender {value!r}", self._genders)

    def _lacks(self, rule: str, unit: Unit, option: Option, what: str, known: tuple[str, ...]) -> Diagnostic:
        remedy = f"the header of lexicon.po names {', '.join(known) or 'none'}"
        return self._subject.find(rule, unit, f"the language has {what}", option.start, option.end, help=remedy)

    @cached_property
    def _cases(self) -> tuple[str, ...]:
        rendering = self._subject.rendering
        return rendering.lexicon.cases if rendering else ()

    @cached_property
    def _genders(self) -> tuple[str, ...]:
        """What words can agree with: the genders of the language, and the plural."""
        rendering = self._subject.rendering
        return (*rendering.lexicon.genders, "plural") if rendering else ()

    def _check_keys(self, unit: Unit, message: MessageModel) -> Iterator[Diagnostic]:
        """Keys that the selector beside them never has."""
        if not message.selectors:
            return
        declared = {declaration.variable.name: declaration.expression for declaration in message.declarations}
        for index, selector in enumerate(message.selectors):
            expression = declared.get(selector.name)
            call = expression.function if expression else None
            if call is None:
                continue
            keys = (variant.keys[index] for variant in message.variants if index < len(variant.keys))
            for key in keys:
                if isinstance(key, Literal) and (expected := self._expected(call, key.value)):
                    what = f"{key.value!r} is no key of :{call.name}: it selects {expected}"
                    yield self._subject.find("bad-variant-key", unit, what, key.start, key.end)

    def _expected(self, call: FunctionCall, key: str) -> str | None:
        """What the function selects instead of a key that it never does; None for a good one."""
        if call.name in _NUMBERS:
            categories = self._categories
            return None if key in categories or _NUMBER.fullmatch(key) else f"numbers and {', '.join(categories)}"
        if call.name == "vyzov:share":
            return None if _FRACTION.fullmatch(key) else "fractions such as 1/3"
        known = _KEYS.get(call.name)
        if call.name == "vyzov:gender":
            known = tuple(dict.fromkeys((*_NATURAL_GENDERS, *self._genders, "plural")))
        return f"{', '.join(known)}" if known and key not in known else None

    @cached_property
    def _categories(self) -> tuple[str, ...]:
        """The plural categories of the language, of cardinal and ordinal numbers."""
        try:
            locale = babel_locale(self._subject.tag or "en")
        except LocaleError:
            return ("zero", "one", "two", "few", "many", "other")
        return tuple(sorted({*locale.plural_form.tags, *locale.ordinal_form.tags, "other"}))


class _Asked(dict[str, object]):
    """Options that remember which were asked for."""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.asked: set[str] = set()

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)


def _literal(option: Option) -> str | None:
    return option.value.value if isinstance(option.value, Literal) else None
