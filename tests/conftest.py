"""Built sites that many tests look at; each is built once, by the worker that needs it first."""

import fcntl
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
from tests.site.built import LANGUAGES, BuiltSite
from tests.small_site import ROOT, content_day


@pytest.fixture(scope="session")
def working_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real content with samples and unconfirmed facts, as an editor sees it."""
    return _build_real(_shared_folder(tmp_path_factory), published=False)


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real content as a visitor gets it once the cooperative has confirmed who it is and a lawyer has signed.

    Identity and signatures are invented (`tests/identity.py`): without them there is no release.
    """
    return _build_real(_shared_folder(tmp_path_factory), published=True)


def _shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this run, the same for all its workers."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _build_real(shared: Path, *, published: bool) -> BuiltSite:
    folder = shared / ("real-published" if published else "real-working")
    paths = replace(project_paths(ROOT, published=published), output=folder / "output", cache=folder / "cache")
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the others wait; what they then find whole they need not build
        if not paths.output.is_dir():
            if published:
                paths = replace(paths, content=shutil.copytree(ROOT / "content", folder / "content"))
                confirm_identity(paths.content)
            build(paths, content_day())
    return BuiltSite(paths.output)


@pytest.fixture(scope="session")
def server_tree(working_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page of every type of the real content, with all files beside the pages, finished as a release is.

    The working copy has every type of page. Compressing all pages would take a quarter of a minute.
    """
    folder = _shared_folder(tmp_path_factory)
    tree = folder / "server-tree"
    with (folder / "server-tree.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not tree.is_dir():
            waiting = folder / "server-tree.new"
            shown = {f"{language}/{path}" for language in LANGUAGES for path in PAGE_TYPES}
            for name in working_site.files():
                if not name.endswith("/index.html") or name.removesuffix("index.html") in shown:
                    target = waiting / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    os.link(working_site.output / name, target)
            finishing = Finishing(ROOT, folder / "server-cache", tree, "output", "http://127.0.0.1")
            finish_tree(waiting, finishing, {})
            waiting.rename(tree)
    return tree


@pytest.fixture(scope="module", params=SERVERS)
def served(
    request: pytest.FixtureRequest, server_tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The finished tree, served by the product's own nginx and Caddy in turn."""
    with served_by(request.param, server_tree, tmp_path_factory.mktemp("server")) as found:
        yield found
