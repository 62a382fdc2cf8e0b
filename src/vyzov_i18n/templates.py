"""The templates that translations start from, and the catalogs that are made from them and follow them.

`film.pot` comes from `film.toml`, `summary.pot` from the shared sentences; a lexicon follows its `film.po`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.drafting import can_draft, draft_lexicon
from vyzov_i18n.catalogs.extract import build_template, extract_marks
from vyzov_i18n.catalogs.files import find_leftovers, read_if_there, remove_leftovers, write_atomically
from vyzov_i18n.catalogs.lexicon_slots import lexicon_template
from vyzov_i18n.catalogs.model import Catalog, Entry
from vyzov_i18n.catalogs.new_locale import lexicon_fields, new_catalog
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.catalogs.plural_forms import PluralForms, plural_forms
from vyzov_i18n.catalogs.po import parse_po, read_po
from vyzov_i18n.catalogs.statistics import Statistics, measure_catalog
from vyzov_i18n.catalogs.update import Change, compare, update_catalog
from vyzov_i18n.catalogs.writer import render_po
from vyzov_i18n.errors import CatalogError, LocaleError
from vyzov_i18n.film.load import FILE_NAME, load_facts
from vyzov_i18n.film.wording import wordings
from vyzov_i18n.locales import babel_locale, parse_tag, to_posix
from vyzov_i18n.locales.cldr import find_unnamed, with_script
from vyzov_i18n.locales.tags import split_tag
from vyzov_i18n.localizer import built_in_folder, locale_folders
from vyzov_i18n.messages.validation import find_problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.film.concepts import Concept
    from vyzov_i18n.film.model import FilmFacts

DOMAINS: Final = ("film", "summary")
_LEXICON: Final = "lexicon"
_MARKED_MODULES: Final = ("sentences.py", "labels.py")


class NewLocale(msgspec.Struct, frozen=True):
    """A locale that was added: its tag, the catalogs written and those that were there already, its plural forms."""

    tag: str
    written: tuple[str, ...]
    kept: tuple[str, ...]
    plurals: PluralForms


def extract_templates(
    folder: str | os.PathLike[str], domains: Iterable[str] = DOMAINS, *, write: bool = True
) -> tuple[str, ...]:
    """Write the templates of a film folder into it, and return the paths of those that changed.

    Or of those that would change if `write` is false. The same film and sentences give the same bytes. Raises FilmError
    where `film.toml` cannot be used.
    """
    folder = os.fspath(folder)
    builders = {"film": lambda: film_template(folder), "summary": summary_template}
    rendered = {os.path.join(folder, f"{domain}.pot"): render_po(builders[domain]()) for domain in domains}
    changed = tuple(path for path, data in rendered.items() if read_if_there(path) != data)
    for path in changed if write else ():
        write_atomically(path, rendered[path])
    return changed


def film_template(folder: str) -> Catalog:
    """The words of a film: names, labels, statements, lines."""
    return _template_of(load_facts(folder, find_problem))


def _template_of(film: FilmFacts) -> Catalog:
    entries = (
        Entry(wording.text, wording.context, comments=str(Notes(extracted=wording.comments, references=(FILE_NAME,))))
        for wording in wordings(film)
    )
    return build_template(entries, "vyzov-i18n film")


def summary_template() -> Catalog:
    """The sentences and labels that all films share."""
    root = os.path.dirname(__file__)
    modules = (os.path.join(root, "summaries", name) for name in _MARKED_MODULES)
    return build_template(extract_marks(modules, root), "vyzov-i18n summary")


def update_locales(
    folder: str | os.PathLike[str] = "locale", *, write: bool = True, draft: bool = False
) -> tuple[Change, ...]:
    """Bring the templates and catalogs of a film folder in step with `film.toml` and the shared sentences.

    With `draft` the empty slots of a Russian lexicon are filled with drafts, marked fuzzy. Returns what changed, or
    would change if `write` is false; doing it again changes nothing. Raises FilmError, ExtraError where what drafts is
    not installed, and CatalogError with the findings of every catalog that cannot be updated; then nothing is written.
    """
    folder = os.fspath(folder)
    film = load_facts(folder, find_problem)
    templates = {"film": _template_of(film), "summary": summary_template()}
    concepts = dict(film.concepts())
    findings: list[Diagnostic] = []
    planned = [
        (Change(os.path.join(folder, f"{domain}.pot")), render_po(template)) for domain, template in templates.items()
    ]
    for tag, name in locale_folders(folder).items():
        is_drafted = draft and can_draft(tag)
        planned += _plan_locale(os.path.join(folder, name, "LC_MESSAGES"), templates, concepts, findings, is_drafted)
    if findings:
        raise CatalogError(findings)
    changed = [(change, data) for change, data in planned if read_if_there(change.path) != data]
    if write:
        for change, data in changed:
            write_atomically(change.path, data)
        remove_leftovers(find_leftovers({os.path.dirname(change.path) for change, _ in planned}))
    return tuple(change for change, _ in changed)


def _plan_locale(
    folder: str,
    templates: Mapping[str, Catalog],
    concepts: Mapping[str, Concept],
    findings: list[Diagnostic],
    is_drafted: bool,
) -> Iterator[tuple[Change, bytes]]:
    """The catalogs of one locale as they should be; what is wrong with one is added to the findings."""
    film = Catalog(entries=[])
    for domain in (*DOMAINS, _LEXICON):
        path = os.path.join(folder, f"{domain}.po")
        data = read_if_there(path)
        if data is None:
            continue
        try:
            catalog = parse_po(data, path)
            if domain == _LEXICON:
                updated = _update_lexicon(catalog, film, concepts, is_drafted)
            else:
                updated = update_catalog(catalog, templates[domain].messages())
            yield compare(catalog, updated, path), render_po(updated)
        except CatalogError as error:
            findings += error.findings
            continue
        if domain == "film":
            film = updated


def _update_lexicon(lexicon: Catalog, film: Catalog, concepts: Mapping[str, Concept], is_drafted: bool) -> Catalog:
    notes = {concept_id: concept.note for concept_id, concept in concepts.items()}
    updated = update_catalog(lexicon, lexicon_template(lexicon, film, notes))
    return draft_lexicon(updated, concepts) if is_drafted else updated


def add_locale(
    tag: str, folder: str | os.PathLike[str] = "locale", *, write: bool = True, draft: bool = False
) -> NewLocale:
    """Add the catalogs of a locale to a film folder, untranslated; whatever is there stays as it is.

    Or only tell what would be written, if `write` is false.
    The shared sentences (`summary`) are left out where the package has them in this locale. With `draft` a Russian
    lexicon names its cases and genders, and has a draft of every form of what the folder has translated already. Raises
    FilmError, LocaleError where the tag is malformed, unknown to CLDR, with extensions, or in the folder with all its
    catalogs, CatalogError where a catalog that drafts rest on cannot be read, and ExtraError where what drafts is not
    installed.
    """
    folder = os.fspath(folder)
    name = to_posix(tag)
    plurals = plural_forms(babel_locale(tag))
    _refuse_unknown(tag)
    tag = parse_tag(name)
    others = locale_folders(folder)
    _refuse_synonym(tag, others)
    catalogs = _new_catalogs(tag, folder)
    target = os.path.join(folder, others.get(tag, name), "LC_MESSAGES")
    if draft and can_draft(tag):
        catalogs[_LEXICON] = _draft_new(catalogs[_LEXICON], os.path.join(target, "film.po"), folder)
    paths = {os.path.join(target, f"{domain}.po"): catalog for domain, catalog in catalogs.items()}
    missing = tuple(path for path in paths if not os.path.lexists(path))
    if not missing:
        message = f"the locale {tag!r} is there already, with all its catalogs"
        raise LocaleError(message, tag, tuple(others))
    if write:
        os.makedirs(target, exist_ok=True)
        for path in missing:
            write_atomically(path, render_po(paths[path]))
        remove_leftovers(find_leftovers([target]))
    return NewLocale(tag, missing, tuple(path for path in paths if path not in missing), plurals)


def _draft_new(lexicon: Catalog, film_path: str, folder: str) -> Catalog:
    film = read_po(film_path) if os.path.lexists(film_path) else Catalog(entries=[])
    concepts = dict(load_facts(folder, find_problem).concepts())
    return _update_lexicon(lexicon, film, concepts, is_drafted=True)


def _refuse_unknown(tag: str) -> None:
    """A mistyped region would go unnoticed, and an extension (de-u-co-phonebk) has no place in a folder's name."""
    subtags = split_tag(tag)
    plain = subtags.join("-")
    if subtags.extensions:
        message = f"catalogs have no extensions such as {subtags.extensions[1:]!r}; did you mean {plain!r}?"
        raise LocaleError(message, tag, suggestion=plain)
    if unknown := find_unnamed(tag):
        raise LocaleError(f"CLDR knows no region or variant {unknown!r} in {plain!r}", tag)


