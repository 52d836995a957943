"""Invented documents, drawn and photographed by a program, with their planted data; no data of real people."""

from bench.papers_set.camera import CONDITIONS, Photograph, photographed
from bench.papers_set.forms import FORMS, Paper, Planted, draw_paper
from bench.papers_set.layouts import LAYOUTS, SCREENS, draw_layout
from bench.papers_set.screens import photographed_screen, saved
from bench.papers_set.strange import STRANGE, draw_strange

__all__ = [
    "CONDITIONS", "FORMS", "Paper", "Photograph", "Planted", "draw_layout", "draw_paper", "other_set", "photo_of",
    "photographed", "strange_set", "the_set",
]  # fmt: skip

_SCREEN_CONDITIONS = ("saved", "saved, dark", "photographed screen", "photographed screen, dark")


def the_set(count: int = 48) -> list[tuple[str, int, str]]:
    """Return form, seed and condition of each paper of the test set: every form in every condition by turns."""
    forms, conditions = list(FORMS), list(CONDITIONS)
    return [
        (
            forms[number % len(forms)],
            1000 + number,
            conditions[(number % len(forms) + number // len(forms)) % len(conditions)],
        )
        for number in range(count)
    ]


def other_set(count: int = 36, first_seed: int = 9000) -> list[tuple[str, int, str]]:
    """Return layout, seed and condition of papers and screens of other layouts than the forms; the seeds part the sets."""
    jobs = []
    for number in range(count):
        layout, turn = LAYOUTS[number % len(LAYOUTS)], number // len(LAYOUTS)
        conditions = _SCREEN_CONDITIONS if layout.rsplit("-", 1)[0] in SCREENS else tuple(CONDITIONS)
        jobs.append((layout, first_seed + number, conditions[(number + 3 * turn) % len(conditions)]))
    return jobs


def strange_set(count: int = 24, first_seed: int = 9000) -> list[tuple[str, int, str]]:
    """Return layout, seed and condition of the papers that a stranger would draw; the seeds part the sets."""
    jobs = []
    for number in range(count):
        layout, turn = STRANGE[number % len(STRANGE)], number // len(STRANGE)
        conditions = ("saved", "photographed screen") if layout.startswith("night") else tuple(CONDITIONS)
        jobs.append((layout, first_seed + number, conditions[(number + 3 * turn) % len(conditions)]))
    return jobs


def photo_of(form: str, seed: int, condition: str) -> Photograph:
    """Return the photo of a job of either set."""
    if form in FORMS:
        return photographed(draw_paper(form, seed), condition, seed)
    if condition in CONDITIONS:
        return photographed(draw_strange(form, seed) if form in STRANGE else draw_layout(form, seed), condition, seed)
    paper = draw_strange(form, seed) if form in STRANGE else draw_layout(form, seed, dark=condition.endswith("dark"))
    return saved(paper) if condition.startswith("saved") else photographed_screen(paper, seed)
