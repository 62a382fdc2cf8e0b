from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.errors import FilmError
from vyzov_i18n.film.load import load_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vyzov_i18n.diagnostics import Diagnostic

HEAD = """\
format = 1
title = { name = "The Flight" }
source.press = { publisher = "The Press" }
"""


@pytest.fixture
def findings(tmp_path: Path) -> Callable[..., tuple[Diagnostic, ...]]:
    """Loads a film.toml of a sound head and what the test adds from line 4 on; its findings, none where it is sound."""

    def find(toml: str, head: str = HEAD) -> tuple[Diagnostic, ...]:
        (tmp_path / "film.toml").write_text(head + toml, encoding="utf-8")
        try:
            load_facts(tmp_path)
        except FilmError as error:
            return error.findings
        return ()

    return find
