"""Where a block leaves its language."""

import random
import time

import pytest

from plugins.language import classify, foreign_spans
from plugins.language.classify import Language

KAZAKH = [
    "Кооператив мүшелері жиналысқа келді.",
    "Жарнаны ай сайын төлеуге болады.",
    "Шешімді жиналыс қабылдайды.",
]
RUSSIAN = [
    "Члены кооператива пришли на собрание.",
    "Взнос можно платить каждый месяц.",
    "Решение принимает общее собрание.",
]
OTHER: dict[Language, Language] = {"kk": "ru", "ru": "kk"}


def found(text: str, expected: Language) -> list[str]:
    spans = foreign_spans(text, expected)
    assert all(language == OTHER[expected] for _, _, language in spans)
    return [text[start:end] for start, end, _ in spans]


@pytest.mark.parametrize(
    ("expected", "own", "foreign"), [("kk", KAZAKH, RUSSIAN[1]), ("ru", RUSSIAN, KAZAKH[1])], ids=["kk", "ru"]
)
@pytest.mark.parametrize("place", [0, 1, 2, 3], ids=["first", "second", "third", "last"])
def test_a_foreign_sentence_is_covered_exactly(expected: Language, own: list[str], foreign: str, place: int) -> None:
    assert found(" ".join([*own[:place], foreign, *own[place:]]), expected) == [foreign]
    assert found(" ".join(own), expected) == []


@pytest.mark.parametrize(
    ("text", "in_kazakh", "in_russian"),
    [
        pytest.param(" ".join(RUSSIAN), [" ".join(RUSSIAN)], [], id="all-russian"),
        pytest.param(f"  {KAZAKH[0]}\n", [], [KAZAKH[0]], id="without-the-space-around"),
        pytest.param("Басқарма (Правление)", ["Правление"], ["Басқарма"], id="heading-in-brackets"),
        pytest.param("О нас (Біз туралы)", ["О нас"], ["Біз туралы"], id="heading-turned"),
        pytest.param("Жаңалықтар / Новости", ["Новости"], ["Жаңалықтар"], id="heading-slash"),
        pytest.param("Байланыс — Контакты", ["Контакты"], ["Байланыс"], id="heading-dash"),
        pytest.param("Мәзір", [], ["Мәзір"], id="label-kk"),
        pytest.param("Главная", ["Главная"], [], id="label-ru"),
        pytest.param("Жарғы оқылды — все довольны.", ["все довольны."], ["Жарғы оқылды"], id="no-term-but-a-sentence"),
        pytest.param("Взнос — мүшенің қосатын ақшасы.", ["Взнос"], ["мүшенің қосатын ақшасы."], id="a-russian-term"),
        pytest.param("Алматы", [], [], id="neutral"),
        pytest.param("Не", [], [], id="a-word-of-both-alone"),
        pytest.param("", [], [], id="empty"),
        pytest.param(
            "Кооператив мүшелері жиналысқа келді и проголосовали за новый устав.",
            ["и проголосовали за новый устав."],
            ["Кооператив мүшелері жиналысқа келді"],
            id="switch-in-a-sentence",
        ),
        pytest.param(
            f"{KAZAKH[0]} {RUSSIAN[0]} {KAZAKH[1]} {RUSSIAN[1]}",
            [RUSSIAN[0], RUSSIAN[1]],
            [KAZAKH[0], KAZAKH[1]],
            id="two-foreign-sentences",
        ),
        pytest.param(
            f"{KAZAKH[0]} «{RUSSIAN[0]}» {KAZAKH[1]}", [f"«{RUSSIAN[0]}»"], [KAZAKH[0], KAZAKH[1]], id="quoted"
        ),
        pytest.param(f"{KAZAKH[0]}\n{RUSSIAN[2]}", [RUSSIAN[2]], [KAZAKH[0]], id="lines"),
    ],
)
def test_each_language_sees_the_other(text: str, in_kazakh: list[str], in_russian: list[str]) -> None:
    assert found(text, "kk") == in_kazakh
    assert found(text, "ru") == in_russian


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Награждён значком «Қазақстан Республикасы денсаулық сақтау ісінің үздігі» и грамотой.", "ru"),
        ("В театре работают ҚР мәдениет қайраткері Т. Атамбек и другие артисты.", "ru"),
        ("На празднике показали обычаи: шільдехана, тұсаукесер, бесік той, асар.", "ru"),
        ("Ол Красный Яр ауылында, Усть-Каменогорск қ. маңында тұрады.", "kk"),
        ("Нурсултан Абишевич посетил Қарағанды, Өскемен и Көкшетау по программе «Ауыл аманаты».", "ru"),
        ("Орденом «Ерен еңбегі үшін» награждена Күләш Жұмабекқызы Әлімова из Ақтөбе.", "ru"),
        ("Ссылка: [правила](/ru/ережелер/) и почта kenes@мысал.қаз для вопросов.", "ru"),
        ("Заңды «Российская газета» мен «Известия» басылымдары жариялады.", "kk"),
        ("Банктен ипотека алған адам процент пен комиссия төлейді, депозит ашады.", "kk"),
        ("Сергей Петрович Иванов пен Мария Ивановна Смирнова мүше болып кірді.", "kk"),
        ("Кооператив Wi-Fi, QR-код және IT-маман қызметін пайдаланады (PDF).", "kk"),
        ("Ауқым (мин-макс):", "kk"),
        ("Мани Шанкар – Министр Нефти и Газа Индии", "ru"),
        ("Кондолиза Райс - Америка Құрама Штатының Мемлекеттік Хатшысы", "kk"),
        ("Он мастерил домбыру, кобыз, сазсырнай и жетіген", "ru"),
        ("Асар — старый обычай помогать друг другу всем аулом.", "ru"),
        ("Құрылтай — это большое собрание народа.", "ru"),
        ("Шілдехана, бесік той и асар — давние казахские обычаи.", "ru"),
        ("Праздников много. «Бесік той» – праздник колыбели. Тұсаукесер - праздник первых шагов.", "ru"),
    ],
)
def test_names_titles_and_loans_are_not_foreign(text: str, expected: Language) -> None:
    assert found(text, expected) == []
    assert classify(text).language == expected


