"""Measures how much personal data on photographed documents is found and hidden: `python -m bench.papers --help`.

The papers are invented and drawn (`bench/papers_set/`), so that it is known what stands where. Two figures: how many of
the planted IINs are hidden after the machine alone has gone over a photo, and how many of the IINs that are left in a
photo, with everything else hidden, the rule tells.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from rich.console import Console
from rich.table import Table

from bench.papers_set import Planted, draw_paper, photographed, the_set
from plugins.documents.hiding import boxes_of, hidden
from plugins.documents.inspection import left_over, to_hide
from plugins.documents.reading import Reader, turn_upright
from plugins.documents.words import Box

GOALS = {"hidden": 0.98, "told": 0.995}
_HIDDEN = 0.92
"""Part of the pixels of a planted thing that must be hidden."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One paper: of each kind how much is planted and hidden, and how many IINs left over are told."""

    name: str
    planted: dict[str, int]
    hidden: dict[str, int]
    left: int
    """IINs in the photo as it is cut, before anything is hidden."""
    told: int
    missed: tuple[str, ...]
    hidden_part: float
    """Part of the photo under boxes."""
    left_told: int
    """What the rule tells of the photo as the machine alone left it."""


def measure(job: tuple[str, int, str]) -> Measured:
    """Return what is hidden and told on one paper of the set."""
    form, seed, condition = job
    photo = photographed(draw_paper(form, seed), condition, seed)
    reader = Reader()
    turn = turn_upright(photo.image, reader)
    image = turn.of(photo.image, (128, 128, 128), Image.Resampling.BICUBIC)
    places = [
        np.asarray(turn.of(_mask(photo.image.size, item), 0, Image.Resampling.NEAREST)) > 0 for item in photo.planted
    ]
    boxes = boxes_of(to_hide(image, reader), image.size)
    covered = np.asarray(hidden(Image.new("L", image.size, 255), boxes).convert("L")) < 128
    is_hidden = [not place.any() or bool(covered[place].mean() >= _HIDDEN) for place in places]  # or it was cut off
    kinds = [item.kind for item in photo.planted]
    missed = tuple(f"{item.kind} {item.text}" for item, done in zip(photo.planted, is_hidden, strict=True) if not done)
    there = [(item, _around(place)) for item, place in zip(photo.planted, places, strict=True) if place.any()]
    others = [box for item, box in there if item.kind != "iin"]
    iins = [box for item, box in there if item.kind == "iin"]
    found = left_over(hidden(image, others), others, reader)
    told = sum(any(iin.covers(each.box) + each.box.covers(iin) > 0.5 for each in found) for iin in iins)
    return Measured(
        f"{form}, {condition}", dict(Counter(kinds)),
        dict(Counter(kind for kind, done in zip(kinds, is_hidden, strict=True) if done)),
        len(iins), told, missed, float(covered.mean()), len(left_over(hidden(image, boxes), boxes, reader)),
    )  # fmt: skip


def _mask(size: tuple[int, int], item: Planted) -> Image.Image:
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(item.corners, fill=255)
    return mask


def _around(place: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]") -> Box:
    rows, columns = np.flatnonzero(place.any(axis=1)), np.flatnonzero(place.any(axis=0))
    return Box(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1))


def _report(measured: Iterable[Measured], console: Console) -> dict[str, float]:
    measured = list(measured)
    planted: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for paper in measured:
        planted.update(paper.planted)
        done.update(paper.hidden)
    table = Table("on the paper", "planted", "hidden", "part")
    for kind in sorted(planted):
        table.add_row(kind, str(planted[kind]), str(done[kind]), f"{done[kind] / planted[kind]:.1%}")
    console.print(table)
    for paper in measured:
        if paper.missed or paper.told < paper.left:
            told = f"{paper.told} of {paper.left} left IINs told"
            console.print(f"{paper.name}: not hidden: {', '.join(paper.missed) or 'nothing'}; {told}")
    figures = {
        "papers": float(len(measured)),
        "hidden": done["iin"] / planted["iin"],
        "told": sum(paper.told for paper in measured) / sum(paper.left for paper in measured),
        "hidden part of the photo": sum(paper.hidden_part for paper in measured) / len(measured),
        "papers with something told after hiding": float(sum(bool(paper.left_told) for paper in measured)),
    }
    for name, value in figures.items():
        goal = f" (goal: at least {GOALS[name]:.1%})" if name in GOALS else ""
        console.print(f"{name}: {value:.1%}{goal}" if value <= 1 and name != "papers" else f"{name}: {value:g}")
    return figures


def main() -> None:
    """Measure the set and print the figures; a missed goal ends with exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=48, help="how many of the set")
    parser.add_argument("--every", type=int, default=1, help="only every so many-th of them")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    console = Console()
    measured: list[Measured] = []
    jobs = the_set(options.papers)[:: options.every]
    with ProcessPoolExecutor(options.cores) as pool:
        for number, paper in enumerate(pool.map(measure, jobs), start=1):
            iins, gone = paper.planted.get("iin", 0), paper.hidden.get("iin", 0)
            told = f"{gone} of {iins} IINs hidden, {paper.told} of {paper.left} told"
            console.print(f"{number} of {len(jobs)}: {paper.name}: {told}", style="dim", highlight=False)
            measured.append(paper)
    figures = _report(measured, console)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    raise SystemExit(int(any(figures[name] < goal for name, goal in GOALS.items())))


if __name__ == "__main__":
    main()
