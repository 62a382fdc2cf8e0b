"""Articles and subtitles held against the glossary: what is found, where, and how it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.documents import read_document
from vyzov_i18n.termbase import files
from vyzov_i18n.termbase.documentation import RULES
from vyzov_i18n.termbase.files import Checkers, check_document, check_file, check_text, fix_document, suggest

if TYPE_CHECKING:
    from pathlib import Path

    from vyzov_i18n.diagnostics import Diagnostic

    Found = list[tuple[str, int | None, int | None, str | None]]


@pytest.fixture(scope="module")
def checkers() -> Checkers:
    return Checkers(film().glossary("en", "ru", "de"))


def told(findings: list[Diagnostic]) -> Found:
    return [(finding.rule, finding.line, finding.column, finding.suggestion) for finding in findings]


def check(checkers: Checkers, name: str, text: str, locale: str | None = None) -> Found:
    return told(list(check_document(read_document(name, text.encode()), checkers, locale=locale)))


RUSSIAN = """\
# «Вызов»

Главную роль в фильме «Вызов» получила **Юлия Пересильд**: Юлию Пересильд выбрали из трёх тысяч.

Режиссёр — Клим Шипенко, с Юлией *Пересильдой*
он работал впервые. В прокат вышел фильм Вызов.

Наука и техника шагнули вперёд, и это тоже вызов: https://example.org/The-Defiance
"""
CUES = """\
1
00:00:01,000 --> 00:00:03,000
<i>Ilya
Malakhova</i> wrote it.

2
00:00:04,000 --> 00:00:05,000
The Challenge awaits.
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.md",
            RUSSIAN,
            [
                ("wrong-inflection", 5, 28, "Юлией *Пересильд"),
                ("missing-quotation-marks", 6, 42, "«Вызов»"),
            ],
        ),
        ("a.en.srt", CUES, [("forbidden-term", 3, 4, "Nailya\nMalakhova")]),
        ("a.en.txt", "The pilot.\r\n\r\nTHE DEFIANCE", [("forbidden-term", 3, 1, "THE CHALLENGE")]),
        ("a.en.txt", "Cosmonaut Oleg Ivanov flies to the ISS; Ivanov was ill. A real challenge.", []),
    ],
)
def test_findings_have_their_place_in_the_file(name: str, text: str, expected: Found, checkers: Checkers) -> None:
    assert check(checkers, name, text) == expected


def test_a_finding_tells_the_right_term_and_who_names_it_so(checkers: Checkers) -> None:
    (finding,) = check_text("Written by Ilya  Malakhova.", checkers, locale="en")
    assert finding.message == "“Ilya Malakhova” is wrong (a man’s given name before a woman’s surname)"
    assert finding.help == "write “Nailya Malakhova” (so named by Wikipedia)"
    assert (finding.severity, finding.text, finding.path) == ("error", "Ilya  Malakhova", None)
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (1, 12, 1, 27)


class TestLanguages:
    """A document in several languages."""

    HTML = (
        '<html lang="ru"><body>\n<p>Фильм «Вызов» снял Клим Шипенко.</p>\n'
        '<p lang="en-GB">The Defiance is <span lang="ru">фильм Вызов</span> here.</p>\n'
        '<p lang="fr">Julia Pereslid</p><p lang="fr">The Defiance</p></body></html>'
    )

    def test_each_part_is_checked_in_its_own(self, checkers: Checkers) -> None:
        assert check(checkers, "a.html", self.HTML) == [
            ("unchecked-language", None, None, None),
            ("missing-quotation-marks", 3, 55, "«Вызов»"),
            ("forbidden-term", 3, 17, "The Challenge"),
        ]

    def test_the_language_given_is_that_of_most_of_it(self, checkers: Checkers) -> None:
        text = '<p lang="en">Фильм Вызов снял Клим Шипенко.</p><p lang="ru">фильм Вызов</p>'
        expected = ("missing-quotation-marks", 1, 20, "«Вызов»")
        assert check(checkers, "a.html", text, "ru")[0] == expected
        assert expected not in check(checkers, "a.html", text)

    def test_a_paragraph_in_another_script_is_one_in_another_language(self, checkers: Checkers) -> None:
        english = "The Challenge (Вызов) is the first feature shot aboard the station, says Klim Schipenko."
        russian = "Режиссёр Клим Шипенко снял фильм Вызов на борту станции; съёмки заняли двенадцать дней в октябре."
        expected: Found = [("missing-quotation-marks", 1, 34, "«Вызов»"), ("wrong-name", 3, 74, "Klim Shipenko")]
        assert check(checkers, "a.ru.txt", f"{russian}\n\n{english}") == expected
        assert check(checkers, "a.txt", f"{russian}\n\n{english}") == expected
        assert check(checkers, "a.txt", f"{russian}\n\n{english}", "ru") == expected

    def test_a_guess_is_told(self, checkers: Checkers) -> None:
        assert check(checkers, "a.txt", "Yulia Peresild") == [("guessed-language", None, None, None)]
        assert check(checkers, "a.en.txt", "Yulia Peresild") == []

    def test_other_languages_of_the_glossary_change_nothing(self) -> None:
        text = "Роль у Юлии Пересильде, фильм Вызов. Klim Schipenko."
        narrow = check_text(text, Checkers(film().glossary("en", "ru")), locale="ru")
        assert list(check_text(text, Checkers(film().glossary()), locale="ru")) == list(narrow)


