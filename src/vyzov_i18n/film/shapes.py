"""Turning a TOML document into the types of `model`, and finding all the places where it does not fit them.

`msgspec` converts in one fast call but stops at the first misfit; only then is the document walked beside the types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

import msgspec

from vyzov_i18n.film.defects import Defect, Path, nearest, shown
from vyzov_i18n.film.model import FilmFacts
from vyzov_i18n.film.values import PartialDate

T = TypeVar("T")

_KIND: Final = "kind"
_TOML_TYPES: Final[Mapping[Any, tuple[type, ...]]] = {
    bool: (bool,),
    int: (int,),
    Decimal: (int, Decimal),
    PartialDate: (str, date),
}
_EXPECTATIONS: Final[Mapping[Any, str]] = {
    bool: "a boolean",
    int: "an integer",
    Decimal: "a number",
    PartialDate: 'a date such as 2023-04-12, "2023-04" or "2023"',
    str: "a string",
}


def convert(value: Any, wanted: type[T]) -> T:
    """A TOML value as `wanted`. Raises msgspec.ValidationError at the first misfit."""
    return msgspec.convert(value, wanted, builtin_types=(Decimal,), dec_hook=_partial_date)


def find_misfits(document: Mapping[str, Any]) -> Iterator[Defect]:
    """Everything in a TOML document that `FilmFacts` cannot take: keys, types and values, without the references."""
    yield from _check(document, FilmFacts, ())


def _partial_date(wanted: type, value: Any) -> PartialDate:
    if type(value) not in _TOML_TYPES[wanted]:
        raise ValueError(f"expected {_EXPECTATIONS[wanted]}")
    return PartialDate.of(value)


def _check(value: Any, wanted: Any, path: Path) -> Iterator[Defect]:
    options = _options(wanted)
    bare = _without_annotation(options[0])
    origin = get_origin(bare) or bare
    if origin is Mapping:
        key_type, item_type = get_args(bare)
        yield from _check_entries(value, key_type, item_type, path)
    elif origin is tuple:
        yield from _check_array(value, options[0], path)
    elif issubclass(origin, msgspec.Struct):
        yield from _check_table(value, bare, path) if len(options) == 1 else _check_fact(value, options, path)
    else:
        yield from _check_scalar(value, wanted, path)


def _check_entries(value: Any, key_type: Any, item_type: Any, path: Path) -> Iterator[Defect]:
    """A table of tables, each under an id."""
    if not isinstance(value, dict):
        yield _wrong_type("a table", value, path)
        return
    for key, item in value.items():
        for defect in _check_scalar(key, key_type, (*path, key)):
            yield msgspec.structs.replace(defect, on_key=True)
        yield from _check(item, item_type, (*path, key))


def _check_array(value: Any, wanted: Any, path: Path) -> Iterator[Defect]:
    if not isinstance(value, list):
        yield _wrong_type("an array", value, path)
        return
    if not value and any(meta.min_length for meta in get_args(wanted)[1:] if isinstance(meta, msgspec.Meta)):
        yield Defect(rule="invalid-value", path=path, problem="expected at least one item")
    item_type = get_args(_without_annotation(wanted))[0]
    for index, item in enumerate(value):
        yield from _check(item, item_type, (*path, index))


def _check_fact(value: Any, fact_types: tuple[Any, ...], path: Path) -> Iterator[Defect]:
    """A fact, whose `kind` chooses its type. Without a good one its values stay unchecked, the rest of it does not."""
    if not isinstance(value, dict):
        yield _wrong_type("a table", value, path)
        return
    kinds = {fact_type.__struct_config__.tag: fact_type for fact_type in fact_types}
    kind = value.get(_KIND)
    if isinstance(kind, str) and kind in kinds:
        yield from _check_table(value, kinds[kind], path, _KIND)
        return
    yield _missing(_KIND, path) if kind is None else _not_one_of(list(kinds), kind, (*path, _KIND))
    for defect in _check_table(value, fact_types[0], path, _KIND):
        if "value" not in defect.path[len(path) :]:
            yield defect


def _check_table(value: Any, wanted: Any, path: Path, *further_keys: str) -> Iterator[Defect]:
    if not isinstance(value, dict):
        yield _wrong_type("a table", value, path)
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(wanted)}
    is_sound = True
    for defect in _check_fields(value, fields, path, further_keys):
        is_sound = False
        yield defect
    if is_sound and hasattr(wanted, "__post_init__"):
        try:
            convert(value, wanted)
        except msgspec.ValidationError as error:
            yield Defect(rule="invalid-value", path=path, problem=str(error.__cause__ or error))


def _check_fields(
    value: dict[str, Any],
    fields: Mapping[str, msgspec.structs.FieldInfo],
    path: Path,
    further_keys: tuple[str, ...],
) -> Iterator[Defect]:
    for key, item in value.items():
        if key in fields:
            yield from _check(item, fields[key].type, (*path, key))
        elif key not in further_keys:
            meant = nearest(key, (*fields, *further_keys))
            suggestion = None if meant in value else meant
            yield Defect(
                rule="unknown-key", path=(*path, key), problem="unknown key", on_key=True, suggestion=suggestion
            )
    for key, field in fields.items():
        if field.required and key not in value:
            yield _missing(key, path)


def _check_scalar(value: Any, wanted: Any, path: Path) -> Iterator[Defect]:
    try:
        convert(value, wanted)
    except msgspec.ValidationError:
        bare = _without_annotation(_options(wanted)[-1])
        if issubclass(bare, Enum) and isinstance(value, str):
            yield _not_one_of([member.value for member in bare], value, path)
        elif type(value) in _TOML_TYPES.get(bare, (str,)):
            problem = f"expected {_expectation(wanted)}, got {shown(value)}"
            yield Defect(rule="invalid-value", path=path, problem=problem)
        else:
            yield _wrong_type(_expectation(wanted), value, path)


def _missing(key: str, path: Path) -> Defect:
    return Defect(rule="missing-key", path=path, problem=f"the key {key!r} is missing", on_key=True)


def _wrong_type(expected: str, value: Any, path: Path) -> Defect:
    return Defect(rule="wrong-type", path=path, problem=f"expected {expected}, got {shown(value)}")


def _not_one_of(names: list[str], value: Any, path: Path) -> Defect:
    expected = _alternatives(names)
    if not isinstance(value, str):
        return _wrong_type(expected, value, path)
    problem = f"expected {expected}, got {shown(value)}"
    return Defect(rule="invalid-value", path=path, problem=problem, suggestion=nearest(value, names))


def _expectation(wanted: Any) -> str:
    """What a scalar type takes, in the words of a message."""
    option = _options(wanted)[-1]
    for meta in get_args(option)[1:]:
        if isinstance(meta, msgspec.Meta) and meta.description:
            return meta.description
    bare = _without_annotation(option)
    return _alternatives([member.value for member in bare]) if issubclass(bare, Enum) else _EXPECTATIONS[bare]


def _alternatives(names: list[str]) -> str:
    *others, last = [repr(name) for name in names]
    return f"{', '.join(others)} or {last}"


def _options(wanted: Any) -> tuple[Any, ...]:
    """The types that a union is of, without None, which TOML does not have."""
    if get_origin(wanted) not in (Union, type(int | str)):
        return (wanted,)
    return tuple(option for option in get_args(wanted) if option is not type(None))


def _without_annotation(wanted: Any) -> Any:
    return get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted
