"""Finds personal data in the words of a document: numbers by their shape, and values after a label (pure).

Photos are misread: a 0 becomes О, a ғ becomes г. So numbers are found by shape and not by their check digit, labels by
likeness, and in doubt a place is found. A line that is hidden for nothing costs a reader little; a number that is not
hidden costs a family much.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from plugins.documents.addresses import addresses_in
from plugins.documents.births import births_in
from plugins.documents.finding import Finding
from plugins.documents.names import names_in
from plugins.documents.numbers import numbers_in
from plugins.documents.passage import Passage, goes_on
from plugins.documents.signatures import signature_places
from plugins.documents.words import Line


def findings_in(lines: Iterable[Line]) -> Iterator[Finding]:
    """Yield everything of a person that is on these lines; what is broken over two of them is found too."""
    lines = [words for line in lines if (words := tuple(word for word in line if word.text.strip("|")))]
    for line, following in zip_longest(lines, lines[1:], fillvalue=()):
        passage = Passage(line, following if following and goes_on(line, following) else ())
        yield from numbers_in(passage)
        yield from names_in(passage)
        yield from births_in(passage)
        yield from addresses_in(passage)
        yield from signature_places(line)
