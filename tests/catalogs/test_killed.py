"""Tests of what is left where compiling is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from vyzov_i18n.catalogs.compile import compile_catalogs
from vyzov_i18n.catalogs.mo import write_mo
from vyzov_i18n.catalogs.po import parse_po

KILLS: Final = 12
HEADER: Final = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
SCRIPT: Final = """
import sys
from vyzov_i18n.catalogs.compile import compile_catalogs
print("go", flush=True)
compile_catalogs(sys.argv[1])
"""


def contents(version: int) -> str:
    return HEADER + "".join(f'msgid "{number}"\nmsgstr "{version} {number}"\n\n' for number in range(100))


def write_sources(root: Path, version: int) -> None:
    for number in range(60):
        folder = root / f"x{number}" / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "film.po").write_text(contents(version), "utf-8")


def kill_while_compiling(root: Path, delay: float) -> bool:
    """Start compiling in a process and kill it after a while; whether it was still at it."""
    with subprocess.Popen([sys.executable, "-c", SCRIPT, str(root)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        return process.wait() != 0


@pytest.mark.skipif(os.name == "nt", reason="Windows does not kill as POSIX does")
def test_a_killed_run_leaves_whole_files_and_the_next_one_clears_up(tmp_path: Path) -> None:
    whole = {write_mo(parse_po(contents(version).encode())) for version in range(KILLS + 1)}
    write_sources(tmp_path, 0)
    start = time.perf_counter()
    compile_catalogs(str(tmp_path))
    full = time.perf_counter() - start
    hits = 0
    for version in range(1, KILLS + 1):
        write_sources(tmp_path, version)
        hits += kill_while_compiling(tmp_path, full * (version - 1) / KILLS)
        targets = list(tmp_path.rglob("*.mo"))
        assert len(targets) == 60
        assert [path for path in targets if path.read_bytes() not in whole] == []
    assert hits
    compile_catalogs(str(tmp_path))
    newest = write_mo(parse_po(contents(KILLS).encode()))
    assert {path.read_bytes() for path in tmp_path.rglob("*.mo")} == {newest}
    assert list(tmp_path.rglob("*.tmp")) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot tell whether a process lives without ending it")
def test_only_what_the_dead_left_is_removed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        dead = process.pid
    (tmp_path / "film.po").write_text(contents(0), "utf-8")
    kept = [f".film.mo.{os.getpid()}-0a1b2c3d.tmp", ".film.mo.tmp", f"film.mo.{dead}-0a1b2c3d.tmp"]
    for name in (*kept, f".film.mo.{dead}-0a1b2c3d.tmp"):
        (tmp_path / name).touch()
    compile_catalogs(str(tmp_path))
    assert sorted(path.name for path in tmp_path.glob("*.tmp")) == sorted(kept)
