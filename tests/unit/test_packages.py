"""What the distribution holds, and what its lowest layers may import."""

import ast
import sys
import tomllib
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
