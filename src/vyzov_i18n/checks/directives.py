"""The directives of format strings: printf of C, `%` of Python, and Python's `str.format`.

They are read as `msgfmt --check-format` reads them (gettext 0.21), `str.format` as Python itself does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Directive(msgspec.Struct, frozen=True):
    """What takes one argument: its name or number, the kind of value it wants, its text and where that stands."""

    argument: str | int
    kind: str
    text: str
    start: int
    end: int


class Format(msgspec.Struct, frozen=True):
    """A format string: the first directive of each argument. Arguments have names, or numbers from 1.

    `takes_all` tells that it must take each argument that it is given.
    """

    arguments: dict[str | int, Directive]
    takes_all: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether the arguments are taken by their order."""
        return any(isinstance(argument, int) for argument in self.arguments)


class BadFormat(ValueError):
    """A text that is no format string, and the place of what is wrong."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


_PYTHON: Final = re.compile(
    r"%(?>(?P<name>\((?>(?:[^()]|\((?>(?:[^()]|\([^()]*+\))*)\))*)\))?)[-+ #0]*+"
    r"(?P<width>\*|\d*+)(?>(?:\.(?P<precision>\*|\d*+))?)[hlL]?+(?>(?P<conversion>[\s\S])?)"
)
_PYTHON_KINDS: Final = {
    **dict.fromkeys("sr", "a text"),
    **dict.fromkeys("diouxX", "a whole number"),
    **dict.fromkeys("eEfgG", "a number"),
    "c": "a character",
    "%": "nothing",
}
_C: Final = re.compile(
    r"%(?>(?:(?P<number>\d{1,9})\$)?)[-+ #0'I]*+(?P<width>\*(?>(?:(?P<width_number>\d{1,9})\$)?)|\d*+)"
    r"(?>(?:\.(?P<precision>\*(?>(?:(?P<precision_number>\d{1,9})\$)?)|\d*+))?)"
    r"(?>(?P<size>hh|h|ll|[lLqjzZt])?)(?>(?P<conversion><PRI[diouxX]\w{1,12}>|[\s\S])?)"
)
_C_KINDS: Final = {
    **dict.fromkeys("di", "an integer"),
    **dict.fromkeys("ouxX", "an unsigned integer"),
    **dict.fromkeys("aAeEfFgG", "a double"),
    "c": "a character",
    "s": "a string",
    "p": "a pointer",
    "n": "a pointer to a count",
}
_C_WIDE: Final = {"C": "c", "S": "s"}
_C_SIZES: Final = {"q": "ll", "L": "ll", "Z": "z"}
_BRACE: Final = re.compile(
    r"\{\{|\}\}|\{(?P<name>[^{}!:\[\]]*+(?>(?:\[[^{}\[\]]++\][^{}!:\[\]]*+)*))(?>(?P<conversion>![rsa])?)"
    r"(?>(?::(?P<spec>(?>(?:[^{}]|\{[^{}]*+\})*)))?)\}|[{}]"
)
# What msgfmt understands of a format specification; it lets translators change every other one.
_BRACE_SPEC: Final = re.compile(r"(?:[\x21-\x7e]?[<>=^])?[-+ ]?#?0?\d*(?:\.\d+)?[bcdeEfFgGnosxX%]?")


def parse_python(text: str) -> Format:
    """A format string of Python's `%` operator. Raises BadFormat."""
    directives: list[Directive] = []
    for found in _PYTHON.finditer(text):
        conversion, name = found["conversion"], found["name"]
        kind = _PYTHON_KINDS.get(_known_conversion(found, conversion, _PYTHON_KINDS))
        stars = [part for part in (found["width"], found["precision"]) if part == "*"]
        kinds = ["a whole number"] * len(stars)
        names: list[str | int] = [len(directives) + 1 + index for index in range(len(stars))]
        if name or conversion != "%":
            kinds.append(kind or "")
            names.append(name[1:-1] if name else len(directives) + len(names) + 1)
        directives += (Directive(*pair, found[0], *found.span()) for pair in zip(names, kinds, strict=True))
    form = _gathered(directives)
    return msgspec.structs.replace(form, takes_all=form.is_numbered)


