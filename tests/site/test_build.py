"""Whole builds: faults, untouched output, equal bytes."""

import errno
import logging
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pelican import signals

from plugins.commands.build import run_build
from plugins.diagnostics import ContentError, Phrase
from plugins.pipeline.build import build
from plugins.pipeline.faults import faults_as_problems
from plugins.pipeline.paths import Paths, project_paths
from tests.identity import confirm_identity
from tests.site.conftest import replace_in, tree
from tests.small_site import ROOT, TODAY, built_small_project, small_project, write

BREAKS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "unknown key": (
        lambda root: replace_in(root / "content/news/meeting/facts.yaml", "date:", "dat:"),
        "content/news/meeting/facts.yaml:1:1", "unknown-key",
    ),
    "missing translation": (
        lambda root: (root / "content/news/meeting/index.ru.md").unlink(),
        "content/news/meeting/index.ru.md:1:1", "missing-translation",
    ),
    "bad YAML": (
        lambda root: replace_in(root / "content/news/meeting/index.kk.md", "title: Атауы", "title: Баға: атауы"),
        "content/news/meeting/index.kk.md:2:12", "broken-yaml",
    ),
    "missing picture": (
        lambda root: (root / "content/honor-board/sample/portrait.svg").unlink(),
        "content/honor-board/sample/facts.yaml:1:18", "missing-file",
    ),
    "picture that is none": (
        lambda root: write(root / "content/honor-board/sample/portrait.svg", "not a picture"),
        "content/honor-board/sample/portrait.svg:1:1", "damaged-picture",
    ),
    "link to no page": (
        lambda root: replace_in(root / "content/faq/how-to-join/index.ru.md", "(/news/)", "(/nwes/)"),
        "content/faq/how-to-join/index.ru.md:7:26", "broken-link",
    ),
    "template that cannot be read": (
        lambda root: write(root / "theme/templates/sections/news/item.html", "{% extends 'article.html' %}\n{% if %}\n"),
        "theme/templates/sections/news/item.html:2:1", "broken-template",
    ),
    "template with an unknown name": (
        lambda root: write(root / "theme/templates/sections/news/item.html", "\n\n{{ page.text.titel }}\n"),
        "theme/templates/sections/news/item.html:3:1", "broken-template",
    ),
    "template that fails while drawing": (
        lambda root: write(root / "theme/templates/sections/news/item.html", "\n{{ 1 // 0 }}\n"),
        "theme/templates/sections/news/item.html:2:1", "broken-template",
    ),
    "template that is missing": (
        lambda root: (root / "theme/templates/sections/news/item.html").unlink(),
        "pelicanconf.py:1:1", "failed-build",
    ),
    "stylesheet part that is missing": (
        lambda root: (root / "theme/static/css/base.css").unlink(),
        "pelicanconf.py:1:1", "failed-build",
    ),
    "catalog that cannot be read": (
        lambda root: write(root / "theme/translations/kk/LC_MESSAGES/messages.po", 'msgid "a"\nnonsense\n'),
        "theme/translations/kk/LC_MESSAGES/messages.po:2:1", "failed-build",
    ),
    "words of one language in the theme": (
        lambda root: replace_in(root / "theme/templates/article.html", "<article>", "<article>\n<p>Кооперативтің соңғы жаңалықтары</p>"),
        "output/ru/about/index.html", "foreign-block",
    ),
    "a player of another site in the theme": (
        lambda root: replace_in(root / "theme/templates/article.html", "<article>", '<article><iframe src="https://www.youtube.com/embed/a"></iframe>'),
        "output/kk/about/index.html", "third-party-embed",
    ),
    "a course behind a login": (
        lambda root: replace_in(root / "theme/templates/article.html", "<article>", "<article><input type='password'>"),
        "output/kk/about/index.html", "login-form",
    ),
    "settings that cannot be read": (
        lambda root: write(root / "pelicanconf.py", "SITEURL = \n"),
        "pelicanconf.py:1:1", "failed-build",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("break_it", "place", "rule"), BREAKS.values(), ids=BREAKS)
def test_a_break_is_reported_once_and_leaves_the_old_site(
    project: Paths, capfd: pytest.CaptureFixture[str], break_it: Callable[[Path], None], place: str, rule: str
) -> None:
    before = tree(project.output)
    root = project.output.parent
    break_it(root)
    assert run_build(root, published=False, language="en") == 1
    reported = capfd.readouterr().err
    assert re.search(rf"^{re.escape(place)}[:\d]*: error {rule}: ", reported, re.MULTILINE)
    assert reported.count(": error ") == 1
    assert "Traceback" not in reported
    assert tree(project.output) == before
    assert not list(root.glob(".output.*"))


_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from plugins.commands.build import run_build

resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))  # no file becomes longer
sys.exit(run_build(Path(sys.argv[1]), published=False, language="en"))
"""


def test_a_full_disk_is_reported_and_leaves_the_old_site(project: Paths) -> None:
    root = project.output.parent
    before = tree(project.output)
    replace_in(root / "content/news/meeting/facts.yaml", "date: 2025-11-28", "date: 2025-11-27")
    command = [sys.executable, "-B", "-c", _ON_A_FULL_DISK, str(root)]  # Python itself would keep code that is cut off
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert re.search(
        r"error unwritable-place: nothing can be written here: the disk is full$", done.stderr, re.MULTILINE
    )
    assert "Traceback" not in done.stderr
    assert tree(project.output) == before


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.EACCES, "disk-forbidden"), (errno.EPERM, "disk-forbidden"), (errno.EROFS, "disk-forbidden"),
        (errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EFBIG, "disk-full"),
    ],
    ids=lambda value: errno.errorcode.get(value, value),
)  # fmt: skip
def test_a_place_that_cannot_be_written_is_named_with_its_cause(tmp_path: Path, number: int, cause: str) -> None:
    paths = project_paths(tmp_path, published=False)
    with pytest.raises(ContentError) as refused, faults_as_problems(paths):
        raise OSError(number, os.strerror(number), str(paths.output / "kk"))
    (problem,) = refused.value.problems
    assert (problem.path, problem.rule, problem.values["cause"]) == ("output/kk", "unwritable-place", Phrase(cause))


@pytest.mark.parametrize("level", ["warning", "error"])
def test_what_a_plugin_only_logs_fails_the_build(project: Paths, level: str) -> None:
    """Pelican logs a broken plugin and goes on; the second build of a process must notice just as the first."""
    settings = project.settings.read_text(encoding="utf-8")
    plugin = f"""
import logging
from pelican import signals
def complain(generators): logging.getLogger("a.plugin").{level}("half of the site is missing")
class Plugin:
    @staticmethod
    def register(): signals.all_generators_finalized.connect(complain)
