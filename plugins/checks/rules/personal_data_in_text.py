"""No number that names one person, or opens somebody's account, is in a text.

What is once on the web cannot be taken back, and fraudsters collect it. A number of twelve digits is taken for an IIN
when its check digit is right, when it is written in one piece and begins with a day of birth, or when it is called one. A
card (Luhn) and an account (IBAN, ISO 13616) have the right check digit. Digits are read in any grouping: dots, dashes,
brackets, double spaces, parts in bold, other digits, a new line (`plain_numbers.py`). Groups of three digits before a
currency are a sum. A street with a number is right where a public place is named. What the cooperative states of itself in
`site.yaml` is no secret.
Source: law 94-V on personal data, arts 11 and 15. IIN check digit: weights 1 to 11, and 3 to 11, 1, 2 where that gives 10.
"""

import re
from collections.abc import Iterator

from stdnum import iban

from plugins.checks.passages import Passage, bare
from plugins.checks.plain_numbers import MAY_BE_DISGUISED, plain_text
from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.places import place_in
from plugins.documents.identifiers import is_card_number, is_iin

_ALLOWED_IN = ("content/pages/contacts/", "content/site.yaml")
"""Where phones, addresses and e-mail of the cooperative are given."""
_LATIN = str.maketrans("АВЕЗКМНОРСТУХ", "ABEZKMHOPCTYX")
_GAP = r"[ \t\n\u00a0\u202f\u2010-\u2015\u2212()./-]{0,4}"
_MONEY = re.compile(r"\s{0,2}(?:₸|тең|тен)")
_OF_A_SUM = re.compile(r"\d{1,3}(?:\D\d{3})+")
"""Sums are written in groups of three digits; a number of a person is not."""
_NAME = r"(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{1,40}(?:\s+(?:батыр\w*|хана?|бия?|ана))?"
_AT = r"(?:\s?@\s?|\s?[\[({]\s?(?:at|@|собака|эт)\s?[\])}]\s?|\s(?:собака|at)\s)"
_DOT = r"(?:\s?\.\s?|\s?[\[({]\s?(?:dot|точка|нүкте)\s?[\])}]\s?|\s(?:точка|нүкте|dot)\s)"
"""How an address is written to hide it from programs."""
_NO_COUNT = r"(?![\d-]|[ \u00a0](?:адам|человек|сағат|час|үй|дом|жыл|год|лет|мин))"
_MOBILE = r"(?:70[0-8]|747|75[01]|76[0-4]|771|77[5-8])"
_FORMS = {
    "iin": re.compile(rf"(?<!\d)(?:\d{_GAP}){{11}}\d(?!\d)"),
    "card": re.compile(rf"(?<!\d)(?=[3-6]|22)(?:\d{_GAP}){{15}}\d(?!\d)"),
    "account": re.compile(
        rf"(?<![A-Z0-9])[KК]{_GAP}[ZЗ](?:{_GAP}[A-Z0-9АВЕЗКМНОРСТУХ]){{18}}(?![A-Z0-9])", re.IGNORECASE
    ),
    "phone": re.compile(
        rf"(?<![\d+])(?:\+?{_GAP}(?:00)?7|8){_GAP}7(?:{_GAP}\d){{9}}(?!\d|[ \u00a0\u202f]\d{{3}}\b)"
        rf"|(?<![\d+])\(?{_MOBILE}\)?[ \u00a0.-]{{1,2}}\d{{3}}[ \u00a0.-]{{1,2}}\d{{2}}[ \u00a0.-]{{0,2}}\d{{2}}(?!\d)"
        rf"|(?<![\d№=/#.-])(?<!№ )\b{_MOBILE}\d{{7}}(?![\d-])"
        rf"|(?:[Тт]ел(?:ефон\w*|\.)?|[Ww]hats[Aa]pp|[Бб]айланыс\w*)\W{{1,3}}{_MOBILE}\d{{7}}(?!\d)",
    ),
    "email": re.compile(
        rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}(?:gmail|mail|bk|list|inbox|internet|yandex|ya|yahoo|hotmail|outlook|icloud|rambler){_DOT}(?:com|ru|kz)\b",
        re.IGNORECASE,
    ),
    "identity-card": re.compile(
        r"(?:[Уу]достоверени\w+(?:\s+личности)?|(?:[Жж]еке\s+)?[Кк]уәлі[гк]\w*|[Пп]аспорт\w*)[^\d\n]{0,30}\b0\d{2}[ \u00a0]?\d{3}[ \u00a0]?\d{3}\b"
        r"|(?:[Уу]достоверени\w+\s+личности|[Жж]еке\s+куәлі[гк]\w*)[^\d\n]{0,30}\b\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3}\b"
        r"|[Пп]аспорт\w*(?:[ \u00a0]+[^\W\d]{2,12}){0,2}[^\w\n]{0,5}(?:[A-ZА-Я]{0,2}[ \u00a0]?\d{7,8}\b|\d{2}[ \u00a0]?\d{2}[ \u00a0]?\d{6}\b)"
        r"|\bN\d{8}\b"
    ),
    "plate": re.compile(
        r"\b\d{3}[ \u00a0]?(?!KZT|USD|EUR|RUB|[IVX]+\b|ТОО|КМ\b|НКО|СМС)[A-ZАВСЕНКМОРТХУ]{2,3}[ \u00a0]?(?:0[1-9]|1\d|20)\b"
        r"|\b[A-ZАВСЕНКМОРТХУ]\d{3}(?!КМ|ММ|СМ)[A-ZАВСЕНКМОРТХУ]{2,3}\b"
        r"|(?:\b[Мм]ашин|\b[Аа]вто|[Кк]өлі[гк]|[Гг]ос\.?\s?номер|[Мм]емлекеттік\s+нөмір)[^\d.!?\n]{0,40}\b[A-ZАВСЕНКМОРТХУ][ \u00a0-]\d{3}[ \u00a0-][A-ZАВСЕНКМОРТХУ]{2,3}\b"
    ),
    "vin": re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-HJ-NPR-Z0-9]{17}\b"),
    "address": re.compile(
        rf"\b(?:[Уу]л(?:ица|\.)|(?<!и\s)[Пп]р(?:оспект|\.)|[Кк]өше(?:сі)?|[Дд]аңғылы)\s+{_NAME},?\s+(?:д(?:ом|\.)\s*|үй\s*)?\d+"
        rf"|\b(?:[Уу]лиц[еуы]|[Пп]роспект\w+)\s+{_NAME},\s+(?:д(?:ом|\.)\s*)?\d+"
        rf"|\b{_NAME}\s+(?:көшесі|даңғылы)(?:\w*,)?\s+\d+"
        r"|\b(?:[Мм]икрорайон\w*|[Мм]кр(?:-н)?\.?|[Ыы]қшам\s?аудан\w*)\s+«?[\w-]{1,40}»?,\s+(?:д(?:ом|\.)\s*\d+|\d+-үй)"
        rf"|\b(?:[Мм]икрорайон\w*|[Мм]кр(?:-н)?\.?)\s+«?[\w-]{{1,40}}»?,?\s+\d+[-/]\d+{_NO_COUNT}"
        rf"|\b(?:[Уу]л\.|[Пп]р\.)\s?{_NAME},?\s+\d+(?:[-/]\d+{_NO_COUNT}|,?\s+кв)"
        rf"|\b{_NAME}\s+(?:к-сі|көш\.|даңғ\.),?\s+\d+(?:[-/]\d+{_NO_COUNT}|-үй)"
        r"|\b(?:дом|д\.)\s*\d+\w?,?\s*(?:кв(?:артира|\.))\s*\d+"
        r"|\b\d+-үй\w*,?\s*\d+-п(?:әт(?:ер|\.)|\.)|(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{1,40},?\s+\d+[- ]үй\w*,\s*\d+[- ]п(?:әт)?\."
        r"|(?<![\w-])[\w-]{1,40}\s+(?:ы/а|ықшамаудан\w*|көшесі)\W{1,3}\d+ үй\w*,?\s*\d+ пәтер",
    ),
}
"""An address with a flat is somebody's home, whatever it begins with."""
_REST_OF_ADDRESS = re.compile(
    r"(?:[\s,-]{0,3}(?:дом|д\.|үй|кв(?:артира)?\.?|корп(?:ус)?\.?|пәт(?:ер)?\.?)\s?\d+|[\s,-]{0,3}\d+[\s-]?(?:үй\w*|пәт\w*|п\.))*"
)
_CALLED_IIN = re.compile(r"(?:\bИИН|\bЖСН|\bIIN)[^\d\n]{0,20}\Z", re.IGNORECASE)
_DAY_OF_BIRTH = re.compile(r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}")
_HOME = re.compile(
    r"\bкв|пәт|\bп\.|\d[-/]\d|\bжив[её]т|\bжив[ёуе]|\bжил[аи]?\b|\bдом(?:ой|а)\b|тұрад|тұрат|\bүйі\b"
    r"|\bрядом|\bвозле|\bоколо|\bнапротив|жанынд|қасынд|маңынд|қарсысынд",
    re.IGNORECASE,
)
_PUBLIC_PLACE = re.compile(
    r"\b(?:библиотек|музе[йея]|театр|дом\w* (?:культуры|дружбы)|двор(?:ец|ц)|акимат|суд[аеу]?\b|цон\w*\b|школ[аеуы]\b"
    r"|университет|колледж|лице[йея]|банк|офис|нотари|прокуратур|полици|департамент|министерств|гостиниц|больниц|поликлиник"
    r"|(?:культурн|учебн|делов|област)\w* центр|центр\w* (?:занятост|обслуж|культур|поддержк)|магазин"
    r"|кітапхана|мұражай|(?:мәдениет|достық) үйі|сарайы|әкімд|сот(?:ы|ын|та|тың)?\b|хқко|мекте[пб]|кеңсе|орталығы|қонақ ?үй"
    r"|аурухана|емхана|дүкен)",
    re.IGNORECASE,
)
_NEAR = 100
"""Characters before and after an address in which the place it belongs to is named."""
_SENTENCE_BEFORE = re.compile(r"[^.!?\n]*\Z")
_SENTENCE_AFTER = re.compile(r"[^.!?\n]*")


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every number or address of a person."""
    for kind, start, _ in spans_in(passage):
        yield Problem(passage.path, *passage.place(start), "personal-data-in-text", {"kind": Phrase(kind)})
    for text, line, column in passage.signs:
        for kind, start, _ in _found_in(text, passage):
            place = place_in(text, start, line, column)
            yield Problem(passage.path, *place, "personal-data-in-text", {"kind": Phrase(kind)})


def spans_in(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of everything personal in the words of a passage."""
    if MAY_BE_DISGUISED.search(passage.text):  # each form has one, and most passages have none
        yield from _found_in(passage.text, passage)


