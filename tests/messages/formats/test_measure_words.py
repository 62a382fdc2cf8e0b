from vyzov_i18n.messages.formats.measure_words import MeasureWords, filled, glued, word_of

WORDS = {"many|unit/kilogram": "килограммов", "genitive.one|unit/kilogram": "килограмма"}


def test_a_word_without_a_case() -> None:
    words = MeasureWords(WORDS.get)
    assert words.find("many", "unit/kilogram", "килограмм") == "килограммов"
    assert words.find("one", "unit/kilogram", "килограмм") is None


def test_a_word_in_a_case() -> None:
    missing: list[tuple[str, str, str]] = []
    words = MeasureWords(WORDS.get, "genitive", lambda *form: missing.append(form))
    assert words.find("one", "unit/kilogram", "килограмм") == "килограмма"
    assert missing == []


def test_a_missing_case_is_told_and_the_base_form_stands_in() -> None:
    missing: list[tuple[str, str, str]] = []
    words = MeasureWords(WORDS.get, "dative", lambda *form: missing.append(form))
    assert words.find("many", "unit/kilogram", "килограмм") == "килограммов"
    assert words.find("one", "unit/kilogram", "килограмм") is None
    assert missing == [("dative.many", "unit/kilogram", "килограммов"), ("dative.one", "unit/kilogram", "килограмм")]


def test_patterns() -> None:
    number = [{"type": "integer", "value": "5"}]
    assert glued("{0} кг") == "{0}\u00a0кг"
    assert glued("кг {0} мин") == "кг\u00a0{0}\u00a0мин"
    assert word_of("{0} кг") == "кг"
    assert filled("{0}кг", number, "unit") == [*number, {"type": "unit", "value": "кг"}]
    assert filled("минута", number, "unit") == [{"type": "unit", "value": "минута"}]
