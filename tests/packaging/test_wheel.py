"""Tests of what is shipped: the wheel's contents, the source distribution, a clean installation without network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "src/vyzov_i18n"
LOCALE = PROJECT / "locale"


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LANG", "LC_"))}
    return subprocess.run(
        command, cwd=cwd, env=inherited | environment, capture_output=True, encoding="utf-8", check=False
    )


def build(project: Path, target: str, output: Path) -> Path:
    done = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", output, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    (artifact,) = output.iterdir()
    return artifact


def catalogs() -> list[str]:
    return sorted(path.relative_to(LOCALE).with_suffix("").as_posix() for path in LOCALE.glob("*/LC_MESSAGES/*.po"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(PROJECT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as the source distribution carries it."""
    archive = build(PROJECT, "sdist", tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    (project,) = folder.iterdir()
    return project


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean virtual environment with the wheel and the dependencies, but not this project's own installation."""
    folder = tmp_path_factory.mktemp("environment")
    assert run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder).returncode == 0
    python = folder / "bin/python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-index", "--no-deps")
    done = run(*pip, wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    (site,) = folder.glob("lib/python*/site-packages")
    # A .pth file does not follow those of the folders it names, so the editable installation stays out.
    (site / "dependencies.pth").write_text("\n".join(sorted(folders_of("babel", "click", "msgspec", "polib"))))
    return folder


def folders_of(*modules: str) -> set[str]:
    """The folders from which the modules are imported here."""
    folders = set()
    for name in modules:
        spec = find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        folders.add(str(Path(spec.origin).parents[1]))
    return folders


def test_the_wheel_carries_the_package_the_film_and_its_compiled_catalogs(wheel: Path) -> None:
    parts = [path for pattern in ("*.py", "*.toml") for path in PACKAGE.rglob(pattern)]
    modules = {f"vyzov_i18n/{path.relative_to(PACKAGE).as_posix()}" for path in parts}
    compiled = {f"vyzov_i18n/locale/{name}.mo" for name in catalogs()}
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == {*modules, *compiled, "vyzov_i18n/py.typed", "vyzov_i18n/locale/film.toml"}


def test_every_language_has_all_its_catalogs() -> None:
    tags = ("ar", "de", "en", "ru", "sr", "sr_Latn")
    domains = ("film", "lexicon", "summary")
    assert catalogs() == [f"{tag}/LC_MESSAGES/{domain}" for tag in tags for domain in domains]


def test_two_builds_are_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert build(PROJECT, "wheel", tmp_path).read_bytes() == wheel.read_bytes()


def test_the_source_distribution_builds_the_same_wheel(wheel: Path, source: Path, tmp_path: Path) -> None:
    assert build(source, "wheel", tmp_path).read_bytes() == wheel.read_bytes()


def test_the_source_distribution_carries_the_tests_and_the_catalogs(source: Path) -> None:
    assert (source / "tests/packaging/test_wheel.py").is_file()
    assert [name for name in catalogs() if not (source / "locale" / f"{name}.po").is_file()] == []
    assert list(source.glob("locale/*/LC_MESSAGES/*.mo")) == []


def test_an_editable_build_compiles_in_place(source: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(source, project)
    build(project, "wheel:editable", tmp_path / "output")
    assert list(project.glob("locale/*/LC_MESSAGES/*.mo"))
    assert [name for name in catalogs() if not (project / "locale" / f"{name}.mo").is_file()] == []


def test_a_broken_catalog_fails_the_build_and_is_pointed_at(source: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(source, project)
    catalog = project / "locale/ru/LC_MESSAGES/film.po"
    lines = catalog.read_text("utf-8").count("\n")
    with catalog.open("a", encoding="utf-8") as opened:
        opened.write('\nmsgid "first\nmsgstr "первый"\n')
    done = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "output", cwd=project)
    assert done.returncode != 0
    assert f"locale/ru/LC_MESSAGES/film.po:{lines + 2}:" in done.stdout + done.stderr


def test_a_broken_film_fails_the_build_and_is_pointed_at(source: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(source, project)
    film = project / "locale/film.toml"
    film.write_text(film.read_text("utf-8").replace('person = "yulia-peresild"', 'person = "yulia-peresil"'), "utf-8")
    done = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "output", cwd=project)
    assert done.returncode != 0
    assert "cast[0].person: no person 'yulia-peresil'; did you mean 'yulia-peresild'?" in done.stdout + done.stderr


def test_the_installed_command_prints_the_russian_summary(environment: Path, tmp_path: Path) -> None:
    done = run(environment / "bin/vyzov-i18n", "summary", "--locale", "ru", cwd=tmp_path, LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert "«Вызов»" in done.stdout


def test_the_installed_library_warns_of_nothing(environment: Path, tmp_path: Path) -> None:
    script = "import vyzov_i18n; print(vyzov_i18n.__file__, vyzov_i18n.summary('ru'))"
    done = run(environment / "bin/python", "-X", "utf8", "-W", "error", "-c", script, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(str(environment))
    assert "«Вызов»" in done.stdout
