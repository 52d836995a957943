"""The schemes of colours, and a visitor who sees the site in one of them."""

from playwright.sync_api import Browser, BrowserContext, Page

SCHEMES = ("light", "dark", "contrast")


def context_in(browser: Browser, scheme: str, width: int) -> BrowserContext:
    """Return a context whose pages come in `scheme`: the device's own light or dark, or contrast chosen in the panel."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        service_workers="block",
    )
    if scheme == "contrast":
        context.add_init_script("localStorage.setItem('view', JSON.stringify({scheme: 'contrast'}))")
    return context


def show_in(page: Page, scheme: str) -> None:
    """Show an open page in another scheme, as the panel and the device would."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.evaluate("(scheme) => { document.documentElement.dataset.scheme = scheme }", scheme)
