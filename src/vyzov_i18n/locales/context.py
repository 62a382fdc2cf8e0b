"""The locale that a caller has set for the calls that name none."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from vyzov_i18n.locales.tags import parse_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

_default: ContextVar[str | None] = ContextVar("vyzov_i18n_locale", default=None)


@contextmanager
def use_locale(tag: str) -> Iterator[str]:
    """Make the tag the default inside the block, in this thread or task only; yields it in canonical form."""
    canonical = parse_tag(tag)
    token = _default.set(canonical)
    try:
        yield canonical
    finally:
        _default.reset(token)


def current_locale() -> str | None:
    """The tag that `use_locale` has set here, or None."""
    return _default.get()
