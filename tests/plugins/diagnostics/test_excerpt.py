"""The line shown with a problem: which part of it, and which characters are meant."""

from pathlib import Path

import pytest

from plugins.diagnostics import Problem
from plugins.diagnostics.excerpt import SourceLines, excerpt

LONG = "а" * 50 + "бв" + "г" * 50

EXCERPTS = {
    "a value that stands there": ("title: «Ә», б", 8, {"found": "«Ә»"}, "title: «Ә», б", "«Ә»"),
    "the longest of two values": ("ab abc", 4, {"one": "ab", "two": "abc"}, "ab abc", "abc"),
    "a value that was cut": ("Прошло собрание.", 1, {"found": "Прошло соб…"}, "Прошло собрание.", "Прошло соб"),
    "no value: the word": ("өз сөзі, ия", 4, {"found": "басқа"}, "өз сөзі, ия", "сөзі"),
    "no value: signs": ("а ![](x.svg) б", 3, {}, "а ![](x.svg) б", "![](x.svg)"),
    "a blank": ("а  б", 2, {}, "а  б", " "),
    "after the last sign": ("аб", 3, {}, "аб", ""),
    "beyond the line": ("аб", 9, {}, "аб", ""),
    "an empty line": ("", 1, {}, "", ""),
    "a tab, a command to the terminal": ("\ta\x1b[2Jb", 2, {"found": "a\x1b"}, " a\ufffd[2Jb", "a\ufffd"),
    "a sign that turns the line round": ("а\u202eб", 3, {}, "а\ufffdб", "б"),
    "a long line, fault in the middle": (LONG, 51, {"found": "бв"}, "…" + "а" * 19 + "бв" + "г" * 17 + "…", "бв"),
    "a long line, fault at its end": (LONG, 102, {"found": "г"}, "…" + "г" * 39, "г"),
    "a long line, fault at its begin": (LONG, 1, {"found": "аа"}, "а" * 39 + "…", "аа"),
    "a fault longer than the width": (LONG, 1, {"found": LONG}, "а" * 39 + "…", "а" * 39 + "…"),
}


@pytest.mark.parametrize(("line", "column", "values", "shown", "fault"), EXCERPTS.values(), ids=EXCERPTS)
def test_the_part_around_the_fault_is_shown(
    line: str, column: int, values: dict[str, str], shown: str, fault: str
) -> None:
    part = excerpt(Problem("a.md", 1, column, "unknown-key", values), line, 40)
    assert (part.text, part.text[part.start : part.end]) == (shown, fault)
    assert part.end > part.start


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffә\r\nғ".encode())
    lines = SourceLines(tmp_path)
    assert [lines.line("a.md", number) for number in (1, 2, 3)] == ["ә", "ғ", None]


def test_without_a_readable_file_there_is_no_line(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"\xff\xfe")
    assert [SourceLines(tmp_path).line(path, 1) for path in ("a.md", "b.md", ".")] == [None] * 3
