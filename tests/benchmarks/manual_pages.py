"""Twenty megabytes of Russian and English as people write it: manual pages and sayings, from packages of Debian."""

from __future__ import annotations

import gzip
import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES: Final = ("manpages-ru", "manpages-ru-dev", "fortunes-ru", "manpages", "manpages-dev", "git-man")
_FEWEST_BYTES: Final = 20_000_000
_PARAGRAPH: Final = re.compile(r"[.'] *(?:SH|SS|PP|LP|P|TP|IP|sp)\b")
_FORMATTED: Final = re.compile(r"[.'] *(?:SH|SS|IP|SM|SB|[BIR]{1,2}) +(.*)")
_ESCAPE: Final = re.compile(r"\\f(?:\[[^\]\n]*\]|\(..|.)|\\[&%/,:|^]|\\s[+-]?\d|\\\*\[[^\]\n]*\]")
_CHARACTERS: Final = {"\\-": "-", "\\(aq": "'", "\\(lq": "“", "\\(rq": "”", "\\(em": "—", "\\(en": "–", "\\e": "\\"}


@cache
def manual_pages() -> Path:
    """A file of this text in UTF-8. Raises ValueError where the packages can't be had, or hold less than they did."""
    folder = Path(_holder().name)
    _download(folder)
    for package in folder.glob("*.deb"):
        _run(folder, "dpkg-deb", "-x", package.name, "contents")
    path = folder / "text.txt"
    path.write_text("\n\n".join(_texts(folder / "contents")), encoding="utf-8")
    size = path.stat().st_size
    if size < _FEWEST_BYTES:
        raise ValueError(f"the manual pages are {size / 1e6:.1f} MB of text, too little to measure with")
    return path


@cache
def _holder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


def _download(folder: Path) -> None:
    """Download the packages; with lists of our own where the machine has none, or may not be asked."""
    try:
        _run(folder, "apt-get", "download", "-qq", *_PACKAGES)
    except ValueError:
        (folder / "lists" / "partial").mkdir(parents=True)
        own = ("-o", f"Dir::State::Lists={folder / 'lists'}", "-o", "APT::Sandbox::User=")
        _run(folder, "apt-get", *own, "update", "-qq")
        _run(folder, "apt-get", *own, "download", "-qq", *_PACKAGES)


def _run(folder: Path, *command: str) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError as error:
        raise ValueError(f"the text comes from packages of Debian, and there is no {command[0]} here") from error
    if done.returncode:
        reason = done.stderr.strip().rpartition("\n")[2]
        raise ValueError(f"{command[0]} ended with {done.returncode}: {reason}")


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        if "man" in path.parts and path.suffix == ".gz":
            yield _strip(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"))
        elif path.match("fortunes/ru/*") and path.suffix != ".dat":
            yield path.read_text(encoding="utf-8")


def _strip(page: str) -> str:
    """The text of a manual page, without its markup (roff) as far as that is easily told."""
    lines = []
    for line in page.splitlines():
        if line.startswith((".", "'")):
            if _PARAGRAPH.match(line):
                lines.append("")
            if found := _FORMATTED.match(line):
                lines.append(found[1].replace('"', ""))
        else:
            lines.append(line)
    text = _ESCAPE.sub("", "\n".join(lines))
    for escape, character in _CHARACTERS.items():
        text = text.replace(escape, character)
    return text
