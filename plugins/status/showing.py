"""The status as a table for an editor, or as JSON."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from plugins.diagnostics.catalog import Catalog, load_catalog
from plugins.diagnostics.terminal import console as console_to
from plugins.status.gathering import Deadline, SectionStatus, Status
from plugins.status.readability import GOALS, Reading
from plugins.status.readiness import Step

_WIDTH_OF_A_PIPE = 110
_SOON = 30
"""Days from which on a deadline is shown in red."""


def as_json(status: Status) -> str:
    """Return the status with its sections, deadlines, unconfirmed facts and withheld pages."""
    return json.dumps(asdict(status), ensure_ascii=False, indent=2, default=str)


def print_status(status: Status, language: str, titles: Mapping[str, str], file: TextIO | None = None) -> None:
    """Print the tables in `kk`, `ru` or `en`; `titles` are the names of the sections."""
    console = console_to(file)
    if not console.is_terminal:
        console.width = _WIDTH_OF_A_PIPE
    label = load_catalog(language).label
    console.print(_sections(status.sections, titles, label))
    _print_deadlines(status.deadlines, status.within, console, label)
    _print_readings(status.readings, titles, console, label)
    _print_readiness(status.readiness, console, load_catalog(language), titles)
    for name, found in (("status_unconfirmed", status.unconfirmed), ("status_withheld", status.withheld)):
        if found:
            console.print(f"\n[bold]{label(name, count=str(len(found)))}[/bold]")
            console.print(Padding(escape(", ".join(found)), (0, 0, 0, 2)))


def _print_readings(
    readings: tuple[Reading, ...], titles: Mapping[str, str], console: Console, label: Callable[..., str]
) -> None:
    """Print words and mean sentence by section and language, then the texts whose sentences are too long or too short."""
    if not readings:
        return
    table = Table(title=label("status_readings"), title_justify="left", title_style="bold", box=None, padding=(0, 1))
    table.add_column(label("status_section"), no_wrap=True)
    for name in ("status_kk", "status_ru"):
        table.add_column(f"{label(name)}: {label('status_words')}", justify="right")
        table.add_column(label("status_mean"), justify="right")
    for folder in dict.fromkeys(_folder(reading) for reading in readings):
        cells = []
        for language in GOALS:
            own = [reading for reading in readings if _folder(reading) == folder and reading.language == language]
            total = sum(reading.sentences for reading in own)
            mean = sum(reading.mean * reading.sentences for reading in own) / total if total else 0
            cells += [str(sum(reading.words for reading in own)), f"{mean:.1f}"]
        table.add_row(escape(titles.get(folder, folder)), *cells)
    console.print()
    console.print(table)
    goals = {
        f"{language}_{end}": str(goal[n]) for language, goal in GOALS.items() for n, end in enumerate(("least", "most"))
    }
    outliers = [reading for reading in readings if reading.is_outlier]
    console.print(label("status_goal", **goals, count=str(len(outliers))))
    for reading in sorted(outliers, key=lambda reading: -abs(reading.mean - sum(GOALS[reading.language]) / 2)):
        console.print(Padding(escape(f"{reading.mean}  {reading.path}"), (0, 0, 0, 2)))


def _folder(reading: Reading) -> str:
    return reading.path.split("/")[1]


def _print_readiness(steps: tuple[Step, ...], console: Console, catalog: Catalog, titles: Mapping[str, str]) -> None:
    label, phrases = catalog.label, catalog.phrases
    table = Table(title=label("status_readiness"), title_justify="left", title_style="bold", box=None, padding=(0, 1))
    for name in ("status_step", "status_lack", "status_place"):
        table.add_column(label(name), overflow="fold")
    for step in steps:
        what = phrases[step.what] + (f" «{titles.get(step.detail, step.detail)}»" if step.detail else "")
        colour = "bold red" if step.stops else "bold yellow"
        lack = f"[{colour}]{escape(phrases[step.lack])}[/]" if step.lack else label("status_ready")
        table.add_row(escape(what), lack, escape(f"{step.path}:{step.line}") if step.lack else "")
    console.print()
    console.print(table)
    stops = sum(step.stops and step.lack is not None for step in steps)
    console.print(label("status_no_release", count=str(stops)) if stops else label("status_release_possible"))


def _sections(sections: tuple[SectionStatus, ...], titles: Mapping[str, str], label: Callable[..., str]) -> Table:
    table = Table(title=label("status_title"), title_justify="left", title_style="bold", box=None, padding=(0, 1))
    table.add_column(label("status_section"), no_wrap=True)
    for name in (
        "status_kk",
        "status_ru",
        "status_stale",
        "status_samples",
        "status_drafts",
        "status_to_confirm",
        "error",
        "warning",
    ):
        table.add_column(label(name), justify="right")
    for section in sections:
        stale = sum(section.stale.values())
        counts = (stale, section.samples, section.drafts, section.to_confirm, section.errors, section.warnings)
        marks = ["", "", "", "", "bold red", "bold yellow"]
        texts = [str(section.items.get(language, 0)) for language in ("kk", "ru")]
        uneven = len(set(texts)) > 1
        texts = [f"[bold red]{text}[/]" if uneven else text for text in texts]
        cells = [_cell(count, mark) for count, mark in zip(counts, marks, strict=True)]
        table.add_row(escape(titles.get(section.folder, section.folder)), *texts, *cells)
    return table


def _cell(count: int, mark: str) -> str:
    if not count:
        return "·"
    return f"[{mark}]{count}[/]" if mark else str(count)


def _print_deadlines(deadlines: tuple[Deadline, ...], within: int, console: Console, label: Callable[..., str]) -> None:
    if not deadlines:
        console.print(f"\n{label('status_no_deadline', days=str(within))}")
        return
    table = Table(title=label("status_deadlines"), title_justify="left", title_style="bold", box=None, padding=(0, 1))
    table.add_column(label("status_days_left"), justify="right")
    for name in ("status_day", "status_ending", "status_what", "status_place"):
        table.add_column(label(name), overflow="fold")
    for deadline in deadlines:
        left = f"[bold red]{deadline.days_left}[/]" if deadline.days_left <= _SOON else str(deadline.days_left)
        kind = label(f"status_{deadline.kind.value.replace('-', '_')}")
        table.add_row(
            left, deadline.day.isoformat(), kind, escape(deadline.what), escape(f"{deadline.path}:{deadline.line}")
        )
    console.print()
    console.print(table)
