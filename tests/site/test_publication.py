"""What a visitor gets: no sample, no unconfirmed fact, no unapproved comparison."""

import re

from tests.site.built import LANGUAGES, BuiltSite

WITHHELD = ("testimonials", "honor-board", "charity", "loans")


def test_the_working_site_marks_every_sample_and_unconfirmed_item(working_site: BuiltSite) -> None:
    for language in LANGUAGES:
        for section in ("testimonials", "honor-board", "charity"):
            items = [
                page for page in working_site.language_pages(language)
                if re.fullmatch(rf"{section}/[^/]+/", page.path)
            ]  # fmt: skip
            assert items
            assert all(page.all("main .badge") for page in items)
        assert working_site.pages[f"/{language}/queue/"].all("main .notice")
        assert len(working_site.pages[f"/{language}/about/"].all("main .badge")) >= 5


def test_the_published_site_holds_no_withheld_item_and_says_why_the_list_is_empty(published_site: BuiltSite) -> None:
    for language in LANGUAGES:
        for section in WITHHELD:
            pages = [p for p in published_site.language_pages(language) if p.path.startswith(f"{section}/")]
            assert [page.path for page in pages] == [f"{section}/"]
            assert len(pages[0].one("main .notice").get_text(strip=True)) > 30


def test_the_published_site_bears_no_mark_of_a_working_copy(published_site: BuiltSite) -> None:
    for page in published_site.pages.values():
        assert not page.all(".badge"), page.url
    assert not published_site.pages["/kk/queue/"].all("main #part-waiting")


def test_facts_of_which_none_is_confirmed_are_one_sentence_and_no_table_of_gaps(
    working_site: BuiltSite, published_site: BuiltSite
) -> None:
    for language in LANGUAGES:
        for path in ("about/", "contacts/"):
            assert working_site.pages[f"/{language}/{path}"].all("main dl.facts .badge"), path
            page = published_site.pages[f"/{language}/{path}"]
            assert not page.all("main dl.facts"), path
            assert len(page.all("main .notice")) == 1, path


def test_the_published_media_hold_no_picture_of_a_sample(published_site: BuiltSite) -> None:
    sections = {name.split("/")[1] for name in published_site.files() if name.startswith("media/")}
    assert sections == {"faq", "pages"}  # films of real pages; every testimonial and life is a sample


def test_both_sites_have_equal_trees_in_both_languages(published_site: BuiltSite) -> None:
    assert published_site.files("kk") == published_site.files("ru")
