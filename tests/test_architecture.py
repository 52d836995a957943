"""The direction of imports, as the table of docs/architecture.md states it."""

import ast
import re

import pytest

from tests.small_site import ROOT

DOCUMENT = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", DOCUMENT, re.MULTILINE)
PACKAGES = [package for package, _ in ROWS]


def allowed(package: str, cell: str) -> set[str]:
    above = PACKAGES[: PACKAGES.index(package)]
    if cell == "nothing of ours":
        return set()
    return set(above) if cell == "everything above" else set(cell.split(", "))


ALLOWED = {package: allowed(package, cell) for package, cell in ROWS}


def imported_packages(package: str) -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "plugins" / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found |= {name.split(".")[1] for name in names if name.startswith("plugins.")}
    return found - {package}


def test_the_table_lists_every_package_and_nothing_else() -> None:
    packages = {path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py")}
    assert len(PACKAGES) == len(set(PACKAGES)) >= 15
    assert set(PACKAGES) == packages


def test_no_module_is_loose_in_plugins() -> None:
    assert [path.name for path in (ROOT / "plugins").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_stands_above_it(package: str) -> None:
    above = set(PACKAGES[: PACKAGES.index(package)])
    assert ALLOWED[package] <= above, "the table itself points upward"
    assert imported_packages(package) <= ALLOWED[package]


@pytest.mark.parametrize("package", sorted(set(PACKAGES) - {"site", "pipeline"}))
def test_pelican_is_known_at_the_edge_only(package: str) -> None:
    for path in (ROOT / "plugins" / package).rglob("*.py"):
        assert "import pelican" not in path.read_text(encoding="utf-8"), path
        assert "from pelican" not in path.read_text(encoding="utf-8"), path
