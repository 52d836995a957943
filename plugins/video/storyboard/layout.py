"""The layout of a scene: SVG layers from the lowest to the topmost, each with its motion (pure).

The frame is 1280 × 720. Text keeps clear of the margins and of the lowest part, where browsers show the captions.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import NamedTuple

from plugins.design.fonts import FAMILY
from plugins.design.text import break_lines
from plugins.video.storyboard.scenes import Look, Scene, SceneList, Tone
from plugins.video.storyboard.style import Style
from plugins.video.storyboard.timing import shown_texts

WIDTH, HEIGHT = 1280, 720
MARGIN = 96
TOP, BOTTOM = 88, 596
"""Text lies between these heights, in pixels; captions are shown below."""
COLUMN = 520
"""Width of the words beside a picture."""
PANEL = 480.0
"""Side of the square behind a picture."""


class Box(NamedTuple):
    """A place in the frame, in pixels."""

    left: float
    top: float
    width: float
    height: float


class Motion(StrEnum):
    """How a layer appears."""

    RISE = "rise"
    """Fades in while it moves up a little."""
    FADE = "fade"
    GROW = "grow"
    """A bar is uncovered from its left end."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A part of the frame, and when and how it appears."""

    svg: str
    """The inside of the frame's `<svg>`."""
    start: float
    """Second of the video at which it appears."""
    motion: Motion
    box: Box | None = None
    """Of a bar: where it lies."""


@dataclass(frozen=True, slots=True)
class SceneLayers:
    """A scene as layers: its background, which is there from the start, and the layers that appear on it."""

    ground: str
    layers: tuple[Layer, ...]


class _Palette(NamedTuple):
    strong: str
    tint: str


_PALETTES = {
    Tone.BLUE: _Palette("action", "answer-ground"),
    Tone.GREEN: _Palette("question", "question-ground"),
    Tone.AMBER: _Palette("notice", "notice-ground"),
}


class _Type(NamedTuple):
    """Weight, size and distance of lines in pixels, and spacing of letters in ems."""

    weight: int
    size: float
    leading: float
    spacing: float = 0.0


_TITLE = _Type(800, 74, 80, -0.025)
_STATEMENT = _Type(800, 82, 90, -0.025)
_HEADING = _Type(800, 52, 58, -0.02)
_LINE = _Type(400, 29, 41)
_LEAD = _Type(400, 33, 46)
_LABEL = _Type(600, 28, 36)
_VALUE = _Type(800, 52, 58, -0.02)
_UNIT = _Type(400, 25, 34)


def lay_out_scene(storyboard: SceneList, index: int, style: Style, pictures: Mapping[str, str]) -> SceneLayers:
    """Return the layers of a scene; `pictures` holds the inside of each picture as SVG of 480 × 480."""
    scene = storyboard.scenes[index]
    starts = [shown.start for shown in shown_texts(scene, storyboard.starts[index])]
    picture = pictures.get(scene.picture.file, "") if scene.picture else ""
    layout = _SceneLayout(scene, starts, style, _PALETTES[scene.tone], picture, storyboard.name)
    match scene.look:
        case Look.TITLE:
            return SceneLayers(layout.title_background(), tuple(layout.title()))
        case Look.STATEMENT:
            return SceneLayers(layout.full_background(), tuple(layout.statement()))
        case Look.PLAIN:
            steps = layout.steps(index, len(storyboard.scenes))
            layers = layout.chart() if scene.bars else layout.words_and_picture()
            ground = _rectangle(0, 0, WIDTH, HEIGHT, "ground") + layout.brand(layout.palette.strong, "muted")
            return SceneLayers(ground + steps, tuple(layers))


