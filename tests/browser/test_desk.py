"""The desk in a real Chromium: told and shown while typing, by keyboard and on a telephone, in both languages."""

import base64
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from bench.papers_set import draw_paper, photographed
from plugins.desk.application import Desk
from plugins.desk.routes import desk_route
from plugins.pipeline.build import build
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running
from tests.plugins.media.files import saved
from tests.plugins.video.making import make_video
from tests.small_site import TODAY, small_project

NEWS = "/desk/news/meeting/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    paths = small_project(tmp_path_factory.mktemp("desk"))
    build(paths, TODAY, lenient=True)
    return paths.content.parent


@pytest.fixture(scope="module")
def desk(root: Path) -> Iterator[str]:
    with running(Preview(root, Builds(), ("kk", "ru")).app(desk_route(Desk(root, today=lambda: TODAY)))) as address:
        yield address


@pytest.fixture
def page(browser: Browser, desk: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, base_url=desk)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    expected = ["404", "503"] + ["has been blocked"] * (
        "pasted" in request.node.name
    )  # the policy stops what is pasted
    assert [fault for fault in faults if not any(words in fault for words in expected)] == []


def body(page: Page, language: str) -> Locator:
    """Return the text editor of a language; the form's own field follows it."""
    return page.locator(f"[data-field='{language}.body'] .cm-content")


def write(page: Page, language: str, words: str) -> None:
    """Write words in place of a text, as one who pastes them."""
    body(page, language).press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(words)


def test_an_editor_sees_problems_while_typing_mends_and_saves(page: Page, root: Path) -> None:
    page.goto("/desk/?lang=ru")
    page.get_by_role("link", name="Имя news/meeting").click()
    expect(page.get_by_role("status")).to_have_text("Поправлять нечего.")
    text = page.get_by_role("textbox", name="Текст По-русски")
    text.press("Control+End")
    page.keyboard.type('\nОн сказал: "да".')
    expect(page.locator(".problems__list li")).not_to_have_count(0)
    expect(page.locator("[data-field='ru.body'] .cm-lintRange", has_text=re.compile('^"$'))).to_have_count(2)
    page.get_by_role("button", name="Исправить самому").click()
    expect(page.locator("[name='ru.body']")).to_have_value(re.compile("«да»"))
    page.locator("[name='facts.date']").fill("2026-02-03")
    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.locator(".said")).to_have_text("Сохранено.")
    assert "date: 2026-02-03\n" in (root / "content/news/meeting/facts.yaml").read_text(encoding="utf-8")
    page.get_by_role("button", name="Отменить последнее сохранение").click()
    expect(page.locator(".said")).to_have_text("Прежний текст возвращён.")


def test_what_is_typed_is_seen_on_the_page_before_it_is_saved(page: Page, root: Path) -> None:
    page.goto(NEWS)
    shown = page.frame_locator("#page")
    expect(shown.locator("h1")).to_have_text("Атауы news/meeting")
    page.locator("[name='kk.title']").fill("Жаңа атау")
    expect(shown.locator("h1")).to_have_text("Жаңа атау")
    page.locator("[name='ru.title']").fill("")
    write(page, "kk", "## Тақырып {#first}\n\nОрысшасы жоқ кезде де көрінеді.")
    expect(shown.locator(".prose")).to_contain_text("Орысшасы жоқ кезде де көрінеді.")
    page.get_by_role("button", name="Орысша бет").click()
    expect(shown.locator("html")).to_have_attribute("lang", "ru")
    page.locator("[name='ru.title']").fill("Новое имя")
    expect(shown.locator("h1")).to_have_text("Новое имя")
    assert "Жаңа атау" not in (root / "content/news/meeting/index.kk.md").read_text(encoding="utf-8")


def test_a_fault_of_a_field_stands_at_the_field_and_is_reached_from_the_list(page: Page) -> None:
    page.goto(NEWS)
    page.locator("[name='kk.title']").fill("")
    expect(page.locator("[data-field='kk.title'] .field__problems p")).not_to_have_count(0)
    page.locator(".problems__list button").first.press("Enter")
    expect(page.locator("[name='kk.title']")).to_be_focused()
    assert page.locator("[name='kk.title']").get_attribute("aria-invalid") == "true"
    page.locator("[name='kk.title']").fill("Атауы news/meeting")
    expect(page.locator(".problems__list li")).to_have_count(0)


