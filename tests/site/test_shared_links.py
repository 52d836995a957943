"""What other programs show of a page: Open Graph with its picture, and JSON-LD held against the words of schema.org."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from tests.site.built import LANGUAGES, BuiltPage, BuiltSite

VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8"))["types"]
ORIGIN = "http://127.0.0.1:8000"
OTHER = {"kk": "ru_RU", "ru": "kk_KZ"}
LOCALE = {"kk": "kk_KZ", "ru": "ru_RU"}


def meta(page: BuiltPage, name: str) -> str:
    return str(page.one(f'meta[property="{name}"]')["content"])


def graph(page: BuiltPage) -> list[dict]:
    block = json.loads(page.one("script[type='application/ld+json']").get_text())
    assert block["@context"] == "https://schema.org"
    return block["@graph"]


def node(page: BuiltPage, kind: str) -> dict:
    (found,) = [one for one in graph(page) if one["@type"] == kind]
    return found


def nodes(value: object) -> Iterator[dict]:
    """Yield every node of a graph that has a type, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def allowed(kind: str) -> dict[str, list[str]]:
    """Every property of a type and of its ancestors, with what it may hold."""
    found = dict(VOCABULARY[kind]["properties"])
    for parent in VOCABULARY[kind]["parents"]:
        found = allowed(parent) | found
    return found


def is_a(kind: str, wanted: str) -> bool:
    return kind == wanted or any(is_a(parent, wanted) for parent in VOCABULARY[kind]["parents"])


def faults(one: dict) -> list[str]:
    """What the vocabulary says against a node."""
    kind = one["@type"]
    if kind not in VOCABULARY:
        return [f"no type {kind}"]
    found = []
    for name, value in one.items():
        if name.startswith("@"):
            continue
        ranges = allowed(kind).get(name)
        if ranges is None:
            found.append(f"{kind} has no {name}")
            continue
        for held in value if isinstance(value, list) else [value]:
            if isinstance(held, dict):
                if "@type" in held and not any(w in VOCABULARY and is_a(held["@type"], w) for w in ranges):
                    found.append(f"{kind}.{name} holds no {held['@type']}")
            elif not _fits(held, ranges):
                found.append(f"{kind}.{name} is not {held!r}")
    return found


def _fits(value: object, ranges: list[str]) -> bool:
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int):
        return bool({"Integer", "Number"} & set(ranges))
    text = str(value)
    if "Text" in ranges:
        return bool(text.strip())
    return (
        ("URL" in ranges and text.startswith(("http://", "https://")))
        or ("Date" in ranges and bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)))
        or ("Duration" in ranges and bool(re.fullmatch(r"PT\d+[MS]", text)))
    )


def test_open_graph_says_what_the_page_says(working_site: BuiltSite) -> None:
    for page in working_site.both():
        assert meta(page, "og:description") == page.one("meta[name=description]")["content"]
        assert page.one("title").get_text().startswith(meta(page, "og:title"))
        assert meta(page, "og:url") == ORIGIN + page.url == page.one("link[rel=canonical]")["href"]
        assert meta(page, "og:locale") == LOCALE[page.language]
        assert meta(page, "og:locale:alternate") == OTHER[page.language]
        assert page.one("meta[name='twitter:card']")["content"] == "summary_large_image"


def test_each_page_has_a_picture_of_its_own_in_its_language(working_site: BuiltSite) -> None:
    addresses = {page.url: meta(page, "og:image").removeprefix(ORIGIN) for page in working_site.both()}
    assert len(set(addresses.values())) == len(addresses)
    for url, address in addresses.items():
        assert address.startswith(f"/social/{url.split('/')[1]}/")
        file = working_site.output / address.lstrip("/")
        with Image.open(file) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630))
        assert file.stat().st_size < 60_000
    assert working_site.files("social") == {address.removeprefix("/social/") for address in addresses.values()}


def test_no_picture_of_a_sample_is_published(working_site: BuiltSite, published_site: BuiltSite) -> None:
    assert any("sample" in name for name in working_site.files("social"))
    assert not any("sample" in name for name in published_site.files("social"))
    assert len(published_site.files("social")) == len(published_site.both())


