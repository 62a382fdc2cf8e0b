from typing import get_args

from vyzov_i18n.film.facts import Fact
from vyzov_i18n.film.vocabulary import KNOWN_FACTS


def test_every_known_fact_has_a_kind_that_exists() -> None:
    kinds = {fact_type.__struct_config__.tag for fact_type in get_args(Fact)}
    assert KNOWN_FACTS
    assert set(KNOWN_FACTS.values()) <= kinds
