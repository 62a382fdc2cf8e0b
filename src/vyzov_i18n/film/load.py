"""Loading `film.toml`: one fast way in for a sound film, one report of everything for a broken one."""

from __future__ import annotations

import os
import re
import tomllib
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

import msgspec

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import FilmError
from vyzov_i18n.film.model import FilmFacts
from vyzov_i18n.film.references import find_broken_messages, find_broken_references
from vyzov_i18n.film.scalars import find_unsafe
from vyzov_i18n.film.shapes import convert, find_misfits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from vyzov_i18n.film.defects import Defect

FILE_NAME: Final = "film.toml"

_MOST_BYTES: Final = 4 * 2**20
_MOST_DEFECTS: Final = 1000

_FOLDER_HELP: Final = f"a film's folder holds {FILE_NAME} and beside it a folder for each language"
# The time that tomllib takes for a dotted key grows with the square of its parts.
_TOO_MANY_KEY_PARTS: Final = re.compile(r"""(?:\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+){64}""")
_TOML_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_TOML_HELP: Final = (
    ("Invalid value", 'strings stand in quotation marks, dates are 2023-04-12, "2023-04" or "2023"'),
    (
        "Expected '='",
        "write key = value on one line; keys are letters, digits, '-' and '_', or stand in quotation marks",
    ),
    ("Cannot", "the same key or table is written twice: keep one"),
    ("Duplicate", "the same key or table is written twice: keep one"),
    ("Unescaped", "write a backslash twice, or put the string in single quotation marks"),
    ("Un", "close it before the end of the line or file"),
    ("Illegal character", 'a string ends on its line; longer ones stand in """three quotation marks"""'),
)


def load_facts(path: Path | str, check_message: Callable[[str], str | None] | None = None) -> FilmFacts:
    """The facts of a film, from its `film.toml` or the folder that holds it.

    `check_message` tells what is wrong with an English message of the film, None if nothing is.
    Raises FilmError with every defect at once, each with its path in the file, line and column.
    """
    file = os.fspath(path)
    if os.path.isdir(file):
        file = os.path.join(file, FILE_NAME)
    text = _read(file)
    try:
        return _facts_of(text, file, check_message)
    except RecursionError:
        raise _film_error(file, "toml-syntax", "arrays or tables are nested too deeply") from None


def _facts_of(text: str, file: str, check_message: Callable[[str], str | None] | None) -> FilmFacts:
    document = _parse(text, file)
    facts, misfits = _converted(document)
    broken = find_broken_messages(document, check_message) if check_message else ()
    found = chain(misfits, find_unsafe(document), find_broken_references(document), broken)
    defects = tuple(islice(found, _MOST_DEFECTS))
    if facts is None or defects:
        from vyzov_i18n.film.reports import report

        raise FilmError(report(defects, text, file))
    return facts


def _converted(document: dict[str, Any]) -> tuple[FilmFacts | None, Iterable[Defect]]:
    """The facts, or None and what does not fit."""
    try:
        return convert(document, FilmFacts), ()
    except msgspec.ValidationError:
        return None, find_misfits(document)


def _read(file: str) -> str:
    """The text of a file, without its byte order mark. Raises FilmError."""
    try:
        if not os.path.isfile(file) and os.path.exists(file):
            raise OSError("it is no regular file")
        with open(file, "rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise _film_error(file, "missing-file", "no such file", help=_FOLDER_HELP) from None
    except (OSError, ValueError) as error:
        raise _film_error(
            file, "unreadable-file", f"cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from None
    if len(data) > _MOST_BYTES:
        raise _film_error(file, "file-too-large", f"larger than {_MOST_BYTES // 2**20} MiB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        problem = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        raise _film_error(file, "not-utf-8", problem, _end_of(before)) from None


def _parse(text: str, file: str) -> dict[str, Any]:
    """The TOML document. Raises FilmError at its first syntax error, and RecursionError."""
    if match := _TOO_MANY_KEY_PARTS.search(text):
        raise _film_error(file, "toml-syntax", "a key of too many parts", _end_of(text[: match.start()]))
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except tomllib.TOMLDecodeError as error:
        problem, place = _without_place(str(error), text)
        advice = next((advice for start, advice in _TOML_HELP if problem.startswith(start)), None)
        raise _film_error(file, "toml-syntax", problem, place, advice) from None
    except ValueError:  # int() refuses more digits than sys.get_int_max_str_digits()
        raise _film_error(file, "toml-syntax", "a number of too many digits") from None


def _decimal(text: str) -> Decimal:
    """A TOML float; one whose exponent no Decimal holds becomes infinite, which `scalars` then finds."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return Decimal("Infinity")


def _without_place(message: str, text: str) -> tuple[str, tuple[int, int]]:
    """A message of `tomllib` without the place it ends with, and that place."""
    match = _TOML_PLACE.search(message)
    if match is None or match[1] is None:
        end = _end_of(text)
        return (message[: match.start()] if match else message), end
    return message[: match.start()], (int(match[1]), int(match[2]))


def _end_of(text: str) -> tuple[int, int]:
    """The line and column right after a text, from 1."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _film_error(
    file: str, rule: str, problem: str, place: tuple[int, int] | None = None, help: str | None = None
) -> FilmError:
    line, column = place or (None, None)
    return FilmError([Diagnostic(rule=rule, message=problem, path=file, line=line, column=column, help=help)])
