"""The real site, built: two complete trees, every page whole, every link alive."""

import itertools
import re
from urllib.parse import urlsplit

import pytest
import yaml

from plugins.model.sections import SECTIONS
from tests.site.built import COMPONENT_SHEET, LANGUAGES, BuiltPage, BuiltSite, addresses
from tests.small_site import ROOT

SINGLE_PAGES = {
    "", "why-us/", "presentation/", "sharia/", "queue/", "auyl-amanaty/",
    "pyramid-check/", "about/", "contacts/", "suggestions/", "privacy/", "search/",
    "accessibility/", "easy-read/", "affordability/", "offer-sheet/", "glossary/", "not-yet-published/",
}  # fmt: skip
INDEXES = {f"{section.folder}/" for section in SECTIONS if not section.single_pages}
ORIGIN = "http://127.0.0.1:8000"
EMPTY_BY_NATURE = {
    "br", "hr", "img", "input", "meta", "link", "script", "source", "track", "wbr",
    "svg", "use", "path", "circle", "rect", "line", "progress",
}  # fmt: skip
LIST_OF_NEWS = re.compile(r"/(kk|ru)/news/(page/\d+|\d{4})/")


def test_both_languages_have_the_same_addresses(working_site: BuiltSite) -> None:
    assert working_site.files("kk") == working_site.files("ru")
    assert len(working_site.files("kk")) > 80


