"""The search index: what is in it, how it is cut, and that it depends on the words of the pages only."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from plugins.cache.digest import Digester
from plugins.language.stemming import stemmer
from plugins.markdown import Heading
from plugins.markdown.nodes import Span
from plugins.pipeline.paths import Paths
from plugins.pipeline.prepare import prepare
from plugins.search import SearchIndex, cached_weights, entries_of, index_files, search_index, with_entry, writing
from plugins.views.pages import LanguageSite, language_site
from tests.small_site import ROOT, TODAY, index_text, small_project, write


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """The small project with a text of its own; a test that edits it puts it back."""
    paths = small_project(tmp_path_factory.mktemp("searched"))
    kk = "Бағбан алманы баптайды." + " Тағы бір сөз." * 60
    ru = "Садовник растит яблоки." + " Ещё несколько слов." * 60
    write(paths.content / "news/meeting/index.kk.md", index_text("Көктемгі жиналыс", "Жиналыс туралы.", body=kk))
    write(paths.content / "news/meeting/index.ru.md", index_text("Весеннее собрание", "О собрании.", body=ru))
    return paths


@pytest.fixture(scope="module")
def site(project: Paths) -> LanguageSite:
    return site_of(project)


def site_of(project: Paths) -> LanguageSite:
    return language_site(prepare(project.content, project.theme, project.cache, published=False, today=TODAY), "kk")


@pytest.fixture(scope="module")
def index(site: LanguageSite) -> SearchIndex:
    return search_index(site.all_pages(), stemmer("kk"))


def pages_with(index: SearchIndex, word: str) -> dict[str, int]:
    found = index.postings.get(stemmer("kk").stem(word), {})
    return {index.pages[number].path: weight for number, weight in found.items()}


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("жиналыстарға", "news/meeting/"), ("бағбанға", "news/meeting/"), ("алма", "news/meeting/"),
        ("450", "laws/repealed/"), ("банкке", "loans/mortgage/"), ("тоқымашылар", "history/origins/"),
        ("баспанаға", "loans/mortgage/"), ("құжаттың", "testimonials/sample/"),
    ],
)  # fmt: skip
def test_a_page_is_found_by_its_title_text_facts_and_own_fields(index: SearchIndex, word: str, path: str) -> None:
    assert path in pages_with(index, word)


@pytest.mark.parametrize("word", ["садовник", "собрание", "дереккөз", "тіркелмеген"])
def test_words_of_the_other_language_of_sources_and_of_nowhere_are_not_in_it(index: SearchIndex, word: str) -> None:
    assert pages_with(index, word) == {}


def test_a_word_of_the_title_weighs_more_than_one_of_the_text(index: SearchIndex) -> None:
    title, text = pages_with(index, "жиналыс")["news/meeting/"], pages_with(index, "бағбан")["news/meeting/"]
    assert title > 3 * text


def test_a_repealed_law_stands_behind_one_in_force(site: LanguageSite) -> None:
    found = pages_with(search_index(site.all_pages(), stemmer("kk"), {"450-I"}), "тақырып")
    assert found["laws/repealed/"] < found["laws/in-force/"] == found["lawyer/who-admits/"]
    alike = pages_with(search_index(site.all_pages(), stemmer("kk")), "тақырып")
    assert alike["laws/repealed/"] == alike["laws/in-force/"]


def test_who_asks_for_the_number_of_a_repealed_law_finds_it_as_before(site: LanguageSite, index: SearchIndex) -> None:
    repealed = pages_with(search_index(site.all_pages(), stemmer("kk"), {"450-I"}), "450")
    assert repealed["laws/repealed/"] == pages_with(index, "450")["laws/repealed/"]


def test_cached_weights_are_those_that_would_be_counted(site: LanguageSite, tmp_path: Path) -> None:
    keep = cached_weights(Digester(), "code", tmp_path)
    for repealed in ((), {"450-I"}, ()):
        counted, kept = (search_index(site.all_pages(), stemmer("kk"), repealed, way) for way in (None, keep))
        assert kept.weights == counted.weights


def test_an_edited_page_takes_the_place_of_its_entry(site: LanguageSite) -> None:
    edited = replace(site.items["news"][0], words="Алма.", headings=(Heading(2, "zhana", "Жаңа бөлім", Span(0, 1)),))
    pages = [edited if page.path == edited.path else page for page in site.all_pages()]
    whole = entries_of(search_index(pages, stemmer("kk")), site)
    before = entries_of(search_index(site.all_pages(), stemmer("kk")), site)
    assert with_entry(before, search_index([edited], stemmer("kk"))) == whole != before


def test_the_order_of_the_pages_does_not_matter(site: LanguageSite) -> None:
    one = search_index(site.all_pages(), stemmer("kk"))
    other = search_index(site.all_pages()[::-1], stemmer("kk"))
    assert entries_of(one, site) == entries_of(other, site)


def test_every_stem_stands_in_one_part_in_order_and_no_weight_is_lost(
    site: LanguageSite, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_PART_BYTES", 300)
    first, *parts = index_files(entries_of(index, site), "kk", stemmer("kk"))
    named = json.loads(first.content)
    by_url = {part.url: json.loads(part.content) for part in parts}
    words = [(start, by_url[url]) for start, url in named["words"]]
    assert len(words) > 3
    assert all(next(iter(part)) == start for start, part in words)
    assert all(max(left) < min(right) for (_, left), (_, right) in pairwise(words))
    assert {stem: _unpacked(row) for _, part in words for stem, row in part.items()} == index.postings


def test_the_record_of_a_page_stands_where_its_number_says(site: LanguageSite, index: SearchIndex) -> None:
    first, *parts = index_files(entries_of(index, site), "kk", stemmer("kk"))
    named = json.loads(first.content)
    by_url = {part.url: json.loads(part.content) for part in parts}
    records = [
        by_url[named["pages"][number // named["pagesInAPart"]]][number % named["pagesInAPart"]]
        for number in range(named["count"])
    ]
    assert [record[0] for record in records] == [page.path for page in index.pages]
    meeting = next(record for record in records if record[0] == "news/meeting/")
    assert meeting == ["news/meeting/", "Көктемгі жиналыс", "Жиналыс туралы.", "Бөлім news", []]
    origins = next(record for record in records if record[0] == "history/origins/")
    assert origins[4] == ["first", "Тақырып"]


def test_a_changed_word_changes_the_name_of_its_part_and_of_the_first_file(project: Paths) -> None:
    def urls() -> list[str]:
        fresh = site_of(project)
        entries = entries_of(search_index(fresh.all_pages(), stemmer("kk")), fresh)
        return [file.url for file in index_files(entries, "kk", stemmer("kk"))]

    before = urls()
    assert urls() == before
    text = project.content / "news/meeting/index.kk.md"
    written = text.read_text(encoding="utf-8")
    text.write_text(written.replace("алманы", "алмұртты"), encoding="utf-8")
    after = urls()
    text.write_text(written, encoding="utf-8")
    assert before[0] != after[0]
    assert set(before) & set(after), "the parts that did not change keep their names"


def _unpacked(row: list[int]) -> dict[int, int]:
    pages: dict[int, int] = {}
    number = 0
    for step, weight in zip(row[::2], row[1::2], strict=True):
        number += step
        pages[number] = weight
    return pages


def test_the_field_above_the_answers_folds_the_letters_that_the_search_folds() -> None:
    script = (ROOT / "theme/static/js/find.js").read_text(encoding="utf-8")
    alike = dict(re.findall(r'(\w): "(\w)"', script.partition("const ALIKE")[2].partition("}")[0]))
    assert alike == stemmer("kk").table["fold"]
    assert set(re.search(r"replace\(/\[(\w+)\]/g", script)[1]) == set(alike)  # type: ignore[index]
