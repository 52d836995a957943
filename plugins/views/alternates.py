"""The hreflang links of a page, the same on the page and in the sitemap."""

from dataclasses import dataclass

from plugins.model.items import LANGUAGES

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский"}
"""Each language's own name, as its speakers write it."""

LOCALES = {"kk": "kk_KZ", "ru": "ru_RU"}
"""Each language as Open Graph names it."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """`hreflang` and the full address."""

    hreflang: str
    url: str


def alternates(path: str, site_url: str) -> tuple[Alternate, ...]:
    """Return the alternates of the page at `path` below its language; every page of the set names the same ones.

    `x-default` is the choice of language for the home page. No other page has a neutral twin; there it is the
    page in the state language, because an alternate must lead to the same content.
    """
    pages = tuple(Alternate(language, f"{site_url}/{language}/{path}") for language in LANGUAGES)
    default = f"{site_url}/" if path == "" else pages[0].url
    return (*pages, Alternate("x-default", default))
