"""Draws the handbooks' pictures of the desk anew: the list, a form with faults, captions beside a film.

.venv/bin/python -m bench.desk_pictures
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect

from bench.desk_server import copied_project, open_desk
from plugins.desk.words import load_words
from plugins.model.items import LANGUAGES
from tests.plugins.video.making import make_video
from tests.small_site import ROOT

_INTO = ROOT / "docs" / "pictures"
_ITEM = "/desk/news/round-table-2023/"
_CASE = "/desk/testimonials/sample-car-semey/"
_FAULTS = {"kk": 'Бір "сөз" - осы.', "ru": 'Одно "слово" - вот.'}
_SPOKEN = {
    "kk": ("Пәтерімізге осылай кірдік.", "Кезекті екі жыл күттік."),
    "ru": ("Так мы вошли в свою квартиру.", "Очереди ждали два года."),
}


def main() -> None:
    """Write the pictures in both languages."""
    with tempfile.TemporaryDirectory() as folder, open_desk(copied_project(Path(folder))) as page:
        _wait_for_build(page)
        _put_film(page, make_video(Path(folder) / "VID_1.mp4", 6, (640, 360), sound=True))
        for language in LANGUAGES:
            page.goto(f"/desk/?lang={language}")
            page.screenshot(path=_INTO / f"desk-list.{language}.png")
            _with_faults(page, language)
            page.screenshot(path=_INTO / f"desk-item.{language}.png")
            page.goto(f"{_CASE}captions/film/")
            page.wait_for_function("() => document.querySelector('video').readyState > 1")
            page.screenshot(path=_INTO / f"desk-captions.{language}.png")


def _wait_for_build(page: Page) -> None:
    """Wait until the site's own page can be shown beside a form."""
    while not page.goto(f"/{LANGUAGES[0]}{_ITEM.removeprefix('/desk')}") or not page.locator("body > header").count():
        page.wait_for_timeout(2000)


def _put_film(page: Page, film: Path) -> None:
    page.goto(f"{_CASE}film/")
    page.locator("[name=film]").set_input_files(film)
    page.locator("form button").click()
    for language, rows in _SPOKEN.items():
        for number, words in enumerate(rows):
            page.locator(f"[name='{language}.{number}.text']").fill(words)
    page.locator("#captions .button:not(.button--quiet)").last.click()
    expect(page.locator(".said")).to_have_text(load_words("ru").said["saved"])


def _with_faults(page: Page, language: str) -> None:
    page.goto(_ITEM)
    if (kept := page.locator("[value=discard]")).count():  # what was typed for the other picture
        kept.click()
    page.locator(f"[data-show^='/{language}/']").click()
    page.locator(f"[data-field='{language}.body'] .cm-content").press("Control+End")
    page.keyboard.insert_text(_FAULTS[language])
    expect(page.locator(".problems__what")).not_to_have_count(0)
    page.wait_for_timeout(1000)  # the page beside the form follows
    page.evaluate("() => window.scrollTo(0, 0)")


if __name__ == "__main__":
    main()