def test_one_fault_is_mended_at_its_place_and_undo_takes_it_back(page: Page) -> None:
    page.goto(f"{NEWS}?lang=ru")
    write(page, "ru", 'Первое: "раз".\n\nСлово - тут.')
    faults = page.locator(".problems__list li", has=page.get_by_role("button", name="Исправить", exact=True))
    expect(faults).to_have_count(3)
    page.locator("[data-field='ru.body'] .cm-lintRange", has_text=re.compile("^ ?-")).last.hover()
    reported = page.locator(".cm-tooltip")
    expect(reported).to_contain_text("Почему")
    reported.get_by_role("button", name="Исправить", exact=True).click()
    value = page.locator("[name='ru.body']")
    expect(value).to_have_value('Первое: "раз".\n\nСлово — тут.')
    expect(faults).to_have_count(2)
    faults.first.get_by_role("button", name="Исправить", exact=True).press("Enter")
    expect(value).to_have_value('Первое: «раз".\n\nСлово — тут.')
    page.locator("[data-field='ru.body'] [data-tool=undo]").click()
    expect(value).to_have_value('Первое: "раз".\n\nСлово — тут.')
    page.keyboard.press("Control+y")
    expect(value).to_have_value('Первое: «раз".\n\nСлово — тут.')


TOOLS = {
    "heading": "## сөз",
    "list": "- сөз",
    "numbered": "1. сөз",
    "bold": "**сөз**",
    "italic": "*сөз*",
    "quote": "[сөз]{lang=ru}",
}


@pytest.mark.parametrize(("tool", "expected"), TOOLS.items())
def test_a_tool_puts_markdown_round_what_is_selected(page: Page, tool: str, expected: str) -> None:
    page.goto(NEWS)
    write(page, "kk", "сөз")
    body(page, "kk").press("Control+a")
    page.locator(f"[data-field='kk.body'] [data-tool={tool}]").click()
    expect(page.locator("[name='kk.body']")).to_have_value(expected)
    page.keyboard.press("Control+z")
    expect(page.locator("[name='kk.body']")).to_have_value("сөз")


def test_a_page_is_linked_by_its_title(page: Page) -> None:
    page.goto(NEWS)
    write(page, "kk", "")
    page.locator("[data-field='kk.body'] [data-tool=link]").click()
    named = page.locator("#links option[data-path='/news/meeting/']").get_attribute("value")
    assert named is not None and named.startswith("Атауы news/meeting")
    page.locator("#link [name=to]").fill(named)
    page.locator("#link [value=insert]").click()
    expect(page.locator("[name='kk.body']")).to_have_value("[Атауы news/meeting](/news/meeting/)")


def test_a_fault_of_a_figure_or_a_consent_asks_for_what_is_missing(page: Page) -> None:
    page.goto("/desk/honor-board/sample/?lang=ru")
    page.locator("[name='facts.sample']").uncheck()
    ask = page.get_by_role("button", name="Вписать согласие с бумаги")
    ask.click()
    expect(page.locator("[name^='facts.consent.']").first).to_be_focused()
    page.goto("/desk/news/meeting/?lang=ru")
    page.get_by_role("button", name="Убрать: Источники 1").click()
    expect(page.locator("[name='facts.sources.0.title.kk']")).to_have_count(0)
    write(page, "ru", "Собрали 5 млн тенге.")
    page.get_by_role("button", name="Указать источник").first.click()
    expect(page.locator("[name='facts.sources.0.title.kk']")).to_be_focused()
    expect(page.locator("[name='facts.sources.0.checked']")).not_to_have_value("")


def test_entries_are_added_in_place_and_what_was_typed_stays(page: Page) -> None:
    page.goto(NEWS)
    page.locator("[name='kk.summary']").fill("Басқа мазмұн")
    page.get_by_role("button", name="Қосу: Дереккөздер").click()
    added = page.locator("[name='facts.sources.1.title.kk']")
    expect(added).to_be_focused()
    expect(page.locator("[name='kk.summary']")).to_have_value("Басқа мазмұн")
    page.get_by_role("button", name="Алып тастау: Дереккөздер 2").click()
    expect(added).to_have_count(0)


def test_a_photo_is_dropped_in_with_words_in_both_languages(page: Page, root: Path, tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (400, 300), "green").save(file, "JPEG")
    page.goto(NEWS)
    page.locator("[data-tool='picture']").first.click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=file]").set_input_files({"name": "Зал.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()})  # fmt: skip
    dialog.locator("[name=alt-kk]").fill("Жиналыс залы")
    dialog.locator("[name=alt-ru]").fill("Зал собрания")
    dialog.locator("[data-insert]").click()
    expect(dialog).to_be_hidden()
    assert "![Жиналыс залы](zal.jpg)" in page.locator("[name='kk.body']").input_value()
    assert "![Зал собрания](zal.jpg)" in page.locator("[name='ru.body']").input_value()
    assert (root / "content/news/meeting/zal.jpg").is_file()
    (root / "content/news/meeting/zal.jpg").unlink()