class TestLongTexts:
    """A text that is checked a piece at a time."""

    @pytest.fixture
    def small_pieces(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(files, "_PIECE", 60)

    @pytest.mark.usefixtures("small_pieces")
    @pytest.mark.parametrize("suffix", ["txt", "md"])
    def test_places_and_mentions_are_the_same(self, suffix: str, tmp_path: Path, checkers: Checkers) -> None:
        text = "Юлия Пересильд в роли врача, и это её первая роль.\n\n" * 3
        text += "Рядом с Машковым и к Пересильд, всё по порядку в этом фильме; фильм Вызов о враче.\r\n\r\n"
        text += "Владимир Машков.\n\nСпектакль: к Машкова.\n\nОни сняли фильм Вызов."
        path = tmp_path / f"a.ru.{suffix}"
        path.write_bytes(text.encode())
        assert told(list(check_file(str(path), checkers))) == [
            ("missing-quotation-marks", 7, 69, "«Вызов»"),
            ("wrong-case", 11, 14, "Машкову"),
            ("missing-quotation-marks", 13, 17, "«Вызов»"),
        ]

    @pytest.mark.usefixtures("small_pieces")
    def test_a_line_may_be_longer_than_a_piece(self, tmp_path: Path, checkers: Checkers) -> None:
        line = "The film was shot on board of the station, and it took twelve days in all. "
        path = tmp_path / "a.en.txt"
        path.write_text(f"{line * 3}Ilya Malakhova\n\nThe Defiance", "utf-8")
        assert told(list(check_file(str(path), checkers))) == [
            ("forbidden-term", 1, 226, "Nailya Malakhova"),
            ("forbidden-term", 3, 1, "The Challenge"),
        ]


class TestFixes:
    """Corrected is what has one right text, in the source of the document."""

    @pytest.mark.parametrize(
        ("name", "before", "after"),
        [
            ("a.ru.txt", "Роль у Юлии Пересильде\r\nв фильме Вызов.", "Роль у Юлии Пересильд\r\nв фильме «Вызов»."),
            ("a.en.srt", CUES, CUES.replace("Ilya", "Nailya")),
            ("a.en.html", "<p>ILYA&nbsp;<b>MALAKHOVA</b>", "<p>NAILYA&nbsp;<b>MALAKHOVA</b>"),
            ("a.en.txt", "Oleg Bogdanov", "Oleg Bogdanov"),
        ],
    )
    def test_in_the_source(self, name: str, before: str, after: str, checkers: Checkers) -> None:
        document = read_document(name, before.encode())
        assert fix_document(document, checkers, RULES.keys()).source == after

    def test_only_what_is_asked_for(self, checkers: Checkers) -> None:
        document = read_document("a.ru.txt", "Роль у Юлии Пересильде в фильме Вызов.".encode())
        fixed = fix_document(document, checkers, {"missing-quotation-marks"})
        assert fixed.source == "Роль у Юлии Пересильде в фильме «Вызов»."

    def test_what_is_put_right_has_no_findings(self, checkers: Checkers) -> None:
        fixed = fix_document(read_document("a.md", RUSSIAN.encode()), checkers, RULES.keys(), locale="ru")
        assert list(check_document(fixed, checkers, locale="ru")) == []


def test_a_glossary_checks_a_text() -> None:
    glossary = film().glossary("en", "ru")
    assert told(list(glossary.check("Смотрели?\nФильм Вызов."))) == [("missing-quotation-marks", 2, 7, "«Вызов»")]
    assert glossary.check("a real challenge", "en") == ()
    with pytest.raises(KeyError, match="fr"):
        glossary.check("Vyzov", "fr")


def test_odd_files_are_told(checkers: Checkers) -> None:
    assert check(checkers, "a.en.txt", "The \x07 film") == [("control-in-text", 1, 5, None)]


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Juliya Peresild", {"en": "Yulia Peresild", "de": "Yulia Peresild"}),
        ("Пересильдой", {"ru": "Пересильд"}),
        ("The Defianse", {}),
        ("Gravity", {}),
    ],
)
def test_what_was_meant_is_suggested(text: str, suggested: dict[str, str], checkers: Checkers) -> None:
    assert suggest(text, checkers) == suggested
