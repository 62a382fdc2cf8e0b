"""Tests of writing files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.files import find_leftovers, read_regular, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_created_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "film.mo"
    write_atomically(str(path), b"first")
    write_atomically(str(path), b"second")
    assert path.read_bytes() == b"second"
    assert os.listdir(tmp_path) == ["film.mo"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_stay_and_new_files_get_the_usual_ones(tmp_path: Path) -> None:
    path, plain = tmp_path / "film.mo", tmp_path / "plain"
    plain.touch()
    write_atomically(str(path), b"first")
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    write_atomically(str(path), b"second")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators link")
def test_a_link_goes_on_being_one(tmp_path: Path) -> None:
    (tmp_path / "real.mo").write_bytes(b"first")
    (tmp_path / "link.mo").symlink_to("real.mo")
    write_atomically(str(tmp_path / "link.mo"), b"second")
    assert (tmp_path / "link.mo").is_symlink()
    assert (tmp_path / "real.mo").read_bytes() == b"second"


@pytest.mark.parametrize("function", ["replace", "fsync"])
@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_after_a_failure_the_old_file_is_whole_and_nothing_else_is_left(
    function: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "film.mo"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(type(error)):
        write_atomically(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["film.mo"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(str(tmp_path / "nowhere" / "film.mo"), b"new")


def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    """A pipe would never end."""
    pipe = tmp_path / "film.po"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="no regular file"):
        read_regular(str(pipe))
    with pytest.raises(OSError, match="no regular file"):
        read_regular("/dev/zero")


def test_a_failure_names_the_file_that_was_to_be_written(tmp_path: Path) -> None:
    path = str(tmp_path / "none" / "film.mo")
    with pytest.raises(FileNotFoundError) as caught:
        write_atomically(path, b"new")
    assert caught.value.filename == path


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot tell whether a process lives")
def test_leftovers_are_temporary_files_of_dead_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alive, dead = f".film.po.{os.getpid()}-0123abcd.tmp", ".film.po.999999999-0123abcd.tmp"
    for name in (alive, dead, "film.po", ".film.po.tmp", "x.tmp"):
        (tmp_path / name).touch()
    assert find_leftovers([str(tmp_path), str(tmp_path / "none")]) == [str(tmp_path / dead)]
    monkeypatch.chdir(tmp_path)
    assert find_leftovers([""]) == [dead]
