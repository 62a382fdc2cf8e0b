"""Tests of MO files: ours are msgfmt's, and no file can do harm."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vyzov_i18n.catalogs.mo import parse_mo, read_mo, write_mo
from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.po import parse_po, read_po
from vyzov_i18n.errors import CatalogError

ACCEPTED: Final = sorted((Path(__file__).parent / "data" / "accepted").glob("*.po"))
HEADER: Final = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
EXAMPLE: Final = write_mo(
    parse_po(
        HEADER
        + 'msgid "ship"\nmsgstr "корабль"\n\nmsgctxt "c"\nmsgid "ship"\nmsgstr "судно"\n\n'
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] "дня"\n'.encode()
    )
)
CONTENTS: Final = {(None, "ship"): "корабль", ("c", "ship"): "судно", (None, "day"): ("день", "дня")}


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")
@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.stem)
def test_the_bytes_are_those_of_msgfmt(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.mo"
    subprocess.run(["msgfmt", "--no-hash", "-o", str(target), str(path)], check=True, capture_output=True)
    data = write_mo(read_po(str(path)))
    if target.exists():
        assert data == target.read_bytes()
    else:  # msgfmt writes no file without an entry
        assert parse_mo(data) == ({}, "")


def test_what_is_written_is_read() -> None:
    assert parse_mo(EXAMPLE) == (CONTENTS, "Content-Type: text/plain; charset=UTF-8\n")


def test_entries_that_are_not_ready_are_left_out() -> None:
    catalog = parse_po(
        HEADER + b'#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n\n#~ msgid "d"\n#~ msgstr "e"\n\n'
        b'msgid "f"\nmsgid_plural "g"\nmsgstr[0] "h"\nmsgstr[1] ""\n\nmsgid "i"\nmsgstr "j"\n'
    )
    assert parse_mo(write_mo(catalog))[0] == {(None, "i"): "j"}


def test_the_date_of_the_template_does_not_change_the_file() -> None:
    header = "POT-Creation-Date: {}\nLanguage: ru\nContent-Type: text/plain; charset=UTF-8\n"
    first, second = (
        write_mo(Catalog(entries=[Entry("", translations=(header.format(date),))])) for date in ("2021", "2022")
    )
    assert first == second
    assert parse_mo(first)[1] == "Language: ru\nContent-Type: text/plain; charset=UTF-8\n"


def test_a_text_that_the_charset_lacks_is_an_error() -> None:
    with pytest.raises(CatalogError, match="unencodable-text"):
        write_mo(Catalog(entries=[Entry("ship", translations=("корабль",))], charset="latin-1"))


def swap(data: bytes) -> bytes:
    """The same file in the other byte order: its header of seven words, and four words for each entry."""
    words = 7 + 4 * struct.unpack_from("<3I", data)[2]
    return struct.pack(f">{words}I", *struct.unpack_from(f"<{words}I", data)) + data[4 * words :]


def test_both_byte_orders_are_read() -> None:
    assert parse_mo(swap(EXAMPLE))[0] == CONTENTS


def patched(offset: int, value: int) -> bytes:
    return EXAMPLE[:offset] + struct.pack("<I", value) + EXAMPLE[offset + 4 :]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is too short for an MO file"),
        (EXAMPLE[:27], "the file is too short for an MO file"),
        (b"\0" * 40, "the file does not start as an MO file does"),
        (patched(4, 2 << 16), "the revision 2 of the MO format is unknown"),
        (patched(8, 2**32 - 1), "the tables of strings reach beyond the end of the file"),
        (patched(12, 2**32 - 1), "the tables of strings reach beyond the end of the file"),
        (patched(16, len(EXAMPLE)), "the tables of strings reach beyond the end of the file"),
        (patched(28, 2**31), "strings overlap"),
        (patched(28, len(EXAMPLE)), "strings overlap"),
        (patched(32, 2**32 - 1), "a string reaches beyond the end of the file, or does not end where it should"),
        (patched(36, 1), "a string reaches beyond the end of the file, or does not end where it should"),
        (EXAMPLE[:-1], "a string reaches beyond the end of the file, or does not end where it should"),
    ],
)
def test_a_file_that_points_astray_is_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "film.mo"
    path.write_bytes(data)
    with pytest.raises(CatalogError) as caught:
        read_mo(str(path))
    assert str(caught.value) == f"{path}: error[broken-mo]: {reason}"


def test_bytes_that_are_no_characters_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "film.mo"
    path.write_bytes(EXAMPLE.replace("корабль".encode(), b"\xff" * 14))
    with pytest.raises(CatalogError, match=r"error\[broken-mo\]: 'utf-8' codec can't decode byte 0xff"):
        read_mo(str(path))


def test_a_file_without_a_charset_is_ascii(tmp_path: Path) -> None:
    plain = write_mo(Catalog(entries=[Entry("ship", translations=("vessel",))]))
    assert parse_mo(plain) == ({(None, "ship"): "vessel"}, "")
    with pytest.raises(ValueError, match="'ascii' codec can't decode"):
        parse_mo(write_mo(Catalog(entries=[Entry("ship", translations=("корабль",))])))


@pytest.mark.parametrize("path", ["nowhere.mo", "", "a\0b"])
def test_a_path_that_cannot_be_read_is_an_error(path: str) -> None:
    with pytest.raises(CatalogError):
        read_mo(path)


@settings(deadline=None)
@given(st.data())
@example(None)
def test_any_bytes_are_translations_or_a_value_error(data: st.DataObject | None) -> None:
    broken = bytearray(EXAMPLE)
    if data is not None:
        for at in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=4)):
            broken[at] = data.draw(st.integers(0, 255))
    try:
        parse_mo(bytes(broken))
    except ValueError:
        assert data is not None


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.none() | st.text(max_size=3), st.text(min_size=1, max_size=5)),
        st.text(min_size=1, max_size=9) | st.tuples(st.text(min_size=1), st.text(min_size=1)),
    )
)
def test_any_translations_come_back(contents: dict[tuple[str | None, str], str | tuple[str, ...]]) -> None:
    header = "Content-Type: text/plain; charset=UTF-8\n"
    entries = [Entry("", translations=(header,))]
    clean = {key: text for key, text in contents.items() if is_clean(*(part or "" for part in key), *text)}
    for (context, message), text in clean.items():
        plural = None if isinstance(text, str) else f"{message}s"
        entries.append(Entry(message, context, plural, (text,) if isinstance(text, str) else text))
    assert parse_mo(write_mo(Catalog(entries=entries))) == (clean, header)


def is_clean(*texts: str) -> bool:
    """Whether the texts hold nothing that a PO file can't."""
    return not any(forbidden in text for text in texts for forbidden in "\0\4")
