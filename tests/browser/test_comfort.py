"""What scripts add: the panel, reading without a connection, marks kept on the device. Nothing leaves it."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.page_types import PHONE, WIDE
from tests.site.built import BuiltSite


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor on a phone, with a device that remembers."""
    context = browser.new_context(viewport={"width": PHONE, "height": 760})
    yield context
    context.close()


def scheme_of(page: Page) -> str:
    return str(page.evaluate("document.documentElement.dataset.scheme ?? ''"))


def wait_for_worker(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def wait_until_kept(page: Page, path: str, cache: str = "pages") -> None:
    """Wait for the service worker, a minute at most. `wait_for_function` would take the promise itself for a yes."""
    for _ in range(3000):
        if page.evaluate(
            "([path, cacheName]) => caches.match(path, { cacheName }).then((kept) => kept !== undefined)", [path, cache]
        ):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"{path} was never kept in {cache}")


def test_the_panel_is_reached_by_keyboard_and_is_remembered_on_every_page(
    visitor: BrowserContext, address: str
) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/kk/")
    page.get_by_role("button", name="Нашар көретіндерге").focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Сайтты өзіңізге ыңғайлаңыз")
    expect(panel).to_be_visible()
    panel.get_by_label("Айқын контраст").focus()
    page.keyboard.press("Space")
    panel.get_by_label("Өте үлкен").check()
    panel.get_by_label("Кең").check()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.goto(f"{address}/ru/faq/")
    expect(page.locator("html")).to_have_attribute("data-scheme", "contrast")
    expect(page.locator("html")).to_have_attribute("data-text", "largest")
    expect(page.locator("html")).to_have_attribute("data-spacing", "wide")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "25.5px"
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1]


