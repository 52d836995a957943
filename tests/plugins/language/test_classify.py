"""Whose language a block is in."""

import hashlib
import subprocess
import sys
import unicodedata

import pytest

from plugins.language import Verdict, classify, foreign_spans
from plugins.language.borrowed import borrowed_score
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
    "Японская (Windows-932)",
]

SHORT_KAZAKH = """
Астана, Мәңгілік Ел даңғ., 12|Абай көш., 15|Самал ш.а., 7-үй|«Жаңа құрылыс» ЖШС|БСН 050140001234|2025 ж.|Жарғы_2025.pdf
Глубокое ауд., Бобровка а.|Красный Яр а., Школьная көш. 3|Солнечный ықш.|Жауапты: Ахметов С.|Төраға — С. Ахметов
ол маған айтты|барлық жарнама|Мен барамын|бала келді|Табыс табу|Тауар сатып алу|Басты бет|Жазылу|Баспана|Ата-ана|Отбасы
Борыш|Жарна|Аударма|Толығырақ|Несие алу|Кепілсіз|Ай сайын|Пай жарнасы|Кооператив мүшесі|Тексеру комиссиясы|Жылдық есеп
Біздің команда|Алты ай|Бес жыл|Алматыда|Казакстан азаматы|мың теңге|Аты-жөні|Құпиясөз|Абай көшесі|Сайт картасы
Анкета толтыру|Калькуляторды ашу|Видеосы|Офисте|Сайтта|Банктен алу|Кредитті төлеу|Процентсіз|Президенті|Директорға
Қазақстан Республикасы|Қорғаныс Министрлігі|«Даму» қоры|«Отбасы банк» АҚ|Нұр Отан партиясы|Форум тақырыптары
Төраға С. Ахметов|Әкім И. Тасмағамбетов|Орбита ш/а, 7|«Береке» ТК|«Нұр» ЖК|17. РҚБ «Сенім. Білім. Өмір»|Командасы|ЖК Иванова|б.з.б. 5 ғ.|2020-2025 жж.|дс, ср, жм
5 миллион|100 доллар|«Союз» кинотеатры|«Lion School» директоры|Атаулы Регистр|№ 12 шарт|ТКШ басқармасы
Тiркеу|Iздеу|Бiз туралы|Биздин мекенжай|БАСТЫ БЕТ|САТЫП АЛУ|МЕКЕНЖАЙ|Эстония Республикасының Президенті
"""

SHORT_RUSSIAN = """
г. Алматы, ул. Сәтбаев 5|мкр. Самал, д. 7|ТОО «Жаңа құрылыс»|БИН 050140001234|2025 г.|и т.д.|Устав_2025.pdf|АО «Халық банкі»
Рис. 2|Председатель — С. Ахметов|Звание «Қазақстанның еңбек сіңірген қайраткері»|Медаль «Ерен еңбегі үшін»
Праздники — шильдехана, тұсаукесер, асар|Обычаи: тұсаукесер, бесік той, асар|Игры: асық ату, қыз қуу, көкпар
О нас|Вход|Поиск|Далее|Отмена|Ещё|Без залога|Взносы|Паевой взнос|Пайщики|Срок|Член кооператива|Собрание|Отчёт|Наш адрес
Наши люди|Обзор|Отзывы|Устав|Правила|Заявка|Договор|Каналы связи|Театры города|Процент по займу|Ставка банка|Дом|Дети
Семья|Земля|Хлеб|Опыт|Голос|Режим работы|Стрелка|КУПИТЬ|НАШИ НОВОСТИ|Члены из Ақтөбе|Анкета пайщика|Карта сайта|Меню сайта
Жильё|Аренда жилья|В месяц|тысяч тенге|12 месяцев|5 лет|Улица Абая|Темы форума|Аким области|Маслихат города|Баран
Фонд «Даму»|Программа «Нұрлы жол»|Архив ZIP|Видео AVI|Литовская Республика|Российская Федерация
Председатель С. Ахметов|Аким И. Тасмагамбетов|Руководитель Қасымов А.|б-р Гагарина, 5|РОО «Сенім. Білім. Өмір»|17. РОО «Сенім. Білім. Өмір»|КХ «Нұр»|мкр-н Орбита, 7|Баурсак, жент или талқан|ГУ «Назарбаев центр»
ГК РК, ст. 12|Конституция РК|2020-2025 гг.|350 тыс. тг|пн, ср, пт|План.pdf|Протокол № 12|Билет № 13|Скрипты Python|Файлы Word
Модернизация ЖКХ|Группа|Район|Дата|Рубрика|Сумма|5 миллионов|100 долларов
Google и Apple|Жилищные кооперативы, 2,9 млн|Гендерная политика|Лицензии|Валюты|Анкеты
"""

