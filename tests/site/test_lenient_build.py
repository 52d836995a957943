"""The preview of an editor at work: one item's fault hides one page, a draft is shown with its mark, a build shows neither."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.diagnostics import ContentError
from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
from tests.small_site import TODAY, small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = small_project(tmp_path_factory.mktemp("lenient"))
    build(paths, TODAY, lenient=True)
    return paths


@pytest.fixture
def content(project: Paths) -> Iterator[Path]:
    """The content of the project, which is as before after the test."""
    before = {path: path.read_bytes() for path in project.content.rglob("*") if path.is_file()}
    yield project.content
    for path, old in before.items():
        path.write_bytes(old)


def pages_of(paths: Paths) -> set[str]:
    return {page.relative_to(paths.output).as_posix() for page in paths.output.rglob("*.html")}


def appended(text: str, words: str) -> Callable[[Path], object]:
    return lambda content: (content / text).write_text(
        (content / text).read_text(encoding="utf-8") + words, encoding="utf-8"
    )


MISSING = {
    "unreadable facts": ("news/meeting", lambda content: (content / "news/meeting/facts.yaml").write_text("date: ["), "broken-yaml"),
    "a page of the menu": ("about", lambda content: (content / "pages/about/facts.yaml").write_text("x: 1"), "unknown-key"),
    "one language only": ("faq/how-to-join", lambda content: (content / "faq/how-to-join/index.ru.md").unlink(), "missing-translation"),
    "a picture that is not there": ("testimonials/sample", lambda content: (content / "testimonials/sample/paper.svg").unlink(), "missing-file"),
    "a picture that is none": ("testimonials/sample", lambda content: (content / "testimonials/sample/paper.svg").write_text("<svg"), "damaged-picture"),
    "an act that is not known": ("laws/in-force", lambda content: (content / "laws/in-force/facts.yaml").write_text("order: 1\nact: 9-X\n"), "unknown-law"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "change", "rule"), MISSING.values(), ids=MISSING)
def test_a_fault_hides_its_own_page_only(
    project: Paths, content: Path, page: str, change: Callable[[Path], object], rule: str
) -> None:
    build(project, TODAY, lenient=True)
    before = pages_of(project)
    change(content)
    built = build(project, TODAY, lenient=True)
    assert rule in {problem.rule for problem in built.warnings}
    gone = {f"{language}/{page}/index.html" for language in ("kk", "ru")}
    years = {f"{language}/news/2025/index.html" for language in ("kk", "ru")}  # lists of a year without news
    assert gone <= before - pages_of(project) <= gone | years
    with pytest.raises(ContentError):
        build(project, TODAY)


@pytest.mark.parametrize("words", ["\n777\n", "\n[жоқ](/nowhere/)\n"], ids=["a number", "a dead link"])
def test_a_fault_of_words_is_shown_on_its_page(project: Paths, content: Path, words: str) -> None:
    appended("news/meeting/index.kk.md", words)(content)
    built = build(project, TODAY, lenient=True)
    assert {problem.severity for problem in built.warnings} >= {"error"}
    assert words.strip()[:3].strip("[") in (project.output / "kk/news/meeting/index.html").read_text(encoding="utf-8")


def test_a_draft_is_shown_with_its_mark_and_is_in_no_build(project: Paths, content: Path) -> None:
    facts = content / "news/meeting/facts.yaml"
    facts.write_text("draft: true\n" + facts.read_text(encoding="utf-8"), encoding="utf-8")
    assert build(project, TODAY, lenient=True).warnings == ()
    page = project.output / "ru/news/meeting/index.html"
    assert "Черновик: на сайте его ещё нет" in page.read_text(encoding="utf-8")
    build(project, TODAY)
    assert not page.is_file()


def test_where_nothing_can_be_shown_the_content_is_reported_and_not_the_fault_that_follows(
    project: Paths, content: Path
) -> None:
    (content / "pages/home/index.kk.md").write_text("no front matter", encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        build(project, TODAY, lenient=True)
    assert [problem.rule for problem in refused.value.problems] == ["missing-front-matter"]