def _refuse_synonym(tag: str, others: Collection[str]) -> None:
    """Two spellings of one locale (sr, sr-Cyrl) would hide each other's catalogs."""
    meant = with_script(split_tag(tag))
    same = next((other for other in others if other != tag and with_script(split_tag(other)) == meant), None)
    if same is not None:
        raise LocaleError(f"the locale {tag!r} is there already, as {same!r}", tag, tuple(others), same)


def _new_catalogs(tag: str, folder: str) -> dict[str, Catalog]:
    """The catalogs that a locale of the film needs, by domain."""
    builders = {"film": lambda: film_template(folder), "summary": summary_template}
    if _has_sentences_elsewhere(tag, folder):
        del builders["summary"]
    templates = {domain: build().messages() for domain, build in builders.items()}
    catalogs = {domain: new_catalog(entries, tag, f"vyzov-i18n {domain}") for domain, entries in templates.items()}
    return catalogs | {_LEXICON: new_catalog((), tag, f"vyzov-i18n {_LEXICON}", lexicon_fields(tag))}


def _has_sentences_elsewhere(tag: str, folder: str) -> bool:
    built_in = built_in_folder()
    return os.path.realpath(folder) != os.path.realpath(built_in) and tag in locale_folders(built_in)


def measure_locales(folder: str | os.PathLike[str] = "locale") -> tuple[Statistics, ...]:
    """How far each domain is in each locale of a film folder, held against what `film.toml` and the sentences are now.

    Raises FilmError, and CatalogError with the findings of every catalog that cannot be read.
    """
    folder = os.fspath(folder)
    templates = {"film": tuple(film_template(folder).messages()), "summary": tuple(summary_template().messages())}
    rows: list[Statistics] = []
    findings: list[Diagnostic] = []
    for tag, name in locale_folders(folder).items():
        for domain in (*DOMAINS, _LEXICON):
            path = os.path.join(folder, name, "LC_MESSAGES", f"{domain}.po")
            if domain == "summary" and not os.path.lexists(path) and _has_sentences_elsewhere(tag, folder):
                continue
            try:
                catalog = read_po(path) if os.path.lexists(path) else Catalog(entries=[])
                rows.append(measure_catalog(catalog, templates.get(domain, tuple(catalog.messages())), tag, domain))
            except CatalogError as error:
                findings += error.findings
    if findings:
        raise CatalogError(findings)
    return tuple(rows)
