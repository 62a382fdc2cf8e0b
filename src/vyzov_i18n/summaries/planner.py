"""Which sentences a summary has, in which order, and which go first when it is too long."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from vyzov_i18n.diagnostics import Diagnostic, Severity
from vyzov_i18n.film.model import Length, Paragraph, facts_of, variables_of
from vyzov_i18n.film.wording import claim_context
from vyzov_i18n.summaries.hedges import says_hedges
from vyzov_i18n.summaries.sentences import LIMITS, PHRASES, PLANS, SENTENCES
from vyzov_i18n.summaries.variables import ORIGINS, film_variables, sentence_variables, text_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vyzov_i18n.film.model import Line
    from vyzov_i18n.localizer import Localized, Localizer
    from vyzov_i18n.summaries.sentences import Item, Sentence, Variant

_SENTENCES = {sentence.name: sentence for sentence in SENTENCES}


class Told(msgspec.Struct, frozen=True):
    """A sentence that a summary tells: its compiled message, what it rests on, how much it weighs.

    `after` are the sentences and lines without which it can't stand.
    """

    name: str
    localized: Localized
    importance: int
    after: tuple[str, ...]
    facts: tuple[str, ...]
    of_film: bool


class Planner:
    """The plans of one film in one locale. Messages are compiled once; every rendering formats them anew."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
        self._film = localizer.film
        self._of_film = film_variables(localizer)
        self._of_sentences = sentence_variables(localizer, self._of_film)
        self._plans: dict[Length, tuple[tuple[Told, ...], ...]] = {}

    def plan(self, length: Length) -> tuple[tuple[Told, ...], ...]:
        """The paragraphs of a summary before any cut."""
        found = self._plans.get(length)
        if found is None:
            told: set[str] = set()
            paragraphs = (tuple(self._told(items, length, told)) for items in PLANS[length])
            found = self._plans[length] = tuple(paragraph for paragraph in paragraphs if paragraph)
        return found

    def tell(self, length: Length) -> list[list[tuple[Told, str]]]:
        """The paragraphs of a summary before any cut, each sentence with its text. Nothing is cached."""
        of_sentences = self._with_phrases()
        return [[(told, self._text(told, of_sentences)) for told in paragraph] for paragraph in self.plan(length)]

    def render(self, length: Length) -> tuple[str, list[list[tuple[Told, str]]]]:
        """A summary that fits, and its paragraphs, each sentence with its text. Nothing is cached."""
        limit = LIMITS[length]
        paragraphs = self.tell(length)
        text = _joined(paragraphs)
        while len(text) > limit and sum(map(len, paragraphs)) > 1:
            paragraphs = _without_least(paragraphs)
            text = _joined(paragraphs)
        if len(text) > limit:
            paragraphs = [[self._shortened(*sentence, limit) for sentence in paragraph] for paragraph in paragraphs]
            text = _joined(paragraphs)
        return text, paragraphs

    def _text(self, told: Told, of_sentences: dict[str, Any]) -> str:
        if told.localized.origin.fallback:
            arguments = self._english._of_film if told.of_film else self._english._with_phrases()
        else:
            arguments = self._of_film if told.of_film else of_sentences
        return told.localized.format(arguments)

    def _shortened(self, told: Told, text: str, limit: int) -> tuple[Told, str]:
        """The richest wording of a sentence that fits; as it is where none does."""
        of_sentences = self._with_phrases()
        wordings = () if told.of_film else self._wordings_of(_SENTENCES[told.name])
        texts = ((wording, self._text(wording, of_sentences)) for wording in wordings)
        return next((found for found in texts if len(found[1]) <= limit), (told, text))

    @cached_property
    def _english(self) -> Planner:
        """What sentences and phrases without a translation are told with."""
        return Planner(self._localizer.english)

    @cached_property
    def _wordings(self) -> dict[str, Variant]:
        """The wordings of the shared phrases whose variables all have values."""
        chosen = (
            (name, next((variant for variant in variants if variant.needs <= self._of_sentences.keys()), None))
            for name, variants in PHRASES.items()
        )
        return {name: variant for name, variant in chosen if variant}

    @cached_property
    def _phrases(self) -> tuple[tuple[str, Localized, bool], ...]:
        """The phrases that sentences are built of, in the order of rendering: (variable, message, of the film)."""
        statements = tuple(
            (name, self._localizer.message("film", claim_context(name), text), True)
            for name, text in text_facts(self._film)
            if any(name in variant.needs for sentence in SENTENCES for variant in sentence.variants)
        )
        shared = ((name, self._message(variant), False) for name, variant in self._wordings.items())
        return (*statements, *shared)

    def _with_phrases(self) -> dict[str, Any]:
        values = dict(self._of_sentences)
        for name, localized, of_film in self._phrases:
            if localized.origin.fallback:
                values[name] = self._english._with_phrases()[name]
            else:
                values[name] = localized.phrase(self._of_film if of_film else values)
        return values

    @cached_property
    def _known(self) -> frozenset[str]:
        """The variables that the shared sentences can use."""
        return frozenset(self._of_sentences).union(name for name, _, _ in self._phrases)

    def _told(self, items: Iterable[Item], length: Length, told: set[str]) -> Iterator[Told]:
        for item in items:
            if isinstance(item, Paragraph):
                yield from self._lines(item, length, told)
            elif isinstance(item, str):
                yield from self._sentence(_SENTENCES[item], told)
            else:
                lines, *sentences = item
                found = tuple(self._told((lines,), length, told))
                yield from found or self._told(sentences, length, told)

    def _lines(self, paragraph: Paragraph, length: Length, told: set[str]) -> Iterator[Told]:
        for line in self._film.line:
            if line.paragraph is paragraph and length in line.lengths and self._stands(line, told):
                message = self._localizer.message("film", f"line/{line.id}", line.text)
                facts = tuple(sorted(facts_of(line, self._film.fact)))
                if self._is_honest(line.id, message, facts):
                    told.add(line.id)
                    yield Told(line.id, message, line.importance, line.after, facts, of_film=True)

    def _stands(self, line: Line, told: set[str]) -> bool:
        """Whether everything that a line rests on is there, is accepted, is so and has been told."""
        facts = facts_of(line, self._film.fact)
        if absent := [name for name in line.facts if name not in self._film.fact]:
            self._report_untold(f"the line {line.id!r} is not told: the film has no fact {', '.join(absent)}")
        return (
            told.issuperset(line.after)
            and self._of_film.keys() >= set(variables_of(line.text))
            and all((claim := self._film.accepted(name)) and claim.value is not False for name in facts)
        )

    def _report_untold(self, message: str) -> None:
        self._localizer.report(Diagnostic(rule="untold", severity=Severity.INFO, message=message))

    def _sentence(self, sentence: Sentence, told: set[str]) -> Iterator[Told]:
        if not told.isdisjoint(sentence.unless) or (sentence.after and sentence.after not in told):
            return
        richest = next(self._wordings_of(sentence), None)
        if richest:
            told.add(sentence.name)
            yield richest

    def _wordings_of(self, sentence: Sentence) -> Iterator[Told]:
        """The wordings that can be said and are honest, the richest first."""
        after = (sentence.after,) if sentence.after else ()
        for variant in sentence.variants:
            if variant.needs <= self._known:
                message, facts = self._message(variant), self._origins(variant)
                if self._is_honest(sentence.name, message, facts):
                    yield Told(sentence.name, message, sentence.importance, after, facts, of_film=False)

    def _is_honest(self, name: str, localized: Localized, facts: Iterable[str]) -> bool:
        """Whether a message says how the facts that it rests on are hedged; a broken one says nothing."""
        claims = ((fact, self._film.accepted(fact)) for fact in facts)
        hedges = {fact: claim.hedge for fact, claim in claims if claim and claim.hedge}
        model = localized.message.model
        if not hedges or model is None or says_hedges(model, hedges):
            return True
        said = ", ".join(f"{fact} is “{hedge}”" for fact, hedge in hedges.items())
        self._report_untold(f"a wording of {name!r} is passed over: it does not say that {said}")
        return False

    def _message(self, variant: Variant) -> Localized:
        count = self._of_sentences[variant.count] if variant.count else None
        return self._localizer.message("summary", variant.context, variant.text, variant.plural, count)

    def _origins(self, variant: Variant) -> tuple[str, ...]:
        """The facts and credits that a wording rests on, those of its phrases among them."""
        phrases = variant.needs & self._wordings.keys()
        names = (variant.needs - phrases).union(*(self._wordings[name].needs for name in phrases))
        return tuple(sorted({origin for name in names for origin in ORIGINS.get(name, (name,))}))


def _joined(paragraphs: list[list[tuple[Told, str]]]) -> str:
    """Sentences a space apart, paragraphs an empty line apart."""
    return "\n\n".join([" ".join([text for _, text in paragraph]) for paragraph in paragraphs])


def _without_least(paragraphs: list[list[tuple[Told, str]]]) -> list[list[tuple[Told, str]]]:
    """The text without its least important sentence and what can't stand without that; of equals the last goes."""
    everything = [told for paragraph in paragraphs for told, _ in paragraph]
    least = min(reversed(everything), key=lambda told: told.importance)
    gone = {least.name}
    while more := {told.name for told in everything if told.name not in gone and gone.intersection(told.after)}:
        gone |= more
    kept = ([(told, text) for told, text in paragraph if told.name not in gone] for paragraph in paragraphs)
    return [paragraph for paragraph in kept if paragraph]


def rules_of(localized: Localized) -> tuple[str, ...]:
    """The functions that a message applies, as they stand in it, each once."""
    source = localized.message.source
    return tuple(dict.fromkeys(source[call.start : call.end] for call in localized.message.functions))
