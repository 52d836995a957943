"""The search in a real Chromium: the table of queries, the keyboard, and that nothing is loaded before it is used."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from plugins.language.stemming import stemmer, words_to_find
from plugins.server.running import served
from tests.site.built import BuiltSite

QUERIES = yaml.safe_load((Path(__file__).parent / "search_queries.yaml").read_text(encoding="utf-8"))
STRICT = "default-src 'none'; script-src 'self'; style-src {styles}; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'"  # fmt: skip


@pytest.fixture(scope="module")
def strict_address(working_site: BuiltSite) -> Iterator[str]:
    """The site served with a Content-Security-Policy that forbids everything evaluated or from elsewhere.

    Of what stands in the page itself it lets in the stylesheets, each by the hash of its text.
    """
    texts = {style.get_text() for page in working_site.pages.values() for style in page.all("style")}
    hashes = sorted(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    policy = STRICT.format(styles=" ".join(f"'sha256-{digest}'" for digest in hashes))

    with served(working_site.output, {"content-security-policy": policy}) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 760})
    yield context.new_page()
    context.close()


def script(site: BuiltSite, name: str) -> str:
    (found,) = [file for file in site.files("theme/js") if re.fullmatch(rf"{name}\.\w+\.js", file)]
    return f"/theme/js/{found}"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_expected_page_stands_first(page: Page, address: str, working_site: BuiltSite, language: str) -> None:
    rows = QUERIES[language]
    index = working_site.pages[f"/{language}/search/"].one("[data-index]")["data-index"]
    page.goto(f"{address}/{language}/search/")
    firsts = page.evaluate(
        """async ([script, address, queries]) => {
            const { openIndex } = await import(script);
            const index = await openIndex(address);
            const first = async (query) => {
                const [found] = await index.find(query);
                return found ? (await index.show(found.page, query)).path : null;
            };
            return Promise.all(queries.map(first));
        }""",
        [script(working_site, "search-index"), index, [row["query"] for row in rows]],
    )
    wanted = [[row["first"]] if isinstance(row["first"], str) else row["first"] for row in rows]
    wrong = [
        f"{row['query']}: {first}, not {pages}"
        for row, first, pages in zip(rows, firsts, wanted, strict=True)
        if first not in pages
    ]
    assert len(rows) >= 50
    assert wrong == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_browser_and_build_stem_every_word_of_the_site_alike(
    page: Page, address: str, working_site: BuiltSite, language: str
) -> None:
    text = " ".join(one.one("main").get_text(" ") for one in working_site.language_pages(language))
    text += " ".join(row["query"] for row in QUERIES[language])
    page.goto(address + "/404.html")
    words, stems, ignored = page.evaluate(
        """async ([script, table, text]) => {
            const { Stemmer, wordsToFind } = await import(script);
            const stemmer = new Stemmer(table);
            const words = [...new Set(wordsToFind(text))];
            return [words, words.map((one) => stemmer.stem(one)), words.filter((one) => stemmer.isIgnored(one))];
        }""",
        [script(working_site, "search-words"), dict(stemmer(language).table), text],
    )
    assert len(words) > 4000
    assert words == list(dict.fromkeys(words_to_find(text)))
    assert dict(zip(words, stems, strict=True)) == {word: stemmer(language).stem(word) for word in words}
    assert ignored == [word for word in words if stemmer(language).is_ignored(word)]


def test_nothing_of_the_index_is_loaded_before_the_field_is_used(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}/kk/")
    assert not [url for url in loaded if "/search/" in url or "/js/search" in url]
    page.get_by_role("link", name="Іздеу", exact=True).click()
    expect(page).to_have_url(f"{address}/kk/search/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if url.startswith(f"{address}/search/")]
    page.get_by_label("Не іздейсіз").fill("жарна")
    expect(page.locator(".search__result").first).to_be_visible()
    read = [url for url in loaded if url.startswith(f"{address}/search/")]
    assert read
    assert all(url.startswith(f"{address}/search/kk/") for url in read)


def test_under_a_strict_policy_answers_come_and_nothing_is_refused(page: Page, strict_address: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{strict_address}/ru/search/?q=возврат взноса")
    first = page.locator(".search__title a").first
    expect(first).to_have_attribute("href", "/ru/faq/is-the-contribution-returned/")
    expect(page.get_by_role("status")).to_contain_text("Найдено страниц:")
    assert complaints == []


def test_the_keyboard_walks_from_the_field_through_the_answers_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/kk/search/")
    field = page.get_by_label("Не іздейсіз")
    field.focus()
    page.keyboard.type("кезек")
    page.keyboard.press("Enter")
    links = page.locator(".search__results a")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(links).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("Жауап осында шығады.")


def test_enter_on_an_answer_opens_it_and_the_way_back_shows_the_answers_again(page: Page, address: str) -> None:
    page.goto(f"{address}/ru/search/")
    page.get_by_label("Что ищете").fill("наследство")
    page.keyboard.press("Enter")
    expect(page.locator(".search__results a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/ru/lawyer/selling-or-inheriting-a-share/")
    page.go_back()
    expect(page.get_by_label("Что ищете")).to_have_value("наследство")
    expect(page.locator(".search__title").first).to_be_visible()


def test_an_answer_leads_to_the_place_in_the_page(page: Page, address: str, working_site: BuiltSite) -> None:
    page.goto(f"{address}/kk/search/?q=ревизия тексеру комиссиясы")
    place = page.locator(".search__places a").first
    expect(place).to_be_visible()
    assert working_site.has(str(place.get_attribute("href")))


def test_ten_answers_are_shown_and_more_on_demand(page: Page, address: str) -> None:
    page.goto(f"{address}/ru/search/?q=кооператив")
    answers = page.locator(".search__result")
    expect(answers).to_have_count(10)
    page.get_by_role("button", name="Показать ещё").click()
    expect(answers).to_have_count(20)
    expect(answers.nth(10).locator("a").first).to_be_focused()


@pytest.mark.parametrize("query", ["ъъъъъ", "<b>x</b>", "constructor __proto__", "  ", "%", "а" * 90])
def test_a_query_without_answers_or_sense_is_answered_in_words(page: Page, address: str, query: str) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}/ru/search/")
    page.get_by_label("Что ищете").fill(query)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile("Ничего не найдено|Ответы появятся|Найдено"))
    assert complaints == []


def test_an_index_that_cannot_be_loaded_is_reported_and_tried_again(page: Page, address: str) -> None:
    page.route("**/search/kk/*.json", lambda route: route.abort())
    page.goto(f"{address}/kk/search/?q=жарна")
    expect(page.get_by_role("status")).to_have_text(re.compile("Іздеу жүктелмеді"))
    page.unroute("**/search/kk/*.json")
    page.get_by_label("Не іздейсіз").fill("жарнаны")
    expect(page.locator(".search__result").first).to_be_visible()


def test_a_part_of_the_index_that_did_not_come_is_fetched_again(page: Page, address: str) -> None:
    page.route("**/search/kk/words.*.json", lambda route: route.abort())
    page.goto(f"{address}/kk/search/?q=жарна")
    expect(page.get_by_role("status")).to_have_text(re.compile("Іздеу жүктелмеді"))
    page.unroute("**/search/kk/words.*.json")
    page.get_by_label("Не іздейсіз").fill("жарнаны")
    expect(page.locator(".search__result").first).to_be_visible()


def test_more_answers_to_an_old_query_do_not_join_those_to_a_new_one(page: Page, address: str) -> None:
    page.goto(f"{address}/ru/search/?q=кооператив")
    answers = page.locator(".search__result")
    expect(answers).to_have_count(10)
    held: list[Route] = []
    page.route("**/search/ru/pages.*.json", lambda route: held.append(route))  # noqa: PLW0108 - a bound method is refused
    page.get_by_role("button", name="Показать ещё").click()
    page.get_by_label("Что ищете").fill("ъъъъъ")
    expect(page.get_by_role("status")).to_have_text(re.compile("Ничего не найдено"))
    assert held, "the further answers of this query stand in a part that was not read yet"
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(answers).to_have_count(0)
    expect(page.locator("ol.search__results")).to_have_count(0)


def test_more_answers_that_did_not_come_can_be_asked_for_again(page: Page, address: str) -> None:
    page.goto(f"{address}/ru/search/?q=кооператив")
    answers = page.locator(".search__result")
    expect(answers).to_have_count(10)
    page.route("**/search/ru/pages.*.json", lambda route: route.abort())
    page.get_by_role("button", name="Показать ещё").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Поиск не загрузился"))
    page.unroute("**/search/ru/pages.*.json")
    page.get_by_role("button", name="Показать ещё").click()
    expect(answers).to_have_count(20)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_without_scripts_the_page_says_how_to_find_things(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{language}/search/")
    expect(page.locator("main input")).to_be_hidden()
    expect(page.locator("noscript .notice")).to_be_visible()
    links = page.locator("main nav[aria-labelledby=part-sections] a")
    assert links.count() >= 10
    expect(links.last).to_be_visible()
    context.close()


def test_the_table_of_queries_names_pages_that_exist_and_no_query_twice(working_site: BuiltSite) -> None:
    for language, rows in QUERIES.items():
        queries = [row["query"] for row in rows]
        assert sorted(queries) == sorted(set(queries))
        for row in rows:
            for path in [row["first"]] if isinstance(row["first"], str) else row["first"]:
                assert f"/{language}/{path}" in working_site.pages, row
    assert sum(map(len, QUERIES.values())) >= 60
