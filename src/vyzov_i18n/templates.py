"""The templates that translations start from, and the catalogs that follow them.

`film.pot` comes from `film.toml`, `summary.pot` from the shared sentences; a lexicon follows its `film.po`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.extract import build_template, extract_marks
from vyzov_i18n.catalogs.files import read_if_there, write_atomically
from vyzov_i18n.catalogs.lexicon_slots import lexicon_template
from vyzov_i18n.catalogs.load import available_locales
from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.catalogs.update import Change, compare, update_catalog
from vyzov_i18n.catalogs.writer import render_po
from vyzov_i18n.errors import CatalogError
from vyzov_i18n.film.load import FILE_NAME, load_facts
from vyzov_i18n.film.wording import wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vyzov_i18n.diagnostics import Diagnostic

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


def update_locales(folder: str, *, write: bool = True) -> tuple[Change, ...]:
    """Bring the templates and catalogs of a film folder in step with `film.toml` and the shared sentences.

    Returns what changed, or would change if `write` is false; doing it again changes nothing. Raises FilmError, and
    CatalogError with the findings of every catalog that cannot be updated; then nothing is written.
    """
    templates = {"film": film_template(folder), "summary": summary_template()}
    notes = {concept_id: concept.note for concept_id, concept in load_facts(folder).concepts()}
    findings: list[Diagnostic] = []
    planned = [
        (Change(os.path.join(folder, f"{domain}.pot")), render_po(template)) for domain, template in templates.items()
    ]
    for locale in available_locales(folder):
        planned += _plan_locale(os.path.join(folder, locale, "LC_MESSAGES"), templates, notes, findings)
    if findings:
        raise CatalogError(findings)
    changed = [(change, data) for change, data in planned if read_if_there(change.path) != data]
    for change, data in changed if write else ():
        write_atomically(change.path, data)
    return tuple(change for change, _ in changed)


def _plan_locale(
    folder: str, templates: Mapping[str, Catalog], notes: Mapping[str, str | None], findings: list[Diagnostic]
) -> Iterator[tuple[Change, bytes]]:
    """The catalogs of one locale as they should be; what is wrong with one is added to the findings."""
    film = Catalog(entries=[])
    for domain in (*DOMAINS, "lexicon"):
        path = os.path.join(folder, f"{domain}.po")
        data = read_if_there(path)
        if data is None:
            continue
        try:
            catalog = parse_po(data, path)
            wanted = templates[domain].messages() if domain in templates else lexicon_template(catalog, film, notes)
            updated = update_catalog(catalog, wanted)
            yield compare(catalog, updated, path), render_po(updated)
        except CatalogError as error:
            findings += error.findings
            continue
        if domain == "film":
            film = updated
