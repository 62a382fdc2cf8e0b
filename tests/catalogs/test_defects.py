"""Tests of what keeps a readable catalog from being compiled, held against `msgfmt --check-header`."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

from vyzov_i18n.catalogs.defects import find_defects
from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path

FIELDS: Final = {
    "Project-Id-Version": "film 1",
    "PO-Revision-Date": "2026-01-01 00:00+0000",
    "Last-Translator": "none",
    "Language-Team": "none",
    "Language": "ru",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=n != 1;",
}
PLURAL: Final = 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] "дня"\n'


def header(**changes: str | None) -> str:
    fields = {**FIELDS, **{name.replace("_", "-"): value for name, value in changes.items()}}
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items() if value is not None)
    return f'msgid ""\nmsgstr ""\n{lines}\n'


CASES: Final = {
    "sound": (header() + PLURAL, []),
    "no-header": ('msgid "a"\nmsgstr "b"\n', ["missing-header"]),
    "empty-header": ('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n', ["missing-header"]),
    "no-rule": (header(Plural_Forms=None) + PLURAL, ["plural-rule"]),
    "no-rule-no-plurals": (header(Plural_Forms=None) + 'msgid "a"\nmsgstr "b"\n', []),
    "no-rule-no-translations": (
        header(Plural_Forms=None) + 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        [],
    ),
    "template-rule": (header(Plural_Forms="nplurals=INTEGER; plural=EXPRESSION;") + PLURAL, ["plural-rule"]),
    "half-a-rule": (header(Plural_Forms="nplurals=2") + PLURAL, ["plural-rule"]),
    "broken-rule": (header(Plural_Forms="nplurals=2; plural=n n;"), ["plural-rule"]),
    "half-a-rule-not-needed": (header(Plural_Forms="nplurals=2") + "#, fuzzy\n" + PLURAL, []),
    "no-rule-fuzzy": (header(Plural_Forms=None) + "#, fuzzy\n" + PLURAL, []),
    "rule-beyond": (header(Plural_Forms="nplurals=2; plural=n;") + PLURAL, ["plural-rule"]),
    "rule-divides-by-zero": (header(Plural_Forms="nplurals=2; plural=1/n;") + PLURAL, ["plural-rule"]),
    "too-few-forms": (header(Plural_Forms="nplurals=3; plural=0;") + PLURAL, ["plural-form-count"]),
    "too-many-forms": (header(Plural_Forms="nplurals=1; plural=0;") + PLURAL, ["plural-form-count"]),
    "fuzzy-count": (header(Plural_Forms="nplurals=1; plural=0;") + "#, fuzzy\n" + PLURAL, []),
    "obsolete-count": (header() + '#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "c"\n', []),
    "msgid-ends": (header() + 'msgid "a\\n"\nmsgstr "b"\n', ["line-break-at-end"]),
    "msgstr-ends": (header() + 'msgid "a"\nmsgstr "b\\n"\n', ["line-break-at-end"]),
    "msgid-begins": (header() + 'msgid "\\na"\nmsgstr "b"\n', ["line-break-at-start"]),
    "msgstr-begins": (header() + 'msgid "a"\nmsgstr "\\nb"\n', ["line-break-at-start"]),
    "both": (header() + 'msgid "\\na\\n"\nmsgstr "\\nb\\n"\n', []),
    "untranslated-ends": (header() + 'msgid "a\\n"\nmsgstr ""\n', []),
    "fuzzy-ends": (header() + '#, fuzzy\nmsgid "a\\n"\nmsgstr "b"\n', []),
    "obsolete-ends": (header() + '#~ msgid "a\\n"\n#~ msgstr "b"\n', []),
    "plural-ends": (
        header() + 'msgid "a\\n"\nmsgid_plural "b"\nmsgstr[0] "c\\n"\nmsgstr[1] ""\n',
        ["line-break-at-end", "line-break-at-end"],
    ),
}


def errors(text: str) -> list[str]:
    return [finding.rule for finding in find_defects(parse_po(text.encode())) if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("name", CASES)
def test_defects_are_found(name: str) -> None:
    text, expected = CASES[name]
    assert errors(text) == expected


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")
@pytest.mark.parametrize("name", CASES)
def test_msgfmt_agrees(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    path = tmp_path / "film.po"
    path.write_text(text, "utf-8")
    run = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, check=False)
    assert (run.returncode != 0) == bool(expected)


@pytest.mark.parametrize("name", FIELDS.keys() - {"Plural-Forms", "Content-Type"})
def test_a_missing_field_is_a_warning(name: str) -> None:
    (finding,) = find_defects(parse_po((header(**{name: None}) + PLURAL).encode()))
    assert str(finding) == f"2:8: warning[missing-header-field]: the header lacks the field {name}".replace(
        "2:8", "2:8"
    )


def test_a_defect_has_its_place() -> None:
    (finding,) = find_defects(parse_po((header() + 'msgid "a"\nmsgstr "b\\n"\n').encode(), "ru/film.po"))
    assert str(finding) == (
        "ru/film.po:14:8: error[line-break-at-end]: msgid and msgstr must both end with a line break, or neither"
    )


def test_half_a_plural_rule_that_no_entry_needs_is_a_warning() -> None:
    (finding,) = find_defects(parse_po(header(Plural_Forms="plural=n != 1;").encode()))
    assert (finding.rule, finding.severity) == ("plural-rule", Severity.WARNING)


@pytest.mark.parametrize(("text", "start"), [('msgid "a"\nmsgstr "b"\n', "1:1"), ('\nmsgid ""\nmsgstr ""\n', "3:8")])
def test_a_missing_header_is_told_at_the_start_or_at_the_empty_one(text: str, start: str) -> None:
    (finding,) = find_defects(parse_po(text.encode(), "a.po"))
    assert str(finding).startswith(f"a.po:{start}: error[missing-header]: ")


def test_a_defect_of_a_catalog_that_was_not_read_has_none() -> None:
    (finding,) = find_defects(Catalog(entries=[Entry("a\n", translations=("b\n",))], path="ru/film.po"))
    assert (finding.path, finding.line, finding.rule) == ("ru/film.po", None, "missing-header")
