"""Rules of translated MessageFormat 2 messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import FilmFolder

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film

    Check = Callable[..., list[Diagnostic]]

_PATH = "locale/ru/LC_MESSAGES/summary.po"

_GENDER = ".local $g = {$star :vyzov:gender} .match $g "

# A rule, the source, and the translation that breaks it.
_BROKEN = [
    ("syntax-error", "{$star}", "⟦{$star⟧"),
    ("syntax-error", "{$star}", "Звезда {$star :⟦}⟧."),
    ("duplicate-declaration", "{$star}", ".local $a = {$star} .local ⟦$a⟧ = {$star} {{{$a}}}"),
    ("duplicate-option-name", "{$star}", "{$star :vyzov:term case=dative ⟦case=genitive⟧}"),
    ("missing-selector-annotation", "{$star}", ".input {$star} .match ⟦$star⟧ a {{}} * {{}}"),
    ("variant-key-mismatch", "{$star}", _GENDER + "⟦feminine one⟧ {{}} * {{}}"),
    ("duplicate-variant", "{$star}", _GENDER + "plural {{}} ⟦plural⟧ {{}} * {{}}"),
    ("missing-fallback-variant", "{$star}", ".local $g = {$star :vyzov:gender} .match ⟦$g⟧ plural {{}}"),
    ("unknown-function", "{$star}", "{$star ⟦:vyzov:name⟧}"),
    ("unknown-option", "{$star}", "{$star :vyzov:term ⟦kasus=dative⟧}"),
    ("bad-option", "{$release :date}", "{$release ⟦:date length=huge⟧}"),
    ("bad-option", "{$n :number}", "{$n ⟦:offset add=x⟧}"),
    ("bad-variant-key", "{$star}", _GENDER + "⟦female⟧ {{}} * {{}}"),
    ("bad-variant-key", "{$d :date}", ".local $x = {$d :vyzov:date} .match $x ⟦week⟧ {{}} * {{}}"),
    ("bad-variant-key", "{$n :number}", ".input {$n :number} .match $n ⟦two⟧ {{}} * {{}}"),
    ("bad-variant-key", "{$s :vyzov:share}", ".input {$s :vyzov:share} .match $s ⟦3⟧ {{}} * {{}}"),
    ("unknown-variable", "{$star}", "{$star} {⟦$sta⟧}"),
    ("missing-variable", "{$star} and {$friend}", "⟦Это {$star}.⟧"),
    ("missing-variable", "{$star}", _GENDER + "feminine {{⟦Она⟧}} plural {{{$star}}} * {{{$star}}}"),
    ("missing-variable", "{$n :integer}", "⟦.local $h = {$n :vyzov:hedge} .match $h about {{около ста}} * {{сто}}⟧"),
    ("missing-variable", "{$n :integer}", "⟦.input {$n :integer} .match $n one {{раз}} * {{сто раз}}⟧"),
    ("doubled-variable", "{$star} and {$others}", "{$star}, {$others} и ⟦{$star}⟧"),
    ("changed-function", "{$release :date}", "{$release ⟦:number⟧}"),
    ("unknown-case", "{$star}", "{$star :vyzov:term ⟦case=ablative⟧}"),
    ("unknown-gender", "{$star}", "{$star :vyzov:term ⟦agree=common⟧}"),
]

_SOUND = [
    ("{$star}", "{$star :vyzov:term case=dative form=short quotes=never}"),
    ("{$star}", ".local $x = {$star :vyzov:term case=genitive} .match $x missing {{{$star}}} * {{{$x}}}"),
    ("{$star}", _GENDER + "feminine {{{$star}}} masculine {{{$star}}} plural {{{$star}}} * {{{$star}}}"),
    ("{$release :date}", "{$release :vyzov:date fields=month-day length=long} {$release :vyzov:date fields=year} года"),
    ("{$filming :vyzov:interval}", "{$filming :vyzov:interval length=long u:id=x}"),
    ("{$n :number}", ".input {$n :integer select=ordinal} .match $n 1 {{один}} few {{}} |2.5| {{}} * {{{$n}}}"),
    ("{$a} and {$b}", "{$b} и {$a}"),
    ("{$part :vyzov:share}", ".input {$part :vyzov:share} .match $part |1/2| {{половина}} * {{{$part}}}"),
    (
        "{$country} {$genre}",
        ".local $g = {$genre :vyzov:gender} .local $a = {$country :vyzov:term agree=$genre} .match $g $a "
        "feminine missing {{eine {$genre}}} feminine * {{eine {$a} {$genre}}} * * {{ein Film: {$genre}}}",
    ),
    ("{$n :number}", "{$n :offset add=1}"),
    ("{$place :vyzov:preposition} {$place}", "{$place :vyzov:preposition default=в} {$place}"),
    ("{$broken", "{$whole}"),
]


def _entry(msgid: str, msgstr: str) -> str:
    return f'msgctxt "a"\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n'


@pytest.mark.parametrize(("rule", "msgid", "msgstr"), _BROKEN)
def test_what_is_wrong_with_a_message_is_told_with_its_place(
    rule: str, msgid: str, msgstr: str, assert_told: Check, challenge: Film
) -> None:
    findings = assert_told(rule, _entry(msgid, msgstr), path=_PATH, film=challenge)
    assert [findings[0].text] == re.findall("⟦(.*)⟧", msgstr)


@pytest.mark.parametrize(("msgid", "msgstr"), _SOUND)
def test_a_sound_message_is_left_alone(msgid: str, msgstr: str, check_text: Check, challenge: Film) -> None:
    rules = {rule for rule, *_ in _BROKEN} | {"missing-form"}
    assert [f for f in check_text(_entry(msgid, msgstr), path=_PATH, film=challenge) if f.rule in rules] == []


def test_messages_of_other_projects_are_no_messages(check_text: Check) -> None:
    found = {f.rule for f in check_text(_entry("{$star", "{$star :nothing"), path=_PATH)}
    assert found.isdisjoint(rule for rule, *_ in _BROKEN)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("{$star}", _GENDER + "feminine {{Она}} * {{Он}}"),
        ("{$n :integer}", ".local $h = {$n :vyzov:hedge} .match $h about {{сто}} * {{{$n :integer}}}"),
    ],
)
def test_a_variable_that_is_selected_on_may_be_told_otherwise(
    source: str, target: str, check_text: Check, challenge: Film
) -> None:
    found = check_text(_entry(source, target), path=_PATH, film=challenge)
    assert [finding.message for finding in found if "no variant has" in finding.message] == []


def test_the_comments_of_an_entry_offer_variables(check_text: Check, challenge: Film) -> None:
    entry = f"#. $whole is all of it.\n{_entry('{$star}', '{$star} {$whole} {$part}')}"
    found = [f for f in check_text(entry, path=_PATH, film=challenge) if f.rule == "unknown-variable"]
    assert [(f.rule, f.column, f.help) for f in found] == [("unknown-variable", 27, "the source has $star")]


class TestPlurals:
    def _check(self, check_text: Check, film: Film, *forms: str) -> list[tuple[str, int | None]]:
        strings = "".join(f'msgstr[{index}] "{form}"\n' for index, form in enumerate(forms))
        text = f'msgid "{{$n :number}} film by {{$star}}"\nmsgid_plural "{{$n :number}} films by {{$star}}"\n{strings}'
        found = check_text(text, path=_PATH, film=film)
        return [(f.rule, f.line) for f in found if f.rule == "missing-variable"]

    def test_a_form_may_leave_out_the_number_that_another_has(self, check_text: Check, challenge: Film) -> None:
        assert self._check(check_text, challenge, "один — {$star}", "{$n} — {$star}", "{$n} — {$star}") == []

    def test_one_of_them_has_to_say_it(self, check_text: Check, challenge: Film) -> None:
        found = self._check(check_text, challenge, "один — {$star}", "мало — {$star}", "много — {$star}")
        assert found == [("missing-variable", 3), ("missing-variable", 4), ("missing-variable", 5)]

    def test_no_form_may_leave_out_a_name(self, check_text: Check, challenge: Film) -> None:
        found = self._check(check_text, challenge, "{$n} — {$star}", "{$n}", "{$n} — {$star}")
        assert found == [("missing-variable", 4)]


_NAME = 'msgctxt "person/anna-melnik"\nmsgid "Anna Melnik"\nmsgstr "Анна Мельникова"\n\n'


class TestTellingTheFilm:
    @pytest.fixture
    def tell(self, lighthouse: FilmFolder, assert_told: Check) -> Check:
        """Holds a translation of a line against the film that tells it; the lexicon has no forms of the name."""
        lighthouse.append('[[line]]\nid = "by"\ntext = "By {$anna-melnik}."\nlengths = ["full"]')
        path = str(lighthouse.catalog("ru", "film"))

        def tell(rule: str, msgstr: str) -> list[Diagnostic]:
            text = f'{_NAME}msgctxt "line/by"\nmsgid "By {{$anna-melnik}}."\nmsgstr "{msgstr}"\n'
            return assert_told(rule, text, path=path, film=lighthouse.film())

        return tell

    def test_a_form_that_a_sentence_needs_and_the_lexicon_lacks(self, tell: Check) -> None:
        (finding,) = tell("missing-form", "Фильм {$anna-melnik ⟦:vyzov:term case=genitive⟧}.")
        assert finding.message == "the lexicon lacks the form 'genitive' of “Анна Мельникова”, which the sentence needs"
        assert finding.help == "add the entry 'genitive|person/anna-melnik' to lexicon.po, or select on “missing”"

    def test_a_message_that_selects_on_missing_needs_no_form(self, tell: Check) -> None:
        selection = ".local $by = {$anna-melnik :vyzov:term case=genitive} .match $by missing"
        assert tell("missing-form", selection + " {{Режиссёр — {$anna-melnik}.}} * {{Фильм {$by}.}}") == []

    def test_a_function_that_refuses_the_value(self, tell: Check) -> None:
        (finding,) = tell("bad-operand", "Режиссёр — {$anna-melnik ⟦:number⟧}.")
        assert finding.message == "the operand must be a number"
