"""No number that names one person, or opens somebody's account, is in a text.

What is once on the web cannot be taken back, and fraudsters collect it. A number of twelve digits is taken for an IIN
when its check digit is right, when it is written in one piece and begins with a day of birth, or when it is called one. A
card (Luhn) and an account (IBAN, ISO 13616) have the right check digit. Digits are read in any grouping: dots, dashes,
brackets, double spaces, parts in bold, other digits, letters that look like digits, a new line (`plain_numbers.py`); over two
cells, or glued together (`split_numbers.py`). Groups of three digits before a
currency are a sum. A street with a number is right where a public place is named. What the cooperative states of itself in
`site.yaml` is no secret.
Source: law 94-V on personal data, arts 11 and 15. IIN check digit: weights 1 to 11, and 3 to 11, 1, 2 where that gives 10.
"""

import re
from collections.abc import Iterator, Mapping

from stdnum import iban

from plugins.checks.home_addresses import HOME_ADDRESS, REST_OF_ADDRESS, is_of_a_public_place
from plugins.checks.passages import Passage, bare
from plugins.checks.plain_numbers import MAY_BE_DISGUISED, plain_text, with_digits
from plugins.checks.split_numbers import glued_numbers
from plugins.diagnostics import Phrase, Problem
from plugins.diagnostics.places import place_in
from plugins.documents.identifiers import is_card_number, is_iin

_ALLOWED_IN = ("content/pages/contacts/", "content/site.yaml")
"""Where phones, addresses and e-mail of the cooperative are given."""
_LATIN = str.maketrans("АВЕЗКМНОРСТУХ", "ABEZKMHOPCTYX")
_NOUGHTS_AND_ONES = str.maketrans("OIL", "011")
_GAP = r"[ \t\n\u00a0\u202f\u2010-\u2015\u2212()./-]{0,4}"
_MONEY = re.compile(r"\s{0,2}(?:₸|тең|тен)")
_OF_A_SUM = re.compile(r"\d{1,3}(?:\D\d{3})+")
"""Sums are written in groups of three digits; a number of a person is not."""
_AT = r"(?:\s?@\s?|\s?[\[({]\s?(?:at|@|собака|эт)\s?[\])}]\s?|\s(?:собака|at)\s)"
_DOT = r"(?:\s?\.\s?|\s?[\[({]\s?(?:dot|точка|нүкте)\s?[\])}]\s?|\s(?:точка|нүкте|dot)\s)"
"""How an address is written to hide it from programs."""
_MAIL_HOST = r"(?:gmail|mail|bk|list|inbox|internet|yandex|ya|yahoo|hotmail|outlook|icloud|rambler)"
_MOBILE = r"(?:70[0-8]|747|75[01]|76[0-4]|771|77[5-8])"
_PLATE_LETTER = "[A-ZАВСЕНКМОРТХУ]"
_FORMS: Mapping[str, Mapping[str, str]] = {
    "iin": {"990101 500 125": rf"(?<!\d)(?:\d{_GAP}){{11}}\d(?!\d)"},
    "card": {"4111 1111 1111 1111": rf"(?<!\d)(?=[3-6]|22)(?:\d{_GAP}){{15}}\d(?!\d)"},
    "account": {
        "KZ86 125K ZT50 0410 0100": rf"(?i:(?<![A-Z0-9])[KК]{_GAP}[ZЗ](?:{_GAP}[A-Z0-9АВЕЗКМНОРСТУХ]){{18}}(?![A-Z0-9]))"
    },
    "phone": {
        "+7 701 234 56 78": rf"(?<![\d+])(?:\+?{_GAP}(?:00)?7|8){_GAP}7(?:{_GAP}\d){{9}}(?!\d|[ \u00a0\u202f]\d{{3}}\b)",
        "(701) 234-56-78": rf"(?<![\d+])\(?{_MOBILE}\)?[ \u00a0.-]{{1,2}}\d{{3}}[ \u00a0.-]{{1,2}}\d{{2}}[ \u00a0.-]{{0,2}}\d{{2}}(?!\d)",
        "7012345678": rf"(?<![\d№=/#.-])(?<!№ )\b{_MOBILE}\d{{7}}(?![\d-])",
        "тел. 7012345678": rf"(?:[Тт]ел(?:ефон\w*|\.)?|[Ww]hats[Aa]pp|[Бб]айланыс\w*)\W{{1,3}}{_MOBILE}\d{{7}}(?!\d)",
    },
    "email": {
        "name@mail.ru": rf"(?i:(?<![\w.+-])[\w.+-]{{1,64}}{_AT}{_MAIL_HOST}{_DOT}(?:com|ru|kz)\b)",
    },
    "identity-card": {
        "куәлігі 045 678 901": r"(?:[Уу]достоверени\w+(?:\s+личности)?|(?:[Жж]еке\s+)?[Кк]уәлі[гк]\w*|[Пп]аспорт\w*)[^\d\n]{0,30}\b0\d{2}[ \u00a0]?\d{3}[ \u00a0]?\d{3}\b",
        "жеке куәлігі 512 345 678": r"(?:[Уу]достоверени\w+\s+личности|[Жж]еке\s+куәлі[гк]\w*)[^\d\n]{0,30}\b\d{3}[ \u00a0]?\d{3}[ \u00a0]?\d{3}\b",
        "паспорт 45 09 123456": r"[Пп]аспорт\w*(?:[ \u00a0]+[^\W\d]{2,12}){0,2}[^\w\n]{0,5}(?:[A-ZА-Я]{0,2}[ \u00a0]?\d{7,8}\b|\d{2}[ \u00a0]?\d{2}[ \u00a0]?\d{6}\b)",
        "N12345678": r"\bN\d{8}\b",
    },
    "plate": {
        "123 ABC 16": rf"\b\d{{3}}[ \u00a0]?(?!KZT|USD|EUR|RUB|[IVX]+\b|ТОО|КМ\b|НКО|СМС){_PLATE_LETTER}{{2,3}}[ \u00a0]?(?:0[1-9]|1\d|20)\b",
        "А123ВСМ": rf"\b{_PLATE_LETTER}\d{{3}}(?!КМ|ММ|СМ){_PLATE_LETTER}{{2,3}}\b",
        "машина А 123 ВСМ": rf"(?:\b[Мм]ашин|\b[Аа]вто|[Кк]өлі[гк]|[Гг]ос\.?\s?номер|[Мм]емлекеттік\s+нөмір)[^\d.!?\n]{{0,40}}\b{_PLATE_LETTER}[ \u00a0-]\d{{3}}[ \u00a0-]{_PLATE_LETTER}{{2,3}}\b",
    },
    "vin": {"XTA210990Y2766389": r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-HJ-NPR-Z0-9]{17}\b"},
}
"""Of each kind, a pattern for each way to write one, by an example."""
_PATTERNS = {kind: re.compile("|".join(forms.values())) for kind, forms in _FORMS.items()} | {"address": HOME_ADDRESS}
_OF_DIGITS = ("iin", "card", "phone")
"""Kinds in which people write letters for digits that look like them."""
_CALLED_IIN = re.compile(r"(?:\bИИН|\bЖСН|\bIIN)[^\d\n]{0,20}\Z", re.IGNORECASE)
_DAY_OF_BIRTH = re.compile(r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}")


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
    found = list(_in_plain(plain.text, _PATTERNS, passage))
    found += glued_numbers(plain.text)
    if (digits := with_digits(plain.text)) != plain.text:
        places = {place for _, start, end in found for place in range(start, end)}
        misread = _in_plain(digits, {kind: _PATTERNS[kind] for kind in _OF_DIGITS}, passage)
        found += (one for one in misread if places.isdisjoint(range(*one[1:])))
    for kind, start, end in found:
        yield kind, plain.place(start), plain.place(end - 1) + 1


