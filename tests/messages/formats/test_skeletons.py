import pytest

from vyzov_i18n.messages.formats.skeletons import Skeleton, quote, tokens


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("d MMMM", [("d", True), (" ", False), ("MMMM", True)]),
        ("y'г'.", [("y", True), ("г", False), (".", False)]),
        ("h 'o''clock'", [("h", True), (" ", False), ("o'clock", False)]),
        ("h ''a", [("h", True), (" ", False), ("'", False), ("a", True)]),
    ],
)
def test_tokens(pattern: str, parts: list[tuple[str, bool]]) -> None:
    assert list(tokens(pattern)) == parts


@pytest.mark.parametrize("text", ["de", "o'clock", "'", ". ", "г.", "a'"])
def test_quoted_text_reads_as_itself(text: str) -> None:
    assert [(part, is_field) for part, is_field in tokens(quote(text)) if is_field] == []
    assert "".join(part for part, _ in tokens(quote(text))) == text


def test_a_skeleton_lists_its_fields_from_the_largest() -> None:
    assert str(Skeleton("d MMMM y 'г'., EEEE")) == "yMMMMEEEEd"


def test_twelve_hours_bring_a_day_period_and_twenty_four_none() -> None:
    assert str(Skeleton("hm")) == "ahm"
    assert str(Skeleton("Hma")) == "Hm"
