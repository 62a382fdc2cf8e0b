"""The templates that translations start from: `film.pot` from `film.toml`, `summary.pot` from the shared sentences."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.extract import build_template, extract_marks
from vyzov_i18n.catalogs.files import read_if_there, write_atomically
from vyzov_i18n.catalogs.model import Entry
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.catalogs.writer import render_po
from vyzov_i18n.film.load import FILE_NAME, load_facts
from vyzov_i18n.film.wording import wordings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vyzov_i18n.catalogs.model import Catalog

DOMAINS: Final = ("film", "summary")
_MARKED_MODULES: Final = ("sentences.py", "labels.py")


def extract_templates(folder: str, domains: Iterable[str] = DOMAINS) -> tuple[str, ...]:
    """Write the templates of a film folder into it, and return the paths of those that changed.

    The same film and sentences give the same bytes. Raises FilmError where `film.toml` cannot be used.
    """
    builders = {"film": lambda: film_template(folder), "summary": summary_template}
    rendered = {os.path.join(folder, f"{domain}.pot"): render_po(builders[domain]()) for domain in domains}
    changed = tuple(path for path, data in rendered.items() if read_if_there(path) != data)
    for path in changed:
        write_atomically(path, rendered[path])
    return changed


def film_template(folder: str) -> Catalog:
    """The words of a film: names, labels, statements, lines."""
    entries = (
        Entry(wording.text, wording.context, comments=str(Notes(extracted=wording.comments, references=(FILE_NAME,))))
        for wording in wordings(load_facts(folder))
    )
    return build_template(entries, "vyzov-i18n film")


def summary_template() -> Catalog:
    """The sentences and labels that all films share."""
    root = os.path.dirname(__file__)
    modules = (os.path.join(root, "summaries", name) for name in _MARKED_MODULES)
    return build_template(extract_marks(modules, root), "vyzov-i18n summary")
