"""Storyboards composed and rendered."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
import pytest
from PIL import Image

from plugins.model.items import RENDERED_RECORD
from plugins.video.mp4_boxes import has_late_index
from plugins.video.probe import probe
from plugins.video.storyboard.composition import Composition, UnusablePictureError, compose, read_picture
from plugins.video.storyboard.frames import ease, frames_of_scene, rendered
from plugins.video.storyboard.layout import BOTTOM, HEIGHT, MARGIN, WIDTH
from plugins.video.storyboard.render import render
from plugins.video.storyboard.rendered import keep, kept_video, rendered_video
from plugins.video.storyboard.scenes import SceneList
from plugins.video.storyboard.style import Style, read_style
from tests.plugins.media.files import png
from tests.plugins.video.making import make_sound
from tests.plugins.video.storyboard.boards import board
from tests.small_site import ROOT

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48"><rect width="96" height="48" fill="var(--life)"/></svg>'
SHORT = 0.4
"""Seconds of a scene that is rendered in a test."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def style(cache: Path) -> Style:
    return read_style(ROOT / "theme", cache)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "hands.svg").write_text(PICTURE, encoding="utf-8")
    return tmp_path


def composition_of(
    bundle: Path, style: Style, storyboard: SceneList | None = None, sound: Path | None = None
) -> Composition:
    return compose(storyboard or board(), {"hands.svg": read_picture(bundle / "hands.svg", style)}, sound, style)


def shortened(drawing: Composition) -> Composition:
    """Return the first two scenes, cut to a moment, so that a test need not render a minute."""
    return replace(drawing, scenes=drawing.scenes[:2], lengths=(SHORT, SHORT))


def test_the_same_storyboard_gives_the_same_digest(bundle: Path, style: Style) -> None:
    assert composition_of(bundle, style).digest == composition_of(bundle, style).digest


def a_word(bundle: Path, style: Style) -> Composition:
    storyboard = board()
    first = replace(storyboard.scenes[0], heading="Кім шешеді?")
    return composition_of(bundle, style, replace(storyboard, scenes=(first, *storyboard.scenes[1:])))


def the_length(bundle: Path, style: Style) -> Composition:
    storyboard = board()
    last = replace(storyboard.scenes[-1], seconds=15)
    return composition_of(bundle, style, replace(storyboard, scenes=(*storyboard.scenes[:-1], last)))


def the_picture(bundle: Path, style: Style) -> Composition:
    (bundle / "hands.svg").write_text(PICTURE.replace('width="96" height="48" fill', 'width="90" height="48" fill'))
    return composition_of(bundle, style)


def a_colour(bundle: Path, style: Style) -> Composition:
    return composition_of(bundle, replace(style, colours={**style.colours, "question": "#006633"}))


def the_type(bundle: Path, style: Style) -> Composition:
    outlines = {weight: {**known, "К": "other"} for weight, known in style.fonts.outlines.items()}
    return composition_of(bundle, replace(style, fonts=replace(style.fonts, outlines=outlines)))


def the_sound(bundle: Path, style: Style) -> Composition:
    return composition_of(bundle, style, sound=make_sound(bundle / "sound.m4a"))


def the_name(bundle: Path, style: Style) -> Composition:
    return composition_of(bundle, style, replace(board(), name="Басқа"))


CHANGES = (a_word, the_length, the_picture, a_colour, the_type, the_sound, the_name)


@pytest.mark.parametrize("changed", CHANGES, ids=[change.__name__ for change in CHANGES])
def test_whatever_is_seen_or_heard_changes_the_digest(
    bundle: Path, style: Style, changed: Callable[[Path, Style], Composition]
) -> None:
    before = composition_of(bundle, style).digest
    assert changed(bundle, style).digest != before


def test_no_word_leaves_the_frame_or_lies_where_the_captions_are(bundle: Path, style: Style) -> None:
    for drawn in composition_of(bundle, style).scenes:
        for layer in drawn.layers:
            if "<text" in layer.svg:
                left, top, right, bottom = rendered(layer.svg, style).getbbox() or (0, 0, 0, 0)
                assert MARGIN - 4 <= left < right <= WIDTH - MARGIN + 4, layer.svg
                assert 0 < top < bottom <= BOTTOM + 8, layer.svg


