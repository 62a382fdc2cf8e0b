"""What each rule is for: those of reading catalogs, those of the glossary, and `rules`, a file for each family."""

from __future__ import annotations

import os
from typing import Final

from vyzov_i18n.diagnostics.rules import Rule, load_rules

_HERE: Final = os.path.dirname(__file__)
_FAMILIES: Final = os.path.join(_HERE, "rules")
_FILES: Final = (
    os.path.join(_HERE, "..", "catalogs", "rules.toml"),
    os.path.join(_HERE, "..", "termbase", "rules.toml"),
    *(os.path.join(_FAMILIES, name) for name in sorted(os.listdir(_FAMILIES)) if name.endswith(".toml")),
)

RULES: Final[dict[str, Rule]] = {name: rule for path in _FILES for name, rule in load_rules(path).items()}
