"""A message may be used for a hedged value only if one of its variants says the hedge."""

from __future__ import annotations

import pytest

from vyzov_i18n.film.values import Hedge
from vyzov_i18n.messages.parser import parse
from vyzov_i18n.summaries.hedges import says_hedges

PLAIN = "{$cost}"
ABOUT = ".local $h = {$cost :vyzov:hedge} .match $h about {{about {$cost}}} * {{{$cost}}}"
BOTH = (
    ".local $h = {$cost :vyzov:hedge} .local $i = {$size :vyzov:hedge} .match $h $i "
    "about about {{about {$cost}, about {$size}}} about none {{about {$cost}, {$size}}} * * {{{$cost}, {$size}}}"
)
ONLY_A_THIRD = (
    ".local $h = {$cost :vyzov:hedge} .local $part = {$cost :vyzov:share} .match $h $part "
    "about |1/3| {{about a third}} * * {{{$cost}}}"
)
OTHER_FUNCTION = ".local $h = {$cost :string} .match $h about {{about {$cost}}} * {{{$cost}}}"


@pytest.mark.parametrize(
    ("source", "hedges", "expected"),
    [
        (PLAIN, {"cost": Hedge.ABOUT}, False),
        (ABOUT, {"cost": Hedge.ABOUT}, True),
        (ABOUT, {"cost": Hedge.MORE_THAN}, False),
        (ABOUT, {"size": Hedge.ABOUT}, False),
        (ABOUT, {"cost": Hedge.ABOUT, "size": Hedge.ABOUT}, False),
        (BOTH, {"cost": Hedge.ABOUT, "size": Hedge.ABOUT}, True),
        (BOTH, {"cost": Hedge.ABOUT}, True),
        (BOTH, {"size": Hedge.ABOUT}, False),
        (BOTH, {"cost": Hedge.AT_LEAST, "size": Hedge.ABOUT}, False),
        (ONLY_A_THIRD, {"cost": Hedge.ABOUT}, False),
        (OTHER_FUNCTION, {"cost": Hedge.ABOUT}, False),
    ],
)
def test_a_hedge_needs_a_variant(source: str, hedges: dict[str, Hedge], expected: bool) -> None:
    assert says_hedges(parse(source), hedges) is expected
