"""From the bytes of a file to its text."""

from __future__ import annotations

import errno
import os
import stat
from typing import Final

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.documents.charset import Charset, declared_charset, detect_charset
from vyzov_i18n.errors import DocumentError

_MOST_BYTES: Final = 64 * 2**20
_MOST_NULS: Final = 1 / 32  # a larger share of the characters than this means that the file is no text


def read_bytes(path: str) -> bytes:
    """The bytes of a regular file. Raises OSError, and DocumentError over 64 MiB."""
    if check_regular(path) > _MOST_BYTES:
        raise too_large(path)
    with open(path, "rb") as file:
        return file.read(_MOST_BYTES + 1)


def check_regular(path: str) -> int:
    """The size of a regular file: a pipe or a device may never end. Raises OSError."""
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is no regular file", path)
    return status.st_size


def decode(path: str, data: bytes, *, is_html: bool = False) -> tuple[str, Charset]:
    """The text of a file without its byte order mark, and its charset. Raises DocumentError."""
    if len(data) > _MOST_BYTES:
        raise too_large(path)
    charset = choose_charset(path, data, declared_charset(data) if is_html else None)
    try:
        text = data[len(charset.mark) :].decode(charset.name)
    except UnicodeDecodeError as error:
        raise _undecodable(path, data, error.start + len(charset.mark), charset.name) from error
    return text, charset


def choose_charset(path: str, data: bytes, declared: str | None = None) -> Charset:
    """The charset of a file, told from its contents or their beginning. Raises DocumentError for what is no text."""
    charset = detect_charset(data)
    if declared and (charset is None or charset.is_guess):
        charset = Charset(declared)
    if charset is None:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _undecodable(path, data, error.start, "UTF-8") from error
        charset = Charset("utf-8")
    if charset.name not in ("utf-16-le", "utf-16-be") and data.count(0) > len(data) * _MOST_NULS:
        advice = "if it is one, convert it to UTF-8"
        raise DocumentError([Diagnostic(rule="binary-file", message="the file is no text", path=path, help=advice)])
    return charset


def guess_finding(path: str) -> Diagnostic:
    """The finding of a file whose charset was guessed."""
    return Diagnostic(
        rule="guessed-charset",
        message="the file is not UTF-8 and was read as windows-1251",
        severity=Severity.WARNING,
        path=path,
        help="convert it to UTF-8, for example with iconv",
    )


def too_large(path: str) -> DocumentError:
    """The error of a file that is too large to be read at once."""
    message = f"the file is larger than {_MOST_BYTES // 2**20} MiB"
    return DocumentError([Diagnostic(rule="oversized-file", message=message, path=path, help="split it")])


def _undecodable(path: str, data: bytes, offset: int, charset: str) -> DocumentError:
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode(charset, "replace")) + 1
    finding = Diagnostic(
        rule="undecodable-file",
        message=f"the file is not {charset}, and no other charset fits",
        path=path,
        line=before.count(b"\n") + 1,
        column=column,
        help="convert it to UTF-8, for example with iconv",
    )
    return DocumentError([finding])
