"""Invented documents, drawn and photographed by a program, with their planted data; no data of real people."""

from bench.papers_set.camera import CONDITIONS, Photograph, photographed
from bench.papers_set.forms import FORMS, Paper, Planted, draw_paper

__all__ = ["CONDITIONS", "FORMS", "Paper", "Photograph", "Planted", "draw_paper", "photographed", "the_set"]


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