AMBIGUOUS = """
Сайты|Авторы|Орден Құрмет|Кредиты|Телефон: +7 700 000 00 00|Процент|Система|WhatsApp чат|Аудит|Динмұхамед Қонаев
Қаныш Сәтбаев|Мәншүк Мәметова|Ыбырай Алтынсарин|Елена Рыбакина|Айгерим Вознесенская|Константин Фёдорович Плотников
Бизнес-план|БИЗНЕС-ПЛАН|Проект-менеджер|Форматы: PDF|ЖК «Нұр»|ЖК Берлин|ЖК Остров|20 ММ|Философия|Эрготерапия|«Таблиги джамагат»|Формат|21 миллион|Темірбек Жүргенов|Асқар Момышулы|Бауыржан Момышұлы|Toyota Camry|12 кг|5 га|Наурыз|Грузия
"""
"""Sites or its site; words of both languages; names."""

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
    "050000, Алматы, Абай, 10/2",
    "Нұрсұлтан Назарбаев",
    "Айгүл Сейітқызы Оспанова",
    "Петров И. С.",
    "Ә.Б. Қасымов",
    "кооператив",
    "Газета",
    "телефон",
    "Астана",
    "%(count)s / {total}",
]


def listed(table: str) -> list[str]:
    return table.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize("text", KAZAKH)
def test_kazakh_is_told(text: str) -> None:
    assert classify(text).language == "kk"


@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_is_told(text: str) -> None:
    assert classify(text).language == "ru"


@pytest.mark.parametrize("text", listed(SHORT_KAZAKH))
def test_a_short_kazakh_block_is_told(text: str) -> None:
    assert classify(text).language == "kk"
    assert foreign_spans(text, "ru") == [(0, len(text), "kk")]
    assert foreign_spans(text, "kk") == []


@pytest.mark.parametrize("text", listed(SHORT_RUSSIAN))
def test_a_short_russian_block_is_told(text: str) -> None:
    assert classify(text).language == "ru"
    assert foreign_spans(text, "kk") == [(0, len(text), "ru")]
    assert foreign_spans(text, "ru") == []


@pytest.mark.parametrize("text", [*NEUTRAL, *listed(AMBIGUOUS)])
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


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [("офисте", "офиса"), ("анкетасы", "анкеты"), ("банктің", "банка"), ("тарифтер", "тарифов"), ("лицензияны", "лицензии"),
     ("видеосы", "валюту"), ("процентті", "процентам"), ("сервермен", "сервере"), ("партияға", "партией")],
)  # fmt: skip
def test_a_borrowed_word_is_told_by_its_ending(kazakh: str, russian: str) -> None:
    assert word_score(kazakh) > 5
    assert word_score(russian) < -5


@pytest.mark.parametrize("word", ["сайты", "признан", "артистка", "тура"])
def test_an_ending_of_both_languages_or_of_another_word_is_none(word: str) -> None:
    assert not borrowed_score(word)


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


@pytest.mark.parametrize("word", ["крестьянин", "хозяин", "горожанин", "мусульманин"])
def test_a_russian_word_for_a_person_is_not_taken_for_kazakh(word: str) -> None:
    """They end as Kazakh words with an ending do, and made lines of two words look Kazakh."""
    assert classify(word).language == "ru"
    assert foreign_spans(f"{word} село", "ru") == []
