"""Which names of the film a folder of texts has, and what is wrong with them: `glossary_in_spark.py FOLDER`.

Needs the extra `spark` and Java. Here Spark works on this machine alone; on a cluster leave `master` to spark-submit.
"""

from __future__ import annotations

import os
import sys

from pyspark.sql import SparkSession

import vyzov_i18n as vyzov
from vyzov_i18n.spark import check_files, check_terms, find_in_files

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


def main(folder: str) -> None:
    """Print the concepts by how often they are named, the findings in the files, and those in a column of texts."""
    spark = SparkSession.builder.master("local[2]").appName("glossary").getOrCreate()
    glossary = vyzov.glossary("en", "ru")

    names = find_in_files(spark, folder, glossary)
    for row in names.groupBy("concept").count().orderBy("count", "concept", ascending=[False, True]).collect():
        print(row["concept"], row["count"])

    for row in check_files(spark, folder, glossary, "ru").orderBy("path", "line", "column").collect():
        print(f"{os.path.basename(row.path)}:{row.line}:{row.column}: {row.text} → {row.suggestion}")

    reviews = spark.createDataFrame([(7, "«Вызов» снял Клим Шипенка.")], "id int, review string")
    for row in check_terms(reviews, "review", glossary, "ru").collect():
        print(f"review {row.id}: {row.rule}, {row.suggestion}")


if __name__ == "__main__":
    main(sys.argv[1])