def test_every_letter_of_both_languages_has_a_form_in_the_site_s_type(style: Style) -> None:
    for weight, advances in style.fonts.advances.items():
        assert set("ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё₸№«»—–%>1234567890") <= set(advances), weight


def test_colours_come_from_the_tokens_of_the_theme(bundle: Path, style: Style) -> None:
    used = {found for drawn in composition_of(bundle, style).scenes for layer in drawn.layers
            for found in re.findall(r'(?:fill|stroke)="(#[^"]+)"', layer.svg)}  # fmt: skip
    assert used
    assert used <= set(style.colours.values())
    assert not any("var(" in layer.svg for drawn in composition_of(bundle, style).scenes for layer in drawn.layers)


UNDRAWABLE = {
    "no SVG": "Бұл сурет емес",
    "cut off": PICTURE[:-20],
    "without a viewBox": PICTURE.replace("viewBox", "box"),
    "without a size": PICTURE.replace("0 0 96 48", "0 0 0 48"),
    "an unknown colour": PICTURE.replace("--life", "--joy"),
    "a picture of another site": PICTURE.replace("<rect", '<image href="https://example.org/a.png"/><rect'),
    "a file of this machine": PICTURE.replace("<rect", '<image href="/etc/passwd"/><rect'),
    "a script": PICTURE.replace("<rect", "<script>1</script><rect"),
}

FROM_ELSEWHERE = {
    f"a picture named by {name}": f'<g xmlns:xlink="http://www.w3.org/1999/xlink"><image width="96" height="48" {link}/></g>'
    for name, link in {
        "a way up": 'href="../secret.png"',
        "a path of this machine": 'href="{place}"',
        "an address of this machine": 'href="file://{place}"',
        "single quotes": "href='../secret.png'",
        "a blank before the sign": 'href ="../secret.png"',
        "a line before the sign": "href\n=\n'../secret.png'",
        "an old link": 'xlink:href="../secret.png"',
        "an old link in single quotes": "xlink:href = '../secret.png'",
        "letters in numbers": 'href="&#46;&#46;/secret.png"',
        "a name near by": 'href="secret.png"',
    }.items()
} | {
    "a use of another file": "<use href='../secret.svg#a'/>",
    "a colour of another file": "<rect width='96' height='48' style='fill : URL( ../secret.svg#a )'/>",
    "a step of a filter": "<filter id='f'><feImage href='../secret.png'/></filter>",
}


