"""Rules of format strings, held against msgfmt where there is one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.films import Film

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.diagnostics import Diagnostic

    Check = Callable[..., list[Diagnostic]]

# A rule, the flag, the source and the translation that breaks it.
_BROKEN = [
    ("invalid-format", "python-format", "%d files", "%d файлов (100 ⟦%)⟧"),
    ("invalid-format", "python-format", "%s", "⟦%y⟧"),
    ("invalid-format", "python-format", "%s", "%s ⟦%(a)s⟧"),
    ("invalid-format", "python-format", "%(a)s", "%(a)s ⟦%(a)d⟧"),
    ("invalid-format", "c-format", "%s", "%1$s ⟦%s⟧"),
    ("invalid-format", "c-format", "%s %s", "⟦%2$s⟧"),
    ("invalid-format", "c-format", "%s", "⟦%0$s⟧"),
    ("invalid-format", "python-brace-format", "{a}", "{a} ⟦{⟧b"),
    ("unknown-placeholder", "python-format", "%(count)d", "%(count)d из ⟦%(all)d⟧"),
    ("unknown-placeholder", "python-format", "%s", "%s ⟦%s⟧"),
    ("unknown-placeholder", "c-format", "%s", "%s ⟦%d⟧"),
    ("unknown-placeholder", "python-brace-format", "{a}", "{a} ⟦{b}⟧"),
    ("missing-placeholder", "python-format", "%(a)s %(b)s", "⟦%(a)s⟧"),
    ("missing-placeholder", "c-format", "%s %d", "⟦%s⟧"),
    ("missing-placeholder", "python-brace-format", "{} {}", "⟦{}⟧"),
    ("changed-placeholder", "python-format", "%(a)s", "⟦%(a)d⟧"),
    ("changed-placeholder", "c-format", "%s %d", "⟦%1$d⟧ ⟦%2$s⟧"),
    ("changed-placeholder", "c-format", "%zu", "⟦%lu⟧"),
    ("changed-placeholder", "python-brace-format", "{a:.2f}", "⟦{a:.3f}⟧"),
    ("mixed-placeholders", "python-format", "%(a)s", "⟦%s⟧"),
    ("mixed-placeholders", "python-format", "%s", "⟦%(a)s⟧"),
]


_RULES = {rule for rule, *_ in _BROKEN}


def _entry(flags: str, msgid: str, msgstr: str) -> str:
    return f'#, {flags}\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n'


@pytest.mark.parametrize(("rule", "flag", "msgid", "msgstr"), _BROKEN)
def test_what_is_wrong_with_a_format_string_is_told_with_its_place(
    rule: str, flag: str, msgid: str, msgstr: str, assert_told: Check
) -> None:
    findings = assert_told(rule, _entry(flag, msgid, msgstr))
    assert [finding.text for finding in findings] == re.findall("⟦(.*?)⟧", msgstr)


def _plural(flag: str, *forms: str) -> str:
    strings = "".join(f'msgstr[{index}] "{form}"\n' for index, form in enumerate(forms))
    return f'#, {flag}\nmsgid "%(n)d day"\nmsgid_plural "%(n)d days"\n{strings}'


class TestPlurals:
    def test_a_form_for_one_number_may_leave_it_out(self, check_text: Check) -> None:
        found = check_text(_plural("python-format", "ein Tag", "%(n)d Tage"), path="x/de.po")
        assert [f for f in found if f.rule in _RULES] == []

    def test_a_form_for_several_numbers_may_not(self, assert_told: Check) -> None:
        marked = _plural("python-format", "⟦один день⟧", "%(n)d дня", "%(n)d дней")
        assert len(assert_told("missing-placeholder", marked)) == 1


@pytest.mark.parametrize(
    "flags", ["", "no-python-format", "python-format, no-python-format", "impossible-python-format", "kde-format"]
)
def test_only_what_a_flag_marks_is_a_format_string(flags: str, check_text: Check) -> None:
    assert [f for f in check_text(_entry(flags, "%d", "%s")) if f.rule == "changed-placeholder"] == []


@pytest.mark.parametrize("domain", ["film", "summary", "lexicon"])
def test_a_flag_that_a_tool_has_guessed_for_a_message_of_a_film_is_passed_over(domain: str, check_text: Check) -> None:
    entry = _entry("python-brace-format", "In {$month}.", "В {$month :vyzov:date case=prepositional}.")
    found = check_text(entry, path=f"x/ru/LC_MESSAGES/{domain}.po", film=Film.load("tests/films/lighthouse"))
    assert [f for f in found if f.rule in _RULES] == []


@pytest.mark.parametrize("flags", ["python-format", "possible-python-format", "no-python-format, python-format"])
def test_the_last_flag_about_a_format_counts(flags: str, assert_told: Check) -> None:
    assert_told("changed-placeholder", _entry(flags, "%d", "⟦%s⟧"))


# Sources and translations that msgfmt 0.21 and we judge alike.
_JUDGED: dict[str, dict[str, list[str]]] = {
    "python-format": {
        "x": ["%", "100 %", "%(a)s", "%%"],
        "%s": ["x", "%d", "%(a)s", "%r", "%y", "%s %", "%%s", "%s %s", "%s %(a)s", "%", "%a"],
        "%s %s": ["%s", "%s %s"],
        "%(a)s": ["x", "%s", "%(a)d", "%(a)s %(a)s", "%(a)s %(b)s", "%(a)s %(a)d", "%(a)%", "% (a)s"],
        "%d": ["%i", "%x", "%f", "%c"],
        "%(a)d": ["%(a)*d", "%(a)5d"],
        "100%": ["100 %", "100 %s"],
        "%*d": ["%d", "%d %d"],
        "%.*f": ["%.2f"],
        "%ld": ["%d"],
        "%g": ["%F", "%e"],
        "%s %(a)s": ["x"],
        "%(a": ["x"],
        "%(a)%": ["x", "%(a)s"],
        "%(a(b))s": ["%(a(b))s", "%(a(c))s"],
    },
    "c-format": {
        "x": ["%", "%m", "%y", "%s"],
        "%s": ["x", "%d", "%1$s %1$s", "%1$s %1$d", "%1$s %s", "%0$s", "%3$s", "%-", "%b", "%5.3s", "%ls", "%s% "],
        "%d": ["%i", "%u", "%ld", "%Id", "%'d", "%hhd", "%hd"],
        "%s %d": ["%2$d %1$s", "%2$s %1$d", "%1$s", "%2$d"],
        "%1$s %2$d": ["%s %d", "%d %s"],
        "%f": ["%g", "%a", "%Lf", "%lf", "%F"],
        "%x": ["%u", "%o", "%d"],
        "%c": ["%s", "%lc"],
        "%lc": ["%C"],
        "%ls": ["%S"],
        "%m": ["x"],
        "%*d": ["%d", "%1$d", "%2$*1$d"],
        "%.*s": ["%s", "%.*s"],
        "%lld": ["%ld", "%qd", "%Ld"],
        "%zd": ["%d", "%zd"],
        "%<PRId64>": ["%<PRId64>", "%d", "%<PRIu64>"],
        "%n": ["x", "%n"],
        "%p": ["%s", "%p"],
        "%1$s %d": ["x"],
        "%<FOO>": ["x"],
    },
    "python-brace-format": {
        "x": ["{", "{}", "{a}"],
        "{a}": ["x", "{b}", "{a} {b}", "{a!r}", "{a:zz}", "{a", "a}", "{{a}}", "{a }", "{}", "{0a}", "{a} {a}"],
        "{{a}}": ["{a}"],
        "{0}": ["{}", "{1}"],
        "{0} {1}": ["{1} {0}", "{0}"],
        "{a.b}": ["{a.c}", "{a}", "{a.b}"],
        "{a[0]}": ["{a[1]}", "{a[0]}"],
        "{a:d}": ["{a}", "{a:d}"],
        "{a:.2f}": ["x", "{a:.3f}"],
    },
}
_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: a\\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\\n"
"Last-Translator: A Person\\n"
"Language-Team: A Team\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
_ENGLISH = _HEADER.format(language="en", plural_forms="nplurals=2; plural=(n != 1);")
_RUSSIAN = _HEADER.format(
    language="ru",
    plural_forms="nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && n%100/10!=1 ? 1 : 2);",
)
# As those, in plural entries: msgid, msgid_plural and the translations.
_JUDGED_PLURALS = [
    ("python-format", _ENGLISH, ("%d a", "%d b", "x", "%d")),
    ("python-format", _ENGLISH, ("%(n)d a", "%(n)d b", "x", "%(n)d")),
    ("python-format", _ENGLISH, ("%(n)d a", "%(n)d b", "%(n)s", "%(n)d")),
    ("python-format", _ENGLISH, ("a", "%(n)d b", "x %(n)d", "%(n)d")),
    ("python-format", _RUSSIAN, ("%(n)d a", "%(n)d b", "x", "%(n)d", "%(n)d")),
    ("python-format", _RUSSIAN, ("%(n)d a", "%(n)d b", "%(n)d", "%(n)d", "%(n)d")),
    ("python-format", _RUSSIAN, ("%(n)d %(x)s", "%(n)d", "%(n)d %(x)s", "%(n)d", "%(n)d")),
    ("c-format", _ENGLISH, ("%s %d", "%s %d", "%s", "%s %d")),
    ("c-format", _ENGLISH, ("%d %s", "%d %s", "%s", "%d %s")),
    ("c-format", _ENGLISH, ("%s %d", "%s %d", "%d", "%s %d")),
    ("c-format", _RUSSIAN, ("a", "%d b", "a", "%d", "%d")),
    ("python-brace-format", _ENGLISH, ("{n} a", "{n} b", "x", "{n}")),
    ("python-brace-format", _RUSSIAN, ("{n} a", "{n} b", "x", "{n}", "{n}")),
]


def _all_judged() -> list[tuple[str, str]]:
    """A name and the text of each catalog."""
    singular = [
        (f"{flag}: {source} -> {target}", f"{_RUSSIAN}{_entry(flag, source, target)}")
        for flag, sources in _JUDGED.items()
        for source, targets in sources.items()
        for target in targets
    ]
    plural = [
        (
            f"{flag}: {' | '.join(texts)}",
            f'{header}#, {flag}\nmsgid "{texts[0]}"\nmsgid_plural "{texts[1]}"\n'
            + "".join(f'msgstr[{index}] "{text}"\n' for index, text in enumerate(texts[2:])),
        )
        for flag, header, texts in _JUDGED_PLURALS
    ]
    return singular + plural


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="the verdicts are msgfmt's, which is not installed")
def test_the_verdicts_are_those_of_msgfmt(check_text: Check) -> None:
    """One process for each catalog: some two hundred, of two milliseconds each."""
    ours = {name: any(f.rule in _RULES for f in check_text(text)) for name, text in _all_judged()}
    theirs = {name: _is_refused(text) for name, text in _all_judged()}
    assert ours == theirs
    assert len(set(ours.values())) == 2


def _is_refused(text: str) -> bool:
    command = ["msgfmt", "--check", "--output-file", os.devnull, "-"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize(
    ("msgid", "msgstr", "rule"),
    [
        ("{}", "x", "missing-placeholder"),
        ("{a!r}", "x", "missing-placeholder"),
        ("{a:%Y-%m}", "x", "missing-placeholder"),
        ("{a}", "{a}}", "invalid-format"),
    ],
)
def test_what_str_format_takes_and_msgfmt_does_not_know(msgid: str, msgstr: str, rule: str, check_text: Check) -> None:
    assert [f.rule for f in check_text(_entry("python-brace-format", msgid, msgstr)) if f.rule in _RULES] == [rule]


@pytest.mark.parametrize(
    ("msgid", "msgstr"), [("{a:>{w}}", "{a}"), ("{d:%B %d}", "{d:%d.%m.}"), ("{a:,}", "{a:_}"), ("{", "{a}")]
)
def test_a_translation_may_format_a_value_in_its_own_way(msgid: str, msgstr: str, check_text: Check) -> None:
    assert [f for f in check_text(_entry("python-brace-format", msgid, msgstr)) if f.rule in _RULES] == []


@pytest.mark.parametrize("text", ["%(" * 20_000, "{a:{" * 20_000, "%(()" * 20_000, "{" * 40_000, "%1$" * 20_000])
@pytest.mark.parametrize("flag", list(_JUDGED))
def test_hostile_texts_take_bounded_work(text: str, flag: str, check_text: Check) -> None:
    rules = {f.rule for f in check_text(_entry(flag, "x %d {a}", text))}
    assert rules & _RULES <= {"invalid-format", "missing-placeholder"}
