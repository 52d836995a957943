"""The site kept in memory shows, after any edit it takes, byte for byte the pages that a build writes."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.cache.fingerprint import Stamp, stamp_of, stamps
from plugins.diagnostics import Problem
from plugins.model.items import LANGUAGES
from plugins.model.loading import read_part
from plugins.model.sections.news import NEWS
from plugins.pipeline.build import build
from plugins.pipeline.resident import ResidentSite
from tests.site.edits import EDITS, Project, remembered
from tests.small_site import index_text, small_project, write

NOT_IN_MEMORY = ("search/", "components/")
"""Only a build makes them: one names the index of the search, the other is no page of the site."""
MEETING = "news/meeting/"


class Kept:
    """A project with its site in memory, and what a build of the same files writes."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.project = Project(small_project(folder), random.Random(seed), folder / "installed")
        self.project.installed.mkdir()
        remembered(self.project, folder / "first")
        self.site = ResidentSite(self.project.paths, lambda: self.project.today)
        self.site.read()

    def changed_by(self, edit: Callable[[Project], object]) -> set[Path]:
        """Make an edit; return the files it changed, as a watcher tells them."""
        before = dict(self._stamps())
        edit(self.project)
        now = dict(self._stamps())
        return {file for file in before.keys() | now.keys() if before.get(file) != now.get(file)}

    def _stamps(self) -> Iterator[tuple[Path, Stamp]]:
        yield self.project.paths.settings, stamp_of(self.project.paths.settings)
        for folder in (self.project.paths.content, self.project.paths.theme):
            for name, stamp in stamps(folder).items():
                yield folder / name, stamp

    def built(self) -> dict[tuple[str, str], str]:
        """Return the pages of a build by language and path."""
        build(self.project.paths, self.project.today, lenient=True)
        return dict(self._pages_in_output())

    def _pages_in_output(self) -> Iterator[tuple[tuple[str, str], str]]:
        for language in LANGUAGES:
            folder = self.project.paths.output / language
            for file in sorted(folder.rglob("index.html")):
                path = f"{file.parent.relative_to(folder).as_posix()}/".removeprefix("./")
                if path not in NOT_IN_MEMORY:
                    yield (language, path), file.read_text(encoding="utf-8")

    def differing(self, built: dict[tuple[str, str], str]) -> list[tuple[str, str]]:
        return [place for place, page in built.items() if self.site.page(*place) != page]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("kept"), seed=5)


IN_WORDS = ("text", "title", "summary")


def test_edits_of_words_are_taken_and_all_pages_follow(kept: Kept) -> None:
    for kind in IN_WORDS * 2:
        assert kept.site.take(kept.changed_by(EDITS[kind])), kind
    assert kept.site.is_exact
    assert kept.differing(kept.built()) == []


IN_LOOK = ("template", "macro", "style", "catalog")


def test_edits_of_the_theme_are_taken_and_all_pages_follow(kept: Kept) -> None:
    for kind in IN_LOOK:
        assert kept.site.take(kept.changed_by(EDITS[kind])), kind
    assert kept.differing(kept.built()) == []


def test_a_date_moves_an_item_in_its_list_and_changes_its_neighbours(kept: Kept) -> None:
    assert not kept.site.take(kept.changed_by(EDITS["addition"])), "a new item is left to a build"
    kept.site.read()
    facts = kept.project.paths.content / MEETING / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    assert kept.site.take({facts} if facts.write_text(text.replace("2025-11-28", "2020-01-02"), "utf-8") else set())
    assert kept.differing(kept.built()) == []


BAD = {
    "facts that are no YAML": ("facts.yaml", "date: [", "broken-yaml"),
    "no front matter": ("index.kk.md", "Мәтін", "missing-front-matter"),
    "an act nobody knows": ("facts.yaml", "date: 2025-11-28\nlaws: [{act: 1-I}]\n", "unknown-law"),
}


