from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from vyzov_i18n.messages import Message

if TYPE_CHECKING:
    from vyzov_i18n.errors import MessageError


def formatted(source: str, locale: str = "en", **arguments: Any) -> tuple[str, list[str]]:
    errors: list[MessageError] = []
    text = Message(source, locale, on_error=errors.append).format(arguments)
    return text, [error.type for error in errors]


class TestIsolation:
    @pytest.mark.parametrize(
        ("locale", "source", "text"),
        [
            ("en", "{$s}", "\u2068s\u2069"),
            ("en", "{$n}", "1"),
            ("he", "{$n}", "\u20671\u2069"),
            ("he", "{$s}", "\u2068s\u2069"),
            ("en", "{$nobody}", "\u2068{$nobody}\u2069"),
            ("en", "{$n :number u:locale=he}", "\u20671\u2069"),
            ("he", "{$n :number u:locale=en}", "\u20661\u2069"),
            ("en", "{$n :number u:dir=ltr}", "\u20661\u2069"),
            ("en", "{$n :number u:dir=auto}", "\u20681\u2069"),
            ("en", "{$n :number u:dir=inherit}", "1"),
            ("en", "{#b}{$n}{/b}", "1"),
        ],
    )
    def test_the_default_strategy(self, locale: str, source: str, text: str) -> None:
        """Only what runs left to right in a left-to-right message, and was not marked, goes without."""
        found, errors = formatted(source, locale, s="s", n=1)
        assert found == text
        assert errors == (["unresolved-variable"] if "nobody" in source else [])

    def test_none(self) -> None:
        assert Message("{$s} {$n :number u:dir=rtl}", "he", bidi="none").format(s="s", n=1) == "s 1"

    def test_marks_stay_with_a_variable(self) -> None:
        source = ".local $x = {s :string u:dir=rtl u:id=i} {{{$x}}}"
        assert formatted(source) == ("\u2067s\u2069", [])
        assert Message(source, "en").format_to_parts()[1] == {
            "type": "string",
            "locale": "en",
            "dir": "rtl",
            "id": "i",
            "value": "s",
        }


class TestMarks:
    @pytest.mark.parametrize("tags", ["fr", "fr-CA", "xx,fr", "xx , fr"])
    def test_a_locale_replaces_that_of_the_message(self, tags: str) -> None:
        assert formatted(f"{{$n :number u:locale=|{tags}|}}", n=1.5) == ("1,5", [])
        assert formatted("{$n :number u:locale=$tags}", n=1.5, tags=tags) == ("1,5", [])

    @pytest.mark.parametrize(
        "option", ["u:locale=|../fr|", "u:locale=xx", "u:locale=||", "u:dir=up", "u:dir=$n", "u:id=$bad"]
    )
    def test_a_bad_mark_is_ignored_and_reported(self, option: str) -> None:
        assert formatted(f"{{$n :number {option}}}", n=1.5, bad=[]) == ("1.5", ["bad-option"])

    @pytest.mark.parametrize("option", ["u:dir=ltr", "u:locale=fr"])
    def test_markup_has_only_an_id(self, option: str) -> None:
        assert formatted(f"{{#b {option} u:id=x}}") == ("", ["bad-option"])

    def test_markup_reports_what_it_cannot_resolve(self) -> None:
        assert formatted("a{#b x=$nobody}") == ("a", ["unresolved-variable"])

    def test_functions_do_not_see_them(self) -> None:
        source = ".local $n = {1 :number u:id=i minimumFractionDigits=1} {{{$n :number}}}"
        parts = Message(source, "en").format_to_parts()
        assert [part.get("id") for part in parts] == [None]
        assert Message(source, "en").format() == "1.0"
