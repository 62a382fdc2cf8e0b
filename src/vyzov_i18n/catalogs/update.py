"""Bring a catalog in step with its template, without losing a word of the translators.

Entries are matched by (msgctxt, msgid) alone: nothing is guessed from likeness, which would give one person another's
name. Only where a context loses one text and gets one is the old translation kept for the new text, marked fuzzy with
the previous msgid. Everything that the template has no more stays as an obsolete entry, and comes back with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.charset import declared_charset, find_codec
from vyzov_i18n.catalogs.defects import locate_header
from vyzov_i18n.catalogs.header import GERMANIC, parse_plural_rule
from vyzov_i18n.catalogs.model import Entry, Previous
from vyzov_i18n.catalogs.notes import Notes
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vyzov_i18n.catalogs.model import Catalog, Key

_FUZZY: Final = "fuzzy"
_FORMAT: Final = "-format"  # tools guess formats: pybabel takes the braces of MessageFormat for Python's
_CHARSET_HELP: Final = "write Content-Type: text/plain; charset=UTF-8 in the msgstr of an entry whose msgid is empty"


class Change(msgspec.Struct, frozen=True):
    """What an update does to a file: how many of its entries are new, revived (no more obsolete), fuzzy, obsolete."""

    path: str
    new: int = 0
    revived: int = 0
    fuzzy: int = 0
    obsolete: int = 0


def update_catalog(catalog: Catalog, template: Iterable[Entry]) -> Catalog:
    """The catalog with these messages, those of its template.

    Entries keep their place, flags and translator comments; a new one follows the one it follows in the template.
    Extracted comments, references and the flags of formats are the template's. A text that is again what a fuzzy
    translation was made for (`#|`) is fuzzy no more. Raises CatalogError for a catalog that was read with a
    warning, of which something would be lost, or declares no charset, and for a plural rule that cannot be read.
    """
    _refuse_unwritable(catalog)
    wanted = {entry.key: entry for entry in template}
    known = {entry.key: entry for entry in catalog.entries if not entry.is_header}
    renamed = _find_renamed(wanted, known)
    forms = _count_forms(catalog)
    kept: dict[Key, Entry] = {}
    for key, entry in known.items():
        new_key = renamed.get(key, key)
        if new_key in wanted and not entry.obsolete:
            kept[new_key] = _merge(entry, wanted[new_key], forms)
    added = {
        key: _merge(known.get(key, _empty(entry)), entry, forms) for key, entry in wanted.items() if key not in kept
    }
    gone = [entry for key, entry in known.items() if key not in wanted and key not in renamed]
    header = [entry for entry in catalog.entries if entry.is_header]
    entries = [*header, *_arrange(kept, added, wanted), *_retire(gone)]
    return msgspec.structs.replace(catalog, entries=entries, source=None)


def compare(before: Catalog, after: Catalog, path: str) -> Change:
    """How the entries of a catalog differ from those it had."""
    active = {entry.key: entry.is_fuzzy for entry in before.messages()}
    obsolete = {entry.key for entry in before.entries if entry.obsolete}
    fuzzy = {entry.key for entry in after.messages() if entry.is_fuzzy and not active.get(entry.key)} - obsolete
    added = [entry.key for entry in after.messages() if entry.key not in active and entry.key not in fuzzy]
    return Change(
        path,
        new=sum(key not in obsolete for key in added),
        revived=sum(key in obsolete for key in added),
        fuzzy=len(fuzzy),
        obsolete=sum(entry.obsolete and entry.key not in obsolete for entry in after.entries),
    )


def _refuse_unwritable(catalog: Catalog) -> None:
    """What was read with a warning would be lost, and without a charset the file could not be read again."""
    findings = [msgspec.structs.replace(found, severity=Severity.ERROR) for found in catalog.findings]
    charset = declared_charset(catalog.header.translations[0]) if catalog.header else None
    if charset is None or find_codec(charset) is None:
        message = "the catalog has no header that declares its charset by a known name"
        place = locate_header(catalog)
        findings.append(
            Diagnostic(rule="missing-charset", message=message, path=catalog.path, help=_CHARSET_HELP, **place)
        )
    if findings:
        raise CatalogError(findings)


def _count_forms(catalog: Catalog) -> int:
    header = catalog.header
    try:
        rule = parse_plural_rule(header.translations[0]) if header else None
    except ValueError as error:
        finding = Diagnostic(rule="plural-rule", message=str(error), path=catalog.path, **locate_header(catalog))
        raise CatalogError([finding]) from error
    return (rule or GERMANIC).count


def _find_renamed(wanted: dict[Key, Entry], known: dict[Key, Entry]) -> dict[Key, Key]:
    """The key of each translated text that changed, and its new one: the only one its context lost, and got."""
    gone = _by_context(key for key, entry in known.items() if key not in wanted and not entry.obsolete)
    new = _by_context(key for key in wanted if key not in known)
    return {
        keys[0]: new[context][0]
        for context, keys in gone.items()
        if len(keys) == 1 and len(new.get(context, ())) == 1 and _is_begun(known[keys[0]])
    }


def _by_context(keys: Iterable[Key]) -> dict[str, list[Key]]:
    """Texts without a context have nothing in common."""
    groups: dict[str, list[Key]] = {}
    for key in keys:
        if key[0] is not None:
            groups.setdefault(key[0], []).append(key)
    return groups


def _merge(entry: Entry, wanted: Entry, forms: int) -> Entry:
    """The entry with the source text and the programmers' comments of the template."""
    ours, theirs = entry.notes, wanted.notes
    is_changed = any(entry.translations) and (entry.message, entry.plural) != (wanted.message, wanted.plural)
    # Of a fuzzy draft without a previous text none is noted: it would seem reviewed when the text changes back.
    previous = _as_previous(entry) if is_changed and not entry.is_fuzzy else entry.previous
    is_undone = previous == _as_previous(wanted)
    is_doubtful = (is_changed or entry.is_fuzzy) and not is_undone
    kept = [flag for flag in ours.flags if flag != _FUZZY and not flag.endswith(_FORMAT)]
    flags = dict.fromkeys([*([_FUZZY] if is_doubtful else []), *kept, *theirs.flags])
    return Entry(
        message=wanted.message,
        context=wanted.context,
        plural=wanted.plural,
        translations=_fit(entry, wanted, forms),
        comments=str(Notes(ours.comments + _spare(entry, wanted), theirs.extracted, theirs.references, tuple(flags))),
        previous=None if is_undone else previous,
    )


