"""Corrections of names in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.checks.terms.files import check_files
from vyzov_i18n.checks.terms.fixes import fix_files

if TYPE_CHECKING:
    from pathlib import Path

    from vyzov_i18n.termbase.glossary import Glossary

PO = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return film().glossary("en", "ru")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.ru.txt", "\ufeffРоль у Юлии Пересильде", "\ufeffРоль у Юлии Пересильд"),
        ("a.po", f'{PO}msgid "x"\nmsgstr "\\"Роль\\" у Юлии Пересильде"\n', None),
        ("a.po", f'{PO}msgid "x"\nmsgstr "Фильм \\"Вызов\\""\n', f'{PO}msgid "x"\nmsgstr "Фильм «Вызов»"\n'),
    ],
)
def test_a_file_is_corrected(name: str, before: str, after: str | None, tmp_path: Path, glossary: Glossary) -> None:
    after = before.replace("Пересильде", "Пересильд") if after is None else after
    path = tmp_path / name
    path.write_bytes(before.encode())
    (fixed,) = fix_files(check_files([path], glossary), glossary).values()
    assert fixed.data == after.encode()
    assert path.read_bytes() == before.encode()


def test_what_is_right_is_left_alone(tmp_path: Path, glossary: Glossary) -> None:
    path = tmp_path / "a.en.txt"
    path.write_text("Oleg Bogdanov", "utf-8")
    findings = check_files([path], glossary)
    assert [finding.rule for finding in findings] == ["deprecated-term"]
    assert fix_files(findings, glossary) == {}


def test_the_charset_of_a_file_is_kept(tmp_path: Path, glossary: Glossary) -> None:
    path = tmp_path / "a.ru.html"
    page = '<meta charset="koi8-r"><p>Этот фильм {} сняли.</p>'
    path.write_bytes(page.format("Вызов").encode("koi8-r"))
    fixes = fix_files(check_files([path], glossary), glossary)
    assert fixes[str(path)].data.decode("koi8-r") == page.format("&#171;Вызов&#187;")
