"""Lines made to hold the converter up: the time grows with the text, not with its square.

The bound is far from what a line needs (under half a second) and from what it took where time grew with the square (over
ten seconds); it counts the time of the processor, so that a busy machine changes nothing.
"""

import signal
from types import FrameType

import pytest

from plugins.markdown import parse

LENGTH = 20_000
MOST_SECONDS = 6.0

LINES = {
    "brackets": "[", "images": "![", "links that do not close": "[а](", "links": "[а](б)", "links in links": "[[а]](б)",
    "references": "[а][б]", "images in links": "[![а](б)](в)", "titles that do not close": '[а](б "',
    "language spans": "[а]{lang=ru}", "headings": "#а\n", "ticks": "`а``б", "emphasis": "**а** ", "tags": "<a ",
    "tags that do not close": "<a", "comments": "<!--", "entities": "&a", "braces": "{", "list items": "- а\n",
    "items with an empty line": "- а\n\n", "rows": "|а|б|\n", "definitions": "а\n: б\n\n", "quotations": "> а\n",
}  # fmt: skip
TEXTS = {name: piece * (LENGTH // len(piece)) for name, piece in LINES.items()} | {
    "a heading with blanks": "# а" + " " * LENGTH + "б",
    "a heading with blanks and a brace": "# а" + " " * LENGTH + "}",
    "a heading with braces": "# а" + " {" * (LENGTH // 2),
    "a list on one line": "* " * (LENGTH // 2) + "а",
    "parentheses": "[а](" + "(" * LENGTH,
    "a table": "|а|б|\n|-|-|\n" + "|а|б|\n" * (LENGTH // 6),
}


class Overtime(Exception):  # noqa: N818 - reported by pytest under its name
    pass


def stop(_: int, __: FrameType | None) -> None:
    raise Overtime


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_line_made_to_hold_the_converter_up_does_not(text: str) -> None:
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        parse(text)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
