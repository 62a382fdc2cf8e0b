"""The sentences that every film shares, in English: MessageFormat 2 messages that gettext translates.

A sentence has variants, the richest first; the first whose variables all have values is used. Their contexts are the
sentence's name. What the variables hold is told in `variables`; a translation may use any of them.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

import msgspec

from vyzov_i18n.film.model import Length, Paragraph

_VARIABLE: Final = re.compile(r"\$([a-z][a-z0-9-]*)")
_LOCAL: Final = re.compile(r"\.local\s+\$([a-z][a-z0-9-]*)")


class Variant(msgspec.Struct, frozen=True):
    """One wording: `context` and `text` are its gettext key; `plural` and `count` make it a plural entry.

    `needs` are the variables without which it can't be said.
    """

    context: str
    text: str
    plural: str | None
    count: str | None
    needs: frozenset[str]


class Sentence(msgspec.Struct, frozen=True):
    """One thing to say: `importance` (1 to 100) decides what goes first when a text is too long.

    `after` names a sentence that must stand for this one to stand, `unless` those that must not.
    """

    name: str
    importance: int
    variants: tuple[Variant, ...]
    after: str | None = None
    unless: tuple[str, ...] = ()


def NP_(context: str, text: str, *needs: str) -> Variant:  # noqa: N802
    """Mark a message for extraction, in a context; `needs` are needed beside the variables of its text."""
    return Variant(context, text, None, None, _variables(text).union(needs))


def NNP_(context: str, singular: str, plural: str, count: str) -> Variant:  # noqa: N802
    """Mark a message with plural forms, chosen by the number in the variable `count`."""
    return Variant(context, singular, plural, count, _variables(singular).union((count,)))


def _variables(text: str) -> frozenset[str]:
    return frozenset(_VARIABLE.findall(text)).difference(_LOCAL.findall(text))


PHRASES: Final[dict[str, tuple[Variant, ...]]] = {
    # Translators: the title, and after it the original title where that is another one.
    "name": (NP_("name", "{$title} ({$original})"), NP_("name", "{$title}")),
    # Translators: what the film is, a noun phrase with its indefinite article: “a Russian space drama”.
    "kind": (
        NP_(
            "kind",
            ".local $initial = {$country :vyzov:initial} "
            ".match $initial vowel {{an {$country} {$genre}}} * {{a {$country} {$genre}}}",
        ),
        NP_(
            "kind",
            ".local $initial = {$genre :vyzov:initial} .match $initial vowel {{an {$genre}}} * {{a {$genre}}}",
        ),
        NP_(
            "kind",
            ".local $initial = {$country :vyzov:initial} "
            ".match $initial vowel {{an {$country} film}} * {{a {$country} film}}",
        ),
        NP_("kind", "a feature film", "feature-length"),
    ),
}

SENTENCES: Final[tuple[Sentence, ...]] = (
    Sentence(
        "opening",
        95,
        (
            # Translators: $kind is the phrase of the context “kind”, $name that of the context “name”;
            # $first-of-its-kind is a noun phrase (“the first feature-length fiction film …”).
            NP_("opening", "Directed by {$directors :vyzov:list}, {$name} is {$kind} and {$first-of-its-kind}."),
            NP_("opening", "{$name} is {$kind} directed by {$directors :vyzov:list}."),
            NP_("opening", "{$name} is {$kind} and {$first-of-its-kind}."),
            NP_("opening", "{$name} is {$kind}."),
            NP_("opening", "Directed by {$directors :vyzov:list}, {$name} is {$first-of-its-kind}."),
            NP_("opening", "{$name} is a film directed by {$directors :vyzov:list}."),
            NP_("opening", "{$name} is {$first-of-its-kind}."),
            NP_("opening", "{$name} is a film."),
        ),
    ),
    Sentence(
        "filming",
        70,
        (
            # Translators: when and where the film was shot. The selector tells in what the dates $filming-start and
            # $filming-end differ: none (a single day), day (within a month), month (within a year), year.
            # $filming-start-day is the day of the month on which it began.
            NP_(
                "filming",
                ".local $span = {$filming :vyzov:interval} .local $known = {$filming-start :vyzov:date} "
                ".match $span $known "
                "none day {{Filming {$filming-place :vyzov:preposition default=in} {$filming-place :vyzov:term form=short} "
                "took place on {$filming-end :vyzov:date fields=year-month-day length=long}.}} "
                "none * {{Filming {$filming-place :vyzov:preposition default=in} {$filming-place :vyzov:term form=short} "
                "took place in {$filming-end :vyzov:date fields=year-month length=long}.}} "
                "year day {{Filming {$filming-place :vyzov:preposition default=in} {$filming-place :vyzov:term form=short} "
                "took place {$filming :vyzov:interval fields=year-month-day length=long}.}} "
                "year * {{Filming {$filming-place :vyzov:preposition default=in} {$filming-place :vyzov:term form=short} "
                "ran from {$filming-start :vyzov:date fields=year-month length=long} to {$filming-end :vyzov:date fields=year-month length=long}.}} "
                "* * {{Filming {$filming-place :vyzov:preposition default=in} {$filming-place :vyzov:term form=short} "
                "ran from {$filming-start :vyzov:date fields=month-day length=long} to {$filming-end :vyzov:date fields=year-month-day length=long}.}}",
            ),
            NP_(
                "filming",
                ".local $span = {$filming :vyzov:interval} .local $known = {$filming-start :vyzov:date} "
                ".match $span $known "
                "none day {{Filming "
                "took place on {$filming-end :vyzov:date fields=year-month-day length=long}.}} "
                "none * {{Filming "
                "took place in {$filming-end :vyzov:date fields=year-month length=long}.}} "
                "year day {{Filming "
                "took place {$filming :vyzov:interval fields=year-month-day length=long}.}} "
                "year * {{Filming "
                "ran from {$filming-start :vyzov:date fields=year-month length=long} to {$filming-end :vyzov:date fields=year-month length=long}.}} "
                "* * {{Filming "
                "ran from {$filming-start :vyzov:date fields=month-day length=long} to {$filming-end :vyzov:date fields=year-month-day length=long}.}}",
            ),
        ),
    ),
    Sentence(
        "budget",
        45,
        (
            # Translators: the selector tells how the source hedges the sum.
            NP_(
                "budget",
                ".local $hedge = {$budget :vyzov:hedge} .match $hedge "
                "more-than {{The budget exceeded {$budget :vyzov:money}.}} "
                "at-least {{The budget was at least {$budget :vyzov:money}.}} "
                "about {{The budget was about {$budget :vyzov:money}.}} "
                "at-most {{The budget was no more than {$budget :vyzov:money}.}} "
                "less-than {{The budget was less than {$budget :vyzov:money}.}} "
                "* {{The budget was {$budget :vyzov:money}.}}",
            ),
        ),
    ),
    Sentence(
        "casting",
        60,
        (
            # Translators: how many people applied for the lead, and who got it. $shortlist is a range: 20–30.
            NNP_(
                "casting",
                ".local $hedge = {$entries :vyzov:hedge} .match $hedge "
                "about {{The casting call for the lead drew about {$entries :integer} entry; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "more-than {{The casting call for the lead drew more than {$entries :integer} entry; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "at-least {{The casting call for the lead drew at least {$entries :integer} entry; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "at-most {{The casting call for the lead drew no more than {$entries :integer} entry; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "less-than {{The casting call for the lead drew fewer than {$entries :integer} entry; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "* {{The casting call for the lead drew {$entries :integer} entry; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}}",
                ".local $hedge = {$entries :vyzov:hedge} .match $hedge "
                "about {{The casting call for the lead drew about {$entries :integer} entries; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "more-than {{The casting call for the lead drew more than {$entries :integer} entries; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "at-least {{The casting call for the lead drew at least {$entries :integer} entries; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "at-most {{The casting call for the lead drew no more than {$entries :integer} entries; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "less-than {{The casting call for the lead drew fewer than {$entries :integer} entries; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}} "
                "* {{The casting call for the lead drew {$entries :integer} entries; "
                "{$star} was chosen from a shortlist of {$shortlist :vyzov:range} candidates.}}",
                "entries",
            ),
            NNP_(
                "casting",
                ".local $hedge = {$entries :vyzov:hedge} .match $hedge "
                "about {{The casting call for the lead drew about {$entries :integer} entry; "
                "{$star} was cast.}} "
                "more-than {{The casting call for the lead drew more than {$entries :integer} entry; "
                "{$star} was cast.}} "
                "at-least {{The casting call for the lead drew at least {$entries :integer} entry; "
                "{$star} was cast.}} "
                "at-most {{The casting call for the lead drew no more than {$entries :integer} entry; "
                "{$star} was cast.}} "
                "less-than {{The casting call for the lead drew fewer than {$entries :integer} entry; "
                "{$star} was cast.}} "
                "* {{The casting call for the lead drew {$entries :integer} entry; "
                "{$star} was cast.}}",
                ".local $hedge = {$entries :vyzov:hedge} .match $hedge "
                "about {{The casting call for the lead drew about {$entries :integer} entries; "
                "{$star} was cast.}} "
                "more-than {{The casting call for the lead drew more than {$entries :integer} entries; "
                "{$star} was cast.}} "
                "at-least {{The casting call for the lead drew at least {$entries :integer} entries; "
                "{$star} was cast.}} "
                "at-most {{The casting call for the lead drew no more than {$entries :integer} entries; "
                "{$star} was cast.}} "
                "less-than {{The casting call for the lead drew fewer than {$entries :integer} entries; "
                "{$star} was cast.}} "
                "* {{The casting call for the lead drew {$entries :integer} entries; "
                "{$star} was cast.}}",
                "entries",
            ),
            NP_("casting", "{$star} was chosen for the lead from a shortlist of {$shortlist :vyzov:range} candidates."),
        ),
    ),
    Sentence(
        "cast-also",
        75,
        # Translators: $others are the cast without its lead, whom the sentence before has named.
        (NP_("cast-also", "The film also stars {$others :vyzov:list}."),),
        after="casting",
    ),
    # Translators: $cast is the whole cast, one or more people.
    Sentence("cast", 75, (NP_("cast", "The film stars {$cast :vyzov:list}."),), unless=("casting",)),
    # Translators: $writers are one or more people; the verb may have to agree with them.
    Sentence("writers", 65, (NP_("writers", "The screenplay is by {$writers :vyzov:list}."),)),
    Sentence(
        "earlier-films",
        20,
        # Translators: $earlier-films are one or more titles of films that the director made before.
        (
            NP_(
                "earlier-films",
                ".local $number = {$directors :vyzov:gender} .match $number "
                "plural {{The directors’ earlier films include {$earlier-films :vyzov:list}.}} "
                "* {{The director’s earlier films include {$earlier-films :vyzov:list}.}}",
            ),
        ),
    ),
    Sentence(
        "premiere-and-release",
        85,
        (
            # Translators: both dates are full ones in the same year; $market is the adjective of the country, and
            # stands before the word “screens”.
            NP_(
                "premiere-and-release",
                "The film premiered {$premiere-place :vyzov:preposition default=in} {$premiere-place} on {$premiere :vyzov:date fields=year-month-day length=long}; "
                "it reached {$market} screens on {$release :vyzov:date fields=month-day length=long}.",
                "premiere-to-release",
            ),
            NP_(
                "premiere-and-release",
                "The film premiered {$premiere-place :vyzov:preposition default=in} {$premiere-place} on {$premiere :vyzov:date fields=year-month-day length=long}; "
                "it was released on {$release :vyzov:date fields=month-day length=long}.",
                "premiere-to-release",
            ),
            NP_(
                "premiere-and-release",
                "The film premiered on {$premiere :vyzov:date fields=year-month-day length=long}; "
                "it reached {$market} screens on {$release :vyzov:date fields=month-day length=long}.",
                "premiere-to-release",
            ),
            NP_(
                "premiere-and-release",
                "The film premiered on {$premiere :vyzov:date fields=year-month-day length=long}; "
                "it was released on {$release :vyzov:date fields=month-day length=long}.",
                "premiere-to-release",
            ),
        ),
    ),
    Sentence(
        "premiere",
        60,
        (
            # Translators: the selector tells how much of the date is known: day, month or year.
            NP_(
                "premiere",
                ".local $known = {$premiere :vyzov:date} .match $known "
                "day {{The film premiered {$premiere-place :vyzov:preposition default=in} {$premiere-place} on {$premiere :vyzov:date fields=year-month-day length=long}.}} "
                "* {{The film premiered {$premiere-place :vyzov:preposition default=in} {$premiere-place} in {$premiere :vyzov:date fields=year-month length=long}.}}",
            ),
            NP_(
                "premiere",
                ".local $known = {$premiere :vyzov:date} .match $known "
                "day {{The film premiered on {$premiere :vyzov:date fields=year-month-day length=long}.}} "
                "* {{The film premiered in {$premiere :vyzov:date fields=year-month length=long}.}}",
            ),
        ),
        unless=("premiere-and-release",),
    ),
    Sentence(
        "release-after-premiere",
        85,
        (
            # Translators: the theatrical release; $market is the adjective of the country, $territory the name of a
            # country that is not the film's own. The selector tells how much of the date is known: day, month or year.
            NP_(
                "release-after-premiere",
                ".local $known = {$release :vyzov:date} .match $known "
                "day {{It reached {$market} screens on {$release :vyzov:date fields=year-month-day length=long}.}} "
                "* {{It reached {$market} screens in {$release :vyzov:date fields=year-month length=long}.}}",
            ),
            NP_(
                "release-after-premiere",
                ".local $known = {$release :vyzov:date} .match $known "
                "day {{It was released on {$release :vyzov:date fields=year-month-day length=long} ({$territory}).}} "
                "* {{It was released in {$release :vyzov:date fields=year-month length=long} ({$territory}).}}",
            ),
            NP_(
                "release-after-premiere",
                ".local $known = {$release :vyzov:date} .match $known "
                "day {{It was released on {$release :vyzov:date fields=year-month-day length=long}.}} "
                "* {{It was released in {$release :vyzov:date fields=year-month length=long}.}}",
            ),
        ),
        after="premiere",
    ),
    Sentence(
        "release",
        85,
        (
            # Translators: the theatrical release; $market is the adjective of the country, $territory the name of a
            # country that is not the film's own. The selector tells how much of the date is known: day, month or year.
            NP_(
                "release",
                ".local $known = {$release :vyzov:date} .match $known "
                "day {{The film reached {$market} screens on {$release :vyzov:date fields=year-month-day length=long}.}} "
                "* {{The film reached {$market} screens in {$release :vyzov:date fields=year-month length=long}.}}",
            ),
            NP_(
                "release",
                ".local $known = {$release :vyzov:date} .match $known "
                "day {{The film was released on {$release :vyzov:date fields=year-month-day length=long} ({$territory}).}} "
                "* {{The film was released in {$release :vyzov:date fields=year-month length=long} ({$territory}).}}",
            ),
            NP_(
                "release",
                ".local $known = {$release :vyzov:date} .match $known "
                "day {{The film was released on {$release :vyzov:date fields=year-month-day length=long}.}} "
                "* {{The film was released in {$release :vyzov:date fields=year-month length=long}.}}",
            ),
        ),
        unless=("premiere-and-release", "release-after-premiere"),
    ),
    # Translators: $distributor is one or more companies.
    Sentence("distributor", 30, (NP_("distributor", "The film is distributed by {$distributor :vyzov:list}."),)),
    # Translators: $running-time is a length of time with its unit: 164 minutes.
    Sentence(
        "running-time",
        25,
        (
            NP_(
                "running-time",
                ".local $hedge = {$running-time :vyzov:hedge} .match $hedge "
                "about {{The film runs about {$running-time :vyzov:measure}.}} "
                "more-than {{The film runs more than {$running-time :vyzov:measure}.}} "
                "at-least {{The film runs at least {$running-time :vyzov:measure}.}} "
                "at-most {{The film runs no more than {$running-time :vyzov:measure}.}} "
                "less-than {{The film runs less than {$running-time :vyzov:measure}.}} "
                "* {{The film runs {$running-time :vyzov:measure}.}}",
            ),
        ),
    ),
)

LIMITS: Final = {Length.LOGLINE: 190, Length.SHORT: 190, Length.MEDIUM: 400, Length.FULL: 4000}

# An item is a sentence, the lines of a paragraph, or a tuple: the lines of a paragraph or else these sentences.
Item: TypeAlias = str | Paragraph | tuple[str | Paragraph, ...]

PLANS: Final[dict[Length, tuple[tuple[Item, ...], ...]]] = {
    Length.LOGLINE: (((Paragraph.STORY, "opening"),),),
    Length.SHORT: ((Paragraph.STORY, (Paragraph.OPENING, "opening"), "release"),),
    Length.MEDIUM: ((Paragraph.STORY, (Paragraph.OPENING, "opening", "cast"), "release"),),
    Length.FULL: (
        ((Paragraph.OPENING, "opening"),),
        (Paragraph.STORY,),
        ("filming", Paragraph.FILMING, "budget"),
        ("casting", "cast-also", "cast", "writers", "earlier-films", Paragraph.PEOPLE),
        (
            "premiere-and-release",
            "premiere",
            "release-after-premiere",
            "release",
            "distributor",
            "running-time",
            Paragraph.RELEASE,
        ),
    ),
}
