from __future__ import annotations

import pytest

from vyzov_i18n.documents.addresses import find_addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("см. https://a.ru/Вызов_(фильм), да", ["https://a.ru/Вызов_(фильм),"]),
        ("«https://a.ru»", ["https://a.ru"]),
        ("пишите anna.b+c@press.co.uk.", ["anna.b+c@press.co.uk"]),
        ("mailto://a@b.ru", ["mailto://a@b.ru"]),
        ("@anna и a@b и ://a и да : // нет", []),
        ("http://a http://b", ["http://a", "http://b"]),
    ],
)
def test_addresses_are_found(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_addresses(text)] == expected


@pytest.mark.parametrize("text", ["a://" * 50_000, "a@" * 50_000, "a" * 50_000 + "@b.c", "a.b@" * 50_000])
def test_hostile_text_is_gone_through(text: str) -> None:
    spans = list(find_addresses(text))
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
