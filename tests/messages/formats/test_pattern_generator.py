import pytest
from babel import Locale

from vyzov_i18n.messages.formats.pattern_generator import pattern_generator


@pytest.mark.parametrize(
    ("tag", "skeleton", "pattern"),
    [
        ("ru", "yMMMMd", "d MMMM y\u202fг."),
        ("ru", "MMMMd", "d MMMM"),
        ("ru", "MMMMEEEEd", "cccc, d MMMM"),
        ("ru", "yMMMM", "LLLL y\u202fг."),
        ("en", "yMMMMEEEEd", "EEEE, MMMM d, y"),
        ("de", "yMMMMEEEEd", "EEEE, d. MMMM y"),
        ("cs", "MMMd", "d. M."),
        ("es", "yMMMMd", "d 'de' MMMM 'de' y"),
        ("en", "yMMMdHm", "MMM d, y, HH:mm"),
        ("en", "hm", "h:mm a"),
    ],
)
def test_the_nearest_pattern_is_widened(tag: str, skeleton: str, pattern: str) -> None:
    found = pattern_generator(Locale(tag)).pattern(skeleton)
    assert found == pattern


def test_a_field_that_no_pattern_has_is_an_error() -> None:
    with pytest.raises(LookupError, match="yD"):
        pattern_generator(Locale("en")).pattern("yD")
