from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.documents import chunks
from vyzov_i18n.errors import DocumentError
from vyzov_i18n.termbase import search

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.search import FileMatch

PARAGRAPHS = (
    "Юлия Пересильд\nна МКС.\n\nПересильд и Клим\nШипенко сняли «Вызов».\n\nВызов брошен.\n\nA line of other words.\n\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(PARAGRAPHS * 40, encoding="utf-8")
    return path


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    def iter_small(path: str, report: object = None) -> object:
        return chunks.iter_chunks(path, 128)

    monkeypatch.setattr(search, "iter_chunks", iter_small)


def words_at(path: Path, found: FileMatch) -> str:
    """What stands at the place of a match, which is in one line."""
    assert found.line == found.end_line
    line = path.read_text(encoding="utf-8").splitlines()[found.line - 1]
    return line[found.column - 1 : found.end_column - 1]


@pytest.mark.usefixtures("small_chunks")
def test_a_file_in_pieces_has_the_matches_of_the_whole_text(glossary: Glossary, article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    found = list(glossary.find_in_file(article))
    assert [one.match for one in found] == glossary.find(text)
    assert len(found) == 5 * 40
    assert all(text[one.match.start : one.match.end] == one.match.text for one in found)
    assert all(words_at(article, one) == one.match.text for one in found if one.line == one.end_line)


@pytest.mark.usefixtures("small_chunks")
def test_columns_go_on_in_a_line_that_is_cut(glossary: Glossary, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("слово " * 100 + "МКС\nи МКС", encoding="utf-8")
    places = [(one.line, one.column, one.end_column) for one in glossary.find_in_file(path)]
    assert places == [(1, 601, 604), (2, 3, 6)]


def test_a_match_in_markup_is_what_stands_in_the_file(glossary: Glossary, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Фильм\n\nИграет Юлия **Пересильд**.\n", encoding="utf-8")
    (found,) = glossary.find_in_file(path)
    assert (found.match.text, found.line, found.column, found.end_column) == ("Юлия **Пересильд", 3, 8, 24)
    assert path.read_text(encoding="utf-8")[found.match.start : found.match.end] == found.match.text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text(f"{'Слово. ' * number}МКС", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nНа МКС.\n", encoding="utf-8")
    (tmp_path / "image.png").write_bytes(b"\0")
    return tmp_path


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_a_folder_gives_the_same_whoever_shares_the_work(glossary: Glossary, folder: Path, processes: int) -> None:
    found = list(glossary.find_in_files([folder], processes=processes))
    assert [(os.path.basename(one.path), one.line, one.column) for one in found] == [
        *((f"{number}.txt", 1, 7 * number + 1) for number in range(7)),
        ("b.srt", 3, 4),
    ]


def test_the_files_pass_through_what_tracks_them(glossary: Glossary, folder: Path) -> None:
    seen: list[str] = []

    def track(files: Sequence[str]) -> Iterator[str]:
        for file in files:
            yield file
            seen.append(file)

    list(glossary.find_in_files([folder / "1.txt", folder / "deep"], track=track))
    assert [os.path.basename(path) for path in seen] == ["1.txt", "b.srt"]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_read_is_told_and_the_rest_found(glossary: Glossary, folder: Path, processes: int) -> None:
    (folder / "2.txt").write_bytes(b"\0" * 100)
    findings: list[Diagnostic] = []
    paths = [folder, folder / "none.txt", folder / "image.png"]
    found = list(glossary.find_in_files(paths, processes=processes, report=findings.append))
    assert len(found) == 7
    assert [(os.path.basename(one.path or ""), one.rule) for one in findings] == [
        ("2.txt", "binary-file"),
        ("none.txt", "unreadable-file"),
        ("image.png", "unknown-format"),
    ]
    with pytest.raises(DocumentError, match="binary-file"):
        list(glossary.find_in_files(paths, processes=processes))


def test_a_long_text_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(("Юлия Пересильд на МКС. " + "Прочие слова. " * 70 + "\n\n") * 10_000, encoding="utf-8")
    script = f"""
import resource
from vyzov_i18n.built_in import film
glossary = film().glossary("en", "ru")
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = peak()
print(sum(1 for _ in glossary.find_in_file({str(path)!r})), peak() - before)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    count, kilobytes = map(int, done.stdout.split())
    assert count == 20_000
    assert path.stat().st_size > 15_000_000
    assert kilobytes < 30_000
