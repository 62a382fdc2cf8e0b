"""The words of the fact sheet: labels of the facts the library knows, and how each kind of value is written."""

from __future__ import annotations

from typing import Final

from vyzov_i18n.summaries.sentences import NP_, Variant

# Translators: the label of a fact, before a colon, in a table of facts.
LABELS: Final[dict[str, Variant]] = {
    "title": NP_("label", "Title"),
    "name": NP_("label", "Name"),
    "original-title": NP_("label", "Original title"),
    "director": NP_("label", "Directed by"),
    "writer": NP_("label", "Written by"),
    "producer": NP_("label", "Produced by"),
    "composer": NP_("label", "Music by"),
    "cinematographer": NP_("label", "Cinematography by"),
    "editor": NP_("label", "Edited by"),
    "cast": NP_("label", "Cast"),
    "country": NP_("label", "Country"),
    "genre": NP_("label", "Genre"),
    "feature-length": NP_("label", "Feature-length film"),
    "first-of-its-kind": NP_("label", "First of its kind"),
    "running-time": NP_("label", "Running time"),
    "budget": NP_("label", "Budget"),
    "filming": NP_("label", "Filming dates"),
    "filming-length": NP_("label", "Length of filming"),
    "filming-place": NP_("label", "Filming location"),
    "filming-on-the-ground": NP_("label", "Filming on the ground"),
    "space-footage": NP_("label", "Footage shot in space"),
    "spaceflight": NP_("label", "Flew into space"),
    "commander": NP_("label", "Ship’s commander"),
    "director-jobs": NP_("label", "The director’s jobs aboard"),
    "earlier-films": NP_("label", "The director’s earlier films"),
    "entries": NP_("label", "Casting entries"),
    "shortlist": NP_("label", "Casting shortlist"),
    "trailer": NP_("label", "First official trailer"),
    "premiere": NP_("label", "Premiere"),
    "release": NP_("label", "Release"),
    "distributor": NP_("label", "Distributor"),
}

# Translators: how a list of sources names a page that tells neither its author nor its publisher.
UNSIGNED: Final = NP_("source", "unsigned preview")

# Translators: what a detail of a fact is, before a colon, in a table of facts.
QUALIFIERS: Final[dict[str, Variant]] = {
    "place": NP_("qualifier", "place"),
    "date": NP_("qualifier", "date"),
    "country": NP_("qualifier", "country"),
    "ship": NP_("qualifier", "ship"),
    "return_ship": NP_("qualifier", "return ship"),
    "person": NP_("qualifier", "person"),
}

