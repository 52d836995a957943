"""Papers of other layouts than the measured forms: running text, lists, statements, seals, screens of telephones.

The finders are not tuned on what stands here: names are common ones thrown together by chance, in all cases, with initials
and without labels.
"""

from collections.abc import Callable
from random import Random

from PIL import Image

from bench.papers_set.forms import PAGE, Paper
from bench.papers_set.people import card, iban
from bench.papers_set.sheet import INK, Sheet
from bench.papers_set.somebody import MONTHS, ablative, dative, somebody

_FONTS = "/usr/share/fonts/truetype/"
_FACES = {
    "kk": (f"{_FONTS}dejavu/DejaVuSansCondensed.ttf", f"{_FONTS}dejavu/DejaVuSerifCondensed.ttf"),
    "ru": (
        f"{_FONTS}liberation/LiberationSansNarrow-Regular.ttf", f"{_FONTS}liberation/LiberationMono-Regular.ttf",
        f"{_FONTS}dejavu/DejaVuSerifCondensed.ttf",
    ),
}  # fmt: skip
_SCREEN_FACE = f"{_FONTS}dejavu/DejaVuSans.ttf"
SCREEN = (1080, 2100)


def _identity(random: Random) -> str:
    return f"0{random.randint(10_000_000, 59_999_999)}"


def _contract(sheet: Sheet, random: Random, language: str) -> None:
    one, other = somebody(random, language), somebody(random, language)
    if language == "ru":
        sheet.title("ДОГОВОР КУПЛИ-ПРОДАЖИ")
        for who, role, word in ((one, "Продавец", "Мы, гр."), (other, "Покупатель", "и гр.")):
            sheet.run(word, ("name", who.full), ",", ("birth", f"{who.day} {MONTHS['ru'][who.month - 1]} {who.year} года"),
                      "рождения, ИИН", ("iin", who.iin), ", удостоверение личности №", ("document", _identity(random)),
                      "выдано МВД РК, проживающий по адресу:", ("address", who.address), f", именуемый далее «{role}»,")  # fmt: skip
        sheet.run("заключили договор: квартира передана", ("name", dative(other, "ru")), ", деньги в сумме 14 500 000 тенге получены",
                  ("name", ablative(one, "ru")), "полностью до подписания. Зарегистрировано в реестре за №", ("register", f"{random.randint(1, 9)}-{random.randint(1000, 9999)}"))  # fmt: skip
        sheet.run("Расчёт: на счёт", ("account", iban(random)), ", телефон продавца", ("phone", one.phone))
    else:
        sheet.title("САТЫП АЛУ-САТУ ШАРТЫ")
        for who, role in ((one, "Сатушы"), (other, "Сатып алушы")):
            sheet.run("Біз, азамат", ("name", who.full), ",", ("birth", f"{who.year} жылғы {who.day} {MONTHS['kk'][who.month - 1]}"),
                      "туған, ЖСН", ("iin", who.iin), ", жеке куәлігі №", ("document", _identity(random)),
                      "ҚР ІІМ берген, мына мекенжайда тұратын:", ("address", who.address), f", бұдан әрі «{role}» деп аталады,")  # fmt: skip
        sheet.run("мына шартты жасадық: пәтер", ("name", dative(other, "kk")), "берілді, 14 500 000 теңге ақша", ("name", ablative(one, "kk")),
                  "толық алынды. Тізілімде №", ("register", f"{random.randint(1, 9)}-{random.randint(1000, 9999)}"), "болып тіркелді.")  # fmt: skip
        sheet.run("Есеп айырысу: шот", ("account", iban(random)), ", сатушының телефоны", ("phone", one.phone))
    sheet.down(1.5)
    for who in (one, other):
        sheet.scribble(sheet.left + 20, sheet.y + 10, 210)
        sheet.at(sheet.left + 280, "name", f"{who.surname} {who.name[0]}. {who.father[0]}.")
        sheet.y += sheet.size * 1.1
        sheet.at(sheet.left + 60, "", "(подпись)" if language == "ru" else "(қолы)", size=sheet.size * 0.7)
        sheet.down(1.6)
    sheet.seal(900, round(sheet.y) + 60, one, language)
    sheet.scribble(820, round(sheet.y) + 120, 190)


def _members(sheet: Sheet, random: Random, language: str) -> None:
    sheet.title("Список пайщиков" if language == "ru" else "Пайшылар тізімі")
    for number in range(1, 10):
        who = somebody(random, language)
        top = sheet.y - 8
        sheet.at(sheet.left + 8, "", str(number))
        sheet.at(
            sheet.left + 60,
            "name",
            random.choice((who.full, f"{who.surname} {who.name}", f"{who.surname} {who.name[0]}.{who.father[0]}.")),
        )
        sheet.at(
            sheet.left + 600,
            "birth",
            random.choice((who.born, f"{who.year} г.р." if language == "ru" else f"{who.year} ж.т.")),
        )
        sheet.at(sheet.left + 770, "phone", who.phone)
        sheet.down(1.25)
        sheet.draw.rectangle((sheet.left, top, sheet.right, sheet.y - 8), outline=(120, 120, 120), width=2)


