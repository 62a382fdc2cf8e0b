"""A summary is planned from facts: take some away, or what they claim, and it stays grammatical and true."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vyzov_i18n.built_in import film
from vyzov_i18n.film.model import Length
from vyzov_i18n.film.values import Hedge
from vyzov_i18n.localizer import Localizer, built_in_folder
from vyzov_i18n.summaries.sentences import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.conftest import Blunders
    from tests.summaries.conftest import Change, Localize

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film
    from vyzov_i18n.summaries.fact_sheet import FactRow

    Check = Callable[[Film], dict[tuple[str, Length], str]]
    Texts = Callable[[Film, str], list[str]]

LOCALES = ("en", "ar", "de", "ru", "sr", "sr-Latn")
FACTS = tuple(film().fact)
RESTED_ON = {name for length in Length for sentence in film().localize("ru").explain(length) for name in sentence.facts}
TOLD = [name for name in FACTS if name in RESTED_ON]
CREDITS: dict[str, Any] = {"cast": (), "crew": (), "original_title": None}

HEDGES = {
    ("en", Hedge.ABOUT): r"\babout\b",
    ("en", Hedge.MORE_THAN): r"\bmore than\b|\bexceeded\b|\bafter\b",
    ("en", Hedge.AT_LEAST): r"\bat least\b|\bno earlier\b",
    ("en", Hedge.LESS_THAN): r"\bless than\b|\bfewer than\b|\bunder\b|\bbefore\b",
    ("en", Hedge.AT_MOST): r"\bat most\b|\bno more than\b|\bup to\b|\bby\b",
    ("en", Hedge.BY): r"\bby\b",
    ("ru", Hedge.ABOUT): r"\bоколо\b|\bпримерно\b",
    ("ru", Hedge.MORE_THAN): r"\bболее\b|\bбольше\b|\bпосле\b|\bпревысил",
    ("ru", Hedge.AT_LEAST): r"\bне менее\b|\bне меньше\b|\bне раньше\b|\bне ранее\b",
    ("ru", Hedge.LESS_THAN): r"\bменее\b|\bменьше\b|\bдо\b|\bраньше\b",
    ("ru", Hedge.AT_MOST): r"\bне более\b|\bне больше\b|\bне позднее\b|\bне позже\b",
    ("ru", Hedge.BY): r"\bне позднее\b|\bне позже\b|\bк\b",
    ("de", Hedge.ABOUT): r"\brund\b|\betwa\b|\bum\b",
    ("de", Hedge.MORE_THAN): r"\bmehr als\b|\bnach\b",
    ("de", Hedge.AT_LEAST): r"\bmindestens\b|\bfrühestens\b",
    ("de", Hedge.LESS_THAN): r"\bweniger als\b|\bvor\b",
    ("de", Hedge.AT_MOST): r"\bhöchstens\b|\bspätestens\b",
    ("de", Hedge.BY): r"\bspätestens\b",
    ("sr", Hedge.ABOUT): r"\bоко\b",
    ("sr", Hedge.MORE_THAN): r"\bвише од\b|\bвећи од\b|\bпосле\b",
    ("sr", Hedge.AT_LEAST): r"\bнајмање\b|\bне пре\b",
    ("sr", Hedge.LESS_THAN): r"\bмање од\b|\bмањи од\b|\bпре\b",
    ("sr", Hedge.AT_MOST): r"\bнајвише\b|\bнајкасније\b",
    ("sr", Hedge.BY): r"\bнајкасније\b",
    ("sr-Latn", Hedge.ABOUT): r"\boko\b",
    ("sr-Latn", Hedge.MORE_THAN): r"\bviše od\b|\bveći od\b|\bposle\b",
    ("sr-Latn", Hedge.AT_LEAST): r"\bnajmanje\b|\bne pre\b",
    ("sr-Latn", Hedge.LESS_THAN): r"\bmanje od\b|\bmanji od\b|\bpre\b",
    ("sr-Latn", Hedge.AT_MOST): r"\bnajviše\b|\bnajkasnije\b",
    ("sr-Latn", Hedge.BY): r"\bnajkasnije\b",
    ("ar", Hedge.ABOUT): r"\bنحو\b|تقريبًا",
    ("ar", Hedge.MORE_THAN): r"\bأكثر من\b|تتجاوز|تجاوزت|\bبعد\b",
    ("ar", Hedge.AT_LEAST): r"ما لا يقل عن|لا تقل|لم تقل|على الأقل",
    ("ar", Hedge.LESS_THAN): r"\bأقل من\b|\bتقل\b|قلّت|\bقبل\b",
    ("ar", Hedge.AT_MOST): r"ما لا يزيد على|لا تتجاوز|لم تتجاوز|لا تزيد|أقصاه|على الأكثر",
    ("ar", Hedge.BY): r"أقصاه",
}


@pytest.fixture(scope="module")
def texts(localize: Localize) -> Texts:
    """The summaries of a film in a locale, the shortest first."""

    def render(film: Film, locale: str) -> list[str]:
        localized = localize(film, locale)
        return [localized.summary(length) for length in Length]

    return render


@pytest.fixture(scope="module")
def check(localize: Localize, blunders: Blunders) -> Check:
    """Renders a film in every language and length, and holds what a machine can of each text."""

    def render(film: Film) -> dict[tuple[str, Length], str]:
        texts: dict[tuple[str, Length], str] = {}
        for locale in LOCALES:
            localized = localize(film, locale)
            for length in Length:
                text = texts[locale, length] = localized.summary(length)
                assert 0 < len(text) <= LIMITS[length]
                assert blunders(locale, text) == {}
            assert localized.diagnostics == ()
        return texts

    return render


def figures_and_names(text: str, stems: Iterable[str]) -> set[str]:
    """The figures of a text, and those of the stems of names that it has."""
    return {*re.findall(r"\d+(?:[\u00a0,.]\d+)*", text), *(stem for stem in stems if re.search(rf"\b{stem}", text))}


@cache
def stems_of_names(locale: str) -> frozenset[str]:
    """The words of the film's names, without the endings that cases change."""
    localizer = Localizer(film(), [built_in_folder()], locale)
    names = (localizer.term(name).base for name, _ in film().concepts() if not name.startswith("term/"))
    words = (word for name in names for word in re.findall(r"\b[A-ZА-ЯЁ]\w{3,}", name))
    return frozenset(re.sub("[аеёийоуыьюя]+$", "", word) for word in words)


