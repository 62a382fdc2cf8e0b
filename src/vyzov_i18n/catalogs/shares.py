"""Share out work among processes: forks that hand their result back through a pipe.

Not `concurrent.futures`: its workers live on for ever when their parent is killed.
"""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ItemT = TypeVar("_ItemT")
_ResultT = TypeVar("_ResultT")

CAN_FORK: Final = hasattr(os, "fork")


def share_out(work: Callable[[Sequence[_ItemT]], _ResultT], items: Sequence[_ItemT], processes: int) -> list[_ResultT]:
    """The results of `work` on as many shares of the items; one share is done here.

    The share of a process that dies is done here too, so `work` has to bear being done twice.
    """
    shares = [items[start::processes] for start in range(processes)]
    forks = [_fork(work, share) for share in shares[1:]] if CAN_FORK else []
    try:
        results = [work(share) for share in (shares[:1] if forks else shares)]
    except BaseException:
        for fork in forks:
            _collect(*fork)
        raise
    for share, fork in zip(shares[1:], forks, strict=False):
        answer = _collect(*fork)
        results.append(pickle.loads(answer) if answer else work(share))
    return results


def _fork(work: Callable[[Any], Any], share: Any) -> tuple[int, int]:
    """The id of a process that does the work, and the pipe from which its result can be read."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    code = 1
    try:
        os.close(reader)
        with open(writer, "wb") as pipe:
            pipe.write(pickle.dumps(work(share)))
        code = 0
    finally:
        os._exit(code)  # whatever happens, nothing of the parent's goes on here


def _collect(process: int, reader: int) -> bytes:
    """What the process answers, nothing if it failed."""
    with open(reader, "rb") as pipe:
        answer = pipe.read()
    return answer if os.waitpid(process, 0)[1] == 0 else b""
