"""Reading the options of a function (LDML 48, part 9, "Option Resolution")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from vyzov_i18n.errors import BadOption

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MAX_DIGITS: Final = 100  # the bound of ECMA-402

_KeywordT = TypeVar("_KeywordT", bound=str)


class Options:
    """The options of one call: its own, then those it inherits from its operand.

    Own options are texts where the message has a literal, else the Python value of the variable. A reader answers its
    default where the option is absent, and where it is bad, which it records in `problems`.
    """

    __slots__ = ("inherited", "literals", "own", "problems")

    def __init__(
        self, own: Mapping[str, object], literals: Iterable[str] = (), inherited: Mapping[str, object] | None = None
    ) -> None:
        self.own = own
        self.literals = frozenset(literals)
        self.inherited: Mapping[str, object] = inherited or {}
        self.problems: list[BadOption] = []

    def __contains__(self, name: str) -> bool:
        return name in self.own or name in self.inherited

    def raw(self, name: str, default: object = None) -> object:
        """The option as it is, unread."""
        if name in self.own:
            return self.own[name]
        return self.inherited.get(name, default)

    def is_literal(self, name: str) -> bool:
        """Whether the option stands in the expression itself as a literal."""
        return name in self.literals

    def reject(self, name: str, expected: str) -> None:
        """Record that the option has a value that the function does not accept."""
        self.problems.append(BadOption(f"the option {name} must be {expected}"))

    def text(self, name: str, default: str | None = None) -> str | None:
        """A text."""
        value = self.raw(name)
        if value is None or isinstance(value, str):
            return default if value is None else value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self.reject(name, "a text")
        return default

    def keyword(self, name: str, allowed: Sequence[_KeywordT], default: _KeywordT) -> _KeywordT:
        """One of the `allowed` words."""
        value = self.raw(name)
        if value is None:
            return default
        for word in allowed:
            if value == word:
                return word
        self.reject(name, "one of " + ", ".join(allowed))
        return default

    def digits(self, name: str, minimum: int = 0, maximum: int = MAX_DIGITS) -> int | None:
        """A digit size option: a whole number from `minimum` to `maximum`, None where absent or bad."""
        value = self.raw(name)
        if value is None:
            return None
        number = _whole_number(value)
        if number is None or not minimum <= number <= maximum:
            self.reject(name, f"a whole number from {minimum} to {maximum}")
            return None
        return number

    def without_inherited(self, *names: str) -> Options:
        """The same options, but for the inherited ones of these names; for reading and for handing down."""
        kept = {name: value for name, value in self.inherited.items() if name not in names}
        options = Options(self.own, self.literals, kept)
        options.problems = self.problems
        return options

    def resolved(self, *without: str) -> Mapping[str, object]:
        """Own and inherited options in one mapping, for the resolved value to hand down; but for those named."""
        merged = {**self.inherited, **self.own}
        for name in without:
            merged.pop(name, None)
        return merged


def _whole_number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9:
        return int(value)
    return None
