"""The parser against that of moz.l10n, where the two should agree.

They do not where moz.l10n 0.15 takes two keys of digits for one (`1 1`), refuses the literal `+`, and refuses an
attribute that is given twice.
"""

from __future__ import annotations

from typing import Any

import pytest
from moz.l10n.formats import Format
from moz.l10n.message import parse_message
from moz.l10n.model import CatchallKey, Expression, Markup, PatternMessage, SelectMessage, VariableRef

from vyzov_i18n.messages import model
from vyzov_i18n.messages.parser import parse

MESSAGES = [
    "",
    "Вызов",
    "  «Вызов» — первый фильм, снятый в космосе. ",
    r"\{a\} \\ \|",
    "{$name}",
    "{ |a b| }",
    r"{|a\|b\\|}",
    "{42}",
    "{-1.5e3 :number}",
    "{:now}",
    "{$premiere :date fields=month-day length=long} {$premiere :date fields=year} года",
    "Роль {$role :vyzov:term case=genitive} досталась {$star :vyzov:term case=dative}.",
    "{$star :vyzov:term case=$case agree=|a b| u:id=x}",
    "{$star @note @why=|because of that|}",
    "{#b}жирно{/b} {#br/} {#a href=|https://example.org/| title=$title @x=y}",
    "{{{$x}}}",
    "{{ .local $x = {$y} }}",
    ".input {$n :number} {{{$n}}}",
    ".local $g = {$star :vyzov:gender} .local $h = {$g} {{{$h}}}",
    ".input {$n :number select=exact}\n.match $n\n1 {{one}}\n|2| {{two}}\n* {{other}}",
    ".local $g = {$star :vyzov:gender} .match $g feminine {{{$star} прошла отбор}} * {{{$star} прошёл отбор}}",
    ".input {$a :number} .input {$b :number} .match $a $b one few {{1}} one * {{2}} * * {{3}}",
]


def _value(value: model.Literal | model.Variable | None) -> Any:
    if value is None:
        return True
    return ("$", value.name) if isinstance(value, model.Variable) else value.value


def _expression(part: model.Expression) -> Any:
    function = part.function
    return {
        "operand": None if part.operand is None else _value(part.operand),
        "function": function and function.name,
        "options": {option.name: _value(option.value) for option in function.options} if function else {},
        "attributes": {attribute.name: _value(attribute.value) for attribute in part.attributes},
    }


def _ours(source: str) -> Any:
    parsed = parse(source)
    return {
        "declarations": {item.variable.name: _expression(item.expression) for item in parsed.declarations},
        "selectors": [selector.name for selector in parsed.selectors],
        "variants": {
            tuple(key.value if isinstance(key, model.Literal) else None for key in variant.keys): [
                _part(part) for part in variant.pattern.parts
            ]
            for variant in parsed.variants
        },
    }


def _part(part: model.Text | model.Expression | model.Markup) -> Any:
    if isinstance(part, model.Text):
        return part.value
    if isinstance(part, model.Expression):
        return _expression(part)
    return {
        "markup": (part.kind, part.name),
        "options": {option.name: _value(option.value) for option in part.options},
        "attributes": {attribute.name: _value(attribute.value) for attribute in part.attributes},
    }


def _their_value(value: Any) -> Any:
    return ("$", value.name) if isinstance(value, VariableRef) else value


def _their_part(part: Any) -> Any:
    if isinstance(part, str):
        return part
    options = {name: _their_value(value) for name, value in part.options.items()}
    attributes = dict(part.attributes)
    if isinstance(part, Markup):
        return {"markup": (part.kind, part.name), "options": options, "attributes": attributes}
    assert isinstance(part, Expression)
    operand = None if part.arg is None else _their_value(part.arg)
    return {"operand": operand, "function": part.function, "options": options, "attributes": attributes}


def _theirs(source: str) -> Any:
    parsed = parse_message(Format.mf2, source)
    if isinstance(parsed, SelectMessage):
        selectors = [selector.name for selector in parsed.selectors]
        variants = {
            tuple(None if isinstance(key, CatchallKey) else key for key in keys): list(map(_their_part, pattern))
            for keys, pattern in parsed.variants.items()
        }
    else:
        assert isinstance(parsed, PatternMessage)
        selectors, variants = [], {(): list(map(_their_part, parsed.pattern))}
    declarations = {name: _their_part(value) for name, value in parsed.declarations.items()}
    return {"declarations": declarations, "selectors": selectors, "variants": variants}


@pytest.mark.parametrize("source", MESSAGES)
def test_the_two_agree(source: str) -> None:
    assert _ours(source) == _theirs(source)
