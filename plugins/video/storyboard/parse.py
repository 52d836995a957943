"""Reads the scenes of a storyboard from its Document, and reports what cannot be shown at its place.

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
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from plugins.diagnostics import Phrase, Problem
from plugins.language import decimal_number, percent
from plugins.markdown import Block, BlockKind, Document, Heading, Row, Span
from plugins.model.fields import Figure, FigureUnit
from plugins.model.items import Body
from plugins.model.schema_problems import nearest
from plugins.video.storyboard.scenes import Bar, Look, Picture, Scene, SceneList, Tone

SHORTEST_VIDEO, LONGEST_VIDEO = 60, 120
SHORTEST_SCENE, LONGEST_SCENE = 4, 20
MOST_LINES, MOST_BARS = 3, 4
MOST_IN_HEADING, MOST_IN_LINE = 70, 120
"""Characters that fit with room around them."""
CHARACTERS_A_SECOND = 15
"""What a viewer reads without haste; subtitles for adults allow some more."""
BREATH = 1.0
"""Seconds of a scene in which nothing new is to be read."""

_FIGURE = re.compile(r"\{([a-z0-9-]+)\}")
_MARKUP = re.compile(r"[*_`#<>\[\]]")
"""Characters that would be shown on the screen as they are written."""
_SECONDS = re.compile(r"\d{1,2}(\.5)?")
_ATTRIBUTES = frozenset({"seconds", "look", "tone"})
_BESIDE_WORDS = frozenset({BlockKind.HEADING, BlockKind.ALT, BlockKind.TITLE, BlockKind.CELL})


class _Fault(Exception):  # noqa: N818 - not an error of the program: the scene has a fault
    def __init__(self, offset: int, rule: str, values: Mapping[str, str]) -> None:
        super().__init__(rule)
        self.offset, self.rule, self.values = offset, rule, values


def read_storyboard(
    body: Body, document: Document, language: str, name: str, figures: Mapping[str, Figure]
) -> tuple[SceneList | None, list[Problem]]:
    """Return the scenes of `document`, which is made of `body`, or every problem that keeps them from being rendered."""
    problems: list[Problem] = []
    scenes: list[Scene] = []

    def report(fault: _Fault) -> None:
        line, column = document.place(fault.offset)
        problems.append(Problem(body.path, body.first_line + line - 1, column, fault.rule, fault.values))

    starts = [heading.span.start for heading in document.headings]
    if before := [block for block in document.blocks if not starts or block.span.start < starts[0]]:
        report(_broken(before[0].span.start, "scene-heading"))
    for heading, (start, end) in zip(document.headings, pairwise([*starts, len(body.source)]), strict=True):
        try:
            scenes.append(_SceneReader(document, heading, Span(start, end), figures, language).scene(body.first_line))
        except _Fault as fault:
            report(fault)
    storyboard = SceneList(body.path, language, name, tuple(scenes))
    if not problems and not SHORTEST_VIDEO <= storyboard.seconds <= LONGEST_VIDEO:
        values = {"seconds": f"{storyboard.seconds:g}", "least": str(SHORTEST_VIDEO), "most": str(LONGEST_VIDEO)}
        problems.append(Problem(body.path, body.first_line, 1, "storyboard-length", values))
    return (None if problems else storyboard), problems


@dataclass(frozen=True, slots=True)
class _SceneReader:
    """Reads one scene; each method raises `_Fault` at the first thing that cannot be shown."""

    document: Document
    heading: Heading
    span: Span
    """From the heading up to the next one."""
    figures: Mapping[str, Figure]
    language: str

    def scene(self, first_line: int) -> Scene:
        """Return the scene; `first_line` is the line of the file on which the document begins."""
        start = self.span.start
        words, seconds, look, tone = self._heading()
        lines, picture = tuple(self._lines()), self._picture()
        unit, bars = self._chart()
        if len(lines) > MOST_LINES or (picture and bars) or (bars and look is not Look.PLAIN):
            raise _broken(start, "scene-too-full")
        line = first_line + self.document.place(start)[0] - 1
        scene = Scene(words, seconds, look, tone, lines, picture, bars, unit, line)
        needed = sum(map(len, scene.texts)) / CHARACTERS_A_SECOND + BREATH
        if seconds < needed:
            raise _Fault(start, "hurried-scene", {"seconds": f"{seconds:g}", "needed": f"{needed:.0f}"})
        return scene

    def _heading(self) -> tuple[str, float, Look, Tone]:
        start, end = self.heading.span
        line_end = self._line_end(start)
        attributes = [found for found in self.document.removed if end <= found.span.start < line_end]
        words = next(block for block in self.document.blocks if block.span.start >= start)
        if self.heading.level != 2 or not attributes or words.kind is not BlockKind.HEADING:
            raise _broken(start, "scene-heading")
        shown = self._plain(words, Span(start + self.heading.level, attributes[0].span.start), MOST_IN_HEADING)
        values = {found.name: (found.value, found.span.end - len(found.name)) for found in attributes}
        for name, (_, at) in values.items():
            if name not in _ATTRIBUTES:
                raise _broken(at, "scene-attributes")
        rows = [row.span for row in self.document.rows]
        for found in self.document.removed:
            at = found.span.start
            if self._holds(found.span) and at > line_end and not any(row.start <= at < row.end for row in rows):
                raise _broken(at, "scene-attributes")
        seconds, at = values.get("seconds", ("", start))
        if not _SECONDS.fullmatch(seconds) or not SHORTEST_SCENE <= float(seconds) <= LONGEST_SCENE:
            raise _broken(at, "scene-seconds")
        look, at_look = values.get("look", (Look.PLAIN, start))
        tone, at_tone = values.get("tone", (Tone.BLUE, start))
        if look not in set(Look):
            raise _broken(at_look, "scene-attributes")
        if tone not in set(Tone):
            raise _broken(at_tone, "scene-attributes")
        return shown, float(seconds), Look(look), Tone(tone)

    def _lines(self) -> Iterator[str]:
        """Yield the paragraphs; whatever else has words is markup that a scene cannot show."""
        spans = [link.span for link in self.document.links] + [html.span for html in self.document.raw_html]
        if inside := [span for span in spans if self._holds(span)]:
            raise _broken(min(inside).start, "scene-markup")
        for block in self.document.blocks:
            if not self._holds(block.span) or block.kind in _BESIDE_WORDS:
                continue
            if block.kind is not BlockKind.PARAGRAPH or block.depth:
                raise _broken(block.span.start, "scene-markup")
            first = self.document.source.rfind("\n", 0, block.span.start) + 1
            yield self._plain(block, Span(first, self._line_end(block.span.end)), MOST_IN_LINE)

    def _picture(self) -> Picture | None:
        images = [image for image in self.document.images if self._holds(image.span)]
        if len(images) > 1:
            raise _broken(images[1].span.start, "scene-picture")
        return Picture(images[0].target, images[0].alt) if images else None

    def _chart(self) -> tuple[str, tuple[Bar, ...]]:
        """Return what the bars measure, and the bars."""
        rows = [row for row in self.document.rows if self._holds(row.span)]
        if not rows:
            return "", ()
        tables = [list(table) for _, table in groupby(rows, key=lambda row: row.table)]
        start = rows[0].span.start
        if len(tables) > 1:
            raise _broken(tables[1][0].span.start, "scene-chart")
        head, *below = rows
        if not 0 < len(below) <= MOST_BARS:
            raise _broken(start, "scene-chart")
        named = [self._bar(row) for row in below]
        units = {figure.unit for *_, figure in named}
        if len(units) > 1:
            raise _broken(start, "scene-chart")
        largest = max(figure.value for *_, figure in named)
        whole = Decimal(1) if units == {FigureUnit.PERCENT} else max(largest, Decimal(1))
        bars = tuple(
            Bar(label, _FIGURE.sub(_shown(figure, self.language), value), min(float(figure.value / whole), 1.0))
            for label, value, figure in named
        )
        return self.document.words(self._cells(head)[-1]), bars

    def _bar(self, row: Row) -> tuple[str, str, Figure]:
        """Return the words of a row, its value as written, and the figure in it."""
        cells = self._cells(row)
        if row.cells != 2 or len(cells) != 2:
            raise _broken(row.span.start, "scene-chart")
        label, value = self.document.words(cells[0]), self._value(cells[1], row)
        keys = _FIGURE.findall(value)
        if len(keys) != 1:
            raise _broken(cells[1].span.start, "scene-chart")
        if keys[0] not in self.figures:
            at = self.document.source.index(f"{{{keys[0]}}}", cells[1].span.start)
            raise _Fault(at, "unknown-figure", {"key": keys[0], "nearest": nearest(keys[0], list(self.figures))})
        return label, value, self.figures[keys[0]]

    def _value(self, cell: Block, row: Row) -> str:
        """Return a cell as written: at its end the converter takes braces for attributes."""
        braces = [found for found in self.document.removed if cell.span.end <= found.span.start < row.span.end]
        end = max((found.span.end + 1 for found in braces), default=cell.span.end)
        return self.document.source[cell.span.start : end]

    def _cells(self, row: Row) -> list[Block]:
        return [
            block
            for block in self.document.blocks
            if block.kind is BlockKind.CELL and row.span.start <= block.span.start < row.span.end
        ]

    def _plain(self, block: Block, written: Span, most: int) -> str:
        """Return the words of a block, each line without the blanks around it; `written` is all that is there."""
        if sign := _MARKUP.search(self.document.source, written.start, written.end):
            raise _broken(sign.start(), "scene-markup")
        words = " ".join(line.strip() for line in self.document.words(block).split("\n"))
        if len(words) > most:
            raise _broken(block.span.start, "scene-too-long")
        return words

    def _line_end(self, offset: int) -> int:
        end = self.document.source.find("\n", offset)
        return end if end >= 0 else len(self.document.source)

    def _holds(self, span: Span) -> bool:
        return self.span.start <= span.start < self.span.end


def _shown(figure: Figure, language: str) -> str:
    show = percent if figure.unit is FigureUnit.PERCENT else decimal_number
    return show(figure.value, language)


def _broken(offset: int, phrase: str) -> _Fault:
    return _Fault(offset, "broken-storyboard", {"detail": Phrase(phrase)})
