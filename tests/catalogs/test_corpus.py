"""Tests on the PO files of Django: each is read and compiled as msgfmt does it. They need the extra `corpus`."""

from __future__ import annotations

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from vyzov_i18n.catalogs.defects import find_defects
from vyzov_i18n.catalogs.mo import parse_mo, write_mo
from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.catalogs.writer import render_po
from vyzov_i18n.diagnostics import Severity
from vyzov_i18n.errors import CatalogError

DJANGO: Final = find_spec("django")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(DJANGO is None, reason="Django, whose PO files are the corpus, is not installed"),
]
needs_msgfmt = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")


@pytest.fixture(scope="module")
def corpus() -> list[Path]:
    assert DJANGO is not None
    assert DJANGO.origin is not None
    paths = sorted(Path(DJANGO.origin).parent.rglob("*.po"))
    assert len(paths) >= 500
    return paths


def msgfmt(path: Path, *options: str) -> bytes | None:
    """What msgfmt makes of a file; None if it refuses it."""
    done = subprocess.run(["msgfmt", *options, "-o", "-", path], capture_output=True, check=False)
    return None if done.returncode else done.stdout


def compiled(path: Path) -> bytes | None:
    try:
        return write_mo(parse_po(path.read_bytes()))
    except CatalogError:
        return None


def is_sound(path: Path) -> bool:
    try:
        defects = find_defects(parse_po(path.read_bytes()))
    except CatalogError:
        return False
    return all(defect.severity is not Severity.ERROR for defect in defects)


@needs_msgfmt
def test_every_file_gives_the_bytes_of_msgfmt(corpus: list[Path]) -> None:
    with ThreadPoolExecutor() as pool:
        theirs = list(pool.map(lambda path: msgfmt(path, "--no-hash"), corpus))
    assert [path for path, data in zip(corpus, theirs, strict=True) if compiled(path) != data] == []


@needs_msgfmt
def test_every_file_is_refused_that_msgfmt_refuses_for_its_header(corpus: list[Path]) -> None:
    with ThreadPoolExecutor() as pool:
        theirs = list(pool.map(lambda path: msgfmt(path, "--check-header") is not None, corpus))
    assert [path for path, sound in zip(corpus, theirs, strict=True) if is_sound(path) is not sound] == []
    assert {True, False} == set(theirs)


def test_every_file_that_is_written_again_says_the_same(corpus: list[Path]) -> None:
    for path in corpus:
        catalog = parse_po(path.read_bytes())
        again = parse_po(render_po(catalog))
        assert parse_mo(write_mo(again)) == parse_mo(write_mo(catalog)), path
        assert [entry.notes for entry in again.entries] == [entry.notes for entry in catalog.entries], path
