"""Dates on which somebody was born: a date whose year lies so far back is hardly ever another's on a paper of today."""

import re
from collections.abc import Iterator

from plugins.documents.finding import Finding
from plugins.documents.labels import label_of
from plugins.documents.passage import Passage
from plugins.model.papers import PersonalData

_YEAR = r"(?:19[2-9]\d|200\d|201[0-2])"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2]|[1-9])"
_NAMED_MONTH = (
    r"(?:янв|февр?|мар|апр|ма[йя]|июн|июл|авг|сент|окт|ноя|дек"
    r"|[қк]а[ңн]тар|а[қк]пан|наур[ыі]з|с[әа]у[іи]р|мам[ыі]р|маус[ыі]м|ш[іи]лде|там[ыі]з|[қк][ыі]рк[үу]йек|[қк]азан|[қк]араша|желто[қк]сан)"
)
_FIGURES = re.compile(rf"(?<!\d){_DAY}[.,/ -]{{1,2}}{_MONTH}[.,/ -]{{1,2}}{_YEAR}(?!\d)")
_RUN_TOGETHER = re.compile(rf"(?<!\d)(?:0[1-9]|[12]\d|3[01])[.,]?(?:0[1-9]|1[0-2])[.,]?{_YEAR}(?!\d)")
_RUSSIAN = re.compile(
    rf"(?<!\d){_DAY}\W{{1,3}}{_NAMED_MONTH}[а-я]{{0,7}}\W{{1,3}}{_YEAR}(?:\s?(?:года|год|г\b\.?))?", re.IGNORECASE
)
_KAZAKH = re.compile(
    rf"(?<!\d){_YEAR}\s(?:ж\.?|ж[ыі]л\w{{0,3}})[\s,]{{1,2}}{_DAY}[\s-]{{1,2}}{_NAMED_MONTH}\w{{0,6}}", re.IGNORECASE
)
_BORN_IN = re.compile(
    rf"(?<!\d){_YEAR}\W{{0,3}}(?:г\.?\s?р\b\.?|ж\.?\s?т\b\.?|г(?:ода|\.)?\s?рожд\w{{0,5}}|(?:ж\.|ж[ыі]л\w{{0,3}})\s?туы?[лғг]\w{{0,6}})",
    re.IGNORECASE,
)
_OF_A_LAW = re.compile(r"(?:\bот|за[ңн]\w{0,8}|закон\w{0,4})\W{0,3}$", re.IGNORECASE)
_LAW_NUMBER = re.compile(r"\W{0,3}(?:\w{1,4}\W{1,3})?(?:№|N)\s?\d{1,4}-[IVXІ]", re.IGNORECASE)
_BORN = re.compile(r"ту[ғг]ан|рожд|\bг\.?\s?р\b|\bж\.\s?т\b", re.IGNORECASE)
_ANY_DATE = re.compile(rf"(?<!\d)(?:\d{{1,2}}[.,/]\d{{1,2}}[.,/]\d{{2,4}}|{_YEAR})(?!\d)")


def births_in(passage: Passage) -> Iterator[Finding]:
    """Yield birth dates in figures and in words, and any date beside a word about a birth."""
    for pattern in (_FIGURES, _RUN_TOGETHER, _RUSSIAN, _KAZAKH, _BORN_IN):
        for match in passage.matches(pattern):
            before = passage.plain[max(0, match.start() - 16) : match.start()]
            if not _OF_A_LAW.search(before) and not _LAW_NUMBER.match(passage.text, match.end()):
                yield from passage.findings(PersonalData.BIRTH, match.start(), match.end())
    own = passage.plain[: passage.end_of_own]
    if _BORN.search(own) or any(label_of(word.text) is PersonalData.BIRTH for word in passage.words[: passage.own]):
        for match in _ANY_DATE.finditer(own):
            yield from passage.findings(PersonalData.BIRTH, match.start(), match.end())
