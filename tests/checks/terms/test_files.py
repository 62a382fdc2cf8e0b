"""Files and folders held against a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.checks.terms.files import check_files, check_pair, find_files
from vyzov_i18n.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary

PO = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CUE = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return film().glossary("en", "ru")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "b/film.ru.srt": CUE.format("Фильм Вызов"),
        "a.en.txt": "By Ilya Malakhova",
        "a.ru.md": "Роль у *Юлии* Пересильде",
        "c.po": f'{PO}msgid "On the ISS"\nmsgstr "На станции"\n',
        "broken.po": 'msgid "a',
        "empty.txt": "",
        "picture.png": "The Defiance",
        "d.en.vtt": "no cues",
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def told(findings: tuple[Diagnostic, ...], folder: Path) -> list[tuple[str, str, int | None, int | None]]:
    return [(f.rule, (f.path or "").removeprefix(f"{folder}/"), f.line, f.column) for f in findings]


EXPECTED = [
    ("forbidden-term", "a.en.txt", 1, 4),
    ("wrong-inflection", "a.ru.md", 1, 9),
    ("missing-quotation-marks", "b/film.ru.srt", 3, 7),
    ("unterminated-string", "broken.po", 1, 7),
    ("missing-term", "c.po", 7, 9),
    ("missing-signature", "d.en.vtt", 1, 1),
    ("stray-text", "d.en.vtt", 1, 1),
]


def test_a_folder_is_checked_with_all_below_it(folder: Path, glossary: Glossary) -> None:
    assert told(check_files([folder], glossary), folder) == EXPECTED


@pytest.mark.parametrize("processes", [2, 3, 50])
def test_processes_change_nothing(processes: int, folder: Path, glossary: Glossary) -> None:
    assert check_files([folder], glossary, processes=processes) == check_files([folder], glossary)


def test_each_file_is_checked_once(folder: Path, glossary: Glossary) -> None:
    paths: list[str | Path] = [folder, str(folder), folder / "a.en.txt"]
    files, findings = find_files(paths)
    names = ["a.en.txt", "a.ru.md", "broken.po", "c.po", "d.en.vtt", "empty.txt", "b/film.ru.srt"]
    assert files == [f"{folder}/{name}" for name in names]
    assert findings == []
    assert told(check_files(paths, glossary), folder) == EXPECTED


def test_the_files_pass_through_the_tracker(folder: Path, glossary: Glossary) -> None:
    seen: list[str] = []

    def track(paths: object) -> list[str]:
        seen.extend(paths)  # type: ignore[arg-type]
        return list(seen)

    check_files([folder], glossary, track=track)
    assert len(seen) == 7


def test_the_language_can_be_given(folder: Path, glossary: Glossary) -> None:
    path = folder / "text.txt"
    path.write_text("Klim Shipenko", "utf-8")
    assert [finding.rule for finding in check_files([path], glossary, locale="ru")] == []
    with pytest.raises(KeyError, match="fr"):
        check_files([path], glossary, locale="fr")


@pytest.mark.parametrize(
    ("name", "rule"),
    [("nowhere.txt", "unreadable-file"), ("picture.png", "unknown-format"), ("x.po", "unreadable-file")],
)
def test_a_named_file_that_cannot_be_read_is_told(name: str, rule: str, folder: Path, glossary: Glossary) -> None:
    assert [finding.rule for finding in check_files([folder / name], glossary)] == [rule]


def test_a_pair_is_told_in_the_languages_of_its_names(folder: Path, glossary: Glossary) -> None:
    source, target = folder / "f.en.srt", folder / "f.ru.srt"
    source.write_text(CUE.format("On the ISS"), "utf-8")
    target.write_text(CUE.format("На станции"), "utf-8")
    assert told(check_pair(str(source), str(target), glossary), folder) == [("missing-term", "f.ru.srt", 3, 1)]
    other = folder / "f.fr.srt"
    other.write_text(CUE.format("Dans l’ISS"), "utf-8")
    with pytest.raises(DocumentError, match=r"the language of the file is none of the glossary \(en, ru\)"):
        check_pair(str(source), str(other), glossary)


def test_of_a_thousand_times_the_same_and_of_a_long_word_not_all_is_told(tmp_path: Path, glossary: Glossary) -> None:
    many, long = tmp_path / "many.en.txt", tmp_path / "long.en.txt"
    many.write_text("The Defiance\n\n" * 1_200, "utf-8")
    long.write_text(f"Anton Shkap{'l' * 100_000}erov", "utf-8")
    findings = check_files([many, long], glossary)
    assert [finding.rule for finding in findings if finding.path == str(many)] == [
        "too-many-findings",
        *["forbidden-term"] * 1_000,
    ]
    assert [finding.message for finding in findings if finding.path == str(long)] == [
        f"“Anton Shkap{'l' * 68}…” is not the name of “Anton Shkaplerov”",
    ]
