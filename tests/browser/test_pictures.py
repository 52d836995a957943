"""Pictures in a real Chromium: each slot is as wide as `sizes` says, and the file that is loaded fits it."""

from collections.abc import Iterator
from datetime import date
from math import sqrt
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.language import classify
from plugins.media.sizes import SLOTS
from plugins.pipeline.build import build
from plugins.server.running import served
from tests.browser.page_types import PHONE, WIDE
from tests.plugins.media.files import photo
from tests.site.built import BuiltSite
from tests.small_site import small_project, write

SHOWN = {
    "prose": "/ru/news/meeting/", "card": "/ru/testimonials/", "portrait": "/ru/honor-board/",
    "life": "/ru/honor-board/sample/", "paper": "/ru/testimonials/sample/", "sheet": "/ru/testimonials/sample/",
}  # fmt: skip
"""A page on which a picture stands in the slot."""

IN_SLOT = {
    "prose": ".prose img", "card": ".testimonial-card__picture img", "portrait": ".person-card__portrait img",
    "life": ".person-card__portrait img", "paper": ".gallery__open img", "sheet": "dialog[open] img",
}  # fmt: skip


class Loaded(TypedDict):
    """What the browser made of a picture: its width on the page, its width by `sizes`, both in CSS pixels, its file."""

    shown: float
    by_sizes: float
    chosen: int
    offered: list[int]
    is_avif: bool


LOADED = """async (img) => {
  img.scrollIntoView();
  while (!img.complete || !img.currentSrc) await new Promise((later) => setTimeout(later, 20));
  const source = img.parentElement.querySelector("source");
  const offered = Object.fromEntries(source.srcset.split(", ").map((file) => {
    const [address, width] = file.split(" ");
    return [new URL(address, location).href, parseInt(width)];
  }));
  return {
    shown: img.getBoundingClientRect().width, by_sizes: img.naturalWidth, chosen: offered[img.currentSrc],
    offered: Object.values(offered), is_avif: img.currentSrc.endsWith(".avif"),
  };
}"""
"""`naturalWidth` of a picture with widths in `srcset` is what its `sizes` come to."""


@pytest.fixture(scope="module")
def photographed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the small site with a photo in every slot; return its address."""
    paths = small_project(tmp_path_factory.mktemp("photographed"))
    case, life, news = (paths.content / item for item in ("testimonials/sample", "honor-board/sample", "news/meeting"))
    for bundle, drawing in ((case, "paper"), (life, "portrait")):
        (bundle / f"{drawing}.svg").unlink()
        (bundle / f"{drawing}.jpg").write_bytes(photo(1900, 1425))
        facts = (bundle / "facts.yaml").read_text(encoding="utf-8")
        write(bundle / "facts.yaml", facts.replace(f"{drawing}.svg", f"{drawing}.jpg"))
    (news / "hall.jpg").write_bytes(photo(1900, 1425))
    for language, words in (("kk", "Жиналыс өткен бөлме"), ("ru", "Комната, где шло собрание")):
        index = news / f"index.{language}.md"
        write(index, index.read_text(encoding="utf-8") + f"\n![{words}](hall.jpg)\n")
    build(paths, date(2026, 11, 22))
    with served(paths.output) as address:
        yield address


def test_every_slot_is_looked_at() -> None:
    assert set(SHOWN) == set(IN_SLOT) == set(SLOTS)


@pytest.mark.parametrize("slot", SLOTS)
@pytest.mark.parametrize(
    ("width", "dots"), [(PHONE, 1), (PHONE, 2), (WIDE, 1), pytest.param(WIDE, 2, marks=pytest.mark.long)]
)
def test_the_file_fits_its_place(browser: Browser, photographed: str, slot: str, width: int, dots: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=dots)
    page = context.new_page()
    page.goto(photographed + SHOWN[slot])
    if slot == "sheet":
        page.locator(".gallery__open").first.click()
    loaded: Loaded = page.locator(IN_SLOT[slot]).first.evaluate(LOADED)
    context.close()
    assert loaded["is_avif"]
    assert loaded["by_sizes"] == pytest.approx(loaded["shown"], abs=2)
    needed = loaded["shown"] * dots
    enough = [offered for offered in loaded["offered"] if offered >= needed - 1]
    assert enough, "no file is as wide as the place"
    assert loaded["chosen"] <= enough[0], "a smaller file would have done"
    # on fine screens Chromium takes the smaller of two files up to their geometric mean
    assert loaded["chosen"] >= (needed - 1 if dots == 1 else needed / sqrt(2))


@pytest.fixture
def story(browser: Browser, address: str) -> Iterator[Page]:
    """The page of a case with a picture and a paper."""
    context: BrowserContext = browser.new_context(viewport={"width": PHONE, "height": 760})
    page = context.new_page()
    page.goto(f"{address}/kk/testimonials/sample-car-semey/")
    yield page
    context.close()


def test_the_gallery_is_gone_through_by_keyboard(story: Page) -> None:
    links, sheets = story.locator(".gallery__open"), story.locator("dialog.gallery__sheet")
    expect(links).to_have_count(2)
    links.nth(0).focus()
    story.keyboard.press("Enter")
    expect(sheets.nth(0)).to_be_visible()
    story.keyboard.press("ArrowRight")
    expect(sheets.nth(0)).to_be_hidden()
    expect(sheets.nth(1)).to_be_visible()
    story.keyboard.press("ArrowLeft")
    expect(sheets.nth(0)).to_be_visible()
    following = sheets.nth(0).get_by_role("button", name="Келесі сурет")
    following.focus()
    story.keyboard.press("Enter")
    expect(sheets.nth(1)).to_be_visible()
    expect(sheets.nth(1).get_by_role("button", name="Келесі сурет")).to_be_focused()
    story.keyboard.press("Escape")
    expect(sheets.nth(1)).to_be_hidden()
    expect(links.nth(1)).to_be_focused()


def test_behind_the_last_picture_comes_the_first(story: Page) -> None:
    links, sheets = story.locator(".gallery__open"), story.locator("dialog.gallery__sheet")
    links.nth(1).click()
    sheets.nth(1).get_by_role("button", name="Келесі сурет").click()
    expect(sheets.nth(0)).to_be_visible()
    sheets.nth(0).get_by_role("button", name="Алдыңғы сурет").click()
    expect(sheets.nth(1)).to_be_visible()
    sheets.nth(1).get_by_role("button", name="Жабу").click()
    expect(sheets.nth(1)).to_be_hidden()
    expect(links.nth(1)).to_be_focused()


def test_a_gallery_is_of_use_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ru/testimonials/sample-car-semey/")
    page.locator(".gallery__open").last.click()
    page.wait_for_url(f"{address}/media/testimonials/sample-car-semey/paper-*")
    context.close()


HIDDEN_NOTE = {
    "kk": "Отбасын қорғау үшін құжаттағы аты-жөн, нөмір, мекенжай және қолтаңба жасырылады.",
    "ru": "Имена, номера, адреса и подписи на документах скрыты: так мы бережём семью.",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_papers_are_described_in_the_language_of_the_page(working_site: BuiltSite, language: str) -> None:
    """Every sample has a photographed paper; its alternative text and the note are in the page's language."""
    pages = [page for page in working_site.both() if page.url.startswith(f"/{language}/testimonials/sample-")]
    assert len(pages) == 3
    for page in pages:
        papers = [image for image in page.all(".gallery__open img") if "/paper-" in str(image["src"])]
        assert papers, page.url
        for image in papers:
            assert classify(str(image["alt"])).language == language
        assert HIDDEN_NOTE[language] in page.all("main")[0].get_text()
