"""A draft is in no build and stops no other item, whatever is wrong with it; who asks for drafts gets them."""

from pathlib import Path

import pytest

from plugins.model import read_content
from plugins.pipeline.check import survey
from tests.small_site import ROOT, TODAY, write_small_site


@pytest.mark.parametrize(
    "facts",
    ["draft: true\ndate: 2025-11-28\n", "date: [\ndraft: true # not yet\n", "draft: true\r\nunknown: 1\r\n"],
    ids=["finished", "unreadable", "not as the schema asks"],
)
def test_a_draft_is_as_if_it_were_not_there(tmp_path: Path, facts: str) -> None:
    content = write_small_site(tmp_path)
    (content / "news/meeting/facts.yaml").write_bytes(facts.encode())
    (content / "news/meeting/index.ru.md").unlink()
    read, problems = read_content(content)
    assert problems == []
    assert read is not None and read.items["news"] == () and "/news/meeting/" not in read.paths
    assert read_content(content, drafts=True)[1] != []


@pytest.mark.parametrize(
    "facts", ["draft: false\n", "# draft: true\n", "date: 2025-11-28\nkept:\n  draft: true\n", "draft: true!\n"]
)
def test_what_is_not_marked_is_no_draft(tmp_path: Path, facts: str) -> None:
    content = write_small_site(tmp_path)
    (content / "news/meeting/facts.yaml").write_text(facts, encoding="utf-8")
    read, _ = read_content(content)
    assert read is not None and "/news/meeting/" in read.paths


def test_what_was_found_in_a_draft_is_not_reported_of_the_site(tmp_path: Path) -> None:
    content = write_small_site(tmp_path)
    facts = content / "news/meeting/facts.yaml"
    facts.write_text("draft: true\n" + facts.read_text(encoding="utf-8"), encoding="utf-8")
    text = content / "news/meeting/index.kk.md"
    text.write_text(text.read_text(encoding="utf-8") + '\n"тырнақша"\n', encoding="utf-8")

    def rules(*, drafts: bool) -> set[str]:
        cache = tmp_path / "cache"
        found = survey(content, ROOT / "theme", cache, published=False, today=TODAY, whole=False, drafts=drafts)
        return {problem.rule for problem in found.problems if "meeting" in problem.path}

    assert "loose-typography" in rules(drafts=True)
    assert rules(drafts=False) == set()
    assert "loose-typography" in rules(drafts=True)


def test_the_menu_may_name_a_page_that_is_a_draft_and_need_not(tmp_path: Path) -> None:
    content = write_small_site(tmp_path)
    site, facts = content / "site.yaml", content / "pages/about/facts.yaml"
    facts.write_text("draft: true\n" + facts.read_text(encoding="utf-8"), encoding="utf-8")
    for menu in (site.read_text(encoding="utf-8"), site.read_text(encoding="utf-8").replace("/about/, ", "")):
        site.write_text(menu, encoding="utf-8")
        for drafts in (True, False):
            assert [problem.rule for problem in read_content(content, drafts=drafts)[1]] == []
