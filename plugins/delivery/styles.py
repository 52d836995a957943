"""The inline styles of the pages, and the parts of a page that the policy would refuse.

The policy allows an inline style by the SHA-256 of its text (CSP Level 3, 8.4) and allows nothing else inline.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from plugins.diagnostics import Problem

STYLE_HASHES = ".well-known/style-hashes.txt"
"""Where a release says which inline styles it has: the sources of `style-src`, one line."""

_DATA = "application/ld+json"


def style_hashes(tree: Path) -> frozenset[str]:
    """Return the hash of every inline style of the pages below `tree`, as `sha256-…`."""
    pages = (LexborHTMLParser(page.read_text(encoding="utf-8")) for page in tree.rglob("*.html"))
    texts = {style.text() for page in pages for style in page.css("style")}
    return frozenset(_hash(text) for text in texts)


def refused_by_policy(tree: Path, shown: str) -> Iterator[Problem]:
    """Yield the first script or attribute of each page that a browser would not run under the policy."""
    for page in sorted(tree.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        root = LexborHTMLParser(html).root
        if root and any(_refused(node.tag or "", node.attributes) for node in root.traverse()):
            path = f"{shown}/{page.relative_to(tree).as_posix()}"
            line, column, found = _FirstRefused(html).place
            yield Problem(path, line, column, "refused-by-policy", {"found": found})


def _refused(tag: str, attributes: Mapping[str, str | None]) -> str:
    """Return the part of a start tag that the policy refuses, or an empty string."""
    if tag == "script" and "src" not in attributes and attributes.get("type") != _DATA:
        return "<script>"
    return next((f"{name}=" for name in attributes if name == "style" or name.startswith("on")), "")


class _FirstRefused(HTMLParser):
    """Finds the line and the column of the first refused part, which the faster parser does not know."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.place = (1, 1, "")
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the place of the first tag with a refused part."""
        if not self.place[2] and (found := _refused(tag, dict(attrs))):
            line, column = self.getpos()
            self.place = (line, column + 1, found)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
