"""Which variant of a message applies (LDML 48, part 9, "Pattern Selection")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from vyzov_i18n.errors import BadSelector
from vyzov_i18n.messages.scope import placed
from vyzov_i18n.messages.validation import key_of
from vyzov_i18n.messages.variables import compile_slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.messages.model import CatchAll, Literal, Variable
    from vyzov_i18n.messages.scope import Scope
    from vyzov_i18n.messages.variables import Arguments, Slots

_VariantT = TypeVar("_VariantT")

_MOST_KNOWN: Final = 256  # ways of matching that a message remembers the variant of


class Selector:
    """One variable of `.match` and the literal keys that its variants have."""

    __slots__ = ("_argument", "_keys", "_node", "_scope", "_short", "_value")

    def __init__(self, node: Variable, keys: Sequence[str | None], scope: Scope) -> None:
        slot = scope.slots[node.name]
        self._node = node
        self._scope = scope
        self._value = compile_slot(slot, scope)
        self._keys = tuple(dict.fromkeys(key for key in keys if key is not None))
        self._argument, shortcut = scope.declared[slot].shortcut or ("", None)
        self._short = shortcut.matching(self._keys) if shortcut and shortcut.matching else None

    def matching(self, arguments: Arguments, slots: Slots) -> tuple[str, ...]:
        """The keys that match, the best first, perhaps others too. What cannot select matches none and is reported."""
        if self._short is not None:
            try:
                found = self._short(arguments[self._argument])
            except Exception:  # the value will report it
                found = None
            if found is not None:
                return found
        try:
            return tuple([key for key in self._value(arguments, slots).select(self._keys) if key in self._keys])
        except BadSelector as error:
            bad = error
        except Exception as error:
            bad = BadSelector(f"selecting on ${self._node.name} failed: {type(error).__name__}")
            bad.__cause__ = error
        self._scope.report(placed(bad, self._node, ""))
        return ()


class Selection(Generic[_VariantT]):
    """The variants by their keys, one of which is all `*`."""

    __slots__ = ("_known", "_selectors", "_variants")

    def __init__(
        self,
        selectors: Sequence[Variable],
        variants: Sequence[tuple[Sequence[Literal | CatchAll], _VariantT]],
        scope: Scope,
    ) -> None:
        self._variants = {tuple(key_of(key) for key in keys): variant for keys, variant in variants}
        self._known: dict[tuple[tuple[str, ...], ...], _VariantT] = {}
        self._selectors = [
            Selector(selector, [keys[index] for keys in self._variants], scope)
            for index, selector in enumerate(selectors)
        ]

    def choose(self, arguments: Arguments, slots: Slots) -> _VariantT:
        """The variant whose keys match best, the first selector counting most."""
        matching = tuple([selector.matching(arguments, slots) for selector in self._selectors])
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
