"""Addresses of homes in a text: a street with a number, or a flat (pure).

A street with a number is right where a public place is named beside it. An address with a flat is somebody's home, whatever
it begins with. Nobody writes an address for a program: each form is one of the ways people write it, in Kazakh or Russian.
"""

import re
from collections.abc import Mapping

_NAME = r"(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{1,40}(?:\s+(?:батыр\w*|хана?|бия?|ана))?"
_NO_COUNT = r"(?![\d-]|[ \u00a0](?:адам|человек|сағат|час|үй|дом|жыл|год|лет|мин))"
_HOUSE = r"(?:д(?:ом|\.)\s*)?\d+"
_FORMS: Mapping[str, str] = {
    "ул. Абая, 15": rf"\b(?:[Уу]л(?:ица|\.)|(?<!и\s)[Пп]р(?:оспект|\.)|[Кк]өше(?:сі)?|[Дд]аңғылы)\s+{_NAME},?\s+(?:д(?:ом|\.)\s*|үй\s*)?\d+",
    "на улице Абая, 15": rf"\b(?:[Уу]лиц[еуы]|[Пп]роспект\w+)\s+{_NAME},\s+{_HOUSE}",
    "Абай көшесі, 15": rf"\b{_NAME}\s+(?:көшесі|даңғылы)(?:\w*,)?\s+\d+",
    "мкр. Самал, д. 15": r"\b(?:[Мм]икрорайон\w*|[Мм]кр(?:-н)?\.?|[Ыы]қшам\s?аудан\w*)\s+«?[\w-]{1,40}»?,\s+(?:д(?:ом|\.)\s*\d+|\d+-үй)",
    "мкр-н Самал 7-12": rf"\b(?:[Мм]икрорайон\w*|[Мм]кр(?:-н)?\.?)\s+«?[\w-]{{1,40}}»?,?\s+\d+[-/]\d+{_NO_COUNT}",
    "ул.Абая 15-40": rf"\b(?:[Уу]л\.|[Пп]р\.)\s?{_NAME},?\s+\d+(?:[-/]\d+{_NO_COUNT}|,?\s+кв)",
    "Абай к-сі, 15-40": rf"\b{_NAME}\s+(?:к-сі|көш\.|даңғ\.),?\s+\d+(?:[-/]\d+{_NO_COUNT}|-үй)",
    "дом 7, квартира 12": r"\b(?:дом|д\.)\s*\d+\w?,?\s*(?:кв(?:артира|\.))\s*\d+",
    "15-үй, 40-пәтер": r"\b\d+-үй\w*,?\s*\d+-п(?:әт(?:ер|\.)|\.)",
    "Самал-2, 33 үй, 71 п.": r"(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{1,40},?\s+\d+[- ]үй\w*,\s*\d+[- ]п(?:әт)?\.",
    "Самал ы/а, 33 үй, 71 пәтер": r"(?<![\w-])[\w-]{1,40}\s+(?:ы/а|ықшамаудан\w*|көшесі)\W{1,3}\d+ үй\w*,?\s*\d+ пәтер",
}
"""A pattern for each way to write one, by an example."""
HOME_ADDRESS = re.compile("|".join(_FORMS.values()))
REST_OF_ADDRESS = re.compile(
    r"(?:[\s,-]{0,3}(?:дом|д\.|үй|кв(?:артира)?\.?|корп(?:ус)?\.?|пәт(?:ер)?\.?)\s?\d+|[\s,-]{0,3}\d+[\s-]?(?:үй\w*|пәт\w*|п\.))*"
)
_HOME = re.compile(
    r"\bкв|пәт|\bп\.|\d[-/]\d|\bжив[её]т|\bжив[ёуе]|\bжил[аи]?\b|\bдом(?:ой|а)\b|тұрад|тұрат|\bүйі\b"
    r"|\bрядом|\bвозле|\bоколо|\bнапротив|жанынд|қасынд|маңынд|қарсысынд",
    re.IGNORECASE,
)
_PUBLIC_PLACES = {
    "ru": r"\b(?:библиотек|музе[йея]|театр|дом\w* (?:культуры|дружбы)|двор(?:ец|ц)|акимат|суд[аеу]?\b|цон\w*\b|школ[аеуы]\b"
    r"|университет|колледж|лице[йея]|банк|офис|нотари|прокуратур|полици|департамент|министерств|гостиниц|больниц|поликлиник"
    r"|(?:культурн|учебн|делов|област)\w* центр|центр\w* (?:занятост|обслуж|культур|поддержк)|магазин)",
    "kk": r"\b(?:кітапхана|мұражай|(?:мәдениет|достық) үйі|сарайы|әкімд|сот(?:ы|ын|та|тың)?\b|хқко|мекте[пб]|кеңсе|орталығы"
    r"|қонақ ?үй|аурухана|емхана|дүкен)",
}
_PUBLIC_PLACE = re.compile("|".join(_PUBLIC_PLACES.values()), re.IGNORECASE)
_NEAR = 100
"""Characters before and after an address in which the place it belongs to is named."""
_SENTENCE_BEFORE = re.compile(r"[^.!?\n]*\Z")
_SENTENCE_AFTER = re.compile(r"[^.!?\n]*")


def is_of_a_public_place(address: re.Match[str]) -> bool:
    """Return whether the sentence around an address names a public place, and nobody's home."""
    text, start, end = address.string, address.start(), address.end()
    before = _SENTENCE_BEFORE.search(text, max(0, start - _NEAR), start)
    after = _SENTENCE_AFTER.match(text, end, end + _NEAR)
    around = f"{before[0] if before else ''}|{after[0] if after else ''}"
    return bool(_PUBLIC_PLACE.search(around)) and not _HOME.search(address[0] + "|" + around)
