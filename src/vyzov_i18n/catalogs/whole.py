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
_LINE: Final = r'"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"'
_TEXT: Final = rf"({_LINE}(?:{_END}{_LINE})*+){_END}"
_FORM: Final = rf"msgstr\[([0-9])\] {_TEXT}"
# The lookahead makes sure that the last text does not go on, and that no other form follows.
_whole: Final = re.compile(
    rf"((?:#(?![~|])[^\n]*+\n)*+)(?:msgctxt {_TEXT})?+msgid {_TEXT}"
    rf"(?:msgstr {_TEXT}|msgid_plural {_TEXT}((?:{_FORM})++))[\r\n]*+(?=#|msgid|msgctxt|\Z)"
).match
_GROUPS: Final = {"msgctxt": 2, "msgid": 3, "msgstr": 4, "msgid_plural": 5}
_forms: Final = re.compile(_FORM).findall


def match_entry(text: str, at: int, codec: str) -> tuple[Entry, int] | None:
    """The entry that starts there and the offset of what follows it; None where only the slow way can tell."""
    found = _whole(text, at)
    if found is None:
        return None
    comments, context, message, translation, plural, forms = found.group(1, 2, 3, 4, 5, 6)
    try:
        entry = Entry(
            unquote(message, codec),
            None if context is None else unquote(context, codec),
            None if plural is None else unquote(plural, codec),
            _unquote_forms(forms, codec) if forms else (unquote(translation, codec),),
            comments,
            None,
            False,
            _Spans(found),
        )
    except BadString:
        return None
    return entry, found.end()


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
            return (start, end) if start >= 0 else None
        if found[6] is None or not part.startswith("msgstr["):
            return None
        for form in re.finditer(_FORM, found[6]):
            if part == f"msgstr[{form[1]}]":
                return found.start(6) + form.start(2), found.start(6) + form.end(2)
        return None
