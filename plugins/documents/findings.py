"""Finds personal data in the words of a document: numbers by their shape, and values after a label (pure).

Photos are misread: a 0 becomes О, a ғ becomes г. So numbers are found by shape and not by their check digit, labels by
likeness, and in doubt a place is found. A line that is hidden for nothing costs a reader little; a number that is not
hidden costs a family much.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from plugins.documents.identifiers import is_card_number, is_iin
from plugins.documents.words import Box, Line, Word, around
from plugins.model.papers import PersonalData


@dataclass(frozen=True, slots=True)
class Finding:
    """A place of a picture with something of a person."""

    kind: PersonalData
    box: Box
    is_read: bool = True
    """Whether the thing itself was read, and not only a label beside which it must stand."""


_MISREAD = {"0": "OОoоQD", "1": "lI|!іІ", "3": "ЗзЭэ", "4": "Чч", "5": "Ss", "6": "бG", "8": "ВB", "9": "gq"}
_LIKE_DIGITS = str.maketrans({sign: digit for digit, signs in _MISREAD.items() for sign in signs})
_ALIKE = {"а": "aә", "в": "b", "г": "ғ", "е": "eё", "и": "іiй", "к": "kқ", "м": "m", "н": "hңһ", "о": "oө", "р": "p",
          "с": "c", "т": "t", "у": "yұү", "х": "x"}  # fmt: skip
_LOOKS = str.maketrans({sign: letter for letter, signs in _ALIKE.items() for sign in signs})
"""A label is the same label in the letters of another language."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"\d{1,2}[.,/]\d{1,2}[.,/]\d{2,4}\D?")
_MONEY = re.compile(r"(?:те[нң]ге|тг|₸|kzt)", re.IGNORECASE)
_ACCOUNT = re.compile(r"[KК][ZЗ2][\s.]?[0-9A-ZА-ЯЁ]{2}(?:[\s.]?[0-9A-ZА-ЯЁ]{2,4}){3,}")
_ACCOUNT_GROUPS = re.compile(r"(?=[0-9 .]*[A-ZА-ЯЁ])(?:\b(?=[A-ZА-Я]*\d)[0-9A-ZА-ЯЁ]{4}\b[ .]?){3,}")
_VIN = re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-HJ-NPR-Z0-9OQI]{17}\b")
_PLATE = re.compile(r"\b\d{3}\s?(?!KZT|USD|EUR|RUB)[A-ZАВЕКМНОРСТУХ]{2,3}\s?(?:0[1-9]|1\d|20)\b")
_EMAIL = re.compile(r"\S*[@©]\S+|\S+[.,](?:kz|ru|com)\b", re.IGNORECASE)
_PATRONYMIC = re.compile(
    r"[а-яё]{2,}(?:ович|евич|овна|евна|ична)[а-я]{0,2}$|[^\W\d_]{3,}(?:ұлы|улы|қызы|кызы|кьізы)$", re.IGNORECASE
)
_STREET = re.compile(
    r"к[өо]шес[іi]|да[ңн][ғг]ыл|[-\s]?[үу]й[,.]?\s|п[әа]тер|\bул[.,]|\bпр[.,]\s|\bкв[.,]|\bд[.,]\s?\d", re.IGNORECASE
)

_LABELS: dict[PersonalData, tuple[str, ...]] = {
    PersonalData.IIN: ("жсн", "иин", "бсн", "бин"),
    PersonalData.ACCOUNT: ("есепшоты", "жск", "иик", "счёт", "счет", "iban"),
    PersonalData.CARD: ("карта", "карты"),
    PersonalData.PHONE: ("телефон", "телефоны", "тел", "ұялы"),
    PersonalData.EMAIL: ("email", "mail", "пошта", "почта"),
    PersonalData.NAME: (
        "тегі", "аты", "әкесінің", "фамилия", "имя", "отчество", "фио", "төлеуші", "плательщик", "үлескер", "пайщику",
        "пайщик", "төраға", "председатель", "сатушы", "продавец", "покупатель",
    ),
    PersonalData.ADDRESS: ("мекенжайы", "мекенжай", "адрес", "адресу", "тұратын", "жительства"),
    PersonalData.NUMBER: ("шанақ", "кузов", "vin", "мемлекеттік", "государственный"),
    PersonalData.BIRTH: ("туған", "рождения"),
    PersonalData.SIGNATURE: ("қолы", "подпись"),
}  # fmt: skip
_NO_NAMES = {
    "сатушы", "алушы", "продавец", "покупатель", "плательщик", "төлеуші", "жсн", "иин", "бин", "бсн", "плательщика",
    "төлеушінің", "супруга", "супругі", "жұбайының", "мекенжайы", "адрес", "телефон", "подпись", "қолы",
}  # fmt: skip
"""Words with a capital letter that stand behind a label and name nobody."""


