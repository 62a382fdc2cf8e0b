"""The words of a PO file: a keyword with its strings, a block of comments, the marks `#~`, `#~|` and `#|`.

A mark holds to the end of its line; strings that go on in the next line need it there again. A backslash at the end
of a line joins it with the next one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from vyzov_i18n.catalogs.strings import STRING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The kind of a token, its `lastindex`: the group that matched last. A section's groups are keyword, index, strings.
MISFIT: Final = 0
SECTION: Final = 3
COMMENT: Final = 4
END: Final = 7
_MARK: Final = 5

_BLANK: Final = r"(?:[ \t\r\f\v]|\\\n)"
_SPACE: Final = r"(?:[ \t\r\f\v\n]|\\\n)"
_BLANKS: Final = rf"(?>{_BLANK}*)"
_SPACES: Final = rf"(?>{_SPACE}*)"
_COMMENT: Final = r"#(?![~|])[^\n]*+(?>(?:(?<=\\)\n[^\n]*+)*)"
_rest_of_line: Final = re.compile(r"[^\n]*+").match
_blanks: Final = re.compile(_BLANKS).match
_spaces: Final = re.compile(_SPACES).match
_word: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*+").match
_byte_order_mark: Final = re.compile("\ufeff|\xef\xbb\xbf").match  # the latter where bytes are read as Latin-1
_string: Final = re.compile(STRING).match
_index: Final = re.compile(rf"{_SPACES}\[{_SPACES}[0-9]++{_SPACES}\]").match

KEYWORDS: Final = frozenset(("msgctxt", "msgid", "msgid_plural", "msgstr", "domain"))


class Misfit:
    """A stretch of text that is no word of a PO file, and why; `keyword` is that of the section it spoils, if any."""

    __slots__ = ("end", "keyword", "message", "rule", "start")

    lastindex: Final = MISFIT

    def __init__(self, rule: str, message: str, start: int, end: int, keyword: str | None = None) -> None:
        self.rule = rule
        self.message = message
        self.start = start
        self.end = end
        self.keyword = keyword


def split_tokens(text: str, at: int = 0) -> Iterator[tuple[str, re.Match[str] | Misfit]]:
    """Each word from an offset on with the mark it stands under ("" for none), the end of the text as the last.

    Where no word fits, a Misfit stands for the rest of the line.
    """
    mark = ""
    match = _pattern("")
    while True:
        token = match(text, at)
        if token is None:
            at = (_blanks if mark else _spaces)(text, at).end()  # type: ignore[union-attr]  # they match the empty text
            misfit = _explain(text, at)
            yield mark, misfit
            at = misfit.end if misfit.rule == "byte-order-mark" else _rest_of_line(text, at).end()  # type: ignore[union-attr]
            continue
        at = token.end()
        kind = token.lastindex
        if kind in (SECTION, COMMENT):
            yield mark, token
            if kind == COMMENT and mark.endswith("|"):  # as for msgfmt, the mark holds in the next line too
                mark, at = "#|", min(at + 1, len(text))
                match = _pattern(mark)
        elif kind == END:
            yield "", token
            return
        else:
            mark = token[_MARK] or ""
            match = _pattern(mark)


@cache
def _pattern(mark: str) -> Callable[[str, int], re.Match[str] | None]:
    """Matches the next word under a mark."""
    between = rf"(?>(?:{_BLANK}|\n{_SPACES}{re.escape(mark)}(?!\|))*)" if mark else _SPACES
    return re.compile(
        (_BLANKS if mark else _SPACES) + "(?:"
        rf"([A-Za-z_$][A-Za-z0-9_$]*+)(?>(?:{between}\[{between}([0-9]++){between}\])?)"
        rf"{between}({STRING}(?>(?:{between}{STRING})*))"
        rf"|({_COMMENT}(?>(?:\n{_SPACES}{_COMMENT})*))"
        r"|(#~\|?|#\|)|(\n)|(\Z))"
    ).match


def _explain(text: str, at: int) -> Misfit:
    """Why no word starts there."""
    if text[at] == '"':
        return _explain_string(text, at, None)
    word = _word(text, at)
    if not word:
        return _explain_character(text, at)
    keyword = word[0]
    if keyword not in KEYWORDS:
        return Misfit("unknown-keyword", f"the keyword {keyword!r} is unknown", at, word.end())
    index = _index(text, word.end())
    string = _spaces(text, (index or word).end()).end()  # type: ignore[union-attr]
    if index:
        keyword += "[]"
    if text.startswith('"', string):
        return _explain_string(text, string, keyword)
    if text.startswith("[", string):
        message = "a number should stand in brackets here"
        return Misfit("plural-form-index", message, string, string + 1, f"{keyword}[]")
    return Misfit("missing-string", f"{word[0]} needs a text in quotation marks", at, (index or word).end(), keyword)


def _explain_string(text: str, at: int, keyword: str | None) -> Misfit:
    line_end = _rest_of_line(text, at).end()  # type: ignore[union-attr]
    if _string(text, at):
        return Misfit("stray-string", "a text without a keyword before it", at, line_end, keyword)
    return Misfit("unterminated-string", "the text lacks its closing quotation mark", at, line_end, keyword)


def _explain_character(text: str, at: int) -> Misfit:
    if at == 0 and (mark := _byte_order_mark(text)):
        return Misfit("byte-order-mark", "a PO file must not start with a byte order mark", at, mark.end())
    if "\udc80" <= text[at] <= "\udcff":
        return Misfit("invalid-bytes", "a byte that is no character of the charset", at, at + 1)
    return Misfit("unexpected-character", f"the character {text[at]!r} is unexpected here", at, at + 1)
