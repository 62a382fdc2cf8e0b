"""The fast way through a PO file: entries as every tool writes them, each matched as a whole.

What is written in another way is not matched and goes the slow way, word by word, which knows what is wrong with it.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from vyzov_i18n.catalogs.model import Entry
from vyzov_i18n.catalogs.strings import BadString, unquote

_END: Final = r"\r?\n"
_LINE: Final = r'[^"\\\n]*+(?>(?:\\[^\n][^"\\\n]*+)*)'
_TEXT: Final = rf'"({_LINE}(?>(?:"{_END}"{_LINE})*))"{_END}'
_FORM: Final = rf"msgstr\[([0-9])\] {_TEXT}"
# The lookahead makes sure that the last text does not go on, and that no other form follows. The empty alternative
# matches where there is no such entry.
_whole: Final = re.compile(
    rf"((?>(?:#(?![~|])[^\n]*+\n)*))(?>(?:msgctxt {_TEXT})?)msgid {_TEXT}"
    rf"(?:msgstr {_TEXT}|msgid_plural {_TEXT}((?>(?:{_FORM})+)))[\r\n]*+(?=#|msgid|msgctxt|\Z)|"
)
_GROUPS: Final = {"msgctxt": 2, "msgid": 3, "msgstr": 4, "msgid_plural": 5}
_forms: Final = re.compile(_FORM).findall


def match_entries(text: str, at: int, codec: str) -> tuple[list[Entry], int]:
    """The entries from that offset on, and the offset of what only the slow way can tell, or of the end."""
    entries: list[Entry] = []
    for found in _whole.finditer(text, at):
        comments, context, message, translation, plural, forms = found.group(1, 2, 3, 4, 5, 6)
        if message is None:
            return entries, found.start()
        try:
            # Most texts are one line without escapes; to see that here spares the call.
            if '"' in message or "\\" in message:
                message = unquote(message, codec)
            if context is not None:
                context = unquote(context, codec)
            if forms is not None:
                plural = unquote(plural, codec)
                translations = _unquote_forms(forms, codec)
            elif '"' in translation or "\\" in translation:
                translations = (unquote(translation, codec),)
            else:
                translations = (translation,)
        except BadString:
            return entries, found.start()
        entries.append(Entry(message, context, plural, translations, comments, None, False, _Spans(found)))
    return entries, len(text)


def match_header(text: str, codec: str) -> str | None:
    """The header, where it is the first entry of a text; None where only the slow way can tell."""
    found = _whole.match(text)
    if not found or found[2] is not None or found[3] != "" or found[4] is None:
        return None
    try:
        return unquote(found[4], codec)
    except BadString:
        return None


def _unquote_forms(forms: str, codec: str) -> tuple[str, ...]:
    texts: list[str] = []
    for index, text in _forms(forms):
        if index != str(len(texts)):
            raise BadString("plural-form-index", "a form is out of its place", 0, 0)
        texts.append(unquote(text, codec))
    return tuple(texts)


class _Spans(msgspec.Struct, frozen=True, gc=False):
    """The places of the parts of an entry, worked out when one is asked for."""

    found: re.Match[str]

    def get(self, part: str, /) -> tuple[int, int] | None:
        found = self.found
        if part in _GROUPS:
            start, end = found.span(_GROUPS[part])
            return (start - 1, end + 1) if start >= 0 else None
        if found[6] is None or not part.startswith("msgstr["):
            return None
        for form in re.finditer(_FORM, found[6]):
            if part == f"msgstr[{form[1]}]":
                return found.start(6) + form.start(2) - 1, found.start(6) + form.end(2) + 1
        return None
