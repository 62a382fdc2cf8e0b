"""Tests of corrections: what is corrected, and that nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from vyzov_i18n.catalogs.po import read_po
from vyzov_i18n.checks.fixes import fix
from vyzov_i18n.checks.runner import check_file
from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import FilmFolder

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: other 1.0\\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\\n"
"Last-Translator: A Person\\n"
"Language-Team: A Team\\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


@pytest.fixture
def fixed(tmp_path: Path) -> Callable[..., str]:
    """Corrects what the rules find in a Russian catalog of those entries; returns the entries as they then are."""

    def run(entries: str, *, encode: Callable[[str], bytes] = str.encode) -> str:
        path = tmp_path / "ru.po"
        path.write_bytes(encode(f"{HEADER}\n{entries}"))
        data = fix(str(path), list(check_file(str(path)))).data
        path.write_bytes(data)
        read_po(str(path))
        head, tail = data.split(encode("\n\n") if encode is str.encode else b"\r\n\r\n", 1)
        assert head in encode(HEADER)
        return tail.decode("utf-8")

    return run


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Он  сказал", "Он сказал"),
        ("Он  сказал:  да", "Он сказал: да"),
        ('слово\\n"\n"Он  сказал', 'слово\\n"\n"Он сказал'),
        ("ничего", "ничего"),
    ],
)
def test_what_a_rule_suggests_is_put_in_its_place(before: str, after: str, fixed: Callable[..., str]) -> None:
    entry = '# комментарий\n#, c-format\nmsgid "He \\"said\\""\nmsgstr "{}"\n\n#~ msgid "a"\n#~ msgstr "б  в"\n'
    assert fixed(entry.format(before)) == entry.format(after)


def test_the_ends_of_lines_stay(fixed: Callable[..., str]) -> None:
    def encode(text: str) -> bytes:
        return text.replace("\n", "\r\n").encode()

    assert fixed('msgid "a b"\nmsgstr "а  б"\n', encode=encode) == 'msgid "a b"\r\nmsgstr "а б"\r\n'


def test_a_character_that_the_charset_lacks_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "ru.po"
    text = HEADER.replace("UTF-8", "ISO-8859-5") + '\nmsgid "The a b"\nmsgstr "Это а  б"\n'
    path.write_bytes(text.encode("iso-8859-5"))
    (finding,) = (finding for finding in check_file(str(path)) if finding.rule == "double-space")
    assert fix(str(path), [msgspec.structs.replace(finding, suggestion="«")]).after == text
    assert fix(str(path), [finding]).after == text.replace("  ", " ")


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    path = tmp_path / "ru.po"
    path.write_text(f'{HEADER}\nmsgid "a b"\nmsgstr "а  б"\n', encoding="utf-8")
    return path


@pytest.fixture
def finding(catalog: Path) -> Diagnostic:
    (found,) = (finding for finding in check_file(str(catalog)) if finding.rule == "double-space")
    return found


def test_a_correction_is_the_whole_file(catalog: Path, finding: Diagnostic) -> None:
    text = catalog.read_text(encoding="utf-8")
    assert fix(str(catalog), [finding]) == (text, text.replace("  ", " "), text.replace("  ", " ").encode())
    assert catalog.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "change",
    [
        {"path": "other.po"},
        {"rule": "swapped-name"},
        {"rule": "no-rule"},
        {"suggestion": None},
        {"text": "в"},
        {"text": None},
        {"column": None},
        {"column": 8, "end_column": 14},
        {"column": 1, "end_column": 14},
    ],
    ids=str,
)
def test_what_cannot_be_sure_is_left_alone(change: dict[str, object], catalog: Path, finding: Diagnostic) -> None:
    other = msgspec.structs.replace(finding, **change)
    result = fix(str(catalog), [other])
    assert result.before == result.after


def test_what_is_put_there_is_escaped(catalog: Path, finding: Diagnostic) -> None:
    result = fix(str(catalog), [msgspec.structs.replace(finding, suggestion='"\\\n')])
    assert result.after.endswith('msgstr "а\\"\\\\\\nб"\n')


def test_a_correction_that_would_empty_a_translation_is_left_alone(catalog: Path, finding: Diagnostic) -> None:
    whole = msgspec.structs.replace(finding, column=9, end_column=13, text="а  б", suggestion="")
    result = fix(str(catalog), [whole])
    assert result.before == result.after


def test_a_catalog_that_cannot_be_read_is_refused(tmp_path: Path, finding: Diagnostic) -> None:
    with pytest.raises(CatalogError):
        fix(str(tmp_path / "nowhere.po"), [finding])


def test_a_name_with_forms_in_the_lexicon_is_left_to_a_person(lighthouse: FilmFolder) -> None:
    """To correct it alone would leave its forms behind, which stand on the old text; a sentence has none."""
    for domain in ("film", "lexicon"):
        catalog = lighthouse.catalog("ru", domain)
        catalog.write_text(catalog.read_text("utf-8").replace('"Анна Мельник"', '"Анна  Мельник"'), encoding="utf-8")
    lighthouse.translate("ru", "film", "person/nobody", "Nobody At All", "Никто  вовсе")
    path = str(lighthouse.catalog("ru", "film"))
    findings = [finding for finding in check_file(path, lighthouse.film()) if finding.rule == "double-space"]
    by_hand = "write “ ” by hand, and correct the msgid of each form of this name in lexicon.po with it"
    assert [(found.line, found.suggestion, found.help == by_hand) for found in findings] == [
        (20, None, True),
        (findings[1].line, " ", False),
    ]
    fixed = fix(path, findings, lighthouse.film())
    assert fixed.after == fixed.before.replace("Никто  вовсе", "Никто вовсе")