@pytest.mark.parametrize("inside", FROM_ELSEWHERE.values(), ids=FROM_ELSEWHERE)
def test_no_pixel_of_another_file_comes_into_a_scene(
    tmp_path: Path, style: Style, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    for place in (tmp_path, bundle):
        Image.new("RGB", (96, 48), "#9a1b1e").save(place / "secret.png")
    drawing = PICTURE.replace("<rect", inside.replace("{place}", str(tmp_path / "secret.png")) + "<rect")
    (bundle / "a.svg").write_text(drawing, encoding="utf-8")
    monkeypatch.chdir(bundle)
    with pytest.raises(UnusablePictureError) as reported:
        read_picture(bundle / "a.svg", style)
    assert reported.value.fault.rule == "unsafe-svg"


def test_a_drawing_too_deep_for_the_renderer_is_refused(tmp_path: Path, style: Style) -> None:
    (tmp_path / "a.svg").write_text(PICTURE.replace("<rect", "<g>" * 100_000 + "</g>" * 100_000 + "<rect"))
    with pytest.raises(UnusablePictureError) as reported:
        read_picture(tmp_path / "a.svg", style)
    assert reported.value.fault.rule == "unsafe-svg"


@pytest.mark.parametrize("source", UNDRAWABLE.values(), ids=UNDRAWABLE)
def test_a_picture_that_cannot_be_drawn_is_refused(tmp_path: Path, style: Style, source: str) -> None:
    (tmp_path / "a.svg").write_text(source, encoding="utf-8")
    with pytest.raises(UnusablePictureError):
        read_picture(tmp_path / "a.svg", style)


def test_a_photograph_can_stand_in_a_scene(tmp_path: Path, style: Style) -> None:
    Image.new("RGB", (40, 40), "#9a1b1e").save(tmp_path / "a.png")
    assert rendered(read_picture(tmp_path / "a.png", style), style).getpixel((240, 240)) == (0x9A, 0x1B, 0x1E, 255)
    (tmp_path / "b.png").write_bytes(png(40, 40)[:30])
    with pytest.raises(UnusablePictureError):
        read_picture(tmp_path / "b.png", style)


def test_motion_begins_at_nothing_and_ends_at_rest() -> None:
    assert ease(-1) == ease(0) == 0
    assert ease(1) == ease(2) == 1
    steps = [ease(part / 10) for part in range(11)]
    assert steps == sorted(steps)


def test_a_scene_begins_with_its_ground_and_rests_when_all_has_come(bundle: Path, style: Style) -> None:
    drawn = composition_of(bundle, style).scenes[0]
    frames = list(frames_of_scene(drawn, 0, 8, style))
    assert len(frames) == 8 * 25
    assert frames[0].size == (WIDTH, HEIGHT)
    assert frames[0].tobytes() == rendered(drawn.ground, style).tobytes()
    assert frames[-1] is frames[-2]
    assert frames[10].tobytes() != frames[11].tobytes()


def test_the_video_is_a_real_one_and_the_same_each_time(bundle: Path, style: Style) -> None:
    reported: list[float] = []
    drawing = shortened(composition_of(bundle, style))
    for name in ("a.mp4", "b.mp4"):
        render(drawing, style, bundle / name, reported.append)
    facts = probe(bundle / "a.mp4", bundle / "cache")
    assert (facts.width, facts.height, facts.video_codec, facts.pixel_format) == (1280, 720, "h264", "yuv420p")
    assert facts.seconds == pytest.approx(2 * SHORT)
    assert facts.audio_codec == ""
    assert not has_late_index(bundle / "a.mp4")
    assert (bundle / "a.mp4").read_bytes() == (bundle / "b.mp4").read_bytes()
    assert reported


def test_a_sound_of_the_editor_is_used_and_cut_at_the_end(bundle: Path, style: Style) -> None:
    drawing = shortened(composition_of(bundle, style, sound=make_sound(bundle / "sound.m4a", 3)))
    render(drawing, style, bundle / "a.mp4", lambda _: None)
    with av.open(str(bundle / "a.mp4")) as container:
        heard = sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))
    assert heard == pytest.approx(2 * SHORT, abs=0.1)


def test_a_kept_video_serves_until_something_changes(bundle: Path, style: Style) -> None:
    drawing = shortened(composition_of(bundle, style))
    cache = bundle / "cache"
    assert kept_video(bundle, "x.kk.mp4", drawing) is None
    drawn = rendered_video(bundle, "x.kk.mp4", drawing, style, cache, lambda _: None)
    assert drawn.is_relative_to(cache)
    keep(bundle, "x.kk.mp4", drawing, drawn)
    assert kept_video(bundle, "x.kk.mp4", drawing) == bundle / "x.kk.mp4"
    assert kept_video(bundle, "x.kk.mp4", replace(drawing, digest="other")) is None
    assert kept_video(bundle, "x.ru.mp4", drawing) is None


def test_a_video_is_drawn_once_and_a_damaged_one_again(bundle: Path, style: Style) -> None:
    drawing, cache = shortened(composition_of(bundle, style)), bundle / "cache"
    reported: list[float] = []
    drawn = rendered_video(bundle, "x.kk.mp4", drawing, style, cache, reported.append)
    whole = drawn.read_bytes()
    count = len(reported)
    assert rendered_video(bundle, "x.kk.mp4", drawing, style, cache, reported.append) == drawn
    assert len(reported) == count
    drawn.write_bytes(whole[:-1])
    assert rendered_video(bundle, "x.kk.mp4", drawing, style, cache, reported.append).read_bytes() == whole
    assert len(reported) > count


@pytest.mark.parametrize("damage", ["", "[", "[]", '{"x.kk.mp4": 1}'])
def test_a_damaged_record_keeps_nothing(bundle: Path, style: Style, damage: str) -> None:
    drawing = shortened(composition_of(bundle, style))
    (bundle / "x.kk.mp4").write_bytes(b"film")
    (bundle / RENDERED_RECORD).write_text(damage)
    assert kept_video(bundle, "x.kk.mp4", drawing) is None
