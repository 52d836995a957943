"""Measures how much personal data on photographed documents is found and hidden: `python -m bench.papers --help`.

The papers are invented and drawn (`bench/papers_set/`), so that it is known what stands where. Figures for each kind
of data: how much of it is hidden after the machine alone has gone over a photo, how much the rule tells on a photo on
which nothing was hidden, and how much is hidden or told then. `--other` and `--strange` measure layouts on which the
finders were not tuned.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time

import numpy as np
from PIL import Image, ImageDraw
from rich.console import Console
from rich.table import Table

from bench.papers_set import Planted, other_set, photo_of, strange_set, the_set
from plugins.documents.finding import Finding
from plugins.documents.hiding import boxes_of, hidden
from plugins.documents.inspection import inspect_paper, left_over
from plugins.documents.reading import Reader, turn_upright
from plugins.documents.words import Box

GOALS = {"hidden": 0.98, "told": 0.99}
"""Of IINs, accounts and telephones."""
_SHARES = (*GOALS, "hidden or told, all kinds", "hidden part of the photo")
_SURE_KINDS = ("iin", "account", "phone")
_HIDDEN = 0.92
"""Part of the pixels of a planted thing that must be hidden."""
_CUT_OFF = 0.35
"""Part of a planted thing below which nothing can be read of what the edge of the picture has left of it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One paper: of each kind how much is planted, hidden by the machine alone, and told where nothing is hidden."""

    name: str
    planted: dict[str, int]
    hidden: dict[str, int]
    told: dict[str, int]
    safe: dict[str, int]
    """Hidden, or left and told: at its place, or by a photo that is told to be hard to read."""
    missed: tuple[str, ...]
    """What is not hidden, and a mark where that is not told either."""
    hidden_part: float
    """Part of the photo under boxes."""
    left_told: int
    """What the rule tells of the photo as the machine alone left it."""
    is_legible: bool
    seconds: float
    """CPU time from the photo to the places to hide."""


def measure(job: tuple[str, int, str], *, is_quick: bool = False, pictures: Path | None = None) -> Measured:
    """Return what is hidden and told on one paper of the set; `is_quick` does not ask what is told where nothing is hidden.

    A paper of which something is not hidden, or which is told to be hard to read, is drawn into the folder `pictures`.
    """
    photo, reader = photo_of(*job), Reader()
    begun = process_time()
    turn = turn_upright(photo.image, reader)
    image = turn.of(photo.image, (128, 128, 128), Image.Resampling.BICUBIC)
    inspected = inspect_paper(image, reader)
    seconds = process_time() - begun
    places = [
        np.asarray(turn.of(_mask(photo.image.size, item), 0, Image.Resampling.NEAREST)) > 0 for item in photo.planted
    ]
    boxes = boxes_of(inspected.findings, image.size)
    covered = np.asarray(hidden(Image.new("L", image.size, 255), boxes).convert("L")) < 128
    whole = [int(np.count_nonzero(np.asarray(_mask(photo.image.size, item)))) for item in photo.planted]
    is_cut = [place.sum() < _CUT_OFF * dots for place, dots in zip(places, whole, strict=True)]
    is_hidden = [cut or bool(covered[place].mean() >= _HIDDEN) for place, cut in zip(places, is_cut, strict=True)]
    found = [] if is_quick else left_over(image, [], reader)
    is_told = [cut or _is_told(_around(place), found) for place, cut in zip(places, is_cut, strict=True)]
    left = left_over(hidden(image, boxes), boxes, reader)
    is_safe = [
        done or not inspected.is_legible or _is_told(_around(place), left)
        for place, done in zip(places, is_hidden, strict=True)
    ]
    kinds = [item.kind for item in photo.planted]
    missed = tuple(
        f"{item.kind} {item.text}{'' if told else ' (not told)'}"
        for item, done, told in zip(photo.planted, is_hidden, is_safe, strict=True)
        if not done
    )
    if pictures and (missed or not inspected.is_legible):
        _picture(
            image, boxes, [_around(place) for place, done in zip(places, is_hidden, strict=True) if not done], left
        ).save(pictures / f"{'-'.join(map(str, job))}.png".replace(" ", "_"))
    return Measured(
        ", ".join(map(str, job)), dict(Counter(kinds)), _count(kinds, is_hidden), _count(kinds, is_told), _count(kinds, is_safe),
        missed, float(covered.mean()), len(left), inspected.is_legible, seconds,
    )  # fmt: skip


def _picture(image: Image.Image, boxes: Iterable[Box], missed: Iterable[Box], left: Iterable[Finding]) -> Image.Image:
    """Return the photo with what was hidden in blue, what was not in red, and what is told of it in yellow."""
    drawn = image.convert("RGB")
    pen = ImageDraw.Draw(drawn)
    for colour, width, places in (
        ("#2060ff", 3, boxes), ("#ff0000", 5, missed), ("#ffc000", 3, [finding.box for finding in left])
    ):  # fmt: skip
        for box in places:
            pen.rectangle((box.x, box.y, box.right, box.bottom), outline=colour, width=width)
    return drawn


def _count(kinds: list[str], done: list[bool]) -> dict[str, int]:
    return dict(Counter(kind for kind, is_done in zip(kinds, done, strict=True) if is_done))


def _is_told(place: Box, found: Iterable[Finding]) -> bool:
    return any(place.covers(each.box) + each.box.covers(place) > 0.5 for each in found)


def _mask(size: tuple[int, int], item: Planted) -> Image.Image:
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(item.corners, fill=255)
    return mask


def _around(place: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]") -> Box:
    rows, columns = np.flatnonzero(place.any(axis=1)), np.flatnonzero(place.any(axis=0))
    return Box(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1))


def _report(measured: list[Measured], console: Console, *, is_quick: bool) -> dict[str, float]:
    planted, done, told, safe = (
        sum((Counter(getattr(paper, name)) for paper in measured), Counter[str]())
        for name in ("planted", "hidden", "told", "safe")
    )
    table = Table("on the paper", "planted", "hidden", "part", "told", "hidden or told")
    for kind in sorted(planted):
        table.add_row(
            kind, str(planted[kind]), str(done[kind]), f"{done[kind] / planted[kind]:.1%}",
            "" if is_quick else f"{told[kind] / planted[kind]:.1%}", f"{safe[kind] / planted[kind]:.1%}",
        )  # fmt: skip
    console.print(table)
    for paper in measured:
        if paper.missed or not paper.is_legible:
            unclear = "" if paper.is_legible else " (told to be hard to read)"
            console.print(f"{paper.name}{unclear}: not hidden: {', '.join(paper.missed) or 'nothing'}")
    sure = [kind for kind in _SURE_KINDS if planted[kind]]
    figures = {
        "papers": float(len(measured)),
        "hidden": sum(done[kind] for kind in sure) / sum(planted[kind] for kind in sure),
        "told": sum(told[kind] for kind in sure) / sum(planted[kind] for kind in sure),
        "hidden or told, all kinds": sum(safe.values()) / sum(planted.values()),
        "photos told to be hard to read": float(sum(not paper.is_legible for paper in measured)),
        "hidden part of the photo": sum(paper.hidden_part for paper in measured) / len(measured),
        "papers with something told after hiding": float(sum(bool(paper.left_told) for paper in measured)),
        "seconds of a photo, at most": max(paper.seconds for paper in measured),
    }
    if is_quick:
        del figures["told"]
    for name, value in figures.items():
        goal = f" (goal: at least {GOALS[name]:.1%})" if name in GOALS else ""
        console.print(f"{name}: {value:.1%}{goal}" if name in _SHARES else f"{name}: {value:.4g}")
    return figures


def main() -> None:
    """Measure the set and print the figures; a missed goal ends with exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=48, help="how many of the set")
    parser.add_argument("--every", type=int, default=1, help="only every so many-th of them")
    parser.add_argument("--other", action="store_true", help="layouts on which the finders were not tuned")
    parser.add_argument(
        "--strange", action="store_true", help="slips, papers filled in by hand, two columns, a night screen"
    )
    parser.add_argument("--seed", type=int, default=9000, help="first seed of the other layouts")
    parser.add_argument(
        "--quick", action="store_true", help="not what is told where nothing is hidden: a third of the time less"
    )
    parser.add_argument("--pictures", type=Path, help="folder into which papers with something missed are drawn")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    console = Console()
    measured: list[Measured] = []
    drawn = strange_set if options.strange else other_set
    is_seeded = options.strange or options.other
    jobs = (drawn(options.papers, options.seed) if is_seeded else the_set(options.papers))[:: options.every]
    with ProcessPoolExecutor(options.cores) as pool:
        for number, paper in enumerate(
            pool.map(partial(measure, is_quick=options.quick, pictures=options.pictures), jobs), start=1
        ):
            share = f"{sum(paper.hidden.values())} of {sum(paper.planted.values())} hidden, {paper.seconds:.1f} s"
            console.print(f"{number} of {len(jobs)}: {paper.name}: {share}", style="dim", highlight=False)
            measured.append(paper)
    figures = _report(measured, console, is_quick=options.quick)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    raise SystemExit(int(any(figures.get(name, goal) < goal for name, goal in GOALS.items())))


if __name__ == "__main__":
    main()