PLUGINS = [*PLUGINS, Plugin]
"""
    write(project.settings, settings + plugin)
    try:
        for _ in range(2):
            with pytest.raises(ContentError) as caught:
                build(project, TODAY)
            (problem,) = caught.value.problems
            assert "half of the site is missing" in problem.values["detail"]
    finally:
        signals.all_generators_finalized.receivers.clear()  # Pelican's signals outlive a build; ours hold no state


def test_a_plugin_that_cannot_be_registered_fails_the_build(project: Paths) -> None:
    settings = project.settings.read_text(encoding="utf-8")
    write(project.settings, f"{settings}\nclass Plugin:\n    register = None\nPLUGINS = [*PLUGINS, Plugin]\n")
    with pytest.raises(ContentError):
        build(project, TODAY)


def test_two_builds_of_the_same_content_have_the_same_bytes(tmp_path: Path) -> None:
    again = small_project(tmp_path / "elsewhere" / "b", is_cold=True)
    build(again, TODAY)
    assert tree(again.output) == tree(built_small_project() / "output")


def test_a_build_from_the_cache_has_the_same_bytes(project: Paths) -> None:
    before = tree(project.output)
    shutil.rmtree(project.output)
    assert build(project, TODAY).was_unchanged is False
    assert tree(project.output) == before


def test_an_unchanged_site_is_left_and_a_damaged_one_is_built_again(project: Paths) -> None:
    before = tree(project.output)
    build(project, TODAY)  # the copied files are not those that the first build left
    project.settings.touch()
    assert build(project, TODAY).was_unchanged is True
    write(project.output / "kk/index.html", "damaged")
    assert build(project, TODAY).was_unchanged is False
    assert tree(project.output) == before


def test_sections_without_items_are_drawn(project: Paths) -> None:
    for item in ("history/origins", "news/meeting", "education/contract", "loans/mortgage", "lawyer/who-admits",
                 "testimonials/sample", "honor-board/sample", "charity/elders"):  # fmt: skip
        shutil.rmtree(project.content / item)
    build(project, TODAY)
    assert (project.output / "kk/history/index.html").is_file()


def test_a_timeline_without_years_is_reported_where_it_stands(project: Paths) -> None:
    facts = project.content / "history/origins/facts.yaml"
    replace_in(facts, "  fenwick: {year: 1761, until: 1873}", "  {}")
    with pytest.raises(ContentError) as reported:
        build(project, TODAY)
    assert [(p.path, p.line) for p in reported.value.problems if p.rule == "wrong-value"] == [
        ("content/history/origins/facts.yaml", 3)
    ]


def test_an_unchanged_site_keeps_the_warnings_it_was_built_with(project: Paths) -> None:
    replace_in(project.content / "news/meeting/index.kk.md", "Қазақша мәтін", 'Қазақша "мәтін"')
    built = build(project, TODAY)
    again = build(project, TODAY)
    assert again.was_unchanged
    assert "loose-typography" in {problem.rule for problem in built.warnings}
    assert [(p, p.values, p.severity) for p in again.warnings] == [(p, p.values, p.severity) for p in built.warnings]


def test_an_edit_reaches_the_page_and_a_withdrawn_item_leaves_the_site(project: Paths) -> None:
    replace_in(project.content / "news/meeting/index.kk.md", "Қазақша мәтін", "Жаңа мәтін")
    shutil.rmtree(project.content / "education/contract")
    assert build(project, TODAY).was_unchanged is False
    assert "Жаңа мәтін" in (project.output / "kk/news/meeting/index.html").read_text(encoding="utf-8")
    assert not (project.output / "kk/education/contract").exists()


def test_an_edited_word_of_the_interface_reaches_the_pages_of_the_same_process(project: Paths) -> None:
    catalog = project.theme / "translations/kk/LC_MESSAGES/messages.po"
    replace_in(catalog, 'msgstr "Мәзір"', 'msgstr "Ас мәзірі"')
    build(project, TODAY)
    assert "Ас мәзірі" in (project.output / "kk/index.html").read_text(encoding="utf-8")


def test_a_build_that_fails_in_one_language_leaves_nothing_to_the_next_of_the_process(tmp_path: Path) -> None:
    failing, again = small_project(tmp_path / "failing"), small_project(tmp_path / "again", is_cold=True)
    item = failing.theme / "templates/sections/news/item.html"
    write(item, '{% if site.language == "ru" %}{{ 1 // 0 }}{% endif %}' + item.read_text(encoding="utf-8"))
    with pytest.raises(ContentError):
        build(failing, TODAY)
    assert not failing.output.exists()
    build(again, TODAY)
    assert tree(again.output) == tree(built_small_project() / "output")


def test_a_build_needs_no_network(project: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    shutil.rmtree(project.output)
    shutil.rmtree(project.cache)
    build(project, TODAY)
    assert (project.output / "ru/index.html").is_file()


def test_the_address_of_the_site_is_part_of_what_it_is_built_from(
    project: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEURL", "https://elsewhere.example")
    assert build(project, TODAY).was_unchanged is False
    assert "https://elsewhere.example/kk/" in (project.output / "sitemap.xml").read_text()


def test_publishing_uses_the_address_of_the_site(project: Paths) -> None:
    confirm_identity(project.content)
    build(replace(project, settings=project.settings.with_name("publishconf.py")), TODAY)
    assert '<link rel="canonical" href="https://small.example/kk/news/">' in (
        project.output / "kk/news/index.html"
    ).read_text(encoding="utf-8")


def test_each_text_is_converted_once(project: Paths) -> None:
    with closing(sqlite3.connect(project.cache / "records.sqlite3")) as records:
        ((converted,),) = records.execute("SELECT count(*) FROM records WHERE kind = 'markdown'")
    bodies = {path.read_text(encoding="utf-8").split("---\n", 2)[2] for path in project.content.rglob("*.md")}
    assert converted == len(bodies)


def test_a_log_record_of_an_earlier_build_is_not_kept() -> None:
    assert not [handler for handler in logging.getLogger().handlers if type(handler).__name__ == "_Complaints"]


def test_faults_of_every_kind_are_reported_in_one_run(project: Paths) -> None:
    replace_in(project.content / "site.yaml", "/news/,", "/news/, /nowhere/,")
    replace_in(project.content / "acts.yaml", "page: in-force", "page: inforce")
    replace_in(project.content / "news/meeting/facts.yaml", "2025-11-28", "28.11.2025")
    replace_in(project.content / "faq/how-to-join/index.kk.md", "(/news/)", "(/nwes/)")
    replace_in(project.content / "pages/home/index.ru.md", "link: /laws/", "link: /lawz/")
    write(project.content / "honor-board/sample/portrait.svg", "not a picture")
    with pytest.raises(ContentError) as caught:
        build(project, TODAY)
    assert [(problem.path, problem.rule) for problem in caught.value.problems] == [
        ("content/acts.yaml", "broken-link"),
        ("content/faq/how-to-join/index.kk.md", "broken-link"),
        ("content/honor-board/sample/portrait.svg", "damaged-picture"),
        ("content/news/meeting/facts.yaml", "wrong-value"),
        ("content/pages/home/index.ru.md", "broken-link"),
        ("content/site.yaml", "broken-link"),
        ("content/faq/how-to-join/index.ru.md", "stale-translation"),
        ("content/pages/home/index.kk.md", "stale-translation"),
    ]
