import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from vyzov_i18n.messages.formats.calendar_names import era_name, month_names, weekday_names


def test_russian_has_two_forms_of_a_month() -> None:
    assert month_names(Locale("ru"), "M", 4)[10] == "октября"
    assert month_names(Locale("ru"), "L", 4)[10] == "октябрь"


def test_weekdays_begin_on_monday() -> None:
    assert weekday_names(Locale("en"), "E", 4)[0] == "Monday"
    assert weekday_names(Locale("en"), "c", 3)[6] == "Sun"


@pytest.mark.parametrize(
    ("tag", "name"), [("sr_Latn", "oktobar"), ("sr", "октобар"), ("en_GB", "October"), ("zh_Hant_HK", "10月")]
)
def test_names_are_inherited_within_the_script(tag: str, name: str) -> None:
    assert month_names(Locale.parse(tag), "M", 4)[10] == name


def test_eras() -> None:
    assert era_name(Locale("th"), 1) == "ค.ศ."


def test_every_locale_has_all_names() -> None:
    locales = [Locale.parse(name) for name in locale_identifiers() if "_" not in name]
    assert len(locales) > 200
    for locale in locales:
        assert all(all(month_names(locale, letter, width)[1:]) for letter in "ML" for width in (3, 4, 5))
        assert all(all(weekday_names(locale, letter, width)) for letter in "Ec" for width in (3, 4, 5, 6))
