"""The wheel holds the program and its resources, and names both ways to start it."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent.parent
PARTS = ("pyproject.toml", "README.md", "LICENSE", "factcheck", "resources")
BUILD = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel, built from a copy: building leaves folders behind."""
    copy = tmp_path_factory.mktemp("copy")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, copy / part)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, "dist"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (built,) = (copy / "dist").glob("factcheck-*.whl")
    return ZipFile(built)


def files_under(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_every_resource_is_in_the_wheel(wheel: ZipFile) -> None:
    missing = {f"factcheck/resources/{name}" for name in files_under("resources")}
    assert not missing - set(wheel.namelist())


def test_every_module_is_in_the_wheel_and_no_test(wheel: ZipFile) -> None:
    names = set(wheel.namelist())
    assert not {f"factcheck/{name}" for name in files_under("factcheck")} - names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"factcheck"}


def test_wheel_names_the_command_and_the_window(wheel: ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    text = wheel.read(name).decode()
    assert "factcheck = factcheck.__main__:main" in text
    assert "factcheck-window = factcheck.__main__:main" in text
