"""The site promises nothing that the law forbids to promise and that nobody can prove.

A promise of income or of a date is how financial pyramids speak; income may not be shared among members at all, and
comparing one's own services with those of others is unfair advertising. A page may speak of such words in a quotation:
words in «…» are not judged. Nor is what asks, warns or denies: «срок не гарантируем»,
«тәуекелсіз іс болмайды», «кто обещает доход без риска, обманывает».
Source: law 508-II on advertising, arts 6 and 7; law 197-II, art. 25(2); Criminal Code, art. 217.
"""

from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.checks.promises import promises
from plugins.diagnostics import Problem


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every claim outside quotation marks."""
    for start, end in promises(passage.text, passage.language):
        line, column = passage.place(start)
        claim = " ".join(passage.text[start:end].split())
        yield Problem(passage.path, line, column, "forbidden-claim", {"claim": claim})