# Translators: how a value stands in a table of facts; the selector tells how its source hedges it.
FORMATS: Final[dict[str, Variant]] = {
    "date": NP_(
        "value/date",
        ".local $hedge = {$value :vyzov:hedge} .match $hedge "
        "about {{about {$value :vyzov:date fields=year-month-day length=long}}} "
        "more-than {{after {$value :vyzov:date fields=year-month-day length=long}}} "
        "at-least {{no earlier than {$value :vyzov:date fields=year-month-day length=long}}} "
        "by {{by {$value :vyzov:date fields=year-month-day length=long}}} "
        "at-most {{by {$value :vyzov:date fields=year-month-day length=long}}} "
        "less-than {{before {$value :vyzov:date fields=year-month-day length=long}}} "
        "* {{{$value :vyzov:date fields=year-month-day length=long}}}",
    ),
    # Translators: $start and $end are the two dates of the interval $value.
    "interval": NP_("value/interval", "{$value :vyzov:interval fields=year-month-day length=long}"),
    "count": NP_(
        "value/count",
        ".local $hedge = {$value :vyzov:hedge} .match $hedge "
        "about {{about {$value :integer}}} "
        "more-than {{more than {$value :integer}}} "
        "at-least {{at least {$value :integer}}} "
        "at-most {{at most {$value :integer}}} "
        "less-than {{less than {$value :integer}}} "
        "* {{{$value :integer}}}",
    ),
    "range": NP_(
        "value/range",
        ".local $hedge = {$value :vyzov:hedge} .match $hedge "
        "about {{about {$value :vyzov:range}}} "
        "more-than {{more than {$value :vyzov:range}}} "
        "at-least {{at least {$value :vyzov:range}}} "
        "at-most {{at most {$value :vyzov:range}}} "
        "less-than {{less than {$value :vyzov:range}}} "
        "* {{{$value :vyzov:range}}}",
    ),
    # Translators: the second selector is the share as a fraction, for those that have a word.
    "share": NP_(
        "value/share",
        ".local $hedge = {$value :vyzov:hedge} .local $part = {$value :vyzov:share} .match $hedge $part "
        "about |1/2| {{about half}} "
        "about |1/3| {{about a third}} "
        "about |2/3| {{about two thirds}} "
        "about |1/4| {{about a quarter}} "
        "about * {{about {$value :vyzov:share}}} "
        "more-than |1/2| {{more than half}} "
        "more-than |1/3| {{more than a third}} "
        "more-than |2/3| {{more than two thirds}} "
        "more-than |1/4| {{more than a quarter}} "
        "more-than * {{more than {$value :vyzov:share}}} "
        "at-least |1/2| {{at least half}} "
        "at-least |1/3| {{at least a third}} "
        "at-least |2/3| {{at least two thirds}} "
        "at-least |1/4| {{at least a quarter}} "
        "at-least * {{at least {$value :vyzov:share}}} "
        "at-most |1/2| {{at most half}} "
        "at-most |1/3| {{at most a third}} "
        "at-most |2/3| {{at most two thirds}} "
        "at-most |1/4| {{at most a quarter}} "
        "at-most * {{at most {$value :vyzov:share}}} "
        "less-than |1/2| {{less than half}} "
        "less-than |1/3| {{less than a third}} "
        "less-than |2/3| {{less than two thirds}} "
        "less-than |1/4| {{less than a quarter}} "
        "less-than * {{less than {$value :vyzov:share}}} "
        "* |1/2| {{half}} "
        "* |1/3| {{a third}} "
        "* |2/3| {{two thirds}} "
        "* |1/4| {{a quarter}} "
        "* * {{{$value :vyzov:share}}}",
    ),
    "money": NP_(
        "value/money",
        ".local $hedge = {$value :vyzov:hedge} .match $hedge "
        "about {{about {$value :vyzov:money}}} "
        "more-than {{more than {$value :vyzov:money}}} "
        "at-least {{at least {$value :vyzov:money}}} "
        "at-most {{at most {$value :vyzov:money}}} "
        "less-than {{less than {$value :vyzov:money}}} "
        "* {{{$value :vyzov:money}}}",
    ),
    "measure": NP_(
        "value/measure",
        ".local $hedge = {$value :vyzov:hedge} .match $hedge "
        "about {{about {$value :vyzov:measure}}} "
        "more-than {{more than {$value :vyzov:measure}}} "
        "at-least {{at least {$value :vyzov:measure}}} "
        "at-most {{at most {$value :vyzov:measure}}} "
        "less-than {{less than {$value :vyzov:measure}}} "
        "* {{{$value :vyzov:measure}}}",
    ),
    # Translators: a length of time that the source gives without a number; $unit is day, week or month.
    "few": NP_(
        "value/few",
        ".input {$unit :string} .match $unit day {{a few days}} week {{a few weeks}} month {{a few months}} "
        "* {{some time}}",
    ),
    "yes": NP_("value/flag", "yes"),
    "no": NP_("value/flag", "no"),
    "concepts": NP_("value/concepts", "{$value :vyzov:list}"),
    # Translators: an actor and the character, in a list of the cast.
    "role": NP_("value/role", "{$person} as {$character :vyzov:term form=short}"),
}
