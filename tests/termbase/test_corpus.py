"""Texts, subtitles and catalogs with planted errors, and with much that is right and looks wrong."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from vyzov_i18n.checks.terms.files import check_files, check_pair

if TYPE_CHECKING:
    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.termbase.glossary import Glossary

CORPUS: Final = Path(__file__).parent / "corpus"
LABELS: Final = tomllib.loads((CORPUS / "labels.toml").read_text(encoding="utf-8"))
KINDS: Final = {
    "articles": (".txt", ".md", ".html"),
    "subtitles": (".srt", ".vtt", ".ass"),
    "catalogs": (".po",),
}
REMARKS: Final = ("guessed-language", "unchecked-language")
REQUIRED: Final = 0.95


class Error(NamedTuple):
    """An error that was planted: its place in the text and what it is."""

    start: int
    end: int
    rule: str
    words: str

    def overlaps(self, start: int, end: int) -> bool:
        return start < self.end and end > self.start


class Score(NamedTuple):
    """What was found in a file, right and false; what was missed; the errors told by another rule than theirs."""

    right: list[str]
    false: list[str]
    missed: list[str]
    misnamed: list[str]


def of_kind(kind: str) -> list[str]:
    return [name for name in LABELS if Path(name).suffix in KINDS[kind]]


def check(name: str, glossary: Glossary) -> list[Diagnostic]:
    path, locale = str(CORPUS / name), name.split(".")[1]
    source = LABELS[name].get("source")
    if source is None:
        findings = check_files([path], glossary, locale=locale)
    else:
        findings = check_pair(str(CORPUS / source), path, glossary, source_locale="en", target_locale=locale)
    return [finding for finding in findings if finding.rule not in REMARKS]


def planted(name: str, text: str) -> list[Error]:
    errors = []
    for label in LABELS[name]["errors"]:
        start = text.index(label["words"], offset(text, label["line"], 1))
        errors.append(Error(start, start + len(label["words"]), label["rule"], label["words"]))
    return errors


def offset(text: str, line: int | None, column: int | None) -> int:
    assert line is not None
    assert column is not None
    return sum(len(one) for one in text.split("\n")[: line - 1]) + line - 1 + column - 1


def score(name: str, glossary: Glossary) -> Score:
    text = (CORPUS / name).read_text(encoding="utf-8")
    result = Score([], [], [], [])
    told: dict[Error, set[str]] = {error: set() for error in planted(name, text)}
    for finding in check(name, glossary):
        span = offset(text, finding.line, finding.column), offset(text, finding.end_line, finding.end_column)
        hit = [error for error in told if error.overlaps(*span)]
        for error in hit:
            told[error].add(finding.rule)
        (result.right if hit else result.false).append(f"{name}:{finding.line} {finding.rule} {finding.text!r}")
    for error, rules in told.items():
        if error.rule not in rules:
            (result.misnamed if rules else result.missed).append(f"{name} {error.rule} {error.words!r} {sorted(rules)}")
    return result


@pytest.fixture(scope="module")
def scores(glossary: Glossary) -> dict[str, Score]:
    """What was found in the files of each kind."""
    found = {kind: [score(name, glossary) for name in of_kind(kind)] for kind in KINDS}
    return {
        kind: Score(*(list(chain.from_iterable(parts)) for parts in zip(*each, strict=True)))
        for kind, each in found.items()
    }


def precision(found: Score) -> float:
    return len(found.right) / (len(found.right) + len(found.false))


def share_of_errors(kind: str, without: list[str]) -> float:
    errors = sum(len(LABELS[name]["errors"]) for name in of_kind(kind))
    return (errors - len(without)) / errors


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_is_wrong(kind: str, scores: dict[str, Score]) -> None:
    found = scores[kind]
    assert precision(found) >= REQUIRED, found.false


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_wrong_is_found(kind: str, scores: dict[str, Score]) -> None:
    missed = scores[kind].missed
    assert share_of_errors(kind, missed) >= REQUIRED, missed


@pytest.mark.parametrize("kind", KINDS)
def test_errors_are_told_by_their_rule(kind: str, scores: dict[str, Score]) -> None:
    misnamed = scores[kind].misnamed
    assert share_of_errors(kind, misnamed) >= REQUIRED, misnamed


def test_every_text_of_the_corpus_is_labelled() -> None:
    sources = {label["source"] for label in LABELS.values() if "source" in label}
    assert {path.name for path in CORPUS.iterdir()} - {"labels.toml"} == set(LABELS) | sources
    assert all(of_kind(kind) for kind in KINDS)
