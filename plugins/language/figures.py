"""The numbers a text states, in figures and in words, as values by which two languages can be compared.

`25 млн`, `25 000 000` and `двадцать пять миллионов` are one value; so are `05.05.2026` and `5 мая 2026 года`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from plugins.language.dates import month_names
from plugins.language.number_words import NumberWord, Role, number_words


class StatedNumber(NamedTuple):
    """A number, its place, and the words it is shown with."""

    value: str
    """`350000`, `7.25`, `1/3`; `8.05` for the eighth of May."""
    start: int
    shown: str
    is_certain: bool = True
    """Whether the other language must state it too: not so for one, an ordinal, `both`, a Roman numeral."""
    period: str = ""
    """What it is the number of: `quarter`, `century`, `month`, `weekday`, or `ordinal`.

    Then it must be the same where both languages name one; an ordinal only where each has no other.
    """
    same_as: str = ""
    """Another value that says the same: half a year is six months."""


_Part = tuple[re.Match[str], NumberWord]

_GROUPING = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, ",": "."})
_NUMBER = re.compile(r"\d(?:(?<!\d\d)\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d*)(?:[.,]\d+)?")
"""This and the forms of dates begin with a digit and then look back: the search leaps to digits, which are rare."""
_LAST_DAY = 31
_MOST_SIGNS = 60
"""Digits and blanks of a figure; a longer row of digits is none, and Python refuses to read one of thousands."""
_NUMERIC_DATE = re.compile(r"(\d(?<![\d.]\d)\d?)\.(\d{2})\.((?:19|20)\d\d)(?!\d|\.\d)")
_SPELLED = re.compile("[а-яёәғқңөұүһі]+")
"""Parts of words in small letters, among them every word by which a number is told."""
_WORD = re.compile(r"[^\W\d_]+")
_WORD_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")
_DIGIT = re.compile(r"\d")
_ROMAN_DIGIT = re.compile("[IVXLCІХ]")
_ROMAN = re.compile(r"\b(?:[IVXLC]+|[IVXІХ]+(?=[ \u00a0](?:ғасыр|тоқсан|век|в\.|квартал)))\b")
_LOOK_ALIKES = str.maketrans("ІХ", "IX")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_KAZAKH_FRACTION = re.compile(
    r"([а-яәғқңөұүһі]+?)(?:тен|тан|ден|дан|нан|нен)[ \u00a0](бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз)"
    r"(?:с?[іы]\w{0,5}|ге|ке|ден)?(?!\w)"
)
_RUSSIAN_PART = re.compile(r"\s+(?:част[ьию]|частью|дол[яюи])\b")
_AND_A_HALF = re.compile(r"\s+с\s+половиной\b")
_READ_BEFORE = re.compile(r"\d[ \u00a0\u202f]$|\bс\s$")
"""A figure before `млн`, and `с` before `половиной`, have been read together with it."""

_SHARE = re.compile(r"(?<![\w/.,№-])([1-9])/([1-9]\d?)(?![\w/.-]|,\d)")
_PERIODS = {
    "quarter": re.compile(r"(?:-?(?:й|ый|ой|го|м|шы|ші|нші|ншы))?[ \u00a0-](?:квартал|тоқсан)"),
    "century": re.compile(r"(?:-?(?:й|ый|го|м|шы|ші))?[ \u00a0-](?:век(?!тор)|вв?\.|ғасыр)"),
}
_UNITS = (
    (re.compile(r"(?:[ \u00a0](?:год|лет|жыл(?!ғы))|(?<=пол)(?:год|угод))"), Fraction(12), 5),
    (re.compile(r"[ \u00a0](?:недел|апта)"), Fraction(7), 10),
    (re.compile(r"(?:[ \u00a0](?:час|сағат)|(?<=пол)(?:час|учас))"), Fraction(60), 2),
)
"""Units, how many smaller ones they have, and the most of them that are told in smaller ones."""
_MOST_IN_SMALLER_UNITS = max(most for _, _, most in _UNITS)

_ORDINAL = re.compile(
    r"(?:.*[ \u00a0])?(?:\w+н?ш[іы]\w{0,5}|(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ое|ого|ому|ым|ом|ую"
    r"|ые|ых|ыми|ий|ья|ье|ьего|ьему|ьим|ьем|ьей|ью|ьи|ьих))",
    re.IGNORECASE,
)
_NAMED = {
    "kk": {
        "weekday": "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
        "month": "қаңтар ақпан наурыз_ай сәуір мамыр маусым шілде тамыз қыркүйек қазан_ай қараша желтоқсан",
    },
    "ru": {
        "weekday": "понедельник вторник сред(?=у|ам) четверг пятниц суббот воскресень",
        "month": "январ феврал март апрел ма[йяею]\\b июн июл август сентябр октябр ноябр декабр",
    },
}
"""Beginnings of names, in their order. Kazakh `наурыз` is also a feast and `қазан` a kettle, Russian `среда` surroundings."""
_BEGINNINGS = {
    language: [re.split("[^а-яәғқңөұүһі]", name)[0] for listed in names.values() for name in listed.split()]
    for language, names in _NAMED.items()
}
"""What a text has that names a weekday or a month: few do, and to look for it costs little."""
_AFTER_NAME = {
    "kk": r"(?:[дт][ае]н?|н[ае]н|[ғгқк][ае]|[ндт][ыі]ң|ы|і|сы|сі|сын|сін|[іы]нда|с[іы]нде?)?\b",
    "ru": r"\w{0,3}\b",
}

_TIMES = re.compile(r"\s+(?:раза?|рет)\b")
_SAID = frozenset((7, 10, 100, 1000))
"""How often: sayings have these (`семь раз отмерь`), and count nothing."""
_QUARTER = re.compile(r"(?:інші|ыншы|\d-|\b[IVІ]{1,3}[ -])\s*$")
"""What makes `тоқсан` a quarter of a year, and no ninety."""


def stated_numbers(text: str, language: str) -> list[StatedNumber]:
    """Return every number of a text of one language, in its order."""
    found = [*_in_words(text, language), *_roman(text)]
    if _DIGIT.search(text):
        found += [*_dates(text, language), *_in_figures(text, language)]
    days = list(_days_in_words(text, language, found))
    found = [*(_in_context(text, number) for number in found), *days, *_names(text, language, days)]
    return sorted(found, key=attrgetter("start"))


def as_value(number: Fraction) -> str:
    """Return a number as it is compared: `350000`, `7.25`, `1/3`."""
    below = number.denominator
    while below % 2 == 0 or below % 5 == 0:
        below //= 2 if below % 2 == 0 else 5
    if number.denominator == 1 or below > 1:
        return str(number)
    return f"{float(number):.10f}".rstrip("0")


# In figures


def _dates(text: str, language: str) -> Iterator[StatedNumber]:
    months = month_names(language)
    for match in _date_form(language).finditer(text):
        value = f"{int(match[1])}.{months.index(match[2].casefold()) + 1:02}"
        yield StatedNumber(value, match.start(), value)


@cache
def _date_form(language: str) -> re.Pattern[str]:
    """Return what matches a day and the beginning of a month: Kazakh joins endings to its name."""
    return re.compile(rf"(\d(?<!\w\d)\d?)[ \u00a0]({'|'.join(month_names(language))})", re.IGNORECASE)


def _days_in_words(text: str, language: str, numbers: Sequence[StatedNumber]) -> Iterator[StatedNumber]:
    """Yield the day of each number in words that has a month behind it: `он бесінші мамыр` is 15.05."""
    for number in numbers:
        if number.value.isdigit() and int(number.value) <= _LAST_DAY and number.shown[-1].isalpha():
            match = _month_after(language).match(text, number.start + len(number.shown))
            if match:
                month = month_names(language).index(match[1].casefold()) + 1
                yield StatedNumber(f"{number.value}.{month:02}", number.start, number.shown)


@cache
def _month_after(language: str) -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0]({'|'.join(month_names(language))})", re.IGNORECASE)


def _names(text: str, language: str, days: Sequence[StatedNumber]) -> Iterator[StatedNumber]:
    """Yield the weekdays and the months of a text; a month with its day is a date."""
    lowered = text.lower()
    if not any(beginning in lowered for beginning in _BEGINNINGS.get(language, ())):
        return
    after_days = {day.start + len(day.shown) + 1 for day in days}
    for match in _names_form(language).finditer(text):
        assert match.lastgroup
        if match.start() in after_days:
            continue
        period, _, place = match.lastgroup.partition("_")
        yield StatedNumber(f"{period} {place}", match.start(), match[0], is_certain=False, period=period)


@cache
def _names_form(language: str) -> re.Pattern[str]:
    names = "|".join(
        rf"(?P<{period}_{place}>{name.replace('_', '[ ]')}{_AFTER_NAME[language] if name[-1] != 'b' else ''})"
        for period, listed in _NAMED[language].items()
        for place, name in enumerate(listed.split(), start=1)
    )
    return re.compile(rf"(?<![\w-])(?<!\d[ \u00a0])(?:{names})", re.IGNORECASE)


def _in_figures(text: str, language: str) -> Iterator[StatedNumber]:
    at, known = 0, number_words(language)
    for date in _NUMERIC_DATE.finditer(text):
        yield from _figures(text, at, date.start(), known)
        day = str(int(date[1]))
        for value in (f"{day}.{date[2]}", day):
            yield StatedNumber(value, date.start(), value)
        yield StatedNumber(date[3], date.start(3), date[3])
        at = date.end()
    yield from _figures(text, at, len(text), known)


def _figures(text: str, start: int, end: int, known: Mapping[str, NumberWord]) -> Iterator[StatedNumber]:
    shares = [share for share in _SHARE.finditer(text, start, end) if int(share[1]) < int(share[2])]
    for share in shares:
        yield StatedNumber(as_value(Fraction(int(share[1]), int(share[2]))), share.start(), share[0])
    parts = {share.start(number) for share in shares for number in (1, 2)}
    for match in _NUMBER.finditer(text, start, end):
        if len(match[0]) > _MOST_SIGNS or match.start() in parts:
            continue
        written, after = match[0].translate(_GROUPING), _WORD_AFTER.match(text, match.end())
        scale = known.get(after[1].lower()) if after else None
        if after and scale and scale.role is Role.SCALE:
            value = as_value(Fraction(written) * scale.value)
            yield StatedNumber(value, match.start(), text[match.start() : after.end()])
        else:  # a Fraction takes as long as all the rest, and most figures are whole
            value = str(int(written)) if "." not in written else as_value(Fraction(written))
            yield StatedNumber(value, match.start(), value)


def _roman(text: str) -> Iterator[StatedNumber]:
    for match in _ROMAN.finditer(text) if _ROMAN_DIGIT.search(text) else ():
        digits = [_ROMAN_VALUES[sign] for sign in match[0].translate(_LOOK_ALIKES)]
        less = sum(2 * one for one, after in pairwise(digits) if one < after)
        yield StatedNumber(str(sum(digits) - less), match.start(), match[0], is_certain=False)


def _in_context(text: str, number: StatedNumber) -> StatedNumber:
    """Return a number with what the word after it makes of it."""
    end = number.start + len(number.shown)
    for name, form in _PERIODS.items():
        if form.match(text, end):
            return number._replace(period=name)
    if not number.is_certain and _ORDINAL.fullmatch(number.shown):
        return number._replace(period="ordinal")
    if number.value.isdigit() or number.value in ("0.5", "1.5", "2.5"):
        at = number.start + 3 if text[number.start : number.start + 4].lower() in ("полг", "полу", "полч") else end
        for unit, smaller, most in _UNITS if float(number.value) <= _MOST_IN_SMALLER_UNITS else ():
            if float(number.value) <= most and unit.match(text, at):
                return number._replace(same_as=as_value(Fraction(number.value) * smaller))
    return number


# In words


def _in_words(text: str, language: str) -> Iterator[StatedNumber]:
    known, parts = number_words(language), []
    lowered = text.lower()
    if known.keys().isdisjoint(_SPELLED.findall(lowered.replace("ё", "е") if language == "ru" else lowered)):
        return
    for match in _WORD.finditer(text):
        spelled = match[0].lower()
        if word := known.get(spelled.replace("ё", "е") if language == "ru" else spelled):
            parts.append((match, word))
    parts = [part for part in parts if not _is_quarter(text, part)]
    if not parts:
        return
    fractions = list(_kazakh_fractions(text, known)) if language == "kk" else []
    yield from fractions
    inside = [range(number.start, number.start + len(number.shown)) for number in fractions]
    rest = [part for part in parts if not any(part[0].start() in span for span in inside)]
    for run in _runs(text, rest):
        yield from _number(text, run)


def _is_quarter(text: str, part: _Part) -> bool:
    start = part[0].start()
    return part[0][0].lower().startswith("тоқсан") and bool(_QUARTER.search(text, max(0, start - 12), start))


def _kazakh_fractions(text: str, known: Mapping[str, NumberWord]) -> Iterator[StatedNumber]:
    for match in _KAZAKH_FRACTION.finditer(text.lower()):
        below, above = known.get(match[1]), known[match[2]]
        if below and below.value > 1:
            yield StatedNumber(as_value(above.value / below.value), match.start(), text[match.start() : match.end()])


def _runs(text: str, parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Yield the words of each number."""
    run: list[_Part] = []
    for part in parts:
        if run and not (_is_beside(text, run[-1], part) and _goes_on(run[-1][1], part[1], text[part[0].start()])):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _is_beside(text: str, last: _Part, part: _Part) -> bool:
    return last[1].may_go_on and text[last[0].end() : part[0].start()] in (" ", "\u00a0")


