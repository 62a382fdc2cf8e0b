"""What each rule is for: the folder `rules`, a file for each family, a table for each rule."""

from __future__ import annotations

import os
from typing import Final

from vyzov_i18n.diagnostics.rules import Rule, load_rules

_FOLDER: Final = os.path.join(os.path.dirname(__file__), "rules")

RULES: Final[dict[str, Rule]] = {
    name: rule for file in sorted(os.listdir(_FOLDER)) for name, rule in load_rules(os.path.join(_FOLDER, file)).items()
}
