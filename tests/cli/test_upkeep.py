"""Tests of the commands that keep catalogs in step with the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


def test_update_tells_what_it_changed(folder: Path, invoke: Callable[..., Result]) -> None:
    russian = folder / "ru" / "LC_MESSAGES"
    invoke("update", folder)
    film = folder / "film.toml"
    film.write_text(film.read_text("utf-8").replace('"Anna Melnik"', '"Anna Melnyk"'), "utf-8")
    english = folder / "en" / "LC_MESSAGES"
    told = f"{folder}/film.pot\nX {english}/film.po: 1 fuzzy\nX {russian}/film.po: 1 fuzzy\n"
    checked = invoke("update", folder, "--check")
    assert (checked.exit_code, checked.output) == (1, "would change " + told.replace("X", "would change"))
    updated = invoke("update", folder)
    assert (updated.exit_code, updated.output) == (0, "updated " + told.replace("X", "updated"))
    for arguments in ((), ("--check",)):
        again = invoke("update", folder, *arguments)
        assert (again.exit_code, again.output) == (0, "nothing changed\n")