@dataclass(frozen=True, slots=True)
class _SceneLayout:
    """Lays out one scene; each method returns SVG, or yields layers from the lowest to the topmost."""

    scene: Scene
    starts: list[float]
    style: Style
    palette: _Palette
    picture: str
    name: str

    # Backgrounds

    def title_background(self) -> str:
        gradient = (
            '<linearGradient id="welcome" x1="0" y1="0" x2="0.55" y2="1">'
            '<stop offset="0" stop-color="var(--welcome-light)"/><stop offset="1" stop-color="var(--welcome-deep)"/>'
            "</linearGradient>"
        )
        background = f'<defs>{gradient}</defs><rect width="{WIDTH}" height="{HEIGHT}" fill="url(#welcome)"/>'
        tile, size = self.style.ornament, 24
        band = "".join(_placed(tile, left, HEIGHT - size, 1) for left in range(-8, WIDTH, size * 2))
        return background + band + self.brand("action", "ink")

    def brand(self, mark: str, name: str) -> str:
        """Return the logo and the name of the cooperative, small in the upper corner."""
        look = f'font-family="{FAMILY}" font-weight="600" font-size="21" fill="var(--{name})"'
        roof = f'<path d="M2 14 15 4 28 14" stroke="var(--{mark})" stroke-width="4.5" fill="none" stroke-linecap="round" stroke-linejoin="round"/>'
        base = _rectangle(7, 18, 16, 4.5, mark, 2.25)
        words = f'<text x="42" y="21" {look}>{escape(self.name)}</text>'
        return _placed(roof + base + words, MARGIN, 40, 1)

    def full_background(self) -> str:
        shanyrak = _placed(SHANYRAK, 1120, 470, 2.9)
        wash = f'<g fill="none" stroke="var(--on-action)" opacity="0.12" stroke-linecap="round">{shanyrak}</g>'
        return _rectangle(0, 0, WIDTH, HEIGHT, self.palette.strong) + wash + self.brand("on-action", "on-action")

    def steps(self, index: int, count: int) -> str:
        """Return the progress bar: a row of short strokes, one a scene; those of past scenes are coloured."""
        length, gap = 34, 10
        left = WIDTH - MARGIN - count * length - (count - 1) * gap
        return "".join(
            _rectangle(
                left + place * (length + gap), 52, length, 5, self.palette.strong if place <= index else "line", 2.5
            )
            for place in range(count)
        )

    # Looks

    def title(self) -> Iterator[Layer]:
        heading = self.wrapped(self.scene.heading, _TITLE, 660)
        lines = [self.wrapped(line, _LEAD, 580) for line in self.scene.lines]
        height = len(heading) * _TITLE.leading + 62 + sum(len(line) * _LEAD.leading + 14 for line in lines)
        top = max(TOP, (BOTTOM + TOP) / 2 - height / 2)
        figure = self.picture and _placed(self.picture, 760, 110, 1.0)
        emblem = (
            '<g fill="none" stroke="var(--ornament)" opacity="0.6" stroke-linecap="round">'
            + _placed(SHANYRAK, 1060, 330, 1.75)
            + "</g>"
        )
        yield Layer(figure or emblem, self.starts[0], Motion.FADE)
        yield self.text(heading, _TITLE, MARGIN, top, "ink", self.starts[0])
        y = top + len(heading) * _TITLE.leading + 22
        yield Layer(_rectangle(MARGIN, y, 72, 6, "ornament", 3), self.starts[0] + 0.25, Motion.FADE)
        y += 34
        for line, start in zip(lines, self.starts[1:], strict=True):
            yield self.text(line, _LEAD, MARGIN, y, "ink", start)
            y += len(line) * _LEAD.leading + 14

    def statement(self) -> Iterator[Layer]:
        heading = self.wrapped(self.scene.heading, _STATEMENT, 980)
        lines = [self.wrapped(line, _LEAD, 820) for line in self.scene.lines]
        height = len(heading) * _STATEMENT.leading + 36 + sum(len(line) * _LEAD.leading + 12 for line in lines)
        top = (BOTTOM + TOP) / 2 - height / 2
        yield Layer(_rectangle(MARGIN, top - 30, 72, 6, "ornament", 3), self.starts[0], Motion.FADE)
        yield self.text(heading, _STATEMENT, MARGIN, top, "on-action", self.starts[0])
        y = top + len(heading) * _STATEMENT.leading + 30
        for line, start in zip(lines, self.starts[1:], strict=True):
            yield self.text(line, _LEAD, MARGIN, y, "on-action", start)
            y += len(line) * _LEAD.leading + 12

    def words_and_picture(self) -> Iterator[Layer]:
        column = COLUMN if self.picture else 900
        heading = self.wrapped(self.scene.heading, _HEADING, column)
        lines = [self.wrapped(line, _LINE, column - 28) for line in self.scene.lines]
        height = len(heading) * _HEADING.leading + 34 + sum(len(line) * _LINE.leading + 20 for line in lines) - 20
        top = max(TOP, (BOTTOM + TOP) / 2 - height / 2)
        if self.picture:
            left, up = WIDTH - MARGIN - PANEL, (BOTTOM + TOP) / 2 - PANEL / 2 + 14
            panel = _rectangle(left, up, PANEL, PANEL, self.palette.tint, 28)
            yield Layer(panel + _placed(self.picture, left, up, 1.0), self.starts[0], Motion.RISE)
        yield self.text(heading, _HEADING, MARGIN, top, self.palette.strong, self.starts[0])
        y = top + len(heading) * _HEADING.leading + 34
        for line, start in zip(lines, self.starts[1:], strict=True):
            mark = _rectangle(MARGIN, y + 7, 5, len(line) * _LINE.leading - 14, self.palette.strong, 2.5)
            yield Layer(f'<g opacity="0.3">{mark}</g>', start, Motion.FADE)
            yield self.text(line, _LINE, MARGIN + 28, y, "ink", start)
            y += len(line) * _LINE.leading + 20

    def chart(self) -> Iterator[Layer]:
        heading = self.wrapped(self.scene.heading, _HEADING, 900)
        lines = [self.wrapped(line, _LINE, WIDTH - 2 * MARGIN) for line in self.scene.lines]
        bar_height, between = 54.0, 34
        row = _LABEL.leading + 12 + bar_height + between
        height = len(heading) * _HEADING.leading + sum(len(line) * _LINE.leading + 8 for line in lines)
        height += 14 + _UNIT.leading + 34 + row * len(self.scene.bars) - between
        top = max(TOP, (BOTTOM + TOP) / 2 - height / 2)
        yield self.text(heading, _HEADING, MARGIN, top, self.palette.strong, self.starts[0])
        y = top + len(heading) * _HEADING.leading + 14
        for line, start in zip(lines, self.starts[1:], strict=False):
            yield self.text(line, _LINE, MARGIN, y, "ink", start)
            y += len(line) * _LINE.leading + 8
        yield self.text((self.scene.unit,), _UNIT, MARGIN, y, "muted", self.starts[0] + 0.2)
        y += _UNIT.leading + 34
        track = WIDTH - 2 * MARGIN - 200
        for bar, start in zip(self.scene.bars, self.starts[1 + len(lines) :], strict=True):
            yield self.text((bar.label,), _LABEL, MARGIN, y, "ink", start)
            up = y + _LABEL.leading + 12
            ends = bar_height / 2
            yield Layer(_rectangle(MARGIN, up, track, bar_height, self.palette.tint, ends), start, Motion.FADE)
            box = Box(MARGIN, up, max(bar_height, track * bar.part), bar_height)
            yield Layer(_rectangle(*box, self.palette.strong, ends), start + 0.2, Motion.GROW, box)
            middle = up + bar_height / 2 - _VALUE.leading / 2
            yield self.text(
                (bar.shown,), _VALUE, WIDTH - MARGIN, middle, self.palette.strong, start + 0.5, anchor="end"
            )
            y += row

    # Words

    def wrapped(self, text: str, kind: _Type, width: float) -> tuple[str, ...]:
        return break_lines(text, width, lambda part: self.style.fonts.width(part, kind.weight, kind.size, kind.spacing))

    def text(
        self,
        lines: tuple[str, ...],
        kind: _Type,
        left: float,
        top: float,
        colour: str,
        start: float,
        anchor: str = "start",
    ) -> Layer:
        baseline = top + kind.leading / 2 + kind.size * 0.35
        rows = "".join(
            f'<text x="{left}" y="{baseline + place * kind.leading:.1f}">{escape(line)}</text>'
            for place, line in enumerate(lines)
        )
        look = (
            f'font-family="{FAMILY}" font-weight="{kind.weight}" font-size="{kind.size}" '
            f'letter-spacing="{kind.spacing * kind.size:.2f}" text-anchor="{anchor}" fill="var(--{colour})"'
        )
        return Layer(f"<g {look}>{rows}</g>", start, Motion.RISE)


def _rectangle(left: float, top: float, width: float, height: float, colour: str, radius: float = 0) -> str:
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" fill="var(--{colour})"/>'
    )


def _placed(svg: str, left: float, top: float, scale: float) -> str:
    return f'<g transform="translate({left:g} {top:g}) scale({scale:g})">{svg}</g>'


def _shanyrak() -> str:
    """Return the crown of a yurt seen from below, around 0, 0: the ring, three bent poles each way, the roof's poles."""
    ring = '<circle r="100" stroke-width="10"/><circle r="88" stroke-width="2"/>'
    poles = "".join(
        f'<path stroke-width="5" d="M{-86 + abs(bow) / 4:g} {bow * 0.8:g}Q0 {bow * 1.5:g} {86 - abs(bow) / 4:g} {bow * 0.8:g}"/>'
        for bow in (-22, 0, 22)
    )
    roof = "".join(
        f'<path stroke-width="3.5" transform="rotate({angle})" d="M0-108V-168"/>' for angle in range(0, 360, 9)
    )
    return f'<g transform="rotate(45)">{ring}{poles}<g transform="rotate(90)">{poles}</g>{roof}</g>'


SHANYRAK = _shanyrak()
"""The yurt's crown, which stands for a home and for those under one roof."""