@cache
def own_figures_and_names(locale: str) -> dict[str, set[str]]:
    """Of each row of the fact sheet the figures and names that no other row has."""
    found = {
        row.id: figures_and_names("; ".join(_texts_of(row)), stems_of_names(locale))
        for row in film().localize(locale).facts()
    }
    return {name: own.difference(*(found[other] for other in found.keys() - {name})) for name, own in found.items()}


def _texts_of(row: FactRow) -> Iterator[str]:
    yield row.value or ""
    yield from (claim.value for claim in row.claims)
    yield from (qualifier.value for qualifier in row.qualifiers)


def test_most_facts_are_told() -> None:
    assert len(TOLD) > 25


@pytest.mark.parametrize("fact_id", FACTS)
def test_without_a_fact_the_text_is_sound_and_silent_about_it(fact_id: str, challenge: Film, check: Check) -> None:
    for (locale, _), text in check(challenge.without(fact_id)).items():
        own = own_figures_and_names(locale)[fact_id]
        assert own.isdisjoint(figures_and_names(text, stems_of_names(locale)))


def test_some_facts_carry_figures_and_names_of_their_own() -> None:
    own = own_figures_and_names("ru")
    assert own["running-time"] == {"164", "165"}
    assert own["premiere"] == {"Москв"}
    assert {"Салют", "Холоп"} < own["earlier-films"]
    assert {"Бакурадз", "Заморов"} < own["writer"]
    assert "Машков" in own["cast"]


@pytest.mark.parametrize("fact_id", FACTS)
def test_without_a_fact_and_any_other_the_text_is_sound(fact_id: str, challenge: Film, check: Check) -> None:
    for other in FACTS[FACTS.index(fact_id) + 1 :]:
        check(challenge.without(fact_id, other))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ids=st.sets(st.sampled_from(TOLD), min_size=3), credit=st.sampled_from(["", *CREDITS]))
def test_without_many_facts_the_text_is_sound(ids: set[str], credit: str, challenge: Film, check: Check) -> None:
    without = challenge.without(*ids)
    check(msgspec.structs.replace(without, **({credit: CREDITS[credit]} if credit else {})))


def test_without_any_fact_the_director_is_still_told(challenge: Film, texts: Texts) -> None:
    bare = msgspec.structs.replace(challenge.without(*FACTS), cast=())
    assert texts(bare, "en")[0] == "“The Challenge” (Вызов) is a film directed by Klim Shipenko."
    assert texts(bare, "ru")[0] == "«Вызов»\u00a0— фильм режиссёра Клима Шипенко."