def parse_c(text: str) -> Format:
    """A format string of printf (ISO C, with the extensions of POSIX and glibc). Raises BadFormat."""
    directives: list[Directive] = []
    numbered: set[bool] = set()
    for found in _C.finditer(text):
        for number, kind in _c_arguments(found):
            numbered.add(number is not None)
            if number == "0" or len(numbered) > 1:
                message = "arguments are numbered from 1, all of them or none"
                raise BadFormat(message, *found.span())
            argument = len(directives) + 1 if number is None else int(number)
            directives.append(Directive(argument, kind, found[0], *found.span()))
    form = _gathered(directives)
    for name, directive in form.arguments.items():
        if isinstance(name, int) and name > len(form.arguments):
            raise BadFormat(f"there is an argument {name}, but one before it is left out", *_span(directive))
    return form


def parse_brace(text: str) -> Format:
    """A format string of `str.format`. Raises BadFormat."""
    directives: list[Directive] = []
    automatic = 0
    for found in _BRACE.finditer(text):
        if found[0] in ("{", "}"):
            raise BadFormat(f"a single {found[0]}", *found.span())
        if found["name"] is None:
            continue
        spec = found["spec"] or ""
        kind = f":{spec}" if _BRACE_SPEC.fullmatch(spec) and not found["conversion"] else ""
        automatic += not found["name"]
        directives.append(Directive(found["name"] or f"{{}} {automatic}", kind, found[0], *found.span()))
    return Format({directive.argument: directive for directive in reversed(directives)})


def _c_arguments(found: re.Match[str]) -> Iterator[tuple[str | None, str]]:
    """The number and kind of each argument that a directive of C takes."""
    conversion, size = found["conversion"], found["size"] or ""
    if conversion and len(conversion) > 1:
        kind = f"{_C_KINDS[conversion[4]]} {conversion[1:-1][3:]}"
    elif conversion in ("%", "m"):
        kind = ""
    else:
        size, conversion = ("l", _C_WIDE[conversion]) if conversion in _C_WIDE else (size, conversion)
        kind = _sized(_known_conversion(found, conversion, _C_KINDS), size)
    for part in ("width", "precision"):
        if (found[part] or "").startswith("*"):
            yield found[f"{part}_number"], "an integer"
    if kind:
        yield found["number"], kind


def _sized(conversion: str, size: str) -> str:
    kind = _C_KINDS[conversion]
    if conversion in "aAeEfFgG":
        return f"{kind} L" if size in ("L", "q", "ll") else kind
    if conversion in "cs":
        return f"{kind} l" if size in ("l", "ll") else kind
    return kind if conversion == "p" else f"{kind} {_C_SIZES.get(size, size)}".rstrip()


def _known_conversion(found: re.Match[str], conversion: str | None, known: dict[str, str]) -> str:
    if conversion is None:
        raise BadFormat("a directive ends with the text", *found.span())
    if conversion not in known:
        raise BadFormat(f"{found[0]!r} is no directive", *found.span())
    return conversion


def _gathered(directives: list[Directive]) -> Format:
    """The arguments by their name. Raises BadFormat where they are mixed, or wanted as two kinds of value."""
    arguments: dict[str | int, Directive] = {}
    for directive in directives:
        first = arguments.setdefault(directive.argument, directive)
        if first.kind != directive.kind:
            message = f"the argument {directive.argument} is {first.kind} and {directive.kind}"
            raise BadFormat(message, *_span(directive))
        if isinstance(directive.argument, str) != isinstance(directives[0].argument, str):
            raise BadFormat("some arguments have names, others not", *_span(directive))
    return Format(arguments)


def _span(directive: Directive) -> tuple[int, int]:
    return directive.start, directive.end


PARSERS: Final[dict[str, Callable[[str], Format]]] = {
    "c-format": parse_c,
    "python-format": parse_python,
    "python-brace-format": parse_brace,
}