def _certificate(sheet: Sheet, random: Random, language: str) -> None:
    who, child = somebody(random, language), somebody(random, language)
    if language == "ru":
        sheet.title("АДРЕСНАЯ СПРАВКА")
        sheet.run("Дана", ("name", dative(who, "ru")), "в том, что он (она) действительно зарегистрирован(а) с 2019 года:",
                  ("address", who.address), ". Дата рождения", ("birth", who.born), ", ИИН", ("iin", who.iin), ". Совместно проживает:",
                  ("name", f"{child.name} {child.surname}"), ",", ("birth", f"{child.year} г.р."))  # fmt: skip
        sheet.run(
            "Исх. №",
            ("register", f"{random.randint(10, 99)}-{random.randint(100, 999)}/{random.randint(10, 99)}"),
            "Справка действительна 10 дней.",
        )
    else:
        sheet.title("МЕКЕНЖАЙ АНЫҚТАМАСЫ")
        sheet.run(("name", dative(who, "kk")), "2019 жылдан бері мына жерде тіркелгені туралы берілді:", ("address", who.address),
                  ". Туған күні", ("birth", who.born), ", ЖСН", ("iin", who.iin), ". Бірге тұрады:", ("name", f"{child.name} {child.surname}"), ",",
                  ("birth", f"{child.year} ж.т."))  # fmt: skip
        sheet.run(
            "Шығ. №",
            ("register", f"{random.randint(10, 99)}-{random.randint(100, 999)}/{random.randint(10, 99)}"),
            "Анықтама 10 күн жарамды.",
        )
    sheet.down()
    sheet.run(
        "Хаттар:" if language == "kk" else "Для писем:",
        ("email", f"{random.choice(('aigul', 'serik', 'dinara'))}{random.randint(1, 99)}@mail.kz"),
    )
    sheet.down(2)
    head = somebody(random, language)
    sheet.at(sheet.left, "", "Маман" if language == "kk" else "Специалист")
    sheet.scribble(sheet.left + 260, sheet.y + 10, 180, INK)
    sheet.at(sheet.left + 520, "name", f"{head.name[0]}. {head.surname}")


def _statement(sheet: Sheet, random: Random, language: str) -> None:
    who = somebody(random, language)
    sheet.title("Выписка по счёту" if language == "ru" else "Шот бойынша үзінді")
    sheet.run(
        "Клиент",
        ("name", f"{who.surname.upper()} {who.name.upper()}"),
        "   ",
        "ЖСН" if language == "kk" else "ИИН",
        ("iin", who.iin),
    )
    sheet.run("Карта", ("tail", f"*{random.randint(1000, 9999)}"), " KZT ", ("account", iban(random).replace(" ", "")))
    sheet.run("Номер карты" if language == "ru" else "Карта нөмірі", ("card", card(random)))
    for day in range(1, 9):
        other = somebody(random, language)
        sheet.at(sheet.left, "", f"{day + 3:02}.05.2024")
        sheet.at(
            sheet.left + 190,
            "",
            random.choice(
                ("Пополнение", "Перевод", "Покупка") if language == "ru" else ("Толықтыру", "Аударым", "Сатып алу")
            ),
        )
        sheet.at(sheet.left + 380, "name", f"{other.name} {other.surname[0]}.")
        sheet.at(sheet.left + 600, "tail", f"{random.choice(('•• ', '** ', '*'))}{random.randint(1000, 9999)}")
        sheet.at(sheet.left + 780, "", f"{random.randint(5, 90)} 000,00 ₸")
        sheet.down(1.2)


