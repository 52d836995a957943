"""The inline styles of the pages, and the parts of a page that the policy would refuse.

The policy allows an inline style by the SHA-256 of its text (CSP Level 3, 8.4) and allows nothing else inline.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from plugins.diagnostics import Problem

STYLE_HASHES = ".well-known/style-hashes.txt"
"""Where a release says which inline styles it has: the sources of `style-src`, one line."""

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>")
_DATA = "application/ld+json"
_ATTRIBUTE = re.compile(r"<[a-z][^<>]*?\s(?P<name>style|on[a-z]+)\s*=\s*[\"'][^<>]*>", re.IGNORECASE)


def style_hashes(tree: Path) -> frozenset[str]:
    """Return the hash of every inline style of the pages below `tree`, as `sha256-…`."""
    texts = {text for page in tree.rglob("*.html") for text in _STYLE.findall(page.read_text(encoding="utf-8"))}
    return frozenset(_hash(text) for text in texts)


def refused_by_policy(tree: Path, shown: str) -> Iterator[Problem]:
    """Yield the first script or attribute of each page that a browser would not run under the policy."""
    for page in sorted(tree.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        for place, found in _refused(html):
            before = html[:place]
            column = place - before.rfind("\n")
            path = f"{shown}/{page.relative_to(tree).as_posix()}"
            yield Problem(path, before.count("\n") + 1, column, "refused-by-policy", {"found": found})
            break


def _refused(html: str) -> Iterator[tuple[int, str]]:
    for match in _SCRIPT.finditer(html):
        if "src=" not in match["attributes"] and _DATA not in match["attributes"]:
            yield match.start(), "<script>"
    for match in _ATTRIBUTE.finditer(html):
        yield match.start("name"), f"{match['name']}="


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
