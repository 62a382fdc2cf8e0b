"""The variables of a translated message against those of its source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from vyzov_i18n.catalogs.notes import mentioned_variables
from vyzov_i18n.messages.model import Expression, Literal, Markup, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.catalogs.model import Entry
    from vyzov_i18n.checks.subject import Subject, Unit
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.messages.model import FunctionCall, MessageModel

Placeholder: TypeAlias = tuple[str, str]

# Functions that take the same kind of value. `string` and `vyzov:hedge` take any.
_KINDS: Final = {
    "number": "number integer offset percent currency unit vyzov:measure vyzov:money",
    "date": "date time datetime vyzov:date",
    "interval": "vyzov:interval",
    "range": "vyzov:range",
    "share": "vyzov:share",
    "term": "vyzov:term vyzov:gender vyzov:list vyzov:preposition vyzov:initial",
}
_EXACT: Final = ("string", "vyzov:share")
_TERMS: Final = ("vyzov:term", "vyzov:list")
_AMOUNTS: Final = ("vyzov:hedge", "vyzov:range", "vyzov:share", *_KINDS["number"].split())
_KIND_OF: Final = {function: kind for kind, functions in _KINDS.items() for function in functions.split()}


class Use(msgspec.Struct, frozen=True):
    """An argument of a message where it is used, itself or through declared variables; `call` is applied to it."""

    name: str
    variable: Variable
    call: FunctionCall | None


def check_variables(subject: Subject) -> Iterator[Diagnostic]:
    """Variables that are unknown, missing, doubled, or of another kind than in the source."""
    said: dict[int, set[str]] = {}
    for unit in subject.units:
        if unit.entry.plural is not None:
            model = subject.model(unit.target)
            said.setdefault(id(unit.entry), set()).update(*(_names_by_variant(model) if model else ()))
    for unit in subject.units:
        if unit.source == unit.target:
            continue
        source, target = subject.model(unit.source), subject.model(unit.target)
        if source and target:
            yield from _check(subject, unit, source, target, said.get(id(unit.entry), frozenset()))


def _check(
    subject: Subject, unit: Unit, source: MessageModel, target: MessageModel, elsewhere: Iterable[str]
) -> Iterator[Diagnostic]:
    wanted, found = list(_uses(source)), list(_uses(target))
    numbers = {use.name for use in wanted if use.call and _KIND_OF.get(use.call.name) == "number"}
    excused = numbers.intersection(elsewhere)  # a form of a plural may say it in a word, where another has it
    yield from _check_unknown(subject, unit, {use.name for use in wanted}, found)
    yield from _check_missing(subject, unit, source, target, excused)
    yield from _check_variants(subject, unit, source, target, excused)
    yield from _check_kinds(subject, unit, wanted, found)
    yield from _check_doubled(subject, unit, source, target)


def _check_unknown(subject: Subject, unit: Unit, wanted: set[str], found: Iterable[Use]) -> Iterator[Diagnostic]:
    """A translation may use what the source uses, what the comments tell of, and what every message of a film has."""
    seen: set[str] = set()
    for use in found:
        if use.name in wanted or use.name in seen or use.name in _offered(subject, unit.entry):
            continue
        seen.add(use.name)
        variable = use.variable
        message = f"the source has no variable ${use.name}"
        yield subject.find("unknown-variable", unit, message, variable.start, variable.end, help=_other_names(wanted))


def _offered(subject: Subject, entry: Entry) -> frozenset[str]:
    rendering = subject.rendering
    mentioned = mentioned_variables(entry.notes.extracted)
    return mentioned | rendering.variables if rendering else mentioned


def _other_names(names: Iterable[str]) -> str:
    listed = ", ".join(f"${name}" for name in sorted(names))
    return f"the source has {listed}" if listed else "the source has no variables"


def _check_missing(
    subject: Subject, unit: Unit, source: MessageModel, target: MessageModel, excused: set[str]
) -> Iterator[Diagnostic]:
    """Variables that no variant has; an amount has to be told, not only be selected on, where the source tells it."""
    told, must_be_told = set().union(*_names_by_variant(target)), set.intersection(*_names_by_variant(source))
    used = list(_uses(target))
    amounts = {use.name for use in used if use.call and use.call.name in _AMOUNTS}
    names = told | ({use.name for use in used} - (amounts & must_be_told))
    for name in dict.fromkeys(use.name for use in _uses(source)):
        if name not in names | excused:
            yield subject.find("missing-variable", unit, f"no variant has the variable ${name} of the source")


def _check_variants(
    subject: Subject, unit: Unit, source: MessageModel, target: MessageModel, excused: set[str]
) -> Iterator[Diagnostic]:
    """A variant that leaves out what every variant of the source tells, and others of the translation.

    One for a missing form may leave out that word, as may one for a gender that is not known; and one for a certain
    value may say it in words (“half”).
    """
    names = _names_by_variant(target)
    told = set.intersection(*_names_by_variant(source)).intersection(set().union(*names)) - excused
    selectors = _selecting(target)
    is_by_gender = any(call and call.name == "vyzov:gender" for _, call in selectors)
    for variant, its_names in zip(target.variants, names, strict=True):
        keys = [key.value if isinstance(key, Literal) else None for key in variant.keys]
        is_vague = is_by_gender and not any(keys)
        said = {
            name
            for (name, call), key in zip(selectors, keys, strict=False)
            if call and (key == "missing" or (key and _is_exact(call)) or (is_vague and call.name in _TERMS))
        }
        for name in sorted(told - its_names - said):
            message = f"the variant lacks the variable ${name}, which the others have"
            yield subject.find("missing-variable", unit, message, variant.pattern.start, variant.pattern.end)


def _selecting(model: MessageModel) -> list[tuple[str, FunctionCall | None]]:
    """For each selector the argument behind it and the function that selects."""
    declared = {declaration.variable.name: declaration.expression for declaration in model.declarations}
    return [
        (_root(selector.name, declared), declared[selector.name].function if selector.name in declared else None)
        for selector in model.selectors
    ]


def _is_exact(call: FunctionCall) -> bool:
    """Whether a function selects by the value itself."""
    return call.name in _EXACT or _KIND_OF.get(call.name) == "number"


def _names_by_variant(model: MessageModel) -> list[set[str]]:
    """The arguments that each variant formats."""
    return [{key[0] for key, _ in _placeholders(model, variant.pattern.parts)} - {""} for variant in model.variants]


def _check_kinds(subject: Subject, unit: Unit, wanted: Iterable[Use], found: Iterable[Use]) -> Iterator[Diagnostic]:
    kinds: dict[str, dict[str, str]] = {}
    for use in wanted:
        if use.call and use.call.name in _KIND_OF:
            kinds.setdefault(use.name, {})[_KIND_OF[use.call.name]] = use.call.name
    for use in found:
        of_source = kinds.get(use.name)
        if of_source and use.call and _KIND_OF.get(use.call.name, next(iter(of_source))) not in of_source:
            call = use.call
            named = ", ".join(f":{name}" for name in of_source.values())
            message = f":{call.name} does not take what ${use.name} holds: the source formats it with {named}"
            yield subject.find("changed-function", unit, message, call.start, call.end)


def _check_doubled(subject: Subject, unit: Unit, source: MessageModel, target: MessageModel) -> Iterator[Diagnostic]:
    """A variable that is formatted twice in the same way in one variant, where the source never does."""
    most: Counter[Placeholder] = Counter()
    for variant in source.variants:
        most |= Counter(key for key, _ in _placeholders(source, variant.pattern.parts))
    names = {name for name, _ in most if name}
    for variant in target.variants:
        counts: Counter[Placeholder] = Counter()
        for key, expression in _placeholders(target, variant.pattern.parts):
            counts[key] += 1
            if counts[key] > max(1, most[key]) and key[0] in names:
                message = f"${key[0]} stands twice in the same variant, in the source once"
                yield subject.find("doubled-variable", unit, message, expression.start, expression.end)


def _placeholders(model: MessageModel, parts: Iterable[object]) -> Iterator[tuple[Placeholder, Expression]]:
    """The placeholders of a pattern, by the argument behind them and the way it is formatted."""
    declared = {declaration.variable.name: declaration.expression for declaration in model.declarations}
    for part in parts:
        if isinstance(part, Expression) and isinstance(part.operand, Variable):
            shown = declared.get(part.operand.name, part) if part.function is None else part
            call = shown.function
            options = ",".join(f"{option.name}={_value(option.value)}" for option in call.options) if call else ""
            yield (_root(part.operand.name, declared), f"{call.name if call else ''} {options}"), part


def _value(value: Literal | Variable) -> str:
    return value.value if isinstance(value, Literal) else f"${value.name}"


def _uses(model: MessageModel) -> Iterator[Use]:
    """Every use of an argument, in the order of the message."""
    declared = {declaration.variable.name: declaration.expression for declaration in model.declarations}
    for expression in model.expressions():
        if isinstance(expression, Markup):
            continue
        call = expression.function
        if isinstance(expression.operand, Variable):
            yield from _use(expression.operand, call, declared)
        for option in call.options if call else ():
            if isinstance(option.value, Variable):
                yield from _use(option.value, None, declared)


def _use(variable: Variable, call: FunctionCall | None, declared: dict[str, Expression]) -> Iterator[Use]:
    root = _root(variable.name, declared)
    if root:
        yield Use(root, variable, call)


def _root(name: str, declared: dict[str, Expression]) -> str:
    """The argument that a variable stands for; "" for one that is declared from a literal or a function alone."""
    seen: set[str] = set()
    while name in declared and name not in seen:
        seen.add(name)
        operand = declared[name].operand
        if not isinstance(operand, Variable):
            return ""
        name = operand.name
    return name
