"""Papers as a stranger would draw them: a terminal's slip, a form filled in by hand, a contract in two languages, a dark statement.

Signatures are of several kinds: loops, jags and a flourish, in blue, violet or black, on a line, over a name, over a seal.
"""

import math
from collections.abc import Callable
from random import Random

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from bench.papers_set.forms import PAGE, Paper
from bench.papers_set.people import card, company_number, iban
from bench.papers_set.sheet import INK, SEAL, Sheet
from bench.papers_set.somebody import ablative, dative, somebody

_FONTS = "/usr/share/fonts/truetype/"
_MONO, _SANS = f"{_FONTS}dejavu/DejaVuSansMono.ttf", f"{_FONTS}dejavu/DejaVuSans.ttf"
_SERIF, _SLANTED = f"{_FONTS}dejavu/DejaVuSerif.ttf", f"{_FONTS}dejavu/DejaVuSerifCondensed-Italic.ttf"
_PENS = ((26, 38, 130), (70, 40, 140), (20, 20, 28), (40, 70, 170))
_TABLE = (116, 104, 92)
DARK_SCREEN = (1080, 2100)


def sign(sheet: Sheet, x: float, y: float, width: float) -> None:
    """Draw a signature whose middle line is at `y`, in one of three hands, and note it."""
    random, points = sheet.random, []
    pen, thick = random.choice(_PENS), random.randint(2, 5)
    height, hand = random.uniform(20, 38), random.choice(("loops", "jags", "flourish"))
    turns, steps = random.randint(3, 6), 160
    for step in range(steps + 1):
        part = step / steps
        if hand == "loops":
            px = x + width * part * 0.9 + 0.05 * width * math.sin(2 * math.pi * turns * part)
            py = y - height * (1 - 0.5 * part) * math.cos(2 * math.pi * turns * part)
        elif hand == "jags":
            px = x + width * part
            py = y + height * (1 - 0.4 * part) * (2 * abs(2 * ((turns * 1.5 * part) % 1) - 1) - 1)
        else:
            px = x + width * (part if part < 0.8 else 1.6 - part)
            py = (
                y
                + height * math.sin(2 * math.pi * turns * part) * (1 - part)
                + height * 0.7 * (part > 0.8) * (part - 0.8) * 5
            )
        points.append((px, py))
    sheet.draw.line(points, pen, thick, joint="curve")
    left, right = min(px for px, _ in points), max(px for px, _ in points)
    top, bottom = min(py for _, py in points), max(py for _, py in points)
    sheet.note("signature", [("", (left - 2, top - 2, right + 2, bottom + 2))])


def _by_hand(sheet: Sheet, x: float, kind: str, text: str) -> None:
    """Write words as a hand does: letters of uneven size and height, in the colour of a pen."""
    random, place = sheet.random, x
    tops, bottoms = [], []
    for letter in text:
        font = ImageFont.truetype(_SLANTED, round(sheet.size * random.uniform(1.08, 1.26)))
        y = sheet.y + random.uniform(-3, 3) - sheet.size * 0.2
        sheet.draw.text((place, y), letter, (28, 44, 140), font)
        box = sheet.draw.textbbox((place, y), letter, font)
        tops.append(box[1])
        bottoms.append(box[3])
        place += sheet.draw.textlength(letter, font) + random.uniform(-1, 1.5)
    sheet.note(kind, [(text, (x, min(tops), place, max(bottoms)))])


def _rule(sheet: Sheet, left: float, right: float) -> None:
    base = sheet.y + sheet.size * 1.12
    sheet.draw.line((left, base, right, base), (60, 60, 66), 2)


