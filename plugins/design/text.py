"""Breaking text into lines of even width, as Open Graph images and storyboard videos need it (pure)."""

from collections.abc import Callable, Sequence

Measure = Callable[[str], float]
"""Returns the width of a text, in the unit of the caller: pixels, ems or characters."""

_SHORT_WORD = 2
"""Letters of a word («в», «и», «к») that stays with the next word, as numbers do («2026 жылғы»)."""

_PHRASE_ENDS = "—:;,.?!"
_PHRASE_BONUS = 0.06
"""How much less even a line may be when a phrase ends with it, as a share of the squared slack."""

_ENCLITICS = frozenset(
    ["—", "–", "-", "ма", "ме", "ба", "бе", "па", "пе", "да", "де", "та", "те", "ше", "ғой", "ли", "бы", "же"]
)
"""Dashes and particles, which stay with the word before them («Кооператив пе», «Может ли»)."""


def unbreakable_parts(text: str) -> list[str]:
    """Return the parts of a text between which a line may break: words, joined with the ones they must not leave."""
    parts: list[str] = []
    joins_next = False
    for word in text.split(" "):
        if not word:
            continue
        letters = word.strip("«»(„“,:;.?!")
        is_enclitic = letters in _ENCLITICS
        if parts and (joins_next or is_enclitic):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
        joins_next = (len(letters) <= _SHORT_WORD or letters.isdigit()) and not is_enclitic
    return parts


def break_lines(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Return a text in the fewest lines no wider than `width`, as even as possible.

    A part wider than `width` gets a line of its own. Among line breaks of equal count, the least sum of squared slack wins
    (the optimum fit of Knuth and Plass, without hyphenation); a line that ends a phrase may be a little shorter.
    """
    parts = unbreakable_parts(text)
    widths = _widths(parts, measure)
    return _fewest(parts, widths, max(width, *(row[0] for row in widths), 0.0), len(parts)) or ()


def fit_lines(text: str, width: float, measure: Measure, most: int) -> tuple[str, ...] | None:
    """Return a text as `break_lines` does, or None where it takes more than `most` lines or a part is wider than `width`."""
    parts = unbreakable_parts(text)
    return _fewest(parts, _widths(parts, measure), width, most)


def _widths(parts: Sequence[str], measure: Measure) -> list[list[float]]:
    """Return for each part the widths of the lines that begin with it, by their number of parts."""
    return [
        [measure(" ".join(parts[start:end])) for end in range(start + 1, len(parts) + 1)] for start in range(len(parts))
    ]


def _fewest(parts: Sequence[str], widths: Sequence[Sequence[float]], width: float, most: int) -> tuple[str, ...] | None:
    if not parts:
        return ()
    for count in range(1, most + 1):
        if ends := _fit(parts, widths, width, count):
            starts = (0, *ends[:-1])
            return tuple(" ".join(parts[start:end]) for start, end in zip(starts, ends, strict=True))
    return None


def _fit(parts: Sequence[str], widths: Sequence[Sequence[float]], width: float, count: int) -> tuple[int, ...]:
    """Return the index of the part after each line of the best fit into `count` lines; empty when none fits."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            for end, taken in enumerate(widths[start] if start < len(parts) else (), start=start + 1):
                if taken > width:
                    break
                ends_phrase = line < count and parts[end - 1][-1] in _PHRASE_ENDS
                total = cost + ((width - taken) / width) ** 2 - (_PHRASE_BONUS if ends_phrase else 0.0)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*ends, end))
        best = reached
    return best.get(len(parts), (0.0, ()))[1]
