"""Numbers in figures and in words, as values."""

import pytest

from plugins.language.figures import stated_numbers

NB, NARROW = "\u00a0", "\u202f"

# text, language, the figures with the place of each
FIGURES: dict[str, tuple[str, str, dict[str, int]]] = {
    "empty": ("", "kk", {}),
    "no figure": ("Бір, екі; әғқңөұүһі ё", "ru", {}),
    "one": ("Құны 5", "kk", {"5": 5}),
    "first, middle and last": ("1 ә 2 ё 3", "ru", {"1": 0, "2": 4, "3": 8}),
    "the same twice": ("5 және 5", "kk", {"5": 0}),
    "grouped": (f"350 000 ₸, 10{NB}000{NB}000, 22{NARROW}410", "kk", {"350000": 0, "10000000": 11, "22410": 23}),
    "not grouped": ("350000", "ru", {"350000": 0}),
    "a year before three digits": ("2025 410 үй", "kk", {"2025": 0, "410": 5}),
    "four digits are no group": ("1 0000", "kk", {"1": 0, "0": 2}),
    "a decimal comma": ("7,25 %", "kk", {"7.25": 0}),
    "a decimal point": ("7.25 %", "ru", {"7.25": 0}),
    "nought and a part": ("0,5 %", "kk", {"0.5": 0}),
    "a nought": ("0 ₸", "ru", {"0": 0}),
    "leading noughts": ("007", "ru", {"7": 0}),
    "a list with commas": ("1, 2,3", "kk", {"1": 0, "2.3": 3}),
    "the end of a sentence": ("Ол 2025. Кейін 5.", "kk", {"2025": 3, "5": 15}),
    "an ending": ("5-бап, 6-шы, 7-й", "kk", {"5": 0, "6": 7, "7": 13}),
    "a law": ("№ 197-II", "ru", {"197": 2, "2": 6}),
    "a date, kk": ("2001 жылғы 8 мамырда", "kk", {"2001": 0, "8.05": 11, "8": 11}),
    "a date, ru": ("8 мая 2001 года", "ru", {"8.05": 0, "8": 0, "2001": 6}),
    "a date with no-break spaces": (f"28{NB}ноября{NB}2025", "ru", {"28.11": 0, "28": 0, "2025": 10}),
    "a date in capitals": ("8 МАМЫР", "kk", {"8.05": 0, "8": 0}),
    "a word that begins as May": ("5 машин, 2 магазина", "ru", {"5": 0, "2": 9}),
    "a word that begins as March": ("5 мартов", "ru", {"5": 0}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures_are_values_with_the_place_they_first_stand_at(
    text: str, language: str, expected: dict[str, int]
) -> None:
    assert {number.value: number.start for number in reversed(stated_numbers(text, language))} == expected


KK_MONTHS = "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда"
RU_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
MONTHS = list(enumerate(zip(KK_MONTHS.split(), RU_MONTHS.split(), strict=True), start=1))


@pytest.mark.parametrize(("number", "names"), MONTHS, ids=RU_MONTHS.split())
def test_a_month_is_the_same_in_both_languages(number: int, names: tuple[str, str]) -> None:
    for name, language in zip(names, ("kk", "ru"), strict=True):
        assert {found.value for found in stated_numbers(f"1 {name}", language)} == {f"1.{number:02}", "1"}


# language, words, each number: its value, and whether the other language must state it
IN_WORDS: dict[str, tuple[str, str, list[tuple[str, bool]]]] = {
    "units, kk": ("kk", "үш ай", [("3", True)]),
    "ten and a unit, kk": ("kk", "он төрт ай", [("14", True)]),
    "hundreds and thousands, kk": ("kk", "үш жүз елу мың теңге", [("350000", True)]),
    "an ending, kk": ("kk", "он беске толды, екіден көп", [("15", True), ("2", True)]),
    "two numbers beside each other, kk": ("kk", "бес, алты", [("5", True), ("6", True)]),
    "two or three, kk": ("kk", "екі-үш күн", [("2", False), ("3", False)]),
    "there, not ten": ("kk", "онда, оның, алтын, жүзінде, бірге", []),
    "together, kk": ("kk", "үшеуі", [("3", False)]),
    "an ordinal, kk": ("kk", "жиырма бірінші ғасыр", [("21", False)]),
    "a half, kk": ("kk", "мүшелердің жартысы", [("0.5", True)]),
    "parts, kk": ("kk", "үштен бірі, төрттен үшінің, оннан бірге", [("1/3", True), ("0.75", True), ("0.1", True)]),
    "one and a half, kk": ("kk", "бір жарым жыл, екі жарым жыл", [("1.5", True), ("2.5", True)]),
    "a figure and a scale, kk": ("kk", "1,5 млн теңге, 25 мың адам", [("1500000", True), ("25000", True)]),
    "a hundred families": ("kk", "жүз отбасы, мың адам", [("100", True), ("1000", True)]),
    "units, ru": ("ru", "три месяца, пятеро", [("3", True), ("5", True)]),
    "a teen, ru": ("ru", "четырнадцатью месяцами", [("14", True)]),
    "hundreds and thousands, ru": ("ru", "триста пятьдесят тысяч тенге", [("350000", True)]),
    "with ё and without": ("ru", "трёх, трех, ещё четырёхкомнатная", [("3", True), ("3", True), ("4", True)]),
    "a family, not seven": ("ru", "приняли семью, семинар", []),
    "both": ("ru", "оба, вдвое", [("2", False), ("2", False)]),
    "an ordinal, ru": ("ru", "двадцать первый век", [("21", False)]),
    "parts, ru": ("ru", "половина, две трети, десятая часть", [("0.5", True), ("2/3", True), ("0.1", True)]),
    "one and a half, ru": ("ru", "полтора миллиона, два с половиной года", [("1500000", True), ("2.5", True)]),
    "a figure and a scale, ru": ("ru", "200 тыс. тенге, 3 миллиарда", [("200000", True), ("3000000000", True)]),
    "several thousands": ("ru", "тысячи людей", [("1000", False)]),
    "a saying": ("ru", "семь раз отмерь", [("7", False)]),
    "one": ("ru", "одна семья", [("1", False)]),
    "a saying, and a count": ("kk", "жеті рет өлше, екі рет жиналды", [("7", False), ("2", True)]),
    "a quarter of a year": ("kk", "екінші тоқсан, 3-тоқсанда, тоқсан күн", [("2", False), ("3", True), ("90", True)]),
    "a Roman numeral": ("ru", "XXI и IV", [("21", False), ("4", False)]),
    "a date in figures": ("ru", "05.05.2026", [("5.05", True), ("5", True), ("2026", True)]),
    "a quarter by a Roman numeral": ("ru", "III квартал, третий квартал", [("3", False), ("3", False)]),
    "a Roman numeral of Cyrillic letters": ("kk", "ХХ ғасыр, Х адам", [("20", False)]),
    "how often": ("ru", "дважды и трижды", [("2", True), ("3", True)]),
    "a share": ("kk", "2/3 бөлігі, 1/2", [("2/3", True), ("0.5", True)]),
    "what is no share": (
        "ru",
        "20/1, 2024/25, № 5/3",
        [("20", True), ("1", True), ("2024", True), ("25", True), ("5", True), ("3", True)],
    ),
    "a range": ("kk", "21,4–22,1 %", [("21.4", True), ("22.1", True)]),
}


@pytest.mark.parametrize(("language", "text", "expected"), IN_WORDS.values(), ids=IN_WORDS)
def test_numbers_in_words(language: str, text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(number.value, number.is_certain) for number in stated_numbers(text, language)] == expected
