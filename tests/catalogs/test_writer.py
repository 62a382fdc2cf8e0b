"""Tests of writing PO files: nothing is lost, and msgcat would not change them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vyzov_i18n.catalogs.model import Catalog, Entry, Previous
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.catalogs.po import parse_po, read_po
from vyzov_i18n.catalogs.writer import render_po, write_po
from vyzov_i18n.errors import CatalogError

ACCEPTED: Final = sorted((Path(__file__).parent / "data" / "accepted").glob("*.po"))
EXAMPLE: Final = """\
# The film.
#, fuzzy
msgid ""
msgstr ""
"X-First: kept in its order\\n"
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# one
#
# three
#. for the translator
#: a.py b.py:12
#, fuzzy, c-format
#| msgctxt "c"
#| msgid ""
#| "old\\n"
#| "text"
#| msgid_plural "olds"
msgctxt "c"
msgid "a \\"quote\\", a \\\\, a\\ttab\\n"
msgid_plural ""
"several\\n"
"lines\\n"
msgstr[0] "ко\\a\\b\\f\\r\\vд"
msgstr[1] ""

# gone
#. why
#: c.py
#, fuzzy
#~| msgid "older"
#~ msgctxt "c"
#~ msgid ""
#~ "two\\n"
#~ "lines"
#~ msgstr "две строки"
"""


def comparable(catalog: Catalog) -> list[tuple[object, ...]]:
    """Everything but the places, and the order of flags: fuzzy goes first."""
    return [
        (
            (entry.key, entry.plural, entry.translations, entry.previous, entry.obsolete),
            (entry.notes.comments, entry.notes.extracted, entry.notes.references, set(entry.notes.flags)),
        )
        for entry in catalog.entries
    ]


def test_everything_is_written_as_it_was() -> None:
    assert render_po(parse_po(EXAMPLE.encode())).decode() == EXAMPLE


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.stem)
def test_what_is_written_is_read_again(path: Path) -> None:
    catalog = read_po(str(path))
    again = parse_po(render_po(catalog))
    assert comparable(again) == comparable(catalog)
    assert render_po(again) == render_po(catalog)


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="msgcat is not installed")
@pytest.mark.parametrize("text", [EXAMPLE.replace("\\a\\b\\f\\r\\v", "\\r"), EXAMPLE.replace("#, fuzzy\n", "", 1)])
def test_msgcat_changes_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "film.po"
    write_po(parse_po(text.encode()), str(path))
    run = subprocess.run(["msgcat", "--no-wrap", str(path)], capture_output=True, check=True)
    assert run.stdout.decode() == path.read_text("utf-8")


def test_lines_end_at_line_feeds_only() -> None:
    rendered = render_po(Catalog(entries=[Entry("a\u2028b\x85c\x1cd", translations=("e\n\nf",))])).decode()
    assert rendered == 'msgid "a\u2028b\x85c\x1cd"\nmsgstr ""\n"e\\n"\n"\\n"\n"f"\n'


def test_a_new_entry_needs_no_source() -> None:
    notes = Notes(comments=("who",), extracted=("what",), references=("a.toml",), flags=("fuzzy",))
    entry = Entry(
        "The Challenge", "film/title", translations=("Вызов",), comments=str(notes), previous=Previous("Challenge")
    )
    assert render_po(Catalog(entries=[entry])).decode() == (
        '# who\n#. what\n#: a.toml\n#, fuzzy\n#| msgid "Challenge"\n'
        'msgctxt "film/title"\nmsgid "The Challenge"\nmsgstr "Вызов"\n'
    )


def test_the_charset_of_the_catalog_is_kept() -> None:
    path = next(path for path in ACCEPTED if path.stem == "koi8-r")
    assert "корабль".encode("koi8-r") in render_po(read_po(str(path)))


def test_a_text_that_the_charset_lacks_is_an_error_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "film.po"
    path.write_bytes(b"old")
    with pytest.raises(CatalogError, match="unencodable-text"):
        write_po(Catalog(entries=[Entry("ship", translations=("корабль",))], charset="latin-1"), str(path))
    assert path.read_bytes() == b"old"


TEXT: Final = st.text(st.characters(codec="utf-8", exclude_characters="\0\4"), max_size=12)


@settings(deadline=None)
@given(TEXT, st.none() | TEXT, st.none() | TEXT, st.lists(TEXT, min_size=1, max_size=3), st.booleans())
def test_any_text_comes_back(
    message: str, context: str | None, plural: str | None, forms: list[str], obsolete: bool
) -> None:
    header = Entry("", translations=("Content-Type: text/plain; charset=UTF-8\n",))
    entry = Entry(message or "a", context, plural, tuple(forms if plural is not None else forms[:1]), obsolete=obsolete)
    again = parse_po(render_po(Catalog(entries=[header, entry])))
    assert comparable(again) == comparable(Catalog(entries=[header, entry]))
