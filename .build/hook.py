"""The build hook: a wheel carries the built-in film with compiled catalogs, an editable install compiles them in place.

The project's own loader and compiler run here. What they refuse fails the build, with file, line and column.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `vyzov_i18n/locale/` to the wheel: `film.toml` and the compiled catalogs, not their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogs of `locale/`: in place for the version "editable", else in a copy."""
        if version == "editable":
            self._compile(Path(self.root))
            return
        self._folder = TemporaryDirectory()
        copy = Path(self._folder.name)
        shutil.copytree(Path(self.root, "locale"), copy / "locale", ignore=shutil.ignore_patterns("*.mo"))
        self._compile(copy)
        for path in (copy / "locale/film.toml", *sorted(copy.glob("locale/*/LC_MESSAGES/*.mo"))):
            build_data["force_include"][str(path)] = f"vyzov_i18n/{path.relative_to(copy).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy."""
        if version != "editable":
            self._folder.cleanup()

    def _compile(self, folder: Path) -> None:
        sys.path.insert(0, str(Path(self.root, "src")))
        from vyzov_i18n.catalogs.compile import compile_catalogs
        from vyzov_i18n.errors import FilmError
        from vyzov_i18n.film.load import load_facts
        from vyzov_i18n.messages.validation import find_problem

        with chdir(folder):  # a finding then names its file as it is called in the project
            try:
                load_facts("locale", find_problem)
            except FilmError as error:
                self.app.abort(str(error))
            result = compile_catalogs("locale")
        if result.failed:
            self.app.abort("\n".join(map(str, result.findings)))
