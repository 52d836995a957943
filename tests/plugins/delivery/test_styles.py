"""Inline parts of a page: styles allowed by their hash, and what the policy refuses."""

import base64
import hashlib
from pathlib import Path

import pytest

from plugins.delivery.styles import refused_by_policy, style_hashes

REFUSED: dict[str, tuple[str, tuple[int, int, str] | None]] = {
    "a script of its own": ("<p>сөз</p>\n  <script>alert(1)</script>", (2, 3, "<script>")),
    "a script of a type": ('<script type="module">1</script>', (1, 1, "<script>")),
    "a style attribute": ('<p>\n<b id="a" STYLE="color:red">', (2, 1, "style=")),
    "a handler": ('<img src="a" onerror=alert(1)>', (1, 1, "onerror=")),
    "the second script": ('<script src="/a.js"></script><script></script>', (1, 30, "<script>")),
    "an attribute in a drawing": ('<svg><g style="fill:red"/></svg>', (1, 6, "style=")),
    "a script file": ('<script src="/a.js"></script>', None),
    "data": ('<script type="application/ld+json">{}</script>', None),
    "a style sheet": ("<style>p{color:red}</style>", None),
    "a text": ('<p title="style=1">style="a" onclick=b</p>', None),
}


@pytest.mark.parametrize(("body", "place"), REFUSED.values(), ids=REFUSED)
def test_what_a_browser_would_not_run_is_found(tmp_path: Path, body: str, place: tuple[int, int, str] | None) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(f"<!doctype html><title>т</title>{body}", encoding="utf-8")
    found = [
        (problem.path, problem.line, problem.column, problem.values["found"])
        for problem in refused_by_policy(tmp_path, "output")
    ]
    if place is None:
        assert found == []
    else:
        line, column, part = place
        before = len("<!doctype html><title>т</title>") if line == 1 else 0
        assert found == [("output/a/index.html", line, column + before, part)]


def test_every_inline_style_has_its_hash(tmp_path: Path) -> None:
    texts = ["p{color:red}\n", "a>b{content:'&amp;'}"]
    (tmp_path / "index.html").write_text("".join(f'<style id="s">{text}</style>' for text in texts), encoding="utf-8")
    expected = {"sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    assert style_hashes(tmp_path) == expected