def test_a_new_person_gets_a_portrait_before_anything_is_saved(page: Page, root: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (600, 800), "green").save(file, "JPEG")
    page.goto("/desk/new/honor-board/?lang=ru")
    portrait = page.locator("[name='facts.portrait.file']")
    page.locator("[data-upload='f-facts.portrait.file']").set_input_files(
        {"name": "Портрет.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
    )
    expect(portrait).to_have_value("portret.jpg")
    page.locator("[name='ru.title']").fill("Новый человек")
    page.get_by_role("button", name="Сохранить черновик").click()
    expect(page.locator(".said")).to_have_text("Сохранено.")
    folder = root / "content/honor-board/novyi-chelovek"
    assert (folder / "portret.jpg").is_file() and "portret.jpg" in (folder / "facts.yaml").read_text(encoding="utf-8")
    shutil.rmtree(folder)


def test_usual_words_are_written_by_one_press(page: Page) -> None:
    page.goto("/desk/new/honor-board/?lang=ru")
    expect(page.locator("[name='kk.title']")).to_be_focused()
    page.locator("[name='kk.title']").fill("Кітапханашы")
    page.get_by_role("button", name="Вписать: «Портрет: Кітапханашы»").click()
    expect(page.locator("[name='kk.portrait_alt']")).to_have_value("Портрет: Кітапханашы")
    expect(page.locator("[data-field='kk.portrait_alt'] .proposal:visible")).to_have_count(0)
    page.goto("/desk/new/testimonials/?lang=ru")
    known = page.evaluate("() => JSON.parse(document.querySelector('#known').textContent)['facts.town'][0]")
    page.locator("[name='facts.town.kk']").fill(known[0])
    expect(page.get_by_role("button", name=f"Вписать: «{known[1]}»")).to_be_visible()
    page.locator("[name='facts.town.kk']").blur()
    expect(page.locator("[name='facts.town.ru']")).to_have_value(known[1])
    page.get_by_role("button", name="Вписать: «В фильме").click()
    expect(page.locator("[name='kk.film_note']")).to_have_value(re.compile("^Фильмде"))
    page.get_by_role("button", name="Вписать: «этот сайт»").click()
    page.get_by_role("button", name="Ещё два года").click()
    expect(page.locator("[name='facts.consent.until']")).to_have_value(re.compile(r"^\d{4}-12-31$"))


def test_a_picture_asks_at_once_for_its_words_in_both_languages(page: Page, root: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (600, 400), "green").save(file, "JPEG")
    page.goto("/desk/new/testimonials/?lang=ru")
    page.locator("[data-add-picture='facts.pictures']").set_input_files(
        {"name": "Ас үй.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
    )
    expect(page.locator("[name='kk.alt.as-ui']")).to_be_focused()
    expect(page.locator("[name='facts.pictures.as-ui.file']")).to_have_value("as-ui.jpg")
    page.locator("[name='ru.alt.as-ui']").fill("Кухня с окном")
    page.locator("[name='ru.title']").fill("Новый отзыв")
    page.get_by_role("button", name="Сохранить черновик").click()
    expect(page.locator(".said")).to_have_text("Сохранено.")
    expect(page.locator("[name='ru.alt.as-ui']")).to_have_value("Кухня с окном")
    folder = root / "content/testimonials/novyi-otzyv"
    assert (folder / "as-ui.jpg").is_file()
    shutil.rmtree(folder)


PASTED = {
    "Word": (
        "<html xmlns:o='urn'><body><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Қою</b> сөз<o:p></o:p></p>"
        "<h2>Тақырып</h2><ul><li>бір</li><li><i>екі</i></li></ul><style>p{}</style></body></html>",
        "**Қою** сөз\n\n## Тақырып\n\n- бір\n- *екі*",
    ),
    "Telegram": (
        "<b>Қою</b> мен <a href='https://a.example/'>сілтеме</a><br>жол",
        "**Қою** мен [сілтеме](https://a.example/)\n\nжол",
    ),
    "a page": ("<div><p onclick='x()'>Бір</p><script>x</script><p>Екі <img src=x></p></div>", "Бір\n\nЕкі"),
}


@pytest.mark.parametrize(("html", "expected"), PASTED.values(), ids=PASTED)
def test_what_is_pasted_becomes_markdown(page: Page, html: str, expected: str) -> None:
    page.goto(NEWS)
    write(page, "kk", "")
    body(page, "kk").evaluate(
        "(text, html) => { const data = new DataTransfer(); data.setData('text/html', html);"
        " text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
        html,
    )
    expect(page.locator("[name='kk.body']")).to_have_value(expected)


def test_a_paper_is_hidden_at_the_workbench_before_it_enters_the_item(page: Page, root: Path) -> None:
    image = photographed(draw_paper("receipt-ru", 9), "flat", 9).image.crop((100, 200, 1700, 900))
    folder = root / "content/testimonials/sample"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    page.goto("/desk/testimonials/sample/?lang=ru")
    page.get_by_role("button", name="Положить документ").click()
    page.locator("[name=kind]").select_option("receipt")
    page.locator("[name=alt-kk]").fill("Түбіртек, деректері жабылған")
    page.locator("[name=alt-ru]").fill("Квитанция, данные закрыты")
    page.locator("[name=photo]").set_input_files(
        {"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": saved(image, "JPEG")}
    )
    page.locator("[name='facts.year']").fill("2024")
    expect(page.locator("[data-paper]")).to_contain_text("прочитан: посмотрите", timeout=60_000)
    page.get_by_role("button", name="Открыть документ").click()
    expect(page.locator("rect")).not_to_have_count(0, timeout=60_000)
    assert set(folder.iterdir()) == set(before), "no picture lies there before the editor has looked"
    page.get_by_role("button", name="Закрыть и сохранить").click()
    expect(page.locator("[data-paper]")).to_contain_text("Документ лежит рядом", timeout=60_000)
    expect(page.get_by_role("button", name="Открыть документ")).to_be_hidden()
    assert "sha256" in (folder / "papers.yaml").read_text(encoding="utf-8")
    page.goto("/desk/testimonials/sample/?lang=ru")
    expect(page.locator("[name='facts.papers.receipt.file']")).to_have_value("receipt.jpg")
    expect(page.locator("[name='facts.year']")).to_have_value("2024")
    expect(page.locator("[name='ru.papers.receipt']")).to_have_value("Квитанция, данные закрыты")
    for path in set(folder.iterdir()) - set(before):
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


def test_a_dropped_film_is_taken_and_its_captions_are_written_beside_it(page: Page, root: Path, tmp_path: Path) -> None:
    folder = root / "content/testimonials/sample"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    film = base64.b64encode(make_video(tmp_path / "VID_1.mp4", sound=True).read_bytes()).decode()
    page.goto("/desk/testimonials/sample/?lang=ru")
    page.locator("#item").evaluate(
        "(form, film) => { const data = new DataTransfer();"
        " data.items.add(new File([Uint8Array.from(atob(film), (sign) => sign.charCodeAt(0))], 'VID_1.mp4', { type: 'video/mp4' }));"
        " form.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }",
        film,
    )
    expect(page.locator(".said")).to_contain_text("320 × 180")
    page.locator("video").evaluate(
        "async (video) => { video.currentTime = 0.5; await new Promise((done) => { video.onseeked = done; }); }"
    )
    page.get_by_role("button", name="Новая строка с этого места").last.click()
    expect(page.locator("[name='ru.0.text']")).to_be_focused()
    page.keyboard.type("Здравствуйте")
    expect(page.locator("[name='ru.0.start']")).to_have_value("0:00.500")
    expect(page.locator("#now")).to_have_text("Здравствуйте")
    page.set_viewport_size({"width": 360, "height": 760})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert [(fault["id"], fault["nodes"][0]["html"][:150]) for fault in Axe().run(page).response["violations"]] == []
    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.locator("#film-problems")).to_be_visible()
    assert (folder / "film.ru.vtt").read_text(encoding="utf-8").startswith("WEBVTT\n\n00:00:00.500 --> 00:00:0")
    page.goto("/desk/")  # the player reads the film as long as it is shown
    for path in set(folder.iterdir()) - set(before):
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    "path",
    [
        "/desk/",
        NEWS,
        "/desk/testimonials/sample/",
        "/desk/testimonials/sample/paper/",
        "/desk/testimonials/sample/film/",
        "/desk/new/lawyer/",
    ],
)
def test_every_page_fits_a_telephone_and_axe_finds_nothing(page: Page, path: str, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 760})
    page.goto(f"{path}?lang={language}")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    small = page.locator("main :is(button, .button, select, input:not([type=hidden], [type=checkbox]))").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && !one.ariaHidden && one.getBoundingClientRect().height < 24).map(one => one.outerHTML)"
    )
    assert small == []
    found = Axe().run(page, options={"rules": {"frame-tested": {"enabled": False}}}).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"][:150]) for fault in found] == []


def test_without_scripts_the_form_still_works(browser: Browser, desk: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=desk)
    page = context.new_page()
    page.goto(NEWS)
    page.get_by_role("button", name="Қосу: Дереккөздер").click()
    expect(page.locator("[name='facts.sources.1.title.kk']")).to_have_count(1)
    context.close()
