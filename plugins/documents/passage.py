"""A line with the one below it, as one text in which patterns are looked for."""

import re
from collections.abc import Iterable, Iterator

from plugins.documents.finding import Finding
from plugins.documents.words import Box, Line, Word, around
from plugins.model.papers import PersonalData

_MISREAD = {"0": "OОoоQDӨө", "1": "lI|!іІ", "3": "ЗзЭэ", "4": "Чч", "5": "Ss", "6": "бG", "8": "ВB", "9": "gq"}
_LIKE_DIGITS = str.maketrans({sign: digit for digit, signs in _MISREAD.items() for sign in signs})


def is_digits(text: str) -> bool:
    """Return whether most letters and digits of a word are digits, or may be misread ones."""
    signs = [sign for sign in text if sign.isalnum()]
    like = sum(sign.isdigit() for sign in text.translate(_LIKE_DIGITS))
    return bool(signs) and any(sign.isdigit() for sign in text) and like >= 0.7 * len(signs)


def as_digits(text: str) -> str:
    """Return the digits of a word, misread ones mended."""
    return "".join(sign for sign in text.translate(_LIKE_DIGITS) if sign.isdigit())


class Passage:
    """The words of one line, and of the next where it goes on there."""

    def __init__(self, line: Line, following: Line = ()) -> None:
        self.words: tuple[Word, ...] = (*line, *following)
        self.own = len(line)
        """How many of the words are on the first line."""
        self.starts: list[int] = []
        self.text = ""
        """The words, one blank between two."""
        self.plain = ""
        """The same, with misread digits mended in words that are numbers: letter by letter as long as `text`."""
        for word in self.words:
            self.starts.append(len(self.text))
            self.text += word.text + " "
            self.plain += (word.text.translate(_LIKE_DIGITS) if is_digits(word.text) else word.text) + " "
        self.end_of_own = self.starts[self.own] if self.own < len(self.words) else len(self.text)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what begins on the first line."""
        return (match for match in pattern.finditer(self.plain) if match.start() < self.end_of_own)

    def findings(self, kind: PersonalData, start: int, end: int) -> Iterator[Finding]:
        """Yield the words that lie in a part of the text, those of each line together."""
        inside = [
            place
            for place, (word, at) in enumerate(zip(self.words, self.starts, strict=True))
            if at < end and at + len(word.text) > start
        ]
        yield from self.of_words(kind, inside)

    def of_words(self, kind: PersonalData, places: Iterable[int]) -> Iterator[Finding]:
        """Yield the words at these places, those of each line together."""
        places = list(places)
        for part in ([p for p in places if p < self.own], [p for p in places if p >= self.own]):
            if part:
                yield Finding(kind, around(*(self.words[place].box for place in part)))


def goes_on(line: Line, following: Line) -> bool:
    """Return whether the second line stands closely below the first."""
    one, other = around(*(word.box for word in line)), around(*(word.box for word in following))
    height = sorted(word.box.height for word in line)[len(line) // 2]
    return 0 < other.y - one.y < 3.2 * height and _share_columns(one, other)


def _share_columns(one: Box, other: Box) -> bool:
    return min(one.right, other.right) - max(one.x, other.x) > 0
