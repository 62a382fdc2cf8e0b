"""A catalog as rules see it: its translations, and the places of their characters in the file."""

from __future__ import annotations

import pytest

from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.checks.subject import Subject

_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
_LINE = 4  # of the msgid of the first entry


def _subject(entry: str, tag: str | None = None, domain: str | None = None) -> Subject:
    return Subject(parse_po((_HEADER + entry).encode(), "x/ru.po"), tag, domain=domain)


# The strings of a translation as they stand in the file, the characters that a rule finds, and where they are found:
# lines from that of msgstr, columns.
_PLACES = [
    ('"ab bad cd"', "bad", (0, 12, 0, 15)),
    ('"a\\"b\\\\ bad"', "bad", (0, 16, 0, 19)),
    ('"a\\n\\t bad"', "bad", (0, 15, 0, 18)),
    ('"a\\101\\x42 bad"', "bad", (0, 19, 0, 22)),
    ('""\n"one "\n"two bad"', "bad", (2, 6, 2, 9)),
    ('""\n"one ba"\n"d two"', "bad", (1, 6, 2, 3)),
    ('"one "  "bad"', "bad", (0, 17, 0, 20)),
    ('""\r\n"one bad"', "bad", (1, 6, 1, 9)),
    ('"вы́зов bad"', "bad", (0, 16, 0, 19)),
    ('"😀 bad"', "bad", (0, 11, 0, 14)),
    ('"one \\"bad\\""', '"bad"', (0, 13, 0, 20)),
    ('"a\\nbad"', "\nbad", (0, 10, 0, 15)),
]


@pytest.mark.parametrize(("strings", "bad", "place"), _PLACES)
def test_a_finding_stands_where_its_characters_do(strings: str, bad: str, place: tuple[int, int, int, int]) -> None:
    subject = _subject(f'msgid "a"\nmsgstr {strings}\n')
    (unit,) = subject.units
    start = unit.target.index(bad)
    finding = subject.find("fuzzy-header", unit, "x", start, start + len(bad))
    line, column, end_line, end_column = place
    first = _LINE + 1
    assert (finding.line, finding.column) == (first + line, column)
    assert (finding.end_line, finding.end_column) == (first + end_line, end_column)
    assert finding.text == bad


def test_characters_written_as_their_bytes_are_told_with_the_whole_translation() -> None:
    subject = _subject('msgid "a"\nmsgstr "\\320\\264 bad"\n')
    (unit,) = subject.units
    assert unit.target == "д bad"
    finding = subject.find("fuzzy-header", unit, "x", 2, 5)
    assert (finding.line, finding.column, finding.end_column) == (5, 8, 22)


def test_a_finding_about_nothing_stands_at_the_next_character() -> None:
    subject = _subject('msgid "a"\nmsgstr "abc"\n')
    (unit,) = subject.units
    assert [subject.find("fuzzy-header", unit, "x", at, at).column for at in (0, 2, 3)] == [9, 11, 11]


def test_a_finding_in_a_plural_form_stands_there() -> None:
    subject = _subject('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "один"\nmsgstr[1] "два bad"\n')
    _, unit = subject.units
    finding = subject.find("fuzzy-header", unit, "x", 4, 7)
    assert (finding.line, finding.column, finding.end_column) == (7, 16, 19)


def test_the_forms_of_a_plural_have_the_sources_that_they_translate() -> None:
    subject = _subject('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "1"\nmsgstr[1] "2"\nmsgstr[2] "5"\n')
    told = [(unit.part, unit.source, unit.target) for unit in subject.units]
    assert told == [("msgstr[0]", "a", "1"), ("msgstr[1]", "b", "2"), ("msgstr[2]", "b", "5")]


@pytest.mark.parametrize(
    "entry",
    [
        '#, fuzzy\nmsgid "a"\nmsgstr "b"\n',
        '#~ msgid "a"\n#~ msgstr "b"\n',
        'msgid "a"\nmsgstr ""\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "1"\nmsgstr[1] ""\n',
    ],
    ids=["fuzzy", "obsolete", "untranslated", "half translated"],
)
def test_what_is_not_compiled_is_not_checked(entry: str) -> None:
    assert _subject(entry).units == []


class TestStretches:
    def _stretches(self, text: str, domain: str | None) -> list[tuple[int, str]]:
        subject = _subject(f'msgid "a"\nmsgstr "{text}"\n', domain=domain)
        (unit,) = subject.units
        return [(stretch.start, stretch.text) for stretch in subject.stretches(unit)]

    def test_of_a_message_are_what_stands_between_placeholders(self) -> None:
        text = ".local $a = {$b} .match $c x {{Он {$a} пел}} * {{Она}}"
        assert self._stretches(text, "summary") == [(31, "Он "), (38, " пел"), (49, "Она")]

    def test_of_a_broken_message_are_none(self) -> None:
        assert self._stretches("Он {$a", "summary") == []

    def test_of_other_texts_are_all_of_them(self) -> None:
        assert self._stretches("Он {$a", None) == [(0, "Он {$a")]
