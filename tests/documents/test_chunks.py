from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.documents import iter_chunks, read_document
from vyzov_i18n.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

    from vyzov_i18n.diagnostics import Diagnostic

PARAGRAPHS = "Юлия Пересильд\nна МКС\n\nКлим Шипенко, см. https://a.ru/Вызов\n\n" * 50


@pytest.mark.parametrize("size", [7, 50, 64, 2000, 2**20])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_chunks_are_the_whole_text(tmp_path: Path, charset: str, line_end: str, size: int) -> None:
    path = tmp_path / "a.txt"
    source = PARAGRAPHS.replace("\n", line_end)
    path.write_bytes(source.encode(charset))
    chunks = list(iter_chunks(str(path), size))
    assert "".join(chunk.source for chunk in chunks) == source
    assert all(len(chunk.text) == len(chunk.source) <= size for chunk in chunks)
    assert all(chunk.source == source[chunk.offset :][: len(chunk.source)] for chunk in chunks)
    assert [chunk.line for chunk in chunks] == [source.count("\n", 0, chunk.offset) + 1 for chunk in chunks]


def test_chunks_are_cut_behind_paragraphs_and_have_the_text_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PARAGRAPHS, encoding="utf-8")
    chunks = list(iter_chunks(str(path), 200))
    assert len(chunks) > 10
    assert all(chunk.source.endswith("\n\n") for chunk in chunks)
    joined = "".join(chunk.text for chunk in chunks)
    document = read_document(str(path))
    assert [joined[part.start : part.end] for part in document.segments] == list(
        map(document.text_of, document.segments)
    )
    assert "a.ru" not in joined


def test_a_text_without_spaces_is_cut_where_it_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("раз два три четыре" + "я" * 20, encoding="utf-8")
    assert [chunk.source for chunk in iter_chunks(str(path), 10)] == ["раз два ", "три четыре", "я" * 10, "я" * 10]


def test_a_guess_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Юлия Пересильд".encode("cp1251"))
    findings: list[Diagnostic] = []
    assert [chunk.text for chunk in iter_chunks(str(path), report=findings.append)] == ["Юлия Пересильд"]
    assert [finding.rule for finding in findings] == ["guessed-charset"]


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Юлия\n".encode() * 200_000 + b"\xff")
    with pytest.raises(DocumentError, match="somewhere behind line"):
        list(iter_chunks(str(path)))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        list(iter_chunks(str(tmp_path)))