def test_error_pages_are_not_offered_for_sharing(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        assert not working_site.pages[f"/{language}/404.html"].all("meta[property], script[type='application/ld+json']")


def test_everything_stated_is_in_the_vocabulary(working_site: BuiltSite, published_site: BuiltSite) -> None:
    kinds = set()
    for site in (working_site, published_site):
        for page in site.both():
            for one in nodes(graph(page)):
                kinds.add(one["@type"])
                assert faults(one) == [], page.url
    assert kinds >= {
        "Organization", "WebSite", "NewsArticle", "FAQPage", "Question", "Answer", "BreadcrumbList", "Course",
        "LearningResource",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("node_with_a_fault", "words"),
    [
        ({"@type": "NewsPiece"}, "no type NewsPiece"),
        ({"@type": "NewsArticle", "headlines": "x"}, "NewsArticle has no headlines"),
        ({"@type": "NewsArticle", "datePublished": "5 April"}, "NewsArticle.datePublished is not '5 April'"),
        ({"@type": "FAQPage", "mainEntity": "x", "name": ""}, "FAQPage.name is not ''"),
        ({"@type": "Question", "acceptedAnswer": {"@type": "Course"}}, "Question.acceptedAnswer holds no Course"),
        ({"@type": "ListItem", "position": True}, "ListItem.position is not True"),
        ({"@type": "Course", "isAccessibleForFree": "yes"}, "Course.isAccessibleForFree is not 'yes'"),
    ],
)
def test_the_check_itself_finds_faults(node_with_a_fault: dict, words: str) -> None:
    assert words in faults(node_with_a_fault)


def test_breadcrumbs_are_those_the_page_shows(working_site: BuiltSite) -> None:
    for page in working_site.both():
        if page.path == "":
            continue
        stated = [(one["name"], one["item"]["@id"]) for one in node(page, "BreadcrumbList")["itemListElement"]]
        shown = [(a.get_text(strip=True), ORIGIN + str(a["href"])) for a in page.all(".breadcrumbs a")]
        here = page.one(".breadcrumbs [aria-current=page]").get_text(strip=True)
        assert stated == [*shown, (here, ORIGIN + page.url)], page.url


def test_news_say_title_day_and_picture_as_the_page_does(working_site: BuiltSite) -> None:
    pages = [page for page in working_site.both() if re.fullmatch(r"news/[a-z][^/]+/", page.path)]
    assert len(pages) >= 12
    for page in pages:
        article = node(page, "NewsArticle")
        day = str(page.one("article time")["datetime"])
        assert article["headline"] == page.one("h1").get_text(strip=True)
        assert article["datePublished"] == day == meta(page, "article:published_time")
        assert date.fromisoformat(day)
        assert article["image"] == meta(page, "og:image")
        assert article["inLanguage"] == page.language


def test_a_page_states_the_videos_it_shows(working_site: BuiltSite) -> None:
    with_videos = [page for page in working_site.both() if page.all("video")]
    assert {page.language for page in with_videos} == set(LANGUAGES)
    for page in with_videos:
        stated = [one for one in graph(page) if one["@type"] == "VideoObject"]
        assert [one["name"] for one in stated] == [h2.get_text(strip=True) for h2 in page.all(".video-player__title")]
        assert {one["inLanguage"] for one in stated} == {page.language}
        for one, video in zip(stated, page.all("video"), strict=True):
            assert one["thumbnailUrl"] == ORIGIN + str(video["poster"])
            assert one["contentUrl"] == ORIGIN + str(video.find_all("source")[-1]["src"])
            assert re.fullmatch(r"PT\d+S", one["duration"])
    for page in working_site.both():
        if page not in with_videos:
            assert "VideoObject" not in page.one("script[type='application/ld+json']").get_text(), page.url


def test_questions_and_answers_are_those_the_page_shows(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        page = working_site.pages[f"/{language}/faq/"]
        stated = node(page, "FAQPage")["mainEntity"]
        assert len(stated) >= 14
        for question in stated:
            single = working_site.pages[question["url"].removeprefix(ORIGIN)]
            assert question["name"] == single.one("h1").get_text(strip=True)
            assert _letters(question["acceptedAnswer"]["text"]) in _letters(page.one("main").get_text())
            assert node(single, "FAQPage")["mainEntity"] == [question]


def test_the_course_names_its_lessons_and_a_lesson_its_course(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        page = working_site.pages[f"/{language}/education/"]
        course = node(page, "Course")
        assert course["name"] == page.one("h1").get_text(strip=True)
        assert len(course["syllabusSections"]) >= 6
        for part in course["syllabusSections"]:
            lesson = working_site.pages[part["url"].removeprefix(ORIGIN)]
            stated = node(lesson, "LearningResource")
            assert part["name"] == stated["name"] == lesson.one("h1").get_text(strip=True)
            assert stated["isPartOf"] == {"@id": course["@id"]}
            assert re.fullmatch(r"PT\d+M", stated["timeRequired"])


def test_of_the_cooperative_only_what_it_confirmed_is_stated(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        stated = node(working_site.pages[f"/{language}/"], "Organization")
        assert set(stated) == {"@type", "@id", "name", "url", "logo"}
        assert working_site.has(stated["logo"].removeprefix(ORIGIN))


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text))


@pytest.mark.parametrize(("language", "part"), [("kk", "2-бет"), ("ru", "страница 2")])
def test_a_further_page_of_news_is_shared_under_its_own_title(
    working_site: BuiltSite, language: str, part: str
) -> None:
    page = working_site.pages[f"/{language}/news/page/2/"]
    assert str(page.one("meta[property='og:title']")["content"]).endswith(f": {part}")
    assert page.one("h1").get_text().endswith(f": {part}")
    assert part in page.one("title").get_text()
