"""An edit of the words of an item needs no other item, and gives the site that is built from nothing."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
from tests.site.edits import held
from tests.small_site import ROOT, TODAY, small_project

_BUILD = """
import sys
from datetime import date
from pathlib import Path
from plugins.diagnostics import ContentError
from plugins.pipeline.build import build
from plugins.pipeline.paths import project_paths

try:
    build(project_paths(Path(sys.argv[1]), published=False), date.fromisoformat(sys.argv[2]))
except ContentError as error:
    sys.exit(f"{error.problems}")
print("plugins.pipeline.prepare" in sys.modules, *sorted({"PIL", "av", "pelican"} & sys.modules.keys()))
"""


def reads_all(root: Path) -> bool:
    """Build the project at `root` in a process of its own; return whether it had to prepare all of the site.

    Where it had not, it may have loaded no code that only pictures, videos and Pelican need.
    """
    command = [sys.executable, "-c", _BUILD, str(root), str(TODAY)]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    needs_all, *loaded = done.stdout.split()
    assert needs_all == "True" or loaded == []
    return needs_all == "True"


def added(file: str, words: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        path = content / file
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")

    return edit


def changed(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        path = content / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def both(*edits: Callable[[Path], None]) -> Callable[[Path], None]:
    return lambda content: [edit(content) for edit in edits].clear()


WORDS: dict[str, Callable[[Path], None]] = {
    "a sentence of the newest news": changed("news/meeting/index.kk.md", " Тағы бір", " Жиналыс ұзақ болды. Тағы бір"),
    "the sentence taken back": changed("news/meeting/index.kk.md", " Жиналыс ұзақ болды.", ""),
    "a heading and a list": both(
        added("news/meeting/index.kk.md", "## Шешімдер {#decided}\n\n- есеп қабылданды;\n- касса тексерілді."),
        added("news/meeting/index.ru.md", "## Решения {#decided}\n\n- отчёт принят;\n- касса проверена."),
    ),
    "a link to another page": both(
        added("pages/about/index.kk.md", "Толығырақ [жаңалықтарда](/news/) айтылады."),
        added("pages/about/index.ru.md", "Подробнее в [новостях](/news/)."),
    ),
    "an article of a law": both(
        added("laws/repealed/index.kk.md", "## Екінші бап {#second}\n\nБаптың сөзі."),
        added("laws/repealed/index.ru.md", "## Статья вторая {#second}\n\nСлова статьи."),
    ),
    "two items at once": both(
        changed("news/meeting/index.kk.md", " Тағы бір", " Есеп бекітілді. Тағы бір"),
        changed("pages/about/index.ru.md", " Ещё несколько", " Отчёт открыт. Ещё несколько"),
    ),
    "an answer, below what the list shows of it": changed(
        "faq/how-to-leave/index.kk.md", " Тағы бір", " Жаңа сөз. Тағы бір"
    ),
}
"""Edits that change pages, the search and the feed by the words of bodies only."""

OTHERS: dict[str, Callable[[Path], None]] = {
    "a title": changed("news/meeting/index.kk.md", "title: ", "title: Жаңа "),
    "the beginning of an answer, which the list shows too": changed(
        "faq/how-to-leave/index.kk.md", "Қысқа жауап", "Жауап"
    ),
    "the first answer, which the page of all components shows": changed(
        "faq/how-to-join/index.kk.md", " Тағы бір", " Жаңа сөз. Тағы бір"
    ),
    "the words above a list": changed("news/index.kk.md", "Мұнда не бар.", "Мұнда не бар. Тізім осында."),
    "facts": changed("news/meeting/facts.yaml", "date: 2025-11-28", "date: 2025-11-27"),
}
"""Edits that other pages may show."""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = small_project(tmp_path)
    first, second = found.content / "faq/how-to-join", found.content / "faq/how-to-leave"
    shutil.copytree(first, second)
    changed("faq/how-to-leave/facts.yaml", "order: 1", "order: 2")(found.content)
    for language, title, answer in (("kk", "Басқа", "Қысқа жауап осы."), ("ru", "Другой", "Краткий ответ таков.")):
        file = f"faq/how-to-leave/index.{language}.md"
        both(changed(file, "title: ", f"title: {title} "), changed(file, "\n## ", f"\n{answer}\n\n## "))(found.content)
    build(found, TODAY)
    return found


def assert_as_from_nothing(paths: Paths) -> None:
    judged = replace(paths, output=paths.output.with_name("judged"), cache=paths.cache.with_name("judge-cache"))
    build(judged, TODAY, plain=True)
    found, expected = dict(held(paths.output)), dict(held(judged.output))
    assert sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)) == []


def test_words_are_built_without_the_rest(paths: Paths) -> None:
    root = paths.settings.parent
    for name, edit in WORDS.items():
        edit(paths.content)
        assert not reads_all(root), name
    assert_as_from_nothing(paths)


def test_what_other_pages_show_is_left_to_a_whole_build(paths: Paths) -> None:
    root = paths.settings.parent
    for name, edit in OTHERS.items():
        edit(paths.content)
        changed("news/meeting/index.ru.md", " Ещё несколько", " Новые слова. Ещё несколько")(paths.content)
        assert reads_all(root), name
    assert_as_from_nothing(paths)


def test_a_damaged_output_is_mended(paths: Paths) -> None:
    WORDS["a heading and a list"](paths.content)
    page = paths.output / "kk/index.html"
    page.unlink()
    page.write_bytes(b"damaged")
    assert reads_all(paths.settings.parent)
    assert_as_from_nothing(paths)


def test_words_whose_earlier_item_is_no_longer_kept_are_left_to_a_whole_build(paths: Paths) -> None:
    with sqlite3.connect(paths.cache / "records.sqlite3") as records:
        assert records.execute("DELETE FROM records WHERE kind = 'parts'").rowcount
    records.close()
    WORDS["a sentence of the newest news"](paths.content)
    assert reads_all(paths.settings.parent)
    assert_as_from_nothing(paths)
