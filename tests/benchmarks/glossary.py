"""The glossary over 20 MB of Russian and English: how fast terms are found, in how much memory.

`python tests/benchmarks/run.py film_terms many_terms lemmas building memory` runs these alone. The text comes from
packages of Debian, see `manual_pages`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache, lru_cache
from importlib import import_module
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Final

from tests.benchmarks.manual_pages import manual_pages
from tests.benchmarks.measure import Clock, Figure, alternate, clock, duration, speed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import ConceptEntry, Term

ROUNDS: Final = 3
_MEGABYTES_A_SECOND: Final = 100.0
_TIMES: Final = 15
_TERMS: Final = 2_000
_SAMPLE: Final = 2_000_000  # characters
_ENDINGS: Final = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "ой", "ою")
_NAMES: Final = (re.compile(r"\b[а-яё]{5,}\b"), re.compile(r"\b[а-яё]{5,} [а-яё]{5,}\b"))
_WORD: Final = re.compile(r"\w+")
_NO_WORD: Final = re.compile(r"\W")
_SCRIPT: Final = r"""
import re
import sys
from time import process_time
from vyzov_i18n.built_in import film
glossary = film().glossary("en", "ru")
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = file.read()
start = process_time()
glossary.find(text)
seconds = process_time() - start
with open("/proc/self/status") as status:  # not getrusage, which counts the memory of the parent before exec
    print(seconds, re.search(r"VmHWM:\s*(\d+) kB", status.read())[1])
"""


def film_terms() -> Figure:
    """`find` with the built-in film's glossary: 100 MB/s, or 15 times Weblate's way where that is less."""
    glossary, text = _film_glossary(), _text()
    peer = _weblate(_terms(glossary.concepts))
    pairs = alternate(_clock(lambda: glossary.find(text)), _clock(lambda: peer(text)), ROUNDS)
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    megabytes = manual_pages().stat().st_size / 1e6
    least = min(_MEGABYTES_A_SECOND, round(_TIMES * megabytes / theirs, 1))
    return Figure(ours, theirs, megabytes / ours, "MB/s", "at least", least)


def many_terms() -> Figure:
    """`find` with 2,000 terms in twelve forms, many of them in the text, against Weblate's way with the same."""
    glossary, text = _many_glossary(), _text()
    peer = _weblate(_terms(glossary.concepts))
    return speed(_clock(lambda: glossary.find(text)), _clock(lambda: peer(text)), ROUNDS, target=5)


def lemmas() -> Figure:
    """`find` against pymorphy3: the normal form of each word, kept in a cache for the text, looked up."""
    glossary, text = _film_glossary(), _text()[:_SAMPLE]
    peer = _pymorphy(_terms(glossary.concepts))
    return speed(_clock(lambda: glossary.find(text)), _clock(lambda: peer(text)), ROUNDS, target=30)


def building() -> Figure:
    """The glossary of 2,000 terms with all their forms, and its automaton."""
    from vyzov_i18n.termbase.glossary import Glossary

    many = _many_glossary()
    return duration(_clock(lambda: Glossary(many.concepts, many.grammars)), ROUNDS, target=1.0)


def memory() -> Figure:
    """The most memory that a process takes which reads the whole text and finds the terms of the film in it."""
    command = [sys.executable, "-c", _SCRIPT, str(manual_pages())]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    seconds, kilobytes = done.stdout.split()
    return Figure(float(seconds), None, int(kilobytes) * 1024 / 1e6, "MB", "below", 200)


def _clock(work: Callable[[], object]) -> Clock:
    return clock(work, process_time)


def _weblate(terms: Iterable[Term]) -> Callable[[str], int]:
    """What Weblate's glossary check does with a unit of a translation, done with each paragraph of a text.

    One automaton over the text in lower case, hits kept where both ends are at word boundaries; then a regular
    expression for each term found, on the translation, which here is the paragraph itself.
    """
    import ahocorasick_rs

    forms = sorted({form.text.lower() for term in terms for form in term.forms})
    automaton = ahocorasick_rs.AhoCorasick(
        forms, implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
    )

    def check(unit: str) -> int:
        source = unit.lower().strip()
        boundaries = {-1, len(source), *(found.start() for found in _NO_WORD.finditer(source))}
        positions: dict[str, list[tuple[int, int]]] = {}
        for _, start, end in automaton.find_matches_as_indexes(source, overlapping=True):
            if start - 1 in boundaries and end in boundaries:
                positions.setdefault(source[start:end], []).append((start, end))
        return sum(re.search(rf"\b{re.escape(term)}\b", unit, re.IGNORECASE) is not None for term in positions)

    return lambda text: sum(check(unit) for unit in text.split("\n\n"))


def _pymorphy(terms: Iterable[Term]) -> Callable[[str], int]:
    analyzer = import_module("pymorphy3").MorphAnalyzer(lang="ru")

    def normal_form(word: str) -> str:
        return str(analyzer.parse(word)[0].normal_form)

    known = {normal_form(word) for term in terms for word in _WORD.findall(term.text.lower())}

    def count(text: str) -> int:
        cached = lru_cache(maxsize=None)(normal_form)
        return sum(cached(word) in known for word in _WORD.findall(text.lower()))

    return count


@cache
def _text() -> str:
    return manual_pages().read_text(encoding="utf-8")


@cache
def _film_glossary() -> Glossary:
    from vyzov_i18n.built_in import film

    return film().glossary("en", "ru")


@cache
def _many_glossary() -> Glossary:
    """Terms of one word and of two, spread evenly over all Russian words and pairs of words that the text has."""
    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.grammar import Grammar
    from vyzov_i18n.termbase.model import Category, ConceptEntry

    names = [name for pattern in _NAMES for name in _spread(pattern, _TERMS // len(_NAMES))]
    concepts = [
        ConceptEntry(id=f"term/{number}", category=Category.PHRASE, terms={"ru": (_term(number, name),)})
        for number, name in enumerate(names)
    ]
    return Glossary(concepts, {"ru": Grammar(locale="ru")})


def _spread(pattern: re.Pattern[str], count: int) -> list[str]:
    stems = sorted({name.rstrip("аеиоуыэюяйь") for name in pattern.findall(_text())})
    step = len(stems) // count
    return stems[: step * count : step]


def _term(number: int, name: str) -> Term:
    from vyzov_i18n.termbase.model import Form, Term

    forms = tuple(Form(f"{name}{ending}") for ending in _ENDINGS)
    return Term(concept=f"term/{number}", locale="ru", text=name, forms=forms)


def _terms(concepts: Iterable[ConceptEntry]) -> Iterator[Term]:
    return (term for concept in concepts for terms in concept.terms.values() for term in terms)
