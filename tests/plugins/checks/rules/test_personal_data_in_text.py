"""Numbers and addresses of persons; and sums, laws and dates, which must not be taken for them.

The IINs are of people who would be born in 2099, the cards are the test numbers of payment systems.
"""

from pathlib import Path

import pytest

from plugins.checks.results import check as check_all
from plugins.checks.rules import personal_data_in_text
from plugins.documents.identifiers import is_card_number, is_iin
from tests.plugins.checks.checked import checked_site, found_in, kinds, passages_in, write_case
from tests.plugins.model.edits import replaced

NB = "\u00a0"

# 9·1+9·2+0·3+1·4+0·5+1·6+5·7+0·8+0·9+1·10+2·11 = 104 = 9·11+5
# the same with 7 0 at the end: 142 = 12·11+10; weights 3…11, 1, 2: 27+36+6+8+45+7 = 129 = 11·11+8
# the same with 7 1 at the end: 153 = 13·11+10, then 131 = 11·11+10: such numbers are not given out
# a BIN of May '99: 9+18+0+20+20+0+0+0+0+10+22 = 99 = 9·11+0
# day 32: 9+18+0+4+15+12+35+0+0+10+22 = 125 = 11·11+4; century 9: 9+18+0+4+0+6+63+0+0+10+22 = 132 = 12·11+0
IINS = {
    "first weighting": ("990101500125", True),
    "first weighting, another digit": ("990101500124", False),
    "second weighting": ("990101500708", True),
    "second weighting, the digit 0 instead of 10": ("990101500700", False),
    "BIN": ("990540000120", True),
    "BIN, another digit": ("990540000121", False),
    "all noughts": ("000000000000", False),
    "day 32": ("990132500124", False),
    "no such century": ("990101900120", False),
    "month 13": ("991301500125", False),
    "month 00": ("990001500125", False),
    "eleven digits": ("99010150012", False),
    "thirteen digits": ("9901015001250", False),
    "no digits": ("әғқңөұүһіёйц", False),
    "empty": ("", False),
}


@pytest.mark.parametrize(("digits", "expected"), IINS.values(), ids=IINS)
def test_an_iin_has_a_date_and_the_right_check_digit(digits: str, expected: bool) -> None:
    assert is_iin(digits) is expected


@pytest.mark.parametrize("last", "0123456789")
def test_no_digit_is_right_where_both_weightings_give_ten(last: str) -> None:
    assert not is_iin(f"99010150071{last}")


def test_one_check_digit_of_ten_is_right() -> None:
    assert [last for last in "0123456789" if is_iin(f"99010150012{last}")] == ["5"]


CARDS = {
    "Visa": ("4111111111111111", True),
    "MasterCard": ("5555555555554444", True),
    "last digit wrong": ("4111111111111112", False),
    "two digits exchanged": ("1411111111111111", False),
    "one digit only": ("0000000000000000", False),
    "empty": ("", False),
}


@pytest.mark.parametrize(("digits", "expected"), CARDS.values(), ids=CARDS)
def test_a_card_passes_the_luhn_check(digits: str, expected: bool) -> None:
    assert is_card_number(digits) is expected


