"""The glossary in Spark: on this machine, in two processes of Python."""

from __future__ import annotations

import os
import pickle
import runpy
import shutil
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from vyzov_i18n.built_in import film
from vyzov_i18n.errors import LocaleError
from vyzov_i18n.termbase.files import Checkers, check_file
from vyzov_i18n.termbase.search import find_in_files as search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame, SparkSession

    from vyzov_i18n.termbase.glossary import Glossary
    from vyzov_i18n.termbase.model import Match

pytest.importorskip("pyspark", reason="the extra spark is not installed")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not installed"),
]

TEXTS = {
    1: "Юлией Пересильд восхитились на МКС; фильм «Вызов» снят.",
    2: None,
    3: "Вызов брошен.",
    4: "The Defiance by Klim Shipenko, with Yulia Peresild. Peresild flew.",
    5: "Сняли с Юлией Пересильдой.",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return film().glossary("en", "ru")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("Тексты 1")
    (folder / "a.txt").write_text("\n".join(text or "" for text in TEXTS.values()), encoding="utf-8")
    (folder / "deep").mkdir()
    (folder / "deep" / "skipped.exe").write_bytes(b"\0" * 100)
    (folder / "b.SRT").write_text("1\n00:00:01,000 --> 00:00:02,000\n<i>Женя</i> Беляева\n", encoding="utf-8")
    (folder / "c.md").write_bytes(b"\0" * 100)
    return folder


@pytest.fixture
def texts(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(list(TEXTS.items()), "id int, words string").repartition(2)


def name_of(path: str) -> str:
    return path.rpartition("/")[2]


def values(match: Match) -> tuple[Any, ...]:
    cases = {form.case for form in match.forms if form.case}
    return match.start, match.end, match.text, match.concept, match.locale, match.status.value, cases


def test_the_terms_of_a_column_are_those_that_the_library_finds(texts: DataFrame, glossary: Glossary) -> None:
    from vyzov_i18n.spark import find_terms

    rows = find_terms(texts, "words", glossary).orderBy("id", "start").collect()
    found = [(row.id, *row[1:7], set(row.cases)) for row in rows]
    expected = [(key, *values(match)) for key, text in TEXTS.items() if text for match in glossary.find(text)]
    assert found == expected
    assert [row.text for row in rows if row.id == 1] == ["Юлией Пересильд", "МКС", "Вызов"]


def test_other_columns_keep_their_types(spark: SparkSession, glossary: Glossary) -> None:
    from vyzov_i18n.spark import find_terms

    source = spark.sql("SELECT 'МКС' AS words, timestamp'2023-04-20 00:00:00' AS day, named_struct('a', 1.50) AS odd")
    found = find_terms(source, "words", glossary)
    assert found.schema["odd"] == source.schema["odd"]
    (row,), (first,) = found.collect(), source.collect()
    assert (row.day, row.odd, row.concept) == (first.day, first.odd, "place/iss")


@pytest.mark.parametrize("locale", ["ru", None])
def test_a_column_is_checked_as_the_library_checks(texts: DataFrame, glossary: Glossary, locale: str | None) -> None:
    from pyspark.sql import Row

    from vyzov_i18n.spark import FINDING, check_terms

    rows = check_terms(texts, "words", glossary, locale).select("id", *FINDING).collect()
    assert sorted(map(repr, rows)) == sorted(
        repr(Row(id=key, **{name: msgspec.to_builtins(finding)[name] for name in FINDING}))
        for key, text in TEXTS.items()
        if text
        for finding in glossary.check(text, locale)
    )
    assert "wrong-inflection" in {row.rule for row in rows}


def test_files_have_the_rows_of_the_library(spark: SparkSession, glossary: Glossary, folder: Path) -> None:
    from vyzov_i18n.spark import find_in_files

    rows = find_in_files(spark, str(folder), glossary).where("error IS NULL").orderBy("path", "start").collect()
    found = [(name_of(row.path), *row[1:7], set(row.cases), row.line, row.column) for row in rows]
    assert found == [
        (name_of(one.path), *values(one.match), one.line, one.column)
        for one in search([folder], glossary, report=lambda _: None)
    ]
    assert {name for name, *_ in found} == {"a.txt", "b.SRT"}


def test_files_are_checked_as_the_library_checks(spark: SparkSession, glossary: Glossary, folder: Path) -> None:
    from vyzov_i18n.spark import check_files

    rows = check_files(spark, str(folder), glossary, "ru").orderBy("path", "line", "column").collect()
    checkers = Checkers(glossary)
    expected = [
        (name, finding.rule, finding.line, finding.column, finding.text, finding.suggestion)
        for name in ("a.txt", "b.SRT")
        for finding in check_file(str(folder / name), checkers, locale="ru")
    ]
    found = [(name_of(row.path), row.rule, row.line, row.column, row.text, row.suggestion) for row in rows]
    assert [row for row in found if row[0] != "c.md"] == expected
    assert [row[1] for row in found if row[0] == "c.md"] == ["binary-file"]
    assert [rule for _, rule, *_ in expected] == ["forbidden-term", "wrong-inflection"]


def test_a_file_that_cannot_be_read_is_a_row(spark: SparkSession, glossary: Glossary, folder: Path) -> None:
    from vyzov_i18n.spark import find_in_files

    (row,) = find_in_files(spark, str(folder), glossary).where("error IS NOT NULL").collect()
    assert (name_of(row.path), row.start) == ("c.md", None)
    assert "binary-file" in row.error


def test_the_example_runs(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Юлия Пересильд на МКС.\n\nС Юлией Пересильдой.", encoding="utf-8")
    example = Path(__file__).parent / "examples" / "glossary_in_spark.py"
    monkeypatch.setattr(sys, "argv", [str(example), str(tmp_path)])
    runpy.run_path(str(example), run_name="__main__")
    assert capsys.readouterr().out.splitlines() == [
        "person/yulia-peresild 1",
        "place/iss 1",
        "a.txt:3:3: Юлией Пересильдой → Юлией Пересильд",
        "review 7: wrong-inflection, Клим Шипенко",
    ]


def test_wrong_calls_are_told(texts: DataFrame, glossary: Glossary) -> None:
    from vyzov_i18n.spark import check_terms, find_terms

    with pytest.raises(ValueError, match="there is no column 'text', only id, words"):
        find_terms(texts, "text", glossary)
    with pytest.raises(ValueError, match="have the names start too"):
        find_terms(texts.withColumnRenamed("id", "start"), "words", glossary)
    with pytest.raises(LocaleError, match="no locale 'xx'; it has en, ru"):
        check_terms(texts, "words", glossary, "xx")


def test_a_process_builds_a_glossary_once(glossary: Glossary) -> None:
    from vyzov_i18n.spark import _checkers

    data = pickle.dumps(glossary)
    assert _checkers(data) is _checkers(bytes(bytearray(data)))