def _slip(sheet: Sheet, random: Random, language: str) -> None:
    """The slip of a payment terminal: a narrow strip on the table."""
    ru, who = language == "ru", somebody(random, language)
    left, right = 330, 330 + 600
    sheet.draw.rectangle((left - 40, 40, right + 40, PAGE[1] - 60), (247, 246, 242))
    sheet.left, sheet.right = left, right
    sheet.y = 80
    sheet.title("ТЕРМИНАЛ ОПЛАТЫ" if ru else "ТӨЛЕМ ТЕРМИНАЛЫ")
    sheet.at(left, "", f"{'БИН' if ru else 'БСН'}")
    sheet.at(left + 130, "iin", company_number(random))
    sheet.down()
    sheet.at(left, "", f"{random.randint(10, 28)}.04.2024 {random.randint(9, 19)}:{random.randint(10, 59)}")
    sheet.down()
    number = f"{random.randint(100_000_000, 999_999_999)}"
    for label, kind, value in (
        ("Чек №", "document", number),
        ("Услуга" if ru else "Қызмет", "", "Паевой взнос" if ru else "Пай жарнасы"),
        ("ФИО" if ru else "Аты-жөні", "name", f"{who.surname} {who.name}"),
        ("ИИН" if ru else "ЖСН", "iin", who.iin),
        ("Тел.", "phone", who.phone),
        ("Карта", "tail", f"**** {random.randint(1000, 9999)}"),
        ("Сумма" if ru else "Сома", "", f"{random.randint(20, 90)} 000,00 ₸"),
        ("Комиссия", "", "0,00 ₸"),
    ):
        sheet.at(left, "", label)
        sheet.at(left + 190, kind, value)
        sheet.down(1.1)
    sheet.down()
    sheet.at(left, "", "Подпись клиента:" if ru else "Клиенттің қолы:")
    sheet.down(2)
    _rule(sheet, left, left + 420)
    sign(sheet, left + 60, sheet.y + 12, random.uniform(200, 300))
    sheet.down(2.5)
    _code(sheet, f"https://example.kz/t?i={who.iin}", (left + 180, round(sheet.y), 240))
    sheet.down(7)
    sheet.at(left, "", "Сохраняйте чек" if ru else "Чекті сақтаңыз")


def _code(sheet: Sheet, text: str, box: tuple[int, int, int]) -> None:
    x, y, width = box
    dots = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode), scale=6)
    drawn = Image.frombytes("L", (dots.shape[1], dots.shape[0]), bytes(memoryview(dots)))
    sheet.paper.image.paste(drawn.resize((width, width), Image.Resampling.NEAREST), (x, y))
    sheet.note("code", [(text, (x, y, x + width, y + width))])


def _filled(sheet: Sheet, random: Random, language: str) -> None:
    """An application whose words are printed and whose answers are written by hand on lines."""
    ru, who, witness = language == "ru", somebody(random, language), somebody(random, language)
    sheet.at(640, "", "Председателю правления" if ru else "Басқарма төрағасына")
    sheet.down(1.3)
    sheet.at(640, "", "от" if ru else "кімнен")
    _by_hand(sheet, 640 + (60 if ru else 120), "name", f"{who.surname} {who.name[0]}.{who.father[0]}.")
    _rule(sheet, 640, sheet.right)
    sheet.down(2.4)
    sheet.title("ЗАЯВЛЕНИЕ" if ru else "ӨТІНІШ")
    for label, kind, value in (
        ("Я," if ru else "Мен,", "name", who.full),
        ("дата рождения" if ru else "туған күнім", "birth", who.born),
        ("ИИН" if ru else "ЖСН", "iin", who.iin),
        ("проживаю" if ru else "мекенжайым", "address", who.address),
        ("телефон" if ru else "телефоным", "phone", who.phone),
        ("счёт" if ru else "шотым", "account", iban(random)),
    ):
        sheet.at(sheet.left, "", label)
        start = sheet.left + 30 + sheet.draw.textlength(label, sheet.font())
        _by_hand(sheet, start, kind, value)
        _rule(sheet, start - 10, sheet.right)
        sheet.down(1.7)
    sheet.run("Прошу принять меня в члены потребительского кооператива. С уставом ознакомлен(а) и обязуюсь его соблюдать."
              if ru else "Мені тұтыну кооперативінің мүшелігіне қабылдауыңызды сұраймын. Жарғымен таныстым, оны сақтауға міндеттенемін.")  # fmt: skip
    sheet.down(2)
    _by_hand(sheet, sheet.left, "", f"{random.randint(10, 28)}.03.2024")
    _rule(sheet, sheet.left, sheet.left + 240)
    _rule(sheet, 560, 900)
    sign(sheet, 600, sheet.y + random.uniform(0, 24), random.uniform(180, 270))
    sheet.y += sheet.size * 1.4
    sheet.at(sheet.left + 60, "", "(дата)" if ru else "(күні)", size=sheet.size * 0.7)
    sheet.at(660, "", "(подпись)" if ru else "(қолы)", size=sheet.size * 0.7)
    sheet.down(2.5)
    sheet.at(sheet.left, "", "Заявление принял(а)" if ru else "Өтінішті қабылдаған")
    sign(sheet, 520, sheet.y + 10, random.uniform(150, 220))
    sheet.at(820, "name", f"{witness.name[0]}. {witness.surname}")