def _transfer(sheet: Sheet, random: Random, language: str) -> None:
    """The screen of a bank's program after money was sent."""
    who, sender = somebody(random, language), somebody(random, language)
    red, green, blue = (round(0.5 * value + 64) for value in sheet.ink)
    sheet.title("Перевод успешно совершён" if language == "ru" else "Аударым сәтті өтті")
    sheet.at(330, "", f"{random.randint(10, 90)} 000 ₸", size=76)
    sheet.down(3)
    rows = [
        ("Получатель", "Алушы", "name", f"{who.name} {who.surname[0]}."),
        ("Номер телефона", "Телефон нөмірі", "phone", who.phone),
        ("Карта получателя", "Алушының картасы", "tail", f"•••• {random.randint(1000, 9999)}"),
        ("Отправитель", "Жіберуші", "name", f"{sender.surname} {sender.name}"),
        ("Откуда", "Қайдан", "tail", f"•• {random.randint(1000, 9999)}"),
        ("ИИН получателя", "Алушының ЖСН", "iin", who.iin),
        ("Счёт", "Шот", "account", iban(random)),
        ("Комиссия", "Комиссия", "", "0 ₸"),
        ("Дата", "Күні", "", "12.05.2024 14:31"),
        ("Номер квитанции", "Түбіртек нөмірі", "document", f"{random.randint(10**9, 10**10 - 1)}"),
    ]
    for ru, kk, kind, value in rows:
        sheet.at(sheet.left, "", ru if language == "ru" else kk, size=sheet.size * 0.78, ink=(red, green, blue))
        sheet.y += sheet.size * 1.15
        sheet.at(sheet.left, kind, value)
        sheet.y += sheet.size * 2.1


def _chat(sheet: Sheet, random: Random, language: str) -> None:
    """Messages in bubbles, some of them on colour."""
    who, other = somebody(random, language), somebody(random, language)
    is_dark = sum(sheet.ink) > 380
    sheet.at(150, "name", f"{who.name} {who.surname}", size=sheet.size * 1.1)
    sheet.down(2)
    messages: list[tuple[bool, list[str | tuple[str, str]]]] = (
        [
            (False, ["Здравствуйте, это", ("name", f"{who.name} {who.surname}"), ", мой номер", ("phone", who.phone)]),
            (True, ["Отправьте ИИН и счёт, пожалуйста"]),
            (False, ["ИИН", ("iin", who.iin), ", счёт", ("account", iban(random))]),
            (True, ["Передам", ("name", dative(other, "ru")), ", она живёт:", ("address", other.address)]),
            (False, ["Перевела на карту", ("card", card(random)), "45 000 тенге, квартира № 12 готова"]),
        ] if language == "ru" else [
            (False, ["Сәлеметсіз бе, бұл", ("name", f"{who.name} {who.surname}"), ", нөмірім", ("phone", who.phone)]),
            (True, ["ЖСН мен шотты жіберіңізші"]),
            (False, ["ЖСН", ("iin", who.iin), ", шот", ("account", iban(random))]),
            (True, ["Құжатты", ("name", dative(other, "kk")), "беремін, мекенжайы:", ("address", other.address)]),
            (False, ["Картаға", ("card", card(random)), "45 000 теңге аудардым"]),
        ]
    )  # fmt: skip
    for is_own, parts in messages:
        sheet.left = 300 if is_own else 70
        sheet.right = sheet.left + 700
        top = sheet.y
        fill = (
            ((0, 92, 75) if is_own else (32, 44, 51)) if is_dark else ((217, 253, 211) if is_own else (255, 255, 255))
        )
        words = sum(len(part if isinstance(part, str) else part[1]) for part in parts)
        lines = 1 + int(words * sheet.size * 0.62 / 560) + 1
        sheet.draw.rounded_rectangle(
            (sheet.left - 26, top - 18, sheet.right + 26, top + lines * sheet.size * 1.55 + 14), 24, fill=fill
        )
        sheet.x = sheet.left
        sheet.run(*parts)
        sheet.y = top + lines * sheet.size * 1.55 + 60


_PAGES: dict[str, Callable[[Sheet, Random, str], None]] = {
    "contract": _contract, "members": _members, "certificate": _certificate, "statement": _statement,
}  # fmt: skip
SCREENS = {"transfer": _transfer, "chat": _chat}
"""Drawn in the size of a telephone, light or dark."""

LAYOUTS = tuple(f"{name}-{language}" for name in (*_PAGES, *SCREENS) for language in ("kk", "ru"))


def draw_layout(layout: str, seed: int, *, dark: bool = False) -> Paper:
    """Return a page or a screen of this layout; the same seed gives the same one. Only screens are `dark`."""
    name, language = layout.rsplit("-", 1)
    random = Random(seed)
    if name in SCREENS:
        ground = (
            ((11, 20, 26) if dark else (239, 234, 226))
            if name == "chat"
            else ((18, 18, 20) if dark else (255, 255, 255))
        )
        paper = Paper(layout, language, Image.new("RGB", SCREEN, ground))
        ink = (233, 237, 239) if dark else (17, 27, 33)
        SCREENS[name](
            Sheet(paper, random, _SCREEN_FACE, random.randint(33, 40), ink, 70, SCREEN[0] - 60), random, language
        )
        return paper
    paper = Paper(layout, language, Image.new("RGB", PAGE, (250, 250, 246)))
    _PAGES[name](Sheet(paper, random, random.choice(_FACES[language]), random.randint(24, 28)), random, language)
    return paper
