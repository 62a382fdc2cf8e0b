"""What the last run compiled, in one small file in the folder, so that the next need not read what has not changed.

It may be deleted at any time. It stands beside the catalogs, not in the MO files, which stay those that msgfmt writes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import Final

import msgspec

from vyzov_i18n.catalogs.files import read_if_there, write_atomically
from vyzov_i18n.catalogs.tree import Stamp
from vyzov_i18n.diagnostics import Diagnostic

UNSETTLED: Final = Stamp(-1, -1, -1)  # of a file that could still change without a sign of it
NAME: Final = ".vyzov-i18n-compiled"
_VERSION: Final = 1  # to be raised when the same PO file gives another MO file or other findings
_CLOCK_TICK: Final = 2_000_000_000  # the coarsest clock of a file system, FAT's, in nanoseconds


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A PO file that was compiled or refused: the digest of its bytes, the stamps of both files, what was found."""

    digest: bytes
    source: Stamp
    target: Stamp | None
    findings: tuple[Diagnostic, ...] = ()


Records = dict[str, Record]


class _Memory(msgspec.Struct, frozen=True, array_like=True):
    version: int
    records: Records


def digest_of(data: bytes) -> bytes:
    """The digest of a PO file."""
    return blake2b(data, digest_size=16).digest()


def load_records(folder: str) -> Records:
    """The records by the path of the PO file in the folder; none where the file is missing, broken or of old."""
    try:
        data = read_if_there(os.path.join(folder, NAME))
        memory = msgspec.msgpack.decode(data, type=_Memory) if data else None
    except (OSError, ValueError, msgspec.DecodeError):
        return {}
    return memory.records if memory and memory.version == _VERSION else {}


def save_records(folder: str, records: Records) -> None:
    """Write the records; not being able to costs only time."""
    path = os.path.join(folder, NAME)
    records = {name: record for name, record in records.items() if _is_text(name)}
    with suppress(OSError):
        write_atomically(path, msgspec.msgpack.encode(_Memory(_VERSION, records)), durable=False)


def is_settled(stamp: Stamp, now: int) -> bool:
    """Whether a change of the file from that time (nanoseconds) on would show in its stamp."""
    return stamp.modified < now - _CLOCK_TICK


def _is_text(name: str) -> bool:
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)