PIECES = [
    *KAZAKH, *RUSSIAN, "Мәзір", "Новости", "кооператив", "Алматы", "«", "»", '"', "(", ")", " (", ") ", " / ", " — ", ". ",
    "\n", "\n\n", "! ", "…", "г.", "ж.", "А.", "5", "https://a.kz", "`", "{", "}", "<b>", "@", "%s", "\x00", "\u0301", "\u00ad",
    "\u200d", "🎉", "и\u0306", "е\u0308", "İ", "ß", "ﬁ", "\u202e", "\ufeff", "تىل", "中文", "", " ", "\u00a0", "\u2028",
]  # fmt: skip


def test_spans_lie_in_the_text_in_order_whatever_the_text() -> None:
    chance = random.Random(2)
    for _ in range(4000):
        text = chance.choice(["", " "]).join(chance.choices(PIECES, k=chance.randint(0, 14)))
        for expected, other in OTHER.items():
            last = 0
            for start, end, language in foreign_spans(text, expected):
                assert last <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()
                assert language == other
                last = end


@pytest.mark.parametrize(
    "text",
    [
        f"{KAZAKH[0]} {RUSSIAN[0]} " * 5000,
        "мен вот " * 50_000,
        "«и» " * 50_000,
        "(мен и)" * 30_000,
        "а" * 300_000,
        " ." * 100_000,
    ],
    ids=["sentences", "one-sentence", "quotes", "brackets", "one-word", "no-word"],
)
def test_a_huge_block_takes_time_in_step_with_its_length(text: str) -> None:
    begin = time.process_time()
    foreign_spans(text, "kk")
    assert time.process_time() - begin < 5
