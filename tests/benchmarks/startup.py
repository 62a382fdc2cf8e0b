"""What a fresh interpreter pays: importing the package, and printing a summary from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.measure import Clock, Figure, slowness

LOCALE = Path(__file__).parents[2] / "locale"
ROUNDS = 25

_IMPORT = """
from time import perf_counter
start = perf_counter()
import {module}
print(perf_counter() - start)
"""

_SUMMARY = "from vyzov_i18n.cli import main; main()"

_BARE_SCRIPT = """
import gettext
import sys
from datetime import date
import babel.dates
with open(sys.argv[1], "rb") as file:
    words = gettext.GNUTranslations(file)
print(words.pgettext("film/title", "The Challenge"), babel.dates.format_date(date(2023, 4, 12), "long", locale="ru"))
"""

# Both sides may keep their bytecode, as an installed program does.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def importing() -> Figure:
    """The statement `import vyzov_i18n` against `import babel`, each measured inside a fresh interpreter."""
    return slowness(_import_clock("vyzov_i18n"), _import_clock("babel"), ROUNDS, target=1)


def cold_summary() -> Figure:
    """A process that prints the full Russian summary against one that reads one .mo file and formats one date."""
    from vyzov_i18n import compile_catalogs

    compilation = compile_catalogs(str(LOCALE))
    if compilation.failed:
        raise ValueError("\n".join(map(str, compilation.findings)))
    ours = _process_clock(_SUMMARY, "summary", "--locale", "ru")
    peer = _process_clock(_BARE_SCRIPT, str(LOCALE / "ru/LC_MESSAGES/film.mo"))
    return slowness(ours, peer, ROUNDS, target=2)


def _import_clock(module: str) -> Clock:
    return lambda: float(_run(_IMPORT.format(module=module)))


def _process_clock(script: str, *arguments: str) -> Clock:
    def clock() -> float:
        start = perf_counter()
        printed = _run(script, *arguments)
        elapsed = perf_counter() - start
        if not printed.strip():
            raise ValueError("a process printed nothing")
        return elapsed

    return clock


def _run(script: str, *arguments: str) -> str:
    """What the script prints in a fresh interpreter. Raises ValueError with its last words if it fails."""
    command = (sys.executable, "-P", "-c", script, *arguments)
    done = subprocess.run(command, env=_ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ValueError(done.stderr.strip().rpartition("\n")[2] or f"a process ended with {done.returncode}")
    return done.stdout
