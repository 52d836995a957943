"""Videos in Chromium: each plays on the site itself, can be sought in, and has captions in the language of the page."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Response, expect

from plugins.language import classify
from plugins.pipeline.build import build
from plugins.server.running import served
from tests.plugins.video.making import make_video
from tests.site.built import BuiltSite
from tests.site.seeds_of_videos import KK_CUES, KK_WORDS, RU_CUES, RU_WORDS, vtt
from tests.small_site import small_project, write

OpenVideo = Callable[[str], "Watched"]


class Watched:
    """A page with a film, and what the browser asked for on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[Request] = []
        self.answers: list[Response] = []
        self.complaints: list[str] = []
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("console", lambda reported: self.complaints.append(reported.text) if reported.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request: Request) -> None:
        self.requests.append(request)

    def _answered(self, answer: Response) -> None:
        self.answers.append(answer)

    def in_video(self, script: str, *arguments: object) -> object:
        """Return what a function of the `<video>` element says."""
        return self.page.locator("video").first.evaluate(script, *arguments)

    def until(self, condition: str) -> None:
        """Wait until a condition of the film `v` holds."""
        self.page.wait_for_function(f"(() => {{ const v = document.querySelector('video'); return {condition} }})()")

    def videos_asked_for(self) -> list[str]:
        return [request.url for request in self.requests if request.url.endswith(".mp4")]


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[[str, int], Watched]]:
    """Open an address at a width, and watch what happens."""
    contexts = []

    def opened(address: str, width: int = 1280) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": 800})
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto(address)
        return watched

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def pages_with_videos(working_site: BuiltSite) -> list[str]:
    """Return the address of every page that shows a film."""
    return [page.url for page in working_site.both() if page.all("video")]


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site with a film as an editor gives it; return its address."""
    paths = small_project(tmp_path_factory.mktemp("filmed"))
    texts = {"kk.md": KK_WORDS, "ru.md": RU_WORDS, "kk.vtt": vtt(KK_CUES), "ru.vtt": vtt(RU_CUES)}
    for item in (paths.content / "faq/how-to-join", paths.content / "pages/home"):
        facts = (item / "facts.yaml").read_text(encoding="utf-8") if (item / "facts.yaml").is_file() else ""
        write(item / "facts.yaml", facts + "films: {interview: {file: interview.mp4}}\n")
        make_video(item / "interview.mp4", 8, (960, 540), sound=True, is_restless=True)
        for ending, text in texts.items():
            write(item / f"interview.{ending}", text)
    build(paths, date(2026, 11, 22))
    with served(paths.output) as address:
        yield address


def assert_film_plays_and_seeks(watched: Watched, address: str, language: str) -> None:
    """Watch a film as a visitor does, and look at everything that must hold."""
    assert watched.videos_asked_for() == [], "a film loads before it is asked for"
    watched.in_video("v => { v.muted = true; return v.play().then(() => null) }")
    watched.until("v.currentTime > 0.4 && !v.paused")
    length = watched.in_video("v => v.duration")
    assert isinstance(length, int | float)
    watched.in_video("(v, second) => { v.currentTime = second }", length * 0.6)
    watched.until(f"!v.seeking && v.currentTime > {length * 0.6} && v.readyState >= 2")
    parts = [answer for answer in watched.answers if answer.url.endswith(".mp4")]
    assert parts
    assert {answer.status for answer in parts} == {206}
    shown = watched.in_video(
        "v => [...v.textTracks].map(t => [t.kind, t.mode, t.language, [...(t.cues || [])].map(c => c.text).join(' ')])"
    )
    assert isinstance(shown, list)
    (captions,) = [track for track in shown if track[0] == "captions"]
    assert captions[1:3] == ["showing", language]
    assert classify(captions[3]).language == language
    watched.until("[...v.textTracks].find(t => t.kind == 'captions').activeCues.length === 1")
    assert watched.in_video("v => [v.videoWidth > 0, v.videoHeight > 0]") == [True, True]
    assert [
        request.url for request in watched.requests if not request.url.startswith((address, "blob:", "data:"))
    ] == []
    assert watched.complaints == []


def test_there_are_videos_in_both_languages(pages_with_videos: list[str]) -> None:
    paths = {url.split("/", 2)[2] for url in pages_with_videos}
    assert paths >= {"presentation/", "faq/who-decides/"}
    assert {url.split("/")[1] for url in pages_with_videos} == {"kk", "ru"}
    assert len(pages_with_videos) == 2 * len(paths)


def test_every_video_of_the_site_plays_and_can_be_sought_in(
    watch: Callable[[str], Watched], address: str, pages_with_videos: list[str]
) -> None:
    for url in pages_with_videos:
        assert_film_plays_and_seeks(watch(address + url), address, url.split("/")[1])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_video_of_an_editor_plays_with_captions_of_the_page(
    watch: Callable[[str], Watched], filmed: str, language: str
) -> None:
    assert_film_plays_and_seeks(watch(f"{filmed}/{language}/faq/how-to-join/"), filmed, language)


@pytest.mark.parametrize(("width", "lines"), [(360, "360"), (1280, "540")])
def test_a_telephone_loads_the_small_size(watch: Callable[..., Watched], filmed: str, width: int, lines: str) -> None:
    watched = watch(f"{filmed}/kk/faq/how-to-join/", width)
    watched.in_video("v => { v.muted = true; return v.play().then(() => null) }")
    watched.until("v.currentTime > 0")
    assert {url.rpartition("-")[2].split(".")[0] for url in watched.videos_asked_for()} == {lines}


def test_a_telephone_plays_av1_and_h264_where_it_cannot(watch: Callable[..., Watched], filmed: str) -> None:
    watched = watch(f"{filmed}/kk/faq/how-to-join/", 360)
    offered = watched.in_video("v => [...v.querySelectorAll('source')].map(s => [s.type, s.media !== ''])")
    assert offered == [['video/mp4; codecs="av01.0.04M.08"', True], ["video/mp4", True], ["video/mp4", False]]
    (facts,) = watched.page.locator(".video-player__facts").all_inner_texts()
    assert re.search(r"\d,\d–\d,\d МБ", facts), facts
    play = "v => { v.muted = true; return v.play().then(() => v.currentSrc) }"
    light = watched.in_video(play)
    watched.until("v.currentTime > 0")
    watched.in_video("v => { v.querySelector('source').type = 'video/mp4; codecs=\"unknown\"'; v.load() }")
    heavier = watched.in_video(play)
    watched.until("v.currentTime > 0")
    sources = watched.in_video("v => [...v.querySelectorAll('source')].map(s => s.src)")
    assert isinstance(sources, list)
    assert [light, heavier] == sources[:2]
    assert watched.complaints == []


@pytest.mark.parametrize(("language", "words"), [("kk", "Фильмнің мәтіні"), ("ru", "Текст фильма")])
def test_a_time_beside_a_scene_leads_there(
    watch: Callable[[str], Watched], address: str, language: str, words: str
) -> None:
    watched = watch(f"{address}/{language}/presentation/")
    watched.page.get_by_text(words).click()
    time = watched.page.get_by_role("button", name="0:34")
    expect(time).to_be_visible()
    time.click()
    watched.until("!v.seeking && v.currentTime >= 34 && v.currentTime < 60")


def test_chapters_are_the_scenes(watch: Callable[[str], Watched], address: str) -> None:
    watched = watch(f"{address}/kk/presentation/")
    watched.in_video("v => { v.muted = true; [...v.textTracks].forEach(t => { t.mode = 'hidden' }); return v.play() }")
    watched.until("[...v.textTracks].find(t => t.kind == 'chapters').cues?.length > 0")
    chapters = watched.in_video("v => [...[...v.textTracks].find(t => t.kind == 'chapters').cues].map(c => c.text)")
    assert isinstance(chapters, list)
    assert len(chapters) == 8
    assert "Ортақ қазан" in chapters


def test_the_words_of_a_video_are_on_the_page_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ru/presentation/")
    page.get_by_text("Текст фильма").click()
    expect(page.get_by_text("Паевые взносы членов собираются в общий фонд.").first).to_be_visible()
    expect(page.locator("video")).to_be_visible()
    context.close()


def test_the_size_of_every_video_is_shown_before_it_plays(
    working_site: BuiltSite, pages_with_videos: list[str]
) -> None:
    for url in pages_with_videos:
        (facts,) = working_site.pages[url].all(".video-player__facts")
        source = str(working_site.pages[url].all("video source")[-1]["src"])
        megabytes = (working_site.output / source.lstrip("/")).stat().st_size / 1_000_000
        assert f"{megabytes:.1f}".removesuffix(".0").replace(".", ",") in facts.get_text(), url


def test_the_videos_stand_in_the_repository_and_are_light(working_site: BuiltSite) -> None:
    films = list(Path(working_site.output, "media").rglob("*.mp4"))
    assert films
    assert all(film.stat().st_size <= 4_000_000 for film in films)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_video_of_the_home_page_is_shown_there(filmed: str, watch: OpenVideo, language: str) -> None:
    watched = watch(f"{filmed}/{language}/")
    expect(watched.page.locator("video")).to_have_count(1)
    assert watched.videos_asked_for() == []
    assert watched.complaints == []
