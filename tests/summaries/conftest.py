"""Variations of the built-in film."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.films import LocalizedFilm
from vyzov_i18n.localizer import Localizer, built_in_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.films import Film

    Change = Callable[..., Film]
    Localize = Callable[[Film, str], LocalizedFilm]


@pytest.fixture(scope="session")
def with_fact() -> Change:
    """Gives a film with other fields in a fact."""

    def change(film: Film, fact_id: str, **fields: Any) -> Film:
        fact = msgspec.structs.replace(film.fact[fact_id], **fields)
        return msgspec.structs.replace(film, fact={**film.fact, fact_id: fact})

    return change


@pytest.fixture(scope="session")
def with_claim(with_fact: Change) -> Change:
    """Gives a film with other fields in the accepted claim of a fact."""

    def change(film: Film, fact_id: str, **fields: Any) -> Film:
        claims = film.fact[fact_id].claims
        changed = tuple(msgspec.structs.replace(claim, **fields) if claim.accepted else claim for claim in claims)
        return with_fact(film, fact_id, claims=changed)

    return change


@pytest.fixture(scope="session")
def localize() -> Localize:
    """Gives a variation of the built-in film in a locale; catalogs and messages are read and compiled only once."""

    @cache
    def localizer_of(locale: str) -> Localizer:
        return Localizer(film(), [built_in_folder()], locale)

    def localized(film: Film, locale: str) -> LocalizedFilm:
        localizer = copy(localizer_of(locale))
        localizer.film = film
        return LocalizedFilm(localizer)

    return localized
