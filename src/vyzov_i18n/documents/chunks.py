"""Plain text of any length, a piece at a time."""

from __future__ import annotations

import re
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final, NamedTuple

from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.documents.draft import clean
from vyzov_i18n.documents.files import check_regular, choose_charset, guess_finding
from vyzov_i18n.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO
CHUNK_SIZE: Final = 2**20
_SAMPLE: Final = 2**20
_SEPARATORS: Final = ("\n\n", "\n\r\n", "\n", " ")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Chunk(NamedTuple):
    """A piece of a text: where it starts, in characters from 0 and in lines from 1, and its text.

    `source` is the piece as it stands in the file; `text` is as long, and cleaned as that of a `Document`.
    """

    offset: int
    line: int
    text: str
    source: str


def iter_chunks(
    path: str, size: int = CHUNK_SIZE, report: Callable[[Diagnostic], None] | None = None
) -> Iterator[Chunk]:
    """The text of a file in chunks of at most `size` characters, each cut behind a paragraph, a line or a space.

    A chunk whose second half has none of these is cut where it is too long. The charset is told from the first
    megabyte; `report` gets a finding where it was guessed. Raises OSError, and DocumentError where it cannot be told.
    """
    check_regular(path)
    offset, line = 0, 1
    with open(path, "rb") as file:
        charset = choose_charset(path, file.read(_SAMPLE))
        if charset.is_guess and report:
            report(guess_finding(path))
        file.seek(len(charset.mark))
        try:
            with TextIOWrapper(file, charset.name, newline="") as text:
                for source in _cut(text, size):
                    yield Chunk(offset, line, clean(source), source)
                    offset += len(source)
                    line += len(_LINE_END.findall(source)) if "\r" in source else source.count("\n")
        except UnicodeDecodeError as error:
            raise _broken(path, charset.name, line) from error


def _cut(file: TextIO, size: int) -> Iterator[str]:
    rest = ""
    while block := file.read(size - len(rest)):
        text = rest + block
        cut = _find_cut(text) if len(text) == size else len(text)
        yield text[:cut]
        rest = text[cut:]
    if rest:
        yield rest


def _find_cut(text: str) -> int:
    """Where to cut a text: in its second half, so that what is left over stays short."""
    half = len(text) // 2
    for separator in _SEPARATORS:
        found = text.rfind(separator, half)
        if found != -1:
            return found + len(separator)
    return max(1, len(text) - text.endswith("\r"))  # CRLF is not cut in two


def _broken(path: str, charset: str, line: int) -> DocumentError:
    finding = Diagnostic(
        rule="undecodable-file",
        message=f"the file begins as {charset}, and somewhere behind line {line} it is not",
        path=path,
        line=line,
        help="convert it to UTF-8, for example with iconv",
    )
    return DocumentError([finding])
