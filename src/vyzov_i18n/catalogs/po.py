"""Read PO files, as strictly as msgfmt: what it refuses is refused, with the place (gettext manual, "PO Files").

Stricter than msgfmt in two things: text that is not ASCII needs a header that declares its charset by a known name, and
bytes written as escapes have to be characters of that charset.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.charset import declared_charset, find_codec
from vyzov_i18n.catalogs.model import Catalog, Entry, Previous, Source
from vyzov_i18n.catalogs.notes import NO_NOTES, parse_notes
from vyzov_i18n.catalogs.strings import BadString, cut_at_nul, unquote
from vyzov_i18n.catalogs.tokens import COMMENT, SECTION, Misfit, split_tokens
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.catalogs.model import Key

_MOST_FINDINGS: Final = 100
_LONGEST_QUOTE: Final = 80
_INVALID: Final = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII: Final = re.compile("[^\0-\x7f]")
_SUSPICIOUS: Final = re.compile(rf"[\0\4]|{_INVALID.pattern}|\\[0-7x]")

# What a section may follow within its entry; `#|` marks the previous text.
_BEFORE_ENTRY: Final = ("", "#|msgid", "#|msgid_plural")
_FOLLOWS: Final[dict[str, tuple[str, ...]]] = {
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
_ENDS: Final = ("msgstr", "msgstr[]", "domain")
_STARTS: Final = frozenset(("#|msgctxt", "#|msgid", "msgctxt", "msgid", "domain"))
_MISSING: Final = {
    "#|msgctxt": "#| msgid",
    "#|msgid": "msgid",
    "#|msgid_plural": "msgid",
    "msgctxt": "msgid",
    "msgid": "msgstr",
    "msgid_plural": "msgstr[0]",
}


def read_po(path: str) -> Catalog:
    """Read the PO file at that path. Raises CatalogError with every finding, also where there is no such file."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CatalogError([Diagnostic(rule="unreadable-file", message=reason, path=path)]) from error
    return parse_po(data, path)


def parse_po(data: bytes, path: str | None = None) -> Catalog:
    """Read the contents of a PO file; `path` is only told in findings. Raises CatalogError with every finding."""
    charset = _find_charset(data)
    codec = (find_codec(charset) if charset else None) or "utf-8"
    reader = _Reader(data.decode(codec, "surrogateescape"), path, charset, codec)
    entries = list(reader.read())
    if any(finding.severity is Severity.ERROR for finding in reader.findings):
        raise CatalogError(reader.findings)
    findings = tuple(reader.findings)
    return Catalog(entries=entries, path=path, charset=codec, source=reader.source, findings=findings)


def _find_charset(data: bytes) -> str | None:
    """The charset that the header declares; up to there the file is read as bytes."""
    for entry in _Reader(data.decode("latin-1"), None, "latin-1", "latin-1").read():
        if entry.is_header:
            return declared_charset(entry.translations[0])
    return None


class _Draft:
    """The entry that is being read: its sections so far, `last` the keyword of the last one."""

    __slots__ = ("broken", "forms", "last", "notes", "obsolete", "parts", "spans")

    def __init__(self, broken: bool = False) -> None:
        self.broken = broken
        self.last = ""
        self.notes: list[str] = []
        self.obsolete = False
        self.parts: dict[str, str] = {}
        self.forms: list[str] = []
        self.spans: dict[str, tuple[int, int]] = {}

    def ends_before(self, keyword: str) -> bool:
        """Whether the section belongs to the next entry."""
        if self.last in _FOLLOWS.get(keyword, ()):
            return self.broken and not self.last
        return self.last in _ENDS or keyword in _STARTS

    def build(self) -> Entry:
        """The finished entry."""
        parts = self.parts
        notes = parse_notes("\n".join(self.notes)) if self.notes else NO_NOTES
        previous = None
        if "#|msgid" in parts:
            previous = Previous(parts["#|msgid"], parts.get("#|msgctxt"), parts.get("#|msgid_plural"))
        return Entry(
            message=parts["msgid"],
            context=parts.get("msgctxt"),
            plural=parts.get("msgid_plural"),
            translations=tuple(self.forms),
            comments=notes.comments,
            extracted=notes.extracted,
            references=notes.references,
            flags=notes.flags,
            previous=previous,
            obsolete=self.obsolete,
            spans=self.spans,
        )