@pytest.mark.parametrize(
    ("credit", "rows"),
    [("cast", ["cast"]), ("crew", ["director", "writer"]), ("original_title", ["original-title"])],
)
def test_without_a_credit_the_text_is_sound_and_silent_about_it(
    credit: str, rows: list[str], challenge: Film, check: Check
) -> None:
    for (locale, _), text in check(msgspec.structs.replace(challenge, **{credit: CREDITS[credit]})).items():
        own = set[str]().union(*(own_figures_and_names(locale)[row] for row in rows))
        assert own.isdisjoint(figures_and_names(text, stems_of_names(locale)))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("fact_id", TOLD)
def test_a_fact_without_an_accepted_claim_is_not_told(
    fact_id: str, locale: str, challenge: Film, with_claim: Change, texts: Texts
) -> None:
    assert texts(with_claim(challenge, fact_id, accepted=False), locale) == texts(challenge.without(fact_id), locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("fact_id", TOLD)
def test_an_opinion_is_not_told(fact_id: str, locale: str, challenge: Film, with_fact: Change, texts: Texts) -> None:
    assert texts(with_fact(challenge, fact_id, opinion=True), locale) == texts(challenge.without(fact_id), locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_flag_that_is_not_so_is_not_told(locale: str, challenge: Film, with_claim: Change, texts: Texts) -> None:
    not_so = with_claim(challenge, "feature-length", value=False)
    assert texts(not_so, locale) == texts(challenge.without("feature-length"), locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("fact_id", TOLD)
def test_a_hedge_is_said_or_the_sentence_goes(
    fact_id: str, locale: str, challenge: Film, with_claim: Change, localize: Localize, blunders: Blunders
) -> None:
    for hedge in Hedge:
        localized = localize(with_claim(challenge, fact_id, hedge=hedge), locale)
        for length in Length:
            assert blunders(locale, localized.summary(length)) == {}
            for sentence in localized.explain(length):
                if fact_id in sentence.facts:
                    assert re.search(HEDGES[locale, hedge], sentence.text, re.IGNORECASE)
        assert {finding.rule for finding in localized.diagnostics} <= {"untold"}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_hedge_that_goes_is_no_longer_said(locale: str, challenge: Film, with_claim: Change, texts: Texts) -> None:
    hedged = [name for name in TOLD if (claim := challenge.accepted(name)) and claim.hedge]
    assert hedged == ["space-footage", "share-nauka", "share-other-modules", "budget"]
    changed = challenge
    for fact_id in hedged:
        changed = with_claim(changed, fact_id, hedge=None)
    full = texts(changed, locale)[-1]
    words = (
        r"\babout\b|\bmore than\b|exceeded|\bоколо\b|примерно|\bболее\b|\brund\b|\bmehr als\b|"
        r"\bоко\b|\bвише од\b|\bвећи од\b|\boko\b|\bviše od\b|\bveći od\b|\bنحو\b|\bأكثر من\b|تجاوز"
    )
    assert not re.search(words, full, re.IGNORECASE)
    assert re.search(words, texts(challenge, locale)[-1], re.IGNORECASE)


def test_sentences_go_from_the_least_important_up_until_the_text_fits(challenge: Film, localize: Localize) -> None:
    localized = localize(challenge.without("first-of-its-kind"), "en")
    assert len(localized.summary("medium")) <= 400
    told = [sentence.name for sentence in localized.explain("medium")]
    assert told == ["accident", "operation-medium", "surgeon-medium", "opening", "release"]


def test_a_sentence_that_cannot_say_a_hedge_goes_with_a_finding(challenge: Film, with_claim: Change) -> None:
    findings: list[Diagnostic] = []
    hedged = with_claim(challenge, "distributor", hedge=Hedge.ABOUT).localize("en", findings.append)
    assert "distributed" not in hedged.summary("full")
    (finding,) = findings
    assert (finding.rule, finding.severity) == ("untold", "info")
    assert finding.message == "a wording of 'distributor' is passed over: it does not say that distributor is “about”"


def test_a_sentence_that_stands_alone_and_is_too_long_is_said_in_fewer_words(
    challenge: Film, localize: Localize
) -> None:
    localized = localize(challenge.without("accident"), "de")
    text = "„Die Herausforderung“ (Originaltitel: Вызов) ist ein russisches Weltraumdrama von Regisseur Klim Schipenko."
    assert localized.summary("short") == text
    assert [(told.name, told.text) for told in localized.explain("short")] == [("opening", text)]
