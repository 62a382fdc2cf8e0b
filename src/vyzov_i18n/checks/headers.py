"""What the header of a catalog should say, beside what msgfmt wants of it."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.header import REVIEW_FIELD, parse_plural_rule
from vyzov_i18n.catalogs.plural_forms import plural_forms
from vyzov_i18n.catalogs.quotation import read_marks
from vyzov_i18n.checks.subject import Unit
from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import babel_locale, direction
from vyzov_i18n.locales.cldr import with_script
from vyzov_i18n.locales.tags import Subtags, split_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

    Field = tuple[Unit, str, int, int]  # the header, the value of a field and where it stands

_MARKS: Final = "X-Quotation-Marks"
_UNICODE: Final = ("utf-8", "ascii")
_REVIEWS: Final = ("pending", "done")
_NUMBERS: Final = range(1, 201)  # rules look at the last two digits

# The names of CLDR (LDML part 1, "Grammatical Features"). A language may need others.
_CASES: Final = frozenset(
    re.findall(
        r"\w+",
        """
        abessive ablative accusative adessive allative causal comitative dative delative elative ergative essive
        genitive illative inessive instrumental locative locativecopulative nominative oblique partitive prepositional
        sociative sublative superessive terminative translative vocative
        """,
    )
)
_GENDERS: Final = frozenset(("animate", "common", "feminine", "inanimate", "masculine", "neuter", "personal"))


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Check the header."""
    if subject.tag is None:
        named = subject.catalog.fields.get("Language")
        message = f"CLDR knows no language {named!r}" if named else "the language of the catalog cannot be told"
        yield subject.find_in_file("unknown-language", message)
    header = subject.catalog.header
    if header is None:
        return
    if header.is_fuzzy:
        yield subject.find_in("fuzzy-header", header, "msgid", "the header is marked fuzzy")
    if subject.catalog.charset not in _UNICODE:
        message = f"the charset is {subject.catalog.charset}"
        yield subject.find_in("legacy-charset", header, "msgstr", message, text=subject.catalog.charset)
    unit = Unit(header, "msgstr", "", header.translations[0])
    for name, check_field in _CHECKS.items():
        found = re.search(rf"^{name}:[ \t]*([^\n]*?)[ \t]*$", unit.target, re.MULTILINE)
        if found and found[1]:
            yield from check_field(subject, (unit, found[1], *found.span(1)))
        elif found and name == _MARKS and subject.is_lexicon:
            yield subject.find("empty-lexicon-field", unit, f"{name} is empty", *found.span())


def _check_language(subject: Subject, field: Field) -> Iterator[Diagnostic]:
    """The field against the name of the folder or file, where that is the tag of a locale."""
    unit, value, start, end = field
    name = _locale_in(subject.catalog.path or "")
    try:
        named, told = with_script(split_tag(name)), with_script(split_tag(value))
        babel_locale(name), babel_locale(value)
    except LocaleError:
        return
    if not _agree(named, told):
        message = f"the header says {value}, the name of the file or folder {name}"
        yield subject.find("other-language", unit, message, start, end)


def _locale_in(path: str) -> str:
    """The part of a path that names the locale: that of <locale>/LC_MESSAGES/<domain>.po, or of <locale>.po."""
    folders = os.path.normpath(path).split(os.sep)
    return folders[-3] if folders[-2:-1] == ["LC_MESSAGES"] and len(folders) > 2 else folders[-1].removesuffix(".po")


def _agree(first: Subtags, second: Subtags) -> bool:
    pairs = ((first.language, second.language), (first.script, second.script), (first.region, second.region))
    return all(one == other or one is None or other is None for one, other in pairs)


def _check_plurals(subject: Subject, field: Field) -> Iterator[Diagnostic]:
    unit, value, start, end = field
    conflict = _plural_conflict(subject.tag, value) if subject.tag else None
    if conflict:
        first, second, rule = conflict
        message = f"the rule has one form for {first} and {second}, which take different ones in this language"
        yield subject.find("odd-plural-rule", unit, message, start, end, suggestion=rule)