def test_the_panel_takes_back_what_was_chosen(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/ru/about/")
    page.get_by_role("button", name="Для слабовидящих").click()
    page.get_by_label("Тёмные").check()
    assert scheme_of(page) == "dark"
    page.get_by_role("button", name="Вернуть как было").click()
    assert scheme_of(page) == ""
    page.reload()
    assert scheme_of(page) == ""


def choose_contrast(page: Page, address: str) -> None:
    """Choose high contrast in the panel, and wait until the service worker has it."""
    page.goto(f"{address}/kk/")
    wait_for_worker(page)
    page.get_by_role("button", name="Нашар көретіндерге").click()
    page.get_by_label("Айқын контраст").check()
    wait_until_kept(page, "/view", "view")


def test_what_was_chosen_is_in_the_page_before_any_script_runs(visitor: BrowserContext, address: str) -> None:
    """No flash: the service worker writes the choice into the HTML, so that the first drawing has it already."""
    page = visitor.new_page()
    choose_contrast(page, address)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{address}/kk/laws/")
    assert scheme_of(page) == "contrast"


def test_a_page_that_is_come_back_to_shows_what_was_chosen_meanwhile(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/kk/laws/")
    page.evaluate("localStorage.setItem('view', JSON.stringify({ scheme: 'contrast' }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")  # as on the way back
    assert scheme_of(page) == "contrast"


def test_a_choice_in_the_panel_spoils_no_picture_and_no_short_address(
    visitor: BrowserContext, address: str, working_site: BuiltSite
) -> None:
    page = visitor.new_page()
    choose_contrast(page, address)
    (icon,) = [file for file in working_site.files("theme/illustrations") if re.fullmatch(r"icon-192\.\w+\.png", file)]
    answer = page.goto(f"{address}/theme/illustrations/{icon}")
    assert answer and answer.body() == (working_site.output / "theme/illustrations" / icon).read_bytes()
    page.goto(f"{address}/kk/laws")  # the server leads on to /kk/laws/
    expect(page).to_have_url(f"{address}/kk/laws/")
    assert scheme_of(page) == "contrast"
    wait_until_kept(page, "/kk/laws/")
    kept = page.evaluate("caches.open('pages').then(async (pages) => (await pages.keys()).map((one) => one.url))")
    assert f"{address}/kk/laws/" in kept
    assert not any(url.endswith(icon) for url in kept)


def test_pictures_do_not_fill_the_device(visitor: BrowserContext, address: str, working_site: BuiltSite) -> None:
    page = visitor.new_page()
    page.goto(
        f"{address}/kk/", wait_until="networkidle"
    )  # a picture of the page that comes later would be one of the kept
    wait_for_worker(page)
    picture = "/media/" + min(file for file in working_site.files("media") if file.endswith(".webp"))
    page.evaluate(
        """async (picture) => {
          const media = await caches.open("media");
          for (const old of await media.keys()) await media.delete(old);
          for (let number = 0; number < 200; number += 1) await media.put(`/media/old-${number}`, new Response(""));
          await fetch(picture);
          for (let turn = 0; turn < 1500 && !((await media.keys()).length === 200 && (await media.match(picture))); turn += 1) {
            await new Promise((again) => setTimeout(again, 20));
          }
        }""",
        picture,
    )
    kept = page.evaluate("caches.open('media').then(async (media) => (await media.keys()).map((one) => one.url))")
    assert address + picture in kept
    assert f"{address}/media/old-0" not in kept
    assert f"{address}/media/old-199" in kept


def test_what_was_read_is_read_again_without_a_connection_and_says_from_when(
    visitor: BrowserContext, address: str
) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/kk/laws/")
    expect(page.locator("#offline")).to_be_hidden()
    for path in ("/kk/", "/kk/faq/", "/kk/contacts/", "/kk/laws/"):
        wait_until_kept(page, path)
    visitor.set_offline(True)
    for path in ("laws/", "faq/"):  # one that was visited, one that was not
        page.goto(f"{address}/kk/{path}")
        banner = page.locator("#offline")
        expect(banner).to_be_visible()
        expect(banner).to_contain_text(re.compile(r"Байланыс жоқ.*\d\d\.\d\d\.\d{4}, \d\d:\d\d", re.DOTALL))
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Golos Text"')
    visitor.set_offline(False)
    page.goto(f"{address}/kk/laws/")
    expect(page.locator("#offline")).to_be_hidden()


def test_a_page_never_kept_is_not_made_up(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/ru/laws/")
    wait_until_kept(page, "/ru/laws/")
    visitor.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        page.goto(f"{address}/ru/charity/")


def test_with_a_connection_the_newest_page_is_shown_not_the_kept_one(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/ru/laws/")
    wait_until_kept(page, "/ru/laws/")
    page.evaluate(
        "caches.open('pages').then((pages) => pages.put('/ru/laws/', new Response('<title>old</title>',"
        " { headers: { 'Content-Type': 'text/html' } })))"
    )
    page.goto(f"{address}/ru/laws/")
    expect(page).to_have_title(re.compile("Законы"))


@pytest.mark.parametrize(("language", "words"), [("kk", "уй кезек"), ("ru", "СОБРАНИЕ")])
def test_an_answer_is_found_among_the_answers(visitor: BrowserContext, address: str, language: str, words: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/{language}/faq/")
    answers = page.locator(".question")
    all_answers = answers.count()
    page.locator("#find").fill(words)
    shown = page.locator(".question:visible").count()
    assert 0 < shown < all_answers
    expect(page.locator(".find__count")).to_contain_text(str(shown))
    page.locator("#find").fill("")
    assert page.locator(".question:visible").count() == all_answers


def test_letters_in_pieces_are_found_among_the_answers_too(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/kk/faq/")
    page.locator("#find").fill("үй")
    whole = page.locator(".question:visible").count()
    page.locator("#find").fill("үи\u0306")
    assert page.locator(".question:visible").count() == whole > 0


def test_an_address_of_one_answer_leads_to_it(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/kk/faq/#who-decides")
    expect(page.locator("#who-decides")).to_be_in_viewport()


def test_a_lesson_judges_the_answers_and_the_course_remembers_it(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    requests: list[str] = []
    page.goto(f"{address}/ru/education/signs-of-a-pyramid/")
    page.on("request", lambda request: requests.append(request.method))
    question = page.locator(".quiz__question").first
    question.get_by_label("Да, зарегистрированные не обманывают").check()
    expect(question.get_by_role("status")).to_have_text("Не совсем так, посмотрите ещё раз.")
    question.get_by_label("Нет, нужны ответы и на другие вопросы").check()
    expect(question.get_by_role("status")).to_have_text("Верно.")
    expect(question.get_by_text("Регистрация честности не доказывает.")).to_be_visible()
    page.get_by_role("button", name="Урок прочитан").click()
    assert "POST" not in requests
    page.goto(f"{address}/kk/education/")
    expect(page.locator(".lesson--read")).to_have_count(1)
    expect(page.locator(".progress__count")).to_contain_text(f"1 / {page.locator('.lesson').count()}")


def test_lessons_marked_in_two_tabs_are_both_remembered(visitor: BrowserContext, address: str) -> None:
    slugs = ("signs-of-a-pyramid", "family-budget")
    course, *tabs = visitor.new_page(), visitor.new_page(), visitor.new_page()
    course.goto(f"{address}/ru/education/")
    for tab, slug in zip(tabs, slugs, strict=True):
        tab.goto(f"{address}/ru/education/{slug}/")
    for tab in tabs:
        tab.get_by_role("button", name="Урок прочитан").click()
    expect(course.locator(".lesson--read")).to_have_count(2)  # it stood open meanwhile


def test_the_answers_of_a_lesson_open_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/kk/education/signs-of-a-pyramid/")
    page.get_by_text("Жауап", exact=True).first.click()
    expect(page.get_by_text("Тіркеу адалдықты дәлелдемейді.")).to_be_visible()
    expect(page.get_by_role("button", name="Сабақты оқып шықтым")).to_be_hidden()
    context.close()


def test_the_check_list_counts_keeps_and_clears_the_marks(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/kk/pyramid-check/")
    first, second = page.locator(".checklist__check").all()[:2]
    first.get_by_label("Бәрі дұрыс").check()
    second.get_by_label("Күдікті белгі бар").check()
    page.goto(f"{address}/ru/pyramid-check/")  # the marks belong to the list, not to its language
    reported = page.locator(".checklist__sum")
    expect(reported).to_contain_text("Проверено: 2 / 14")
    expect(reported).to_contain_text("тревожных признаков: 1")
    page.get_by_role("button", name="Стереть отметки").click()
    expect(reported).to_contain_text("Проверено: 0 / 14")


def test_the_check_list_prints_without_menus(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": WIDE, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/kk/pyramid-check/")
    page.emulate_media(media="print")
    expect(page.locator("nav.menu")).to_be_hidden()
    expect(page.locator(".share")).to_be_hidden()
    expect(page.locator(".checklist__check").last).to_be_visible()
    context.close()


def test_sharing_copies_the_address_where_the_system_has_no_sheet(visitor: BrowserContext, address: str) -> None:
    visitor.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined })")
    page.goto(f"{address}/ru/about/")
    page.get_by_role("button", name="Поделиться страницей").click()
    expect(page.get_by_role("status").filter(has_text="Ссылка скопирована")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/ru/about/")


def test_sharing_uses_the_sheet_of_the_system_where_there_is_one(visitor: BrowserContext, address: str) -> None:
    page = visitor.new_page()
    page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }")
    page.goto(f"{address}/ru/about/")
    page.get_by_role("button", name="Поделиться страницей").click()
    assert page.evaluate("window.shared.url").endswith("/ru/about/")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_site_can_be_put_on_the_screen_of_a_phone(visitor: BrowserContext, address: str, language: str) -> None:
    page = visitor.new_page()
    page.goto(f"{address}/{language}/")
    manifest = json.loads(
        page.request.get(address + str(page.locator("link[rel=manifest]").get_attribute("href"))).text()
    )
    assert (manifest["lang"], manifest["start_url"]) == (language, f"/{language}/")
    for icon in manifest["icons"]:
        answer = page.request.get(address + icon["src"])
        assert answer.ok and answer.headers["content-type"] == icon["type"]


def moved_while_late(browser: Browser, address: str, late: str) -> float:
    """Return how far the page at `address` moves, in its layout shift, when the files `late` come after its first paint."""
    context = browser.new_context(viewport={"width": PHONE, "height": 760}, service_workers="block")
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.moved +="
        " entry.value; }).observe({ type: 'layout-shift', buffered: true })"
    )
    held: list[Route] = []
    arrived = False

    def hold(route: Route) -> None:
        route.continue_() if arrived else held.append(route)

    page.route(late, hold)
    page.goto(address, wait_until="commit")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    assert held, f"no {late} was asked for"
    page.wait_for_timeout(300)  # longer than a browser waits before it draws with what it has
    arrived = True
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    page.wait_for_timeout(100)  # the observer hears of a shift after the frame that made it
    moved = float(page.evaluate("window.moved"))
    context.close()
    return moved


def test_nothing_moves_while_the_fonts_come(browser: Browser, address: str) -> None:
    assert moved_while_late(browser, f"{address}/kk/", "**/*.woff2") < 0.02


@pytest.mark.parametrize("path", ["loans/", "loans/halyk-7-20-25/", "queue/", "affordability/", "offer-sheet/"])
def test_nothing_moves_while_the_script_of_a_calculator_comes(browser: Browser, address: str, path: str) -> None:
    assert moved_while_late(browser, f"{address}/kk/{path}", "**/*.js") < 0.02
