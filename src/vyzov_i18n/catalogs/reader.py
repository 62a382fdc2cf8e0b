"""Read the text of a PO file entry by entry, and gather everything that is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.catalogs.charset import find_codec
from vyzov_i18n.catalogs.draft import FOLLOWS, MISSING, Draft
from vyzov_i18n.catalogs.strings import BadString, cut_at_nul, unquote
from vyzov_i18n.catalogs.tokens import COMMENT, SECTION, Misfit, split_tokens
from vyzov_i18n.catalogs.whole import match_entries
from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.diagnostics.places import Source

if TYPE_CHECKING:
    from vyzov_i18n.catalogs.model import Entry, Key

_MOST_ERRORS: Final = 100
_LONGEST_QUOTE: Final = 80
_INVALID: Final = re.compile("[\udc80-\udcff]")  # what `surrogateescape` makes of bytes that are no characters
_BEYOND_ASCII: Final = re.compile("[^\0-\x7f]")
_UNUSUAL: Final = re.compile(r"\\[0-7x\n]")


class Reader:
    """Reads one text.

    `is_clean` tells whether all of it is characters, none of them NUL or U+0004; `charset` is what its header declares,
    `codec` what it was decoded with.
    """

    __slots__ = (
        "_careful",
        "_charset",
        "_codec",
        "_draft",
        "_entries",
        "_errors",
        "_foreign",
        "_known",
        "_path",
        "findings",
        "source",
    )

    def __init__(self, text: str, is_clean: bool, path: str | None, charset: str | None, codec: str) -> None:
        self.source = Source(text)
        self.findings: list[Diagnostic] = []
        self._path = path
        self._charset = charset
        self._codec = codec
        is_declared = charset is not None and find_codec(charset) is not None
        self._foreign = _INVALID if is_declared else _BEYOND_ASCII
        self._careful = not is_clean or _needs_care(text, is_declared)
        self._known: dict[Key, Entry] = {}
        self._entries: list[Entry] = []
        self._draft = Draft()
        self._errors = 0

    def read(self) -> list[Entry]:
        """The entries in their order; it ends early where there are too many errors."""
        at: int | None = 0
        while at is not None:
            if not self._careful:
                at = self._read_whole(at)
            at = self._read_words(at)
        return self._entries

    def _read_whole(self, at: int) -> int:
        """Read entries the fast way, as far as it goes; returns where that is."""
        entries, at = match_entries(self.source.text, at, self._codec)
        known = self._known
        new = {(entry.context, entry.message): entry for entry in entries}
        if len(new) == len(entries) and new.keys().isdisjoint(known.keys()):
            known.update(new)
        else:
            for entry in entries:
                if known.setdefault(entry.key, entry) is not entry:
                    self._report_duplicate(entry)
        self._entries += entries
        return at

    def _read_words(self, at: int) -> int | None:
        """Read an entry word by word; returns where the next one starts, None at the end."""
        for mark, token in split_tokens(self.source.text, at):
            if isinstance(token, Misfit):
                self._add_misfit(mark, token)
            elif token.lastindex == SECTION:
                keyword = _keyword(mark, token)
                if self._draft.ends_before(keyword) and self._close() and not mark and not self._careful:
                    return token.start(1)
                self._add_section(keyword, mark, token)
            else:
                torn = self._draft.last in MISSING
                closed = self._close()
                if token.lastindex == COMMENT:
                    if closed and not mark and not self._careful:
                        return token.start(COMMENT)
                    self._draft.broken = torn
                    self._draft.comments.append(_INVALID.sub("\ufffd", token[COMMENT].replace("\\\n", "")))
            if self._errors >= _MOST_ERRORS:
                return None
        return None

    def _add_misfit(self, mark: str, misfit: Misfit) -> None:
        keyword = _mark_keyword(mark, misfit.keyword or "")
        is_more = misfit.rule in ("stray-string", "unterminated-string") and misfit.keyword is None
        if self._draft.ends_before(keyword) and not is_more:
            self._close()
        if misfit.rule != "stray-string" or not self._draft.broken:
            self._fail(misfit.rule, misfit.message, misfit.start, misfit.end)
        if misfit.keyword in FOLLOWS:
            self._draft.last = keyword

    def _add_section(self, keyword: str, mark: str, token: re.Match[str]) -> None:
        draft = self._draft
        if draft.last not in FOLLOWS.get(keyword, ()):
            return self._misplace(keyword, token)
        obsolete = mark.startswith("#~")
        if not draft.last:
            draft.obsolete = obsolete
        elif draft.obsolete is not obsolete and not draft.broken:
            self._fail("inconsistent-obsolete", "an entry is obsolete (#~) as a whole or not at all", *token.span(3))
        if keyword == "msgstr[]" and (token[2].lstrip("0") or "0") != str(len(draft.forms)):
            self._fail("plural-form-index", f"msgstr[{len(draft.forms)}] should stand here", *token.span(2))
        return draft.add(keyword, self._text(token), token.span(3))

    def _misplace(self, keyword: str, token: re.Match[str]) -> None:
        if keyword not in FOLLOWS:
            self._fail("unknown-keyword", f"the keyword {_name(keyword)!r} is unknown", *token.span(1))
        elif not self._draft.broken:
            before = " or ".join(_name(before) for before in FOLLOWS[keyword] if before)
            self._fail("misplaced-section", f"{_name(keyword)} must follow {before}", *token.span(1))

    def _close(self) -> bool:
        """End the entry, so that a new one begins; whether it was whole."""
        draft = self._draft
        if not draft.last and not draft.broken:
            return False
        self._draft = Draft()
        if draft.broken:
            return False
        if draft.last == "domain":
            self._report("domain-directive", "the directive is ignored", *draft.spans["domain"], Severity.WARNING)
            return False
        if draft.last in MISSING:
            message = f"{_name(draft.last)} needs {MISSING[draft.last]} after it"
            self._report("incomplete-entry", message, *draft.spans[draft.last])
            return False
        entry = draft.build()
        if self._known.setdefault(entry.key, entry) is not entry:
            self._report_duplicate(entry)
            return False
        self._entries.append(entry)
        return True

    def _report_duplicate(self, entry: Entry) -> None:
        first, second = (_msgid_span(entry) for entry in (self._known[entry.key], entry))
        line = self.source.place(*first).line
        self._report("duplicate-entry", f"the entry is already defined in line {line}", *second)

    def _text(self, token: re.Match[str]) -> str:
        try:
            text = unquote(token[3][1:-1], self._codec)
            return self._check(text, token) if self._careful else text
        except BadString as error:
            at = token.start(3)
            self._fail(error.rule, str(error), at + error.start, at + error.end)
            return ""

    def _check(self, text: str, token: re.Match[str]) -> str:
        raw = token[3]
        if "\4" in text:
            raise BadString("context-separator", "U+0004 is reserved: it ends the context in MO files", 0, len(raw))
        if foreign := self._foreign.search(raw):
            self._foreign = _INVALID  # to say it once is enough where the whole file lacks its charset
            raise BadString(*self._explain_bytes(), *foreign.span())
        if "\0" not in text:
            return text
        message = "what follows a NUL character is lost, as with msgfmt"
        self._report("nul-character", message, *token.span(3), Severity.WARNING)
        return cut_at_nul(raw, self._codec)

    def _explain_bytes(self) -> tuple[str, str]:
        if self._charset is None:
            return "missing-charset", "text that is not ASCII needs a header that declares its charset"
        if find_codec(self._charset) is None:
            return "unknown-charset", f"the charset {self._charset!r} that the header declares is unknown"
        return "invalid-bytes", f"a byte that is no character of the charset {self._charset}"

    def _fail(self, rule: str, message: str, start: int, end: int) -> None:
        self._draft.broken = True
        self._report(rule, message, start, end)

    def _report(self, rule: str, message: str, start: int, end: int, severity: Severity = Severity.ERROR) -> None:
        if severity is Severity.ERROR:
            self._errors += 1
            if self._errors > _MOST_ERRORS:
                return
        span = msgspec.structs.asdict(self.source.place(start, end))
        quote = _INVALID.sub("\ufffd", self.source.text[start:end][:_LONGEST_QUOTE])
        self.findings.append(
            Diagnostic(rule=rule, message=message, severity=severity, path=self._path, text=quote, **span)
        )


def _needs_care(text: str, is_declared: bool) -> bool:
    """Whether to go word by word: for strings that may hold what they must not, or lines joined by a backslash."""
    return bool(_UNUSUAL.search(text)) or (not is_declared and not text.isascii())


def _msgid_span(entry: Entry) -> tuple[int, int]:
    return (entry.spans and entry.spans.get("msgid")) or (0, 0)


def _keyword(mark: str, token: re.Match[str]) -> str:
    """The keyword of a section as the order of sections knows it."""
    return _mark_keyword(mark, token[1] if token[2] is None else f"{token[1]}[]")


def _mark_keyword(mark: str, keyword: str) -> str:
    return f"#|{keyword}" if mark.endswith("|") else keyword


def _name(keyword: str) -> str:
    return keyword.replace("#|", "#| ").replace("[]", "[…]")
