"""People, companies and numbers that do not exist, each with the right check digits."""

from dataclasses import dataclass
from random import Random

_KK = (("Үлгібаев", "Үлгібаева"), ("Сынақов", "Сынақова"), ("Мысалұлы", "Мысалқызы"), ("Бейтанысов", "Бейтанысова"))
_KK_NAMES = (("Жорамал", "Болжамгүл"), ("Әлдекім", "Қиялгүл"), ("Өзгебек", "Үміт"))
_KK_FATHERS = ("Ғажайып", "Құрастыр", "Ойданбек", "Шартты")
_RU = (("Образцов", "Образцова"), ("Примеров", "Примерова"), ("Выдумкин", "Выдумкина"), ("Незнакомов", "Незнакомова"))
_RU_NAMES = (("Эскиз", "Муляжа"), ("Чертёж", "Заготовка"), ("Набросок", "Проба"))
_RU_FATHERS = (("Шаблонович", "Шаблоновна"), ("Эскизович", "Эскизовна"), ("Черновикович", "Черновиковна"))
_STREETS = {
    "kk": ("Жорамал көшесі", "Мысал көшесі", "Қиял даңғылы"),
    "ru": ("ул. Образцовая", "ул. Примерная", "пр. Пробный"),
}
_TOWNS = {"kk": "Үлгіқала қ.", "ru": "г. Образецк"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    surname: str
    name: str
    father: str
    iin: str
    phone: str
    email: str
    address: str
    born: str

    @property
    def full_name(self) -> str:
        """The three names in their usual order."""
        return f"{self.surname} {self.name} {self.father}"


def person(random: Random, language: str) -> Person:
    """Return somebody new."""
    is_woman = random.random() < 0.5
    if language == "kk":
        surname = random.choice(_KK)[is_woman]
        name = random.choice(_KK_NAMES)[is_woman]
        father = random.choice(_KK_FATHERS) + ("қызы" if is_woman else "ұлы")
    else:
        surname, name, father = (random.choice(names)[is_woman] for names in (_RU, _RU_NAMES, _RU_FATHERS))
    year, month, day = random.randint(1955, 2003), random.randint(1, 12), random.randint(1, 28)
    flat = random.randint(1, 90)
    street = random.choice(_STREETS[language])
    house = random.randint(2, 120)
    address = (
        f"{_TOWNS[language]}, {street}, {house}-үй, {flat}-пәтер"
        if language == "kk"
        else f"{_TOWNS[language]}, {street}, д. {house}, кв. {flat}"
    )
    return Person(
        surname, name, father, iin(random, year, month, day, is_woman), phone(random),
        f"ulgi{random.randint(100, 999)}@example.kz", address, f"{day:02}.{month:02}.{year}",
    )  # fmt: skip


def iin(random: Random, year: int, month: int, day: int, is_woman: bool) -> str:
    """Return an IIN: date, century and sex, number, check digit."""
    century = (3 if year < 2000 else 5) + is_woman
    while True:
        digits = f"{year % 100:02}{month:02}{day:02}{century}{random.randint(0, 9999):04}"
        if (check := _check_digit(digits)) < 10:
            return f"{digits}{check}"


def company_number(random: Random) -> str:
    """Return a BIN: year and month of registration, kind, number, check digit."""
    while True:
        digits = (
            f"{random.randint(0, 25):02}{random.randint(1, 12):02}4{random.randint(0, 3)}{random.randint(0, 99999):05}"
        )
        if (check := _check_digit(digits)) < 10:
            return f"{digits}{check}"


def iban(random: Random) -> str:
    """Return a Kazakh account number with the right check digits (ISO 13616), in groups of four."""
    account = "".join(random.choice("0123456789ABCDEFGHKLMNPQRSTX") for _ in range(13))
    rest = f"{random.randint(100, 999)}{account}"
    number = "".join(str(int(sign, 36)) for sign in f"{rest}KZ00")
    whole = f"KZ{98 - int(number) % 97:02}{rest}"
    return " ".join(whole[start : start + 4] for start in range(0, 20, 4))


def card(random: Random) -> str:
    """Return a card number with the right check digit, in groups of four."""
    digits = [4, 4, 0, 0, *(random.randint(0, 9) for _ in range(11))]
    doubled = [digit * 2 - 9 * (digit > 4) if place % 2 == 0 else digit for place, digit in enumerate(digits)]
    whole = "".join(map(str, [*digits, -sum(doubled) % 10]))
    return " ".join(whole[start : start + 4] for start in range(0, 16, 4))


def phone(random: Random) -> str:
    """Return a mobile number in the form people write."""
    code, rest = random.choice((700, 701, 705, 747, 777)), f"{random.randint(0, 9_999_999):07}"
    return f"+7 {code} {rest[:3]} {rest[3:5]} {rest[5:]}"


def _check_digit(digits: str) -> int:
    """Return the check digit of eleven digits, or 10 where they can have none. Source: rules of the national registers."""
    numbers = list(map(int, digits))
    for weights in (range(1, 12), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)):
        check = sum(weight * number for weight, number in zip(weights, numbers, strict=True)) % 11
        if check < 10:
            return check
    return 10
