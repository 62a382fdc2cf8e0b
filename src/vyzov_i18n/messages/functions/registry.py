"""Which functions there are, and which one formats an argument that has none. Their modules are imported when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vyzov_i18n.messages.functions.base import Function

_HERE: Final = "vyzov_i18n.messages.functions."

DEFAULT_FUNCTIONS: Final[Mapping[str, str]] = {
    "string": "strings:string",
    "number": "numbers:number",
    "integer": "numbers:integer",
    "offset": "numbers:offset",
    "percent": "measures:percent",
    "currency": "measures:currency",
    "unit": "measures:unit",
    "date": "dates:date",
    "time": "dates:time",
    "datetime": "dates:datetime",
    "vyzov:date": "dates:project_date",
    "vyzov:interval": "dates:interval",
    "vyzov:range": "amounts:amount_range",
    "vyzov:money": "amounts:money",
    "vyzov:measure": "amounts:measure",
    "vyzov:share": "amounts:share",
    "vyzov:hedge": "amounts:hedge",
    "vyzov:term": "terms:term",
    "vyzov:gender": "terms:gender",
    "vyzov:list": "terms:list_terms",
    "vyzov:preposition": "terms:preposition",
    "vyzov:initial": "terms:initial",
}

# By the name of the type, so that asking does not import it.
_BY_TYPE: Final[Mapping[str, str]] = {
    "builtins.str": "string",
    "builtins.int": "number",
    "builtins.float": "number",
    "decimal.Decimal": "number",
    "datetime.date": "date",
    "datetime.time": "time",
    "datetime.datetime": "datetime",
    "vyzov_i18n.film.values.PartialDate": "vyzov:date",
    "vyzov_i18n.film.values.Interval": "vyzov:interval",
    "vyzov_i18n.film.values.Count": "number",
    "vyzov_i18n.film.values.Range": "vyzov:range",
    "vyzov_i18n.film.values.Share": "vyzov:share",
    "vyzov_i18n.film.values.Money": "vyzov:money",
    "vyzov_i18n.film.values.Mass": "vyzov:measure",
    "vyzov_i18n.film.values.Duration": "vyzov:measure",
}


class Registry:
    """The default functions, and before them those that the caller of a message adds."""

    __slots__ = ("_added",)

    def __init__(self, added: Mapping[str, Function] | None = None) -> None:
        self._added = added or {}

    def get(self, name: str) -> Function | None:
        """The function of that name, or None."""
        if name in self._added:
            return self._added[name]
        place = DEFAULT_FUNCTIONS.get(name)
        if place is None:
            return None
        module, attribute = place.split(":")
        function: Function = getattr(import_module(_HERE + module), attribute)
        return function

    def name_for(self, type_: type) -> str | None:
        """The name of the function that formats values of a type, or of its nearest base that has one."""
        for base in type_.__mro__:
            if base is bool:
                return None
            if name := _BY_TYPE.get(f"{base.__module__}.{base.__qualname__}"):
                return name
        return None
