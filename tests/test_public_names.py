"""Tests of the package's face: what it offers, and what importing it costs."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import vyzov_i18n

HEAVY = {"babel", "click", "msgspec", "polib", "rich"}


def test_the_public_names_are_sorted() -> None:
    assert vyzov_i18n.__all__ == sorted(vyzov_i18n.__all__)


def test_every_public_name_has_a_home_and_nothing_else_has() -> None:
    assert sorted(vyzov_i18n._HOMES) == vyzov_i18n.__all__


@pytest.mark.parametrize("name", vyzov_i18n.__all__)
def test_a_public_name_is_that_of_its_home_and_documented(name: str) -> None:
    value = getattr(vyzov_i18n, name)
    assert value is getattr(importlib.import_module(f"vyzov_i18n.{vyzov_i18n._HOMES[name]}"), name)
    assert value.__doc__
    assert name in dir(vyzov_i18n)


def test_no_module_hides_a_public_name() -> None:
    """Importing a module sets it as an attribute of the package, over a function of the same name."""
    modules = {module.name for module in pkgutil.iter_modules(vyzov_i18n.__path__)}
    assert "errors" in modules
    assert modules.isdisjoint(vyzov_i18n.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'vyzov_i18n' has no attribute 'sumary'$"):
        vyzov_i18n.sumary  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = "import sys, vyzov_i18n; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "vyzov_i18n" in loaded
    assert HEAVY.isdisjoint(loaded)