def findings_in(lines: Iterable[Line]) -> Iterator[Finding]:
    """Yield everything of a person that stands on these lines."""
    for line in lines:
        if line:
            yield from _numbers(line)
            yield from _shapes(line)
            yield from _patronymics(line)
            yield from _initials(line)
            yield from _emails(line)
            yield from _streets(line)
            yield from _behind_labels(line)


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that lie almost wholly in another one, by their place."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda found: (-found.box.width * found.box.height, found.box)):
        if not any(other.box.covers(finding.box) > 0.9 for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda found: (found.box.y, found.box.x))


def _numbers(line: Line) -> Iterator[Finding]:
    for run in _digit_runs(line):
        digits = "".join(_as_digits(word.text) for word in run)
        if len(digits) >= 9:
            yield Finding(_kind_of(digits, run[0].text), around(*(word.box for word in run)))


def _digit_runs(line: Line) -> Iterator[list[Word]]:
    """Yield words side by side that are mostly digits; a sum of money or a date is none."""
    run: list[Word] = []
    for word in line:
        if _is_digits(word.text) and not _DATE.fullmatch(word.text):
            if run and word.box.x - run[-1].box.right > 2.5 * word.box.height:
                yield run
                run = []
            run.append(word)
        elif run:
            if not (_MONEY.match(word.text) and sum(len(_as_digits(w.text)) for w in run) < 10):
                yield run
            run = []
    if run:
        yield run


def _kind_of(digits: str, first: str) -> PersonalData:
    if is_iin(digits):
        return PersonalData.IIN
    if len(digits) >= 15 and (is_card_number(digits) or len(digits) == 16):
        return PersonalData.CARD
    if len(digits) == 11 and (digits.startswith(("77", "87")) or first.startswith("+")):
        return PersonalData.PHONE
    return PersonalData.IIN if len(digits) == 12 else PersonalData.NUMBER


def _is_digits(text: str) -> bool:
    signs = [sign for sign in text if sign.isalnum()]
    like = sum(sign.isdigit() for sign in text.translate(_LIKE_DIGITS))
    return bool(signs) and any(sign.isdigit() for sign in text) and like >= 0.7 * len(signs)


def _as_digits(text: str) -> str:
    return "".join(sign for sign in text.translate(_LIKE_DIGITS) if sign.isdigit())


def _shapes(line: Line) -> Iterator[Finding]:
    text, places = _joined(line)
    shapes = (
        (PersonalData.ACCOUNT, _ACCOUNT), (PersonalData.ACCOUNT, _ACCOUNT_GROUPS),
        (PersonalData.NUMBER, _VIN), (PersonalData.NUMBER, _PLATE),
    )  # fmt: skip
    for kind, pattern in shapes:
        for match in pattern.finditer(text):
            yield Finding(kind, _box_of(line, places, match.start(), match.end()))


def _emails(line: Line) -> Iterator[Finding]:
    for word in line:
        if _EMAIL.search(word.text):
            yield Finding(PersonalData.EMAIL, word.box)


def _patronymics(line: Line) -> Iterator[Finding]:
    """Yield a father's name with the two names before it."""
    for place, word in enumerate(line):
        if len(word.text) >= 6 and _PATRONYMIC.search(word.text.strip(".,:;")):
            before = [other for other in line[max(0, place - 2) : place] if _is_name(other.text)]
            yield Finding(PersonalData.NAME, around(word.box, *(other.box for other in before)))


