"""Which of a glossary's languages a text is in: by what is declared, the name of its file, its script, its words."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales import babel_locale, lookup, parse_tag
from vyzov_i18n.termbase.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.grammar import Grammar

_SAMPLE: Final = 2**16
_WORD: Final = re.compile(r"[^\W\d_]++(?>(?:['’-][^\W\d_]++)*)")
_ENOUGH_WORDS: Final = 100
_FEWEST_FUNCTION_WORDS: Final = 0.04  # of all words; where there are fewer, the text is in another language
_LEAST_LEAD: Final = 3  # words by which one language has to be before the others to be sure
_FOLDERS: Final = 2


class Language(msgspec.Struct, frozen=True):
    """What is known of a text's language: the locale of the glossary, None where it has none for it.

    `told` is the tag that the text or its file gives, None where the locale was found by its words; `rivals` are the
    other locales that it may be by them.
    """

    locale: str | None
    told: str | None = None
    rivals: tuple[str, ...] = ()


def find_language(glossary: Glossary, text: str, *, tag: str | None = None, path: str | None = None) -> Language:
    """The language of a text: that of its `tag` if it has one, of its path (film.ru.srt, ru/film.srt), of its words."""
    if tag is not None:
        return Language(find_locale(tag, glossary.locales), tag)
    sample = text[:_SAMPLE]
    named = _named_in(path, glossary.locales) if path else None
    if named is None:
        return _vote(glossary, sample)
    locale = find_locale(named, glossary.locales)
    return Language(locale and _infind_script(glossary, locale, sample), named)


def find_locale(tag: str, locales: Sequence[str]) -> str | None:
    """The locale of a glossary that answers a tag: ru for ru-RU; None without one."""
    try:
        return lookup(tag, locales).tag
    except LocaleError:
        return None


def _named_in(path: str, locales: Sequence[str]) -> str | None:
    """The tag in the name of a file, else the name of a folder near it that is a locale of the glossary."""
    *folders, name = os.path.normpath(path).split(os.sep)
    parts = name.split(".")[1:-1]
    named = next((part for part in reversed(parts) if _is_known(part)), None)
    if named is not None:
        return named
    near = reversed(folders[-_FOLDERS:])
    return next((folder for folder in near if _is_known(folder) and find_locale(folder, locales)), None)


def _is_known(name: str) -> bool:
    try:
        babel_locale(parse_tag(name))
    except LocaleError:
        return False
    return True


def _infind_script(glossary: Glossary, locale: str, sample: str) -> str:
    """The locale, or another of the same language where that is written in the script of the text."""
    script = find_script(sample)
    language = locale.partition("-")[0]
    others = (other for other in glossary.locales if other.partition("-")[0] == language)
    candidates = [locale, *(other for other in others if other != locale)]
    return next((one for one in candidates if _script_of(glossary, one) == script), locale)


def _vote(glossary: Glossary, sample: str) -> Language:
    """Of the locales in the script of the text the one that its function words are of, and no letter is foreign to."""
    script = find_script(sample)
    candidates = [locale for locale in glossary.locales if script is None or _script_of(glossary, locale) == script]
    words = Counter(fold_word(found) for found in _WORD.findall(sample) if _script_of_letter(found[0]) == script)
    scores = {
        locale: _count_known(words, glossary.grammars[locale]) - _count_foreign(words, _letters_of(glossary, locale))
        for locale in candidates
    }
    winner = max(candidates, key=lambda locale: scores[locale], default=None)
    if winner is None or _is_too_few(scores[winner], words.total(), glossary.grammars[winner]):
        return Language(None)
    needed = max(_LEAST_LEAD, scores[winner] / 2)
    return Language(
        winner, rivals=tuple(one for one in candidates if one != winner and scores[winner] - scores[one] < needed)
    )


def _count_known(words: Counter[str], grammar: Grammar) -> int:
    """How many of the words are function words of the language."""
    return sum(words[word] for word in grammar.function_words if word in words)


def _count_foreign(words: Counter[str], letters: frozenset[str]) -> int:
    """How many of the words have another letter than these."""
    return sum(count for word, count in words.items() if not letters.issuperset(word))


def _is_too_few(score: int, words: int, grammar: Grammar) -> bool:
    """Whether so many words have too few function words among them to be of that language."""
    return bool(grammar.function_words) and words >= _ENOUGH_WORDS and score < words * _FEWEST_FUNCTION_WORDS


def _script_of(glossary: Glossary, locale: str) -> str | None:
    """The script of a locale: that of its terms."""
    return find_script("".join(_letters_of(glossary, locale)))


@lru_cache(maxsize=64)
def _letters_of(glossary: Glossary, locale: str) -> frozenset[str]:
    """The folded letters that the terms and the function words of a language have."""
    terms = (term for concept in glossary.concepts for term in concept.terms.get(locale, ()))
    forms = "".join(form.text for term in terms for form in term.forms)
    return frozenset(fold_word(forms)).union(*glossary.grammars[locale].function_words)


def find_script(text: str) -> str | None:
    """The script of most letters, by the first word of their names in Unicode; None where there is no letter."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            counts[_script_of_letter(character)] += count
    return counts.most_common(1)[0][0] if counts else None


@cache
def _script_of_letter(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
