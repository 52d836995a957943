"""A site of a thousand items: what only size shows. Runs with `inv test --long`."""

import shutil
from pathlib import Path

import pytest

from bench.generated_site import write_generated_site
from plugins.pipeline.build import build
from tests.site.test_build import tree
from tests.small_site import TODAY

pytestmark = pytest.mark.long

ITEMS = 1_000


def test_a_large_site_has_the_same_bytes_from_many_processes_and_from_the_cache(tmp_path: Path) -> None:
    paths = write_generated_site(tmp_path, ITEMS).ours
    first = build(paths, TODAY)
    before = tree(paths.output)
    assert first.pages >= 2 * ITEMS
    assert build(paths, TODAY).was_unchanged is True
    shutil.rmtree(paths.output)
    assert build(paths, TODAY).was_unchanged is False
    assert tree(paths.output) == before
