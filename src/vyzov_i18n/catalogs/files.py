"""Write files so that a reader sees the old contents or the new, never a part."""

from __future__ import annotations

import os


def read_if_there(path: str) -> bytes | None:
    """The bytes of a file; None where there is none."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def write_atomically(path: str, data: bytes) -> None:
    """Replace the file at that path, keeping its permissions; after a failure or a crash the old one is whole.

    Raises OSError. The temporary file stands in the same folder and is removed where the write fails.
    """
    path = os.path.realpath(path)
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        _copy_mode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        _remove(temporary)
        raise


def _copy_mode(path: str, temporary: str) -> None:
    try:
        os.chmod(temporary, os.stat(path).st_mode & 0o7777)
    except FileNotFoundError:
        return


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
