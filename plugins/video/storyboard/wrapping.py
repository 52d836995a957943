"""Words broken into lines: as few as fit, and as even as they can be (pure)."""

from collections.abc import Callable

Measure = Callable[[str], float]
"""Width of a text in pixels."""

_DASHES = ("—", "–", "-")
"""Stay with the word before them."""
_SHORT = 2
"""Letters of a word, such as a preposition, that stays with the word after it."""


def wrap(text: str, most: float, measure: Measure) -> tuple[str, ...]:
    """Return the lines of a text, none wider than `most` unless it is one word.

    The lines are balanced: the narrowest column that needs no more lines is taken.
    """
    words = _joined(text.split(" "))
    count = len(_fill(words, most, measure))
    low, high = most / count / 2, most
    while high - low > 1:
        middle = (low + high) / 2
        if len(_fill(words, middle, measure)) > count or max(map(measure, _fill(words, middle, measure))) > middle:
            low = middle
        else:
            high = middle
    return tuple(_fill(words, high, measure))


def _joined(words: list[str]) -> list[str]:
    """Return the words, those that may not be parted as one."""
    joined: list[str] = []
    for word in words:
        last = joined[-1].split(" ")[-1] if joined else ""
        if joined and (word in _DASHES or (last.isalpha() and len(last) <= _SHORT)):
            joined[-1] += f" {word}"
        elif word:
            joined.append(word)
    return joined


def _fill(words: list[str], most: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and measure(f"{lines[-1]} {word}") <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
