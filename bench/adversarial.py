"""Measures long lines made to hold a check up: `python -m bench.adversarial [--only NAME …]`.

Each line is put into a text as one paragraph, into a text as several, and into front matter; once with 50 KB and once with
100 KB, which must take about twice as long. Seconds are those of the processor, less a check without the line.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from rich.console import Console
from rich.table import Table

from plugins.diagnostics import ContentError
from plugins.diagnostics.report import as_text
from plugins.model.paragraphs import MOST_CHARACTERS
from plugins.pipeline.check import survey
from tests.small_site import ROOT, TODAY, write_small_site

GOAL_SECONDS, GOAL_RATIO = 1.0, 3.0
"""For 100 KB; and of 100 KB to 50 KB, where that takes long enough to be compared."""
_COMPARABLE = 0.1
LENGTH = 100_000

PIECES: Mapping[str, str] = {
    "blanks": " ", "images not closed": "![", "brackets": "[", "closing brackets": "](", "stars": "*", "stars in words": "*a ",
    "underlines": "_a", "ticks": "`", "code": "`a ", "angles": "<", "tags": "<a ", "frames": "<iframe ", "comments": "<!--",
    "ampersands": "&", "numbers of signs": "&#1", "entities": "&amp;", "bars": "|", "cells": "| a ", "closing angles": ">",
    "quotations": "> ", "bullets": "- ", "numbered": "1. ", "braces": "{", "words in braces": "{a}", "ids": "{#a ",
    "attributes": "{: a=b ", "digits": "1", "single digits": "1 ", "digits with hyphens": "1-", "capitals with hyphens": "А-", "capitals": "А", "phones": "7 701 ", "mails": "a@",
    "points in words": "a.", "ats": "@", "addresses": "http://", "odd addresses": "http://[", "words": "сөз ", "names": "Сөз ",
    "letters": "ә", "Latin letters": "a", "two alphabets": "aә", "Latin in comments": "<!-- allow a ", "Latin in quotes": '"a b" ',
    "opening quotes": "«", "straight quotes": '"', "quotes at words": '"а ', "hyphens": " - ", "dashes": "—", "number signs": "№ 1 ",
    "percent": "5% ", "sums": "5 ₸ ", "dates": "8 мая 2001 года ", "points": ".", "points and blanks": ". ", "questions": "? ",
    "accounts": "KZ1 ", "long accounts": "1A ", "streets": "ул. ", "Kazakh streets": "Абай көшесі ", "backslashes": "\\",
    "tildes": "~", "carets": "^[1]", "definitions": "[1]: ", "links not closed": "[a](b ", "lines below titles": "=",
    "telephones": "тел. ", "promises": "гарантируем ", "articles of laws": "заңның 5-бабы ", "pieces of letters": "и\u0306",
    "zero-width blanks": "\u200b", "soft hyphens": "а\u00ad", "bold": "**a** ", "images": "![a](b.jpg) ", "links": "[a](/b/) ",
    "addresses in angles": "<http://a.b> ", "tabs": "\t", "hard blanks": "\u00a0", "language spans": "[а]{lang=kk} ",
    "parentheses": "(", "quotes and parentheses": 'a "(', "placeholders": "ТОЛТЫРЫҢЫЗ ", "tags and addresses": "<b> http://a.b ",
}  # fmt: skip
ODD_LINES: Mapping[str, Callable[[int], str]] = {
    "a heading of blanks": lambda length: "# " + " " * length + "a",
    "a long address": lambda length: "http://a.b/?" + "a" * length,
    "a long account": lambda length: "KZ" + "1A " * (length // 3),
}


def line_of(name: str, length: int) -> str:
    """Return the line of this name with about `length` characters."""
    return ODD_LINES[name](length) if name in ODD_LINES else PIECES[name] * (length // len(PIECES[name]))


def _as_paragraphs(line: str) -> str:
    most = MOST_CHARACTERS - 1_000
    return "\n\n".join(line[start : start + most] for start in range(0, len(line), most))


@dataclass(frozen=True, slots=True)
class LongLines:
    """A small site and the ways to put a line into it."""

    content: Path

    @classmethod
    def below(cls, folder: Path) -> "LongLines":
        """Return a site written into `folder` and checked once."""
        site = cls(write_small_site(folder))
        site.reported()
        return site

    def reported(self) -> str:
        """Return what a check reports, in Russian."""
        cache = self.content.parent / "cache"
        try:
            found = survey(self.content, ROOT / "theme", cache, published=False, today=TODAY, whole=True).problems
        except ContentError as error:
            found = error.problems
        return as_text(found, ("ru",))

    def put(self, place: str, line: str) -> str:
        """Return what is reported with a line in a text (`line`, `paragraphs`) or in front matter (`value`)."""
        file = self.content / "faq/how-to-join/index.ru.md"
        sound = file.read_text(encoding="utf-8")
        head, _, rest = sound.partition("summary: ")
        value = "summary: '" + line.replace("'", "''") + "'\n" + rest.partition("\n")[2]
        with_line = {
            "line": f"{sound}\n{line}\n",
            "paragraphs": f"{sound}\n{_as_paragraphs(line)}\n",
            "value": head + value,
        }
        file.write_text(with_line[place], encoding="utf-8")
        try:
            return self.reported()
        finally:
            file.write_text(sound, encoding="utf-8")


PLACES = ("line", "paragraphs", "value")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line at one place: seconds of the processor for half of it and for all of it."""

    name: str
    place: str
    half: float
    whole: float

    @property
    def ratio(self) -> float:
        """How many times as long twice the length takes; 0 where half of it is too quick to tell."""
        return self.whole / self.half if self.half >= _COMPARABLE else 0.0


def measure(site: LongLines, names: list[str]) -> Iterator[Measured]:
    """Yield the measurements of every line at every place."""

    def seconds(name: str, place: str, length: int) -> float:
        begun = process_time()
        site.put(place, line_of(name, length))
        return process_time() - begun

    for place in PLACES:
        empty = min(seconds("words", place, 100) for _ in range(3))
        for name in names:
            half, whole = (seconds(name, place, length) - empty for length in (LENGTH // 2, LENGTH))
            yield Measured(name, place, half, whole)


def main() -> None:
    """Measure the lines and print what takes longest; a missed goal ends with exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=[*PIECES, *ODD_LINES], help="names of lines")
    options = parser.parse_args()
    table = Table("line", "place", "50 KB", "100 KB", "ratio")
    with tempfile.TemporaryDirectory() as folder:
        measured = sorted(measure(LongLines.below(Path(folder)), options.only), key=lambda one: -one.whole)
    for one in measured[:20]:
        table.add_row(one.name, one.place, f"{one.half:.2f} s", f"{one.whole:.2f} s", f"{one.ratio:.1f}")
    console = Console()
    console.print(table)
    missed = [one for one in measured if one.whole > GOAL_SECONDS or one.ratio > GOAL_RATIO]
    console.print(f"{len(measured)} measured, {len(missed)} over {GOAL_SECONDS} s or over {GOAL_RATIO} times")
    raise SystemExit(int(bool(missed)))


if __name__ == "__main__":
    main()
