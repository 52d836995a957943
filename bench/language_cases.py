"""Texts on which the language rule is measured, made from blocks that training has not seen."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

OTHER = {"kk": "ru", "ru": "kk"}
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[«A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^.!?…\n;]{20,200}[.!?]")


@dataclass(frozen=True, slots=True)
class Case:
    """A text on a page in `expected`; `foreign` is where the other language stands, if it does."""

    text: str
    expected: str
    foreign: tuple[int, int] | None


_LABELS = Path(__file__).parent / "language_set"


def labels(ending: str) -> Iterator[Case]:
    """Yield the labels of our own in each language: `+` on the other language's page and its own, `-` only on its own.

    The rules were made with the sets without an ending at hand; the `.unseen` ones were written afterwards.
    """
    for language, other in OTHER.items():
        for line in (_LABELS / f"{language}{ending}.txt").read_text(encoding="utf-8").splitlines():
            mark, _, text = line.partition(" ")
            yield Case(text, language, None)
            if mark == "+":
                yield Case(text, other, (0, len(text)))


def word_count(text: str) -> int:
    """Return how many words have Cyrillic letters."""
    return sum(bool(re.search("[а-яәғқңөұүһі]", word.lower())) for word in _WORD.findall(text))


def blocks(lines: dict[str, list[str]], least: int, most: int, *, is_foreign: bool) -> Iterator[Case]:
    """Yield whole blocks of so many words, on a page in their own or in the other language."""
    for language, texts in lines.items():
        for text in texts:
            if least <= word_count(text) <= most:
                page = OTHER[language] if is_foreign else language
                yield Case(text, page, (0, len(text)) if is_foreign else None)


def sentences(lines: list[str]) -> list[str]:
    """Return the blocks that are one sentence of five words or more."""
    return [line for line in lines if _SENTENCE.fullmatch(line) and word_count(line) >= 5]


def inserted(lines: dict[str, list[str]], count: int) -> Iterator[Case]:
    """Yield paragraphs of three to five sentences, one of which is in the other language."""
    chance = random.Random(3)
    of = {language: sentences(texts) for language, texts in lines.items()}
    for number in range(count):
        page = ("kk", "ru")[number % 2]
        parts = chance.sample(of[page], chance.randint(2, 4))
        foreign = chance.choice(of[OTHER[page]])
        place = (0, len(parts) // 2, len(parts))[number // 2 % 3]
        start = sum(len(part) + 1 for part in parts[:place])
        text = " ".join([*parts[:place], foreign, *parts[place:]])
        yield Case(text, page, (start, start + len(foreign)))


def headings(lines: dict[str, list[str]], count: int) -> Iterator[Case]:
    """Yield headings in both languages: `X (Y)`, `Y (X)`."""
    chance = random.Random(4)
    label = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?: [а-яёәғқңөұүһі]{2,}){0,3}")
    of = {language: [text for text in texts if label.fullmatch(text)] for language, texts in lines.items()}
    for number in range(count):
        page = ("kk", "ru")[number % 2]
        own, foreign = chance.choice(of[page]), chance.choice(of[OTHER[page]])
        if number // 2 % 2:
            yield Case(f"{own} ({foreign})", page, (len(own) + 2, len(own) + 2 + len(foreign)))
        else:
            yield Case(f"{foreign} ({own})", page, (0, len(foreign)))


def switched(lines: dict[str, list[str]], count: int) -> Iterator[Case]:
    """Yield sentences that begin in the language of the page and end in the other."""
    chance = random.Random(5)
    of = {language: [text.split() for text in sentences(texts)] for language, texts in lines.items()}
    for number in range(count):
        page = ("kk", "ru")[number % 2]
        own, foreign = chance.choice(of[page]), chance.choice(of[OTHER[page]])
        head = " ".join(own[: max(3, len(own) // 2)]).rstrip(".,:;!?")
        tail = " ".join(foreign[-max(3, len(foreign) // 2) :])
        yield Case(f"{head} {tail}", page, (len(head) + 1, len(head) + 1 + len(tail)))


def _parted(table: str) -> list[str]:
    return table.split("|")


_FIRST = _parted("Нұрсұлтан|Айгүл|Бауыржан|Иван|Мария|Ғалым|Сергей|Ләззат|Ерлан|Ольга|Күләш|Тимур|Шынар|Асқар|Дмитрий")
_LAST = _parted("Назарбаев|Сүлейменова|Петров|Иванова|Әбішұлы|Қасымов|Тоқаев|Ахметова|Смаилов|Оспанова|Ким|Жұмабаев|Ли")
_CITY = _parted("Алматы|Астана|Шымкент|Павлодар|Қарағанды|Караганда|Семей|Көкшетау|Ақтөбе|Талдықорған|Москва")
_STREET = _parted("Абай|Абылай хан|Сәтбаев|Гоголь|Достық|Республика|Мәңгілік Ел|Ленин|Толе би")
_BRAND = _parted("Kaspi|Halyk|Google|YouTube|WhatsApp|Toyota|Samsung|Bank|CenterCredit|Freedom|Windows|Telegram|iPhone")


def neutral(count: int) -> Iterator[Case]:
    """Yield blocks that belong to no language: numbers, dates, names, brands, addresses, symbols."""
    chance = random.Random(6)

    def one(choices: Sequence[str]) -> str:
        return chance.choice(choices)

    def number(most: int) -> int:
        return chance.randint(1, most)

    kinds: list[Callable[[], str]] = [
        lambda: f"{number(999)} {number(999):03} {one('₸%$€')}",
        lambda: f"{number(28):02}.{number(12):02}.{number(40) + 1990}",
        lambda: f"+7 (7{number(99):02}) {number(999):03}-{number(99):02}-{number(99):02}",
        lambda: f"{one(_FIRST)} {one(_LAST)}",
        lambda: f"{one(_LAST)} {one(_FIRST)}",
        lambda: f"{one(_LAST)} {one('АБЕНҚСҰӘ')}. {one('АБЕНҚСҰӘ')}.",
        lambda: f"{one('АБЕНҚСҰӘ')}.{one('АБЕНҚСҰӘ')}. {one(_LAST)}",
        lambda: f"{one(_BRAND)} {one(_BRAND)} {number(99)}",
        lambda: f"{one(_BRAND).lower()}@{one(_BRAND).lower()}.kz",
        lambda: f"https://{one(_BRAND).lower()}.kz/{number(99)}/{one(_CITY).lower()}",
        lambda: f"{one(_CITY)}, {one(_STREET)}, {number(200)}",
        lambda: f"{number(99):02}0000, {one(_CITY)}, {one(_STREET)} {number(200)}/{number(9)}",
        lambda: f"{one(_CITY)} — {one(_CITY)}",
        lambda: one(_CITY),
        lambda: one(_FIRST),
        lambda: one(
            ["👍", "🎉🎉", "—", "…", "→ 12", "№ 5", "§ 3", "XXI", "IV", "12 × 15", "1–2", "", " ", "***", "100 %"]
        ),
    ]
    for _ in range(count):
        text = chance.choice(kinds)()
        for page in OTHER:
            yield Case(text, page, None)


ALIKE = _parted(
    "кооператив|газета|телефон|Астана|банк|процент|кредит|депозит|директор|бухгалтер|студент|университет|"
    "институт|парк|музей|театр|концерт|спорт|футбол|чемпион|министр|президент|депутат|адвокат|нотариус|офис|"
    "компьютер|интернет|сайт|видео|фото|формат|файл|автобус|такси|трактор|ферма|фермер|гектар|тонна|литр|"
    "километр|метр|доллар|евро|валюта|бюджет|тариф|бонус|лимит|кафе|ресторан|пицца|лагман|плов|шоколад|торт|"
    "витамин|вирус|вакцина|доктор|аптека|техника|технология|энергия|газ|нефть|металл|цемент|бетон|асфальт|"
    "адрес|паспорт|виза|билет|вагон|аэропорт|порт|канал|радио|журнал|журналист|автор|роман|поэма|опера|балет|"
    "оркестр|гитара|пианино"
)
"""Spelled alike in both languages."""


def alike() -> Iterator[Case]:
    """Yield single words that both languages share, small and with a capital."""
    for word in ALIKE:
        for page in OTHER:
            yield Case(word, page, None)
            yield Case(word[0].upper() + word[1:], page, None)


_HIDDEN = dict(zip("аеосрхуікАВЕНКМОРСТХ", "aeocpxyikABEHKMOPCTX", strict=True))
RIGHT = _parted(
    "IT-маман|QR-код|KZ-тегі|COVID-тен|Wi-Fi|Wi-Fi-ға|USB-кабель|SMS-хабарлама|PDF-файл|VIP-зал|iPhone-дағы|"
    "HTML-код|e-mail|Google-дан|3D-модель|MP3-файл|А4|A4|XXI|XXI-ғасыр|IP-мекенжай|online-төлем|Kaspi-ден|"
    "кооператив|тіркеу|Қазақстан|Әлем|ёлка|Ёлка|QR|API-кілт|AIDS-ке|ATM-ге|T-34|C++|WhatsApp-та|Zoom-да|"
    "PIN-код|IBAN-нөмір|SWIFT-код|web-сайт"
)
"""Words that only look like a fault."""


def hidden_letters(lines: dict[str, list[str]], count: int) -> Iterator[tuple[str, str]]:
    """Yield words with Latin look-alikes, and as they ought to be; at least one Cyrillic letter stays that is none."""
    chance = random.Random(7)
    words = sorted({word for texts in lines.values() for text in texts for word in _WORD.findall(text)})
    chance.shuffle(words)

    def cases() -> Iterator[tuple[str, str]]:
        for word in words:
            if re.search("[A-Za-z]", word) or len(word) < 3:
                continue
            places = [place for place, letter in enumerate(word) if letter in _HIDDEN]
            if places and any(letter not in _HIDDEN for letter in word):
                chosen = chance.sample(places, chance.randint(1, len(places)))
                letters = [_HIDDEN[letter] if place in chosen else letter for place, letter in enumerate(word)]
                yield "".join(letters), word

    return islice(cases(), count)
