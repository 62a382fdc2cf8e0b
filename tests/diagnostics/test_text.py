"""Findings with the line of the source and carets under the place."""

from __future__ import annotations

from typing import Any

import pytest

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.text import render_text


def render(source: str | None, *, colour: bool = False, **fields: Any) -> str:
    finding = Diagnostic(rule="odd-word", message="odd", path="a.po", **fields)
    return render_text([finding], lambda path: source if path == "a.po" else None, colour=colour)


def carets(source: str, column: int, end_column: int) -> tuple[str, str]:
    _, line, pointer = render(source, line=1, column=column, end_line=1, end_column=end_column).splitlines()
    return line.removeprefix("1 | "), pointer.removeprefix("  | ")


def test_a_finding_has_its_line_with_carets_and_its_advice() -> None:
    source = 'msgid "cat"\nmsgstr "кот"\n'
    place: dict[str, Any] = {"line": 2, "column": 9, "end_line": 2, "end_column": 12}
    assert render(source, **place, help="look again", suggestion="кошка") == (
        'a.po:2:9: error[odd-word]: odd\n2 | msgstr "кот"\n  |         ^^^\n  help: look again\n  suggestion: кошка\n'
    )


def test_the_gutter_is_as_wide_as_the_number_of_the_line() -> None:
    source = "\n" * 99 + "word"
    text = render(source, severity=Severity.WARNING, line=100, column=1, end_line=100, end_column=5)
    assert text == "a.po:100:1: warning[odd-word]: odd\n100 | word\n    | ^^^^\n"


@pytest.mark.parametrize(
    "fields",
    [{}, {"line": 7}, {"line": 7, "column": 1, "end_line": 7, "end_column": 2}],
    ids=["of a whole file", "in a line that is not there", "at a place that is not there"],
)
def test_without_its_line_a_finding_is_its_headline(fields: dict[str, Any]) -> None:
    assert render("one line", **fields).count("\n") == 1


def test_a_finding_in_a_file_that_cannot_be_read_is_its_headline() -> None:
    assert render(None, line=1, column=1) == "a.po:1:1: error[odd-word]: odd\n"


def test_a_finding_of_no_file_is_its_headline() -> None:
    assert render_text([Diagnostic(rule="odd", message="no")], lambda path: "", colour=False) == "error[odd]: no\n"


def test_a_finding_without_a_column_has_its_line_without_carets() -> None:
    assert render("some words", line=1) == "a.po:1: error[odd-word]: odd\n1 | some words\n"


@pytest.mark.parametrize(
    ("source", "column", "end_column", "line", "pointer"),
    [
        ("кот", 2, 3, "кот", " ^"),
        ("кот", 4, 4, "кот", "   ^"),
        ("кот", 9, 12, "кот", "   ^"),
        ("кот", 2, 2, "кот", " ^"),
        ("кот\r", 1, 4, "кот", "^^^"),
        ("a\tbc", 3, 5, "a    bc", "     ^^"),
        ("\tb", 1, 2, "    b", "^^^^"),
        ("挑战 кот", 4, 7, "挑战 кот", "     ^^^"),
        ("挑战", 2, 3, "挑战", "  ^^"),
        ("вы\u0301зов", 4, 7, "вы\u0301зов", "  ^^^"),
        ("вы\u0301зов", 3, 4, "вы\u0301зов", "  ^"),
        ("a\u202eb", 2, 3, "a<U+202E>b", " ^^^^^^^^"),
        ("\x1b[2J\x07x", 6, 7, "<U+001B>[2J<U+0007>x", " " * 19 + "^"),
    ],
)
def test_carets_stand_under_the_characters(source: str, column: int, end_column: int, line: str, pointer: str) -> None:
    assert carets(source, column, end_column) == (line, pointer)


def test_a_place_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    text = render("ab cd\nef", line=1, column=4, end_line=2, end_column=2)
    assert text.splitlines()[1:] == ["1 | ab cd", "  |    ^^"]


@pytest.mark.parametrize("start", [0, 10, 99, 150, 400, 990])
def test_of_a_long_line_a_window_around_the_place_is_shown(start: int) -> None:
    source = "".join(f"{number:9} " for number in range(100))
    line, pointer = carets(source, start + 1, start + 11)
    assert len(line) <= 102
    assert line.startswith("…") is (start > 30)
    assert line.endswith("…") is (start < 930)
    first = pointer.index("^")
    assert pointer.count("^") == 10
    assert line[first : first + 10] == source[start : start + 10]


def test_the_window_counts_columns_not_characters() -> None:
    line, pointer = carets("挑" * 1000, 501, 503)
    assert len(line) == 52
    assert pointer == " " * 31 + "^^^^"


def test_a_place_longer_than_the_window_is_underlined_as_far_as_it_is_shown() -> None:
    line, pointer = carets("x" * 1_000_000, 1, 1_000_001)
    assert line == "x" * 100 + "…"
    assert pointer == "^" * 100


def test_nothing_of_others_reaches_the_terminal_as_a_control() -> None:
    finding = Diagnostic(
        rule="odd", message="a\x1b]0;b\x07", path="\x9b.po", line=1, column=1, help="\u202e", suggestion="c\nd"
    )
    assert render_text([finding], lambda path: "\x1bc", colour=False) == (
        "<U+009B>.po:1:1: error[odd]: a<U+001B>]0;b<U+0007>\n"
        "1 | <U+001B>c\n"
        "  | ^^^^^^^^\n"
        "  help: <U+202E>\n"
        "  suggestion: c<U+000A>d\n"
    )


def test_colour_adds_escape_sequences_and_nothing_else() -> None:
    place: dict[str, Any] = {"line": 1, "column": 2, "end_line": 1, "end_column": 4}
    assert render("abcd", colour=True, **place, help="look") == (
        "\x1b[1ma.po:1:2\x1b[0m: \x1b[1;31merror[odd-word]\x1b[0m: odd\n"
        "\x1b[1;34m1 |\x1b[0m abcd\n"
        "\x1b[1;34m  |\x1b[0m  \x1b[1;31m^^\x1b[0m\n"
        "  \x1b[1;34mhelp\x1b[0m: look\n"
    )


def test_a_file_is_asked_for_once() -> None:
    asked: list[str] = []

    def read(path: str) -> None:
        asked.append(path)

    findings = [Diagnostic(rule="odd", message="no", path="a.po", line=line) for line in (1, 2, 3)]
    render_text(findings, read, colour=False)
    assert asked == ["a.po"]