@lru_cache(maxsize=256)
def _plural_conflict(tag: str, field: str) -> tuple[int, int, str] | None:
    """Two numbers that a rule throws together though neither CLDR nor gettext's custom does, and the right rule.

    A rule with more forms than needed does no harm, nor does a single form where the language has two at most: words
    there often do not change after a number. What goes with 0 differs between good catalogs.
    """
    customary = _customary(tag)
    answers = None if _squeezed(field) == _squeezed(customary) else _answers(field)
    try:
        locale = babel_locale(tag)
    except LocaleError:
        return None
    if answers is None:
        return None
    categories = _categories(tag)
    if len(set(answers)) == 1 and len(set(categories)) <= 2:
        return None
    conflict = _conflict(answers, categories)
    if conflict is None or _conflict(answers, _answers(customary) or categories) is None:
        return None
    forms = plural_forms(locale)
    return *conflict, forms.customary or forms.rule


def _customary(tag: str) -> str:
    """The rule that gettext customarily has; "" where Babel does not know it."""
    from babel.messages.plurals import PLURALS

    found = PLURALS.get(tag.replace("-", "_")) or PLURALS.get(tag.partition("-")[0])
    return f"nplurals={found[0]}; plural={found[1]};" if found else ""


def _squeezed(rule: str) -> str:
    return rule.replace(" ", "").replace("plural=(", "plural=").rstrip(";").rstrip(")")


@lru_cache(maxsize=256)
def _categories(tag: str) -> tuple[str, ...]:
    """The CLDR category of each number."""
    return tuple(map(babel_locale(tag).plural_form, _NUMBERS))


@lru_cache(maxsize=256)
def _answers(field: str) -> tuple[int, ...] | None:
    """The form for each number, as the rule has it; None where it is none."""
    try:
        rule = parse_plural_rule(field)
    except ValueError:
        return None
    return tuple(map(rule, _NUMBERS)) if rule else None


def _conflict(answers: Sequence[int], wanted: Sequence[int | str]) -> tuple[int, int] | None:
    """The first two numbers that take the same form and should not."""
    first: dict[int, int] = {}
    for index, (answer, want) in enumerate(zip(answers, wanted, strict=True)):
        if wanted[first.setdefault(answer, index)] != want:
            return _NUMBERS[first[answer]], _NUMBERS[index]
    return None


def _check_review(subject: Subject, field: Field) -> Iterator[Diagnostic]:
    unit, value, start, end = field
    if value not in _REVIEWS:
        yield subject.find("odd-review-state", unit, f"{value!r} is neither pending nor done", start, end)


def _check_direction(subject: Subject, field: Field) -> Iterator[Diagnostic]:
    unit, value, start, end = field
    try:
        wanted = direction(subject.tag or "")
    except LocaleError:
        return
    if value != wanted:
        message = f"the script of {subject.tag} runs {wanted}"
        yield subject.find("wrong-direction", unit, message, start, end, suggestion=wanted)


def _check_marks(subject: Subject, field: Field) -> Iterator[Diagnostic]:
    unit, value, start, end = field
    if read_marks(value) is None:
        message = "four marks are needed, opening and closing, then the inner ones, with ordinary spaces between"
        yield subject.find("quotation-marks", unit, message, start, end)


def _check_names(known: Iterable[str]) -> Callable[[Subject, Field], Iterator[Diagnostic]]:
    def check_names(subject: Subject, field: Field) -> Iterator[Diagnostic]:
        """Names that look like one of CLDR's but are none."""
        from difflib import get_close_matches

        unit, value, start, _ = field
        for word in re.finditer(r"\S+", value[:1000]):
            near = None if word[0] in known else next(iter(get_close_matches(word[0], known, 1, 0.8)), None)
            if near:
                message = f"{word[0]!r} is not the name that CLDR has: {near}"
                place = start + word.start(), start + word.end()
                yield subject.find("misspelled-grammatical-name", unit, message, *place, suggestion=near)

    return check_names


_CHECKS: Final[dict[str, Callable[[Subject, Field], Iterator[Diagnostic]]]] = {
    "Language": _check_language,
    "Plural-Forms": _check_plurals,
    REVIEW_FIELD: _check_review,
    "X-Text-Direction": _check_direction,
    _MARKS: _check_marks,
    "X-Grammatical-Cases": _check_names(_CASES),
    "X-Grammatical-Genders": _check_names(_GENDERS),
}