@pytest.mark.parametrize(("name", "text", "rule"), BAD.values(), ids=BAD)
def test_a_faulty_item_tells_its_problem_and_comes_back_when_it_is_mended(
    kept: Kept, name: str, text: str, rule: str
) -> None:
    file = kept.project.paths.content / MEETING / name
    good = file.read_text(encoding="utf-8")
    write(file, text)
    assert kept.site.take({file})
    assert {problem.rule for problem in kept.site.problems if problem.path.startswith(f"content/{MEETING}")} >= {rule}
    assert kept.site.page("kk", MEETING) == ""
    assert kept.differing(kept.built()) == []
    write(file, good)
    assert kept.site.take({file})
    assert rule not in {problem.rule for problem in kept.site.problems}
    assert kept.site.page("kk", MEETING)


def test_what_is_wrong_with_the_words_is_reported_after_a_check_and_goes_with_them(kept: Kept) -> None:
    file = kept.project.paths.content / MEETING / "index.ru.md"
    good = file.read_text(encoding="utf-8")
    write(file, f'{good}\nТак «написано" и - так.\n')
    assert kept.site.take({file})
    kept.site.check()
    assert "loose-typography" in {problem.rule for problem in kept.site.problems}
    write(file, good)
    assert kept.site.take({file})
    kept.site.check()
    assert "loose-typography" not in {problem.rule for problem in kept.site.problems}


def test_what_a_build_found_by_comparing_stands_until_the_next_one(kept: Kept) -> None:
    file = kept.project.paths.content / MEETING / "index.ru.md"
    by_comparison = Problem(f"content/{MEETING}index.ru.md", 1, 1, "stale-translation")
    kept.site.found_by_build([by_comparison])
    write(file, f"{file.read_text(encoding='utf-8')}\nЕщё предложение.\n")
    assert kept.site.take({file})
    kept.site.check()
    assert by_comparison in kept.site.problems


UNSURE = ("setting", "script", "illustration", "slug", "addition", "removal", "photo", "act", "ceiling", "menu", "name")


def test_what_touches_more_than_one_item_is_left_to_a_build(tmp_path: Path) -> None:
    kept = Kept(tmp_path, seed=3)
    for kind in UNSURE:
        changed = kept.changed_by(EDITS[kind])
        assert not kept.site.take(changed), kind
        assert not kept.site.is_exact
        kept.site.read()
        assert kept.site.is_exact


def test_files_a_program_keeps_beside_the_one_it_writes_change_nothing(kept: Kept) -> None:
    folder = kept.project.paths.content / MEETING
    assert kept.site.take({folder / ".index.kk.md.swp", folder / "index.kk.md~", folder / "4913"})


def test_a_page_with_words_that_are_not_saved_leaves_the_site_as_it_is(kept: Kept) -> None:
    file = kept.project.paths.content / MEETING / "index.kk.md"
    typed = index_text("Жаңа атау", "Бет туралы.", body="Терілген сөз.").encode()
    read = read_part(
        kept.project.paths.content, NEWS, "meeting", lambda path: typed if path == file else path.read_bytes()
    )
    before = kept.site.page("kk", MEETING)
    assert "Терілген сөз" in (kept.site.page_with(read.part, "kk") or "")  # type: ignore[arg-type]
    assert kept.site.page("kk", MEETING) == before


@pytest.mark.parametrize(
    "seed", [11, pytest.param(12, marks=pytest.mark.long), pytest.param(13, marks=pytest.mark.long)]
)
def test_random_edits(tmp_path: Path, seed: int) -> None:
    kept = Kept(tmp_path, seed)
    kinds: list[str] = []
    taken = 0
    while len(kinds) < 16:
        changed = kept.changed_by(lambda project: kinds.append(project.edit()))
        is_taken = kept.site.take(changed)
        taken += is_taken
        built = kept.built()
        if not is_taken or not kept.site.is_exact:
            kept.site.read()
        assert kept.differing(built) == [], kinds
    assert taken > 3
