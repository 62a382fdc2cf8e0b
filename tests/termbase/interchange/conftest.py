"""The glossary of the built-in film."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.built_in import film

if TYPE_CHECKING:
    from vyzov_i18n.termbase.glossary import Glossary


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return film().glossary("en", "ru")