def _found_in(text: str, passage: Passage) -> Iterator[tuple[str, int, int]]:
    plain = plain_text(text)
    for kind, pattern in _FORMS.items():
        if kind in ("phone", "address", "email") and passage.path.startswith(_ALLOWED_IN):
            continue
        for match in pattern.finditer(plain.text):
            if _is_of_a_person(kind, match) and bare(match[0]) not in passage.declared:
                before = len(match[0]) - len(match[0].lstrip("/ "))
                rest = _REST_OF_ADDRESS.match(plain.text, match.end()) if kind == "address" else None
                end = rest.end() if rest else match.end()
                yield kind, plain.place(match.start() + before), plain.place(end - 1) + 1


def _is_of_a_person(kind: str, match: re.Match[str]) -> bool:
    """Return whether a number is one that may exist, and an address not that of a public place."""
    found = match.group(0)
    if kind == "account":
        # the country's letters are often typed on a Russian keyboard
        return bool(iban.is_valid(re.sub(r"[^\w]", "", found).upper().translate(_LATIN)))
    if kind == "address":
        return not _is_public(match)
    is_before_money = kind in ("iin", "phone") and bool(_MONEY.match(match.string, match.end()))
    if is_before_money and _OF_A_SUM.fullmatch(found):
        return False
    digits = re.sub(r"\D", "", found)
    if kind == "iin":
        is_called_one = bool(_CALLED_IIN.search(match.string, max(0, match.start() - 30), match.start()))
        return is_iin(digits) or is_called_one or bool(not is_before_money and _DAY_OF_BIRTH.fullmatch(found))
    return kind != "card" or is_card_number(digits)


def _is_public(match: re.Match[str]) -> bool:
    before = _SENTENCE_BEFORE.search(match.string, max(0, match.start() - _NEAR), match.start())
    after = _SENTENCE_AFTER.match(match.string, match.end(), match.end() + _NEAR)
    around = f"{before[0] if before else ''}|{after[0] if after else ''}"
    return bool(_PUBLIC_PLACE.search(around)) and not _HOME.search(match.group(0) + "|" + around)
