"""The program as a test runs it: in this process, or as a process of its own where streams matter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from vyzov_i18n.cli.program import program

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

LIGHTHOUSE = Path(__file__).parents[1] / "films" / "lighthouse"
_START = "import sys; sys.argv[0] = 'vyzov-i18n'; from vyzov_i18n.cli import main; main()"
_SETTINGS = ("LANG", "LC_", "PYTHON", "COLUMNS", "_VYZOV")


class Ran(NamedTuple):
    """What a process left behind."""

    code: int
    out: str
    err: str


def _environment(**variables: str) -> dict[str, str]:
    """The environment of the tests without what could change the program's answers."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(_SETTINGS)}
    return inherited | variables


@pytest.fixture
def run() -> Callable[..., Ran]:
    """Run the program as a process; `before` is Python that comes first."""

    def run(
        *arguments: str | Path,
        before: str = "",
        variables: dict[str, str] | None = None,
        stdin: int = subprocess.DEVNULL,
        stdout: int | IO[bytes] = subprocess.PIPE,
        stderr: int | IO[bytes] = subprocess.PIPE,
        preexec_fn: Callable[[], object] | None = None,
    ) -> Ran:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", f"{before}\n{_START}", *map(str, arguments)],
            env=_environment(**(variables or {})),
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            preexec_fn=preexec_fn,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, (done.stdout or b"").decode("utf-8"), (done.stderr or b"").decode("utf-8"))

    return run


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the program in this process, 80 columns wide; what it raises beyond click's own errors gets through."""
    for name in os.environ:
        if name.startswith(_SETTINGS):
            monkeypatch.delenv(name)

    def invoke(*arguments: str | Path, env: dict[str, str] | None = None, width: int = 80) -> Result:
        words = list(map(str, arguments))
        return CliRunner().invoke(
            program, words, env=env, catch_exceptions=False, prog_name="vyzov-i18n", terminal_width=width
        )

    return invoke


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the lighthouse film for the test to change."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "film"))
