"""Mechanical fixes, which need no understanding of the text. The change is shown first, and a second run changes nothing."""

import difflib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from plugins.diagnostics import Problem

_Mend = Callable[[str, int, Mapping[str, str]], tuple[str, str]]


def mended_files(problems: Iterable[Problem], root: Path) -> dict[str, tuple[str, str]]:
    """Return old and new text of every file in which something can be mended, by its path below `root`."""
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        if is_mendable(problem):
            by_path.setdefault(problem.path, []).append(problem)
    changed: dict[str, tuple[str, str]] = {}
    for path, found in sorted(by_path.items()):
        old = (root / path).read_text(encoding="utf-8")
        new = _mended(old, found)
        if new != old:
            changed[path] = (old, new)
    return changed


def is_mendable(problem: Problem) -> bool:
    """Return whether a problem can be mended without knowing the sense of the text."""
    return problem.rule in _MENDS


def as_diff(changed: Mapping[str, tuple[str, str]]) -> str:
    """Return the changes as a unified diff."""
    lines: list[str] = []
    for path, (old, new) in changed.items():
        lines += difflib.unified_diff(old.splitlines(), new.splitlines(), path, path, lineterm="", n=0)
    return "\n".join(lines)


def _mended(text: str, problems: Iterable[Problem]) -> str:
    starts = [0]
    for line in text.split("\n"):  # a line separator (U+2028), which is a fault, begins no line
        starts.append(starts[-1] + len(line) + 1)
    # from the end of the file, so that the places before stay right
    for problem in sorted(problems, reverse=True):
        offset = starts[problem.line - 1] + problem.column - 1
        old, new = _MENDS[problem.rule](text, offset, problem.values)
        if text.startswith(old, offset):
            text = text[:offset] + new + text[offset + len(old) :]
    return text


def _typography(text: str, offset: int, values: Mapping[str, str]) -> tuple[str, str]:
    found, better = values["found"], values["better"]
    if better == "«…»":
        before = text[offset - 1 : offset]
        better = "«" if not before or before.isspace() or before in "([—" else "»"
    return found, better


def _normal_form(text: str, offset: int, _: Mapping[str, str]) -> tuple[str, str]:
    pair = text[offset : offset + 2]
    return pair, unicodedata.normalize("NFC", pair)


def _whole_word(_: str, __: int, values: Mapping[str, str]) -> tuple[str, str]:
    return values["found"], values["better"]


def _where_it_is_known(_: str, __: int, values: Mapping[str, str]) -> tuple[str, str]:
    return (values["found"], values["better"]) if "better" in values else ("", "")


def _without_invisible(text: str, offset: int, values: Mapping[str, str]) -> tuple[str, str]:
    """Return the character and nothing in its place, or a space for a break or an odd blank; what was lost cannot be guessed."""
    kind = values["kind"]
    if kind in ("char-lost", "char-private", "char-control", "char-style"):
        return "", ""
    return text[offset : offset + 1], " " if kind in ("char-line", "char-blank") else ""


_MENDS: Mapping[str, _Mend] = {
    "loose-typography": _typography,
    "not-nfc": _normal_form,
    "mixed-script-word": _whole_word,
    "invisible-character": _without_invisible,
    "wrong-number-suffix": _whole_word,
    "left-over-markup": _where_it_is_known,
}
"""How each mendable rule turns what is found into what should be there."""
