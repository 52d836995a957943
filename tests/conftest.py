"""Built sites that many tests look at; each is built once, by the worker that needs it first."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.delivery.tree import Finishing, finish_tree
from plugins.pipeline.build import build
from plugins.pipeline.paths import project_paths
from tests.browser.page_types import PAGE_TYPES
from tests.identity import confirm_identity
from tests.served import SERVERS, Served, served_by
from tests.shared import begin_run, end_run, filled_once
from tests.site.built import LANGUAGES, BuiltSite
from tests.small_site import ROOT, content_day


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        begin_run()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        end_run()


@pytest.fixture(scope="session")
def working_site() -> BuiltSite:
    """The real content with samples and unconfirmed facts, as an editor sees it."""
    return BuiltSite(filled_once("working", lambda root: _build_real(root, published=False)) / "output")


@pytest.fixture(scope="session")
def published_site(real_cache: Path) -> BuiltSite:
    """The real content as a visitor gets it once the cooperative has confirmed who it is and a lawyer has signed.

    Identity and signatures are invented (`tests/identity.py`): without them there is no release.
    """
    site = filled_once("published", lambda root: _build_real(root, published=True, cache=real_cache))
    return BuiltSite(site / "output")


@pytest.fixture(scope="session")
def real_cache(working_site: BuiltSite) -> Path:
    """The cache that a build of the real content leaves; copy it."""
    return working_site.output.parent / "cache"


def _build_real(root: Path, *, published: bool, cache: Path | None = None) -> None:
    paths = replace(project_paths(ROOT, published=published), output=root / "output", cache=root / "cache")
    if cache:
        shutil.copytree(cache, paths.cache)
    if published:
        paths = replace(paths, content=shutil.copytree(ROOT / "content", root / "content"))
        confirm_identity(paths.content)
    build(paths, content_day())


@pytest.fixture(scope="session")
def server_tree(working_site: BuiltSite) -> Path:
    """One page of every type of the real content, with all files beside the pages, finished as a release is.

    The working copy has every type of page. Compressing all pages would take a quarter of a minute.
    """

    def fill(root: Path) -> None:
        tree = root / "tree"
        shown = {f"{language}/{path}" for language in LANGUAGES for path in PAGE_TYPES}
        for name in working_site.files():
            if not name.endswith("/index.html") or name.removesuffix("index.html") in shown:
                target = tree / name
                target.parent.mkdir(parents=True, exist_ok=True)
                os.link(working_site.output / name, target)
        finish_tree(tree, Finishing(ROOT, root / "cache", root / "previous", "output", "http://127.0.0.1"), {})

    return filled_once("server", fill) / "tree"


@pytest.fixture(scope="module", params=SERVERS)
def served(
    request: pytest.FixtureRequest, server_tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The finished tree, served by the product's own nginx and Caddy in turn."""
    with served_by(request.param, server_tree, tmp_path_factory.mktemp("server")) as found:
        yield found
