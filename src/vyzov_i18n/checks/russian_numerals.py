"""Russian numerals, cardinal and ordinal, in all their forms."""

from __future__ import annotations

from itertools import product
from typing import Final

_ADJECTIVE: Final = "ый ой ого ому ым ом ая ую ое ые ых ыми"
_THIRD: Final = "ий ьего ьему ьим ьем ья ьей ью ье ьи ьих ьими"
_SOFT: Final = ("ь", "и", "ью")
_CARDINALS: Final = {
    1: "один одна одно одного одной одному одним одном одну",
    2: "два две двух двум двумя",
    3: "три трёх трём тремя",
    4: "четыре четырёх четырём четырьмя",
    8: "восемь восьми восемью восьмью",
    40: "сорок сорока",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трёхсот трёмстам тремястами трёхстах",
    400: "четыреста четырёхсот четырёмстам четырьмястами четырёхстах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмистах",
}
_TEENS: Final = "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
_SOFT_STEMS: Final = (
    {5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят"}
    | dict(enumerate(_TEENS.split(), 11))
    | {20: "двадцат", 30: "тридцат"}
)
_TENS: Final = {50: ("пят", "пяти"), 60: ("шест", "шести"), 70: ("сем", "семи"), 80: ("восем", "восьми")}
_HUNDREDS: Final = {500: "пят", 600: "шест", 700: "сем", 900: "девят"}
_ORDINAL_STEMS: Final = {
    1: "перв",
    2: "втор",
    4: "четвёрт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
}
_SCALES: Final = {
    1000: ("тысяч", ("", "а", "и", "у", "е", "ам", "ами", "ах", "ей")),
    10**6: ("миллион", ("", "а", "ы", "у", "ов", "ам", "ами", "ах", "ом", "е")),
    10**9: ("миллиард", ("", "а", "ы", "у", "ов", "ам", "ами", "ах", "ом", "е")),
}
_MISLEADING: Final = frozenset({"семью"})  # a family


def _words() -> dict[str, int]:
    words = {form: number for number, forms in _CARDINALS.items() for form in forms.split()}
    for number, stem in _SOFT_STEMS.items():
        words |= {stem + end: number for end in _SOFT}
    for number, (first, oblique) in _TENS.items():
        words |= {f"{first}ьдесят": number, f"{oblique}десяти": number, f"{first}ьюдесятью": number}
    for number, stem in _HUNDREDS.items():
        words |= {f"{stem}ьсот": number, f"{stem}исот": number, f"{stem}истам": number}
        words |= {f"{stem}ьюстами": number, f"{stem}истах": number}
    ordinals = _ORDINAL_STEMS | {number: stem for number, stem in _SOFT_STEMS.items() if number > 10}
    words |= {stem + end: number for (number, stem), end in product(ordinals.items(), _ADJECTIVE.split())}
    words |= {f"трет{end}": 3 for end in _THIRD.split()}
    words |= {form.replace("ё", "е"): number for form, number in words.items()}
    return {word: number for word, number in words.items() if word not in _MISLEADING}


WORDS: Final = _words()
SCALES: Final = {stem + end: scale for scale, (stem, ends) in _SCALES.items() for end in ends}
