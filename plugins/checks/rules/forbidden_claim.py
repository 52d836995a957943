"""The site promises nothing that the law forbids to promise and that nobody can prove.

A promise of income or of a date is how financial pyramids speak; income may not be shared among members at all, and
comparing one's own services with those of others is unfair advertising. A page may speak of such words in a quotation:
words in «…» are not judged. Nor is what denies a claim: «срок не гарантируем», «тәуекелсіз іс болмайды».
Source: law 508-II on advertising, arts 6 and 7; law 197-II, art. 25(2); Criminal Code, art. 217.
"""

import re
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem

_CLAIMS = {
    "kk": re.compile(
        r"\b(?:кепілдік\s+береміз|кепілдік\s+беремін|кепілдікпен\s[^.!?]{0,30}?аласыз|тәуекелсіз|тәуекелі\s+жоқ|"
        r"банктен\s+(?:арзан|тиімді|жақсы)|ең\s+(?:сенімді|үздік)\s+кооператив|халал\s+кооператив|"
        r"шариғатқа\s+сай\s+кооператив|артық\s+төлемсіз|пайда\s+табасыз|табыс\s+әкеледі|инвестиция\s+салыңыз)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:гарантируем\b|гарантированн\w+\b(?!\s+(?:государством|законом|объ[её]м))|без\s+риска|безрисков\w+|"
        r"(?:лучше|дешевле|выгоднее)(?:,?\s+чем\s+(?:[ву]\s+)?банк\w*|\s+банк(?:а|ов|овского|овских)\b)|"
        r"самый\s+(?:над[её]жный|лучший)\s+кооператив|халяльн\w+\s+кооператив|без\s+переплат\w*|"
        r"вы\s+заработаете|приносит\s+доход|инвестируйте)",
        re.IGNORECASE,
    ),
}
_QUOTATION = re.compile(r"«[^»]*»")
_DENIED_BEFORE = re.compile(r"\b(?:не|ни)\s+$|\bне\s+быва\w+[^.!?]*$", re.IGNORECASE)
_DENIED_AFTER = re.compile(r"\s+(?:\w+\s+)?(?:не\s+быва|не\s+обой|нет\b|емес|болмайды|жоқ)", re.IGNORECASE)
_NEAR = 100
"""Characters before a claim in which it may be denied."""


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every claim outside quotation marks."""
    pattern = _CLAIMS.get(passage.language)
    if pattern is None:
        return
    quoted = [match.span() for match in _QUOTATION.finditer(passage.text)]
    for match in pattern.finditer(passage.text):
        if not any(start <= match.start() < end for start, end in quoted) and not _is_denied(match):
            line, column = passage.place(match.start())
            claim = " ".join(match.group(0).split())
            yield Problem(passage.path, line, column, "forbidden-claim", {"claim": claim})


def _is_denied(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.match(match.string, match.end()))
