"""What is kept from survey to survey: the same is reported as at first, and only what changed is looked at."""

import shutil
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

import pytest

from plugins.cache import fingerprint
from plugins.diagnostics import Phrase, Problem
from plugins.pipeline import check
from plugins.pipeline.check import Survey, survey
from tests.identity import confirm_identity
from tests.plugins.model.edits import Edit, all_of, replaced, written
from tests.small_site import ROOT, TODAY, index_text, write_small_site


@pytest.fixture(scope="module")
def first_look(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """A small site that was looked at once, and the numbers of its items as they were."""
    content = write_small_site(tmp_path_factory.mktemp("surveyed"))
    return content.parent, looked_at(content)


@pytest.fixture
def content(first_look: tuple[Path, list[int]], tmp_path: Path) -> Path:
    """The small site and what the first look at it left in the cache."""
    return shutil.copytree(first_look[0], tmp_path / "project") / "content"


@pytest.fixture
def everything(first_look: tuple[Path, list[int]]) -> list[int]:
    """What is reported of a look at all items."""
    return first_look[1]


def surveyed(content: Path, *, published: bool = False, whole: bool = False, days: int = 0) -> Survey:
    cache = content.parent / ".cache"
    return survey(content, ROOT / "theme", cache, published=published, today=TODAY + timedelta(days), whole=whole)


def looked_at(content: Path, **options: bool | int) -> list[int]:
    """Return how many items are looked at in a survey, one number after another."""
    numbers: list[int] = []
    cache = content.parent / ".cache"
    options = {"published": False, "whole": False, "days": 0} | options
    today = TODAY + timedelta(options.pop("days"))
    survey(content, ROOT / "theme", cache, today=today, progress=lambda done, _: numbers.append(done), **options)  # type: ignore[arg-type]
    return numbers


def reported(problems: tuple[Problem, ...]) -> list[tuple[object, ...]]:
    return [(p.path, p.line, p.column, p.rule, p.severity, sorted(p.values.items())) for p in problems]


def append(file: str, text: str) -> Edit:
    def edit(content: Path) -> None:
        with (content / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return edit


def removed(folder: str) -> Edit:
    def edit(content: Path) -> None:
        for file in (content / folder).iterdir():
            file.unlink()
        (content / folder).rmdir()

    return edit


def new_item(slug: str) -> Edit:
    return all_of(
        written(f"news/{slug}/facts.yaml", "date: 2026-01-01\n"),
        written(f"news/{slug}/index.kk.md", index_text("Жаңа хабар", "Қысқаша", body="Ұзақ мәтін.")),
        written(f"news/{slug}/index.ru.md", index_text("Ещё новость", "Кратко", body="Длинный текст.")),
    )


FAULTS = append("news/meeting/index.kk.md", "\nМүшелiк №5, ЖСН 990101500125. [Сілтеме](/nwes/), [бөлім](/laws/#joq).\n")
EDITS: dict[str, Edit] = {
    "a fault in a text": FAULTS,
    "a fault in a front matter": replaced("faq/how-to-join/index.ru.md", "summary: ", "summary: Вчера - "),
    "a schema not met": replaced("news/meeting/facts.yaml", "date:", "dat:"),
    "a title twice": new_item("first"),
    "a law that is not in the list": replaced("lawyer/who-admits/facts.yaml", "act: 197-II", "act: 198-II"),
    "a picture that is gone": removed("testimonials/sample"),
    "a page that is gone": removed("faq/how-to-join"),
    "the list of laws": replaced("acts.yaml", "articles: 40", "articles: 12"),
    "the cooperative": replaced("site.yaml", "name: {kk: Шағын сайт", "name: {kk: Мой новый сайт на русском языке"),
    "a damaged picture": append("honor-board/sample/portrait.svg", "<"),
    "a forgotten file": written("news/meeting/forgotten.txt", "ә"),
    "an exception": append("news/meeting/index.ru.md", "\n<!-- allow thin-item: кратко -->\nё\n"),
}


PUBLISHED = ("a fault in a text", "a picture that is gone", "a page that is gone")
CASES = [(name, False) for name in EDITS] + [(name, True) for name in PUBLISHED]


@pytest.mark.parametrize(("name", "published"), CASES)
def test_after_an_edit_the_same_is_reported_with_and_without_what_was_kept(
    content: Path, name: str, published: bool
) -> None:
    if published:
        surveyed(content, published=published)
    EDITS[name](content)
    warm = surveyed(content, published=published)
    again = surveyed(content, published=published)
    whole = surveyed(content, published=published, whole=True)
    (content.parent / ".cache/records.sqlite3").unlink()
    cold = surveyed(content, published=published)
    assert reported(warm.problems) == reported(again.problems) == reported(whole.problems) == reported(cold.problems)
    assert warm.parts == again.parts == whole.parts == cold.parts


def test_a_fault_is_gone_when_it_is_mended_elsewhere(content: Path) -> None:
    append("news/meeting/index.kk.md", "\n[Ә](/news/first/#a)\n")(content)
    append("news/meeting/index.ru.md", "\n[Ё](/news/first/#a)\n")(content)
    assert [problem.rule for problem in surveyed(content).problems].count("broken-link") == 2
    new_item("first")(content)
    rules = [problem.rule for problem in surveyed(content).problems]
    assert (rules.count("broken-link"), rules.count("broken-fragment")) == (0, 2)
    for language, heading in (("kk", "Ә"), ("ru", "Ё")):
        append(f"news/first/index.{language}.md", f"\n## {heading} {{#a}}\n")(content)
    assert not {"broken-link", "broken-fragment"} & {problem.rule for problem in surveyed(content).problems}


@pytest.mark.parametrize(
    "fault",
    [
        replaced("news/meeting/facts.yaml", "date:", "dat:"),
        replaced("news/meeting/index.kk.md", "title:", "titel:"),
        lambda content: (content / "news/meeting/facts.yaml").unlink(),
        replaced("news/meeting/index.ru.md", "summary:", "sumary:"),
    ],
    ids=["facts", "front matter", "no facts", "the other language"],
)
def test_a_fault_in_the_facts_does_not_hide_those_in_the_words(content: Path, fault: Edit) -> None:
    words = "\nМүшелiк №5.\n\n<!-- allow loose-typography: құжаттағыдай -->\nБаға 5%.\n"
    append("news/meeting/index.kk.md", words)(content)
    surveyed(content)
    fault(content)
    for _ in range(2):
        rules = [problem.rule for problem in surveyed(content).problems]
        assert {"mixed-script-word", "loose-typography"} <= set(rules)
        assert rules.count("loose-typography") == 1
        assert not {"useless-exception", "invalid-exception"} & set(rules)


def test_what_did_not_change_is_not_looked_at(content: Path, everything: list[int]) -> None:
    assert len(everything) > 15
    assert looked_at(content) == []
    append("news/meeting/index.kk.md", "\nә\n")(content)
    assert looked_at(content) == [1]
    replaced("site.yaml", "phones", "phones")(content)
    assert looked_at(content) == []


@pytest.mark.parametrize(
    "edit",
    [
        append("acts.yaml", "# ә\n"),
        append("site.yaml", "# ә\n"),
        lambda content: (content.parent / ".cache/records.sqlite3").write_text("ә", encoding="utf-8"),
        lambda content: (content.parent / ".cache/records.sqlite3").unlink(),
    ],
    ids=["acts", "cooperative", "no database", "nothing kept"],
)
def test_everything_is_looked_at_where_nothing_kept_can_be_trusted(
    content: Path, everything: list[int], edit: Edit
) -> None:
    edit(content)
    assert looked_at(content) == everything


def test_another_day_and_a_published_site_are_looked_at_by_themselves(content: Path, everything: list[int]) -> None:
    assert looked_at(content, days=1) == everything
    published = looked_at(content, days=1, published=True)
    assert published
    assert looked_at(content, days=1, published=True) == []


def test_a_phrase_is_still_a_phrase_when_it_was_kept(content: Path) -> None:
    FAULTS(content)
    surveyed(content)
    (found,) = [p for p in surveyed(content).problems if p.rule == "personal-data-in-text"]
    assert isinstance(found.values["kind"], Phrase)


def severities(content: Path, rule: str) -> dict[bool, list[str]]:
    return {
        published: [str(p.severity) for p in surveyed(content, published=published).problems if p.rule == rule]
        for published in (False, True)
    }


def test_a_published_site_raises_what_a_draft_only_warns_of(content: Path) -> None:
    replaced("news/meeting/index.ru.md", "Русский", "Русский и новый")(content)
    assert severities(content, "stale-translation") == {False: ["warning"], True: ["error"]}


def test_time_alone_stops_no_release(content: Path) -> None:
    """Ten years later laws, figures and consents are old: all is reported, or left out, and nothing is an error."""
    confirm_identity(content)
    site = content / "site.yaml"
    site.write_text(site.read_text(encoding="utf-8").replace("2036-01-01", "2096-01-01"), encoding="utf-8")
    facts = content / "honor-board/sample/facts.yaml"
    consent = "consent: {what: Сурет, where: Сейф, until: 2027-01-01}"
    facts.write_text(facts.read_text(encoding="utf-8").replace("sample: true", consent), encoding="utf-8")
    late = surveyed(content, published=True, days=3650)
    assert [problem for problem in late.problems if problem.severity == "error"] == []
    assert "law-check-expired" in {problem.rule for problem in late.problems}
    assert {"/honor-board/sample/", "/honor-board/", "/loans/mortgage/"} <= late.content.withheld


def test_a_release_is_refused_with_all_that_the_identity_lacks_and_a_preview_is_not(content: Path) -> None:
    lacking = [p for p in surveyed(content, published=True).problems if p.rule == "unconfirmed-identity"]
    assert {p.values["fact"] for p in lacking} == {
        "identity-registered", "identity-bin", "identity-offices", "identity-contact", "identity-responsible",
    }  # fmt: skip
    cache = content.parent / ".cache"
    preview = survey(content, ROOT / "theme", cache, published=True, preview=True, today=TODAY, whole=True)
    assert not preview.has_errors
    assert not surveyed(content).has_errors


def test_a_link_to_what_a_release_leaves_out_is_reported_with_its_place(content: Path) -> None:
    confirm_identity(content)
    append("news/meeting/index.kk.md", "\n[Ә](/charity/elders/#a) және [бөлім](/charity/).\n")(content)
    found = [p for p in surveyed(content, published=True).problems if p.rule == "link-to-unpublished-page"]
    assert [(p.path, p.column, p.values["link"], str(p.severity)) for p in found] == [
        ("content/news/meeting/index.kk.md", 5, "/charity/elders/#a", "error"),
        ("content/news/meeting/index.kk.md", 38, "/charity/", "error"),
    ]
    assert "link-to-unpublished-page" not in {p.rule for p in surveyed(content).problems}


def test_a_link_that_came_alive_is_compared_with_the_other_language(content: Path) -> None:
    """While it leads nowhere, its missing counterpart is no fault of structure; what was found then is not kept."""
    file = content / "news/meeting/index.kk.md"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + " [Ә](/news/first/)\n", encoding="utf-8")
    assert {problem.rule for problem in surveyed(content).problems} & {"broken-link", "different-structure"} == {
        "broken-link"
    }
    new_item("first")(content)
    assert "different-structure" in {problem.rule for problem in surveyed(content).problems}


def test_a_change_of_the_code_makes_everything_looked_at(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "rule.py").write_text("LIMIT = 80", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_CODE", code)
    everything = looked_at(content)
    assert looked_at(content) == []
    (code / "rule.py").write_text("LIMIT = 81", encoding="utf-8")
    assert looked_at(content) == everything


@pytest.mark.parametrize("library", ["markdown", "pydantic", "pyyaml", "pillow", "av"])
def test_another_version_of_a_library_makes_everything_looked_at(
    content: Path, everything: list[int], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert looked_at(content) == []
    monkeypatch.setattr(check, "version", lambda name: "999" if name == library else version(name))
    assert looked_at(content) == everything
