"""The glossary on the built site: a page of all terms, and meanings where a page uses one."""

import re

import pytest

from tests.site.built import BuiltSite

LANGUAGES = ("kk", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_glossary_lists_every_term_with_its_meaning(working_site: BuiltSite, language: str) -> None:
    html = (working_site.output / language / "glossary/index.html").read_text(encoding="utf-8")
    terms = re.findall(r'<div id="(term-[a-z-]+)"><dt><dfn>[^<]+</dfn></dt><dd>[^<]{20,}</dd>', html)
    assert len(terms) == len(set(terms)) >= 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_explains_each_term_it_links_and_no_other(working_site: BuiltSite, language: str) -> None:
    explained = 0
    for file in (working_site.output / language).rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        address = f"/{file.parent.relative_to(working_site.output).as_posix()}/"
        linked = re.findall(rf'<a class="term" href="{address}#(term-[a-z-]+)"', html)
        assert len(linked) == len(set(linked)) <= 3, file
        if file.parent.name not in ("glossary", "components"):
            assert re.findall(r'<div id="(term-[a-z-]+)">', html) == linked, file
        explained += len(linked)
    assert explained > 50
