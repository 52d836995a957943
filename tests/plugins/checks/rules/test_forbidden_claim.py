"""Promises the site must not make; quoted, denied and innocent words are none."""

import pytest

from plugins.checks.rules import forbidden_claim
from tests.plugins.checks.checked import found_in, places_in

# text, (line, column, claim) of each fault
KAZAKH: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "first": ("Кепілдік береміз: бәрі болады.", [(1, 1, "Кепілдік береміз")]),
    "middle": ("Біз тәуекелсіз жинаймыз.", [(1, 5, "тәуекелсіз")]),
    "last": ("Кезек тез, артық төлемсіз", [(1, 12, "артық төлемсіз")]),
    "first, middle and last": (
        "Тәуекелсіз, банктен арзан, пайда табасыз",
        [(1, 1, "Тәуекелсіз"), (1, 13, "банктен арзан"), (1, 28, "пайда табасыз")],
    ),
    "in capitals": ("КЕПІЛДІК БЕРЕМІН", [(1, 1, "КЕПІЛДІК БЕРЕМІН")]),
    "a date with a guarantee": ("Пәтерді кепілдікпен 3 айда аласыз", [(1, 1, "Пәтерді кепілдікпен")]),
    "no risk": ("Тәуекелі жоқ", [(1, 1, "Тәуекелі жоқ")]),
    "better than a bank": ("банктен жақсы, банктен тиімді", [(1, 1, "банктен жақсы"), (1, 16, "банктен тиімді")]),
    "the best cooperative": ("ең сенімді кооператив пен ең үздік кооператив",
                             [(1, 1, "ең сенімді кооператив"), (1, 27, "ең үздік кооператив")]),
    "halal": ("халал кооператив, шариғатқа сай кооператив",
              [(1, 1, "халал кооператив"), (1, 19, "шариғатқа сай")]),
    "income": ("Пай табыс әкеледі.", [(1, 5, "табыс әкеледі")]),
    "investment": ("Инвестиция салыңыз!", [(1, 1, "Инвестиция салыңыз")]),
    "over two lines": ("Біз кепілдік\nбереміз", [(1, 5, "кепілдік береміз")]),
    "with a no-break space, second line": ("әғқңөұүһі\nтәуекелі\u00a0жоқ", [(2, 1, "тәуекелі жоқ")]),
    "after a quotation": ("«Құт» — тәуекелсіз", [(1, 9, "тәуекелсіз")]),
    "before a quotation": ("тәуекелсіз «Құт»", [(1, 1, "тәуекелсіз")]),
    "between quotations": ("«а» тәуекелсіз «ә»", [(1, 5, "тәуекелсіз")]),
    "in a quotation that is not closed": ("«Құт тәуекелсіз", [(1, 6, "тәуекелсіз")]),
}  # fmt: skip

RUSSIAN: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "first": ("Гарантируем квартиру.", [(1, 1, "Гарантируем")]),
    "middle": ("Доход без риска для всех.", [(1, 7, "без риска")]),
    "last": ("Купите без переплаты", [(1, 8, "без переплаты")]),
    "a share that earns for a family": ("Его пай приносит доход всей семье.", [(1, 5, "пай приносит доход")]),
    "first, middle and last": (
        "Безрисковый вклад приносит доход, инвестируйте",
        [(1, 1, "Безрисковый"), (1, 19, "приносит доход"), (1, 35, "инвестируйте")],
    ),
    "in capitals": ("БЕЗ РИСКА", [(1, 1, "БЕЗ РИСКА")]),
    "guaranteed": ("гарантированный срок", [(1, 1, "гарантированный")]),
    "better than in a bank": ("лучше, чем в банке", [(1, 1, "лучше, чем в банке")]),
    "better than at a bank": ("выгоднее чем у банков", [(1, 1, "выгоднее чем у банков")]),
    "cheaper than a bank": ("дешевле банка и дешевле банковского кредита",
                            [(1, 1, "дешевле банка"), (1, 17, "дешевле банковского кредита")]),
    "the best cooperative": ("самый лучший кооператив", [(1, 1, "самый лучший кооператив")]),
    "with ё": ("самый надёжный кооператив", [(1, 1, "самый надёжный кооператив")]),
    "with е for ё": ("самый надежный кооператив", [(1, 1, "самый надежный кооператив")]),
    "halal": ("халяльный кооператив", [(1, 1, "халяльный кооператив")]),
    "income": ("Так вы заработаете миллион.", [(1, 5, "вы заработаете")]),
    "over two lines": ("Ещё: без\nриска", [(1, 6, "без риска")]),
    "after a denial of something else": ("Срока не знаем. Гарантируем вход.", [(1, 17, "Гарантируем")]),
    "before a denial of something else": ("Гарантируем вход, нет отказа", [(1, 1, "Гарантируем")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KAZAKH.values(), ids=KAZAKH)
def test_a_claim_in_kazakh_is_reported(text: str, expected: list[tuple[int, int, str]]) -> None:
    found = [(line, column, values["claim"]) for line, column, values in found_in(forbidden_claim.check, text, "kk")]
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN.values(), ids=RUSSIAN)
def test_a_claim_in_russian_is_reported(text: str, expected: list[tuple[int, int, str]]) -> None:
    found = [(line, column, values["claim"]) for line, column, values in found_in(forbidden_claim.check, text, "ru")]
    assert found == expected


