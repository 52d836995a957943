"""The site promises nothing that the law forbids to promise and that nobody can prove.

Bad:  кезекті кепілдікпен 3 айда аласыз · доход без риска · лучше, чем в банке
Good: кезек ұзаруы да мүмкін · члены покрывают убытки

A promise of income or of a date is how financial pyramids speak; income may not be shared among members at all, and
comparing one's own services with those of others is unfair advertising. A page may speak of such words in a quotation:
words in «…» are not judged.
Source: law 508-II on advertising, arts 6 and 7; law 197-II, art. 25(2); Criminal Code, art. 217.
"""

import re
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem

_CLAIMS = {
    "kk": re.compile(
        r"\b(?:кепілдік береміз|кепілдік беремін|тәуекелсіз|тәуекелі жоқ|банктен (?:арзан|тиімді|жақсы)|"
        r"ең (?:сенімді|үздік) кооператив|халал кооператив|шариғатқа сай кооператив|артық төлемсіз|"
        r"пайда табасыз|табыс әкеледі|инвестиция салыңыз)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:гарантируем|гарантированн\w+|без риска|безрисков\w+|(?:лучше|дешевле|выгоднее),? (?:чем )?(?:в )?банк\w*|"
        r"самый (?:надёжный|лучший) кооператив|халяльн\w+ кооператив|без переплат\w*|вы заработаете|"
        r"приносит доход|инвестируйте)",
        re.IGNORECASE,
    ),
}
_QUOTATION = re.compile(r"«[^»]*»")


def check_forbidden_claim(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every claim outside quotation marks."""
    pattern = _CLAIMS.get(passage.language)
    if pattern is None:
        return
    quoted = [match.span() for match in _QUOTATION.finditer(passage.text)]
    for match in pattern.finditer(passage.text):
        if not any(start <= match.start() < end for start, end in quoted):
            line, column = passage.place(match.start())
            yield Problem(passage.path, line, column, "forbidden-claim", {"claim": match.group(0)})