_CONTRACT = {
    "kk": (
        "ПАЙ ШАРТЫ", "Кооператив бір жағынан және", "(ЖСН", ") екінші жағынан осы шартты жасады.",
        "1. Пайшы жарнаны кестеге сай төлейді. Жарна", "беріледі.",
        "2. Тұрғын үй кезекпен сатып алынады. Кезек ашық жүргізіледі.",
    ),
    "ru": (
        "ДОГОВОР ПАЯ", "Кооператив, с одной стороны, и", "(ИИН", "), с другой, заключили договор.",
        "1. Пайщик вносит взносы по графику. Взнос принят", "лично.",
        "2. Жильё покупается по очереди. Очередь ведётся открыто.",
    ),
}  # fmt: skip
"""Title; words around the name and the number of one side; those around the name of the other; the last clause."""


def _columns(sheet: Sheet, random: Random, language: str) -> None:
    """A contract in Kazakh (left) and Russian (right), with the particulars of both sides, signatures and a seal."""
    one, other = somebody(random, language), somebody(random, language)
    whole, size, start = (sheet.left, sheet.right), sheet.size, sheet.y
    sheet.size = round(size * 0.8)
    bottoms = []
    for left, (title, side, number, made, before, after, queue), case in (
        (sheet.left, _CONTRACT["kk"], dative), (670, _CONTRACT["ru"], ablative),
    ):  # fmt: skip
        sheet.left, sheet.right, sheet.x, sheet.y = left, left + 500, left, start
        sheet.title(title)
        sheet.run(side, ("name", one.full), number, ("iin", one.iin), made)
        sheet.run(before, ("name", case(other, language)), after)
        sheet.run(queue)
        bottoms.append(sheet.y)
    top = max(bottoms) + 40
    for left, who, role in ((whole[0], other, "Кооператив"), (670, one, "Пайшы / Пайщик")):
        sheet.left, sheet.right, sheet.y = left, left + 500, top
        sheet.draw.rectangle((left - 14, top - 14, left + 510, top + size * 11.6), outline=(40, 40, 44), width=2)
        sheet.at(left, "", role)
        sheet.down()
        for label, kind, value in (
            ("ЖСН/ИИН", "iin", who.iin), ("ЖСК/ИИК", "account", iban(random)), ("Тел.", "phone", who.phone),
        ):  # fmt: skip
            sheet.at(left, "", label)
            sheet.at(left + 120, kind, value)
            sheet.down(0.9)
        sheet.down(1.2)
        _rule(sheet, left, left + 230)
        sign(sheet, left + 20, sheet.y + random.uniform(-4, 20), random.uniform(150, 220))
        sheet.at(left + 240, "name", f"/{who.surname} {who.name[0]}.{who.father[0]}./", size=sheet.size * 0.95)
        sheet.down(1.5)
        if role == "Кооператив":
            sheet.at(left, "", "М.О. / М.П.")
            _round_seal(sheet, left + random.randint(190, 330), sheet.y - random.randint(10, 60))
    sheet.left, sheet.right, sheet.size = *whole, size


