"""People who do not exist, for the papers of other layouts: common names thrown together by chance, with cases."""

from dataclasses import dataclass
from random import Random

from bench.papers_set.people import iin, phone

_KK_MEN = ("Бекзат", "Нұрлан", "Ерлан", "Дәурен", "Айбек", "Серік", "Қайрат", "Мұрат", "Жандос", "Асқар")
_KK_WOMEN = ("Айгүл", "Гүлнар", "Сәуле", "Динара", "Әсел", "Жанар", "Мадина", "Ботагөз", "Зауре", "Қарлығаш")
_KK_ROOTS = ("Ахмет", "Жұмабай", "Сейітқали", "Оспан", "Тоқтар", "Әлімжан", "Мырзахмет", "Құрман", "Есен", "Байжан")
_RU_MEN = ("Сергей", "Андрей", "Дмитрий", "Виктор", "Николай", "Марат", "Ерлан", "Пётр")
_RU_WOMEN = ("Ольга", "Татьяна", "Светлана", "Гульнара", "Марина", "Алия", "Наталья", "Ирина")
_RU_ROOTS = ("Кузнецов", "Петров", "Ахметов", "Соколов", "Ибраев", "Волков", "Касымов", "Никитин", "Фёдоров", "Ким")
_RU_FATHERS = ("Сергеев", "Николаев", "Ерланов", "Викторов", "Маратов", "Андреев")
_STREETS = {"kk": ("Абай көшесі", "Қазыбек би көшесі", "Тәуелсіздік даңғылы"),
            "ru": ("ул. Казахстан", "пр. Назарбаева", "ул. Протозанова", "бульвар Гагарина")}  # fmt: skip
MONTHS = {
    "kk": ("қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда"),
    "ru": ("января", "февраля", "марта", "апреля", "мая", "июня"),
}


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person who does not exist, with the numbers such a person would have."""

    surname: str
    name: str
    father: str
    is_woman: bool
    iin: str
    phone: str
    address: str
    year: int
    month: int
    day: int

    @property
    def born(self) -> str:
        """Birth date in digits."""
        return f"{self.day:02}.{self.month:02}.{self.year}"

    @property
    def full(self) -> str:
        """The three names."""
        return f"{self.surname} {self.name} {self.father}"


def somebody(random: Random, language: str) -> Somebody:
    """Return a person by chance, with a name of the language."""
    is_woman = random.random() < 0.5
    if language == "kk":
        surname = random.choice(_KK_ROOTS) + random.choice(("ов", "ұлы", "") if not is_woman else ("ова", "қызы", ""))
        name = random.choice(_KK_WOMEN if is_woman else _KK_MEN)
        father = random.choice(_KK_MEN) + ("қызы" if is_woman else "ұлы")
    else:
        root = random.choice(_RU_ROOTS)
        surname = root + ("а" if is_woman and root != "Ким" else "")
        name = random.choice(_RU_WOMEN if is_woman else _RU_MEN)
        father = random.choice(_RU_FATHERS) + ("на" if is_woman else "ич")
    year, month, day = random.randint(1950, 2004), random.randint(1, 6), random.randint(1, 28)
    street, house, flat = random.choice(_STREETS[language]), random.randint(2, 150), random.randint(1, 120)
    address = (
        f"Өскемен қ., {street}, {house}-үй, {flat}-пәтер" if language == "kk" else f"г. Семей, {street}, {house}-{flat}"
    )
    written = random.choice(("{}", "+7 ({1}) {2}-{3}-{4}", "8 {1} {2} {3} {4}", "8-{1}-{2}-{3}{4}"))
    plain = phone(random)
    return Somebody(
        surname, name, father, is_woman, iin(random, year, month, day, is_woman), written.format(plain, *plain.split()[1:])
        if "1" in written else plain, address, year, month, day,
    )  # fmt: skip


def dative(who: Somebody, language: str) -> str:
    """Return the three names as of somebody to whom something is given."""
    if language == "kk":
        return f"{who.surname} {who.name} {who.father}на"
    if who.is_woman:
        name = who.name[:-1] + ("е" if not who.name.endswith("ия") else "и")
        return f"{who.surname[:-1] + 'ой' if who.surname.endswith('а') else who.surname} {name} {who.father[:-1]}е"
    name = who.name[:-1] + "ю" if who.name.endswith(("й", "ь")) else who.name + "у"
    return f"{who.surname}у {name} {who.father}у"


def ablative(who: Somebody, language: str) -> str:
    """Return surname and name as of somebody from whom something comes (kk), or by whom it is done (ru)."""
    if language == "kk":
        ending = "дан" if who.name[-1] in "аеиоуыіөүұәнмрлй" else "тан"
        return f"{who.surname} {who.name}{ending}"
    if who.is_woman:
        return f"{who.surname[:-1] + 'ой' if who.surname.endswith('а') else who.surname} {who.name[:-1]}ой"
    return f"{who.surname}ым {who.name[:-1] + 'ем' if who.name.endswith('й') else who.name + 'ом'}"
