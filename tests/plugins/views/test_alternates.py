"""The same page in the other language: each page of a set names the same addresses."""

import pytest

from plugins.views.alternates import LANGUAGE_NAMES, Alternate, alternates

SITE = "https://small.example"

PATHS = {
    "home": ("", f"{SITE}/kk/", f"{SITE}/ru/", f"{SITE}/"),
    "list": ("news/", f"{SITE}/kk/news/", f"{SITE}/ru/news/", f"{SITE}/kk/news/"),
    "item": ("news/a-b/", f"{SITE}/kk/news/a-b/", f"{SITE}/ru/news/a-b/", f"{SITE}/kk/news/a-b/"),
    "single page": ("about/", f"{SITE}/kk/about/", f"{SITE}/ru/about/", f"{SITE}/kk/about/"),
}


@pytest.mark.parametrize(("path", "kk", "ru", "default"), PATHS.values(), ids=PATHS)
def test_a_page_names_both_languages_and_a_default(path: str, kk: str, ru: str, default: str) -> None:
    assert alternates(path, SITE) == (Alternate("kk", kk), Alternate("ru", ru), Alternate("x-default", default))


def test_the_address_of_the_site_may_hold_a_port_and_a_folder() -> None:
    first, *_ = alternates("news/", "http://127.0.0.1:8000/try")
    assert first == Alternate("kk", "http://127.0.0.1:8000/try/kk/news/")


def test_each_language_is_named_as_its_speakers_write_it() -> None:
    assert LANGUAGE_NAMES == {"kk": "Қазақша", "ru": "Русский"}
