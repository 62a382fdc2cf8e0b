"""Letters of another script that look like those of the word they stand in: Latin “c” for Cyrillic “с”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.orthography import CYRILLIC
from vyzov_i18n.termbase.look_alikes import LETTERS, respell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.passages import Passage, Passages
    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

_NOT_LATIN: Final = re.compile("[\u0370-\u052f\u1f00-\u1fff]")
_MIXED: Final = re.compile(
    f"{LETTERS['Latin'].pattern}(?:[\u0300-\u036f]?{_NOT_LATIN.pattern}|(?<={_NOT_LATIN.pattern}.)|(?<={_NOT_LATIN.pattern}[\u0300-\u036f].))"
)
_WORD: Final = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_ACRONYM_WITH_ENDING: Final = re.compile("[A-Z]{2,}[а-яё]{1,3}")  # URLа, as inflected by hand
_ACCENTED_BY_LATIN: Final = frozenset({"mk", "sr"})  # кôд: Unicode has no Cyrillic letter for it
_ACCENTED: Final = re.compile("[aeiouy][\u0300-\u036f]|[àáâèéêìíîòóôùúûýȁȅȉȍȕŕ]", re.IGNORECASE)
_ONE_LETTER_WORD: Final = re.compile(
    "(?:(?<=[\u0400-\u052f]{2} )|(?<=[\u0400-\u052f], )|(?<![^\n(«„]))[AOCKaock](?= [\u0400-\u052f]{2})"
)
_ONE_LETTER_WORDS: Final = {"ru": "аоскв", "uk": "аов", "be": "аок", "bg": "авс", "sr": "аоск", "mk": "ао"}


def check_look_alikes(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """Find words that mix scripts and would be of one script with their look-alikes; one-letter words of Cyrillic."""
    if not _NOT_LATIN.search(passages.text):
        return
    own = _own_script(subject)
    is_accented = subject.language in _ACCENTED_BY_LATIN
    for passage in passages.with_match(_MIXED):
        for found in _WORD.finditer(passage.text):
            if is_accented and not _MIXED.search(_ACCENTED.sub("", found[0])):
                continue
            for script, right in _respell_mixed(found[0], own):
                yield _report(subject, passage, found, script, right)
    words = _ONE_LETTER_WORDS.get(subject.language or "")
    if words is None or own != "Cyrillic":
        return
    for passage, found in passages.search(_ONE_LETTER_WORD):
        right = next(respell(found[0], "Cyrillic"))
        if right.lower() in words and not re.search(rf"\b{found[0]}\b", passage.unit.source):
            yield _report(subject, passage, found, "Cyrillic", right)


def _own_script(subject: Subject) -> str:
    """The script of the language, of those that share letters."""
    if subject.language in CYRILLIC and "-Latn" not in f"{subject.tag}":
        return "Cyrillic"
    return "Greek" if subject.language == "el" else "Latin"


def _respell_mixed(word: str, own: str) -> Iterator[tuple[str, str]]:
    """A script and the word in it, nothing where the word is well as it is.

    The script is that of the language; of a word that has too many other letters for that, the script of most letters.
    """
    counts = {script: len(letters.findall(word)) for script, letters in LETTERS.items()}
    first, second = sorted(counts, key=lambda script: counts[script], reverse=True)[:2]
    if not counts[second] or _ACRONYM_WITH_ENDING.fullmatch(word):
        return
    candidates = [script for script in (own, first) if counts[script]] if counts[first] > counts[second] else [own]
    for script in candidates:
        for right in respell(word, script):
            yield script, right
            return


def _report(subject: Subject, passage: Passage, found: re.Match[str], script: str, right: str) -> Diagnostic:
    others = {
        letter: name for name, letters in LETTERS.items() if name != script for letter in letters.findall(found[0])
    }
    wrong = "".join(letter for letter in dict.fromkeys(found[0]) if letter in others)
    verb = f"the letter “{wrong}” is" if len(wrong) == 1 else f"the letters “{wrong}” are"
    message = f"{verb} {' and '.join(sorted(set(others.values())))} in a {script} word"
    start, end = passage.start + found.start(), passage.start + found.end()
    return subject.find("look-alike-letter", passage.unit, message, start, end, suggestion=right)
