"""An index file taken apart: front matter between two `---` lines, then Markdown."""

from dataclasses import dataclass

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter and body as text, each with the line of the file it begins on (from 1)."""

    front_matter: str
    front_matter_line: int
    body: str
    body_line: int


def split(source: str) -> Parts | None:
    """Return the parts of an index file, or None when its front matter does not open or does not close."""
    lines = source.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != FENCE:
        return None
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return Parts("".join(lines[1:index]), 2, "".join(lines[index + 1 :]), index + 2)
    return None
