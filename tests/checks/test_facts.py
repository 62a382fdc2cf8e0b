"""The fact-aware rules: on the catalogs of the built-in film with one thing changed, and on a film of the test."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.catalogs.po import parse_po
from vyzov_i18n.checks import facts
from vyzov_i18n.checks.subject import Subject
from vyzov_i18n.localizer import locale_folders

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import FilmFolder

    from vyzov_i18n.diagnostics import Diagnostic
    from vyzov_i18n.films import Film

    Check = Callable[..., list[Diagnostic]]
    Finding = tuple[str, str | None]

ROOT = Path(__file__).parents[2]
FOLDERS = locale_folders(str(ROOT / "locale"))
DOMAINS = ("film", "summary", "lexicon")


def check(film: Film, tag: str, domain: str, text: str) -> list[Diagnostic]:
    """What the rules find in a catalog of the built-in film; each finding stands where its words stand."""
    path = str(ROOT / "locale" / FOLDERS[tag] / "LC_MESSAGES" / f"{domain}.po")
    findings = list(facts.check(Subject(parse_po(text.encode(), path), tag, film, domain)))
    for finding in findings:
        assert finding.line is not None
        assert finding.column is not None
        assert finding.text is not None
        line = text.split("\n")[finding.line - 1]
        assert line[finding.column - 1 :].startswith(finding.text)
    return findings


def read(tag: str, domain: str) -> str:
    return (ROOT / "locale" / FOLDERS[tag] / "LC_MESSAGES" / f"{domain}.po").read_text(encoding="utf-8")


def name_of(tag: str, concept: str) -> str:
    """The name of a concept in a language."""
    found = re.search(rf'^msgctxt "{concept}"\nmsgid ".*"\nmsgstr "(.*)"$', read(tag, "film"), re.MULTILINE)
    assert found
    return found[1]


def changed(film: Film, tag: str, domain: str, old: str, new: str) -> list[Finding]:
    """The rules and the words of what is found where `new` stands for the first `old`; spaces may not break there."""
    pattern = re.escape(old).replace(r"\ ", "[ \u00a0]").replace(r"\-", "[-\u2011]")
    text, count = re.subn(pattern, lambda _: new, read(tag, domain), count=1)
    assert count == 1
    return [(finding.rule, finding.text) for finding in check(film, tag, domain, text)]


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("tag", FOLDERS)
def test_the_catalogs_of_the_film_are_right(tag: str, domain: str, challenge: Film) -> None:
    assert check(challenge, tag, domain, read(tag, domain)) == []


SWAPS = {
    "character/oleg-ivanov": "person/anton-shkaplerov",
    "person/tom-cruise": "person/oleg-artemyev",
    "person/yulia-peresild": "person/alyona-mordovina",
    "place/nauka": "place/zvezda",
    "place/moscow": "place/nauka",
    "ship/soyuz-ms-19": "ship/soyuz-ms-18",
    "film/title": "person/ivan-zamorov",
}


@pytest.mark.parametrize("tag", sorted(set(FOLDERS) - {"en"}))
def test_the_names_of_others_are_found_in_every_language(tag: str, challenge: Film) -> None:
    text = read(tag, "film")
    for concept, other in SWAPS.items():
        found = re.search(rf'^msgctxt "{concept}"\nmsgid ".*"\nmsgstr "(.*)"$', text, re.MULTILINE)
        assert found
        text = f"{text[: found.start(1)]}{name_of(tag, other)}{text[found.end(1) :]}"
    findings = check(challenge, tag, "film", text)
    entries = parse_po(text.encode()).entries
    told = {
        entry.context
        for entry in entries
        for finding in findings
        if finding.rule == "swapped-name" and entry.spans and (span := entry.spans.get("msgstr"))
        if text.count("\n", 0, span[0]) + 1 == finding.line
    }
    assert told >= SWAPS.keys()
    assert {context for context in told if context in dict(challenge.concepts())} == SWAPS.keys()


def test_the_finding_tells_both_names(challenge: Film) -> None:
    text = read("ru", "film").replace('msgstr "Олег Иванов"', 'msgstr "Антон Шкаплеров"')
    (finding,) = check(challenge, "ru", "film", text)
    assert finding.message == "“Антон Шкаплеров” is the name of Anton Shkaplerov, not of Oleg Ivanov"
    assert finding.help == "write the name of Oleg Ivanov (character/oleg-ivanov)"
    assert finding.severity == "error"


IN_SENTENCES = [
    (
        "{$oleg-ivanov} теряет сознание в полёте.",
        "{$anton-shkaplerov} теряет сознание.",
        "swapped-name",
        "{$anton-shkaplerov}",
    ),
    ("{$oleg-ivanov} теряет сознание в полёте.", "Антон Шкаплеров теряет сознание.", "swapped-name", "Антон Шкаплеров"),
    ("{$oleg-ivanov} теряет сознание в полёте.", "Шкаплеров теряет сознание.", "swapped-name", "Шкаплеров"),
    ("в модуле «Наука»", "в модуле «Звезда»", "swapped-name", "Звезда"),
    ("космонавт {$anton-shkaplerov}", "космонавт Клим Шипенко", "swapped-name", "Клим Шипенко"),
    ("{$soyuz-ms-18 :vyzov:term case=prepositional}", "«Союзе МС-19»", "swapped-name", "Союзе МС-19"),
    ("в 2021 году российские", "в 2022 году российские", "wrong-date", "2022"),
    ("Её дочери три года.", "Её дочери 5 лет.", "wrong-number", "5"),
    ("похудел примерно на {$director-weight-loss :vyzov:measure}", "похудел на 25 кг", "wrong-number", "25"),
    ("{{Около {$share-nauka :vyzov:share} снятого", "{{Около 50 % снятого", "wrong-number", "50"),
]


@pytest.mark.parametrize(("old", "new", "rule", "words"), IN_SENTENCES)
def test_what_is_wrong_in_a_sentence(old: str, new: str, rule: str, words: str, challenge: Film) -> None:
    assert changed(challenge, "ru", "film", old, new) == [(rule, words)]


IN_SHARED_SENTENCES = [
    ("Сценарий написала {$writers :vyzov:list}", "Сценарий написал Антон Шкаплеров", "swapped-name", "Антон Шкаплеров"),
    ("около {$entries :integer} заявки; из", "около 30 000 заявок; из", "wrong-number", "30 000"),
    ("около {$entries :integer} заявки; из", "около ٣٠٠ заявок; из", "wrong-number", "٣٠٠"),
    (
        "{{Фильм вышел в прокат {$release :vyzov:date fields=month-day length=long}",
        "{{Фильм вышел в прокат 12 апреля",
        "wrong-date",
        "12 апреля",
    ),
    (
        "состоялась {$premiere :vyzov:date fields=month-day length=long} {$premiere :vyzov:date fields=year} года",
        "состоялась 20 апреля 2023 года",
        "wrong-date",
        "20 апреля 2023",
    ),
]


@pytest.mark.parametrize(("old", "new", "rule", "words"), IN_SHARED_SENTENCES)
def test_what_is_wrong_in_a_shared_sentence(old: str, new: str, rule: str, words: str, challenge: Film) -> None:
    assert (rule, words) in changed(challenge, "ru", "summary", old, new)


def test_the_finding_tells_of_the_fact_and_its_sources(challenge: Film) -> None:
    text = read("ru", "summary")
    start = text.index("{{Фильм вышел в прокат {$release :vyzov:date fields=month-day length=long}")
    end = text.index("}}", start)
    wrong = "{{Фильм вышел в прокат 12 апреля 2023 года."
    (finding,) = check(challenge, "ru", "summary", f"{text[:start]}{wrong}{text[end:]}")
    assert finding.help == "the fact “release” is 2023-04-20 (Wikipedia, cultgoroda.com, irk.today)"
    assert finding.message == "“12 апреля 2023” is not the date that the source and its facts have"


RIGHT = [
    ("film", "Её дочери три года.", "Её дочери 3 года."),
    ("film", "{$oleg-ivanov} теряет сознание в полёте.", "Иванов теряет сознание в полёте."),
    ("film", "{$oleg-ivanov} теряет сознание в полёте.", "Олег Иванов теряет сознание в полёте."),
    ("film", "Ей не хватает времени на дочь.", "Жене Беляевой не хватает времени на дочь."),
    ("film", "съёмок; остальное снимали", "съёмок, 24 кадра в секунду; остальное снимали"),
    ("summary", "около {$entries :integer} заявки; из", "около 3 тысяч заявок; из"),
    ("summary", "около {$entries :integer} заявки; из", "около 1 заявки; из"),
]


@pytest.mark.parametrize(("domain", "old", "new"), RIGHT)
def test_what_is_right(domain: str, old: str, new: str, challenge: Film) -> None:
    assert changed(challenge, "ru", domain, old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("в модуле «Наука»", "на станции", "missing-name"),
        ("в 2021 году российские", "российские", "missing-number"),
    ],
)
def test_what_is_missing_is_told_of_the_whole_translation(old: str, new: str, rule: str, challenge: Film) -> None:
    ((found, words),) = changed(challenge, "ru", "film", old, new)
    assert found == rule
    assert words is not None
    assert new in words


@pytest.mark.parametrize(
    ("tag", "old", "new", "rule", "words"),
    [
        ("de", "2021 Geldverschwendung", "2012 Geldverschwendung", "wrong-date", "2012"),
        ("ar", "عام 2021", "عام ٢٠٢٢", "wrong-date", "٢٠٢٢"),
        ("sr", "2021. године", "2012. године", "wrong-date", "2012"),
    ],
)
def test_a_wrong_year_in_other_languages(tag: str, old: str, new: str, rule: str, words: str, challenge: Film) -> None:
    assert changed(challenge, tag, "film", old, new) == [(rule, words)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgstr "Антона Шкаплерова"', "Олега Артемьева"),
        ('msgstr "Союза МС-19"', "Союза МС-18"),
    ],
)
def test_a_form_of_the_name_of_another(old: str, new: str, challenge: Film) -> None:
    assert changed(challenge, "ru", "lexicon", old, f'msgstr "{new}"') == [("swapped-name", new)]


@pytest.mark.parametrize(
    ("tag", "name", "form", "named"),
    [
        ("ru", "Клим Шипенко", "Машков", "Vladimir Mashkov"),
        ("ru", "Евгения (Женя) Беляева", "Шкаплеров", "Anton Shkaplerov"),
        ("ar", "يفغينيا (جينيا) بيليايفا", "شيبينكو", "Klim Shipenko"),
    ],
)
def test_a_surname_alone_is_that_of_another(tag: str, name: str, form: str, named: str, challenge: Film) -> None:
    """A person whose name has the word comes before what merely sounds like it, Moscow."""
    short = rf'(msgctxt "short\|.*"\nmsgid "{re.escape(name)}"\nmsgstr )".*"'
    text, count = re.subn(short, rf'\1"{form}"', read(tag, "lexicon"))
    assert count == 1
    (finding,) = check(challenge, tag, "lexicon", text)
    assert finding.rule == "swapped-name"
    assert finding.message.startswith(f"“{form}” is the name of {named}, not of ")


@pytest.mark.parametrize("words", ["Наука", "Soyuz MS-19", "Союза МС-19"])
def test_another_name_in_the_place_of_one_that_stands_twice(words: str, challenge: Film) -> None:
    old = "{$iss :vyzov:term case=genitive} ({$iss :vyzov:term form=short})"
    assert changed(challenge, "ru", "film", old, f"{words} ({{$iss :vyzov:term form=short}})") == [
        ("swapped-name", words)
    ]


def test_a_number_in_a_name(challenge: Film) -> None:
    assert changed(challenge, "ru", "film", 'msgstr "Союз МС-19"', 'msgstr "Союз МС-20"') == [("wrong-number", "20")]


CLAIM = """\
[fact.storm]
kind = "text"
label = "The storm"
claims = [{{ value = "{text}", sources = ["press"] }}]
"""


def add_locale(folder: FilmFolder, tag: str) -> None:
    """Give the film a catalog of that locale, the empty one."""
    path = folder.catalog(tag, "film")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


@pytest.fixture
def assert_about_storm(lighthouse: FilmFolder, assert_told: Check) -> Callable[..., None]:
    """Asserts that a rule finds the marked words in the translation of a statement of the film."""

    def check(rule: str, source: str, target: str, *, tag: str) -> None:
        lighthouse.append(CLAIM.format(text=source))
        add_locale(lighthouse, tag)
        text = f'msgctxt "claim/storm"\nmsgid "{source}"\nmsgstr "{target}"\n'
        assert_told(rule, text, path=str(lighthouse.catalog(tag, "film")), film=lighthouse.film())

    return check


@pytest.mark.parametrize(
    ("tag", "rule", "source", "target"),
    [
        ("ru", "wrong-date", "The storm of April 20, 2023 was long.", "Шторм ⟦12 апреля 2023⟧ года был долгим."),
        ("ru", "wrong-date", "The storm of April 20, 2023 was long.", "Шторм 20 апреля 2023 года был долгим."),
        ("ru", "wrong-date", "The storm of April 20, 2023 was long.", "Шторм ⟦20 мая 2023⟧ года был долгим."),
        ("ru", "wrong-date", "It lasted from October 5 to October 17.", "Он шёл с 5 по 17 октября."),
        ("ru", "wrong-date", "It lasted from October 5 to October 17.", "Он шёл ⟦6–17 октября⟧."),
        ("ru", "wrong-number", "It cost 3,000 rubles.", "Он обошёлся в ⟦30 000⟧ рублей."),
        ("ru", "wrong-number", "It cost 3,000 rubles.", "Он обошёлся в 3 000 рублей."),
        ("ru", "wrong-number", "It cost 3,000 rubles.", "Он обошёлся в 3 тыс. рублей."),
        ("ru", "wrong-number", "It cost 1.1 billion rubles.", "Он обошёлся в 1,1 млрд рублей."),
        ("ru", "wrong-number", "It cost 1.1 billion rubles.", "Он обошёлся в ⟦1,1 млн⟧ рублей."),
        ("ru", "wrong-number", "It cost 3,000 rubles.", "Он обошёлся в ⟦тридцать тысяч⟧ рублей."),
        ("ru", "missing-number", "It cost 3,000 rubles.", "Он обошёлся в три тысячи рублей."),
        ("ru", "wrong-number", "It was costly.", "Он обошёлся в ⟦20 тысяч⟧ рублей."),
        ("ru", "wrong-date", "The storm of 2021 was long.", "Шторм ⟦две тысячи двадцать второго⟧ года был долгим."),
        ("ru", "wrong-date", "It began on April 12.", "Он начался ⟦двадцатого апреля⟧."),
        ("en", "wrong-number", "It was costly.", "It cost ⟦30 thousand⟧ rubles, ⟦thirty thousand⟧ at least."),
        ("ru", "wrong-number", "It took two weeks.", "Он занял две недели."),
        ("ru", "wrong-number", "A third of it was lost.", "Пропала 1/3."),
        ("de", "wrong-number", "It cost 3,000 rubles.", "Er kostete 3.000 Rubel."),
        ("de", "wrong-date", "The storm of April 20, 2023 was long.", "Der Sturm vom 20. April 2023 war lang."),
        ("de", "wrong-date", "The storm of April 20, 2023 was long.", "Der Sturm vom ⟦12. April 2023⟧ war lang."),
        ("ja", "wrong-date", "The storm of October 5, 2021 was long.", "2021年10月5日の嵐は長かった。"),
        ("ja", "wrong-date", "The storm of October 5, 2021 was long.", "⟦2021年10月6日⟧の嵐は長かった。"),
        ("ja", "wrong-number", "It cost 30,000 rubles.", "3万ルーブルかかった。"),
        ("ja", "wrong-number", "It cost 30,000 rubles.", "⟦5万⟧ルーブルかかった。"),
        ("ja", "missing-number", "The storm of 2021 was long.", "二〇二一年の嵐は長かった。"),
        ("th", "wrong-date", "The storm of April 12, 2023 was long.", "พายุวันที่ 12 เมษายน 2566 ยาวนาน"),
        ("fa", "missing-number", "The storm of April 12, 2023 was long.", "توفان ۲۳ فروردین ۱۴۰۲ طولانی بود."),
        ("he", "wrong-date", "The storm of April 12, 2023 was long.", "הסערה של 12 באפריל 2023 הייתה ארוכה."),
        ("fr", "wrong-number", "24/7, on flight MS-19", "24/7, sur le vol MS-19"),
    ],
)
def test_numbers_and_dates_of_the_source(
    tag: str, rule: str, source: str, target: str, assert_about_storm: Callable[..., None]
) -> None:
    assert_about_storm(rule, source, target, tag=tag)


def test_a_name_that_the_script_does_not_tell_is_left_alone(lighthouse: FilmFolder, check_text: Check) -> None:
    add_locale(lighthouse, "ja")
    text = 'msgctxt "person/anna-melnik"\nmsgid "Anna Melnik"\nmsgstr "ダリア・トカチェンコ"\n'
    findings = check_text(text, path=str(lighthouse.catalog("ja", "film")), film=lighthouse.film())
    assert [finding for finding in findings if finding.rule == "swapped-name"] == []


def test_a_catalog_of_another_project_has_no_facts(check_text: Check) -> None:
    findings = check_text('msgctxt "person/a"\nmsgid "Anton 19"\nmsgstr "Олег 18"\n')
    assert [finding for finding in findings if finding.rule in ("swapped-name", "wrong-number")] == []