def _in_plain(text: str, patterns: Mapping[str, re.Pattern[str]], passage: Passage) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in patterns.items():
        if kind in ("phone", "address", "email") and passage.path.startswith(_ALLOWED_IN):
            continue
        for match in pattern.finditer(text):
            if _is_of_a_person(kind, match) and bare(match[0]) not in passage.declared:
                before = len(match[0]) - len(match[0].lstrip("/ "))
                rest = REST_OF_ADDRESS.match(text, match.end()) if kind == "address" else None
                yield kind, match.start() + before, rest.end() if rest else match.end()


def _is_of_a_person(kind: str, match: re.Match[str]) -> bool:
    """Return whether a number is one that may exist, and an address not that of a public place."""
    found = match.group(0)
    if kind == "account":
        # the country's letters are often typed on a Russian keyboard
        account = re.sub(r"[^\w]", "", found).upper().translate(_LATIN)
        return bool(iban.is_valid(account) or iban.is_valid(account.translate(_NOUGHTS_AND_ONES)))
    if kind == "address":
        return not is_of_a_public_place(match)
    is_before_money = kind in ("iin", "phone") and bool(_MONEY.match(match.string, match.end()))
    if is_before_money and _OF_A_SUM.fullmatch(found):
        return False
    digits = re.sub(r"\D", "", found)
    if kind == "iin":
        is_called_one = bool(_CALLED_IIN.search(match.string, max(0, match.start() - 30), match.start()))
        return is_iin(digits) or is_called_one or bool(not is_before_money and _DAY_OF_BIRTH.fullmatch(found))
    return kind != "card" or is_card_number(digits)
