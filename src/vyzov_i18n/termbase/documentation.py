"""What each rule of the glossary is for: `rules.toml`."""

from __future__ import annotations

import os
from typing import Final

from vyzov_i18n.diagnostics.rules import Rule, load_rules

RULES: Final[dict[str, Rule]] = load_rules(os.path.join(os.path.dirname(__file__), "rules.toml"))
