"""The peer of the full summary: the same text as one writes it by hand with gettext, `str.format` and Babel.

The sentences and the inflected names stand in `handwritten.po`, the locale is passed as Babel's documentation does.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import polib
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

LOCALE = "ru"
FILMING = date(2021, 10, 5), date(2021, 10, 17)
PREMIERE = date(2023, 4, 12)
RELEASE = date(2023, 4, 20)
SHARE_OF_NAUKA = SHARE_OF_OTHER_MODULES = Decimal("0.3")
MINUTES_IN_SPACE = 30, 40
KILOGRAMS_LOST = 15
BUDGET = 1_000_000_000
ENTRIES = 3000
SHORTLIST = 20, 30
MINUTES = 164
JOBS = ["director", "camera operator", "make-up artist"]
ACTORS = ["Miloš Biković", "Vladimir Mashkov", "Alyona Mordovina", "Tatyana Dogileva", "Sergey Burunov"]
WRITERS = ["Bakur Bakuradze", "Nailya Malakhova", "Klim Shipenko", "Ivan Zamorov"]
EARLIER_FILMS = ["The Nerd's Confession", "Salyut-7", "Text", "Son of a Rich"]


def load_words() -> GNUTranslations:
    """The translations of `handwritten.po`, compiled in memory."""
    catalog = polib.pofile(str(Path(__file__).with_name("handwritten.po")))
    return GNUTranslations(BytesIO(catalog.to_binary()))


def render(words: GNUTranslations) -> str:
    """The full summary."""
    return "\n\n".join((_opening(words), _story(words), _filming(words), _people(words), _release(words)))


def _opening(words: GNUTranslations) -> str:
    _, case = words.gettext, words.pgettext
    first = _("the first feature-length fiction film shot aboard the {station} ({short})").format(
        station=case("genitive", "International Space Station"), short=_("ISS")
    )
    return _("“{title}” is a {country} {genre} directed by {director} and {first}.").format(
        title=_("The Challenge"),
        country=case("feminine", "Russian"),
        genre=_("space drama"),
        director=case("genitive", "Klim Shipenko"),
        first=first,
    )


def _story(words: GNUTranslations) -> str:
    _, case = words.gettext, words.pgettext
    sentences = (
        _("Cosmonaut {cosmonaut} loses consciousness in flight.").format(cosmonaut=_("Oleg Ivanov")),
        _(
            "He would not survive the return to Earth, so doctors decide to operate on his heart in weightlessness, "
            "aboard the {station}."
        ).format(station=_("ISS")),
        _(
            "The cardiac surgeon who must go is {surgeon}, an experienced doctor who already has too little time for "
            "her daughter."
        ).format(surgeon=case("dative", "Evgenia (Zhenya) Belyaeva")),
    )
    return " ".join(sentences)


def _filming(words: GNUTranslations) -> str:
    return " ".join((_flight(words), _work_aboard(words), _footage(words)))


def _flight(words: GNUTranslations) -> str:
    _, case = words.gettext, words.pgettext
    start, end = FILMING
    sentences = (
        _("Filming aboard the {station} ran from {start} to {end}, {year}.").format(
            station=_("ISS"),
            start=format_date(start, "d", locale=LOCALE),
            end=format_date(end, "d\xa0MMMM", locale=LOCALE),
            year=format_date(end, "y", locale=LOCALE),
        ),
        _(
            "{director} and {actress}, who plays {surgeon}, flew up on {ship}, commanded by cosmonaut {commander}, "
            "and came back on {return_ship}."
        ).format(
            director=_("Klim Shipenko"),
            actress=_("Yulia Peresild"),
            surgeon=case("accusative", "Zhenya Belyaeva"),
            ship=_("Soyuz MS-19"),
            commander=_("Anton Shkaplerov"),
            return_ship=case("prepositional", "Soyuz MS-18"),
        ),
    )
    return " ".join(sentences)


def _work_aboard(words: GNUTranslations) -> str:
    _, case = words.gettext, words.pgettext
    sentences = (
        _("Cosmonaut {cosmonaut} also took part in the project.").format(cosmonaut=_("Oleg Artemyev")),
        _("On the {station}, {director} worked as {jobs}.").format(
            station=_("ISS"),
            director=case("surname", "Klim Shipenko"),
            jobs=format_list([case("genitive", job) for job in JOBS], locale=LOCALE),
        ),
    )
    return " ".join(sentences)


def _footage(words: GNUTranslations) -> str:
    _, case = words.gettext, words.pgettext
    low, high = MINUTES_IN_SPACE
    sentences = (
        _(
            "About {low}–{high} of the film were shot in space; the rest was filmed on the ground, in studios and on "
            "location."
        ).format(low=format_decimal(low, locale=LOCALE), high=_unit(high, "duration-minute")),
        _(
            "About {share} of the space footage was shot in the {module} module, a third in {other_module}, and "
            "about {other_share} in other modules."
        ).format(
            share=format_percent(SHARE_OF_NAUKA, locale=LOCALE),
            module=_("Nauka"),
            other_module=case("accusative", "Zvezda"),
            other_share=format_percent(SHARE_OF_OTHER_MODULES, locale=LOCALE),
        ),
        _("The budget exceeded {billions} billion rubles.").format(
            billions=format_decimal(BUDGET // 10**9, locale=LOCALE)
        ),
    )
    return " ".join(sentences)


def _people(words: GNUTranslations) -> str:
    _, case = words.gettext, words.pgettext
    low, high = SHORTLIST
    sentences = (
        _(
            "The casting call for the lead drew {entries}; {actress} was chosen from a shortlist of {low}–{high} "
            "candidates."
        ).format(
            entries=_count(words, ENTRIES, "{count} entry", "{count} entries"),
            actress=case("accusative", "Yulia Peresild"),
            low=format_decimal(low, locale=LOCALE),
            high=format_decimal(high, locale=LOCALE),
        ),
        _("The film also stars {actors}.").format(actors=format_list([_(name) for name in ACTORS], locale=LOCALE)),
        _("The screenplay is by {writers}.").format(writers=format_list([_(name) for name in WRITERS], locale=LOCALE)),
        _("The director’s earlier films include {films}.").format(
            films=format_list([_("“{film}”").format(film=_(film)) for film in EARLIER_FILMS], locale=LOCALE)
        ),
        _("According to one preview, the director lost {mass} before the flight.").format(
            mass=_count(words, KILOGRAMS_LOST, "{count} kilogram", "{count} kilograms")
        ),
    )
    return " ".join(sentences)


def _release(words: GNUTranslations) -> str:
    _, case = words.gettext, words.pgettext
    sentences = (
        _("The film premiered in {city} on {premiere}, {year}; it reached {market} screens on {release}.").format(
            city=case("prepositional", "Moscow"),
            premiere=format_date(PREMIERE, "d\xa0MMMM", locale=LOCALE),
            year=format_date(PREMIERE, "y", locale=LOCALE),
            market=case("accusative", "Russian"),
            release=format_date(RELEASE, "d\xa0MMMM", locale=LOCALE),
        ),
        _("The distributor is {distributor}.").format(distributor=_("Central Partnership")),
        _("The running time is {duration}.").format(duration=_unit(MINUTES, "duration-minute")),
    )
    return " ".join(sentences)


def _count(words: GNUTranslations, amount: int, singular: str, plural: str) -> str:
    """The amount with its noun. CLDR's «15 килограмм» is not what an editor prints, so kilograms come here too."""
    return words.ngettext(singular, plural, amount).format(count=format_decimal(amount, locale=LOCALE))


def _unit(amount: int, unit: str) -> str:
    """The amount with its unit, kept on one line: Babel puts an ordinary space between them."""
    return format_unit(amount, unit, locale=LOCALE).replace(" ", "\xa0")
