"""Built sites that many tests look at; each is built once per worker."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.build import build, project_paths
from tests.site.built import BuiltSite
from tests.small_site import ROOT, TODAY


@pytest.fixture(scope="session")
def working_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real content with samples and unconfirmed facts, as an editor sees it."""
    return _build_real(tmp_path_factory.mktemp("working"), published=False)


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real content as a visitor gets it."""
    return _build_real(tmp_path_factory.mktemp("published"), published=True)


def _build_real(folder: Path, *, published: bool) -> BuiltSite:
    paths = replace(project_paths(ROOT, published=published), output=folder / "output", cache=folder / "cache")
    build(paths, TODAY)
    return BuiltSite(paths.output)