KAZAKH_FINE = {
    "empty": "",
    "ask about the guarantee": "Кепілдік туралы сұраңыз",
    "ask the bank": "Дұрысын банктен сұраңыз",
    "a guarantee by a bank": "Банк кепілдік берді, кепілдік хат бар",
    "we do not guarantee": "Мерзімге кепілдік бермейміз",
    "a guarantee, then something else": "Кепілдікпен қамтамасыз етілген. Пәтерді кезекпен аласыз",
    "quoted": "«Тәуекелсіз, кепілдік береміз» деген сөзден сақтаныңыз",
    "quoted, last": "Мұндай сөз: «пайда табасыз».",
    "quoted twice": "«тәуекелсіз» мен «банктен арзан»",
    "there is risk": "Тәуекелі бар, тәуекел туралы оқыңыз",
    "nothing is without risk": "Тәуекелсіз іс болмайды",
    "it is not without risk": "Бұл тәуекелсіз емес",
    "no cooperative without risk": "Тәуекелсіз кооператив жоқ",
    "income is not shared": "Кооператив табыс әкелмейді, пайда бөлмейді",
    "halal food": "халал тағам, ең үлкен кооператив",
    "Russian words, which another rule tells": "гарантируем, без риска",
    "a Latin look-alike": "тәуекeлсіз",  # `mixed-script-word` tells it
}

RUSSIAN_FINE = {
    "empty": "",
    "deposits are not guaranteed": "Гарантия по вкладам не действует",
    "ask about the guarantee": "Спросите о гарантии и о рисках",
    "ask the bank": "Об этом лучше в банке спросить, лучше банку и написать",
    "do not show a card": "Лучше банковскую карту никому не показывать",
    "we do not guarantee": "Срок мы не гарантируем.",
    "neither": "Ни гарантируем, ни обещаем",
    "the fund": "Фонд гарантирования депозитов сюда не относится",
    "guaranteed by the state": "Объём, гарантированный государством; гарантированный объём помощи",
    "a right": "право, гарантированное законом",
    "a participle": "гарантируемый размер",
    "nothing is without risk": "Дохода без риска не бывает",
    "nothing is without risk, told the other way": "Не бывает дохода без риска.",
    "not without": "Без переплаты не обойтись",
    "work that earns for a family": "Работа приносит доход всей семье.",
    "brings no income": "Кооператив не приносит доход",
    "do not invest": "Не инвестируйте по звонку",
    "quoted": "Слова «гарантируем» и «без риска» — знак пирамиды",
    "quoted, with ё": "«Самый надёжный кооператив»: так говорит реклама",
    "better": "Лучше прочитать ещё раз; дешевле не будет; банк дешевле",
    "Kazakh words, which another rule tells": "тәуекелсіз, кепілдік береміз",
    "a Latin look-alike": "бeз риска",  # `mixed-script-word` tells it
}


@pytest.mark.parametrize("text", KAZAKH_FINE.values(), ids=KAZAKH_FINE)
def test_an_innocent_sentence_in_kazakh_is_not_reported(text: str) -> None:
    assert found_in(forbidden_claim.check, text, "kk") == []


@pytest.mark.parametrize("text", RUSSIAN_FINE.values(), ids=RUSSIAN_FINE)
def test_an_innocent_sentence_in_russian_is_not_reported(text: str) -> None:
    assert found_in(forbidden_claim.check, text, "ru") == []


def test_the_same_words_are_a_claim_without_their_quotation_marks() -> None:
    assert found_in(forbidden_claim.check, "«без риска»", "ru") == []
    assert len(found_in(forbidden_claim.check, "без риска", "ru")) == 1


def test_another_language_is_not_judged() -> None:
    assert found_in(forbidden_claim.check, "гарантируем тәуекелсіз", "en") == []


MARKDOWN = {
    "bold words": ("Доход **без** риска", [(1, 9)]),
    "a link's words": ("[без риска](/faq/)", [(1, 2)]),
    "an alternative": ("![без риска](a.svg)", [(1, 3)]),
    "a cell": ("| а | б |\n|---|---|\n| в | без риска |", [(3, 7)]),
    "a passage in the other language": ("Слова [тәуекелсіз]{lang=kk} и [без риска]{lang=kk}", [(1, 8)]),
    "code": ("`без риска`", []),
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_a_claim_is_found_wherever_words_stand(text: str, expected: list[tuple[int, int]]) -> None:
    assert places_in("forbidden-claim", text, "ru") == expected
