"""What the distribution holds, and what its lowest layers may import."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLAIN = [*sorted((ROOT / "factcheck" / "model").rglob("*.py")), ROOT / "factcheck" / "errors.py"]
PLAIN_NAMES = {"factcheck.errors", "factcheck.model"}


def imported_names(source: str) -> set[str]:
    """Every module that the source names in an import, wherever the import stands."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "." for node in nodes if isinstance(node, ast.ImportFrom)}


def is_allowed_below(name: str) -> bool:
    own = any(name == plain or name.startswith(plain + ".") for plain in PLAIN_NAMES)
    return own or name.partition(".")[0] in sys.stdlib_module_names


def distribution(requirement: str) -> str:
    """The name of what a requirement asks for, written as the package index does."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def test_what_the_program_imports_is_asked_for_by_name() -> None:
    imported = {
        name.partition(".")[0]
        for path in (ROOT / "factcheck").rglob("*.py")
        for name in imported_names(path.read_text(encoding="utf-8"))
    }
    foreign = imported - set(sys.stdlib_module_names) - {"factcheck"}
    asked_for = {distribution(name) for name in PROJECT["project"]["dependencies"]}
    homes = packages_distributions()
    assert not [
        name for name in foreign if not {distribution(home) for home in homes[name]} & asked_for
    ]


def test_every_package_is_listed_for_the_wheel() -> None:
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in (ROOT / "factcheck").rglob("__init__.py")
    }
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found | {"factcheck.resources"}


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_model_and_errors_import_the_standard_library_only(path: Path) -> None:
    names = imported_names(path.read_text(encoding="utf-8"))
    assert not {name for name in names if not is_allowed_below(name)}
