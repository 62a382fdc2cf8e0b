"""Which variant of a message applies (LDML 48, part 9, "Pattern Selection")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from vyzov_i18n.errors import BadSelector
from vyzov_i18n.messages.scope import placed
from vyzov_i18n.messages.validation import key_of
from vyzov_i18n.messages.variables import compile_slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.messages.functions.base import Matching
    from vyzov_i18n.messages.model import CatchAll, Literal, Variable
    from vyzov_i18n.messages.scope import Scope
    from vyzov_i18n.messages.variables import Arguments, Slots

    Match = Callable[[Arguments, Slots], tuple[str, ...]]

_VariantT = TypeVar("_VariantT")

_MOST_KNOWN: Final = 256  # ways of matching that a message remembers the variant of


def compile_selector(node: Variable, keys: Sequence[str], scope: Scope) -> Match:
    """What tells which of `keys` match a selector, the best first, perhaps others too.

    What cannot select matches none, which is reported.
    """
    value = compile_slot(scope.slots[node.name], scope)

    def match(arguments: Arguments, slots: Slots) -> tuple[str, ...]:
        try:
            return tuple([key for key in value(arguments, slots).select(keys) if key in keys])
        except BadSelector as error:
            bad = error
        except Exception as error:
            bad = BadSelector(f"selecting on ${node.name} failed: {type(error).__name__}")
            bad.__cause__ = error
        scope.report(placed(bad, node, ""))
        return ()

    name, shortcut = scope.declared[scope.slots[node.name]].shortcut or ("", None)
    short = shortcut.matching(keys) if shortcut and shortcut.matching else None
    return match if short is None else _shortened(match, name, short)


def _shortened(general: Match, name: str, short: Matching) -> Match:
    def match(arguments: Arguments, slots: Slots) -> tuple[str, ...]:
        try:
            found = short(arguments[name])
        except Exception:  # the general way will report it
            found = None
        return found if found.__class__ is tuple else general(arguments, slots)

    return match


class Selection(Generic[_VariantT]):
    """The variants by their keys, one of which is all `*`."""

    __slots__ = ("_known", "_matches", "_variants")

    def __init__(
        self,
        selectors: Sequence[Variable],
        variants: Sequence[tuple[Sequence[Literal | CatchAll], _VariantT]],
        scope: Scope,
    ) -> None:
        self._variants = {tuple(key_of(key) for key in keys): variant for keys, variant in variants}
        self._known: dict[tuple[tuple[str, ...], ...], _VariantT] = {}
        self._matches = [
            compile_selector(selector, tuple(dict.fromkeys(key for key in keys if key is not None)), scope)
            for selector, keys in zip(selectors, zip(*self._variants, strict=True), strict=True)
        ]

    def choose(self, arguments: Arguments, slots: Slots) -> _VariantT:
        """The variant whose keys match best, the first selector counting most."""
        matching = tuple([match(arguments, slots) for match in self._matches])
        found = self._known.get(matching)
        if found is None:
            found = self._best(matching)
            if len(self._known) < _MOST_KNOWN:
                self._known[matching] = found
        return found

    def _best(self, matching: Sequence[Sequence[str]]) -> _VariantT:
        ranks = [{key: rank for rank, key in enumerate(keys)} | {None: len(keys)} for keys in matching]
        best = min(
            (keys for keys in self._variants if all(key in rank for key, rank in zip(keys, ranks, strict=True))),
            key=lambda keys: [rank[key] for key, rank in zip(keys, ranks, strict=True)],
        )
        return self._variants[best]
