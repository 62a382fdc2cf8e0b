"""What the tests of documents share: reading a text, and its segments without the joiners."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.documents import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from vyzov_i18n.documents import Document


@pytest.fixture
def read() -> Callable[[str, str | bytes], Document]:
    """A document of a suffix."""

    def read_source(suffix: str, source: str | bytes) -> Document:
        document = read_document(f"a.{suffix}", source.encode() if isinstance(source, str) else source)
        assert len(document.text) == len(document.source)
        return document

    return read_source


@pytest.fixture
def texts() -> Callable[[Document], list[str]]:
    """The text of each segment; a gap in it is one `|`, a word joiner nothing."""

    def list_texts(document: Document) -> list[str]:
        found = [document.text_of(segment).replace("\u2060", "") for segment in document.segments]
        return [re.sub("\n{2,}|\u2029+", "|", text) for text in found]

    return list_texts
