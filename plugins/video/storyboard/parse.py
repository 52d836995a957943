"""Reads a storyboard strictly: Markdown with a heading for each scene, and a problem for anything else.

    ## Кім шешеді {: seconds=9 look=statement tone=green }

    ![көтерілген қолдар](hands.svg)

    Басты шешімді жалпы жиналыс қабылдайды.

    | Не үшін | мүшелердің үлесі |
    |---|---|
    | Жиналыс өтуі үшін | > {quorum} |

Each paragraph is a line on the screen. A table becomes bars; `{quorum}` is a figure of the bundle's `facts.yaml`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby

from plugins.diagnostics import Phrase, Problem
from plugins.language import decimal_number, percent
from plugins.model.fields import Figure, FigureUnit
from plugins.model.items import Body
from plugins.model.schema_problems import nearest
from plugins.video.storyboard.scenes import Bar, Look, Picture, Scene, SceneList, Tone

SHORTEST_VIDEO, LONGEST_VIDEO = 60, 120
SHORTEST_SCENE, LONGEST_SCENE = 4, 20
MOST_LINES, MOST_BARS = 3, 4
MOST_IN_HEADING, MOST_IN_LINE = 70, 120
"""Characters that fit with room around them."""
LONGEST_HEADING_LINE = 500
"""Characters of a heading with its attributes."""
CHARACTERS_A_SECOND = 15
"""What a viewer reads without haste; subtitles for adults allow some more."""
BREATH = 1.0
"""Seconds of a scene in which nothing new is to be read."""

_HEADING = re.compile(r"##[ \t]+(?P<words>.*?)[ \t]*\{:(?P<attributes>[^}]*)\}[ \t]*")
_ATTRIBUTE = re.compile(r"([a-z]+)=(\S+)")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^)\s]+)\)")
_TABLE_RULE = re.compile(r"\|[\s:|-]+\|")
_FIGURE = re.compile(r"\{([a-z0-9-]+)\}")
_MARKUP = re.compile(r"[*_`#<>\[\]]|^\s*(?:[-+]|\d+[.)])\s")
_SECONDS = re.compile(r"\d{1,2}(\.5)?")


class _Fault(Exception):  # noqa: N818 - not an error of the program: the scene has a fault
    def __init__(self, line: int, rule: str, values: Mapping[str, str]) -> None:
        super().__init__(rule)
        self.line, self.rule, self.values = line, rule, values


def read_storyboard(
    body: Body, language: str, name: str, figures: Mapping[str, Figure]
) -> tuple[SceneList | None, list[Problem]]:
    """Return the scenes in `body`, or every problem that keeps them from being rendered."""
    problems: list[Problem] = []
    scenes: list[Scene] = []
    blocks = list(_blocks(body))
    if blocks and not blocks[0][1][0].startswith("#"):
        before = _broken(blocks[0][0], "scene-heading")
        problems.append(_problem(body, before))
    for scene_blocks in _by_scene(blocks):
        try:
            scenes.append(_scene(scene_blocks, language, figures))
        except _Fault as fault:
            problems.append(_problem(body, fault))
    storyboard = SceneList(body.path, language, name, tuple(scenes))
    if not problems and not SHORTEST_VIDEO <= storyboard.seconds <= LONGEST_VIDEO:
        values = {"seconds": f"{storyboard.seconds:g}", "least": str(SHORTEST_VIDEO), "most": str(LONGEST_VIDEO)}
        problems.append(Problem(body.path, body.first_line, 1, "storyboard-length", values))
    return (None if problems else storyboard), problems


_Block = tuple[int, list[str]]
"""Line of the file, from 1, and the lines until the next empty one."""


def _blocks(body: Body) -> Iterator[_Block]:
    numbered = enumerate(body.source.split("\n"), start=body.first_line)
    for is_text, group in groupby(numbered, key=lambda pair: bool(pair[1].strip())):
        if is_text:
            lines = list(group)
            yield lines[0][0], [line for _, line in lines]


def _by_scene(blocks: list[_Block]) -> Iterator[list[_Block]]:
    scene: list[_Block] = []
    for block in blocks:
        if block[1][0].startswith("#"):
            if scene:
                yield scene
            scene = [block]
        elif scene:
            scene.append(block)
    if scene:
        yield scene


def _scene(blocks: list[_Block], language: str, figures: Mapping[str, Figure]) -> Scene:
    line, heading = blocks[0]
    if len(heading[0]) > LONGEST_HEADING_LINE:
        raise _broken(line, "scene-too-long")
    match = _HEADING.fullmatch(heading[0])
    if match is None or len(heading) > 1:
        raise _broken(line, "scene-heading")
    words = _plain(match["words"], line, MOST_IN_HEADING)
    seconds, look, tone = _attributes(match["attributes"], line)
    lines: list[str] = []
    picture: Picture | None = None
    bars: tuple[Bar, ...] = ()
    unit = ""
    for start, block in blocks[1:]:
        if found := _PICTURE.fullmatch(" ".join(block).strip()):
            if picture is not None:
                raise _broken(start, "scene-picture")
            picture = Picture(found["file"], found["alt"])
        elif block[0].lstrip().startswith("|"):
            if bars:
                raise _broken(start, "scene-chart")
            unit, bars = _chart(start, block, language, figures)
        else:
            lines.append(_plain(" ".join(part.strip() for part in block), start, MOST_IN_LINE))
    if len(lines) > MOST_LINES or (picture and bars) or (bars and look is not Look.PLAIN):
        raise _broken(line, "scene-too-full")
    scene = Scene(words, seconds, look, tone, tuple(lines), picture, bars, unit, line)
    needed = sum(map(len, scene.texts)) / CHARACTERS_A_SECOND + BREATH
    if seconds < needed:
        raise _Fault(line, "hurried-scene", {"seconds": f"{seconds:g}", "needed": f"{needed:.0f}"})
    return scene


def _attributes(written: str, line: int) -> tuple[float, Look, Tone]:
    found = dict(_ATTRIBUTE.findall(written))
    rest = _ATTRIBUTE.sub("", written).strip()
    if rest or set(found) - {"seconds", "look", "tone"}:
        raise _broken(line, "scene-attributes")
    seconds = found.get("seconds", "")
    if not _SECONDS.fullmatch(seconds) or not SHORTEST_SCENE <= float(seconds) <= LONGEST_SCENE:
        raise _broken(line, "scene-seconds")
    try:
        return float(seconds), Look(found.get("look", Look.PLAIN)), Tone(found.get("tone", Tone.BLUE))
    except ValueError as error:
        raise _broken(line, "scene-attributes") from error


def _plain(words: str, line: int, most: int) -> str:
    if _MARKUP.search(words):
        raise _broken(line, "scene-markup")
    if not words or len(words) > most:
        raise _broken(line, "scene-too-long")
    return words


def _chart(line: int, block: list[str], language: str, figures: Mapping[str, Figure]) -> tuple[str, tuple[Bar, ...]]:
    rows = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in block]
    if len(rows) < 3 or len(rows) - 2 > MOST_BARS or not _TABLE_RULE.fullmatch(block[1].strip()):
        raise _broken(line, "scene-chart")
    named: list[tuple[int, str, str, Figure]] = []
    for number, cells in enumerate(rows[2:], start=line + 2):
        keys = _FIGURE.findall(cells[-1])
        if len(cells) != 2 or len(keys) != 1 or not cells[0]:
            raise _broken(number, "scene-chart")
        if keys[0] not in figures:
            values = {"key": keys[0], "nearest": nearest(keys[0], list(figures))}
            raise _Fault(number, "unknown-figure", values)
        named.append((number, cells[0], cells[1], figures[keys[0]]))
    units = {figure.unit for *_, figure in named}
    if len(units) > 1:
        raise _broken(line, "scene-chart")
    largest = max(figure.value for *_, figure in named)
    whole = Decimal(1) if units == {FigureUnit.PERCENT} else max(largest, Decimal(1))
    bars = tuple(
        Bar(
            label,
            _FIGURE.sub(lambda _, figure=figure: _shown(figure, language), cell),  # type: ignore[misc]
            min(float(figure.value / whole), 1.0),
        )
        for _, label, cell, figure in named
    )
    return rows[0][-1], bars


def _shown(figure: Figure, language: str) -> str:
    show = percent if figure.unit is FigureUnit.PERCENT else decimal_number
    return show(figure.value, language)


def _broken(line: int, phrase: str) -> _Fault:
    return _Fault(line, "broken-storyboard", {"detail": Phrase(phrase)})


def _problem(body: Body, fault: _Fault) -> Problem:
    return Problem(body.path, fault.line, 1, fault.rule, fault.values)
