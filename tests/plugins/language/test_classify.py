"""Whose language a block is in."""

import hashlib
import subprocess
import sys
import unicodedata

import pytest

from plugins.language import Verdict, classify
from plugins.language.scores import TABLE, Table, TableError, packed, table, unpacked, word_score

KAZAKH = [
    "Кооператив мүшелерінің жиналысы сәрсенбіде өтеді.",
    "бала мектепке барды",
    "барлық балалар мектепте отыр",
    "Ол базарға барып, нан мен ет сатып алды",
    "Кооператив мүшесі банк процентін төледі",
    "КООПЕРАТИВ ЖАҢАЛЫҚТАРЫ",
    "Иванов Петр Сергеевич кооперативке мүше болды",
    "Срогы 12 ай, сыйақысы 7,5 %",
    "Казакстан Республикасынын зандары мен ережелерi туралы",
    "Б\u0456зд\u0456\u04a3 адамдар",
    "Бiздiң тiлiмiз",
    "Мәзір",
    "Жаңалықтар",
    "Байланыс",
    "Сұрақ-жауап",
    "Иә",
    "Үй",
]

RUSSIAN = [
    "Собрание членов кооператива состоится в среду.",
    "Нурсултан Абишевич Назарбаев посетил Қарағанды и встретился с акимом.",
    "Программа «Ауыл аманаты» помогает жителям Түркістан и Жетісу.",
    "Айгүл Сейітқызы и Бауыржан Әлімұлы вступили в кооператив «Халық қуаты».",
    "Члены кооператива из Ақтөбе, Көкшетау и Өскемен получили займы",
    "ВНИМАНИЕ! МОШЕННИКИ",
    "Ещё раз о взносах",
    "Еще раз о взносах",
    "Срок 12 мес., ставка 7,5 %",
    "\u041c\u043eи\u0306 дом и \u0435\u0308лка во дворе",
    "Меню",
    "Новости",
    "Контакты",
    "Вопросы и ответы",
    "Нет",
    "Где?",
]

NEUTRAL = [
    "",
    " \n\t",
    "350 000 ₸",
    "15.01.2026",
    "12 × 15 = 180",
    "XXI",
    "№ 197-II",
    "+7 (727) 298-91-75",
    "Kaspi Gold, Halyk Bank",
    "info@halyk-quaty.kz",
    "https://halyk-quaty.kz/kk/жаңалықтар/",
    "👍🎉",
    "А-Я",
    "Алматы",
    "Астана, Мәңгілік Ел даңғ., 12",
    "050000, Алматы, Абай, 10/2",
    "г. Алматы, ул. Сәтбаев 5",
    "Нұрсұлтан Назарбаев",
    "Айгүл Сейітқызы Оспанова",
    "Петров И. С.",
    "Ә.Б. Қасымов",
    "кооператив",
    "Газета",
    "телефон",
    "Астана",
    "Халық қуаты",
    "%(count)s / {total}",
]


@pytest.mark.parametrize("text", KAZAKH)
def test_kazakh_is_told(text: str) -> None:
    assert classify(text).language == "kk"


@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_is_told(text: str) -> None:
    assert classify(text).language == "ru"


@pytest.mark.parametrize("text", NEUTRAL)
def test_what_is_nobodys_language_is_neutral(text: str) -> None:
    assert classify(text).language == "neutral"


@pytest.mark.parametrize("text", [KAZAKH[0], RUSSIAN[0]])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_verdict_does_not_hang_on_the_form_of_letters(text: str, form: str) -> None:
    written = unicodedata.normalize("NFD" if form == "NFD" else "NFC", text)
    assert classify(written) == classify(text)


def test_confidence_grows_with_the_text() -> None:
    assert 0.5 < classify("Мәзір").confidence <= classify(KAZAKH[0]).confidence <= 1
    assert classify("") == Verdict("neutral", 1.0)


@pytest.mark.parametrize("text", ["а" * 200_000, "мен " * 50_000, "«" * 100_000, "." * 100_000, "а-" * 50_000, "@а" * 50_000,
                                  "](" * 50_000, " " * 200_000 + "(а)", "\x00\x07\ud7ff\u0301\u200d", "мен\x00и"])  # fmt: skip
def test_odd_text_is_judged_quickly(text: str) -> None:
    assert 0 <= classify(text).confidence <= 1


def test_the_table_is_the_one_that_was_recorded() -> None:
    recorded = TABLE.with_suffix(".sha256").read_text(encoding="ascii").strip()
    assert hashlib.sha256(TABLE.read_bytes()).hexdigest() == recorded
    assert TABLE.stat().st_size < 1_000_000


def test_a_table_survives_packing() -> None:
    small = Table({"<а": -3, "ң": 127}, {7: -127, 4_000_000_000: 5})
    assert unpacked(packed(small)) == small
    assert packed(table()) == TABLE.read_bytes()


def test_a_table_of_another_version_is_refused() -> None:
    with pytest.raises(TableError):
        unpacked(b"kkru0\n" + TABLE.read_bytes()[6:])


def test_the_words_of_both_languages_say_nothing() -> None:
    assert word_score("кооператив") == 0
    assert word_score("кооперативтің") > 0 > word_score("кооперативами")


def test_the_rule_needs_the_standard_library_only() -> None:
    code = (
        "import sys, types; package = types.ModuleType('plugins.language');"
        f"package.__path__ = [{str(TABLE.parent)!r}]; sys.modules['plugins.language'] = package;"
        "from plugins.language.spans import foreign_spans; foreign_spans('Қайырлы күн', 'ru');"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('babel', 'yaml', 'pydantic')))"
    )
    root = TABLE.parents[2]
    ran = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
