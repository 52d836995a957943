"""The address of this site, spelled out."""

from pathlib import Path

import pytest

from plugins.checks.rules import own_domain_link
from tests.plugins.checks.marked_body import found_and_marked

CASES = {
    "first, middle and last": "[а](‹›https://small.example/faq/) ә\n\n- ‹›small.example/news/\n- бір\n\nә [б](‹›https://www.small.example/faq/)",
    "the preview of an editor": "[а](‹›http://localhost:8000/faq/) ә [б](‹›http://127.0.0.1:8000/news/)",
    "the home page": "[а](‹›https://small.example)",
    "by reference": "[а][1]\n\n[1]: ‹›https://small.example/faq/",
    "the name of the site": "Сайт: small.example, пошта: info@small.example.",
    "a path": "[а](/faq/)",
    "another site": "[а](https://smaller.example/faq/)",
    "with a language, which another rule reports": "[а](https://small.example/ru/faq/)",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_this_site_spelled_out_is_reported(content: Path, language: str, body: str) -> None:
    found, marked = found_and_marked(own_domain_link.check, content, language, body)
    assert found == marked
