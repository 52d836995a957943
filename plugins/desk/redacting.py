"""A paper on its way into an item: read, shown with the places to hide, hidden. Its photo never lies in the project."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from threading import Event, Thread

from PIL import Image

from plugins.desk.photo_folders import PhotoFolder
from plugins.desk.words import Words
from plugins.diagnostics import ContentError
from plugins.diagnostics.refusal import RefusedError
from plugins.documents.reading import Reader
from plugins.documents.redaction import Redacted, redact
from plugins.documents.words import Box
from plugins.documents.workbench.page import boxes_left, page_parts
from plugins.media.faults import PictureFaultError
from plugins.model.papers import PaperKind


class Stage(Enum):
    """How far a paper is."""

    READING = auto()
    SHOWN = auto()
    """The places to hide wait for the editor."""
    HIDING = auto()
    DONE = auto()
    REFUSED = auto()


@dataclass
class Redaction:
    """One paper: the photo `name` in `folder` becomes the file `into` of an item."""

    folder: PhotoFolder
    """Outside the project; it goes with the photo when the paper is done, and when the desk ends before."""
    name: str
    into: Path
    kind: PaperKind
    address: str
    """The item, for example `testimonials/first-home`."""
    on_done: Callable[[Redacted], Redacted]
    """Writes the finished picture, its record, and its name in the item; returns it under the name that was free then."""
    word: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    stage: Stage = Stage.READING
    parts: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)
    """The page of the workbench, by name."""
    refused: RefusedError | PictureFaultError | ContentError | OSError | None = None
    done: Redacted | None = None

    def __post_init__(self) -> None:
        self._size = (0, 0)
        self._boxes: list[Box] | None = None
        self._answered, self._ended = Event(), Event()

    def wait_until_hidden(self, most_seconds: float) -> None:
        """Wait until a paper whose places the editor has confirmed is done or refused; one that nobody has looked at is not waited for."""
        if self.stage is Stage.HIDING:
            self._ended.wait(most_seconds)

    def start(self, project: Path) -> None:
        """Read the photo in a thread of its own: it takes seconds."""
        Thread(target=self._run, args=(project,), daemon=True).start()

    def answer(self, body: bytes | None) -> bool:
        """Take the boxes that the editor leaves, None where they give up; return whether they could be read."""
        boxes = None if body is None else boxes_left(body, self._size)
        if self.stage is not Stage.SHOWN or (body is not None and boxes is None):
            return False
        self._boxes, self.stage, self.parts = boxes, Stage.HIDING, {}
        self._answered.set()
        return True

    def _run(self, project: Path) -> None:
        try:
            self.done = self.on_done(
                redact(
                    self.folder.path / self.name, self.into, self.kind, project,
                    more=(), confirm=self._confirm, reader=Reader(),
                )
            )  # fmt: skip
        except (RefusedError, PictureFaultError, ContentError, OSError) as refused:
            self.refused = refused
        finally:
            self.folder.remove()
            self.stage = Stage.DONE if self.done else Stage.REFUSED
            self._ended.set()

    def _confirm(self, image: Image.Image, boxes: Sequence[Box]) -> Sequence[Box] | None:
        self._size, self.parts = image.size, page_parts(image, boxes)
        self.stage = Stage.SHOWN
        self._answered.wait()
        return self._boxes


def kinds_left(paper: Redaction, words: Words) -> str:
    """Return the kinds of personal data that can still be read on a finished paper, in words; empty where there are none."""
    left = sorted({str(finding.kind) for finding in paper.done.left}) if paper.done else []
    return ", ".join(words.choice(kind) for kind in left)


def state_of_paper(paper: Redaction, words: Words) -> str:
    """Return how far a paper is, in a sentence beside the form of its item; of a finished one also what is left to do."""
    said = [words.say(f"paper_here_{paper.stage.name.lower()}")]
    if paper.stage is Stage.DONE:
        left = kinds_left(paper, words)
        said += [words.say("paper_left", kinds=left)] if left else []
        said.append(words.say("paper_look"))
    return " ".join(said)
