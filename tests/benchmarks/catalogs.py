"""Catalogs by the thousand: reading, compiling and checking the PO files of Django."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.benchmarks.measure import Clock, Figure, clock, speed

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 5
_LONG_AGO: Final = 1_000_000_000  # what was written a moment ago has to be read again to be sure of it
_OURS: Final = "from vyzov_i18n.cli import main; main()"
_PYBABEL: Final = "from babel.messages.frontend import main; main()"
_MSGFMT: Final = 'for po; do msgfmt -o "${po%.po}.mo" "$po"; done'
_MSGFMT_CHECK: Final = 'for po; do msgfmt -c -o /dev/null "$po" 2>/dev/null; done; true'  # whatever it finds


def reading() -> Figure:
    """All files read by our strict reader and by polib."""
    import polib

    from vyzov_i18n.catalogs.po import read_po

    paths = [str(path) for path in sorted(_corpus().rglob("*.po"))]
    return speed(
        clock(lambda: [bool(read_po(path)) for path in paths]),
        clock(lambda: [bool(polib.pofile(path)) for path in paths]),
        ROUNDS,
        target=5,
    )


def compiling_beside_pybabel() -> Figure:
    """Our command for the whole tree against `pybabel compile`, which takes one locale folder at a time."""
    corpus = _corpus()
    folders = sorted({path.parents[2] for path in corpus.rglob("*.po")})

    def peer() -> None:
        for folder in folders:
            domains = sorted({path.stem for path in folder.rglob("*.po")})
            _run(sys.executable, "-c", _PYBABEL, "-q", "compile", "-D", " ".join(domains), "-d", str(folder))

    return speed(_anew(_compile), _anew(peer), ROUNDS, target=5)


def compiling_beside_msgfmt() -> Figure:
    """Our command for the whole tree against a shell that starts msgfmt for each file."""
    paths = _paths_for_msgfmt()
    return speed(_anew(_compile), _anew(lambda: _run("sh", "-c", _MSGFMT, "sh", *paths)), ROUNDS, target=3)


def checking() -> Figure:
    """Our command for the whole tree, with every rule, against a shell that starts `msgfmt -c` for each file."""
    corpus, paths = str(_corpus()), _paths_for_msgfmt()

    def ours() -> None:
        with TemporaryDirectory() as folder:
            report = Path(folder, "findings.json")
            command = (sys.executable, "-c", _OURS, "check", corpus, "--json", "--output", str(report))
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            if not report.exists():
                raise ValueError("the check came to no end")

    return speed(clock(ours), clock(lambda: _run("sh", "-c", _MSGFMT_CHECK, "sh", *paths)), ROUNDS, target=1)


def compiling_again() -> Figure:
    """A call of `compile_catalogs` where nothing has changed against the first."""
    from vyzov_i18n import compile_catalogs

    corpus = str(_corpus())

    def ours() -> float:
        compile_catalogs(corpus)
        return clock(lambda: compile_catalogs(corpus))()

    return speed(ours, _anew(lambda: compile_catalogs(corpus)), ROUNDS, target=20)


@cache
def _holder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


@cache
def _corpus() -> Path:
    """A tree like Django's of those of its PO files that nobody refuses."""
    from vyzov_i18n import compile_catalogs

    spec = find_spec("django")
    if spec is None or spec.origin is None:
        raise ValueError("Django, whose PO files are the corpus, is not installed")
    source, root = Path(spec.origin).parent, Path(_holder().name)
    for path in source.rglob("*.po"):
        copy = root / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (_LONG_AGO, _LONG_AGO))
    for finding in compile_catalogs(str(root), check=True).findings:
        if finding.rule != "stale-catalog" and finding.path is not None:
            Path(finding.path).unlink(missing_ok=True)
    return root


def _paths_for_msgfmt() -> list[str]:
    if shutil.which("msgfmt") is None:
        raise ValueError("msgfmt is not installed")
    return [str(path) for path in sorted(_corpus().rglob("*.po"))]


def _compile() -> None:
    _run(sys.executable, "-c", _OURS, "compile", str(_corpus()))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ValueError(done.stderr.strip().rpartition("\n")[2] or f"a process ended with {done.returncode}")


def _anew(work: Callable[[], object]) -> Clock:
    """A clock of work in the tree without any compiled file, and of whether it compiled all."""

    def measure() -> float:
        corpus = _corpus()
        for pattern in ("*.mo", ".vyzov-i18n-compiled"):
            for path in corpus.rglob(pattern):
                path.unlink()
        os.sync()  # neither shall pay for what the other has left to the disk
        elapsed = clock(work)()
        if len(list(corpus.rglob("*.mo"))) < len(list(corpus.rglob("*.po"))):
            raise ValueError("not every file was compiled")
        return elapsed

    return measure
