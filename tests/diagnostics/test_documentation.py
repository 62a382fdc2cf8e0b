"""Every rule that the code names is documented, once; every rule that is documented is in the code."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import vyzov_i18n
from vyzov_i18n.diagnostics.rules import Rule, load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOURCES = Path(vyzov_i18n.__path__[0])
_RULE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
_TABLES = sorted([*_SOURCES.rglob("rules.toml"), *_SOURCES.glob("checks/rules/*.toml")])


@cache
def modules() -> dict[str, ast.Module]:
    paths = sorted(_SOURCES.rglob("*.py"))
    return {str(path.relative_to(_SOURCES)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@cache
def documented() -> list[Rule]:
    return [rule for path in _TABLES for rule in load_rules(path).values()]


def rule_parameters() -> dict[str, int]:
    """Where the functions and classes that take the name of a rule take it: its index among their arguments."""
    indices: dict[str, int] = {}
    for module in modules().values():
        for owner in (node for node in ast.walk(module) if isinstance(node, (ast.ClassDef, ast.Module))):
            for node in owner.body:
                if isinstance(node, ast.FunctionDef):
                    name = getattr(owner, "name", node.name) if node.name == "__init__" else node.name
                    index = _index_of_rule(name, node)
                    if index is not None:
                        indices[name] = index
    return indices


def _index_of_rule(name: str, function: ast.FunctionDef) -> int | None:
    names = [parameter.arg for parameter in function.args.args if parameter.arg != "self"]
    wanted = ("rule", "type") if name.lower().endswith("error") else ("rule",)
    return next((names.index(parameter) for parameter in wanted if parameter in names), None)


def named_rules(node: ast.AST, parameters: dict[str, int]) -> Iterator[ast.expr | None]:
    """What a node gives as the name of a rule."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments, keywords=keywords):
            yield from (keyword.value for keyword in keywords if keyword.arg == "rule")
            yield from arguments[parameters[name] :][:1] if name in parameters else ()
        case ast.ClassDef(body=body):
            for line in body:
                match line:
                    case ast.Assign(targets=[ast.Name(id="type")], value=value):
                        yield value
        case ast.Return(
            value=ast.Tuple(elts=[ast.Constant(value=str(name)) as first, ast.Constant() | ast.JoinedStr()])
        ):
            if "-" in name:
                yield first


def emitted() -> dict[str, set[str]]:
    """The names of rules in the code, with the modules that have them."""
    parameters = rule_parameters()
    found: dict[str, set[str]] = defaultdict(set)
    for path, module in modules().items():
        for node in ast.walk(module):
            for value in named_rules(node, parameters):
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and _RULE.fullmatch(value.value):
                    found[value.value].add(path)
    return found


def test_the_rules_of_the_code_are_found() -> None:
    expected = {
        "unterminated-string": "catalogs/tokens.py",
        "bad-escape": "catalogs/strings.py",
        "duplicate-entry": "catalogs/reader.py",
        "unknown-charset": "catalogs/reader.py",
        "plural-form-count": "catalogs/defects.py",
        "unknown-key": "film/shapes.py",
        "toml-syntax": "film/load.py",
        "missing-catalog": "localizer.py",
        "duplicate-variant": "messages/validation.py",
        "bad-operand": "errors.py",
        "missing-form": "messages/terms.py",
    }
    found = emitted()
    assert {rule: path for rule, path in expected.items() if path not in found[rule]} == {}


def test_every_rule_is_documented() -> None:
    known = {rule.name for rule in documented()}
    assert {rule: paths for rule, paths in emitted().items() if rule not in known} == {}


def test_no_rule_is_documented_twice() -> None:
    assert [name for name, count in Counter(rule.name for rule in documented()).items() if count > 1] == []


def test_every_rule_documented_is_in_the_code() -> None:
    texts = {
        node.value
        for module in modules().values()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [rule.name for rule in documented() if rule.name not in texts] == []


@pytest.mark.parametrize("rule", documented(), ids=lambda rule: rule.name)
def test_a_rule_is_documented_in_sentences(rule: Rule) -> None:
    assert _RULE.fullmatch(rule.name)
    for text in (rule.what, rule.why):
        assert re.fullmatch(r"\S.*[.»”]", text)
    assert rule.instead.strip() == rule.instead != ""
    assert rule.example.strip()
