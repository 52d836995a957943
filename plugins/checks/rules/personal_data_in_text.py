"""No number that names one person, or opens somebody's account, stands in a text.

What is once on the web cannot be taken back, and fraudsters collect it. A number of twelve digits is taken for an IIN
when its check digit is right, and so are a card (Luhn) and an account (IBAN, ISO 13616).
Source: law 94-V on personal data, arts 11 and 15. IIN check digit: weights 1…11, and 3…11, 1, 2 where that gives 10.
"""

import re
from collections.abc import Iterator

from stdnum import iban

from plugins.checks.passages import Passage
from plugins.diagnostics import Phrase, Problem
from plugins.documents.identifiers import is_card_number, is_iin

_PHONES_ALLOWED_IN = ("content/pages/contacts/", "content/site.yaml")
_LATIN = str.maketrans("КЗ", "KZ")
_DIGIT = re.compile(r"\d")
_GAP = r"[ \u00a0\u202f\u2011-]?"
_NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+(?:батыр\w*|хана?|бия?|ана))?"
_FORMS = {
    "iin": re.compile(rf"(?<!\d)(?:\d{_GAP}){{11}}\d(?!\d|\s?(?:₸|тең|тен))"),  # a sum is no IIN
    "card": re.compile(rf"(?<!\d)(?:\d{{4}}{_GAP}){{3}}\d{{4}}(?!\d)"),
    "account": re.compile(rf"\b[KК][ZЗ]\d{{2}}{_GAP}(?:[A-Z0-9]{{4}}{_GAP}){{4}}", re.IGNORECASE),
    "phone": re.compile(
        rf"(?<!\d)(?:\+7|8){_GAP}\(?7(?:\d{{2}}\)?{_GAP}\d{{3}}|\d{{3}}\)?{_GAP}\d{{2}}){_GAP}\d{{2}}{_GAP}\d{{2}}(?!\d)"
    ),
    "plate": re.compile(r"\b\d{3}[ \u00a0]?(?!KZT|USD|EUR|RUB|[IVX]+\b)[A-Z]{2,3}[ \u00a0]?(?:0[1-9]|1\d|20)\b"),
    "vin": re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-HJ-NPR-Z0-9]{17}\b"),
    "address": re.compile(
        rf"\b(?:[Уу]л(?:ица|\.)|(?<!и\s)[Пп]р(?:оспект|\.)|[Кк]өше(?:сі)?|[Дд]аңғылы)\s+{_NAME},?\s+(?:д(?:ом|\.)\s*|үй\s*)?\d+"
        rf"|\b(?:[Уу]лиц[еуы]|[Пп]роспект\w+)\s+{_NAME},\s+(?:д(?:ом|\.)\s*)?\d+"
        rf"|\b{_NAME}\s+(?:көшесі|даңғылы)(?:\w*,)?\s+\d+",
    ),
}


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every number or address of a person."""
    if not _DIGIT.search(passage.text):  # each form has one, and most passages have none
        return
    for kind, pattern in _FORMS.items():
        if kind in ("phone", "address") and passage.path.startswith(_PHONES_ALLOWED_IN):
            continue
        for match in pattern.finditer(passage.text):
            if not _passes_check_digits(kind, match.group(0)):
                continue
            line, column = passage.place(match.start())
            yield Problem(passage.path, line, column, "personal-data-in-text", {"kind": Phrase(kind)})


def _passes_check_digits(kind: str, found: str) -> bool:
    """Return whether a number is one that may exist; kinds without a check digit always pass."""
    if kind == "account":
        # the country's letters are often typed on a Russian keyboard
        return bool(iban.is_valid(re.sub(r"[^\w]", "", found).upper().translate(_LATIN)))
    digits = re.sub(r"\D", "", found)
    return is_iin(digits) if kind == "iin" else kind != "card" or is_card_number(digits)