def _round_seal(sheet: Sheet, x: float, y: float) -> None:
    """A cooperative's seal: two circles with words along them, over whatever is there."""
    for radius, width in ((104, 4), (70, 2)):
        sheet.draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=SEAL, width=width)
    font = ImageFont.truetype(_SANS, 17)
    words = "ТҰТЫНУ КООПЕРАТИВІ * ПОТРЕБИТЕЛЬСКИЙ КООПЕРАТИВ * "
    for place, letter in enumerate(words):
        angle = 2 * math.pi * place / len(words)
        tile = Image.new("L", (30, 30), 0)
        ImageDraw.Draw(tile).text((15, 15), letter, 255, font, anchor="mm")
        tile = tile.rotate(-math.degrees(angle) - 90, Image.Resampling.BICUBIC)
        spot = (round(x + 87 * math.cos(angle) - 15), round(y + 87 * math.sin(angle) - 15))
        sheet.paper.image.paste(SEAL, (*spot, spot[0] + 30, spot[1] + 30), tile)


def _night(sheet: Sheet, random: Random, language: str) -> None:
    """The statement of a bank's program at night: cards, people, sums in rows with round pictures of initials."""
    ru, who = language == "ru", somebody(random, language)
    sheet.at(70, "", "9:41", size=30)
    sheet.down(1.6)
    sheet.at(70, "", "Выписка" if ru else "Үзінді", size=54)
    sheet.down(2.6)
    sheet.draw.rounded_rectangle((50, sheet.y - 24, 1030, sheet.y + 290), 30, fill=(44, 44, 48))
    sheet.at(90, "name", f"{who.name} {who.surname}")
    sheet.down(1.2)
    sheet.at(90, "", "Карта")
    sheet.at(230, "tail", f"•• {random.randint(1000, 9999)}")
    sheet.down(1.2)
    sheet.at(90, "account", iban(random).replace(" ", ""), size=sheet.size * 0.85)
    sheet.down(1.2)
    sheet.at(90, "", "ИИН" if ru else "ЖСН")
    sheet.at(200, "iin", who.iin)
    sheet.down(3)
    for _ in range(7):
        other = somebody(random, language)
        sheet.draw.ellipse(
            (60, sheet.y - 6, 136, sheet.y + 70), fill=random.choice(((70, 90, 200), (190, 80, 90), (60, 140, 100)))
        )
        sheet.at(
            170,
            "name",
            random.choice(
                (
                    f"{other.name} {other.surname[0]}.",
                    f"{other.surname} {other.name}",
                    f"{other.surname} {other.name[0]}.",
                )
            ),
        )
        sheet.at(820, "", f"−{random.randint(2, 90)} {random.randint(100, 999)} ₸")
        sheet.y += sheet.size * 1.3
        if random.random() < 0.5:
            sheet.at(170, "phone", other.phone, size=sheet.size * 0.8)
        else:
            sheet.at(170, "", "Перевод с карты" if ru else "Картадан аударым", size=sheet.size * 0.8)
            sheet.at(500, "tail", f"*{random.randint(1000, 9999)}", size=sheet.size * 0.8)
        sheet.y += sheet.size * 2.4
    sheet.at(70, "", "Номер карты" if ru else "Карта нөмірі", size=sheet.size * 0.8)
    sheet.y += sheet.size * 1.3
    sheet.at(70, "card", card(random))


_PAGES: dict[str, tuple[Callable[[Sheet, Random, str], None], str, tuple[int, int, int]]] = {
    "slip": (_slip, _MONO, _TABLE),
    "filled": (_filled, _SERIF, (250, 249, 245)),
    "columns": (_columns, _SANS, (252, 252, 250)),
}
STRANGE = tuple(f"{name}-{language}" for name in (*_PAGES, "night") for language in ("kk", "ru"))


def draw_strange(layout: str, seed: int) -> Paper:
    """Return a page or a screen of this layout; the same seed gives the same one."""
    name, language = layout.rsplit("-", 1)
    random = Random(seed)
    if name == "night":
        paper = Paper(layout, language, Image.new("RGB", DARK_SCREEN, (22, 22, 26)))
        _night(Sheet(paper, random, _SANS, random.randint(32, 38), (236, 238, 240), 70, 1020), random, language)
        return paper
    draw, face, ground = _PAGES[name]
    paper = Paper(layout, language, Image.new("RGB", PAGE, ground))
    draw(Sheet(paper, random, face, random.randint(24, 27), INK), random, language)
    return paper
