"""What every regular expression of the library keeps to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import vyzov_i18n

ROOT = Path(vyzov_i18n.__file__).parent
SOURCES = [path for path in sorted(ROOT.rglob("*.py")) if "re.compile" in path.read_text(encoding="utf-8")]
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{+[\d,]+(?:\{\w+\})?\}+)\+")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python before 3.11.5 keeps what a failed turn of (?:…)*+ has read; (?>(?:…)*) means the same and is sound."""
    assert POSSESSIVE_GROUP.findall(path.read_text(encoding="utf-8")) == []


def test_such_a_group_is_recognized() -> None:
    for pattern in (r"(?:a\r?\n)*+", r"(a)++", r"(?:a)?+", r"(?:a){1,4}+", r"(?:a){{0,{_MOST}}}+"):
        assert POSSESSIVE_GROUP.search(pattern)
    for pattern in (r"(?>(?:a)*)", r"[^()]*+", r"\)*+", r"(?:a)*", r"(?!a){_NAME}+"):
        assert not POSSESSIVE_GROUP.search(pattern)
