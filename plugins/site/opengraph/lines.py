"""A title broken into lines that look even (pure)."""

from collections.abc import Callable, Sequence

_CLINGS_FORWARD = 2
"""A word of so few letters ends no line: «в», «и», «к» stay with the word that follows, as numbers do («2026 жылғы»)."""

_ENDS_A_PHRASE = "—:;,.?!"

_CLINGS_BACK = frozenset(
    ["—", "–", "-", "ма", "ме", "ба", "бе", "па", "пе", "да", "де", "та", "те", "ше", "ғой", "ли", "бы", "же"]
)
"""A dash, and particles: they stay with the word before them («Кооператив пе», «Может ли»)."""


def units(title: str) -> list[str]:
    """Return the parts of a title that stay whole: words, short words with the next, particles with the one before."""
    found: list[str] = []
    clings = False
    for word in title.split(" "):
        if not word:
            continue
        letters = word.strip("«»(„“,:;.?!")
        clings_back = letters in _CLINGS_BACK
        if found and (clings or clings_back):
            found[-1] += f" {word}"
        else:
            found.append(word)
        clings = (len(letters) <= _CLINGS_FORWARD or letters.isdigit()) and not clings_back
    return found


def break_lines(parts: Sequence[str], width_of: Callable[[str], float], width: float, most: int) -> list[str] | None:
    """Return the parts in the fewest lines of `width`, as even as may be; None where `most` lines do not hold them.

    A short word alone in the last line is the least even of all, so there is none where it can be helped. A line that ends
    with a phrase may be a little less even than one that does not.
    """
    widths = {(start, end): width_of(" ".join(parts[start:end])) for start in range(len(parts))
              for end in range(start + 1, len(parts) + 1)}  # fmt: skip
    for count in range(1, most + 1):
        best = _best(parts, count, widths, width)
        if best:
            return [" ".join(parts[start:end]) for start, end in best[1]]
    return None


_Lines = tuple[tuple[int, int], ...]


def _best(
    parts: Sequence[str], count: int, widths: dict[tuple[int, int], float], width: float
) -> tuple[float, _Lines] | None:
    """Return the least uneven way to set the parts in exactly `count` lines, with its cost."""
    ends: dict[int, tuple[float, _Lines]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        is_last = line == count
        reached: dict[int, tuple[float, _Lines]] = {}
        for start, (cost, lines) in ends.items():
            for end in range(start + 1, len(parts) + 1):
                if widths[start, end] > width:
                    break
                if is_last and end < len(parts):
                    continue
                slack = (width - widths[start, end]) / width
                phrase = -0.06 if not is_last and parts[end - 1][-1] in _ENDS_A_PHRASE else 0.0
                total = cost + slack**2 + phrase
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*lines, (start, end)))
        ends = reached
    return ends.get(len(parts))
