"""Write PO files as `msgcat --no-wrap` does, through polib: Babel's writer adds flags of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib

from vyzov_i18n.catalogs.files import write_atomically
from vyzov_i18n.diagnostics import Diagnostic
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.model import Catalog, Entry


def write_po(catalog: Catalog, path: str) -> None:
    """Write the catalog to that path, atomically; everything of it is kept, in its order.

    Raises OSError, and CatalogError for a text that the charset cannot hold.
    """
    write_atomically(path, render_po(catalog))


def render_po(catalog: Catalog) -> bytes:
    """The PO file of a catalog in its charset. Raises CatalogError for a text that the charset cannot hold."""
    text = "\n".join(_render(entry) for entry in catalog.entries)
    try:
        return text.encode(catalog.charset)
    except UnicodeEncodeError as error:
        message = f"the charset {catalog.charset} has no {error.object[error.start]!r}"
        raise CatalogError([Diagnostic(rule="unencodable-text", message=message, path=catalog.path)]) from error


class _Lines(polib.POEntry):
    """An entry whose texts are cut at line feeds only, not at every line separator of Unicode."""

    def _str_field(self, fieldname: str, delflag: str, plural_index: str, field: str, wrapwidth: int = 0) -> list[str]:
        keyword = f"{delflag}{fieldname.removeprefix('previous_')}{plural_index}"
        lines = [polib.escape(line).replace("\a", r"\a") for line in re.findall(r"[^\n]*\n|[^\n]+", field)]
        if len(lines) > 1:
            rendered = [f'{keyword} ""', *(f'{delflag}"{line}"' for line in lines)]
        else:
            rendered = [f'{keyword} "{"".join(lines)}"']
        if fieldname == "msgid" and self.msgstr_plural and not self.msgid_plural:
            rendered.append('msgid_plural ""')  # polib leaves an empty one out
        return rendered


def _render(entry: Entry) -> str:
    notes, previous = entry.notes, entry.previous
    rendered = _Lines(
        msgctxt=entry.context,
        msgid=entry.message,
        msgid_plural=entry.plural or "",
        msgstr=entry.translations[0] if entry.plural is None else "",
        msgstr_plural={} if entry.plural is None else dict(enumerate(entry.translations)),
        tcomment=_join(notes.comments),
        comment=_join(notes.extracted),
        occurrences=[(reference, "") for reference in notes.references],
        flags=sorted(notes.flags, key="fuzzy".__ne__),
        previous_msgctxt=previous.context if previous else None,
        previous_msgid=previous.message if previous else None,
        previous_msgid_plural=previous.plural if previous else None,
    ).__unicode__(wrapwidth=0)
    lines = rendered.split("\n")
    return "\n".join(_mark_obsolete(line) if entry.obsolete else _trim(line) for line in lines)


def _join(comments: tuple[str, ...]) -> str:
    return "\n".join(line or " " for line in comments)  # polib takes an empty text for no comment


def _trim(line: str) -> str:
    return line.rstrip() if line.rstrip() in ("#", "#.") else line


def _mark_obsolete(line: str) -> str:
    if line.startswith("#|"):
        return f"#~{line[1:]}"
    return _trim(line) if line.startswith("#") or not line else f"#~ {line}"
