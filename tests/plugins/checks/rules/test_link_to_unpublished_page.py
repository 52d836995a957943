"""Links to a page that a release leaves out."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.checks.page_index import Overview, outlines_of
from plugins.checks.rules import link_to_unpublished_page
from tests.plugins.checks.checked import CASE_BODY_LINE, assert_has_words, checked_site, write_case
from tests.plugins.model.edits import Reported, replaced, reported
from tests.small_site import TODAY

# body, (line of the body, column, address) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "first, middle and last": (
        "[а](/charity/elders/) ә\n\n- [б](/charity/elders/#a)\n\nә [в](/charity/elders/)",
        [(1, 5, "/charity/elders/"), (3, 7, "/charity/elders/#a"), (5, 7, "/charity/elders/")],
    ),
    "by reference": ("[а][1]\n\n[1]: /charity/elders/", [(3, 6, "/charity/elders/")]),
    "a page that is shown": ("[а](/news/meeting/)", []),
    "a broken link, which another rule reports": ("[а](/charity/elder/)", []),
}


def found_without_charity(content: Path) -> list[Reported]:
    """Return what the rule reports where a release leaves the item of charity out."""
    site = checked_site(content)
    release = replace(site.content, withheld=frozenset({"/charity/elders/"}))
    problems = sorted(link_to_unpublished_page.check(Overview(release, tuple(outlines_of(site)), TODAY)))
    assert_has_words(problems)
    return reported(problems)


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_link_to_a_page_that_is_left_out_is_reported(
    content: Path, language: str, body: str, expected: list[tuple[int, int, str]]
) -> None:
    file = write_case(content, language, body)
    assert found_without_charity(content) == [
        (file, CASE_BODY_LINE - 1 + line, column, "link-to-unpublished-page", {"link": link})
        for line, column, link in expected
    ]


def test_a_button_is_left_out_with_its_page_and_not_reported(content: Path) -> None:
    replaced("pages/home/index.ru.md", "link: /laws/", "link: /charity/elders/")(content)
    assert found_without_charity(content) == []


def test_the_next_pages_of_an_answer_are_reported(content: Path) -> None:
    replaced("faq/how-to-join/facts.yaml", "next: [/news/,", "next: [/charity/elders/,")(content)
    assert [found[:3] for found in found_without_charity(content)] == [("faq/how-to-join/facts.yaml", 5, 8)]
