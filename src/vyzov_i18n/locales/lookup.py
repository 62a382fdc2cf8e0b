"""The available locale that answers a request best, or an error that says what there is instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from vyzov_i18n.errors import LocaleError
from vyzov_i18n.locales.cldr import babel_locale, likely_region, lineage, with_script
from vyzov_i18n.locales.tags import Subtags, parse_tag, split_tag

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

MAX_HEADER_LENGTH: Final = 1000

_ELEMENT: Final = re.compile(
    r"(?P<range>[^;\s]+)\s*(?:;\s*q=(?P<weight>0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?))?\Z", re.IGNORECASE
)


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """What a lookup found.

    `requested` is the tag (or `*`) that got an answer, `tag` the available tag that answers it, `exact` whether the
    two are the same, `chain` every available tag that may answer, the best first: it begins with `tag`.
    """

    requested: str
    tag: str
    chain: tuple[str, ...]
    exact: bool


class _Range(msgspec.Struct, frozen=True):
    tag: str
    weight: int  # in thousandths


def lookup(requested: str | Sequence[str], available: Iterable[str]) -> Match:
    """The best of the available locales: RFC 4647 lookup over the parent locales of CLDR.

    `requested` is a tag, several in the order of preference, or the value of an Accept-Language header (RFC 9110: `*`
    takes the first of `available` that no other range names, `q=0` excludes). The results are canonical tags.
    Raises LocaleError, with what is available and the nearest of it, where nothing answers or a tag is malformed.
    """
    tags = tuple(dict.fromkeys(map(parse_tag, available)))
    try:
        ranges = _parse_ranges(requested)
    except LocaleError as error:
        raise _refusal(str(error), error.tag, tags) from None
    answers = _find_answers(ranges, [tag for tag in tags if _is_wanted(tag, ranges)])
    if not answers:
        asked = requested if isinstance(requested, str) else ", ".join(requested)
        raise _refusal(f"no locale answers {asked!r}", asked, tags)
    tag, answered = next(iter(answers.items()))
    exact = answered != "*" and split_tag(answered).join("-") == tag
    return Match(requested=answered, tag=tag, chain=tuple(answers), exact=exact)


def _parse_ranges(requested: str | Sequence[str]) -> list[_Range]:
    """The language ranges of a request, the most wanted first."""
    if not isinstance(requested, str):
        return [_Range(parse_tag(tag), 1000) for tag in requested]
    if len(requested) > MAX_HEADER_LENGTH:
        raise LocaleError(f"a list of locales has at most {MAX_HEADER_LENGTH} characters", requested[:20] + "…")
    ranges = [_parse_range(element.strip()) for element in requested.split(",") if element.strip()]
    return sorted(ranges, key=lambda entry: -entry.weight)


def _parse_range(element: str) -> _Range:
    match = _ELEMENT.match(element)
    if match is None:
        raise LocaleError(f"malformed language range {element!r}; write 'ru' or 'ru;q=0.8'", element)
    whole, _, thousandths = (match["weight"] or "1").partition(".")
    tag = match["range"] if match["range"] == "*" else parse_tag(match["range"])
    return _Range(tag, int(whole) * 1000 + int(thousandths.ljust(3, "0")))


def _is_wanted(tag: str, ranges: Sequence[_Range]) -> bool:
    """Whether the most specific range that covers the tag does not exclude it."""
    covering = [entry for entry in ranges if entry.tag == "*" or f"{tag}-".startswith(f"{entry.tag}-")]
    return not covering or max(covering, key=lambda entry: (entry.tag != "*", len(entry.tag))).weight > 0


def _find_answers(ranges: Sequence[_Range], available: Collection[str]) -> dict[str, str]:
    """Every available tag that answers, the best first, with the range that it answers."""
    named = {entry.tag: list(_answers_to(entry.tag, available)) for entry in ranges if entry.tag != "*"}
    taken = {tag for tags in named.values() for tag in tags}
    free = next((tag for tag in available if tag not in taken), None)
    named["*"] = list(_answers_to(free, available)) if free else []
    answers: dict[str, str] = {}
    for entry in ranges:
        if entry.weight == 0 or (entry.tag == "*" and answers):  # anything will do, so what was named does
            continue
        answers |= {tag: entry.tag for tag in named[entry.tag] if tag not in answers}
    return answers


def _answers_to(requested: str, available: Collection[str]) -> Iterator[str]:
    """The available tags on the line of a tag's parents: en-GB, then en."""
    spelling = split_tag(requested).join("-")
    for ancestor in lineage(split_tag(requested)):
        same = [tag for tag in available if with_script(split_tag(tag)) == ancestor]
        if same:
            yield spelling if spelling in same else same[0]
        elif implied := _with_region(ancestor):
            yield from [tag for tag in available if with_script(split_tag(tag)) == implied][:1]


def _with_region(subtags: Subtags) -> Subtags | None:
    """The tag of the region that a tag without region means: ru-RU for ru."""
    if subtags.region or subtags.variants:
        return None
    return msgspec.structs.replace(subtags, region=likely_region(subtags))


def _refusal(message: str, asked: str, available: Sequence[str]) -> LocaleError:
    suggestion = _nearest(asked, available)
    parts = [message, f"available: {', '.join(available) or 'none'}"]
    if suggestion:
        parts.append(f"did you mean {suggestion!r}?")
    return LocaleError("; ".join(parts), asked, available, suggestion)


def _nearest(asked: str, available: Sequence[str]) -> str | None:
    """The available tag of the same language, or else the one whose tag or name is spelled most like `asked`."""
    from difflib import get_close_matches

    spellings: dict[str, str] = {}
    for tag in available:
        if split_tag(tag).language == re.split("[-_]", asked.lower())[0]:
            return tag
        spellings |= dict.fromkeys(_names(tag), tag)
    close = get_close_matches(asked.casefold(), spellings, n=1, cutoff=0.7)
    return spellings[close[0]] if close else None


def _names(tag: str) -> list[str]:
    """What people call a locale, for comparison: its tag, its name in English and in its own language."""
    try:
        locale = babel_locale(tag)
    except LocaleError:
        return [tag.casefold()]
    return [name.casefold() for name in (tag, locale.english_name, locale.get_display_name()) if name]
