"""Tests of the PO reader: what it accepts and refuses, held against msgfmt, and what it makes of the rest."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vyzov_i18n.catalogs.model import Catalog, Entry, Previous
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.catalogs.po import parse_po, read_po
from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.diagnostics.places import Place
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA: Final = Path(__file__).parent / "data"
HEADER: Final = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

REFUSED: Final = {
    "ascii-declared-but-not-kept": "5:9 invalid-bytes",
    "bad-escape": "5:10 bad-escape",
    "bad-escape-apostrophe": "4:10 bad-escape",
    "bad-escape-digit": "5:9 bad-escape",
    "bad-escape-hexadecimal": "5:9 bad-escape",
    "bad-escape-second-line": "7:3 bad-escape",
    "bad-escape-unicode": "5:9 bad-escape",
    "byte-order-mark": "1:1 byte-order-mark",
    "byte-order-mark-before-comment": "1:1 byte-order-mark",
    "comment-after-context": "4:9 incomplete-entry",
    "comment-after-msgid": "4:7 incomplete-entry",
    "comment-inside": "4:7 incomplete-entry",
    "comment-inside-text": "4:7 incomplete-entry",
    "context-after-msgid": "4:7 incomplete-entry, 6:1 misplaced-section",
    "context-separator": "4:7 context-separator",
    "context-separator-raw": "5:8 context-separator",
    "context-twice": "4:9 incomplete-entry",
    "curly-quotes": "4:1 missing-string",
    "duplicate": "7:7 duplicate-entry",
    "duplicate-fuzzy": "8:7 duplicate-entry",
    "duplicate-header": "4:7 duplicate-entry",
    "duplicate-in-context": "9:7 duplicate-entry",
    "duplicate-obsolete": "7:10 duplicate-entry",
    "duplicate-plural": "7:7 duplicate-entry",
    "duplicate-split-differently": "7:7 duplicate-entry",
    "end-of-file-character": "6:1 unexpected-character",
    "equals-sign": "4:1 missing-string",
    "index-without-plural": "5:1 misplaced-section",
    "invalid-bytes": "5:11 invalid-bytes",
    "invalid-bytes-incomplete": "5:9 invalid-bytes",
    "invalid-bytes-obsolete": "5:12 invalid-bytes",
    "invalid-bytes-outside": "4:1 invalid-bytes",
    "invalid-bytes-overlong": "5:9 invalid-bytes",
    "invalid-bytes-surrogate": "5:9 invalid-bytes",
    "many-errors": (
        "4:7 unterminated-string, 5:9 bad-escape, 7:1 unknown-keyword, 12:7 duplicate-entry, 15:7 incomplete-entry"
    ),
    "missing-msgid": "4:9 incomplete-entry",
    "missing-msgid-before-msgstr": "5:1 misplaced-section",
    "missing-msgstr": "4:7 incomplete-entry",
    "missing-msgstr-at-the-end": "4:7 incomplete-entry",
    "missing-text": "4:1 missing-string",
    "msgid-plural-first": "4:1 misplaced-section",
    "msgstr-first": "4:1 misplaced-section",
    "msgstr-twice": "6:1 misplaced-section",
    "no-break-space": "4:1 missing-string",
    "nul-outside-text": "4:1 unexpected-character",
    "number": "4:1 unexpected-character",
    "obsolete-incomplete": "4:10 incomplete-entry",
    "obsolete-msgid-only": "5:8 inconsistent-obsolete",
    "obsolete-msgstr-only": "5:11 inconsistent-obsolete",
    "obsolete-plural-gap": "6:11 plural-form-index",
    "obsolete-previous-of-active": "5:7 inconsistent-obsolete",
    "obsolete-text-goes-on": "6:1 stray-string",
    "obsolete-unknown-word": "4:4 unknown-keyword",
    "plural-comment-between-forms": "8:1 misplaced-section",
    "plural-empty-index": "6:7 plural-form-index",
    "plural-foreign-digit": "6:7 plural-form-index",
    "plural-from-one": "6:8 plural-form-index",
    "plural-gap": "7:8 plural-form-index",
    "plural-hexadecimal-index": "6:7 plural-form-index",
    "plural-mixed": "7:1 misplaced-section",
    "plural-negative-index": "6:7 plural-form-index",
    "plural-out-of-order": "7:8 plural-form-index, 8:8 plural-form-index",
    "plural-repeated": "7:8 plural-form-index",
    "plural-unclosed-index": "6:7 plural-form-index",
    "plural-with-plain-msgstr": "6:1 misplaced-section",
    "plural-without-forms": "5:14 incomplete-entry",
    "previous-alone": "4:10 incomplete-entry",
    "previous-bad-escape": "4:11 bad-escape",
    "previous-context-only": "4:12 incomplete-entry",
    "previous-inside": "4:7 incomplete-entry, 6:1 misplaced-section",
    "previous-mark-before-comment": "6:1 misplaced-section",
    "previous-msgstr": "5:4 unknown-keyword",
    "previous-plural-only": "4:4 misplaced-section",
    "previous-then-comment": "4:10 incomplete-entry",
    "previous-twice": "4:10 incomplete-entry",
    "semicolon": "4:13 unexpected-character",
    "single-quotes": "4:1 missing-string, 5:1 missing-string",
    "slash-comment": "4:1 unexpected-character",
    "unknown-keyword": "4:1 unknown-keyword",
    "unknown-keyword-capitals": "4:1 unknown-keyword",
    "unknown-word": "4:1 unknown-keyword",
    "unknown-word-behind": "4:14 unknown-keyword",
    "unterminated-after-backslash": "5:8 unterminated-string",
    "unterminated-at-the-end": "5:8 unterminated-string",
    "unterminated-by-carriage-return": "4:7 unterminated-string, 5:1 unterminated-string",
    "unterminated-msgid": "4:7 unterminated-string",
    "unterminated-msgstr": "5:8 unterminated-string",
    "unterminated-obsolete": "4:10 unterminated-string",
    "unterminated-previous": "4:10 unterminated-string",
    "unterminated-second-line": "5:1 unterminated-string",
    "utf-16": "1:1 invalid-bytes, 2:1 unexpected-character, 3:1 unexpected-character",
}

REFUSED_THOUGH_MSGFMT_ACCEPTS: Final = {
    "charset-in-a-comment-only": "4:9 missing-charset",
    "charset-missing": "5:9 missing-charset",
    "charset-not-ascii-compatible": "5:9 unknown-charset",
    "charset-not-for-files": "5:9 unknown-charset",
    "charset-unknown": "5:9 unknown-charset",
    "escapes-that-are-no-characters": "5:8 invalid-bytes",
    "no-header": "2:9 missing-charset",
}


def files(folder: str) -> list[Path]:
    found = sorted((DATA / folder).glob("*.po"))
    assert found, f"no files in {folder}"
    return found


def parse(text: str) -> Catalog:
    return parse_po((HEADER + text).encode())


def only(text: str) -> Entry:
    """The only entry beside the header."""
    (entry,) = parse(text).entries[1:]
    return entry


def summarize(error: CatalogError) -> str:
    return ", ".join(f"{finding.line}:{finding.column} {finding.rule}" for finding in error.findings)


def msgfmt_accepts(path: Path) -> bool:
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("msgfmt is not installed")
    return subprocess.run([msgfmt, "-o", "/dev/null", str(path)], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("path", files("accepted"), ids=lambda path: path.stem)
def test_what_msgfmt_accepts_is_read(path: Path) -> None:
    catalog = read_po(str(path))
    assert catalog.path == str(path)
    assert len(catalog.entries) >= (0 if path.stem in {"empty", "only-a-comment"} else 1)


@pytest.mark.parametrize(("name", "expected"), REFUSED.items())
def test_what_msgfmt_refuses_is_refused_with_its_place(name: str, expected: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_po(str(DATA / "refused" / f"{name}.po"))
    assert summarize(caught.value) == expected


@pytest.mark.parametrize(("name", "expected"), REFUSED_THOUGH_MSGFMT_ACCEPTS.items())
def test_what_no_program_could_read_later_is_refused_too(name: str, expected: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_po(str(DATA / "refused-though-msgfmt-accepts" / f"{name}.po"))
    assert summarize(caught.value) == expected


def test_every_file_has_its_expectation() -> None:
    assert {path.stem for path in files("refused")} == REFUSED.keys()
    assert {path.stem for path in files("refused-though-msgfmt-accepts")} == REFUSED_THOUGH_MSGFMT_ACCEPTS.keys()


@pytest.mark.parametrize(
    ("folder", "accepts"), [("accepted", True), ("refused", False), ("refused-though-msgfmt-accepts", True)]
)
def test_msgfmt_agrees(folder: str, accepts: bool) -> None:
    for path in files(folder):
        assert msgfmt_accepts(path) is accepts, path.name


def test_every_part_has_its_place() -> None:
    catalog = parse('#| msgid "old"\nmsgctxt "c"\n  msgid ""\n"ship" "s"\nmsgstr "корабль"\n')
    entry = catalog.entries[1]
    assert catalog.place(entry, "#|msgid") == Place(4, 10, 4, 15)
    assert catalog.place(entry, "msgctxt") == Place(5, 9, 5, 12)
    assert catalog.place(entry, "msgid") == Place(6, 9, 7, 11)
    assert catalog.place(entry, "msgstr") == Place(8, 8, 8, 17)
    assert catalog.place(entry, "msgstr[0]") is None


def test_every_part_of_an_entry_read_as_a_whole_has_its_place() -> None:
    catalog = parse('# é\nmsgctxt "c"\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] ""\n"дни"\n')
    entry = catalog.entries[1]
    assert catalog.place(entry, "msgctxt") == Place(5, 9, 5, 12)
    assert catalog.place(entry, "msgid") == Place(6, 7, 6, 12)
    assert catalog.place(entry, "msgid_plural") == Place(7, 14, 7, 20)
    assert catalog.place(entry, "msgstr[0]") == Place(8, 11, 8, 17)
    assert catalog.place(entry, "msgstr[1]") == Place(9, 11, 10, 6)
    assert [catalog.place(entry, part) for part in ("msgstr", "msgstr[2]", "#|msgid")] == [None, None, None]


def test_all_kinds_of_comments_are_kept_apart() -> None:
    entry = only(
        '# one\n#\n#two\n#. for you\n#: a.py:1 b.py\n#: ⁨my file.py⁩:3\n#, fuzzy, c-format\nmsgid "a"\nmsgstr "b"\n'
    )
    assert entry.notes == Notes(
        comments=("one", "", "two"),
        extracted=("for you",),
        references=("a.py:1", "b.py", "⁨my file.py⁩:3"),
        flags=("fuzzy", "c-format"),
    )
    assert entry.is_fuzzy


@pytest.mark.parametrize(
    ("comments", "flags"),
    [
        ("#, fuzzy,c-format", ("fuzzy", "c-format")),
        ("#! fuzzy\tno-wrap", ("fuzzy", "no-wrap")),
        ("#, no-wrap\x0bfuzzy\r", ("no-wrap", "fuzzy")),
        ("#, fuzzy\n#, c-format", ("c-format",)),
        ("#, c-format\n# a word\n#, fuzzy", ("fuzzy",)),
        ("#, range: 0..9 fuzzy", ("range: 0..9", "fuzzy")),
        ("#, range: , fuzzy", ("range: fuzzy",)),
        ("#, fuzzy, range:", ("fuzzy", "range:")),
        ("#, fuzzy\u00a0", ("fuzzy\u00a0",)),
        ("#, fuzzy\0, c-format", ("fuzzy",)),
        ("#,", ()),
    ],
)
def test_flags_are_those_that_msgfmt_sees(comments: str, flags: tuple[str, ...], tmp_path: Path) -> None:
    source = f'{HEADER}{comments}\nmsgid "ship"\nmsgstr "корабль"\n'.encode()
    (entry,) = parse_po(source).messages()
    assert entry.notes.flags == flags
    if shutil.which("msgfmt"):
        (tmp_path / "in.po").write_bytes(source)
        subprocess.run(["msgfmt", "-o", tmp_path / "out.mo", tmp_path / "in.po"], check=True)
        assert (b"ship" in (tmp_path / "out.mo").read_bytes()) is not entry.is_fuzzy


def test_previous_texts_and_obsolete_entries_are_kept() -> None:
    entry = only(
        '# gone\n#, fuzzy\n#~| msgctxt "x"\n#~| msgid "old"\n#~| msgid_plural "olds"\n'
        '#~ msgctxt "c"\n#~ msgid ""\n#~ "sh"\n#~ "ip"\n#~ msgstr "корабль"\n'
    )
    assert entry.previous == Previous("old", "x", "olds")
    assert (entry.context, entry.message, entry.translations) == ("c", "ship", ("корабль",))
    assert entry.obsolete
    assert not entry.is_translated
    assert entry.notes == Notes(comments=("gone",), flags=("fuzzy",))


def test_plural_forms_are_in_their_order() -> None:
    entry = only('msgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] "дня"\nmsgstr[2] ""\n')
    assert (entry.plural, entry.translations) == ("days", ("день", "дня", ""))
    assert not entry.is_translated


def test_plural_indexes_go_beyond_nine() -> None:
    forms = "".join(f'msgstr[{index}] "{index}"\n' for index in range(12))
    assert only(f'msgid "day"\nmsgid_plural "days"\n{forms}').translations == tuple(str(index) for index in range(12))


def test_a_form_after_a_blank_line_belongs_to_its_entry() -> None:
    entry = only('msgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\n\nmsgstr[1] "дня"\n\n"!"\n')
    assert entry.translations == ("день", "дня!")


def test_an_index_of_any_length_is_compared_as_text() -> None:
    with pytest.raises(CatalogError, match=r"^7:8: error\[plural-form-index\]: msgstr\[1\] should stand here$"):
        parse(f'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "a"\nmsgstr[{"9" * 5000}] "b"\n')


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("latin1", "äÿ"),
        ("koi8-r", "корабль"),
        ("shift-jis-with-a-backslash-byte", "ソ船"),
        ("gb18030", "飞船"),
        ("escapes-of-bytes", "ää"),
        ("escapes", "\nAAS4A\n"),
        ("escape-across-pieces", "\b1"),
        ("nul-escape", "кор"),
        ("nul-raw", "ac"),
        ("windows-line-ends", "корабль"),
    ],
)
def test_text_is_decoded_as_the_header_declares(name: str, expected: str) -> None:
    assert read_po(str(DATA / "accepted" / f"{name}.po")).entries[1].translations == (expected,)


@pytest.mark.parametrize(("name", "rule"), [("nul-raw", "nul-character"), ("domain-directive", "domain-directive")])
def test_what_is_lost_is_told(name: str, rule: str) -> None:
    (finding,) = read_po(str(DATA / "accepted" / f"{name}.po")).findings
    assert (finding.rule, finding.severity) == (rule, Severity.WARNING)


def test_bytes_of_comments_that_are_no_characters_are_replaced() -> None:
    assert read_po(str(DATA / "accepted" / "comment-invalid-bytes.po")).entries[1].notes.comments == ("\ufffd",)


def test_the_header_is_read_into_fields() -> None:
    catalog = parse_po(b'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"X-Odd:  a: b \\n"\n"Language: en\\n"\n"nothing\\n"\n')
    assert catalog.fields == {"Language": "ru", "X-Odd": "a: b"}
    assert list(catalog.messages()) == []


def test_a_finding_tells_everything() -> None:
    with pytest.raises(CatalogError) as caught:
        parse_po(HEADER.encode() + b'msgid "ship\nmsgstr "x"\n', "ru/film.po")
    (finding,) = caught.value.findings
    assert str(finding) == "ru/film.po:4:7: error[unterminated-string]: the text lacks its closing quotation mark"
    assert (finding.end_line, finding.end_column, finding.text) == (4, 12, '"ship')


@pytest.mark.parametrize("text", ["junk\n", 'msgid "a"\nmsgstr "b"\n\n', 'msgid "a"\nmsgstr "\\101"\n\n'])
def test_errors_end_before_they_flood(text: str) -> None:
    with pytest.raises(CatalogError) as caught:
        parse(text * 5000)
    assert len(caught.value.findings) == 100


def test_warnings_do_not_cut_a_file_short() -> None:
    catalog = parse("".join(f'msgid "{number}"\nmsgstr "a\\0b"\n' for number in range(500)))
    assert len(catalog.entries) == 501
    assert len(catalog.findings) == 500


@pytest.mark.parametrize("path", ["nowhere.po", "", ".", "a\0b"])
def test_a_path_that_cannot_be_read_is_no_content(path: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_po(path)
    assert [finding.rule for finding in caught.value.findings] == ["unreadable-file"]


def outcome(data: bytes) -> Catalog | None:
    try:
        return parse_po(data)
    except CatalogError as error:
        findings = error.findings
    assert findings
    assert all(finding.line and finding.column for finding in findings)
    return None


@settings(deadline=None)
@given(st.binary(max_size=200))
@example(b'msgid ""\nmsgstr "charset=utf-7"\n\nmsgid "+"\nmsgstr "\xff"')
@example(b'#~ "\n#~|')
def test_any_bytes_are_a_catalog_or_a_catalog_error(data: bytes) -> None:
    outcome(data)


WORDS: Final = [
    "msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]", "msgstr[1]", "domain", "#~", "#|", "#~|", "#", "#,",
    ' "a"', ' ""', ' "', "\\", '"b\\n"', "\n", "\n", "\n\n", "\r\n", " ", "junk", "é", "\0", "\\x", "#, fuzzy\n",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_any_jumble_of_words_is_a_catalog_or_a_catalog_error(text: str) -> None:
    outcome(HEADER.encode() + text.encode())


def seen(catalog: Catalog | None) -> Iterable[object]:
    if catalog is None:
        return ()
    parts = ("msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr[0]", "msgstr[1]")
    return [
        (entry.key, entry.plural, entry.translations, entry.notes, [catalog.place(entry, part) for part in parts])
        for entry in catalog.entries[:-1]
    ]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
@example('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n')
@example('msgid "a"\nmsgstr "b"\n\n"c"\n')
@example('# c\nmsgctxt "x"\nmsgid "a"\n"\\n"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n"d\\n"\n"e"\n')
def test_the_fast_way_and_the_slow_way_agree(text: str) -> None:
    """A numeric escape anywhere makes the reader go through the whole file word by word."""
    fast = outcome((HEADER + text + '\n\nmsgid "z"\nmsgstr ""\n').encode())
    slow = outcome((HEADER + text + '\n\nmsgid "\\172"\nmsgstr ""\n').encode())
    assert (fast is None) == (slow is None)
    assert seen(fast) == seen(slow)


def test_a_backslash_joins_a_line_with_the_next() -> None:
    (entry,) = read_po(str(DATA / "accepted" / "line-joined-by-backslash.po")).messages()
    assert (entry.message, entry.translations) == ("ships", ("корабли",))
    (entry,) = read_po(str(DATA / "accepted" / "comment-joined-by-backslash.po")).messages()
    assert (entry.message, entry.notes.comments) == ("ship", ('a comment that goes on msgid "boat"',))
