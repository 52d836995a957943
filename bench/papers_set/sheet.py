"""A page or a screen on which words are set, and what is planted there is noted."""

from dataclasses import dataclass, field
from random import Random

from PIL import ImageDraw, ImageFont

from bench.papers_set.forms import PAGE, Paper, Planted
from bench.papers_set.somebody import Somebody

INK, PEN, SEAL = (24, 24, 28), (30, 44, 150), (44, 60, 170)


@dataclass(slots=True)
class Sheet:
    """Sets words on a page or a screen, and notes where what is planted stands."""

    paper: Paper
    random: Random
    face: str
    size: int
    ink: tuple[int, int, int] = INK
    left: int = 100
    right: int = PAGE[0] - 80
    x: float = 0
    y: float = 90
    draw: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.draw = ImageDraw.Draw(self.paper.image)
        self.x = self.left

    def font(self, size: float | None = None) -> ImageFont.FreeTypeFont:
        """Return the face in this size, in pixels; that of the sheet without one."""
        return ImageFont.truetype(self.face, round(size or self.size))

    def title(self, text: str) -> None:
        """Set a title in the middle."""
        font = self.font(self.size * 1.3)
        width = self.draw.textlength(text, font)
        self.draw.text(((self.left + self.right - width) / 2, self.y), text, self.ink, font)
        self.y += self.size * 2.4

    def run(self, *parts: str | tuple[str, str]) -> None:
        """Set a paragraph word by word; a pair (kind, words) is planted, in a piece for each line it stands on."""
        font, step = self.font(), self.size * 1.55
        gap = self.draw.textlength(" ", font)
        for part in parts:
            kind, text = ("", part) if isinstance(part, str) else part
            piece: list[tuple[str, tuple[float, float, float, float]]] = []
            for word in text.split():
                width = self.draw.textlength(word, font)
                glued = word[0] in ",.;)" and not kind
                if self.x + width > self.right:
                    self.note(kind, piece)
                    piece, self.x, self.y = [], self.left, self.y + step
                elif glued:
                    self.x -= gap
                self.draw.text((self.x, self.y), word, self.ink, font)
                piece.append((word, self.draw.textbbox((self.x, self.y), word, font)))
                self.x += width + gap
            self.note(kind, piece)
        self.x, self.y = self.left, self.y + step

    def at(
        self, x: float, kind: str, text: str, *, size: float | None = None, ink: tuple[int, int, int] | None = None
    ) -> None:
        """Set words at a place of the line, and note them where they are of a kind."""
        font = self.font(size)
        self.draw.text((x, self.y), text, ink or self.ink, font)
        self.note(kind, [(text, self.draw.textbbox((x, self.y), text, font))])

    def down(self, lines: float = 1) -> None:
        """Go down so many lines."""
        self.y += lines * self.size * 1.55

    def scribble(self, x: float, y: float, width: float, ink: tuple[int, int, int] = PEN) -> None:
        """Draw a jagged signature whose middle line is at `y`, and note it."""
        points, place = [], x
        while place < x + width:
            points.append((place, y + self.random.uniform(-26, 22)))
            place += self.random.uniform(4, 15)
        self.draw.line(points, ink, 3, joint="curve")
        self.note("signature", [("", (x, y - 28, x + width, y + 24))])

    def seal(self, x: int, y: int, who: Somebody, language: str) -> None:
        """A notary's round seal with a name across it."""
        self.draw.ellipse((x - 120, y - 120, x + 120, y + 120), outline=SEAL, width=4)
        self.draw.ellipse((x - 92, y - 92, x + 92, y + 92), outline=SEAL, width=2)
        keep, self.y = self.y, y - 40
        self.at(x - 60, "", "НОТАРИУС", size=20, ink=SEAL)
        self.y += 28
        self.at(x - 66, "name", f"{who.surname} {who.name[0]}.", size=19, ink=SEAL)
        self.y = keep

    def note(self, kind: str, piece: list[tuple[str, tuple[float, float, float, float]]]) -> None:
        """Note a piece of words with their boxes as something of a person, if it is of a kind."""
        if kind and piece:
            left, top = min(box[0] for _, box in piece), min(box[1] for _, box in piece)
            right, bottom = max(box[2] for _, box in piece), max(box[3] for _, box in piece)
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            self.paper.planted.append(Planted(kind, " ".join(word for word, _ in piece), corners))
