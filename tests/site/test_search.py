"""The search index of the built site: one per language, of what that build shows and nothing else."""

import json
import re

import pytest

from tests.site.built import LANGUAGES, BuiltSite


def first_file(site: BuiltSite, language: str) -> dict:
    (name,) = [name for name in site.files(f"search/{language}") if name.startswith("index.")]
    return json.loads((site.output / "search" / language / name).read_text(encoding="utf-8"))


def sought(site: BuiltSite, language: str) -> set[str]:
    """The pages that say something of their own: not the search itself, not the further lists of the news."""
    paths = {page.path for page in site.language_pages(language)}
    return {path for path in paths if path != "search/" and not re.fullmatch(r"news/(page/)?\d+/", path)}


def records(site: BuiltSite, language: str) -> list[list]:
    parts = first_file(site, language)["pages"]
    return [record for url in parts for record in json.loads((site.output / url[1:]).read_text(encoding="utf-8"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_language_but_the_search_itself_can_be_found(working_site: BuiltSite, language: str) -> None:
    indexed = [record[0] for record in records(working_site, language)]
    assert sorted(indexed) == sorted(sought(working_site, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_published_index_holds_what_is_published(
    working_site: BuiltSite, published_site: BuiltSite, language: str
) -> None:
    indexed = {record[0] for record in records(published_site, language)}
    assert indexed == sought(published_site, language)
    assert any("sample" in record[0] for record in records(working_site, language))
    assert not any("sample" in path for path in indexed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_summaries_and_headings_are_those_of_the_pages(working_site: BuiltSite, language: str) -> None:
    for path, title, summary, _, headings in records(working_site, language):
        page = working_site.pages[f"/{language}/{path}"]
        assert page.one("meta[name=description]")["content"] == summary
        assert page.one("title").get_text(strip=True).startswith(title)
        for place in headings[::2]:
            assert working_site.has(f"/{language}/{path}#{place}"), (path, place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_page_names_the_index_of_its_language(working_site: BuiltSite, language: str) -> None:
    address = str(working_site.pages[f"/{language}/search/"].one("[data-index]")["data-index"])
    assert address.startswith(f"/search/{language}/index.")
    assert working_site.has(address)
    names = first_file(working_site, language)
    addresses = [url for _, url in names["words"]] + names["pages"]
    assert len(addresses) > 10
    assert all(url.startswith(f"/search/{language}/") and working_site.has(url) for url in addresses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_query_is_a_light_load(working_site: BuiltSite, language: str) -> None:
    sizes = {name: len((working_site.output / "search" / language / name).read_bytes())
             for name in working_site.files(f"search/{language}")}  # fmt: skip
    assert max(sizes.values()) < 30_000
    assert sum(sizes.values()) < 400_000