def _as_previous(entry: Entry) -> Previous:
    return Previous(entry.message, entry.context, entry.plural)


def _fit(entry: Entry, wanted: Entry, forms: int) -> tuple[str, ...]:
    """The translations in as many forms as the text now needs; one that got a plural is its first form."""
    if wanted.plural is None:
        return entry.translations[:1]
    return entry.translations + ("",) * (forms - len(entry.translations))


def _spare(entry: Entry, wanted: Entry) -> tuple[str, ...]:
    """The forms of a text that has no plural any more, but the first, as comments: they are a translator's work."""
    forms = enumerate(entry.translations[1:] if wanted.plural is None else (), 1)
    return tuple(f"msgstr[{index}] was: " + form.replace("\n", r"\n") for index, form in forms if form)


def _arrange(kept: dict[Key, Entry], added: dict[Key, Entry], wanted: dict[Key, Entry]) -> list[Entry]:
    """The kept entries in their order, each new one after the one before it in the template."""
    followers: dict[Key | None, list[Entry]] = {}
    before: Key | None = None
    for key in wanted:
        if key in added:
            followers.setdefault(before, []).append(added[key])
        else:
            before = key
    arranged = followers.get(None, [])
    for key, entry in kept.items():
        arranged += (entry, *followers.get(key, ()))
    return arranged


def _retire(gone: Iterable[Entry]) -> list[Entry]:
    """The entries that hold a translator's work, obsolete; references to what is no more are dropped."""
    return [
        msgspec.structs.replace(
            entry, obsolete=True, comments=str(msgspec.structs.replace(entry.notes, extracted=(), references=()))
        )
        for entry in gone
        if _is_begun(entry)
    ]


def _is_begun(entry: Entry) -> bool:
    """Whether a translator has left something in it."""
    return any(entry.translations) or bool(entry.notes.comments)


def _empty(entry: Entry) -> Entry:
    return Entry(message=entry.message, context=entry.context, plural=entry.plural, translations=("",))
