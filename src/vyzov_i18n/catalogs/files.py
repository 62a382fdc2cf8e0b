"""Write files so that a reader sees the old contents or the new, never a part."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_BYTES: Final = 256 * 2**20
_leftover: Final = re.compile(r"\..+\.([0-9]{1,9})-[0-9a-f]{8}\.tmp").fullmatch


def read_regular(path: str) -> bytes:
    """The bytes of a regular file: no pipe or device, which may never end. OSError for those, and over 256 MiB."""
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is no regular file", path)
    if status.st_size > _MOST_BYTES:
        raise OSError(errno.EFBIG, f"it is larger than {_MOST_BYTES // 2**20} MiB", path)
    with open(path, "rb") as file:
        return file.read()


def read_if_there(path: str) -> bytes | None:
    """The bytes of a regular file; None where there is none."""
    try:
        return read_regular(path)
    except FileNotFoundError:
        return None


def write_atomically(path: str, data: bytes, *, durable: bool = True) -> None:
    """Replace the file at that path, keeping its permissions; after a failure or a crash the old one is whole.

    Where it is `durable`, that holds for a crash of the whole machine too; it takes its time, which a file that can be
    made again is not worth. Raises OSError, of that path. The temporary file stands in the same folder and is removed
    where the write fails.
    """
    target = os.path.realpath(path) if os.path.islink(path) else path
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with open(descriptor, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(descriptor)
        _copy_mode(target, temporary)
        os.replace(temporary, target)
    except BaseException as error:
        _remove(temporary)
        if isinstance(error, OSError) and error.errno is not None:
            raise OSError(error.errno, error.strerror, path) from error
        raise


def is_leftover(name: str) -> bool:
    """Whether a file of that name is the temporary file of a process that lives no more."""
    if not name.endswith(".tmp"):
        return False
    found = _leftover(name)
    return found is not None and not _is_running(int(found[1]))


def find_leftovers(folders: Iterable[str]) -> list[str]:
    """The temporary files of dead processes in these folders; none where there is no such folder."""
    found: list[str] = []
    for folder in folders:
        with suppress(OSError):
            found += [os.path.join(folder, name) for name in os.listdir(folder or os.curdir) if is_leftover(name)]
    return found


def remove_leftovers(paths: Iterable[str]) -> None:
    """Remove what killed processes left behind; another one may be doing so at the same time."""
    for path in paths:
        with suppress(OSError):
            os.unlink(path)


def _is_running(process: int) -> bool:
    if os.name == "nt":  # there the question would end the process
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


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
