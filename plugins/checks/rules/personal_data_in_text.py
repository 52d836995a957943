"""No number that names one person, or opens somebody's account, is in a text.

What is once on the web cannot be taken back, and fraudsters collect it. A number of twelve digits is taken for an IIN
when its check digit is right, and so are a card (Luhn) and an account (IBAN, ISO 13616). Digits are read in any grouping:
dots, dashes, brackets, double spaces, parts in bold. What the cooperative states of itself in `site.yaml` is no secret.
Source: law 94-V on personal data, arts 11 and 15. IIN check digit: weights 1 to 11, and 3 to 11, 1, 2 where that gives 10.
"""

import re
from collections.abc import Iterator

from stdnum import iban

from plugins.checks.passages import Passage, bare
from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.places import place_in
from plugins.documents.identifiers import is_card_number, is_iin

_ALLOWED_IN = ("content/pages/contacts/", "content/site.yaml")
"""Where phones, addresses and e-mail of the cooperative are given."""
_WORTH_A_LOOK = re.compile(r"\d|@")
_LATIN = str.maketrans("АВЕЗКМНОРСТУХ", "ABEZKMHOPCTYX")
_DIGITS = {first + digit: str(digit) for first in (0xFF10, 0x0660, 0x06F0) for digit in range(10)}
"""Wide and Arabic digits."""
_GAP = r"[ \t\u00a0\u202f\u2011\u2013()./-]{0,4}"
_MONEY = r"(?!\d|\s{0,2}(?:₸|тең|тен))"
_NAME = r"(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{1,40}(?:\s+(?:батыр\w*|хана?|бия?|ана))?"
_NO_COUNT = r"(?![\d-]|[ \u00a0](?:адам|человек|сағат|час|үй|дом|жыл|год|лет|мин))"
_MOBILE = r"(?:70[0-8]|747|75[01]|76[0-4]|771|77[5-8])"
_FORMS = {
    "iin": re.compile(rf"(?<!\d)(?:\d{_GAP}){{11}}\d{_MONEY}"),
    "card": re.compile(rf"(?<!\d)(?=[3-6]|22)(?:\d{_GAP}){{15}}\d(?!\d)"),
    "account": re.compile(r"\b[KК][ZЗ](?:[ \u00a0\u202f.-]{0,2}[A-Z0-9АВЕЗКМНОРСТУХ]){18}\b", re.IGNORECASE),
    "phone": re.compile(
        rf"(?<![\d+])(?:\+?{_GAP}(?:00)?7|8){_GAP}7(?:{_GAP}\d){{9}}(?!\d|[ \u00a0\u202f]\d{{3}}\b){_MONEY}"
        rf"|(?<![\d+])\(?{_MOBILE}\)?[ \u00a0.-]{{1,2}}\d{{3}}[ \u00a0.-]{{1,2}}\d{{2}}[ \u00a0.-]{{0,2}}\d{{2}}(?!\d){_MONEY}"
        rf"|(?<![\d№=/#.-])(?<!№ )\b{_MOBILE}\d{{7}}(?![\d-]){_MONEY}"
        rf"|(?:[Тт]ел(?:ефон\w*|\.)?|[Ww]hats[Aa]pp|[Бб]айланыс\w*)\W{{1,3}}{_MOBILE}\d{{7}}(?!\d)",
    ),
    "email": re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|mail|bk|list|inbox|internet|yandex|ya|yahoo|hotmail|outlook|icloud|rambler)\.(?:com|ru|kz)\b",
        re.IGNORECASE,
    ),
    "identity-card": re.compile(
        r"(?:[Уу]достоверени\w+(?:\s+личности)?|(?:[Жж]еке\s+)?[Кк]уәлі[гк]\w*|[Пп]аспорт\w*)[^\d\n]{0,30}\b0\d{2}[ \u00a0]?\d{3}[ \u00a0]?\d{3}\b"
    ),
    "plate": re.compile(
        r"\b\d{3}[ \u00a0]?(?!KZT|USD|EUR|RUB|[IVX]+\b|ТОО|КМ\b|НКО|СМС)[A-ZАВСЕНКМОРТХУ]{2,3}[ \u00a0]?(?:0[1-9]|1\d|20)\b"
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
        r"|\b\d+-үй\w*,?\s*\d+-пәтер|(?<![\w-])[\w-]{1,40}\s+(?:ы/а|ықшамаудан\w*|көшесі)\W{1,3}\d+ үй\w*,?\s*\d+ пәтер",
    ),
}
"""An address with a flat is somebody's home, whatever it begins with."""


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every number or address of a person."""
    if _WORTH_A_LOOK.search(passage.text):  # each form has one, and most passages have none
        for kind, offset in _found_in(passage.text.translate(_DIGITS), passage):
            yield Problem(passage.path, *passage.place(offset), "personal-data-in-text", {"kind": Phrase(kind)})
    for text, line, column in passage.signs:
        for kind, offset in _found_in(text, passage):
            place = place_in(text, offset, line, column)
            yield Problem(passage.path, *place, "personal-data-in-text", {"kind": Phrase(kind)})


def _found_in(text: str, passage: Passage) -> Iterator[tuple[str, int]]:
    """Yield kind and place of everything personal in words of a passage."""
    for kind, pattern in _FORMS.items():
        if kind in ("phone", "address", "email") and passage.path.startswith(_ALLOWED_IN):
            continue
        for match in pattern.finditer(text):
            if _passes_check_digits(kind, match.group(0)) and bare(match.group(0)) not in passage.declared:
                before = len(match.group(0)) - len(match.group(0).lstrip("/ "))
                yield kind, match.start() + before


def _passes_check_digits(kind: str, found: str) -> bool:
    """Return whether a number is one that may exist; kinds without a check digit always pass."""
    if kind == "account":
        # the country's letters are often typed on a Russian keyboard
        return bool(iban.is_valid(re.sub(r"[^\w]", "", found).upper().translate(_LATIN)))
    digits = re.sub(r"\D", "", found)
    return is_iin(digits) if kind == "iin" else kind != "card" or is_card_number(digits)
