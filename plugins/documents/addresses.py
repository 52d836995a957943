"""Addresses: a street or a house with a flat, with the place before it and the numbers behind it."""

import re
from collections.abc import Iterator

from plugins.documents.finding import Finding
from plugins.documents.labels import label_of
from plugins.documents.passage import Passage
from plugins.model.papers import PersonalData

_CAPITAL = r"[«\"]?[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][\w-]{0,30}[»\"]?"
_PARTS = {
    "street": re.compile(
        rf"(?:\b(?:ул|пр|пр-т|пер|просп|мкр|ш|наб|б-р)\.\s?|\b(?:улиц\w|проспект\w?|переул\w{{1,4}}|бульвар\w?|микрорайон\w?|шоссе|набережн\w{{2}})\s)(?:\d{{1,3}}|{_CAPITAL})(?:\s{_CAPITAL})?"
        r"|(?:[\w.-]{2,30}\s){1,2}(?:к[өоеӨ]ш(?:ес[іиi1]\w{0,3}|\.)|да[ңн][ғг][ыі]л[ыі]?\w{0,3}|бульвар[ыі]\w{0,3}|т[ұу]й[ыі][ғг][ыі]|(?:шағын|мөлтек|ықшам)\s?аудан\w{0,4})",
        re.IGNORECASE,
    ),
    "house": re.compile(r"\b(?:д|дом|[үу]й|корп|стр|зд)[.,]?\s?№?\s?\d{1,4}\w?\b|\b\d{1,4}\w?\s?[-–—]?\s?[үу]й\w{0,3}\b", re.IGNORECASE),
    "flat": re.compile(r"\b(?:кв|квартира|п[әаэ]тер|оф|комн)[.,]?\s?№?\s?\d{1,4}\b|\b\d{1,4}\s?[-–—]?\s?п[әаэ]т\w{0,6}", re.IGNORECASE),
    "numbers": re.compile(r"(?<![\w.,/-])\d{1,4}[а-яa-z]?(?:[-/]\d{1,4}){0,2}(?![\w-]|[.,]\d)", re.IGNORECASE),
    "town": re.compile(
        rf"\b(?:г|гор|с|п|пос|а|ауыл|село|город|г\.о)\.?\s?{_CAPITAL}|\b{_CAPITAL}\s?(?:қ|к|а)\.(?=\W)|[\w-]{{3,30}}\s(?:қаласы|каласы|ауылы|кенті|облысы|обл\.|область|области|ауданы|района?)\w{{0,3}}",
    ),
}  # fmt: skip
_BETWEEN = re.compile(r"[\s,.;:–—-]{0,5}")
_TOWN_BEFORE = re.compile(rf"{_CAPITAL},\s?$")


def addresses_in(passage: Passage) -> Iterator[Finding]:
    """Yield every address that names a street or a flat; a town alone is nobody's home."""
    parts = sorted(
        (match.start(), match.end(), name)
        for name, pattern in _PARTS.items()
        for match in pattern.finditer(passage.text)
    )
    run: list[tuple[int, int, str]] = []
    for part in parts:
        end = max((stop for _, stop, _ in run), default=0)
        if run and part[0] > end and not _BETWEEN.fullmatch(passage.text, end, part[0]):
            yield from _address(passage, run)
            run = []
        run.append(part)
    yield from _address(passage, run)
    yield from _behind_labels(passage)


def _address(passage: Passage, run: list[tuple[int, int, str]]) -> Iterator[Finding]:
    names = {name for _, _, name in run}
    while run and run[0][2] == "numbers":
        run = run[1:]
    is_home = ("street" in names and names & {"numbers", "house", "flat"}) or {"house", "flat"} <= names
    if run and is_home and run[0][0] < passage.end_of_own:
        start, end = run[0][0], max(stop for _, stop, _ in run)
        if town := _TOWN_BEFORE.search(passage.text, max(0, start - 34), start):
            start = town.start()
        yield from passage.findings(PersonalData.ADDRESS, start, end)


def _behind_labels(passage: Passage) -> Iterator[Finding]:
    """Yield what follows a label up to the next one or to a word that begins another clause."""
    words = passage.words[: passage.own]
    for place, word in enumerate(words):
        if label_of(word.text) is not PersonalData.ADDRESS:
            continue
        behind: list[int] = []
        for other in range(place + 1, passage.own):
            text = words[other].text
            if (label_of(text) and behind) or re.match(r"(?:именуем|бұдан|далее|выдан|деп)", text, re.IGNORECASE):
                break
            if re.search(r"\w", text):
                behind.append(other)
        if any(re.search(r"\d", words[other].text) for other in behind) or (behind and ":" in word.text):
            yield from passage.of_words(PersonalData.ADDRESS, behind)
