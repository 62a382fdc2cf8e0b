"""Translated subtitles beside their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.documents import read_document
from vyzov_i18n.termbase.files import Checkers
from vyzov_i18n.termbase.translations import check_pair

if TYPE_CHECKING:
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.documents import Document


@pytest.fixture(scope="module")
def checkers() -> Checkers:
    return Checkers(film().glossary("en", "ru"))


def subtitles(path: str, *cues: tuple[int, str]) -> Document:
    """Cues by the second at which they are shown, two seconds long."""
    lines = [f"{n}\n00:00:{at:02},000 --> 00:00:{at + 2:02},000\n{text}\n" for n, (at, text) in enumerate(cues, 1)]
    return read_document(path, "\n".join(lines).encode())


def check(checkers: Checkers, source: Document, target: Document) -> list[Diagnostic]:
    return list(check_pair(source, target, checkers, source_locale="en", target_locale="ru"))


def told(findings: list[Diagnostic]) -> list[tuple[str, int | None, int | None]]:
    return [(finding.rule, finding.line, finding.column) for finding in findings]


def test_a_term_that_the_translation_lacks_is_told_at_its_cue(checkers: Checkers) -> None:
    source = subtitles("f.en.srt", (1, "Yulia Peresild flies\nto the ISS."), (10, "The cosmonaut waits."))
    target = subtitles("f.ru.srt", (1, "Юлия Пересильд\nлетит на станцию."), (10, "Космонавт ждёт."))
    (finding,) = check(checkers, source, target)
    assert told([finding]) == [("missing-term", 3, 1)]
    assert (finding.end_line, finding.end_column, finding.path) == (4, 18, "f.ru.srt")
    assert finding.message == "the translation lacks “ISS” (f.en.srt:4:8)"
    assert (finding.help or "").startswith(
        "the glossary has “Международная космическая станция” or “МКС” (so named by "
    )
    assert finding.suggestion is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ([(1, "On the ISS"), (4, "we wait.")], [(1, "Мы ждём"), (4, "на МКС.")]),
        (
            [(1, "Oleg Ivanov is ill."), (4, "Ivanov needs help.")],
            [(1, "Олег Иванов болен."), (4, "Ему нужна помощь.")],
        ),
        ([(1, "Cosmonaut Ivanov is ill.")], [(1, "Иванов болен.")]),
        ([(1, "The ISS, the ISS!")], [(1, "МКС!")]),
        (
            [(1, "He works on the International Space Station.")],
            [(1, "Он работает на Международной космической"), (4, "станции третий год.")],
        ),
        (
            [(1, "He works on the International Space…"), (4, "…Station.")],
            [(1, "Он работает на Международной..."), (4, "<i>...космической станции.</i>")],
        ),
        ([(1, "On the ISS"), (3, "we wait.")], [(2, "На МКС мы ждём.")]),
        ([(1, "A real challenge.")], [(1, "Это непросто.")]),
        ([(1, "The Russian ship")], [(1, "Корабль")]),
    ],
)
def test_a_good_translation_has_no_findings(
    source: list[tuple[int, str]], target: list[tuple[int, str]], checkers: Checkers
) -> None:
    assert check(checkers, subtitles("f.en.srt", *source), subtitles("f.ru.srt", *target)) == []


def test_a_wrong_name_is_not_told_as_a_missing_one_too(checkers: Checkers) -> None:
    source = subtitles("f.en.srt", (1, "Yulia Peresild is here."))
    target = subtitles("f.ru.srt", (1, "Здесь с Юлией Пересильдой."))
    assert told(check(checkers, source, target)) == [("wrong-inflection", 3, 9)]


def test_where_a_cue_is_missing_the_one_before_it_has_the_finding(checkers: Checkers) -> None:
    source = subtitles("f.en.srt", (1, "We wait."), (10, "We wait."), (20, "On the ISS"))
    target = subtitles("f.ru.srt", (1, "Ждём."), (10, "Ждём."))
    assert told(check(checkers, source, target)) == [("missing-term", 7, 1)]
    assert told(check(checkers, source, read_document("f.ru.srt", b""))) == [("missing-term", 1, 1)]


def test_a_term_that_two_cues_of_the_source_share_is_asked_for(checkers: Checkers) -> None:
    source = subtitles("f.en.srt", (1, "He works on the International"), (4, "Space Station."))
    target = subtitles("f.ru.srt", (1, "Он работает"), (4, "на станции."))
    (finding,) = check(checkers, source, target)
    assert told([finding]) == [("missing-term", 3, 1)]
    assert finding.message == "the translation lacks “International Space Station” (f.en.srt:3:17)"


def test_what_ends_a_sentence_and_what_begins_the_next_are_no_term(checkers: Checkers) -> None:
    source = subtitles("f.en.srt", (1, "A programme that is International."), (4, "Space Station life is hard."))
    target = subtitles("f.ru.srt", (1, "Программа международная."), (4, "Жить на станции трудно."))
    assert check(checkers, source, target) == []


def test_a_wrong_name_two_cues_before_hides_nothing(checkers: Checkers) -> None:
    source = subtitles("f.en.srt", (1, "Yulia Peresild."), (4, "We wait."), (7, "Yulia Peresild!"))
    target = subtitles("f.ru.srt", (1, "Юлия Переслид."), (4, "Мы ждём."), (7, "Она!"))
    assert told(check(checkers, source, target)) == [("wrong-name", 3, 1), ("missing-term", 11, 1)]