def _initials(line: Line) -> Iterator[Finding]:
    """Yield a surname with an initial on either side, as it stands beside a signature."""
    for one, other in pairwise(line):
        for surname, initial in ((one, other), (other, one)):
            is_initial = re.fullmatch(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][.,](?:[А-ЯЁӘҒҚҢӨҰҮҺІ][.,]?)?", initial.text)
            if is_initial and len(surname.text) >= 4 and _is_name(surname.text):
                yield Finding(PersonalData.NAME, around(surname.box, initial.box))


def _streets(line: Line) -> Iterator[Finding]:
    text, places = _joined(line)
    matches = list(_STREET.finditer(text))
    if matches and (len(matches) > 1 or re.search(r"\d", text)):
        start = text.rfind(":", 0, matches[0].start()) + 1
        yield Finding(PersonalData.ADDRESS, _box_of(line, places, start, len(text)))


def _behind_labels(line: Line) -> Iterator[Finding]:
    labels = [(place, kind) for place, word in enumerate(line) if (kind := _label(word.text))]
    for place, kind in labels:
        end = next((other for other, found in labels if other > place and found is not kind), len(line))
        behind = line[place + 1 : end]
        match kind:
            case PersonalData.SIGNATURE:
                yield _signature(line[place])
            case PersonalData.NAME:
                names = [word.box for word in behind if _is_name(word.text)]
                if names:
                    yield Finding(kind, around(*names))
            case PersonalData.ADDRESS | PersonalData.ACCOUNT:
                words = [word.box for word in behind if re.search(r"\w", word.text)]
                if words:
                    yield Finding(kind, around(*words), is_read=kind is PersonalData.ADDRESS and len(words) > 1)
            case _:
                numbers = [word.box for word in behind if re.search(r"\d", word.text)]
                if numbers:
                    yield Finding(kind, around(*numbers))
                elif kind is PersonalData.IIN:
                    label = line[place].box
                    place_of_digits = Box(label.right, label.y, 12 * label.height, label.height)
                    yield Finding(kind, place_of_digits, is_read=False)


def _signature(label: Word) -> Finding:
    """Return the place right of the label, where a hand has gone above and below the line."""
    height = label.box.height
    return Finding(
        PersonalData.SIGNATURE,
        Box(label.box.right + height // 3, label.box.y - height, 14 * height, 3 * height),
        is_read=False,
    )


def _label(text: str) -> PersonalData | None:
    """Return of what this word is the label; a letter in five may be misread."""
    letters = "".join(_LETTERS.findall(text)).lower().translate(_LOOKS)
    if len(letters) < 3:
        return None
    for kind, labels in _LABELS.items():
        for label in labels:
            folded = label.translate(_LOOKS)
            if letters == folded or (len(folded) >= 6 and _distance_at_most(letters, folded, len(folded) // 5)):
                return kind
    return None


def _is_name(text: str) -> bool:
    """Return whether a word may be part of a name: a capital letter first, or an initial."""
    letters = text.strip("\"'«».,:;()[]|_-—")
    if not letters or not letters[0].isalpha() or letters.lower() in _NO_NAMES or _label(letters):
        return False
    return letters[0].isupper() and (len(letters) > 2 or len(letters) == 1)


def _joined(line: Line) -> tuple[str, list[int]]:
    """Return the text of a line, and where in it each word begins."""
    places, text = [], ""
    for word in line:
        places.append(len(text))
        text += word.text + " "
    return text, places


def _box_of(line: Line, places: list[int], start: int, end: int) -> Box:
    boxes = [
        word.box for word, place in zip(line, places, strict=True) if place < end and place + len(word.text) > start
    ]
    return around(*boxes) if boxes else line[0].box


def _distance_at_most(one: str, other: str, most: int) -> bool:
    """Return whether so few letters must be put in, left out or changed to make one word of the other (Levenshtein)."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        previous, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1] <= most
