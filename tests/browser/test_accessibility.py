"""Every page type in every scheme: axe finds nothing, and every text can be read on the ground it stands on."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.page_types import PAGE_TYPES, PHONE, WIDE
from tests.browser.schemes import SCHEMES, context_in, show_in

PARTS = 2
"""The pages are shared out, so that two cores have work."""

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


def _axe(page: Page, *, colours: bool = False) -> list[str]:
    """Return what axe finds; colours are looked at by CONTRAST, which is stricter and knows gradients."""
    options = {"rules": {"color-contrast": {"enabled": colours}}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_page_type_is_open_to_everyone(browser: Browser, address: str, language: str, part: int) -> None:
    """At both widths axe finds nothing; in every scheme long text is read by AAA, all other by AA."""
    context = context_in(browser, "light", PHONE)
    page = context.new_page()
    faults = {}
    for path in PAGE_TYPES[part::PARTS]:
        page.goto(f"{address}/{language}/{path}")
        for width in (PHONE, WIDE):
            page.set_viewport_size({"width": width, "height": 900})
            faults[path, width] = _axe(page)
        for scheme in SCHEMES:
            show_in(page, scheme)
            faults[path, scheme] = page.evaluate(CONTRAST)
        show_in(page, "light")
    context.close()
    assert {place: found for place, found in faults.items() if found} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_agrees_about_the_colours(browser: Browser, address: str, scheme: str) -> None:
    context = context_in(browser, scheme, WIDE)
    page = context.new_page()
    page.goto(f"{address}/kk/pyramid-check/")
    assert _axe(page, colours=True) == []
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
