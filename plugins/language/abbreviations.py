"""Abbreviations that only one of the two languages has: `ЖШС` and `ТОО`, `көш.` and `ул.`, `2026 ж.` and `2026 г.`.

A unit after a number is told in the same way: `5 миллион` is Kazakh, Russian says `5 миллионов`.

They say much of an address or a label that has nothing but names beside them, and little of a sentence.
"""

import re
from bisect import bisect_right

SURE, LIKELY = 4.0, 2.5
"""Log-odds of an abbreviation: of several letters, of one letter."""

_LESS_SURE = ("likely", "unit")

_KAZAKH_CAPITALS = (
    "ЖШС БСН ЖСН ХҚКО ЖТСМ АЕК КММ РММ РМК ҚР АҚ ТМД БҰҰ ҰҚК ІІМ ЭТД ҚМА БАҚ ҚҚС АҚШ ЖОО ДСҰ ЖІӨ КСРО ТКШ ЖТС РҚБ"
)
_RUSSIAN_CAPITALS = "ТОО БИН ИИН БИК ЦОН ГЭСВ МРП КГУ РГУ РГП ГКП ГККП НАО ОАО ЗАО ООО СНГ ООН КНБ МВД ДЭР АФМ СМИ НДС США ВУЗ ВВП РОО АО ПК ИП КХ ГУ ЖКХ НПО ФИО ВКО ЗКО МЧС СССР"
_UNITS = "миллион миллиард триллион тонна метр километр сантиметр миллиметр литр центнер доллар процент"
_KAZAKH = re.compile(
    rf"\b(?:(?P<capitals>{'|'.join(_KAZAKH_CAPITALS.split())})\b"
    r"|(?P<sure>(?:көш|даңғ|ықш|ықшам|тұрғ)\.|ш\.[ \u00a0]?а\.|т\.[ \u00a0]?б\.|т\.[ \u00a0]?с\.[ \u00a0]?с\.|б\.[ \u00a0]?з\.[ \u00a0]?[бд]\.|ш/а\b)"
    r"|(?P<likely>(?:қ|ә|ауд)\.|(?:дс|жм)\b(?=[ \u00a0]?[-–—,]|$)|ЖК(?=[ \u00a0](?!Остров)[А-ЯӘҒҚҢӨҰҮҺІ]\w+[оеё]ва?\b)|(?<=[а-яёәғқңөұүһі][ \u00a0])а\.(?=[ \u00a0]*(?:,|$)))|(?<=\d{4}[ \u00a0])(?P<year>жж?\.(?:ж\.)?)"
    rf"|(?<=[02-9][ \u00a0])(?P<unit>{'|'.join(_UNITS.split())})\b)"
)
_RUSSIAN = re.compile(
    rf"\b(?:(?P<capitals>{'|'.join(_RUSSIAN_CAPITALS.split())})\b"
    r"|(?P<sure>(?:[Уу]л|[Пп]росп|[Мм]кр|р-н|[Пп]ос|мес|чел|[Рр]ис)\.|мкр(?:-н\b|(?=[ \u00a0][А-ЯЁ0-9]))|р-н\b|т\.[ \u00a0]?[дпе]\.|ч\.[ \u00a0]?л\.|п/п\b|тыс\.|б-р\b)"
    r"|(?P<likely>(?:пр|пер|г)\.(?=[ \u00a0]?[А-ЯЁӘҒҚҢӨҰҮҺІ])|(?:д|кв|стр|корп|ст|каб)\.(?=[ \u00a0]?\d)|(?:пн|пт|чт)\b(?=[ \u00a0]?[-–—,]|$)|РК\b)"
    r"|(?<=\d{4}[ \u00a0])(?P<year>гг?\.(?:г\.)?))"
)


_KAZAKH_BEGINNINGS = f"көш даңғ ықш ықшам тұрғ ш т қ ә ауд а ж жж б дс жм жк {_UNITS}"
_RUSSIAN_BEGINNINGS = "ул просп мкр р пос мес чел рис т ч п пр пер г гг д кв стр корп ст каб тыс б пн пт чт рк"
BEGINNINGS_OF = {
    "kk": frozenset(f"{_KAZAKH_CAPITALS} {_KAZAKH_BEGINNINGS}".lower().split()),
    "ru": frozenset(f"{_RUSSIAN_CAPITALS} {_RUSSIAN_BEGINNINGS}".lower().split()),
}
"""Words, in small letters, with which an abbreviation of each language may begin; without one a text has none."""
BEGINNINGS = BEGINNINGS_OF["kk"] | BEGINNINGS_OF["ru"]


def judge_abbreviations(text: str, starts: list[int], scores: list[float]) -> None:
    """Set the scores of the words that are abbreviations of one language."""
    for pattern, sign in ((_KAZAKH, 1.0), (_RUSSIAN, -1.0)):
        for found in pattern.finditer(text):
            place = bisect_right(starts, found.start()) - 1
            if place >= 0 and starts[place] == found.start():
                scores[place] = sign * (LIKELY if found.lastgroup in _LESS_SURE else SURE)
