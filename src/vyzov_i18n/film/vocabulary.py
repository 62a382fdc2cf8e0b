"""The facts that the library knows by their ids, each with the kind it must have; every other fact brings a label."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN_FACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "country": "country",
        "genre": "concepts",
        "feature-length": "flag",
        "first-of-its-kind": "text",
        "running-time": "duration",
        "filming": "interval",
        "filming-length": "duration",
        "filming-place": "concepts",
        "filming-on-the-ground": "text",
        "spaceflight": "concepts",
        "commander": "concepts",
        "director-jobs": "concepts",
        "space-footage": "range",
        "budget": "money",
        "entries": "count",
        "shortlist": "range",
        "earlier-films": "concepts",
        "trailer": "date",
        "premiere": "date",
        "release": "date",
        "distributor": "concepts",
    }
)

# The variables that every message of a film may use beside the ids of its concepts and facts.
COMMON_VARIABLES: Final = ("title", "directors", "writers", "cast", "star", "others")
