"""All items as the list of the desk shows them, and what to do next."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from plugins.diagnostics import Problem
from plugins.model import frontmatter
from plugins.model.items import BUNDLE_FILES, FACTS_FILE, LANGUAGES, index_file
from plugins.model.sections import SECTIONS
from plugins.model.yaml_source import parse

_SOON = timedelta(days=30)
_STALE = frozenset({"stale-translation"})


class State(StrEnum):
    """How an item stands, the most urgent first."""

    PROBLEMS = "problems"
    EXPIRING = "expiring"
    OUT_OF_STEP = "out-of-step"
    DOUBTS = "doubts"
    DRAFT = "draft"
    TO_CONFIRM = "to-confirm"
    SAMPLE = "sample"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the list."""

    section: str
    slug: str
    titles: Mapping[str, str]
    states: tuple[State, ...]
    errors: int
    changed: float
    """When a file of it was last written, in seconds."""

    @property
    def address(self) -> str:
        """The address of its form below `/desk/`."""
        return f"{self.section}/{self.slug}/"

    @property
    def state(self) -> State:
        """The most urgent of its states."""
        return self.states[0]


def rows_of(content: Path, problems: Sequence[Problem], today: date) -> list[Row]:
    """Return every item there is, section by section."""
    counted = _by_folder(problems)
    rows: list[Row] = []
    for section in SECTIONS:
        folder = content / section.folder
        for bundle in sorted(folder.iterdir()) if folder.is_dir() else ():
            if bundle.is_dir() and not bundle.name.startswith(".") and not bundle.is_symlink():
                rows.append(_row(section.folder, bundle, counted, today))
    return rows


def next_steps(rows: Iterable[Row]) -> list[Row]:
    """Return what waits for the editor, the most urgent first, at most five."""
    order = list(State)
    waiting = [row for row in rows if row.state in order[:5]]
    return sorted(waiting, key=lambda row: (order.index(row.state), -row.changed))[:5]


def _row(section: str, bundle: Path, counted: Mapping[str, Counter[str]], today: date) -> Row:
    facts = _data(_read(bundle / FACTS_FILE))
    titles: dict[str, str] = {language: _title(_read(bundle / index_file(language))) for language in LANGUAGES}
    found = counted.get(f"content/{section}/{bundle.name}", Counter())
    holds = {
        State.PROBLEMS: found["error"] > 0 or not any(titles.values()),
        State.EXPIRING: _expires(facts, today),
        State.OUT_OF_STEP: found["stale"] > 0,
        State.DOUBTS: found["warning"] > 0,
        State.DRAFT: facts.get("draft") == "true",
        State.TO_CONFIRM: facts.get("to_confirm") == "true",
        State.SAMPLE: facts.get("sample") == "true",
    }
    states = tuple(state for state, is_so in holds.items() if is_so) or (State.FINISHED,)
    files = [bundle / name for name in BUNDLE_FILES]
    changed = max((file.stat().st_mtime for file in files if file.is_file()), default=0.0)
    return Row(section, bundle.name, titles, states, found["error"], changed)


def _by_folder(problems: Iterable[Problem]) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for problem in problems:
        folder = "/".join(problem.path.split("/")[:3])
        kind = "stale" if problem.rule in _STALE else str(problem.severity)
        counted.setdefault(folder, Counter())[kind] += 1
    return counted


def _expires(facts: Mapping[str, Any], today: date) -> bool:
    consent = facts.get("consent")
    until = consent.get("until") if isinstance(consent, Mapping) else None
    try:
        return until is not None and date.fromisoformat(str(until)) <= today + _SOON
    except ValueError:
        return False


def _title(text: str) -> str:
    parts = frontmatter.split(text)
    title = _data(parts.front_matter).get("title") if parts else None
    return title if isinstance(title, str) else ""


def _data(text: str) -> Mapping[str, Any]:
    source, _ = parse(text, "")
    return source.data if source else {}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
