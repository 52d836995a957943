"""The scenes of a storyboard in order, each with its words, its picture or its bars."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How a scene is laid out."""

    PLAIN = "plain"
    """Words on the left, a picture on the right, or bars below."""
    TITLE = "title"
    """A card that opens or closes the video."""
    STATEMENT = "statement"
    """One sentence to remember, on full colour."""


class Tone(StrEnum):
    """Which of the site's meanings colours the scene."""

    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the bundle: its file name, and what it shows."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: its words, what is beside the bar, and how much of the track it fills (0 to 1)."""

    label: str
    shown: str
    part: float

    @property
    def words(self) -> str:
        """Return the row as a reader would say it."""
        return f"{self.label}: {self.shown}"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is seen at once, and for how long."""

    heading: str
    seconds: float
    look: Look
    tone: Tone
    lines: tuple[str, ...]
    picture: Picture | None
    bars: tuple[Bar, ...]
    unit: str
    """What the bars measure, as the table's head says."""
    line: int
    """Of its heading in the file, from 1."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything there is to read, in the order it appears."""
        return (self.heading, *self.lines, *(bar.words for bar in self.bars))


@dataclass(frozen=True, slots=True)
class SceneList:
    """The scenes of one language, with the path of their file."""

    path: str
    language: str
    name: str
    """Of the cooperative, as it is in the corner of the frame."""
    scenes: tuple[Scene, ...]

    @property
    def seconds(self) -> float:
        """Return the length of the video."""
        return sum(scene.seconds for scene in self.scenes)

    @property
    def starts(self) -> tuple[float, ...]:
        """Return the second at which each scene begins."""
        return tuple(sum(scene.seconds for scene in self.scenes[:index]) for index in range(len(self.scenes)))
