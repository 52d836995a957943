"""What belongs to a person, as a machine reads it from a photo: with wrong letters, gaps and noise."""

from dataclasses import replace

import pytest

from plugins.documents.finding import Finding, merged
from plugins.documents.findings import findings_in
from plugins.documents.words import Box, Line, Word
from plugins.model.papers import PersonalData


def line(text: str, y: int = 100) -> Line:
    """Return a line whose letters are 10 dots wide and 20 high; two spaces are a wide gap."""
    words: list[Word] = []
    place = 0
    for part in text.split(" "):
        if part:
            words.append(Word(part, Box(place * 10, y, len(part) * 10, 20)))
        place += len(part) + 1
    return tuple(words)


def hidden_in(text: str) -> str:
    """Return the text with `✕` for every word of which most lies in something found."""
    words = line(text)
    found = list(findings_in([words]))
    return " ".join("✕" if any(f.box.covers(word.box) > 0.5 for f in found) else word.text for word in words)


FOUND = {
    "IIN, kk": ("ЖСН: 990101500125", "ЖСН: ✕"),
    "IIN, ru": ("ИИН 990101500125 выдан", "ИИН ✕ выдан"),
    "IIN without a label": ("бұл 990101500125 деген", "бұл ✕ деген"),
    "IIN with a wrong check digit": ("990101500124", "✕"),
    "IIN with letters for digits": ("99О1О1З5ОО125", "✕"),
    "IIN in two pieces": ("ЖСН 990101 500125", "ЖСН ✕ ✕"),
    "IIN with a digit lost": ("ИИН 99010150012", "ИИН ✕"),
    "IIN of which five digits were read": ("ЖСН 99-1 500", "ЖСН ✕ ✕"),
    "BIN": ("БСН 990540000120", "БСН ✕"),
    "a misread label": ("ЖСҢ 12345", "ЖСҢ ✕"),
    "card": ("Карта 4400 1234 5678 9010", "Карта ✕ ✕ ✕ ✕"),
    "card without a label": ("4400 1234 5678 9010", "✕ ✕ ✕ ✕"),
    "account": ("есебіне KZ86 125K ZT50 0410 0100 аударылсын", "есебіне ✕ ✕ ✕ ✕ ✕ аударылсын"),
    "account in Cyrillic letters": ("КЗ86125КZТ5004100100", "✕"),
    "account, the first group lost": ("125K ZT50 0410 0100", "✕ ✕ ✕ ✕"),
    "account, letters misread": ("К780 744A ҒЕМ9 Т7ТС ВССЕ", "✕ ✕ ✕ ✕ ✕"),
    "account, letters misread for signs": ("KZ13 942$ №33 МЕС? E45F", "✕ ✕ ✕ ✕ ✕"),
    "phone": ("тел. +7 701 234 56 78", "тел. ✕ ✕ ✕ ✕ ✕"),
    "phone in one piece": ("87012345678", "✕"),
    "phone without its end, behind a label": ("Телефон: 701 234", "Телефон: ✕ ✕"),
    "e-mail": ("хат: aigul@example.kz", "хат: ✕"),
    "e-mail, the sign misread": ("aigul©example.kz", "✕"),
    "e-mail, the sign lost": ("aigulexample.kz", "✕"),
    "name behind a label, kk": ("Тегі, аты, әкесінің аты: Үлгібаев Жорамал Шартты", "Тегі, аты, әкесінің аты: ✕ ✕ ✕"),
    "name behind a label, ru": ("Фамилия: Образцов", "Фамилия: ✕"),
    "name behind a label of other letters": ("Tегi: Үлгібаев", "Tегi: ✕"),
    "name by its father's name, kk": ("бұл Үлгібаев Жорамал Ойданбекұлы деген", "бұл ✕ ✕ ✕ деген"),
    "name by its father's name, kk, misread": ("Улгибаева Киялгул Кұрастыркызы", "✕ ✕ ✕"),
    "name by its father's name, ru": ("гражданин Образцов Эскиз Шаблонович обязан", "гражданин ✕ ✕ ✕ обязан"),
    "surname with an initial": ("МАЛ/АР Үлгібаева Б.", "МАЛ/АР ✕ ✕"),
    "initials before a surname": ("бас бухгалтер Б.Ә. Үлгібаева", "бас бухгалтер ✕ ✕"),
    "name in capitals": ("ОБРАЗЦОВ ЭСКИЗ ШАБЛОНОВИЧ", "✕ ✕ ✕"),
    "address behind a label, kk": ("Мекенжайы: Үлгіқала қ., Қиял көшесі, 33-үй", "Мекенжайы: ✕ ✕ ✕ ✕ ✕"),
    "address behind a label, ru": ("Адрес: г. Образецк, ул. Примерная, 5", "Адрес: ✕ ✕ ✕ ✕ ✕"),
    "address without a label": ("Үлгіқала, Қиял көшесі, 33-үй, 5-пәтер", "✕ ✕ ✕ ✕ ✕"),
    "birth, kk": ("туған күні: 25.12.2003", "туған күні: ✕"),
    "birth, ru": ("дата рождения: 25.12.2003", "дата рождения: ✕"),
    "plate": ("988 АВС 18", "✕ ✕ ✕"),
    "number of a car's body": ("XTA210962Y1981216", "✕"),
    "dative, kk": ("пәтер Құрман Айгүл Серікқызына берілді", "пәтер ✕ ✕ ✕ берілді"),
    "ablative, kk": ("ақша Ахметов Ерланнан алынды", "ақша ✕ ✕ алынды"),
    "genitive, kk": ("үй Оспанов Мараттың атында", "үй ✕ ✕ атында"),
    "dative, ru": ("передана Кузнецовой Наталье Андреевне сегодня", "передана ✕ ✕ ✕ сегодня"),
    "instrumental, ru": ("получены Волковым Сергеем полностью", "получены ✕ ✕ полностью"),
    "first name with an initial": ("12.05.2024 Аударым Бекзат Б. 45 000 ₸", "12.05.2024 Аударым ✕ ✕ 45 000 ₸"),
    "surname with two initials": ("17 Ахметов Е. С.", "17 ✕ ✕ ✕"),
    "initials of which one was read as a figure": ("Оспанқызы 3. Б.", "✕ ✕ ✕"),
    "name before surname": ("келісілді Сәуле Тоқтарова", "келісілді ✕ ✕"),
    "surname that is a word, with an initial": ("Мырзахмет Б.", "✕ ✕"),
    "short surname that is a word, behind an initial": ("мөрі С. Ким", "мөрі ✕ ✕"),
    "short surname that is a word, before an initial": ("Су Ким М. −47 355 ₸", "Су ✕ ✕ −47 355 ₸"),
    "initials between slashes": ("____ /Ахметова А.А./", "____ ✕ ✕"),
    "initial read as a figure behind a first name": ("Сатып алу Асқар 9. 74 000,00", "Сатып алу ✕ ✕ 74 000,00"),
    "short surname before a first name, where a line begins": ("Ким Марина подала заявление", "✕ ✕ подала заявление"),
    "short surname behind a first name": ("это Сергей Ким, мой номер", "это ✕ ✕ мой номер"),
    "father's name, its capital read as a small letter": ("передана Волкову Сергею андреевичу сегодня", "передана ✕ ✕ ✕ сегодня"),
    "initials whose surname is under a seal": ("мөрі ____ /Ж.Ж./", "мөрі ____ ✕"),
    "birth in words, kk": ("1985 жылғы 15 наурызда туған", "✕ ✕ ✕ ✕ туған"),
    "birth in words, ru": ("15 марта 1985 года рождения", "✕ ✕ ✕ ✕ ✕"),
    "year of birth, kk": ("Айгүл, 1985 ж.т.", "✕ ✕ ✕"),
    "year of birth, ru": ("дочь, 1985 г.р.", "дочь, ✕ ✕"),
    "birth without a label": ("15.03.1985", "✕"),
    "tail of a card, dots": ("Карта •••• 1560", "Карта ✕ ✕"),
    "tail of a card, star": ("*1560", "✕"),
    "tail of a card, dots misread": ("ее 1560", "✕ ✕"),
    "tail of a card behind its name": ("Gold 1560", "Gold ✕"),
    "masked card": ("4400 43** **** 1560", "✕ ✕ ✕ ✕"),
    "identity card": ("жеке куәлігі № 034567891 берген", "жеке куәлігі ✕ ✕ берген"),
    "number of a register": ("в реестре за № 2-1345", "в ✕ ✕ ✕ ✕"),
    "number of a letter": ("Исх. № 30-750/59", "✕ ✕ ✕"),
    "address in ru, house and flat with a dash": ("в г. Семей, пр. Назарбаева, 131-116", "в ✕ ✕ ✕ ✕ ✕"),
    "two on one line": ("ЖСН: 990101500125 туған күні: 01.01.1999", "ЖСН: ✕ туған күні: ✕"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_what_belongs_to_a_person_is_found(text: str, expected: str) -> None:
    assert hidden_in(text) == expected


FINE = {
    "title": "ПӘТЕРДІ САТЫП АЛУ-САТУ ШАРТЫ",
    "title, ru": "ДОГОВОР КУПЛИ-ПРОДАЖИ КВАРТИРЫ",
    "sum": "Бағасы: 18 400 000 теңге",
    "sum, ru": "Цена: 18 400 000 тенге",
    "date": "27.03.2024 ж. жасалды",
    "year": "2024 жыл",
    "number of a paper": "ТҮБІРТЕК № 823",
    "votes": "қолдағандар 214, қарсы 3, қалыс 5",
    "a label alone": "Сатып алушы",
    "law in ru": "от 8 мая 2001 года № 197-II",
    "law in kk": "2001 жылғы 8 мамырдағы № 197-II",
    "law by its number": "Заңның № 450-I",
    "town": "Өскемен қаласы",
    "bank and program": "Kaspi Gold аударымы",
    "headline of a program": "Перевод успешно совершён",
    "roles": "Сатушы мен Сатып алушы",
    "flat": "квартира № 12 готова",
    "place of a seal": "М.О. М.П.",
    "nothing": "",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_what_a_reader_may_see_stays(text: str) -> None:
    assert hidden_in(text) == text


def test_the_place_of_a_signature_is_found_beside_its_label_above_and_below_the_line() -> None:
    (found,) = findings_in([line("Қолы:")])
    assert found.kind is PersonalData.SIGNATURE
    assert found.is_read is False
    assert found.box.x >= 50
    assert (found.box.y, found.box.bottom, found.box.width) == (80, 140, 280)


def test_a_name_is_hidden_with_a_word_beside_it_that_could_not_be_read_and_no_other() -> None:
    first, last, number = (
        Word("1бр", Box(0, 100, 50, 20), 40),
        Word("Гульнара", Box(60, 100, 80, 20)),
        Word("12", Box(220, 100, 20, 20), 40),
    )
    (found,) = findings_in([(first, last, number)])
    assert found.box == Box(0, 100, 140, 20)
    (found,) = findings_in([(replace(first, text="кооператив"), last, number)])
    assert found.box == last.box


def test_an_iin_of_which_nothing_was_read_is_hidden_where_it_must_stand() -> None:
    (found,) = findings_in([line("ЖСН:")])
    assert found == Finding(PersonalData.IIN, Box(40, 100, 240, 20), is_read=False)


KINDS = {
    "IIN": ("990101500125", PersonalData.IIN),
    "phone": ("+7 701 234 56 78", PersonalData.PHONE),
    "card": ("4111 1111 1111 1111", PersonalData.CARD),
    "long number": ("1234567890", PersonalData.NUMBER),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_a_number_is_named_by_its_shape(text: str, kind: PersonalData) -> None:
    assert {found.kind for found in findings_in([line(text)])} == {kind}


def test_what_lies_in_something_larger_is_told_once() -> None:
    small, large = Finding(PersonalData.IIN, Box(10, 10, 20, 10)), Finding(PersonalData.ADDRESS, Box(0, 0, 100, 40))
    beside = Finding(PersonalData.PHONE, Box(200, 0, 20, 10))
    assert merged([small, large, beside, small]) == [large, beside]


def test_what_is_broken_over_two_lines_is_found_on_both() -> None:
    lines = [line("телефоны Абай шот KZ38", 100), line("3985 HFXB B3NH NL8N 15 марта", 130), line("1985 года", 160)]
    found = list(findings_in(lines))
    assert any(one.kind is PersonalData.ACCOUNT and one.box.y == 130 for one in found)
    assert {one.box.y for one in found if one.kind is PersonalData.BIRTH} == {130, 160}
