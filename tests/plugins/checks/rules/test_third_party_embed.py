"""What a page would load from another site: frames, scripts, pictures."""

from pathlib import Path

import pytest

from plugins.checks.rules import third_party_embed
from tests.plugins.checks.html_bodies import FINE, Fault, html_found

PICTURE = "![…](https://…)"

# body, line of the body, column and what is found of each fault
CASES: dict[str, tuple[str, list[Fault]]] = {
    "a film in a frame": ('Фильм:\n\n<iframe width="560" src="https://www.youtube.com/embed/x"></iframe>', [(3, 1, "<iframe>")]),
    "a frame over several lines": ('<iframe\n  src="//video.kz/1"\n></iframe>', [(1, 1, "<iframe>")]),
    "a frame in capitals without quotes": ("<IFRAME SRC=https://x.kz/></IFRAME>", [(1, 1, "<IFRAME>")]),
    "a frame without an address, which another rule reports": ("<iframe></iframe>", []),
    "a script of another site": ('<script src="https://x.kz/a.js"></script>', [(1, 1, "<script>")]),
    "a script, which another rule reports": ("Ә\n<script>alert(1)</script>", []),
    "a form of another site": ('<form action="https://x.kz/">', [(1, 1, "<form>")]),
    "two forms, which another rule reports": ("<form></form> а <FORM></FORM>", []),
    "a picture of another site": ("Ә ![үй](https://x.kz/a.jpg)", [(1, 9, PICTURE)]),
    "a picture without a protocol": ("![үй](//x.kz/a.jpg)", [(1, 7, PICTURE)]),
    "a picture by reference": ("![үй][1]\n\n[1]: https://x.kz/a.jpg", [(3, 6, PICTURE)]),
    "two equal pictures": ("![а](http://x.kz/a.jpg) ![б](http://x.kz/a.jpg)", [(1, 6, PICTURE), (1, 30, PICTURE)]),
    "first, middle and last": (
        "![а](//x.kz/a.jpg)\n\nӘ <iframe src=//x.kz/></iframe> ғ\n\n![ё](//x.kz/b.jpg)",
        [(1, 6, PICTURE), (3, 3, "<iframe>"), (5, 6, PICTURE)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_loads_from_another_site_is_reported(
    content: Path, language: str, body: str, expected: list[Fault]
) -> None:
    assert html_found(third_party_embed.check, content, language, body) == expected


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_markdown_is_not_reported(content: Path, body: str) -> None:
    assert html_found(third_party_embed.check, content, "kk", body) == []
