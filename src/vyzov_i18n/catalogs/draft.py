"""A PO entry while it is being read, and the order in which its sections have to stand."""

from __future__ import annotations

from typing import Final

from vyzov_i18n.catalogs.model import Entry, Previous

# What a section may follow within its entry. `#|` marks the previous text, `[]` a section with an index.
_BEFORE_ENTRY: Final = ("", "#|msgid", "#|msgid_plural")
FOLLOWS: Final[dict[str, tuple[str, ...]]] = {
    "#|msgctxt": ("",),
    "#|msgid": ("", "#|msgctxt"),
    "#|msgid_plural": ("#|msgid",),
    "msgctxt": _BEFORE_ENTRY,
    "msgid": (*_BEFORE_ENTRY, "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[]": ("msgid_plural", "msgstr[]"),
    "domain": ("",),
}
STARTS: Final = frozenset(("#|msgctxt", "#|msgid", "msgctxt", "msgid", "domain"))
ENDS: Final = frozenset(("msgstr", "msgstr[]", "domain"))
MISSING: Final = {
    "#|msgctxt": "#| msgid",
    "#|msgid": "msgid",
    "#|msgid_plural": "msgid",
    "msgctxt": "msgid",
    "msgid": "msgstr",
    "msgid_plural": "msgstr[0]",
}


class Draft:
    """What is known of an entry so far: `last` is the keyword of its last section, `broken` tells of an error in it."""

    __slots__ = ("broken", "comments", "forms", "last", "obsolete", "parts", "spans")

    def __init__(self) -> None:
        self.broken = False
        self.last = ""
        self.comments: list[str] = []
        self.obsolete = False
        self.parts: dict[str, str] = {}
        self.forms: list[str] = []
        self.spans: dict[str, tuple[int, int]] = {}

    def ends_before(self, keyword: str) -> bool:
        """Whether the section belongs to the next entry."""
        if self.last in FOLLOWS.get(keyword, ()):
            return self.broken and not self.last
        return self.last in ENDS or keyword in STARTS

    def add(self, keyword: str, text: str, span: tuple[int, int]) -> None:
        """Add a section that may stand here."""
        self.last = keyword
        if keyword == "msgstr[]":
            keyword = f"msgstr[{len(self.forms)}]"
        self.spans[keyword] = span
        if keyword.startswith("msgstr"):
            self.forms.append(text)
        else:
            self.parts[keyword] = text

    def build(self) -> Entry:
        """The finished entry."""
        parts = self.parts
        previous = None
        if "#|msgid" in parts:
            previous = Previous(parts["#|msgid"], parts.get("#|msgctxt"), parts.get("#|msgid_plural"))
        return Entry(
            message=parts["msgid"],
            context=parts.get("msgctxt"),
            plural=parts.get("msgid_plural"),
            translations=tuple(self.forms),
            comments="\n".join(self.comments),
            previous=previous,
            obsolete=self.obsolete,
            spans=self.spans,
        )