class _Reader:
    """Reads one file word by word and gathers what is wrong with it."""

    __slots__ = ("careful", "charset", "codec", "draft", "findings", "foreign", "known", "path", "source")

    def __init__(self, text: str, path: str | None, charset: str | None, codec: str) -> None:
        self.source = Source(text)
        self.path = path
        self.charset = charset
        self.codec = codec
        self.foreign = _INVALID if charset and find_codec(charset) else _BEYOND_ASCII
        self.careful = bool(_SUSPICIOUS.search(text) or self.foreign.search(text))
        self.findings: list[Diagnostic] = []
        self.known: dict[Key, Entry] = {}
        self.draft = _Draft()

    def read(self) -> Iterator[Entry]:
        """The entries in their order; it ends early where there are too many findings."""
        for mark, token in split_tokens(self.source.text):
            if isinstance(token, Misfit):
                yield from self._add_misfit(mark, token)
            elif token.lastindex == SECTION:
                keyword = _keyword(mark, token)
                if self.draft.ends_before(keyword):
                    yield from self._close()
                self._add_section(keyword, mark, token)
            else:
                torn = self.draft.last in _MISSING
                yield from self._close()
                if token.lastindex == COMMENT:
                    self.draft.broken = torn
                    self.draft.notes.append(_INVALID.sub("\ufffd", token[COMMENT]))
            if len(self.findings) >= _MOST_FINDINGS:
                return

    def _add_misfit(self, mark: str, misfit: Misfit) -> Iterator[Entry]:
        keyword = _mark_keyword(mark, misfit.keyword or "")
        is_more = misfit.rule in ("stray-string", "unterminated-string") and misfit.keyword is None
        if self.draft.ends_before(keyword) and not is_more:
            yield from self._close()
        if misfit.rule != "stray-string" or not self.draft.broken:
            self._fail(misfit.rule, misfit.message, misfit.start, misfit.end)
        if misfit.keyword in _FOLLOWS:
            self.draft.last = keyword

    def _add_section(self, keyword: str, mark: str, token: re.Match[str]) -> None:
        draft = self.draft
        if draft.last not in _FOLLOWS.get(keyword, ()):
            return self._misplace(keyword, token)
        obsolete = mark.startswith("#~")
        if not draft.last:
            draft.obsolete = obsolete
        elif draft.obsolete is not obsolete and not draft.broken:
            self._fail("inconsistent-obsolete", "an entry is obsolete (#~) as a whole or not at all", *token.span(3))
        draft.last = keyword
        text = self._text(token)
        if keyword == "msgstr[]":
            self._add_form(text, token)
        elif keyword == "msgstr":
            draft.forms.append(text)
            draft.spans[keyword] = token.span(3)
        else:
            draft.parts[keyword] = text
            draft.spans[keyword] = token.span(3)
        return None

    def _add_form(self, text: str, token: re.Match[str]) -> None:
        draft = self.draft
        part = f"msgstr[{len(draft.forms)}]"
        if (token[2].lstrip("0") or "0") != part[7:-1]:
            self._fail("plural-form-index", f"{part} should stand here", *token.span(2))
        draft.forms.append(text)
        draft.spans[part] = token.span(3)

    def _misplace(self, keyword: str, token: re.Match[str]) -> None:
        if keyword not in _FOLLOWS:
            self._fail("unknown-keyword", f"the keyword {_name(keyword)!r} is unknown", *token.span(1))
        elif not self.draft.broken:
            before = " or ".join(_name(before) for before in _FOLLOWS[keyword] if before)
            self._fail("misplaced-section", f"{_name(keyword)} must follow {before}", *token.span(1))

    def _close(self) -> tuple[Entry, ...]:
        """The entry if it is whole; then a new one begins."""
        draft = self.draft
        if not draft.last and not draft.broken:
            return ()
        self.draft = _Draft()
        if draft.broken:
            return ()
        if draft.last == "domain":
            self._warn("domain-directive", "the directive 'domain' is ignored", *draft.spans["domain"])
            return ()
        if draft.last in _MISSING:
            at = next(reversed(draft.spans.values()))
            self._fail("incomplete-entry", f"{_name(draft.last)} needs {_MISSING[draft.last]} after it", *at)
            self.draft.broken = False
            return ()
        return self._keep(draft.build())

    def _keep(self, entry: Entry) -> tuple[Entry, ...]:
        first = self.known.setdefault(entry.key, entry)
        if first is entry:
            return (entry,)
        line = self.source.place(*first.spans["msgid"]).line
        self._report("duplicate-entry", f"the entry is already defined in line {line}", *entry.spans["msgid"])
        return ()

    def _text(self, token: re.Match[str]) -> str:
        try:
            text = unquote(token[3], self.codec)
            return self._check(text, token) if self.careful else text
        except BadString as error:
            at = token.start(3)
            self._fail(error.rule, str(error), at + error.start, at + error.end)
            return ""

    def _check(self, text: str, token: re.Match[str]) -> str:
        raw = token[3]
        if "\4" in text:
            raise BadString("context-separator", "U+0004 is reserved: it ends the context in MO files", 0, len(raw))
        if foreign := self.foreign.search(raw):
            self.foreign = _INVALID  # to say it once is enough where the whole file lacks its charset
            raise BadString(*self._explain_bytes(), *foreign.span())
        if "\0" not in text:
            return text
        self._warn("nul-character", "what follows a NUL character is lost, as with msgfmt", *token.span(3))
        return cut_at_nul(raw, self.codec)

    def _explain_bytes(self) -> tuple[str, str]:
        if self.charset is None:
            return "missing-charset", "text that is not ASCII needs a header that declares its charset"
        if find_codec(self.charset) is None:
            return "unknown-charset", f"the charset {self.charset!r} that the header declares is unknown"
        return "invalid-bytes", f"a byte that is no character of the charset {self.charset}"

    def _fail(self, rule: str, message: str, start: int, end: int) -> None:
        self.draft.broken = True
        self._report(rule, message, start, end)

    def _warn(self, rule: str, message: str, start: int, end: int) -> None:
        self._report(rule, message, start, end, Severity.WARNING)

    def _report(self, rule: str, message: str, start: int, end: int, severity: Severity = Severity.ERROR) -> None:
        place = self.source.place(start, end)
        quote = _INVALID.sub("\ufffd", self.source.text[start:end][:_LONGEST_QUOTE])
        self.findings.append(
            Diagnostic(
                rule=rule,
                message=message,
                severity=severity,
                path=self.path,
                line=place.line,
                column=place.column,
                end_line=place.end_line,
                end_column=place.end_column,
                text=quote,
            )
        )


def _keyword(mark: str, token: re.Match[str]) -> str:
    """The keyword of a section as the order of sections knows it."""
    return _mark_keyword(mark, token[1] if token[2] is None else f"{token[1]}[]")


def _mark_keyword(mark: str, keyword: str) -> str:
    return f"#|{keyword}" if mark.endswith("|") else keyword


def _name(keyword: str) -> str:
    return keyword.replace("#|", "#| ").replace("[]", "[…]")
