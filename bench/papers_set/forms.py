"""Draws documents of the kinds that families show, in Kazakh and in Russian."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from bench.papers_set.people import Person, card, company_number, iban, person

PAGE = (1240, 1754)
"""A4 at 150 pixels an inch."""

_FONTS = "/usr/share/fonts/truetype/"
_DEJAVU, _LIBERATION = f"{_FONTS}dejavu/DejaVu", f"{_FONTS}liberation/Liberation"
_FACES = {
    "kk": ((f"{_DEJAVU}Sans.ttf", f"{_DEJAVU}Sans-Bold.ttf"), (f"{_DEJAVU}Serif.ttf", f"{_DEJAVU}Serif-Bold.ttf")),
    "ru": (
        (f"{_LIBERATION}Serif-Regular.ttf", f"{_LIBERATION}Serif-Bold.ttf"),
        (f"{_LIBERATION}Sans-Regular.ttf", f"{_LIBERATION}Sans-Bold.ttf"),
        (f"{_DEJAVU}Sans.ttf", f"{_DEJAVU}Sans-Bold.ttf"),
    ),
}
"""Liberation looks like what offices print with, but has no Kazakh letters."""
_INK, _PEN, _FAINT = (28, 30, 38), (24, 48, 140), (120, 124, 135)


@dataclass(frozen=True, slots=True)
class Planted:
    """Something of a person on the paper: what it is, its words, and its four corners in pixels of the picture."""

    kind: str
    """`iin`, `account`, `card`, `phone`, `email`, `name`, `address`, `birth`, `signature` or `code`."""
    text: str
    corners: tuple[tuple[float, float], ...]


@dataclass(slots=True)
class Paper:
    """A drawn page and what is planted on it."""

    form: str
    language: str
    image: Image.Image
    planted: list[Planted] = field(default_factory=list)


def draw_paper(form: str, seed: int) -> Paper:
    """Return a page of this form; the same seed gives the same page."""
    language, draw = (FORMS | OTHERS)[form]
    random = Random(seed)
    paper = Paper(form, language, Image.new("RGB", PAGE, (252, 251, 247)))
    draw(_Pen(paper, random), random)
    return paper


class _Pen:
    """Writes line by line and notes what it plants."""

    def __init__(self, paper: Paper, random: Random) -> None:
        self.paper, self.language = paper, paper.language
        self.draw = ImageDraw.Draw(paper.image)
        self.random = random
        plain, bold = random.choice(_FACES[self.language])
        size = random.randint(23, 26) if "DejaVu" in plain else random.randint(25, 29)
        self.plain, self.bold = ImageFont.truetype(plain, size), ImageFont.truetype(bold, size)
        self.title_font = ImageFont.truetype(bold, size + 9)
        self.step = round(size * 1.75)
        self.left, self.y = 110, 110

    def words(self, kk: str, ru: str) -> str:
        return kk if self.language == "kk" else ru

    def title(self, text: str) -> None:
        for line in text.split("\n"):
            width = self.draw.textlength(line, self.title_font)
            self.draw.text(((PAGE[0] - width) / 2, self.y), line, _INK, self.title_font)
            self.y += round(self.step * 1.15)
        self.y += self.step // 2

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Write parts one after another; a pair (kind, text) is planted."""
        x = float(self.left)
        for part in parts:
            text = part if isinstance(part, str) else part[1]
            if x + self.draw.textlength(text, self.plain) > PAGE[0] - 90:
                x, self.y = float(self.left), self.y + self.step
                text = text.lstrip()
            self.draw.text((x, self.y), text, _INK, self.plain)
            box = self.draw.textbbox((x, self.y), text, self.plain)
            if not isinstance(part, str):
                self._plant(part[0], text, box)
            x = box[2] + (self.draw.textlength(" ", self.plain) if not text.endswith(" ") else 0)
        self.y += self.step

    def text(self, words: str) -> None:
        """Write a paragraph, broken at the margin."""
        line = ""
        for word in words.split():
            if self.draw.textlength(f"{line} {word}", self.plain) > PAGE[0] - self.left - 90:
                self.draw.text((self.left, self.y), line, _INK, self.plain)
                self.y, line = self.y + self.step, word
            else:
                line = f"{line} {word}".strip()
        self.draw.text((self.left, self.y), line, _INK, self.plain)
        self.y += self.step

    def space(self, lines: float = 0.6) -> None:
        self.y += round(self.step * lines)

    def person(self, who: Person, role: str) -> None:
        self.draw.text((self.left, self.y), role, _INK, self.bold)
        self.y += self.step
        self.line(self.words("Тегі, аты, әкесінің аты:", "Фамилия, имя, отчество:"), ("name", who.full_name))
        self.line(
            self.words("ЖСН:", "ИИН:"),
            ("iin", who.iin),
            self.words(" туған күні:", " дата рождения:"),
            ("birth", who.born),
        )
        self.line(self.words("Мекенжайы:", "Адрес:"), ("address", who.address))
        self.line(self.words("Телефон:", "Телефон:"), ("phone", who.phone), "   e-mail:", ("email", who.email))
        self.space()

    def table(self, rows: list[tuple[str, str | tuple[str, str]]]) -> None:
        middle, right = 560, PAGE[0] - 90
        for label, value in rows:
            top = self.y
            self.draw.text((self.left + 12, top + 12), label, _INK, self.plain)
            text = value if isinstance(value, str) else value[1]
            self.draw.text((middle + 12, top + 12), text, _INK, self.plain)
            if not isinstance(value, str):
                self._plant(value[0], text, self.draw.textbbox((middle + 12, top + 12), text, self.plain))
            self.y += self.step + 12
            self.draw.rectangle((self.left, top, right, self.y), outline=_FAINT, width=2)
            self.draw.line((middle, top, middle, self.y), _FAINT, 2)
        self.space()

    def signature(self, who: Person) -> None:
        """Draw a place for a name in somebody's hand, with the hand's stroke on it."""
        label = self.words("Қолы:", "Подпись:")
        self.draw.text((self.left, self.y), label, _INK, self.plain)
        x = self.left + round(self.draw.textlength(label, self.plain)) + 20
        base = self.y + self.step - 14
        self.draw.line((x, base, x + 330, base), _FAINT, 2)
        points = [(x + 24 + step * 9, base - 18 - self.random.randint(-16, 26)) for step in range(26)]
        self.draw.line(points, _PEN, 4, joint="curve")
        self._plant("signature", who.surname, (x + 10, base - 50, x + 270, base + 8))
        self.line_at(x + 360, ("name", f"{who.surname} {who.name[0]}."))
        self.y += round(self.step * 1.3)

    def line_at(self, x: float, part: tuple[str, str]) -> None:
        self.draw.text((x, self.y), part[1], _INK, self.plain)
        self._plant(part[0], part[1], self.draw.textbbox((x, self.y), part[1], self.plain))

    def code(self, text: str, form: zxingcpp.BarcodeFormat, box: tuple[int, int, int]) -> None:
        """Draw a code of this width at a place."""
        x, y, width = box
        dots = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, form), scale=6)
        drawn = Image.frombytes("L", (dots.shape[1], dots.shape[0]), bytes(memoryview(dots)))
        height = round(width * drawn.height / drawn.width) if form == zxingcpp.BarcodeFormat.QRCode else 110
        self.paper.image.paste(drawn.resize((width, height), Image.Resampling.NEAREST), (x, y))
        self._plant("code", text, (x, y, x + width, y + height))

    def _plant(self, kind: str, text: str, box: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = box
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        self.paper.planted.append(Planted(kind, text, corners))


def _sale(pen: _Pen, random: Random) -> None:
    seller, buyer = person(random, pen.language), person(random, pen.language)
    pen.title(pen.words("ПӘТЕРДІ САТЫП АЛУ-САТУ\nШАРТЫ", "ДОГОВОР\nКУПЛИ-ПРОДАЖИ КВАРТИРЫ"))
    pen.text(pen.words(f"Үлгіқала қаласы, {random.randint(1, 28)}.03.2024 ж. Шарттың бір данасы сатушыда, бір данасы сатып алушыда қалады.",
                       f"Город Образецк, {random.randint(1, 28)}.03.2024 г. Один экземпляр договора остаётся у продавца, один у покупателя."))  # fmt: skip
    pen.space()
    pen.person(seller, pen.words("Сатушы", "Продавец"))
    pen.person(buyer, pen.words("Сатып алушы", "Покупатель"))
    pen.text(pen.words("Сатушы пәтерді сатып алушының меншігіне береді, ал сатып алушы оны қабылдап, бағасын толық төлейді.",
                       "Продавец передаёт квартиру в собственность покупателя, а покупатель принимает её и оплачивает полностью."))  # fmt: skip
    pen.line(
        pen.words("Бағасы: 18 400 000 теңге. Есепшоты:", "Цена: 18 400 000 тенге. Счёт:"), ("account", iban(random))
    )
    pen.space()
    pen.signature(seller)
    pen.signature(buyer)
    pen.code(f"https://example.kz/q?iin={buyer.iin}", zxingcpp.BarcodeFormat.QRCode, (940, 1480, 190))


def _car(pen: _Pen, random: Random) -> None:
    seller, buyer = person(random, pen.language), person(random, pen.language)
    pen.title(pen.words("КӨЛІКТІ САТЫП АЛУ-САТУ\nШАРТЫ", "ДОГОВОР\nКУПЛИ-ПРОДАЖИ АВТОМОБИЛЯ"))
    pen.text(pen.words("Семей қаласы, 2024 жыл. Сатушы жеңіл көлікті сатып алушының меншігіне береді.",
                       "Город Семей, 2024 год. Продавец передаёт легковой автомобиль в собственность покупателя."))  # fmt: skip
    pen.space()
    pen.table([
        (pen.words("Мемлекеттік нөмірі", "Государственный номер"), ("number", f"{random.randint(100, 999)} ABC 18")),
        (pen.words("Шанақ нөмірі", "Номер кузова"), ("number", f"XTA2109{random.randint(10, 99)}Y{random.randint(1000000, 9999999)}")),
        (pen.words("Түсі", "Цвет"), pen.words("көк", "синий")),
        (pen.words("Бағасы", "Цена"), pen.words("6 400 000 теңге", "6 400 000 тенге")),
    ])  # fmt: skip
    pen.person(seller, pen.words("Сатушы", "Продавец"))
    pen.person(buyer, pen.words("Сатып алушы", "Покупатель"))
    pen.signature(seller)
    pen.signature(buyer)


def _receipt(pen: _Pen, random: Random) -> None:
    payer = person(random, pen.language)
    pen.title(pen.words(f"ТҮБІРТЕК № {random.randint(100, 999)}", f"КВИТАНЦИЯ № {random.randint(100, 999)}"))
    pen.table([
        (pen.words("Кооперативтің БСН", "БИН кооператива"), ("iin", company_number(random))),
        (pen.words("Есепшоты (ЖСК)", "Счёт (ИИК)"), ("account", iban(random))),
        (pen.words("Төлеуші", "Плательщик"), ("name", f"{payer.surname} {payer.name}")),
        (pen.words("Төлеушінің ЖСН", "ИИН плательщика"), ("iin", payer.iin)),
        (pen.words("Карта нөмірі", "Номер карты"), ("card", card(random))),
        (pen.words("Төлем мақсаты", "Назначение платежа"), pen.words("пай жарнасы", "паевой взнос")),
        (pen.words("Сомасы", "Сумма"), pen.words(f"{random.randint(40, 90)} 000 теңге", f"{random.randint(40, 90)} 000 тенге")),
        (pen.words("Телефоны", "Телефон"), ("phone", payer.phone)),
    ])  # fmt: skip
    pen.text(pen.words("Ақша қабылданды. Түбіртекті сақтап қойыңыз: ол төлемнің дәлелі болады.",
                       "Деньги приняты. Сохраните квитанцию: она подтверждает платёж."))  # fmt: skip
    pen.space()
    pen.signature(payer)
    pen.code(payer.iin, zxingcpp.BarcodeFormat.Code128, (130, 1500, 520))


def _decision(pen: _Pen, random: Random) -> None:
    head, member = person(random, pen.language), person(random, pen.language)
    pen.title(pen.words("ЖАЛПЫ ЖИНАЛЫС\nХАТТАМАСЫНАН ҮЗІНДІ", "ВЫПИСКА ИЗ ПРОТОКОЛА\nОБЩЕГО СОБРАНИЯ"))
    pen.line(pen.words("Тұтыну кооперативі, БСН", "Потребительский кооператив, БИН"), ("iin", company_number(random)))
    pen.line(pen.words("Төраға:", "Председатель:"), ("name", head.full_name))
    pen.space()
    pen.text(pen.words("Күн тәртібі: кезекті бекіту. Жиналыс пай жарналары туралы есепті тыңдап, мына шешімді қабылдады:",
                       "Повестка: утверждение очереди. Собрание заслушало отчёт о паевых взносах и приняло решение:"))  # fmt: skip
    pen.space()
    pen.line(pen.words("Үлескер", "Пайщику"), ("name", member.full_name))
    pen.line(
        pen.words("ЖСН", "ИИН"),
        ("iin", member.iin),
        pen.words(" баспана алуға рұқсат берілсін.", " разрешить покупку жилья."),
    )
    pen.line(pen.words("Мекенжайы:", "Проживает по адресу:"), ("address", member.address))
    pen.line(
        pen.words("Байланыс:", "Связь:"),
        ("phone", member.phone),
        pen.words("  эл. пошта:", "  эл. почта:"),
        ("email", member.email),
    )
    pen.space()
    pen.text(pen.words("Дауыс берді: қолдағандар 214, қарсы 3, қалыс қалғандар 5. Шешім қабылданды.",
                       "Голосовали: за 214, против 3, воздержались 5. Решение принято."))  # fmt: skip
    pen.space(1)
    pen.signature(head)
    pen.code(f"BIN {member.iin}", zxingcpp.BarcodeFormat.QRCode, (110, 1470, 180))


def _application(pen: _Pen, random: Random) -> None:
    who, spouse = person(random, pen.language), person(random, pen.language)
    pen.title(pen.words("МҮШЕЛІККЕ ҚАБЫЛДАУ ТУРАЛЫ\nӨТІНІШ", "ЗАЯВЛЕНИЕ\nО ПРИЁМЕ В ЧЛЕНЫ"))
    pen.table([
        (pen.words("Тегі", "Фамилия"), ("name", who.surname)),
        (pen.words("Аты", "Имя"), ("name", who.name)),
        (pen.words("Әкесінің аты", "Отчество"), ("name", who.father)),
        (pen.words("ЖСН", "ИИН"), ("iin", who.iin)),
        (pen.words("Туған күні", "Дата рождения"), ("birth", who.born)),
        (pen.words("Ұялы телефоны", "Мобильный телефон"), ("phone", who.phone)),
        (pen.words("Электрондық пошта", "Электронная почта"), ("email", who.email)),
        (pen.words("Жұбайының ЖСН", "ИИН супруга"), ("iin", spouse.iin)),
        (pen.words("Банктегі есепшоты", "Счёт в банке"), ("account", iban(random))),
    ])  # fmt: skip
    pen.line(pen.words("Тұратын жері:", "Место жительства:"), ("address", who.address))
    pen.text(pen.words("Жарғымен таныстым, пай жарнасын белгіленген мерзімде төлеймін.",
                       "С уставом ознакомлен, паевой взнос буду платить в срок."))  # fmt: skip
    pen.space()
    pen.signature(who)


OTHERS: dict[str, tuple[str, Callable[[_Pen, Random], None]]] = {"car-kk": ("kk", _car), "car-ru": ("ru", _car)}
"""Forms outside the measured set."""

FORMS: dict[str, tuple[str, Callable[[_Pen, Random], None]]] = {
    f"{name}-{language}": (language, draw)
    for name, draw in (("sale", _sale), ("receipt", _receipt), ("decision", _decision), ("application", _application))
    for language in ("kk", "ru")
}
"""Form -> its language and how it is drawn."""
