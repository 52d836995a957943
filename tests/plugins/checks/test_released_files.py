"""A built site is searched for people's data in everything a visitor can get."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.checks.released_files import personal_data_in_release
from plugins.diagnostics import ContentError
from plugins.pipeline.build import Release, build
from tests.site.built import BuiltSite
from tests.small_site import content_day, small_project, write

IIN, PHONE = "990101500125", "+7 701 234-56-78"


@pytest.fixture
def tree(server_tree: Path, tmp_path: Path) -> Path:
    """Return a copy of a real tree whose files a test may change."""
    return Path(shutil.copytree(server_tree, tmp_path / "output", copy_function=os.link))


def found_in(tree: Path, declared: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    problems = personal_data_in_release(tree, "output", declared)
    return [(problem.path.removeprefix("output/"), problem.values["kind"].lstrip("@")) for problem in problems]


def test_a_real_site_has_none(working_site: BuiltSite) -> None:
    assert found_in(working_site.output) == []


def changed(name: str, before: str, after: str) -> Callable[[Path], str]:
    def change(tree: Path) -> str:
        (file, *_) = sorted(tree.glob(name))
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.unlink()  # it is shared with the tree of other tests
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        return file.relative_to(tree).as_posix()

    return change


def named(name: str, content: str = "film") -> Callable[[Path], str]:
    def change(tree: Path) -> str:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(content, encoding="utf-8")
        return name

    return change


CORRUPTED: dict[str, tuple[Callable[[Path], str], str]] = {
    "words of a page": (changed("kk/index.html", "</main>", f"<p>{IIN}</p></main>"), "iin"),
    "a number partly in bold": (changed("ru/index.html", "</main>", "<p>990101<b>500125</b></p></main>"), "iin"),
    "circled digits": (changed("ru/index.html", "</main>", "<p>⑨⑨⓪①⓪①⑤⓪⓪①②⑤</p></main>"), "iin"),
    "an e-mail in words": (changed("ru/index.html", "</main>", "<p>aigul (at) gmail.com</p></main>"), "email"),
    "an attribute": (changed("ru/index.html", "</main>", f'<img alt="{IIN}"></main>'), "iin"),
    "an address to call": (changed("ru/index.html", "</main>", '<a href="tel:+77012345678">?</a></main>'), "phone"),
    "an escaped address": (changed("ru/index.html", "</main>", '<a href="mailto:aigul%40mail.ru">?</a></main>'), "email"),
    "JSON-LD": (changed("kk/index.html", "</head>", f'<script type="application/ld+json">{{"a":"{IIN}"}}</script></head>'), "iin"),
    "a feed": (changed("*/feeds/*.xml", "</feed>", f"<entry>{PHONE}</entry></feed>"), "phone"),
    "the map of the site": (changed("sitemap.xml", "</urlset>", f"<url><loc>https://a.kz/{IIN}/</loc></url></urlset>"), "iin"),
    "captions": (changed("media/**/*.vtt", "WEBVTT", f"WEBVTT\n\n00:00.000 --> 00:01.000\n{PHONE}"), "phone"),
    "the name of a film": (named(f"media/a/{IIN}.mp4"), "iin"),
    "words of a drawing in parts": (named("media/a.svg", "<svg><text>990101<tspan>500125</tspan></text></svg>"), "iin"),
    "the name of a folder": (named("media/8-701-234-56-78/film.mp4"), "phone"),
}  # fmt: skip


@pytest.mark.parametrize(("corrupt", "kind"), CORRUPTED.values(), ids=CORRUPTED)
def test_data_is_found_wherever_a_visitor_can_get_it(tree: Path, corrupt: Callable[[Path], str], kind: str) -> None:
    file = corrupt(tree)
    assert (file, kind) in found_in(tree)


@pytest.mark.parametrize("pattern", ["search/*/pages*.json", "*/site.webmanifest"])
def test_data_in_records_for_programs_is_found(tree: Path, pattern: str) -> None:
    (file, *_) = sorted(tree.glob(pattern))
    records = json.loads(file.read_text(encoding="utf-8"))
    file.unlink()
    file.write_text(
        json.dumps({"old": records, "new": [{"deep": f"тел. {PHONE}"}]}, ensure_ascii=False), encoding="utf-8"
    )
    assert found_in(tree) == [(file.relative_to(tree).as_posix(), "phone")]


def test_what_the_cooperative_states_of_itself_is_no_secret(tree: Path) -> None:
    changed("ru/index.html", "</main>", f"<p>{PHONE}</p></main>")(tree)
    assert found_in(tree, frozenset(("87012345678",))) == []


def test_a_release_with_data_is_refused_and_the_old_site_stays(tmp_path: Path) -> None:
    paths = small_project(tmp_path)
    build(paths, content_day())
    before = {path: path.read_bytes() for path in paths.output.rglob("*") if path.is_file()}
    base = paths.theme / "templates/base.html"
    write(base, base.read_text(encoding="utf-8").replace("</body>", f"<p>{IIN}</p></body>"))
    with pytest.raises(ContentError) as refused:
        build(paths, content_day(), release=Release(preview=True))
    assert {problem.rule for problem in refused.value.problems} == {"personal-data-in-release"}
    assert {path: path.read_bytes() for path in paths.output.rglob("*") if path.is_file()} == before
