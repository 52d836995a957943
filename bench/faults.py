"""What `inv check` reports of the mistakes editors make: `python -m bench.faults [--kinds] [--missed] [--json FILE]`.

Every declared edit (`faults_set/*.yaml`) is made alone in a copy of the real content, checked in this process and undone.
Caught is what one of its own rules reports; the place is right where that stands in the marked line. A right edit of which
anything is reported, be it a warning, is a false alarm. The same people wrote the checks and this set, so it is no blind figure.
"""

import argparse
import json
import re
import shutil
import tempfile
import time
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.faults_set.declared import SingleEdit, edits
from plugins.diagnostics import ContentError, Problem
from plugins.model.synced import IN_STEP_FILE
from plugins.pipeline.check import survey
from tests.site.seeding import Draft
from tests.small_site import ROOT

_DAY = re.compile(r"^ *(?:- )?(?:date|answered|checked|published): (\d{4}-\d{2}-\d{2})", re.MULTILINE)

_NOT_OF_THE_EDIT = frozenset({"stale-translation", "undeclared-translation", "stale-film"})
"""Any edit of a translated text is reported by them until its editor says that both languages are in step."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was reported of one edit."""

    edit: SingleEdit
    reported: tuple[tuple[str, str, int], ...]
    """Rule, path and line of each problem."""
    expected: tuple[tuple[str, str, int], ...]
    seconds: float
    failed: str = ""
    """The exception of a check that broke off, which no edit may cause."""

    @property
    def is_caught(self) -> bool:
        """Whether one of the rules of the edit reports it."""
        return any(rule in self.edit.rules for rule, *_ in self.reported)

    @property
    def is_placed(self) -> bool:
        """Whether it is reported in the marked line, where that is judged."""
        places = {(path, line) for _, path, line in self.expected}
        return not self.edit.needs_place or any(
            rule in self.edit.rules and (path, line) in places for rule, path, line in self.reported
        )


def outcomes(subjects: Container[str] | None = None) -> Iterable[Outcome]:
    """Yield what is reported of every edit, or of those of some subjects."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(ROOT / "content", Path(folder) / "content"))
        cache = Path(folder) / "cache"
        today = _last_day(content)
        assert not _problems(content, cache, today), "the content itself has problems"
        for single in list(edits(content)):
            if subjects is None or single.subject in subjects:
                yield _outcome(single, content, cache, today)


def _outcome(single: SingleEdit, content: Path, cache: Path, today: date) -> Outcome:
    draft = Draft(content)
    reported: tuple[Problem, ...] = ()
    failed = ""
    try:
        single.edit(draft)
        if IN_STEP_FILE not in draft._texts:
            draft.put(IN_STEP_FILE, draft.text(IN_STEP_FILE))  # nothing is declared: `_NOT_OF_THE_EDIT`
        places = draft.write()
        start = time.perf_counter()
        reported = _problems(content, cache, today)
    except Exception as error:
        failed, places, start = f"{type(error).__name__}: {error}", [], time.perf_counter()
    seconds = time.perf_counter() - start
    draft.undo()
    return Outcome(
        single,
        tuple((found.rule, found.path, found.line) for found in reported if found.rule not in _NOT_OF_THE_EDIT),
        tuple((rule, path, line) for rule, path, line, _ in places),
        seconds,
        failed,
    )


def _problems(content: Path, cache: Path, today: date) -> tuple[Problem, ...]:
    try:
        return survey(content, ROOT / "theme", cache, published=False, today=today, whole=False).problems
    except ContentError as error:
        return error.problems


def _last_day(content: Path) -> date:
    """Return the last day the content names as past: on it nothing lies ahead, and nothing has grown old since."""
    return max(
        date.fromisoformat(day)
        for file in content.rglob("*.yaml")
        for day in _DAY.findall(file.read_text(encoding="utf-8"))
    )


def table_of(found: list[Outcome], *, by_kind: bool) -> Table:
    """Return the figures of each subject, or of each kind within it."""
    table = Table("kind", "edits", "caught", "place right", "false alarms")
    groups: dict[str, list[Outcome]] = {}
    for outcome in found:
        name = f"{outcome.edit.subject}: {outcome.edit.kind}" if by_kind else outcome.edit.subject
        groups.setdefault(name, []).append(outcome)
    faults = [outcome for outcome in found if not outcome.edit.is_good]
    for name, group in groups.items():
        if group[0].edit.is_good:
            table.add_row(name, str(len(group)), "", "", str(sum(bool(one.reported or one.failed) for one in group)))
        else:
            caught = [one for one in group if one.is_caught]
            placed = sum(one.is_placed for one in caught)
            table.add_row(name, str(len(group)), str(len(caught)), f"{placed} of {len(caught)}", "")
    caught = [one for one in faults if one.is_caught]
    good = [one for one in found if one.edit.is_good]
    table.add_section()
    table.add_row(
        "all",
        f"{len(faults)} + {len(good)}",
        f"{len(caught)} ({100 * len(caught) / max(1, len(faults)):.1f} %)",
        f"{sum(one.is_placed for one in caught)} of {len(caught)}",
        f"{sum(bool(one.reported or one.failed) for one in good)} ({100 * sum(bool(one.reported) for one in good) / max(1, len(good)):.1f} %)",
    )
    return table


def wrong(found: list[Outcome]) -> list[str]:
    """Return a line for every edit that was missed, reported in the wrong place or without need."""
    lines = []
    for one in found:
        reported = ", ".join(f"{rule} {path}:{line}" for rule, path, line in one.reported) or "nothing"
        if one.failed:
            lines.append(f"BROKE OFF {one.edit.subject}, {one.edit.kind} | {one.edit.shown} | {one.failed}")
        elif one.edit.is_good and one.reported:
            lines.append(f"FALSE {one.edit.kind} | {one.edit.shown} | {reported}")
        elif not one.edit.is_good and not one.is_caught:
            lines.append(
                f"MISSED {one.edit.subject}, {one.edit.kind} ({'/'.join(one.edit.rules)}) | {one.edit.shown} | reported: {reported}"
            )
        elif not one.edit.is_good and not one.is_placed:
            wanted = ", ".join(f"{path}:{line}" for _, path, line in one.expected)
            lines.append(
                f"PLACE {one.edit.subject}, {one.edit.kind} | {one.edit.shown} | wanted {wanted}; reported: {reported}"
            )
    return lines


def main() -> None:
    """Make every edit, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__)
    parser.add_argument("--kinds", action="store_true", help="a row for each kind, not only for each subject")
    parser.add_argument("--missed", action="store_true", help="list what was missed or reported wrongly")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the outcome of every edit")
    parser.add_argument("--only", nargs="+", metavar="SUBJECT", help="such as parity, language, good")
    options = parser.parse_args()
    found = list(outcomes(options.only))
    if options.missed:
        print("\n".join(wrong(found)))
    Console().print(table_of(found, by_kind=options.kinds))
    print(f"slowest edit {max(one.seconds for one in found):.2f} s, all {sum(one.seconds for one in found):.0f} s")
    if options.json:
        rows = [
            {
                "subject": one.edit.subject, "kind": one.edit.kind, "edit": one.edit.shown, "good": one.edit.is_good,
                "caught": one.is_caught, "placed": one.is_placed, "reported": one.reported, "failed": one.failed,
            }
            for one in found
        ]  # fmt: skip
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
