"""Every page type in every scheme: axe finds nothing, every text can be read on the ground it stands on, nothing scrolls
sideways, complains or asks another origin. One walk looks at all of it: most of the time goes into opening pages.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.browser.page_types import NARROWEST, PAGE_TYPES, PHONE, WIDE
from tests.browser.schemes import SCHEMES, context_in, show_in
from tests.site.built import COMPONENT_SHEET

PARTS = 2
"""The pages are shared out, so that two cores have work."""
AXE_WIDTH = {"kk": WIDE, "ru": PHONE}
SCHEMES_OF = {"kk": SCHEMES, "ru": ("light",)}
"""Both languages have the same elements: axe sees each of them once at each width, and once in each scheme its colours."""

CONTRAST = """
() => {
  const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const grounds = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const stops = style.backgroundImage.match(/rgba?\\([^)]+\\)/g);
      if (stops) return stops.map(numbers);
      const ground = numbers(style.backgroundColor);
      if (ground.length === 3 || ground[3] === 1) return [ground];
    }
    return [[255, 255, 255]];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility()) continue;
    if (element.closest("svg, script, option, noscript")) continue;
    const style = getComputedStyle(element);
    const text = light(numbers(style.color));
    const ratio = Math.min(...grounds(element).map((ground) => {
      const [dark, bright] = [text, light(ground)].sort((one, other) => one - other);
      return (bright + 0.05) / (dark + 0.05);
    }));
    const isBody = element.closest("main p, main li, main dd, main td") && !element.closest("a, button, .badge, label");
    const least = isBody ? 7 : 4.5;
    if (ratio < least) found.push(`${ratio.toFixed(2)} < ${least}: ${element.className || element.tagName}: ${walker.currentNode.textContent.trim().slice(0, 40)}`);
  }
  return [...new Set(found)];
}
"""


BROKEN = """
() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility() || element.closest("svg, script, option, noscript")) continue;
    if (getComputedStyle(element).hyphens === "auto") continue;
    for (const { 0: word, index } of text.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(`${element.className || element.tagName}: ${word}`);
    }
  }
  return [...new Set(found)];
}
"""
"""Words that begin on one line and end on the next, with no hyphen between."""


AXE = """
async ([script, options]) => {
  if (!window.axe) (0, eval)(script);
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}
"""
OF_WHOLE_PAGES = ("landmark-unique", "landmark-no-duplicate-main", "heading-order", "page-has-heading-one")
"""What axe asks of the arrangement of a page; the page of every component shows several states of one."""


def _axe(page: Page, *, without: tuple[str, ...] = ("color-contrast",)) -> list[str]:
    """Return what axe finds; colours are looked at by CONTRAST, which is stricter and knows gradients."""
    options = {"rules": {rule: {"enabled": False} for rule in without}, "resultTypes": ["violations"]}
    return list(page.evaluate(AXE, [AXE_SCRIPT, options]))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_page_type_is_open_to_everyone(browser: Browser, address: str, language: str, part: int) -> None:
    """At both widths axe finds nothing; in every scheme long text is read by AAA, all other by AA."""
    context = context_in(browser, "light", NARROWEST)
    page = context.new_page()
    faults: dict[tuple[str, object], list[str]] = {}
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else heard.append(request.url))
    for path in (*PAGE_TYPES, COMPONENT_SHEET)[part::PARTS]:
        page.set_viewport_size({"width": NARROWEST, "height": 640})
        page.goto(f"{address}/{language}/{path}")
        wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        faults[path, NARROWEST] = [f"{wide} px wide"] if wide > room else []
        without = ("color-contrast", *(OF_WHOLE_PAGES if path == COMPONENT_SHEET else ()))
        for width in (PHONE, WIDE):
            page.set_viewport_size({"width": width, "height": 900})
            if width == AXE_WIDTH[language]:
                faults[path, width] = _axe(page, without=without)
            faults[path, f"broken words at {width}"] = page.evaluate(BROKEN)
        for scheme in SCHEMES_OF[language]:
            show_in(page, scheme)
            faults[path, scheme] = page.evaluate(CONTRAST)
        faults[path, "console and other origins"] = heard.copy()
        heard.clear()
    context.close()
    assert {place: found for place, found in faults.items() if found} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_agrees_about_the_colours(browser: Browser, address: str, scheme: str) -> None:
    context = context_in(browser, scheme, WIDE)
    page = context.new_page()
    page.goto(f"{address}/kk/pyramid-check/")
    assert _axe(page, without=()) == []
    context.close()


def test_a_fault_would_be_found(browser: Browser, address: str) -> None:
    context = context_in(browser, "light", PHONE)
    page = context.new_page()
    page.goto(f"{address}/kk/about/")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><p class=pale>Бозғылт</p>')"
    )
    page.evaluate("document.querySelector('.pale').attributeStyleMap.set('color', 'rgb(170,180,200)')")
    assert any(fault.startswith("image-alt") for fault in _axe(page))
    assert any("pale" in fault for fault in page.evaluate(CONTRAST))
    context.close()