def test_every_section_and_single_page_stands_below_its_folder_name(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        paths = {page.path for page in working_site.language_pages(language)}
        assert paths >= SINGLE_PAGES | INDEXES


@pytest.mark.parametrize(
    "section", [section for section in SECTIONS if not section.single_pages], ids=lambda s: s.folder
)
def test_a_list_leads_to_each_of_its_items(working_site: BuiltSite, section) -> None:
    for language in LANGUAGES:
        items = {
            page.url for page in working_site.language_pages(language)
            if page.path.startswith(f"{section.folder}/") and page.path != f"{section.folder}/"
        }  # fmt: skip
        index = working_site.pages[f"/{language}/{section.folder}/"]
        listed = {str(a["href"]) for a in index.all("main a[href]")}
        further = [working_site.pages[url] for url in listed & items if LIST_OF_NEWS.fullmatch(url)]
        listed |= {str(a["href"]) for page in further for a in page.all("main a[href]")}
        assert items
        assert items <= listed


def test_each_page_states_its_language_title_and_summary(working_site: BuiltSite) -> None:
    for page in working_site.both():
        assert page.one("html")["lang"] == page.language, page.url
        assert page.one("h1").get_text(strip=True), page.url
        assert page.one("title").get_text(strip=True), page.url
        assert page.one("meta[name=description]")["content"], page.url
        assert page.one("link[rel=canonical]")["href"] == ORIGIN + page.url


def test_titles_are_not_shared_by_two_pages_of_a_language(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        titles = [page.one("title").get_text(strip=True) for page in working_site.language_pages(language)]
        assert sorted(titles) == sorted(set(titles))


def test_alternates_are_complete_and_reciprocal(working_site: BuiltSite) -> None:
    for page in working_site.both():
        stated = _alternates(page)
        default = f"{ORIGIN}/" if page.path == "" else f"{ORIGIN}/kk/{page.path}"
        assert stated == {"kk": f"{ORIGIN}/kk/{page.path}", "ru": f"{ORIGIN}/ru/{page.path}", "x-default": default}
        for address in stated.values():
            twin = working_site.pages[urlsplit(address).path]
            assert _alternates(twin) == stated


def test_every_internal_address_leads_to_a_file_and_a_place(working_site: BuiltSite, published_site: BuiltSite) -> None:
    broken = [
        (page.url, address)
        for site in (working_site, published_site)
        for page in site.pages.values()
        for address in addresses(page)
        if address.startswith("/") and not site.has(address)
        and not address.split("#")[0].endswith(f"/{COMPONENT_SHEET}")  # an outline there has no text beside it
    ]  # fmt: skip
    assert broken == []


def test_addresses_in_the_stylesheet_lead_to_files(working_site: BuiltSite) -> None:
    sheets = {style.get_text() for page in working_site.pages.values() for style in page.all("style")}
    found = [url for sheet in sheets for url in re.findall(r'url\("([^"]+)"\)', sheet)]
    assert len(sheets) > 10 and len(found) >= 3
    assert [address for address in found if not working_site.has(address)] == []


def test_the_only_link_into_the_other_language_is_the_switch_to_the_same_page(working_site: BuiltSite) -> None:
    for page in working_site.both():
        other = "ru" if page.language == "kk" else "kk"
        links = [a for a in page.all("body a[href]") if str(a["href"]).startswith(f"/{other}/")]
        assert [(a["href"], a["lang"], a["hreflang"]) for a in links] == [(f"/{other}/{page.path}", other, other)]


@pytest.mark.parametrize(("language", "label"), [("kk", "Тіл"), ("ru", "Язык")])
def test_the_languages_are_a_labelled_group_that_marks_the_present_one(
    working_site: BuiltSite, language: str, label: str
) -> None:
    for page in working_site.language_pages(language):
        nav = page.one(f'header nav[aria-label="{label}"]')
        (here,) = nav.select("[aria-current=true]")
        (other,) = nav.select("a[rel=alternate]")
        assert (here["lang"], here.get_text(strip=True)) == (language, {"kk": "Қазақша", "ru": "Русский"}[language])
        assert other["lang"] == other["hreflang"] != language


def test_every_page_says_when_it_was_changed(working_site: BuiltSite) -> None:
    """News, people and the search have days of their own, or none."""
    apart = {"news", "testimonials", "honor-board", "search"}
    words = {"kk": "Бет өзгертілген күн: ", "ru": "Страница изменена "}
    for page in working_site.both():
        if page.path.split("/")[0] not in apart and not page.path.startswith("loans/halyk-quaty-sample"):
            assert page.one("footer strong").get_text().startswith(words[page.language]), page.url


def test_every_page_names_every_section_and_page_in_its_menu_once(working_site: BuiltSite) -> None:
    for page in working_site.both():
        links = [str(a["href"]) for a in page.all("header .menu a")]
        assert sorted(links) == sorted(
            f"/{page.language}/{path}" for path in (SINGLE_PAGES | INDEXES) - {"", "search/"}
        )


def test_the_menu_marks_where_the_reader_is(working_site: BuiltSite) -> None:
    news = working_site.pages["/kk/news/"].one("header .menu [aria-current]")
    item = working_site.pages["/kk/news/round-table-2023/"].one("header .menu [aria-current]")
    assert (news["href"], news["aria-current"]) == ("/kk/news/", "page")
    assert (item["href"], item["aria-current"]) == ("/kk/news/", "true")


def test_no_block_is_empty(working_site: BuiltSite, published_site: BuiltSite) -> None:
    for site in (working_site, published_site):
        for page in site.pages.values():
            empty = [
                str(element) for element in page.all("main *")
                if element.name not in EMPTY_BY_NATURE and not element.get_text(strip=True) and not element.find(["img", "svg"])
                and not element.find_parent("svg")
                and not {"ornament", "offer-sheet__answer"} & set(element.get("class", []))  # the bank writes there
                and not (element.has_attr("data-part") or element.has_attr("hidden"))  # waits for its script
            ]  # fmt: skip
            assert empty == [], page.url


def test_headings_descend_one_level_at_a_time(working_site: BuiltSite) -> None:
    for page in working_site.both():
        levels = [int(heading.name[1]) for heading in page.all("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1 and levels.count(1) == 1, page.url
        assert [b for a, b in itertools.pairwise(levels) if b > a + 1] == [], page.url


def test_ids_are_unique(working_site: BuiltSite) -> None:
    for page in working_site.pages.values():
        ids = [str(element["id"]) for element in page.all("[id]")]
        assert sorted(ids) == sorted(set(ids)), page.url


def test_pictures_have_words_and_keep_their_place(working_site: BuiltSite) -> None:
    for page in working_site.pages.values():
        for image in page.all("img"):
            assert image["width"] and image["height"]
            assert image["alt"] or "mark." in image["src"], page.url


def test_nothing_comes_from_elsewhere_and_nothing_is_inline_but_the_stylesheets(working_site: BuiltSite) -> None:
    for page in working_site.pages.values():
        loaded = page.all("[src], link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], iframe, object, embed")
        assert all(str(e.get("src") or e.get("href")).startswith("/") for e in loaded), page.url
        assert not page.all(
            "body style, [style], script:not([src], [type='application/ld+json']), iframe, input[type=password]"
        ), page.url
        # the search asks this device only: its form leads back to its own page, or there
        there = {page.url, f"/{page.language}/search/"}
        assert all(form["method"] == "get" and form["action"] in there for form in page.all("form")), page.url


def test_nothing_of_the_preview_is_in_a_built_site(working_site: BuiltSite, published_site: BuiltSite) -> None:
    for site in (working_site, published_site):
        texts = {path: path.read_bytes() for path in site.output.rglob("*") if path.is_file()}
        assert len(texts) > 100
        assert [path for path, text in texts.items() if b"__live__" in text or b'id="live"' in text] == []


def test_no_black_in_the_stylesheet_or_the_drawings(working_site: BuiltSite) -> None:
    for name in sorted(working_site.files()):
        if name.endswith((".html", ".svg")):
            text = (working_site.output / name).read_text(encoding="utf-8")
            assert not re.search(r"#000\b|#000000|\bblack\b|rgb\(0[ ,]+0[ ,]+0", text), name


def test_each_page_that_states_facts_names_dated_sources(working_site: BuiltSite) -> None:
    without = {
        "",
        "affordability/",
        "contacts/",
        "not-yet-published/",
        "offer-sheet/",
        "presentation/",
        "privacy/",
        "search/",
    } | INDEXES
    for page in working_site.both():
        section = page.path.split("/")[0]
        if (
            page.path in without
            or LIST_OF_NEWS.fullmatch(page.url)
            or section in {"testimonials", "honor-board", "charity"}
        ):
            continue
        entries = page.all(".sources li")
        assert entries, page.url
        assert all(entry.select_one(".sources__dates") for entry in entries), page.url


def test_the_repealed_law_cannot_be_taken_for_one_in_force(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        page = working_site.pages[f"/{language}/laws/rural-consumer-cooperation-450-i/"]
        banner = page.one(".notice--repealed")
        assert len(banner.get_text(strip=True)) > 40
        before = [
            element for element in page.one("main").find_all(["p", "h2"]) if element.sourceline < banner.sourceline
        ]
        assert not [element for element in before if element.find_parent(class_="prose")]
        assert not page.all(".notice--in-force")
        assert len([h for h in page.all(".prose h3") if str(h.get("id")).startswith("art-")]) == 73
        assert len([h for h in page.all(".prose h2") if str(h.get("id")).startswith("chapter-")]) == 8


@pytest.mark.parametrize(
    ("section", "at_least"),
    [("history", 6), ("laws", 5), ("lawyer", 16), ("faq", 34), ("testimonials", 3), ("honor-board", 4), ("education", 6),
     ("news", 6), ("charity", 4), ("loans", 8)],
)  # fmt: skip
def test_a_section_holds_what_was_asked_for(working_site: BuiltSite, section: str, at_least: int) -> None:
    for language in LANGUAGES:
        items = [p for p in working_site.language_pages(language) if re.fullmatch(rf"{section}/[^/]+/", p.path)]
        assert len(items) >= at_least


def test_error_pages_speak_one_language_and_stay_out_of_indexes(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        page = working_site.pages[f"/{language}/404.html"]
        assert page.one("html")["lang"] == language
        assert page.one("meta[name=robots]")["content"] == "noindex"
        assert page.all("header nav a")
    assert {a["lang"] for a in working_site.pages["/404.html"].all("[lang]:not(html)")} == set(LANGUAGES)


def _alternates(page: BuiltPage) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.all("link[rel=alternate][hreflang]")}


PAGE_OF_NEWS = re.compile(r"/(kk|ru)/news/(page/\d+/)?")
YEAR_OF_NEWS = re.compile(r"/(kk|ru)/news/(\d{4})/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_news_item_is_on_exactly_one_page_of_all_news_and_on_the_list_of_its_year(
    working_site: BuiltSite, language: str
) -> None:
    pages = working_site.language_pages(language)
    lists = [page for page in pages if PAGE_OF_NEWS.fullmatch(page.url) or YEAR_OF_NEWS.fullmatch(page.url)]
    items = {page.url for page in pages if page.path.startswith("news/")} - {page.url for page in lists}
    on = {page.url: [str(a["href"]) for a in page.all("main h2 a[href], main h3 a[href]")] for page in lists}
    all_news = [item for url, listed in on.items() if PAGE_OF_NEWS.fullmatch(url) for item in listed]
    assert sorted(all_news) == sorted(items)
    assert len(items) >= 6  # more than one page holds
    by_year = [item for url, listed in on.items() if YEAR_OF_NEWS.fullmatch(url) for item in listed]
    assert sorted(by_year) == sorted(items)
    for url, listed in on.items():
        facts = [yaml.safe_load((ROOT / f"content{item[3:]}facts.yaml").read_text(encoding="utf-8")) for item in listed]
        days = [str(fact["date"]) for fact in facts]
        assert days == sorted(days, reverse=True), url
        if year := YEAR_OF_NEWS.fullmatch(url):
            assert {day[:4] for day in days} == {year[2]}
