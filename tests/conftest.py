"""What tests of films share: the built-in film, and films that a test writes after the pattern of `lighthouse`."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film as built_in_film
from vyzov_i18n.films import Film

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import LocalizedFilm

    Blunders = Callable[[str, str], dict[str, list[str]]]

LIGHTHOUSE = Path(__file__).parent / "films" / "lighthouse"

# What no summary in any language has, and what none in one language has.
_BLUNDERS = {
    "a beginning that is none": r"\A[^A-ZА-ЯЁ0-9«“„]|\n[^A-ZА-ЯЁ0-9«“„\n]",
    "an end that is none": r"[^.?!»”]\Z|[^.?!»”\n]\n|(?<![.?!])[»”](?:\n|\Z)",
    "a sentence without a capital": r"[.] [a-zа-яё]",
    "two spaces": r"  | $|^ | \n|\u00a0 | \u00a0|\u00a0\u00a0",
    "a bidirectional control": r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    "a trace of the message": r"[{}|\ufffd$]|:vyzov",
    "a straight quotation mark": r"[\"']",
    "a hyphen in the place of a dash": r"\d-\d| - ",
    "a space before a mark": r"[\s\u00a0][,.;:!?)»”]",
    "no space after a mark": r"[,;:!?)»”.](?=[^\W\d])",
    "two marks": r"[,.;:—][\u00a0 ]?[,.;:—]|\(\s*\)|[(«„]\s|—\Z",
}
_SERBIAN = {
    "a dash that can begin a line": r"[^\u00a0\d]–|\u00a0–[^ ]",
    "a foreign quotation mark": r"[«»“‘]",
    "a foreign dash": r"—",
    "a figure apart from what it counts": r"\d[.]? (?!i\b|и\b)\w",
    "a space before the percent sign": r"[ \u00a0]%",
    "a comma before the last of a list": r", (?:и|i) [А-ЯЂЈЉЊЋЏA-ZČĆĐŠŽ„][^,]*\.$",
}
_BLUNDERS_BY_LANGUAGE = {
    "ru": {
        "a dash that can begin a line": r"[^\u00a0\n]—|\u00a0—[^ ]",
        "a figure apart from what it counts": r"\d (?!по\b|и\b)\w|\d %|№ ",
        "a foreign quotation mark": r"[”‘’]",
        "a foreign dash": r"[^\d]–|–[^\d]",
        "a group of digits that can break": r"\d \d",
        "a comma before the last of a list": r", и [А-ЯЁ«][^,]*\.$",
    },
    "en": {
        "a mark apart from its quotation": r"“\s",
        "a foreign quotation mark": r"[«»„]",
        "a mark outside the quotation": r"”[,.]",
        "a foreign dash": r"[^\d\u2009]–|–[^\d\u2009]",
    },
    "de": {
        "a dash that can begin a line": r"[^\u00a0\d]–|\u00a0–[^ ]",
        "a figure apart from what it counts": r"\b\d{1,2}[.] |\d (?:%|Minute|Kilo|Milli|Bewerb|Kandidat)",
        "a foreign quotation mark": r"[«»”]",
        "a foreign dash": r"—",
        "no space after a quotation": r"“(?=[^\W\d])",
        "a comma before the last of a list": r", und [A-ZÄÖÜ„][^,]*\.$",
    },
    "sr": _SERBIAN,
    "sr-Latn": _SERBIAN,
    "ar": {
        "a beginning that is none": r"\A[^\u2067«ء-ي]|\n[^\u2067«ء-ي\n]",
        "a bidirectional control": r"(?<!%)\u200e(?!%)|[\u200f\u202a-\u202e\u2068]|\u2066[^\u2069]*[ء-ي]",
        "a letter that an isolate parts from its word": r"[بتثجحخسشصضطظعغفقكلمنهي]\u2067",
        "a foreign mark": r"[,;?](?!\d)|[„‘’]",
        "a space before an Arabic mark": r"\s[،؛؟]",
        "no space after an Arabic mark": r"[،؛؟](?=[^\s\u2069])",
        "a figure apart from what it counts": r"\d\u2069? (?:طلب|روبل|دقيقة|كيلوغرام)",
    },
}


class FilmFolder:
    """A copy of the lighthouse film that a test changes before it loads it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.findings: list[Diagnostic] = []

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which the file must hold."""
        file = self.path / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def append(self, toml: str) -> None:
        """Add tables to `film.toml`."""
        with (self.path / "film.toml").open("a", encoding="utf-8") as file:
            file.write(f"\n{toml}\n")

    def catalog(self, locale: str, domain: str) -> Path:
        """The path of a `.po`."""
        return self.path / locale / "LC_MESSAGES" / f"{domain}.po"

    def translate(self, locale: str, domain: str, context: str, msgid: str, *forms: str, plural: str = "") -> None:
        """Add an entry to a catalog, with a header where the catalog is new."""
        file = self.catalog(locale, domain)
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            beginning = (LIGHTHOUSE / locale / "LC_MESSAGES" / "film.po").read_text(encoding="utf-8")
            file.write_text(beginning.partition("\n\n")[0] + "\n", encoding="utf-8")
        strings = [f'msgstr[{index}] "{_escaped(form)}"' for index, form in enumerate(forms)]
        lines = [f'msgctxt "{_escaped(context)}"', f'msgid "{_escaped(msgid)}"']
        lines += [f'msgid_plural "{_escaped(plural)}"', *strings] if plural else [f'msgstr "{_escaped(forms[0])}"']
        with file.open("a", encoding="utf-8", newline="") as stream:
            stream.write("\n" + "\n".join(lines) + "\n")

    def film(self) -> Film:
        """The film as it now is."""
        return Film.load(self.path)

    def localize(self, locale: str | Sequence[str]) -> LocalizedFilm:
        """The film in a locale; what is found goes to `findings`."""
        return self.film().localize(locale, self.findings.append)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


@pytest.fixture
def lighthouse(tmp_path: Path) -> FilmFolder:
    return FilmFolder(Path(shutil.copytree(LIGHTHOUSE, tmp_path / "lighthouse")))


@pytest.fixture(scope="session")
def challenge() -> Film:
    """The built-in film."""
    return built_in_film()


@pytest.fixture(scope="session")
def blunders() -> Blunders:
    """What is wrong with a summary in a language, as a machine can tell: each blunder and where it stands."""

    def find(language: str, text: str) -> dict[str, list[str]]:
        patterns = {**_BLUNDERS, **_BLUNDERS_BY_LANGUAGE[language]}
        found = {name: [match[0] for match in re.finditer(pattern, text)] for name, pattern in patterns.items()}
        return {name: hits for name, hits in found.items() if hits}

    return find


@pytest.fixture(scope="session")
def kill_at_rename() -> Callable[[str, int], None]:
    """Runs a call of `templates` in a process that is killed where it would rename one file more than `survivors`."""

    def run(call: str, survivors: int) -> None:
        script = f"""
import os, signal
from vyzov_i18n import templates
replace, left = os.replace, {survivors}
def replace_or_die(source, target):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    replace(source, target)
os.replace = replace_or_die
templates.{call}
"""
        killed = subprocess.run([sys.executable, "-c", script], check=False)
        assert killed.returncode == -signal.SIGKILL

    return run
