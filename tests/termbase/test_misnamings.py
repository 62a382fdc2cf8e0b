from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("locale", "text", "words", "right"),
    [
        ("en", "Starring Julia Peresild.", "Julia Peresild", "Yulia Peresild"),
        ("en", "Yulia Pereslid flew.", "Yulia Pereslid", "Yulia Peresild"),
        ("en", "Yulia Peresild flew. Then Pereslid slept.", "Pereslid", "Peresild"),
        ("en", "Yulia Peresild flew. Peresilda was happy.", "Peresilda", "Peresild"),
        ("en", "with Milos Bikovich", "Milos Bikovich", "Miloš Biković"),
        ("en", "Sergei Burunov stars.", "Sergei Burunov", "Sergey Burunov"),
        ("en", "Tatiana Dogileva stars.", "Tatiana Dogileva", "Tatyana Dogileva"),
        ("en", "Vladimir Mashkow stars.", "Vladimir Mashkow", "Vladimir Mashkov"),
        ("en", "Jenya Belyaeva operates.", "Jenya Belyaeva", "Zhenya Belyaeva"),
        ("en", "Evgeniya Belyaeva operates.", "Evgeniya Belyaeva", "Evgenia Belyaeva"),
        ("en", "The hero Ivan Olegov fell ill.", "Ivan Olegov", "Oleg Ivanov"),
        ("en", "the Nayka module", "Nayka", "Nauka"),
        ("en", "the Zwezda crew", "Zwezda", "Zvezda"),
        ("en", "Salyut-7 or Saliut-7", "Saliut-7", "Salyut-7"),
        ("ru", "фильм «Вызав»", "Вызав", "Вызов"),
        ("ru", "Роль Тома Крусу", "Тома Крусу", None),
        ("en", "The Nauka hatch, the Navka crew", "Navka", "Nauka"),
        ("en", "Klym Shipenko filmed", "Klym Shipenko", "Klim Shipenko"),
        ("en", "Miloš Biković stars. Then Bikovich is wasted.", "Bikovich", "Biković"),
        ("ru", "Пересильд отличная. Пересилд тоже.", "Пересилд", "Пересильд"),
        ("ru", "Шкоплеров герой", "Шкоплеров", None),
        ("ru", "Антон Шкаплёров", "Антон Шкаплёров", "Антон Шкаплеров"),
        ("ru", "ради Догилевой. Догилёва — молодость", "Догилёва", "Догилева"),
        ("ru", "Антон Шкаплеров, Олег Иванов. Антон Иванов ждёт.", "Антон Иванов", None),
        ("ru", "Смотрите «Вызав» в кино", "Вызав", "Вызов"),
        ("en", "Anton Shkaplerov. Shkaplerof flew.", "Shkaplerof", "Shkaplerov"),
        ("en", "Between Nauka and Zvevda it is long", "Zvevda", "Zvezda"),
        ("en", "They call it The Chalenge.", "The Chalenge", "The Challenge"),
        ("en", "aboard the International Space Staton", "International Space Staton", "International Space Station"),
        ("ru", "Юлия Переслид сыграла.", "Юлия Переслид", "Юлия Пересильд"),
        ("ru", "Герой Иван Олегов болен.", "Иван Олегов", "Олег Иванов"),
        ("ru", "Играет Ю. Переслид.", "Переслид", "Пересильд"),
    ],
)
def test_a_misspelled_name_is_found(
    checked: Callable[..., list[object]], locale: str, text: str, words: str, right: str | None
) -> None:
    assert checked(locale, text) == [("wrong-name", words, right)]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Встретились с Юлией Пересильдой.", "Юлией Пересильдой", "Юлией Пересильд"),
        ("О Юлии Пересильдовой", "Юлии Пересильдовой", "Юлии Пересильд"),
        ("Беседа с Климом Шипенкой", "Климом Шипенкой", "Климом Шипенко"),
        ("Фильм Клима Шипенки", "Клима Шипенки", "Клима Шипенко"),
        ("Это Юлия Пересильд. Роль Пересильды", "Пересильды", "Пересильд"),
        ("Компания «Централ Партнершипа»", "Централ Партнершипа", "Централ Партнершип"),
        (
            "На Международной космическую станцию",
            "Международной космическую станцию",
            "Международную космическую станцию",
        ),
        ("Подошли к Владимиру Машкова", "Владимиру Машкова", "Владимиру Машкову"),
        ("Доволен Милош Биковичем", "Милош Биковичем", None),
        ("Роль Тома Круз", "Тома Круз", "Тома Круза"),
        ("Поговорил Олегом Иванова", "Олегом Иванова", None),
    ],
)
def test_words_that_are_no_form_of_a_name_are_found(
    checked: Callable[..., list[object]], text: str, words: str, right: str | None
) -> None:
    assert checked("ru", text) == [("wrong-inflection", words, right)]


@pytest.mark.parametrize(
    ("locale", "text", "words"),
    [
        ("ru", "Командиром был Олег Шкаплеров.", "Олег Шкаплеров"),
        ("ru", "Снял Бакур Шипенко", "Бакур Шипенко"),
        ("en", "Vladimir Burunov, actor", "Vladimir Burunov"),
    ],
)
def test_one_persons_given_name_before_anothers_surname_is_found(
    checked: Callable[..., list[object]], locale: str, text: str, words: str
) -> None:
    assert checked(locale, text) == [("wrong-name", words, None)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "The Ivanovs came. Oleg Ivanov's wife. Ivanov’s heart."),
        ("en", "Ivan Ivanovich Petrov; Natalia Ivanova; Anna Peresild, Yulia Peresild's daughter."),
        ("en", "Oleg Ivanov and his wife Ivanova"),
        ("en", "Klim Alekseevich Shipenko"),
        ("en", "The challenges were many. The Challenger disaster; The Challenges."),
        ("ru", "Премьера «Вызова» и трейлер «Вызова»"),
        ("ru", "Юлия Сергеевна Пересильд и Иван Иванович Заморов"),
        ("ru", "Юлия Пересильд и её дочь Анна Пересильд; Антон Иванов, хирург Сергей Иванов"),
        ("ru", "Андрей Малахов и Наиля Малахова. Малахов ушёл."),
        ("ru", "Юлию Пересильд, Клима Шипенко, Антона Шкаплерова, у Наили Малаховой"),
        ("ru", "Юля Пересильд, Томас Круз, Алёнка Мордовина, Алена Мордовина, «Централ Партнёршип»"),
        ("ru", "Международные космические станции будущего. «Холоп 2»"),
        ("ru", "инженер Иван Захаров, врач Сергей Буров, редактор Олег Арсеньев, Владимир Машкин, Олег Иванков"),
        ("en", "Sergey Burov, Oleg Arsenyev, Miloš Biković (also Milos Bikovic)"),
        ("ru", "корову звали Звезда; пароход Звезда ушёл"),
        ("ru", "«Союз МС-17» и «Союз МС-20», Сергей Ивановский"),
        ("en", "science fiction in a science-fiction film"),
    ],
)
def test_other_people_and_right_forms_are_left_alone(
    checked: Callable[..., list[object]], locale: str, text: str
) -> None:
    assert checked(locale, text) == []