def _goes_on(last: NumberWord, word: NumberWord, letter: str) -> bool:
    """Say whether a word belongs to the number of the word before it."""
    if word.role is Role.FRACTION:
        return last.role is Role.UNIT and last.is_certain and word.value < Fraction(1, 2)  # две трети
    if word.role is Role.HALF_MORE:
        return last.role < Role.SCALE
    if word.role is Role.SCALE:
        return last.role is not Role.SCALE
    if word.role is Role.HUNDRED and last.role is Role.UNIT:
        return letter in "жЖ"  # екі жүз
    return last.role > word.role and last.role <= Role.SCALE


def _number(text: str, run: Sequence[_Part]) -> Iterator[StatedNumber]:
    start, end, first = run[0][0].start(), run[-1][0].end(), run[0][1]
    is_alone = len(run) == 1
    has_been_read = is_alone and (first.role is Role.SCALE or run[0][0][0] == "половиной")
    if has_been_read and _READ_BEFORE.search(text, max(0, start - 3), start):
        return
    value, is_certain = _sum([word for _, word in run]), run[-1][1].is_certain
    if _AND_A_HALF.match(text, end):
        value += Fraction(1, 2)
    elif is_alone and value > 1 and not first.is_certain and _RUSSIAN_PART.match(text, end):
        value, is_certain = 1 / value, True
    is_several = is_alone and first.role is Role.SCALE and run[0][0][0].lower() not in ("мың", "тысяча", "тысячу")
    is_guess = "-" in (text[start - 1 : start], text[end : end + 1])  # two or three
    if (
        is_several
        or is_guess
        or (value in _SAID and _TIMES.match(text, end))
        or (is_alone and first.role is Role.HALF_MORE)
    ):
        is_certain = False
    yield StatedNumber(as_value(value), start, text[start:end], is_certain)


def _sum(words: Sequence[NumberWord]) -> Fraction:
    total, part = Fraction(0), Fraction(0)
    for word in words:
        if word.role is Role.SCALE:
            total, part = total + (part or 1) * word.value, Fraction(0)
        elif part and (word.role is Role.FRACTION or (word.role is Role.HUNDRED and part < 10)):
            part *= word.value
        else:
            part += word.value
    return total + part
