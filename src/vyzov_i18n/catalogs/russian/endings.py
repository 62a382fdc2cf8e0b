"""Which endings of Russian and foreign names decline, which do not, and which leave it open; all in lower case.

After D. E. Rosenthal's handbook of spelling and style, the sections on the declension of names and surnames.
"""

from __future__ import annotations

import re
from typing import Final

from vyzov_i18n.film.concepts import Gender

VOWELS: Final = "аеёиоуыэюя"
_VOWEL: Final = f"[{VOWELS}]"
_CONSONANT: Final = "[бвгджзйклмнпрстфхцчшщ]"

SLAVIC: Final = {
    Gender.MALE: re.compile(r"(?:[оеё]в|[иы]н)\Z"),
    Gender.FEMALE: re.compile(r"(?:[оеё]в|[иы]н)а\Z"),
}
OF_SURNAMES: Final = re.compile(r"(?:вич|[сц]к(?:ий|ая))\Z")

# These do not decline, whatever a library says.
FIXED_SURNAME: Final = {
    Gender.MALE: re.compile(r"(?:[еиоуыэю]|[еиоуэю]а|ых|[гкхжшчщ]их)\Z"),
    Gender.FEMALE: re.compile(rf"(?:[еиоуыэюь]|[еиоуэю]а|{_CONSONANT})\Z"),
}
FIXED_GIVEN: Final = {
    Gender.MALE: re.compile(r"(?:[еиоуыэю]|[уо]а)\Z"),
    Gender.FEMALE: re.compile(rf"(?:[еиоуыэю]|{_CONSONANT})\Z"),
}
FIXED_BEFORE_HYPHEN: Final = frozenset(("бонч", "тер"))
FRENCH_SURNAMES: Final = frozenset(("гавальда", "труайя"))  # stressed at the end, and in no dictionary
UKRAINIAN: Final = frozenset(("гаврило", "данило", "михайло", "павло", "петро"))  # decline, or not: both are written
_PARTICLES: Final = "аль ван да де дель ди дос дю ибн ла ле фон цу эль"
PARTICLES: Final = frozenset(_PARTICLES.split())

# Of these only a dictionary could tell whether the last vowel is stressed (Золя), or the one before it drops (Кравца).
_STRESS: Final = rf"(?<!иц)(?<!ав)(?<!{_CONSONANT}к)а|[^а]я|(?<![сц]к)ая"
_DROPPING: Final = rf"{_VOWEL}.*(?:[еоё]к|ец)"
DOUBTFUL_SURNAME: Final = {
    Gender.MALE: re.compile(
        rf"(?:{_STRESS}|{_DROPPING}|{_VOWEL}.*(?:[её]л|ень|оть|ей|(?<![сц]к)ий)|(?<![сц]к)ой|их)\Z"
    ),
    Gender.FEMALE: re.compile(rf"(?:{_STRESS})\Z"),
}
DOUBTFUL_GIVEN: Final = {
    Gender.MALE: re.compile(r"(?:[ая]|[еоё]к|ец)\Z"),
    Gender.FEMALE: re.compile(rf"(?:ь|{_VOWEL}а|[жшчщц]а|ия)\Z"),
}
MISLEADING_GIVEN: Final = re.compile(r"ек\Z")  # the rules drop the vowel, which only Russian pet names do
DOUBTFUL_INSTRUMENTAL: Final = re.compile(r"(?:[жшщц]|(?<!ви)ч|ь)\Z")  # -ом or -ем, -ем or -ём, by the stress
