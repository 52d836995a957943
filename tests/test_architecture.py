"""The direction of imports, as docs/architecture.md states it."""

import ast

import pytest

from tests.small_site import ROOT

EVERYWHERE = {"cores"}

ALLOWED = {
    "diagnostics": set(),
    "language": set(),
    "markup": set(),
    "identifiers": set(),
    "loans": set(),
    "delivery": set(),
    "model": {"loans", "diagnostics"},
    "media": {"diagnostics"},
    "papers": {"media", "model", "identifiers", "diagnostics"},
    "checks": {"identifiers", "model", "markup", "loans", "language", "diagnostics"},
    "site": {
        "model",
        "markup",
        "loans",
        "checks",
        "media",
        "storyboards",
        "films",
        "language",
        "diagnostics",
        "survey",
    },
    "storyboards": {"model", "media", "language", "diagnostics"},
    "drafting": {"model", "diagnostics"},
    "status": {"model", "checks", "diagnostics"},
    "live": {"diagnostics", "markup", "preview"},
}


def imported_packages(package: str) -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "plugins" / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found |= {name.split(".")[1] for name in names if name.startswith("plugins.")}
    return found - {package}


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_lock_imports_only_what_lies_above_it(package: str) -> None:
    assert imported_packages(package) <= ALLOWED[package] | EVERYWHERE


def test_every_package_stands_in_the_table() -> None:
    packages = {path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py")}
    assert packages == set(ALLOWED)


@pytest.mark.parametrize("package", sorted(set(ALLOWED) - {"site"}))
def test_pelican_is_known_at_the_edge_only(package: str) -> None:
    for path in (ROOT / "plugins" / package).rglob("*.py"):
        assert "import pelican" not in path.read_text(encoding="utf-8"), path
        assert "from pelican" not in path.read_text(encoding="utf-8"), path
