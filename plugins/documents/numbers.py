"""Numbers of a person: by their shape and not by their check digit, because a photo is misread."""

import re
from collections.abc import Iterator

from plugins.documents.finding import Finding
from plugins.documents.identifiers import is_card_number, is_iin
from plugins.documents.labels import label_of
from plugins.documents.passage import Passage, as_digits, is_digits
from plugins.documents.words import Box, Line, Word
from plugins.model.papers import PersonalData

_DATE = re.compile(r"\d{1,2}[.,/]\d{1,2}[.,/]\d{2,4}\D?")
_MONEY = re.compile(r"(?:те[нң]ге|тг\b|₸|kzt|[TТ]$)", re.IGNORECASE)
_SIGN_OF_ACCOUNT = r"[0-9A-ZА-ЯЁӘҒҚҢӨҰҮҺІ$№?]"
_ACCOUNT = re.compile(rf"[KК][ZЗ27][\s.]?{_SIGN_OF_ACCOUNT}{{2}}(?:[\s.]?{_SIGN_OF_ACCOUNT}{{2,4}}){{3,}}")
_ACCOUNT_GROUPS = re.compile(r"(?=[0-9 .]*[A-ZА-ЯЁ])(?:\b(?=[A-ZА-Я]*\d)[0-9A-ZА-ЯЁ]{4}\b[ .]?){3,}")
_ACCOUNT_END = re.compile(r"\b(?=[A-ZА-ЯЁ]*\d)(?=\d*[A-ZА-ЯЁ])[0-9A-ZА-ЯЁ]{4}(?: [0-9A-ZА-ЯЁ]{4})+\b")
_VIN = re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-HJ-NPR-Z0-9OQI]{17}\b")
_PLATE = re.compile(r"\b\d{3}\s?(?!KZT|USD|EUR|RUB)[A-ZАВЕКМНОРСТУХ]{2,3}\s?(?:0[1-9]|1\d|20)\b")
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+\s?7|[78])[\s()./-]{0,3}7\d\d(?:[\s()./-]{0,3}\d){7}(?!\d)"
    r"|(?<![\d.,])\(?7(?:0[0-8]|47|5[01]|6[0-4]|7[15678])\)?[\s./-]{1,2}\d{3}[\s./-]{1,2}\d{2}[\s./-]{0,2}\d{2}(?!\d)"
)
_EMAIL = re.compile(r"\S*[@©]\S+|\S+[.,](?:kz|ru|com)\b", re.IGNORECASE)
_SIGN = r"(?:№|Н[оo]м[ео]р\w{0,2}|N[eоoº°9®]|[МM][еоo]?№?|Л[о№]|Xe|Ne|Nº)"
_NUMBERED = re.compile(rf"(?<!\w){_SIGN}\.?\s?(?=[\w/–-]*\d)(?:\d[\w]*(?:\s?[-–/]\s?\w+)+|\d{{4,}}\w*)")
_REGISTER = re.compile(
    r"(?:реестр\w{0,3}|т[іi]з[іi]л[іi]м\w{0,3}|исх|вх|шы[ғг]|к[іi]р|договор\w{0,2}|шарт\w{0,4})[.:,]?\s(?:за\s)?(?:№|N\w?|М\w?|Л\w)\.?\s?[\w/–-]*\d[\w/–-]*",
    re.IGNORECASE,
)
_LAW = re.compile(r"\d{1,4}[-–][IVXІ]+\b")
_PAPER = re.compile(
    r"(?:удостовер\w{0,6}|куәл\w{0,8}|куэл\w{0,8}|паспорт\w{0,4}|квитанц\w{0,3}|т[үу]б[іi]ртек\w{0,4})\D{0,24}(?P<number>\d[\d ]{5,14}\d)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:(?P<signs>(?<![\w.,])[*•·«»°“”\"'…~=^%#@&×+oоеeжx.№„‹›‚<>\-]{1,6})|(?:gold|geld|visa|card|ка[рp]т\w{0,5}|счет\w{0,3}|счёт\w{0,3}|депозит\w{0,2}|шот\w{0,4})\W{0,6})\s?(?P<tail>\d{4})(?![\d.,:/-]\d|\d|\s\d{3}\b|\s?(?:жыл|год|г\.|ж\.|₸|тг|те[нң]ге))",
    re.IGNORECASE,
)
_MASKED = re.compile(r"\d{4}[\s-]?\d{0,2}[*•·xхXХ.«°]{2,6}(?:[\s-]?[*•·xхXХ.«°]{2,4})?[\s-]?\d{3,4}\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


def numbers_in(passage: Passage) -> Iterator[Finding]:
    """Yield every number of a person that begins on the first line."""
    yield from _runs(passage)
    for kind, pattern in (
        (PersonalData.PHONE, _PHONE), (PersonalData.NUMBER, _PLATE), (PersonalData.NUMBER, _NUMBERED),
        (PersonalData.NUMBER, _REGISTER), (PersonalData.CARD, _MASKED),
    ):  # fmt: skip
        for match in passage.matches(pattern):
            if not (pattern in (_NUMBERED, _REGISTER) and _LAW.search(passage.text, match.start(), match.end())):
                yield from passage.findings(kind, match.start(), match.end())
    for kind, pattern in (
        (PersonalData.ACCOUNT, _ACCOUNT), (PersonalData.ACCOUNT, _ACCOUNT_GROUPS), (PersonalData.NUMBER, _VIN),
        (PersonalData.ACCOUNT, _ACCOUNT_END),
    ):  # fmt: skip
        for match in pattern.finditer(passage.text):
            if match.start() < passage.end_of_own:
                yield from passage.findings(kind, match.start(), match.end())
    for match in passage.matches(_PAPER):
        yield from passage.findings(PersonalData.NUMBER, match.start("number"), match.end())
    yield from _tails(passage)
    for place, word in enumerate(passage.words[: passage.own]):
        if _EMAIL.search(word.text):
            yield from passage.of_words(PersonalData.EMAIL, [place])
    yield from _behind_labels(passage)


def _tails(passage: Passage) -> Iterator[Finding]:
    """Yield the last four digits of a card, behind dots or stars however they were read, or behind a word for a card."""
    for match in passage.matches(_TAIL):
        signs = match[0][: match.start("tail") - match.start()]
        is_plain = len(signs.strip()) == 1 and signs.strip() in "-–.+№oоеex\"'«"
        if is_plain or (_YEAR.fullmatch(match["tail"]) and len(signs.strip()) < 2 and "*" not in signs):
            continue
        start = match.start("signs") if match["signs"] else match.start("tail")
        while not match["signs"] and start > match.start() and not passage.plain[start - 1].isalnum():
            start -= 1
        yield from passage.findings(PersonalData.CARD, start, match.end())


def _runs(passage: Passage) -> Iterator[Finding]:
    """Yield words side by side that are mostly digits, nine or more together; a sum of money or a date is none."""
    run: list[int] = []
    words = passage.words
    for place, word in enumerate(words):
        starts_line = place == passage.own
        if is_digits(word.text) and not _DATE.fullmatch(word.text):
            is_far = run and not starts_line and word.box.x - words[run[-1]].box.right > 2.5 * word.box.height
            if is_far or (starts_line and run and run[0] < passage.own and _is_whole(_joined(words, run))):
                yield from _run(passage, run)
                run = []
            run.append(place)
        elif run:
            if not (_MONEY.match(word.text) and len(_joined(words, run)) < 10):
                yield from _run(passage, run)
            run = []
    yield from _run(passage, run)


def _run(passage: Passage, run: list[int]) -> Iterator[Finding]:
    if not run or run[0] >= passage.own:
        return
    digits = _joined(passage.words, run)
    if len(digits) >= 9:
        yield from passage.of_words(_kind_of(digits, passage.words[run[0]].text), run)


def _joined(words: Line, run: list[int]) -> str:
    return "".join(as_digits(words[place].text) for place in run)


def _is_whole(digits: str) -> bool:
    """Return whether a number at the end of a line needs none of the next."""
    return len(digits) == 16 or is_iin(digits) or (len(digits) == 11 and digits.startswith(("77", "87")))


def _kind_of(digits: str, first: str) -> PersonalData:
    if is_iin(digits):
        return PersonalData.IIN
    if len(digits) >= 15 and (is_card_number(digits) or len(digits) == 16):
        return PersonalData.CARD
    if len(digits) == 11 and (digits.startswith(("77", "87")) or first.startswith("+")):
        return PersonalData.PHONE
    return PersonalData.IIN if len(digits) == 12 else PersonalData.NUMBER


def _behind_labels(passage: Passage) -> Iterator[Finding]:
    """Yield the figures behind a label up to the next label, however few of them were read."""
    words = passage.words[: passage.own]
    labels = [(place, kind) for place, word in enumerate(words) if (kind := label_of(word.text))]
    for place, kind in labels:
        if kind in (PersonalData.NAME, PersonalData.ADDRESS, PersonalData.SIGNATURE, PersonalData.BIRTH):
            continue
        end = next((other for other, found in labels if other > place and found is not kind), len(words))
        behind = range(place + 1, end)
        if kind is PersonalData.ACCOUNT:
            numbers = [other for other in behind if re.search(r"\d", words[other].text)][:7]
            for finding in passage.of_words(kind, numbers):
                yield Finding(kind, finding.box, is_read=False)
            continue
        numbers = [other for other in behind if re.search(r"\d", words[other].text) and not _is_sum(words, other)]
        if numbers:
            yield from passage.of_words(kind, _together(words, numbers))
        elif kind is PersonalData.IIN:
            yield Finding(kind, _behind(words[place]), is_read=False)


def _is_sum(words: Line, place: int) -> bool:
    """Return whether a word belongs to a sum of money: figures, and the currency within three words."""
    for other in words[place : place + 4]:
        if _MONEY.search(other.text):
            return True
        if not re.search(r"\d", other.text):
            return False
    return False


def _together(words: Line, places: list[int]) -> list[int]:
    """Return the first of these words and those that follow it closely."""
    kept = places[:1]
    for place in places[1:]:
        if place - kept[-1] > 1 or words[place].box.x - words[kept[-1]].box.right > 3 * words[place].box.height:
            break
        kept.append(place)
    return kept


def _behind(label: Word) -> Box:
    box = label.box
    return Box(box.right, box.y, 12 * box.height, box.height)
