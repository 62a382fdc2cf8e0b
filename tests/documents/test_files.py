from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.documents import read_document
from vyzov_i18n.documents.files import decode
from vyzov_i18n.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vyzov_i18n.documents import Document

RUSSIAN = "Юлия Пересильд летит на МКС. Фильм «Вызов» — первый."
PLAIN = "Юлия Пересильд летит на МКС"


@pytest.mark.parametrize(
    ("charset", "name", "mark"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8-sig", "utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", "utf-16-le", b"\xff\xfe"),
        ("utf-16-be", "utf-16-be", b"\xfe\xff"),
    ],
)
def test_unicode_is_told_by_its_mark(charset: str, name: str, mark: bytes) -> None:
    data = RUSSIAN.encode(charset)
    text, found = decode("a.txt", data if data.startswith(mark) else mark + data)
    assert (text, found.name, found.mark, found.is_guess) == (RUSSIAN, name, mark, False)


def test_russian_in_windows_1251_is_guessed_and_told(read: Callable[[str, bytes], Document]) -> None:
    document = read("txt", RUSSIAN.encode("cp1251"))
    assert (document.source, document.charset) == (RUSSIAN, "cp1251")
    assert [finding.rule for finding in document.findings] == ["guessed-charset"]


@pytest.mark.parametrize(
    "data",
    [
        "Café à la crème, naïve".encode("latin-1"),
        "Die Straße ist für alle schön".encode("cp1252"),
        PLAIN.encode("koi8-r"),
        PLAIN.encode("cp866"),
        "日本語のテキスト".encode("shift_jis"),
        b"\xff\x80",
        RUSSIAN.encode() + b"\xd0",
        b"\xff\xfe\x00",
    ],
)
def test_other_charsets_are_not_guessed(data: bytes) -> None:
    with pytest.raises(DocumentError) as raised:
        decode("a.txt", data)
    assert [finding.rule for finding in raised.value.findings] == ["undecodable-file"]


def test_the_place_of_the_first_bad_byte_is_told() -> None:
    with pytest.raises(DocumentError) as raised:
        decode("a.txt", "раз\nдва ".encode() + b"\xff")
    (finding,) = raised.value.findings
    assert (finding.line, finding.column) == (2, 5)


@pytest.mark.parametrize("declared", ["koi8-r", "KOI8-R", "windows-1251", "cp866"])
def test_html_declares_its_charset(declared: str, read: Callable[[str, bytes], Document]) -> None:
    source = f'<html><head><meta charset="{declared}"><body>{PLAIN}'
    document = read("html", source.encode(declared))
    assert document.source == source
    assert document.findings == ()


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "hex", "idna", "punycode", "nonsense", "unicode_escape"])
def test_a_declaration_that_is_a_trap_is_none(declared: str) -> None:
    data = f"<meta charset={declared}><p>".encode() + "für schön".encode("latin-1")
    with pytest.raises(DocumentError):
        decode("a.html", data, is_html=True)


def test_xml_declares_its_charset(read: Callable[[str, bytes], Document]) -> None:
    source = f"<?xml version='1.0' encoding='koi8-r'?><html><p>{PLAIN}</p></html>"
    assert read("xhtml", source.encode("koi8-r")).source == source


def test_utf_8_is_utf_8_whatever_is_declared(read: Callable[[str, str], Document]) -> None:
    source = f"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>{RUSSIAN}"
    assert read("html", source).source == source


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="binary-file"):
        decode("a.txt", b"PK\0\0\0\0")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    with pytest.raises(DocumentError, match="larger than 64 MiB"):
        read_document(str(path))


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    with pytest.raises(OSError, match="no regular file"):
        read_document(str(path))


@pytest.mark.parametrize("name", ["missing.txt", ""])
def test_what_cannot_be_opened_is_an_os_error(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(OSError, match=r"No such file|Is a directory"):
        read_document(str(folder / name))