# text, (column, kind) of each fault
CASES: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "wide digits": ("８７０１２３４５６７８", [(1, "phone")]),
    "a bare mobile number": ("Айгүл 7012345678", [(7, "phone")]),
    "identity card in groups": ("Куәлігінің нөмірі 042 567 891", [(1, "identity-card")]),
    "account with letters of both alphabets": ("Счёт КЗ86 125К ZТ50 0410 0100", [(6, "account")]),
    "flat in short, ru": ("ул.Абая 15 кв.40", [(1, "address")]),
    "flat in short, kk": ("Абай к-сі, 15-40.", [(1, "address")]),
    "a district in short": ("мкр-н Самал 7-12", [(1, "address")]),
    "IIN, first": ("990101500125 — ЖСН", [(1, "iin")]),
    "IIN, middle": ("ЖСН 990101500125 болды", [(5, "iin")]),
    "IIN, last": ("оның ЖСН-і 990101500125", [(12, "iin")]),
    "IIN by the second weighting": ("ИИН: 990101500708.", [(6, "iin")]),
    "IIN with spaces": ("ИИН 990101 500 125", [(5, "iin")]),
    "IIN with no-break spaces": (f"ИИН 990101{NB}500{NB}125", [(5, "iin")]),
    "IIN with narrow spaces": ("ИИН 990101\u202f500\u202f125", [(5, "iin")]),
    "IIN with hyphens": ("ИИН 990101-500125", [(5, "iin")]),
    "IIN after another number": ("5 990101500125", [(3, "iin")]),
    "two IINs": ("990101500125, 990101500708", [(1, "iin"), (15, "iin")]),
    "BIN": ("БСН 990540000120", [(5, "iin")]),
    "card": ("карта 4111 1111 1111 1111", [(7, "card")]),
    "card without spaces": ("карта 5555555555554444", [(7, "card")]),
    "card with no-break spaces": (f"4111{NB}1111{NB}1111{NB}1111", [(1, "card")]),
    "card with hyphens": ("4111-1111-1111-1111", [(1, "card")]),
    "account": ("ИИК KZ86125KZT5004100100.", [(5, "account")]),
    "account with spaces": ("KZ86 125K ZT50 0410 0100", [(1, "account")]),
    "account with Cyrillic look-alikes": ("шот КZ86125KZT5004100100", [(5, "account")]),
    "account in small letters": ("kz86125kzt5004100100", [(1, "account")]),
    "phone": ("тел. +7 701 234 56 78", [(6, "phone")]),
    "phone with eight and brackets": ("8 (701) 234-56-78", [(1, "phone")]),
    "phone without spaces": ("87012345678", [(1, "phone")]),
    "phone with no-break spaces": (f"+7{NB}701{NB}234{NB}56{NB}78", [(1, "phone")]),
    "phone of a house": ("8 (7232) 12-34-56", [(1, "phone")]),
    "phone in short groups": ("8-777-123-4567", [(1, "phone")]),
    "plate": ("көлігі 123 ABC 16 еді", [(8, "plate")]),
    "plate without spaces": ("123ABC16", [(1, "plate")]),
    "plate of an organisation": ("нөмірі 123 AB 01", [(8, "plate")]),
    "VIN": ("шанағы XTA210990Y2766389", [(8, "vin")]),
    "street, Russian": ("живёт: улица Абая, 15", [(8, "address")]),
    "street, Russian, shortened": ("ул. Абая 15, кв. 3", [(1, "address")]),
    "street with a house": ("ул. Ёлкина, дом 5", [(1, "address")]),
    "street at the beginning of a sentence": ("Улица Абая, 15.", [(1, "address")]),
    "street in another case": ("живёт на улице Абая, 15", [(10, "address")]),
    "street of two words, Russian": ("улица Кабанбай батыра, 15", [(1, "address")]),
    "avenue, Russian": ("пр. Назарбаева, 5", [(1, "address")]),
    "street, Kazakh": ("Абай көшесі, 15-үй", [(1, "address")]),
    "street with ә ғ қ ң ө ұ ү һ і": ("Үйі: Әғқңөұүһі көшесі 15", [(6, "address")]),
    "street of two words, Kazakh": ("Қабанбай батыр көшесі, 15", [(1, "address")]),
    "street in another case, Kazakh": ("Абай көшесінде, 15-үйде", [(1, "address")]),
    "avenue, Kazakh": ("Тәуелсіздік даңғылы 3", [(1, "address")]),
    "IIN with points": ("ИИН 990101.500.125", [(5, "iin")]),
    "IIN with double spaces": ("ЖСН 990101  500125", [(5, "iin")]),
    "phone with points": ("тел. +7.701.234.56.78", [(6, "phone")]),
    "phone with double spaces": ("+7  701  234  56  78", [(1, "phone")]),
    "phone with long dashes": ("8–701–234–56–78", [(1, "phone")]),
    "phone with 007": ("007 701 234 56 78", [(1, "phone")]),
    "phone with its middle in bold": ("+7 701   234   56 78", [(1, "phone")]),
    "phone without a prefix, in groups": ("701 234 56 78", [(1, "phone")]),
    "phone without a prefix, with hyphens, last": ("хабарласыңыз: 777-123-45-67", [(15, "phone")]),
    "phone without a prefix, after its name": ("WhatsApp: 7011234567", [(1, "phone")]),
    "card in odd groups": ("41111 11111 111111", [(1, "card")]),
    "card with points": ("5555.5555.5555.4444", [(1, "card")]),
    "account in odd groups": ("KZ 861 25K ZT5 004 100 100", [(1, "account")]),
    "plate in Cyrillic": ("123 АВС 16", [(1, "plate")]),
    "a district with a flat, Russian": ("живёт: 5-й микрорайон, д. 15, кв. 40", [(24, "address")]),
    "a district with a house, Russian": ("мкр. Самал-2, д. 15", [(1, "address")]),
    "a district, Kazakh": ("Жастар ықшамауданы, 15-үй, 40-пәтер", [(21, "address")]),
    "a flat without a street": ("дом 7, квартира 12", [(1, "address")]),
    "a private e-mail": ("жазыңыз: aigul.s@mail.ru", [(10, "email")]),
    "a private e-mail with a digit": ("Aigul1985@gmail.com", [(1, "email")]),
    "identity card, Russian": ("удостоверение личности № 012345678", [(1, "identity-card")]),
    "identity card, Kazakh": ("жеке куәлігі № 045678901", [(1, "identity-card")]),
    "a mistyped IIN in one piece": ("Айгүл 990101500124", [(7, "iin")]),
    "a mistyped IIN that is called one, kk": ("ЖСН-і 990101 500 124 еді", [(7, "iin")]),
    "a mistyped IIN that is called one, ru": ("Её ИИН: 990101-500-124", [(9, "iin")]),
    "phone with dashes of print": ("тел. +7—701—234—56—78", [(6, "phone")]),
    "phone with the minus sign": ("8−701−234−56−78", [(1, "phone")]),
    "e-mail with [at]": ("жазыңыз: aigul.s [at] gmail.com", [(10, "email")]),
    "e-mail with (собака)": ("пишите: aigul.s (собака) mail.ru", [(9, "email")]),
    "e-mail in words": ("aigul собака mail точка ru", [(1, "email")]),
    "e-mail with blanks": ("aigul @ gmail . com", [(1, "email")]),
    "passport, a letter and eight digits": ("паспорт N12345678", [(1, "identity-card")]),
    "passport with a blank": ("Паспорты № N 12345678.", [(1, "identity-card")]),
    "passport of Russia": ("паспорт 45 09 123456", [(1, "identity-card")]),
    "passport number by itself": ("құжаты N12345678", [(8, "identity-card")]),
    "identity card of another series": ("жеке куәлігі 512 345 678", [(1, "identity-card")]),
    "plate of the old kind": ("көлігі А 123 ВСМ еді", [(1, "plate")]),
    "plate of the old kind, ru": ("машина с номером F 123 ABC", [(1, "plate")]),
    "plate of the old kind in one piece": ("А123ВСМ", [(1, "plate")]),
    "flat in short in a district": ("Самал-2, 33 үй, 71 п. мекенжайы", [(1, "address")]),
    "flat in short, hyphens": ("15-үй, 40-пәт.", [(1, "address")]),
    "a home beside a public place": ("улица Абая, 15, рядом со школой", [(1, "address")]),
    "a home beside a public place, kk": ("Абай көшесі, 15, мектептің жанында", [(1, "address")]),
    "a flat of a school's house": ("в доме школы: ул. Абая, 15, кв. 3", [(15, "address")]),
    "a public place in the sentence before": ("Он был в библиотеке. Улица Абая, 15.", [(22, "address")]),
    "IIN before a currency": ("990101500125 ₸, 990101500125 теңге", [(1, "iin"), (17, "iin")]),
    "phone before a currency": ("+77012345678 ₸", [(1, "phone")]),
    "IIN over two lines": ("990101\n500125", [(1, "iin")]),
    "card over two lines, with a break": ("41111111  \n11111111", [(1, "card")]),
    "account over two lines": ("KZ86125K\nZT5004100100", [(1, "account")]),
    "phone over two lines": ("+7701\n2345678", [(1, "phone")]),
    "account glued to a word": ("шотыKZ86125KZT5004100100", [(5, "account")]),
    "account letter by letter": (" ".join("KZ86125KZT5004100100"), [(1, "account")]),
    "passport": ("N12345678 төлқұжаты", [(1, "identity-card")]),
    "e-mail with its sign in words": ("aigul (at) gmail.com", [(1, "email")]),
    "e-mail with both signs in words": ("aigul [at] bk [dot] ru", [(1, "email")]),
    "wide e-mail": ("ａｉｇｕｌ＠ｇｍａｉｌ．ｃｏｍ", [(1, "email")]),
    **{
        f"IIN in {name} digits": (f"ЖСН {digits}", [(5, "iin")])
        for name, digits in (
            ("circled", "⑨⑨⓪①⓪①⑤⓪⓪①②⑤"), ("raised", "⁹⁹⁰¹⁰¹⁵⁰⁰¹²⁵"), ("Indian", "९९०१०१५००१२५"),
            ("mathematical", "𝟗𝟗𝟎𝟏𝟎𝟏𝟓𝟎𝟎𝟏𝟐𝟓"), ("numbered", "&#57;&#x39;0101500125"),
        )
    },
    **{
        f"IIN with U+{ord(sign):04X}": (f"ЖСН {sign.join('990101500125')}", [(5, "iin")])
        for sign in "\u00ad\u034f\u200b\u2009\ufe0f\u0332\u3164\u180e"
    },
    **{
        f"{kind} with {sign} between": (sign.join(groups), [(1, kind)])
        for sign in "—·_−\\|*,:'’~+"
        for kind, groups in (
            ("iin", ("990", "101", "500", "125")), ("card", ("4111", "1111", "1111", "1111")), ("phone", ("+7", "701", "234", "5678")),
            ("account", ("KZ86", "125K", "ZT50", "0410", "0100")),
        )
    },
    "IIN with noughts as letters": ("ЖСН 99O1O15ОО125", [(5, "iin")]),
    "IIN with ones as letters": ("ИИН 990l0І500l25", [(5, "iin")]),
    "card with letters": ("4lll llll llll llll", []),
    "card with some letters": ("41l1 11l1 1І11 1111", [(1, "card")]),
    "phone with noughts as letters": ("8 7ОО OO0 1О 2О, +7 7O1 234 56 78", [(1, "phone"), (18, "phone")]),
    "account with noughts as letters": ("ИИК KZ86125KZT5OO41OO1OO", [(5, "account")]),
    "two IINs glued": ("990101500125990101500708", [(1, "iin"), (13, "iin")]),
    "an IIN and a phone glued": ("ЖСН 99010150012587012345678.", [(5, "iin"), (17, "phone")]),
    "a card and an IIN glued": ("4111111111111111990101500125", [(1, "card"), (17, "iin")]),
    "a place behind what is not seen": ("\u200bЖСН&nbsp;990101500125", [(11, "iin")]),
    "IIN and phone": ("990101500125 +7 701 234 56 78", [(1, "iin"), (14, "phone")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_personal_data_is_reported_where_it_begins(text: str, expected: list[tuple[int, str]], language: str) -> None:
    assert kinds(found_in(personal_data_in_text.check, text, language)) == expected


def test_personal_data_on_a_later_line_is_reported_there() -> None:
    found = found_in(personal_data_in_text.check, "ёлка\nәғқ\nИИН 990101500125")
    assert [(line, column) for line, column, _ in found] == [(3, 5)]


FINE = {
    "a count on a street": "Абай көш. 15-20 адам; мкр. Самал 15-20 человек",
    "a number of ten digits in an address": "№ 7012345678, id=7012345678",
    "empty": "",
    "no digit": "Улица Абая, дом бабушки; ЖСН, БСН, көше",
    "number of a law": f"№{NB}197-II заңның 5-бабы, № 142-II, № 372-V, № 94-I",
    "number of a law without a hyphen": "№ 197 II 11-бап, № 142 II 14 бап",
    "sum": "350 000 ₸",
    "sum with no-break spaces": f"350{NB}000{NB}₸, 412{NB}860{NB}₸, 10{NB}000{NB}000{NB}₸",
    "sum of thousands of millions": f"120{NB}300{NB}000{NB}000{NB}₸",
    "sum that looks like an IIN": "990 101 500 125 ₸",
    "sum that looks like an IIN, in words": "990 101 500 125 теңге, 990\u00a0101\u00a0500\u00a0125 тенге",
    "times and ranges": "9:00–18:00, 12:30:45, 2023/2024/2025/2026, 7-8-9-10-11-12-13-14",
    "raised figures": "120 м², 5·10⁶, 8⁷",
    "a list of figures": "87, 701, 234, 567, 812; 7, 75, 100, 200, 300",
    "a sum with commas": "87,012,345,678 ₸",
    "places by words": "сайт mail точка",
    "sum in an international currency": "500 KZT 12 ай, 100 USD 10 ай",
    "date, kk": "2001 жылғы 8 мамыр",
    "dates": "28.11.2025, 2025-11-28, 8 мая 2001 года",
    "years": "2023 2024 2025",
    "years, with the digits of no IIN": "2010–2011, 2012 және 2013 жылдар",
    "free telephone of no person": "8 (800) 080 70 70",
    "short telephone": "1414, 109, 8 (7172) 74",
    "a public place, ru": "В библиотеке на улице Абая, 15; суд: ул. Абая, 15",
    "a public place, ru, after it": "Улица Абая, 15, Дворец культуры",
    "a public place, kk": "Абай көшесі, 15 мекенжайындағы кітапханада; Абай көшесі, 15-үй, аудан соты",
    "a passport without a number": "паспорт и 12 копий, паспорт 2024 года, паспорты 5 жыл",
    "a letter, a number, capitals": "С 123 НПО, в 100 ТОО, А 100 теңге, класс А 123 ВСЕ",
    "mail that is no address": "Gmail и Mail.ru — почта, gmail.com сайты, письмо @ 5",
    "twelve digits with blanks that are no IIN": "990101 500 124",
    "twelve digits that are no IIN": "123456789012 999999999999",
    "eleven and thirteen digits": "99010150012 9901015001250",
    "IIN inside a longer number": "19901015001250",
    "sixteen digits that are no card": "4111 1111 1111 1112 және 0000 0000 0000 0000",
    "IIN with a letter inside": "990101O500125",  # Latin O
    "an account with a wrong check digit": "ИИК KZ87125KZT5004100100",
    "twenty signs that are no account": "ҚZ86125KZT5004100100 KZ86125",
    "years that make sixteen digits": "2023 2024 2025 2026 жылдар",
    "a sum of ten digits": "7 012 345 678 ₸, 8 701 234 567 теңге",
    "a sum before more digits": "8 701 234 567 890",
    "an e-mail of an institution": "info@gov.kz, kense@halyk.kz",
    "a number of a contract": "шарт № 012345678, договор № 2026-15",
    "houses without flats": "дом 15, в доме 5 квартир, 12-үй, 5 пәтер",
    "a count beside capitals": "100 ТОО 15, 123 КМ 12 мин",
    "districts without houses": "микрорайон Самал-2, 5 школ и сад; 3 ықшамаудан",
    "plate of no region": "123 ABC 21, 123 abc 01",
    "order of the government": "2012 жылғы 26 наурыздағы № 137 қаулы",
    "address of a law": "Z010000197, V1200007663, K940001000",
    "seventeen letters": "ABCDEFGHJKLMNPRST",
    "street without a house": "Абай көшесі мен Ёлкина улица",
    "a street with houses": "На улице Абая 15 домов, Абай көшесінде 15 үй бар",
    "and so on": "взносы и пр. Статья 25 говорит о доходе",
    "a lane of history": "Рочдейл, Тоуд-лейн, 31",
    "article and paragraph": "725-1-бап, 108-бап 2-тармақ",
    "letters beside figures": "о 5 заявках, I квартал 1990 жылғы, № 197-II заң, 2О бет, 100 О 15, IIІ бөлім 12",
    "long rows of digits": "999999999999999999999999 9901015001259901015001240 87012345678870123456780",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_names_nobody_is_not_reported(text: str, language: str) -> None:
    assert found_in(personal_data_in_text.check, text, language) == []


CONTACTS = "+7 701 234 56 78, ул. Абая, 15"
PLACES = {
    "contacts, kk": ("content/pages/contacts/index.kk.md", []),
    "contacts, ru": ("content/pages/contacts/index.ru.md", []),
    "contacts, facts": ("content/pages/contacts/facts.yaml", []),
    "facts of the cooperative": ("content/site.yaml", []),
    "news": ("content/news/a/index.kk.md", [(1, "phone"), (19, "address")]),
    "a testimonial": ("content/testimonials/a/index.ru.md", [(1, "phone"), (19, "address")]),
    "news about contacts": ("content/news/pages/contacts/index.ru.md", [(1, "phone"), (19, "address")]),
}


@pytest.mark.parametrize(("path", "expected"), PLACES.values(), ids=PLACES)
def test_telephones_and_addresses_may_stand_among_the_contacts_only(path: str, expected: list[tuple[int, str]]) -> None:
    assert kinds(found_in(personal_data_in_text.check, CONTACTS, "ru", path)) == expected


@pytest.mark.parametrize("path", ["content/pages/contacts/index.kk.md", "content/site.yaml"])
def test_other_personal_data_stands_nowhere(path: str) -> None:
    assert kinds(found_in(personal_data_in_text.check, "ЖСН 990101500125", "kk", path)) == [(5, "iin")]


STATED = replaced(
    "site.yaml", "bin: {to_confirm: true}", 'bin: {value: "990540000120", source: {kk: Ә, ru: Ё}, as_of: 2026-11-01}'
)


def test_what_the_cooperative_states_of_itself_is_right_everywhere_and_nothing_else_is(content: Path) -> None:
    texts = {"kk": "БСН 990540 000 120, ЖСН 990101500125.", "ru": "БИН 990540000120, ИИН 990101500125."}
    for language, text in texts.items():
        write_case(content, language, f"{text}\n")

    def found() -> list[int]:
        problems = check_all(checked_site(content))
        return [problem.column for problem in problems if problem.rule == "personal-data-in-text"]

    assert sorted(found()) == [5, 5, 23, 25]
    STATED(content)
    assert sorted(found()) == [23, 25]


SIGNS = {
    "a call, first": ("[Айгүл](tel:+77012345678) айтты.", (1, 13, "phone")),
    "a call, last": ("Хабарласыңыз: [Айгүл](tel:87012345678)", (1, 27, "phone")),
    "a chat with a number": ("[жазыңыз](https://wa.me/77012345678)", (1, 25, "phone")),
    "a card in an address": ("[а](https://example.org/?k=4111111111111111)", (1, 5, "card")),
    "an account in an address": ("Оқыңыз: <https://example.org/KZ86125KZT5004100100>", (1, 10, "account")),
    "an account in code": ("Шот: `KZ86125KZT5004100100`", (1, 7, "account")),
    "a number in code, in a list": ("- бір\n- ИИН `990101500125`", (2, 8, "iin")),
    "a number in code, in a cell": ("| а | ә |\n|---|---|\n| 1 | `990101500125` |", (3, 8, "iin")),
}


HEAD = "| а | ә | б |\n|---|---|---|\n"
ROWS = {
    "an IIN": ("| 990101 | 500125 | 1 |", [(3, "iin")]),
    "an IIN behind words, in bold": ("| ЖСН **990101** | `500125` | 1 |", [(9, "iin")]),
    "an IIN in the last two": ("| 1 | 99010150 | 0125 |", [(7, "iin")]),
    "a card": ("| 1 | 41111111 | 11111111 |", [(7, "card")]),
    "a card in groups": ("| 4111 1111 | 1111 1111 | а |", [(3, "card")]),
    "a phone": ("| Айгүл | +7 701 | 234 56 78 |", [(11, "phone")]),
    "a phone with eight": ("| 8 701 | 234-56-78 | Айгүл |", [(3, "phone")]),
    "a phone and its code": ("| (701) | 234 56 78 | Айгүл |", [(3, "phone")]),
    "a phone in one piece": ("| 8701 | 2345678 | Айгүл |", [(3, "phone")]),
    "an account": ("| KZ86125KZT | 5004100100 | ИИК |", [(3, "account")]),
    "sums": ("| 8 750 000 | 145 213 | 7 701 234 |", []),
    "sums that look like an IIN": ("| 990 101 | 500 125 | 1 |", []),
    "a schedule of ungrouped sums": ("| 990101 | 500125 | 145312 |", []),
    "ungrouped sums that look like a phone": ("| 87512 | 145213 | 1 |", []),
    "round sums": ("| 8701 | 2345600 | 1 |", []),
    "years": ("| 2023 | 2024 | 2025 |", []),
    "a day and a year": ("| 8 мая | 2001 | 990101 |", []),
    "numbers that are whole in a cell": ("| 990101500125 | 87012345678 | 1 |", [(3, "iin"), (18, "phone")]),
}


@pytest.mark.parametrize(("row", "expected"), ROWS.values(), ids=ROWS)
def test_a_number_over_two_cells_is_reported_where_it_begins(row: str, expected: list[tuple[int, str]]) -> None:
    found = [problem for part in passages_in(HEAD + row, "kk") for problem in personal_data_in_text.check(part)]
    assert sorted((p.column, p.values["kind"]) for p in found if p.line == 3) == sorted(expected)
    assert len(found) == len(expected)


CASE = "testimonials/sample"
VALUES = {
    "a number by itself": ("87012345678", "phone"),
    "a number with signs": ("+7 (701) 234-56-78", "phone"),
    "an IIN that YAML takes for a figure": ("990101500125", "iin"),
    "a call": ("tel:87012345678", "phone"),
    "an address with a card": ("https://example.org/?k=4111111111111111", "card"),
    "a sum": ("120300000000", ""),
    "a check sum": ("9901015001259901015001259901015001250000", ""),
    "a day": ("2026-11-28", ""),
    "an address of a law": ("https://online.zakon.kz/Document/?doc_id=31577399&pos=5;-88", ""),
}


PLACES_OF_VALUES = {
    "front matter": ("index.ru.md", "summary: О странице.", "summary: {}"),
    "facts": ("facts.yaml", "ru: Усть-Каменогорск", "ru: {}"),
}


def reported_in(content: Path) -> list[tuple[str, int, int, str]]:
    found = (one for one in check_all(checked_site(content)) if one.rule == "personal-data-in-text")
    return [(one.path, one.line, one.column, one.values["kind"]) for one in found]


@pytest.mark.parametrize(("value", "kind"), VALUES.values(), ids=VALUES)
@pytest.mark.parametrize(("file", "before", "after"), PLACES_OF_VALUES.values(), ids=PLACES_OF_VALUES)
def test_a_value_that_is_no_prose_is_read(
    content: Path, file: str, before: str, after: str, value: str, kind: str
) -> None:
    replaced(f"{CASE}/{file}", before, after.format(f"'{value}'"))(content)
    lines = (content / CASE / file).read_text(encoding="utf-8").split("\n")
    (line,) = (number for number, text in enumerate(lines, start=1) if value in text)
    found = reported_in(content)
    assert [(path, at, what) for path, at, _, what in found] == (
        [(f"content/{CASE}/{file}", line, kind)] if kind else []
    )
    assert all(lines[line - 1][column - 1] in "+894" for _, _, column, _ in found)


DRAWN = {
    "words": ("<text x='1'>ИИН 990101500125</text>", (1, "iin")),
    "words in parts, on a later line": ("<g>\n <text>8 701 <tspan>234</tspan>\n 56 78</text></g>", (2, "phone")),
    "words without a number": ("<text>2023</text><text>2024 2025 2026</text>", None),
    "places of shapes": ("<text>а</text><path d='M990101500125 87012345678'/>", None),
    "a drawing that is not closed": ("<text>990101500125", None),
    "a drawing of many words by name": ("]><!DOCTYPE a><text>990101500125</text>", None),
}


@pytest.mark.parametrize(("inside", "expected"), DRAWN.values(), ids=DRAWN)
def test_the_words_of_a_drawing_are_read(content: Path, inside: str, expected: tuple[int, str] | None) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'
    (content / CASE / "paper.svg").write_text(drawing, encoding="utf-8")
    found = [(path, line, kind) for path, line, _, kind in reported_in(content)]
    assert found == ([(f"content/{CASE}/paper.svg", *expected)] if expected else [])


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("text", "expected"), SIGNS.values(), ids=SIGNS)
def test_code_and_links_that_call_somebody_are_read_too(
    language: str, text: str, expected: tuple[int, int, str]
) -> None:
    found = [problem for part in passages_in(text, language) for problem in personal_data_in_text.check(part)]
    assert [(problem.line, problem.column, problem.values["kind"]) for problem in found] == [expected]


@pytest.mark.parametrize(
    "text", ["[заң](https://adilet.zan.kz/rus/docs/Z010000197_)", "`inv check` 2026", "[а](tel:1414)"]
)
def test_other_code_and_links_are_not_reported(text: str) -> None:
    assert [p for part in passages_in(text, "kk") for p in personal_data_in_text.check(part)] == []
