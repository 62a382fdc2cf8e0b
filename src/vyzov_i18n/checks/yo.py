"""Russian words with ё that are written with е, of those that cannot be another word."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from vyzov_i18n.checks.passages import find_in_passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vyzov_i18n.checks.passages import Passages
    from vyzov_i18n.checks.subject import Subject
    from vyzov_i18n.diagnostics import Diagnostic

# Whole words.
_WORDS: Final = """
    её ещё вперёд моё твоё своё нечётко причём неё трём четырём днём путём огнём рублём нулём вдвоём втроём насчёт счёт
    ребёнок ребёнка ребёнку ребёнком ребёнке лёд идёт идёте идём пойдёт пойдём придёт придётся найдёт начнёт начнётся
    даёт отдаёт выдаёт задаёт создаёт создаётся передаёт продаёт удаётся сдаёт остаётся возьмёт поймёт поёт ведёт
    приведёт произведёт введёт ждёт живёт зовёт умрёт везёт несёт вернёт вернётся перенесёт спасёт шёл пошёл пришёл ушёл
    нашёл прошёл дошёл подошёл вошёл сошёл перешёл зашёл привёл провёл перевёл произвёл вёл принёс
    полёт полёта полёту полётом полёте полёты полётов полётам полётами полётах перелёт перелёта перелётом перелёте
    взлёт взлёта взлёту взлётом взлёте приём приёма приёму приёмом приёме приёмы приёмов приёмах
    партнёр партнёра партнёру партнёром партнёре партнёры партнёров партнёрам партнёрами партнёрах
    учёт учёта учёту учётом учёте тёплый тёплая тёплое тёплые тёплых тёплую
"""
# Beginnings of words: whatever follows, the letter stays ё.
_STEMS: Final = """
    актёр вахтёр вертолёт взлётн видеосъёмк съёмок водоём вёрстк гримёр дирижёр дублёр жёстк зачёт звездолёт
    каскадёр киноплёнк плёнок киносъёмк съёмок костюмёр лётчик монтажёр монтёр надёжн нечётк объём отчёт партнёрск
    плёнк плёнок подсчёт подъём полётн приёмк приёмн расчёт режиссёр самолёт серьёзн стажёр суфлёр счётчик съёмк
    съёмок съёмн трёх учётн фотосъёмк четырёх чётк шофёр щётк
"""
# Adjectives in their full forms, in small letters: capitals may be a surname (Пётр Черных).
_ADJECTIVES: Final = "чёрн жёлт зелён тёмн лёгк тяжёл твёрд чётн нечётн учён звёздн мёртв счётн"
# Participles in -ённый, and their adverbs and nouns.
_PARTICIPLES: Final = """
    определён завершён решён разрешён отменён изменён удалён сохранён заключён включён исключён подключён отключён
    подтверждён запрещён произведён приведён введён переведён проведён применён утверждён освобождён разделён посвящён
    награждён приглашён снабжён вооружён рождён
"""
_ENDINGS: Final = {
    _WORDS: "",
    _STEMS: r"\w*",
    _ADJECTIVES: "(?:ый|(?<=к)ий|ого|ому|ым|(?<=к)им|ом|ая|ой|ую|ое|ые|(?<=к)ие|ых|(?<=к)их|ыми|(?<=к)ими)",
    _PARTICIPLES: r"(?:н\w*)?",
}
# Slots of a lexicon that list what readers write, right or not.
_LISTS: Final = ("admitted|", "deprecated|", "forbidden|", "function-words|")


def check_yo(subject: Subject, passages: Passages) -> Iterator[Diagnostic]:
    """Find words that lack their ё; in other projects only where the catalog writes ё for the most part."""
    written = passages.text.count("ё")
    if not written and not subject.domain:
        return
    found = list(passages.search(_pattern()))
    if len(found) > written and not subject.domain:
        return
    for passage, word in found:
        if subject.is_lexicon and (passage.unit.entry.context or "").startswith(_LISTS):
            continue
        at = _places()[word[word.lastindex or 0].lower()]
        right = f"{word[0][:at]}{'ё' if word[0][at] == 'е' else 'Ё'}{word[0][at + 1 :]}"
        message = f"“{word[0]}” lacks its ё"
        yield find_in_passage(subject, "e-for-yo", passage, word.span(), message, suggestion=right)


@cache
def _pattern() -> re.Pattern[str]:
    groups = (
        f"(?-i:({_any_of(words)}){ending})" if words == _ADJECTIVES else f"({_any_of(words)}){ending}"
        for words, ending in _ENDINGS.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


def _any_of(words: str) -> str:
    """An alternation of the words with е, grouped by their first letter so that it fails early."""
    spelled = sorted(words.replace("ё", "е").split())
    by_letter = groupby(spelled, key=itemgetter(0))
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in group)})" for letter, group in by_letter)


@cache
def _places() -> dict[str, int]:
    """Where the ё stands in each word or stem, by its spelling with е."""
    return {word.replace("ё", "е"): word.index("ё") for words in _ENDINGS for word in words.split()}
